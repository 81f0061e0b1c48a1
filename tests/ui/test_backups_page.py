"""Backups in the window: made by themselves, looked into, gone back to; and reading only."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from pch_desktop.store import backups, lock, restoring
from pch_desktop.store.backups import Backup
from pch_desktop.store.locality import locality, name_locality
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.lock import Holder
from pch_desktop.store.restoring import Holding, Preview
from pch_desktop.ui import backup_words
from pch_desktop.ui.backups_page import BackupsPage
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.shell import Shell
from pch_desktop.ui.strip import Strip
from pch_desktop.ui.table_model import TableModel
from tests import localities
from tests.ui import toys
from tests.ui.test_shell import nameless

CTRL = Qt.KeyboardModifier.ControlModifier
Answer = Callable[[str, str], None]


def desk_of(window: Shell) -> Desk:
    """Return the desk of a window with a file."""
    if window.desk is None:
        pytest.fail("no file is open")
    return window.desk


def rename(window: Shell, name: str) -> None:
    """Make the smallest edit there is."""
    assert desk_of(window).edit("Rename the locality", name_locality, name)


def name_of(window: Shell) -> str:
    """Return what the open file calls its locality."""
    return desk_of(window).file.read(locality).name


def kept(window: Shell) -> list[Backup]:
    """Return the backups of the open file."""
    return backups.listed(desk_of(window).file.backup_folder)


def backed_up(window: Shell, qtbot: QtBot) -> Backup:
    """Back up the open file and return the backup."""
    making = window.furniture.doings.backing_up
    making.begin("timer")
    qtbot.waitUntil(lambda: not making.is_busy)
    return kept(window)[-1]


def page_of(window: Shell) -> BackupsPage:
    """Return the page of backups, which is on show."""
    page = window.stage.currentWidget()
    assert isinstance(page, BackupsPage)
    return page


def verb(strip: Strip, words: str) -> QPushButton:
    """Return a verb of a strip."""
    return next(one for one in strip.findChildren(QPushButton) if one.text() == words)


def told(table: QTreeWidget) -> list[list[str]]:
    """Return the texts of a table of the page."""
    lines = [table.topLevelItem(at) for at in range(table.topLevelItemCount())]
    return [[line.text(at) for at in range(table.columnCount())] for line in lines if line]


@pytest.fixture
def blocked(open_shell: Shell) -> Shell:
    """The window on a file whose backups have nowhere to go."""
    roof = desk_of(open_shell).file.backup_folder.parent
    roof.parent.mkdir(parents=True, exist_ok=True)
    roof.write_text("not a folder")
    return open_shell


def held_elsewhere(path: Path) -> None:
    """Let another computer have a file open."""
    there = Holder("WARD-PC", "Ann", 77, "another boot", "2016-10-31T12:00:00+00:00", "another")
    lock.place(path).write_text(json.dumps(asdict(there)))


# Made by themselves


def test_a_changed_file_is_backed_up_when_it_is_closed_and_says_so_when_opened(
    open_shell: Shell, path: Path, qtbot: QtBot
) -> None:
    folder = desk_of(open_shell).file.backup_folder
    rename(open_shell, "Marsh and Fen")
    open_shell.furniture.doings.close_file()
    assert [one.reason for one in backups.listed(folder)] == ["closing"]
    open_shell.furniture.doings.open_file(path)
    qtbot.waitUntil(lambda: bool(open_shell.status.backup.text()))
    at = localities.NOON.astimezone()
    assert open_shell.status.backup.text() == f"Backup {at.day} {at:%b %Y %H:%M}"


def test_closing_the_window_backs_up_and_a_file_left_alone_is_not_backed_up(
    open_shell: Shell, path: Path
) -> None:
    folder = desk_of(open_shell).file.backup_folder
    open_shell.furniture.doings.close_file()
    assert backups.listed(folder) == []
    open_shell.furniture.doings.open_file(path)
    rename(open_shell, "Marsh and Fen")
    open_shell.close()
    assert [one.reason for one in backups.listed(folder)] == ["closing"]


def test_every_half_hour_what_changed_is_backed_up_once(open_shell: Shell, qtbot: QtBot) -> None:
    making = open_shell.furniture.doings.backing_up
    assert making.timer.isActive()
    assert making.timer.interval() == 30 * 60 * 1000
    for _ in range(2):
        making.timer.timeout.emit()
        qtbot.waitUntil(lambda: not making.is_busy)
    assert [one.reason for one in kept(open_shell)] == ["timer"]
    open_shell.furniture.doings.close_file()
    assert not making.timer.isActive()


def test_a_backup_that_fails_is_told_within_a_second_and_stops_nothing(
    blocked: Shell, qtbot: QtBot
) -> None:
    blocked.furniture.menus.give("back_up")
    rename(blocked, "Marsh and Fen")
    qtbot.waitUntil(lambda: blocked.status.backup.text().startswith("Backup failed"), timeout=1000)
    assert blocked.furniture.strip.sentence.startswith("No backup was made")
    assert blocked.status.backup.accessibleName() == blocked.furniture.strip.sentence
    assert name_of(blocked) == "Marsh and Fen"


def test_a_failed_backup_can_be_tried_again_and_does_not_keep_the_file_open(
    blocked: Shell, qtbot: QtBot, path: Path
) -> None:
    making = blocked.furniture.doings.backing_up
    rename(blocked, "Marsh and Fen")
    blocked.furniture.doings.close_file()
    assert blocked.desk is None
    qtbot.waitUntil(lambda: blocked.furniture.strip.sentence.startswith("No backup was made"))
    blocked.furniture.doings.open_file(path)
    making.begin()
    qtbot.waitUntil(lambda: not making.is_busy)
    desk_of(blocked).file.backup_folder.parent.unlink()
    verb(blocked.furniture.strip, "Try again").click()
    qtbot.waitUntil(lambda: not making.is_busy)
    assert [one.reason for one in kept(blocked)] == ["by-hand"]
    assert blocked.status.said.text() == "The file is backed up."


def test_closing_waits_for_a_backup_that_is_under_way(open_shell: Shell) -> None:
    folder = desk_of(open_shell).file.backup_folder
    rename(open_shell, "Marsh and Fen")
    open_shell.furniture.doings.backing_up.begin("timer")
    open_shell.furniture.doings.close_file()
    assert [one.reason for one in backups.listed(folder)] == ["timer"]


# Gone back to


def test_the_page_says_what_a_backup_holds_beside_what_the_file_holds_now(
    open_shell: Shell, qtbot: QtBot
) -> None:
    backed_up(open_shell, qtbot)
    desk_of(open_shell).edit("Raise a cost", localities.set_cost, 1, 50_000_00)
    open_shell.furniture.menus.give("restore")
    page = page_of(open_shell)
    assert told(page.backups)[0][1] == "Every half hour"
    lines = told(page.figures)
    assert lines[0] == ["Cost of posts", "£120,000", "£130,000", "£10,000 less"]
    assert ["People", "3", "3", ""] in lines
    assert [line[0] for line in told(page.steps)] == ["Raise a cost"]
    assert nameless(open_shell) == []


def test_a_backup_is_opened_as_a_new_file_beside_the_present_one(
    open_shell: Shell, qtbot: QtBot, path: Path, tmp_path: Path, answer: Answer
) -> None:
    backed_up(open_shell, qtbot)
    rename(open_shell, "Marsh and Fen")
    target = tmp_path / "As it was.pch"
    answer("getSaveFileName", str(target))
    open_shell.furniture.doings.restore()
    page_of(open_shell).as_new.click()
    assert desk_of(open_shell).file.path == target
    assert name_of(open_shell) == "Marsh Valley"
    present = localities.opened(path)
    assert present.reason is None
    assert present.read(locality).name == "Marsh and Fen"
    present.close()


def test_a_name_that_is_taken_is_refused_on_the_page_and_nothing_is_changed(
    open_shell: Shell, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    backed_up(open_shell, qtbot)
    (tmp_path / "taken.pch").write_text("mine")
    answer("getSaveFileName", str(tmp_path / "taken.pch"))
    open_shell.furniture.doings.restore()
    page = page_of(open_shell)
    page.as_new.click()
    assert page.strip.sentence.startswith("There is already a file called taken.pch")
    assert page_of(open_shell) is page
    assert (tmp_path / "taken.pch").read_text() == "mine"


def test_a_backup_put_back_replaces_the_file_and_can_be_taken_back(
    open_shell: Shell, qtbot: QtBot, path: Path
) -> None:
    backed_up(open_shell, qtbot)
    rename(open_shell, "Marsh and Fen")
    open_shell.furniture.doings.restore()
    page_of(open_shell).over.click()
    strip = open_shell.furniture.strip
    assert name_of(open_shell) == "Marsh Valley"
    assert desk_of(open_shell).file.path == path
    assert strip.sentence.endswith("What it was before is kept as a backup.")
    assert [one.reason for one in kept(open_shell)] == ["timer", "before-restore"]
    verb(strip, "Take that back").click()
    assert name_of(open_shell) == "Marsh and Fen"
    assert desk_of(open_shell).file.to_undo is not None


def test_a_backup_that_is_damaged_says_so_and_cannot_be_used(
    open_shell: Shell, qtbot: QtBot
) -> None:
    made = backed_up(open_shell, qtbot)
    made.path.write_bytes(made.path.read_bytes()[:5000])
    open_shell.furniture.doings.restore()
    page = page_of(open_shell)
    assert not page.as_new.isEnabled()
    assert not page.over.isEnabled()
    assert "incomplete" in page.strip.sentence


def test_the_list_is_gone_through_by_arrow_keys_and_left_by_its_verb(
    open_shell: Shell, qtbot: QtBot
) -> None:
    backed_up(open_shell, qtbot)
    rename(open_shell, "Marsh and Fen")
    backed_up(open_shell, qtbot)
    open_shell.furniture.doings.restore()
    page = page_of(open_shell)
    assert page.chosen is not None
    newest = page.chosen.number
    qtbot.keyClick(page.backups, Qt.Key.Key_Down)
    assert page.chosen.number == newest - 1
    qtbot.waitUntil(lambda: [line[0] for line in told(page.steps)] == ["Rename the locality"])
    page.left.emit()
    assert open_shell.current == "garden"
    assert open_shell.stage.currentWidget() is not page


@pytest.mark.parametrize("size", [0, 60, 9000])
def test_a_damaged_file_leads_to_its_backups_and_is_whole_again(
    open_shell: Shell, qtbot: QtBot, path: Path, size: int
) -> None:
    backed_up(open_shell, qtbot)
    open_shell.furniture.doings.close_file()
    path.write_bytes(path.read_bytes()[:size])
    assert not open_shell.furniture.doings.open_file(path)
    assert "The last backup was made " in open_shell.furniture.strip.sentence
    verb(open_shell.furniture.strip, "Restore a backup").click()
    page = page_of(open_shell)
    assert page.figures.isColumnHidden(2)
    page.over.click()
    assert name_of(open_shell) == "Marsh Valley"
    assert desk_of(open_shell).file.reason is None


def test_a_damaged_file_that_was_never_backed_up_says_so(shell: Shell, path: Path) -> None:
    path.write_bytes(b"")
    assert not shell.furniture.doings.open_file(path)
    assert shell.furniture.strip.sentence.endswith(
        "There is no backup of any locality on this computer."
    )


def test_without_a_file_the_backups_of_every_file_can_be_looked_through(
    open_shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    backed_up(open_shell, qtbot)
    open_shell.show_file(localities.made(tmp_path / "other.pch"))
    rename(open_shell, "Alder Vale")
    open_shell.furniture.doings.close_file()
    open_shell.furniture.doings.restore()
    page = page_of(open_shell)
    assert {page.files.itemText(at).partition(" (")[0] for at in range(page.files.count())} == {
        "Marsh Valley",
        "Alder Vale",
    }


# Reading only


def test_a_file_another_pc_has_open_offers_a_copy_and_another_try(
    shell: Shell, path: Path, tmp_path: Path, answer: Answer
) -> None:
    localities.made(path).close()
    held_elsewhere(path)
    shell.furniture.doings.open_file(path)
    banner = shell.furniture.banner
    assert "Ann on WARD-PC" in banner.sentence
    verb(banner, "Try again").click()
    assert "Ann on WARD-PC" in banner.sentence
    assert banner.isVisible()
    copy = tmp_path / "mine.pch"
    answer("getSaveFileName", str(copy))
    verb(banner, "Open a copy…").click()
    assert desk_of(shell).file.path == copy
    assert not banner.isVisible()
    rename(shell, "Alder Vale")
    assert lock.place(path).exists()


def test_an_edit_of_a_file_that_can_only_be_read_is_refused_with_the_reason(
    shell: Shell, path: Path
) -> None:
    localities.made(path).close()
    held_elsewhere(path)
    shell.furniture.doings.open_file(path)
    desk = desk_of(shell)
    assert desk.edit("Rename", name_locality, "Alder Vale") is None
    assert shell.furniture.strip.sentence == desk.file.reason
    assert shell.status.saved.text() == "Reading only"
    assert not shell.furniture.menus.actions["back_up"].isEnabled()


def test_what_another_saves_is_shown_within_seconds_but_not_while_hidden(
    shell: Shell, path: Path, qtbot: QtBot
) -> None:
    first = localities.made(path)
    shell.show_file(localities.opened(path, "Sam Hill"))
    timer = shell.furniture.reading.timer
    assert timer.isActive()
    assert timer.interval() == 2000
    first.edit("Rename the locality", name_locality, "Alder Vale")
    qtbot.waitUntil(lambda: shell.rail.head()[0] == "Alder Vale", timeout=4000)
    assert shell.status.saved.text() == "Reading only"
    shell.hide()
    qtbot.waitUntil(lambda: not timer.isActive())
    first.edit("Rename the locality", name_locality, "Marsh and Fen")
    shell.show()
    qtbot.waitUntil(lambda: shell.rail.head()[0] == "Marsh and Fen", timeout=1000)
    first.close()


def test_a_file_that_comes_free_says_so_and_can_then_be_changed(shell: Shell, path: Path) -> None:
    localities.made(path).close()
    held_elsewhere(path)
    shell.furniture.doings.open_file(path)
    lock.place(path).unlink()
    shell.furniture.reading.look()
    banner = shell.furniture.banner
    assert banner.sentence.startswith("The file is free again")
    verb(banner, "Open it again").click()
    assert not banner.isVisible()
    rename(shell, "Alder Vale")


def test_the_file_that_is_open_is_not_opened_beside_itself(open_shell: Shell, path: Path) -> None:
    desk = desk_of(open_shell)
    assert open_shell.furniture.doings.open_file(path)
    assert desk_of(open_shell) is desk
    assert desk.file.reason is None


# Words


def test_moments_sizes_and_reasons_are_told_as_people_tell_them() -> None:
    now = datetime(2016, 10, 31, 14, 30).astimezone()
    assert backup_words.when(now - timedelta(hours=5), now) == "today 09:30"
    assert backup_words.when(now - timedelta(days=1), now) == "yesterday 14:30"
    assert backup_words.when(now - timedelta(days=9), now) == "22 Oct 2016 14:30"
    assert backup_words.size(120) == "1 kB"
    assert backup_words.size(1_700_000) == "1.7 MB"
    assert backup_words.why("before-v3-to-v4") == "Before a new file format"
    assert backup_words.why("before-import") == "Before an import"
    assert backup_words.why("before-spring-clean") == "Before spring clean"


def test_every_kind_of_row_has_a_name_of_the_field(file: LocalityFile) -> None:
    names = {holding.words for holding in file.read(restoring.present).counts}
    assert names <= {"setting", "locality"} | set(backup_words.TABLES)


def test_what_differs_comes_first_and_an_adverse_sum_stands_in_brackets() -> None:
    then = Preview(
        datetime(2016, 10, 31, tzinfo=UTC),
        4,
        (Holding("person", 3), Holding("service", 2)),
        (Holding("actual, amount", -500_00),),
        (),
    )
    now = replace(then, counts=(Holding("person", 3),), money_pence=(Holding("actual, amount", 0),))
    lines = backup_words.compared(then, now)
    assert [(one.words, one.then, one.now, one.change) for one in lines] == [
        ("Actual spend", "(£500)", "£0", "£500 less"),
        ("Services", "2", "0", "2 more"),
        ("People", "3", "3", ""),
    ]


# Keys of a table and of the window


def test_ctrl_plus_adds_a_row_in_a_table_and_enlarges_text_elsewhere(
    open_shell: Shell, qtbot: QtBot
) -> None:
    desk = desk_of(open_shell)
    model: TableModel[toys.Line] = TableModel(toys.COLUMNS, toys.edits(desk), noun="line")
    model.show(toys.lines())
    grid = Grid(desk, model, "Lines")
    open_shell.show_page(grid)
    open_shell.activateWindow()
    qtbot.waitUntil(open_shell.isActiveWindow)
    grid.view.setFocus()
    grid.view.go(0, 0)
    percent = open_shell.style_in_use.theme.text_percent
    QTest.keyClick(grid.view, Qt.Key.Key_Plus, CTRL)
    assert grid.view.currentIndex().row() == model.rowCount() - 1
    assert open_shell.style_in_use.theme.text_percent == percent
    model.edits = None
    QTest.keyClick(grid.view, Qt.Key.Key_Plus, CTRL)
    assert open_shell.style_in_use.theme.text_percent > percent
    open_shell.top.search.setFocus()
    QTest.keyClick(open_shell.top.search, Qt.Key.Key_Minus, CTRL)
    QApplication.processEvents()
    assert open_shell.style_in_use.theme.text_percent == percent


def test_a_copy_without_names_is_saved_from_the_file_menu(
    open_shell: Shell, tmp_path: Path, answer: Answer
) -> None:
    target = tmp_path / "Without names.pch"
    answer("getSaveFileName", str(target))
    open_shell.furniture.menus.give("save_without_names")
    assert "A copy without names was saved as" in open_shell.furniture.strip.sentence
    copy = localities.opened(target)
    assert copy.read(locality).name == "Marsh Valley"
    copy.close()
    raw = target.read_bytes()
    assert b"Person 1" in raw and b"Person Example" not in raw
