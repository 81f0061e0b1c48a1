"""The search box finds sections, commands, records and help, and acts on Enter."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pch_desktop.store import population
from pch_desktop.ui.finding import Entry, best, rank
from pch_desktop.ui.shell import Shell


def titles(shell: Shell, text: str) -> list[str]:
    """Return what the box lists for a text."""
    return [entry.title for entry in shell.furniture.palette.entries(text)]


def test_a_section_is_found_by_its_first_letters(open_shell: Shell) -> None:
    assert titles(open_shell, "gard")[0] == "Garden"


def test_a_command_is_found_with_its_keys(open_shell: Shell) -> None:
    found = open_shell.furniture.palette.entries("history")[0]
    assert (found.title, found.keys) == ("History of changes", "Ctrl+H")


def test_a_record_is_found_by_any_part_of_its_name(open_shell: Shell) -> None:
    assert "Orchard Lane Surgery" in titles(open_shell, "lane")


def test_a_help_page_is_found(open_shell: Shell) -> None:
    assert "Help: Keyboard shortcuts" in titles(open_shell, "shortcuts")


def test_commands_that_cannot_be_given_now_are_not_offered(shell: Shell) -> None:
    assert titles(shell, "export") == []
    assert "New locality" in titles(shell, "new")


def test_at_most_eight_are_listed(open_shell: Shell) -> None:
    assert len(titles(open_shell, "")) == 8
    assert len(titles(open_shell, "e")) <= 8


def test_finding_takes_less_than_fifty_milliseconds(open_shell: Shell) -> None:
    desk = open_shell.desk
    assert desk is not None
    open_shell.furniture.palette.entries("surgery")
    spent: list[float] = []
    for text in ("o", "or", "orc", "lane", "undo"):
        start = perf_counter()
        open_shell.furniture.palette.entries(text)
        spent.append(perf_counter() - start)
    assert sorted(spent)[2] < 0.05


def test_enter_acts_and_gives_the_focus_back(open_shell: Shell, qtbot: QtBot) -> None:
    box = open_shell.top.search
    open_shell.furniture.doings.search()
    qtbot.keyClicks(box, "tools")
    assert open_shell.furniture.palette.isVisible()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert open_shell.current == "tools"
    assert not open_shell.furniture.palette.isVisible()
    assert box.text() == ""


def test_enter_on_a_record_goes_to_it(open_shell: Shell, qtbot: QtBot) -> None:
    assert open_shell.desk is not None
    open_shell.desk.edit("Add practice", population.add_practice, "Y01234", "Hill Surgery")
    open_shell.go("tools")
    open_shell.furniture.doings.search()
    qtbot.keyClicks(open_shell.top.search, "hill")
    qtbot.keyClick(open_shell.top.search, Qt.Key.Key_Return)
    assert open_shell.current == "garden"
    lines = getattr(open_shell.stage.currentWidget(), "lines", None)
    assert lines is not None
    assert lines.currentItem().text() == "Hill Surgery"


def test_escape_closes_and_clears(open_shell: Shell, qtbot: QtBot) -> None:
    box = open_shell.top.search
    open_shell.furniture.doings.search()
    qtbot.keyClicks(box, "gar")
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not open_shell.furniture.palette.isVisible()
    assert box.text() == ""


def test_what_is_not_found_is_said(open_shell: Shell, qtbot: QtBot) -> None:
    open_shell.furniture.doings.search()
    qtbot.keyClicks(open_shell.top.search, "zzzz")
    assert open_shell.furniture.palette.list.count() == 0
    qtbot.keyClick(open_shell.top.search, Qt.Key.Key_Return)
    assert open_shell.furniture.palette.isVisible()


def test_the_whole_title_comes_before_its_start_and_that_before_a_word_inside() -> None:
    ranks = [rank("plan", title) for title in ("Plan", "Plans", "The plan", "Explanation", "Other")]
    assert ranks == sorted(ranks, reverse=True)
    assert ranks[-1] == 0


def test_letters_in_order_find_too() -> None:
    assert rank("sbudg", "Shadow budget") > 0
    assert rank("xyz", "Shadow budget") == 0


def test_a_tie_keeps_the_order_given() -> None:
    entries = [Entry("Do", title, lambda: None) for title in ("Export b", "Export a")]
    assert [entry.title for entry in best("export", entries, (), 8)] == ["Export b", "Export a"]
