"""The logo in the settings: chosen, described, kept, refused, removed, undone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pch_desktop.store import board
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.settings.logo import LogoView
from pch_desktop.ui.settings.page import SettingsPage
from tests.domain.test_logo import jpeg, png
from tests.ui.driving import in_window

WORDS = "Logo of Marsh Valley"


def test_a_logo_is_kept_once_its_words_are_typed(
    qtbot: QtBot, desk: Desk, file: LocalityFile, tmp_path: Path
) -> None:
    page = in_window(qtbot, SettingsPage(desk))
    view = page.view("Logo")
    assert isinstance(view, LogoView)
    assert (view.words.box.isEnabled(), view.remove.isEnabled()) == (False, False)
    refused: list[str] = []
    desk.was_refused.connect(refused.append)
    (tmp_path / "no.png").write_bytes(b"GIF89a")
    view.take(tmp_path / "no.png")
    view.take(tmp_path / "nowhere.png")
    assert [words[:20] for words in refused] == ["The logo must be a p", "“nowhere.png” cannot"]

    (tmp_path / "ours.png").write_bytes(png())
    view.take(tmp_path / "ours.png")
    assert "Say what it shows" in view.told.text()
    assert file.read(board.logo) is None
    QTest.keyClicks(view.words.box, "no")
    QTest.keyClick(view.words.box, Qt.Key.Key_Return)
    assert "5 to 200 characters" in view.words.refusal
    QTest.keyClick(view.words.box, Qt.Key.Key_Escape)
    QTest.keyClicks(view.words.box, WORDS)
    QTest.keyClick(view.words.box, Qt.Key.Key_Return)
    kept = file.read(board.logo)
    assert kept is not None
    assert (kept.name, kept.alt_text) == ("ours.png", WORDS)
    assert (view.preview.accessibleName(), view.preview.isVisible()) == (WORDS, True)

    (tmp_path / "new.jpg").write_bytes(jpeg())
    view.take(tmp_path / "new.jpg")
    assert view.told.text() == "new.jpg"
    view.remove.click()
    assert file.read(board.logo) is None
    assert view.preview.isVisible() is False
    file.undo()
    file.undo()
    assert view.told.text() == "ours.png"
