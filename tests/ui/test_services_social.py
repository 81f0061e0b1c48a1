"""Social prescribing on the screen, worked in by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import Category, CountKind
from pch_desktop.store import services
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.services.social import SocialMonthsView
from pch_desktop.ui.sections.services.social_names import SocialNamesView
from tests.ui.conftest import OCTOBER
from tests.ui.driving import put

NOVEMBER = Month(2016, 11)


def prescribing(desk: Desk) -> int:
    return desk.file.edit("Add", services.add_service, "Link workers", Category.SOCIAL_PRESCRIBING)


def counts(file: LocalityFile) -> dict[tuple[str, Month], int]:
    rows = file.read(services.social_counts, Month(2016, 4), Month(2017, 3))
    return {(row.name, row.month): row.people for row in rows}


def shown(qtbot: QtBot, view: SocialMonthsView | SocialNamesView) -> None:
    qtbot.addWidget(view)
    view.resize(1100, 560)
    view.show()
    QApplication.processEvents()


def test_a_month_is_typed_checked_and_undone(qtbot: QtBot, desk: Desk) -> None:
    view = SocialMonthsView(desk)
    shown(qtbot, view)
    QAbstractItemModelTester(view.grid.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert view.grid.isHidden()
    prescribing(desk)
    assert not view.grid.isHidden()
    view.show_record(1)
    QTest.keyClick(view.grid.view, Qt.Key.Key_4)
    for key in (Qt.Key.Key_0, Qt.Key.Key_Tab):
        QTest.keyClick(QApplication.focusWidget() or view.grid.view, key)
    assert put(view.grid, 7, "accepted", "44") == ""
    assert put(view.grid, 7, "mean_change", "1.2") == ""
    assert "44 accepted is more than 40 referred" in view.strip.sentence
    assert put(view.grid, 7, "accepted", "-3").startswith("“-3” cannot be taken")
    (row,) = desk.file.read(services.social_months, OCTOBER, OCTOBER)
    assert (row.told.referred, row.told.accepted) == (40, 44)
    assert put(view.grid, 7, "accepted", "36") == ""
    assert view.finding.text() == "40 people referred since April, 36 accepted."
    assert desk.file.to_undo is not None
    assert desk.file.to_undo.label == "Change people accepted, October 2016"
    desk.file.undo()
    assert "44 accepted" in view.strip.sentence


def test_a_block_of_counts_goes_in_as_one_step_and_new_names_stay(qtbot: QtBot, desk: Desk) -> None:
    prescribing(desk)
    view = SocialNamesView(desk)
    shown(qtbot, view)
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    names = [row.name for row in view.model.rows]
    assert names[:2] == ["GP", "Practice nurse"]  # The usual names, while there is nothing.
    QGuiApplication.clipboard().setText("12\t14\n3\t5")
    view.grid.select_record(view.model.rows[0].id, "m6")
    view.grid.paste()
    assert counts(desk.file) == {
        ("GP", OCTOBER): 12, ("GP", NOVEMBER): 14,
        ("Practice nurse", OCTOBER): 3, ("Practice nurse", NOVEMBER): 5,
    }  # fmt: skip
    assert [row.name for row in view.model.rows] == ["GP", "Practice nurse"]
    assert view.finding.text() == "Most often referred by: GP, 26 of 34 in the year."
    view.usual.click()
    assert len(view.model.rows) == len(names)
    view.usual.click()
    line = view.model.rowCount() - 1
    view.model.change_cell(line, 0, "Food bank")
    assert "Enter how many people of Food bank" in view.grid.strip.sentence
    view.model.change_cell(line, view.model.column_at("m6"), "6")
    assert counts(desk.file)["Food bank", OCTOBER] == 6
    desk.file.undo()
    desk.file.undo()
    assert counts(desk.file) == {}


def test_names_are_renamed_deleted_and_each_kind_has_its_own(qtbot: QtBot, desk: Desk) -> None:
    service = prescribing(desk)
    of = (CountKind.NEED, "Housing")
    desk.file.edit("Enter", services.enter_social_counts, service, of, {OCTOBER: 9})
    view = SocialNamesView(desk)
    shown(qtbot, view)
    view.show_kind(CountKind.NEED)
    (row,) = view.model.rows
    assert put(view.grid, row.id, "name", "Housing and home") == ""
    assert counts(desk.file) == {("Housing and home", OCTOBER): 9}
    view.usual.click()
    bare = next(row for row in view.model.rows if row.name == "Loneliness")
    assert "Nobody is counted by Loneliness yet" in put(view.grid, bare.id, "name", "Alone")
    told = next(row for row in view.model.rows if row.year)
    view.grid.select_record(told.id, "name")
    view.grid.remove()
    assert counts(desk.file) == {}
    assert desk.file.to_undo is not None
    assert desk.file.to_undo.label == "Delete counts of Housing and home, 2016/17"
    view.show_kind(CountKind.ONWARD)
    assert view.model.columns[0].title == "Referred on to"
