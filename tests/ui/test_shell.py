"""The window: what it shows, where it leads, and that every part has a name."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QTextBrowser,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from pch_desktop.domain.period import Month
from pch_desktop.store import locality, population
from pch_desktop.ui import geometry
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.page import Page
from pch_desktop.ui.shell import Shell
from pch_desktop.ui.strip import Tone
from tests import localities
from tests.figures import ROOT

HEAVY = {"sqlalchemy", "sqlite3", "alembic", "pandas", "numpy", "matplotlib", "openpyxl"}
PAINTED = """
import json, sys
from pathlib import Path
from pch_desktop import app
from pch_desktop.ui import starting
application = starting.application()
window = app.shell(Path(sys.argv[1]))
def painted():
    print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
    application.quit()
starting.after_paint(window, painted)
window.show()
application.exec()
"""
CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextBrowser,
)


def nameless(window: QWidget) -> list[str]:
    """Return the controls of a window that a screen reader could not name."""
    return [
        f"{type(control).__name__} in {type(control.parent()).__name__}"
        for kind in CONTROLS
        for control in window.findChildren(kind)
        if not (
            control.accessibleName() or (isinstance(control, QAbstractButton) and control.text())
        )
        and not control.objectName().startswith("qt_")
        and not isinstance(control.parent(), QComboBox | QTabBar | QLineEdit)
        and not control.metaObject().className().startswith("QHeaderView")
        and not type_of(control.parent()).startswith("QComboBox")
    ]


def type_of(part: QObject | None) -> str:
    """Return what Qt calls the kind of a part."""
    return part.metaObject().className() if part is not None else ""


def test_the_shell_is_painted_before_anything_heavy_is_imported(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", PAINTED, str(tmp_path)]
    found = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, check=False, text=True
    )
    assert found.returncode == 0, found.stderr
    assert set(json.loads(found.stdout)) & (HEAVY | {"xlsxwriter"}) == set()


def test_without_a_file_the_start_page_is_shown_and_no_section_can_be_chosen(shell: Shell) -> None:
    assert shell.stage.currentWidget() is shell.start_page
    assert [one.isEnabled() for one in shell.rail.buttons.values()] == [False, False]
    assert not shell.top.export.isEnabled()


def test_sections_are_found_by_their_files_in_their_order(shell: Shell) -> None:
    assert [one.text() for one in shell.rail.buttons.values()] == ["Garden", "Tools"]


def test_an_open_file_shows_its_name_its_month_and_its_first_section(open_shell: Shell) -> None:
    assert open_shell.windowTitle() == "Marsh Valley – PCH Desktop"
    assert open_shell.top.month_button.text() == "April 2016, month 1 of 12"
    assert open_shell.current == "garden"
    assert open_shell.rail.buttons["garden"].isChecked()


def test_a_section_keeps_its_screen_when_one_comes_back_to_it(open_shell: Shell) -> None:
    first = open_shell.stage.currentWidget()
    open_shell.furniture.menus.actions["section_tools"].trigger()
    assert open_shell.current == "tools"
    assert open_shell.stage.currentWidget() is not first
    open_shell.furniture.menus.actions["section_garden"].trigger()
    assert open_shell.stage.currentWidget() is first


def test_every_control_of_the_window_has_a_name(open_shell: Shell) -> None:
    open_shell.furniture.doings.help_here()
    open_shell.furniture.doings.toggle_history()
    open_shell.furniture.doings.new_locality()
    open_shell.furniture.doings.search()
    open_shell.furniture.offer_months()
    open_shell.furniture.doings.restore()
    open_shell.furniture.doings.settings()
    assert nameless(open_shell) == []


def test_an_edit_names_the_step_that_undo_takes_back(open_shell: Shell) -> None:
    press = next(
        found
        for found in open_shell.stage.findChildren(QPushButton)
        if found.text().strip() == "Add practice"
    )
    press.click()
    assert open_shell.top.undo.toolTip() == "Undo: Add practice (Ctrl+Z)"
    assert open_shell.furniture.menus.actions["undo"].text() == "Undo: Add practice"
    assert open_shell.status.saved.text().startswith("All changes saved ")
    open_shell.furniture.doings.undo()
    assert open_shell.top.redo.toolTip() == "Redo: Add practice (Ctrl+Y)"
    open_shell.furniture.doings.redo()
    assert open_shell.furniture.menus.actions["undo"].text() == "Undo: Add practice"


def test_a_refused_edit_is_a_sentence_in_the_strip_and_changes_nothing(open_shell: Shell) -> None:
    desk = desk_of(open_shell)
    before = desk.file.read(population.practices, desk.month)
    assert desk.edit("Add practice", population.add_practice, "", "") is None
    assert open_shell.furniture.strip.isVisible()
    assert open_shell.furniture.strip.sentence
    assert desk.file.read(population.practices, desk.month) == before


def test_an_edit_gives_back_what_its_command_gave(desk: Desk) -> None:
    done = desk.edit("Add practice", population.add_practice, "Y01234", "Hill Surgery")
    assert done
    found = desk.file.read(population.practices, desk.month)
    assert [practice.id for practice in found] == [done.result]


def test_a_fault_is_told_and_is_not_a_refusal(desk: Desk) -> None:
    told: list[str] = []

    def hear(fault: BaseException) -> None:
        told.append(type(fault).__name__)

    def broken() -> None:
        raise ZeroDivisionError

    desk.failed.connect(hear)
    assert desk.attempt(broken) is None
    assert told == ["ZeroDivisionError"]


def test_a_screen_out_of_sight_reads_again_when_it_is_next_shown(open_shell: Shell) -> None:
    garden = open_shell.stage.currentWidget()
    readings = getattr(garden, "readings", 0)
    open_shell.go("tools")
    desk_of(open_shell).edit("Add practice", population.add_practice, "Y01234", "Hill Surgery")
    assert getattr(garden, "readings", 0) == readings
    open_shell.go("garden")
    assert getattr(garden, "readings", 0) == readings + 1


def test_the_month_is_changed_by_keys_within_the_years_of_the_file(open_shell: Shell) -> None:
    open_shell.furniture.doings.step_month(1)
    assert desk_of(open_shell).month == Month(2016, 5)
    assert open_shell.top.month_button.text() == "May 2016, month 2 of 12"
    open_shell.furniture.doings.step_month(-1)
    open_shell.furniture.doings.step_month(-1)
    assert desk_of(open_shell).month == Month(2016, 4)


def test_the_months_of_the_files_years_are_offered(open_shell: Shell, qtbot: QtBot) -> None:
    open_shell.furniture.offer_months()
    offered = [
        found
        for found in open_shell.furniture.month_choice.findChildren(QAbstractButton)
        if found.accessibleName().endswith(("2016", "2017"))
    ]
    assert len(offered) == 12
    offered[6].click()
    assert desk_of(open_shell).month == Month(2016, 10)


def test_the_rail_is_narrow_where_there_is_no_room_and_where_that_was_chosen(shell: Shell) -> None:
    shell.resize(1366, 768)
    assert not shell.rail.is_narrow
    shell.resize(1190, 700)
    assert shell.rail.is_narrow
    shell.resize(1366, 768)
    shell.furniture.doings.toggle_rail()
    assert shell.rail.is_narrow
    assert shell.preferences.now.is_rail_narrow


def test_the_window_can_be_as_small_as_a_practice_pc_needs(shell: Shell) -> None:
    least = shell.minimumSizeHint()
    assert least.width() <= 1180
    assert least.height() <= 640


def test_a_badge_is_read_out(open_shell: Shell) -> None:
    button = open_shell.rail.buttons["garden"]
    button.set_badge(2)
    assert button.accessibleName() == "Garden, section, 2 things need attention"
    button.set_badge(0)
    assert button.accessibleName() == "Garden, section"


def test_the_history_says_who_did_what_and_opens_to_from_what_to_what(open_shell: Shell) -> None:
    desk = desk_of(open_shell)
    desk.edit("Rename the locality", locality.name_locality, "Marsh and Fen")
    open_shell.furniture.doings.toggle_history()
    history = open_shell.furniture.side.history
    assert history is not None
    line = history.steps.topLevelItem(0)
    assert line is not None
    assert line.text(0).startswith("Rename the locality\n31 Oct 2016")
    assert line.text(0).endswith("Jo Wren")
    line.setExpanded(True)
    row = line.child(0)
    assert row is not None
    change = row.child(0)
    assert change is not None
    assert change.text(0) == "Name: Marsh Valley → Marsh and Fen"
    history.filter.setText("seed")
    assert line.isHidden()
    assert open_shell.rail.head()[0] == "Marsh and Fen"


def test_the_history_tells_values_as_people_read_them(open_shell: Shell) -> None:
    desk = desk_of(open_shell)
    desk.edit("Cost of N1", localities.set_cost, 1, 41_234_56)
    open_shell.furniture.doings.toggle_history()
    history = open_shell.furniture.side.history
    assert history is not None
    line = history.steps.topLevelItem(0)
    assert line is not None
    line.setExpanded(True)
    (row,) = lines_under(line)
    (change,) = lines_under(row)
    assert row.text(0) == "Nurse O'Neil 1: changed (Post)"
    assert change.text(0) == "Full-year cost: £40,000.00 → £41,234.56"


def test_a_long_step_is_shown_a_hundred_rows_at_a_time(open_shell: Shell) -> None:
    desk = desk_of(open_shell)
    desk.edit("Bring in actuals", localities.many, 230)
    open_shell.furniture.doings.toggle_history()
    history = open_shell.furniture.side.history
    assert history is not None
    line = history.steps.topLevelItem(0)
    assert line is not None
    line.setExpanded(True)
    shown: list[int] = []
    for _ in range(3):
        *_, last = [one for one in lines_under(line) if not one.isHidden()]
        shown.append(sum(one.text(0).endswith("(Actual spend)") for one in lines_under(line)))
        history.steps.itemClicked.emit(last, 0)
        history.steps.itemActivated.emit(last, 0)
    assert shown == [100, 200, 230]
    assert not any(one.text(0) == "Show more rows" and not one.isHidden()
                   for one in lines_under(line))  # fmt: skip


def lines_under(line: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    """Return what stands under a line of a tree."""
    found = [line.child(at) for at in range(line.childCount())]
    return [one for one in found if one is not None]


def test_help_opens_at_the_side_and_closes_by_the_same_key(open_shell: Shell) -> None:
    open_shell.furniture.doings.open_help("shortcuts")
    assert open_shell.furniture.side.isVisible()
    assert open_shell.furniture.side.help is not None
    assert "Ctrl+K" in open_shell.furniture.side.help.browser.toPlainText()
    open_shell.furniture.doings.open_help("shortcuts")
    assert not open_shell.furniture.side.isVisible()


def test_a_file_held_elsewhere_is_shown_with_the_reason_it_cannot_be_changed(
    shell: Shell, path: Path
) -> None:
    from tests import localities

    first = localities.made(path)
    second = localities.opened(path, "Sam Hill")
    assert second.reason
    shell.show_file(second)
    assert shell.furniture.banner.isVisible()
    assert shell.furniture.banner.sentence == second.reason
    assert shell.status.saved.text() == "Reading only"
    assert not shell.furniture.menus.actions["import"].isEnabled()
    first.close()


def test_a_window_whose_screen_has_gone_comes_back_where_it_can_be_seen(shell: Shell) -> None:
    shell.preferences.change(geometry=(9000, 9000, 1300, 700))
    geometry.restore(shell, shell.preferences.now)
    assert geometry.is_seen(shell.geometry())


def test_closing_the_window_lets_go_of_the_file_and_keeps_where_it_stood(
    open_shell: Shell, path: Path
) -> None:
    from tests import localities

    open_shell.close()
    again = localities.opened(path)
    assert again.reason is None
    again.close()
    assert len(open_shell.preferences.now.geometry) == 4


def test_tabs_are_turned_by_keys_and_built_when_first_looked_at(qtbot: QtBot) -> None:
    built: list[str] = []

    def view(name: str) -> QWidget:
        built.append(name)
        return QWidget()

    page = Page("Two views")
    qtbot.addWidget(page)
    page.add_tab("First", lambda: view("First"))
    page.add_tab("Second", lambda: view("Second"))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    assert built == ["First"]
    page.tabs.setFocus()
    qtbot.keyClick(page.tabs, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert page.tabs.currentIndex() == 1
    page.show_tab("First")
    assert built == ["First", "Second"]


def test_layouts_of_tables_are_kept_on_this_pc(desk: Desk) -> None:
    desk.keep_layout("budget.lines", {"widths": [120, 60]})
    assert desk.layout("budget.lines") == {"widths": [120, 60]}
    assert desk.layout("another") == {}


def test_focus_is_seen_where_it_is(open_shell: Shell, qtbot: QtBot) -> None:
    open_shell.activateWindow()
    qtbot.waitUntil(open_shell.isActiveWindow)
    garden = open_shell.rail.buttons["garden"]
    open_shell.top.search.setFocus()
    before = garden.grab().toImage()
    garden.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert garden.grab().toImage() != before


def desk_of(window: Shell) -> Desk:
    """Return the desk of a window with a file."""
    if window.desk is None:
        pytest.fail("no file is open")
    return window.desk


def test_a_refusal_goes_once_something_else_is_done(open_shell: Shell) -> None:
    strip, desk = open_shell.furniture.strip, open_shell.desk
    assert desk is not None
    desk.refused("Enter a number.")
    assert strip.isVisible()
    desk.edit("Add practice", population.add_practice, "Y01234", "Hill Surgery")
    assert not strip.isVisible()
    desk.refused("Enter a number.")
    open_shell.go("tools")
    assert not strip.isVisible()
    strip.tell("Choose one.", Tone.ERROR, ("This one", strip.hide))
    open_shell.go("garden")
    assert strip.isVisible()
