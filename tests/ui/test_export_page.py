"""The page that makes the board pack: ticked, looked at, made, stopped."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pch_desktop.domain.period import Month
from pch_desktop.exports import making
from pch_desktop.exports.board import Pack, Step
from pch_desktop.preferences import PreferenceFile
from pch_desktop.store import board
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.export_page import ExportPage, page_for
from pch_desktop.ui.exporting import work
from pch_desktop.ui.strip import Strip
from pch_desktop.ui.style import Style


def plainly(path: Path, pack: Pack, step: Step) -> None:
    """Write the sheets' names instead of a pack."""
    for table in pack.tables:
        step(table.title)
    path.write_text("\n".join(table.title for table in pack.tables), encoding="utf-8")


def without_pictures(_file: object, pack: Pack, _step: object = None) -> Pack:
    """Return a pack as it is: its pictures are drawn in tests of their own."""
    return pack


@pytest.fixture
def desk(sample: LocalityFile, style: Style, preferences: PreferenceFile) -> Desk:
    """A desk on the sample in October."""
    return Desk(sample, Month(2016, 10), style, preferences)


@pytest.fixture
def page(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Generator[ExportPage]:
    """The page of the sample, its figures read and its first sheet drawn."""
    monkeypatch.setitem(making.WRITERS, "xlsx", plainly)
    monkeypatch.setattr(work, "illustrated", without_pictures)
    made = page_for(desk)
    qtbot.addWidget(made)
    made.form.folder.setText(str(tmp_path))
    made.resize(1160, 690)
    made.show()
    qtbot.waitUntil(lambda: made.ready is not None, timeout=60_000)
    qtbot.waitUntil(lambda: made.preview.count > 0, timeout=60_000)
    yield made
    made.work.wait()


def choose(page: ExportPage, title: str) -> None:
    """Go to a sheet in the list."""
    (line,) = page.sheets.list.findItems(title, Qt.MatchFlag.MatchExactly)
    page.sheets.list.setCurrentItem(line)


def name(page: ExportPage, words: str) -> None:
    """Type a name for the file over the usual one."""
    page.form.name.selectAll()
    QTest.keyClicks(page.form.name, words)


def press(strip: Strip, words: str) -> None:
    """Press a verb of a strip."""
    (verb,) = [each for each in strip.findChildren(QPushButton) if each.text() == words]
    verb.click()


def test_a_pack_is_ticked_looked_at_and_made(
    page: ExportPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    assert page_for(desk) is page
    assert page.sheets.current == "Summary"
    words = {line.text(0): line.text(1) for line in page.sheets.lines()}
    assert words["Finance"].startswith("▲")
    assert words["Definitions"] == "● Ready"
    choose(page, "Finance")
    qtbot.waitUntil(
        lambda: page.preview.page.accessibleName().startswith("Finance"), timeout=60_000
    )
    QTest.keyClick(page.sheets.list, Qt.Key.Key_Space)
    assert page.sheets.left_out == {"Finance"}
    assert page.sheets.count.text().startswith(f"{len(words) - 3} of")
    page.activateWindow()
    QTest.keyClick(page.sheets.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.strip.isVisible, timeout=60_000)
    assert page.strip.sentence == "Made Marsh Valley board pack 2016-10.xlsx."
    (path,) = tmp_path.glob("*.xlsx")
    written = path.read_text(encoding="utf-8").splitlines()
    assert "Finance" not in written
    assert {"Summary", "Workforce", "Definitions"} <= set(written)
    press(page.strip, "Copy path")
    assert QGuiApplication.clipboard().text() == str(path)
    assert desk.file.read(board.left_out) == {"Finance"}
    assert desk.preferences.now.pack_folder == str(tmp_path)
    page.sheets.none.click()
    assert page.sheets.left_out >= {"Workforce"}
    assert not page.sheets.left_out & {"Summary", "Definitions"}
    page.sheets.every.click()
    assert page.sheets.left_out == frozenset()
    desk.file.undo()


def test_a_pack_is_issued_and_its_correction_needs_a_reason(
    page: ExportPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    line = page.form.issuing
    assert line.issue.text() == "Issue it as v1.0"
    line.issue.click()
    assert page.form.name.text().endswith("2016-10 v1.0")
    page.begin()
    qtbot.waitUntil(lambda: page.strip.sentence.startswith("Made"), timeout=60_000)
    assert (tmp_path / "Marsh Valley board pack 2016-10 v1.0.xlsx").exists()
    (row,) = desk.file.read(board.issued)
    assert (str(row.edition), row.month) == ("v1.0", desk.month)
    qtbot.waitUntil(lambda: line.issue.text() == "Issue it as v1.1", timeout=60_000)
    line.issue.click()
    assert line.reason.isVisible()
    page.begin()
    qtbot.waitUntil(page.make.isEnabled, timeout=60_000)
    assert len(desk.file.read(board.issued)) == 1


def test_what_cannot_be_made_is_told_and_nothing_is_left(
    page: ExportPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for box in page.form.formats.values():
        box.setChecked(False)
    page.begin()
    assert page.strip.sentence == "Tick at least one of Excel, PDF and Word."
    page.form.formats["xlsx"].setChecked(True)
    name(page, "../elsewhere")
    page.begin()
    assert "cannot be a file's name" in page.strip.sentence
    name(page, "Thursday")

    def slowly(path: Path, pack: Pack, step: Step) -> None:
        page.work.stop()
        plainly(path, pack, step)

    monkeypatch.setitem(making.WRITERS, "xlsx", slowly)
    page.begin()
    qtbot.waitUntil(lambda: page.strip.sentence.startswith("Stopped"), timeout=60_000)
    assert list(tmp_path.glob("*.xlsx")) == []
    assert page.make.isEnabled()
    page.progress.begin(3)
    page.progress.tell("Finance")
    qtbot.waitUntil(page.progress.isVisible, timeout=5_000)
    assert page.progress.step.text() == "Writing Finance"
    page.progress.end()
    assert not page.progress.isVisible()
