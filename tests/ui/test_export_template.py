"""Filling a secretary's own template from the window."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from pch_desktop.exports.pack import gather
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.exporting.template import TemplateFilling
from pch_desktop.ui.strip import Strip
from tests import localities
from tests.exports import templates
from tests.ui.driving import in_window


def test_a_template_is_filled_into_the_folder_and_refused_in_a_sentence(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    strip = in_window(qtbot, Strip(desk.style, "message about the board pack"))
    pack = gather(desk.file, desk.month, localities.NOON)
    packs = [None, pack, pack]
    filling = TemplateFilling(desk, strip, lambda: packs.pop(0), lambda: tmp_path)
    names = {"PCH_place": "Notes!$B$1", "PCH_mnth": "Notes!$B$2"}
    template = templates.workbook(tmp_path / "ours.xlsx", names)
    filling.fill(template)
    assert [each.name for each in tmp_path.glob("*.xlsx")] == ["ours.xlsx"]
    filling.fill(template)
    assert (tmp_path / f"{pack.file_stem} ours.xlsx").is_file()
    assert "PCH_mnth (did you mean PCH_month?)" in strip.sentence
    refused: list[str] = []
    desk.was_refused.connect(refused.append)
    filling.fill(templates.workbook(tmp_path / "none.xlsx", {}))
    assert "has no place called PCH_place" in refused[0]
