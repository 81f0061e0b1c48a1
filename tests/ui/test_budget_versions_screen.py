"""Versions, virements, the phase and the close on the screen, by keyboard, on the sample."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from pch_desktop.domain.budget import Phase, VersionStatus
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.preferences import PreferenceFile
from pch_desktop.store import budget
from pch_desktop.store.budget import LineRow
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.closed_strip import ClosedStrip
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.month_choice import MonthChoice
from pch_desktop.ui.sections.budget.charts import bridge_chart, path_chart
from pch_desktop.ui.sections.budget.close import CloseView
from pch_desktop.ui.sections.budget.phase import PhaseView
from pch_desktop.ui.sections.budget.screen import SCREEN, BudgetScreen
from pch_desktop.ui.sections.budget.versions import VersionsView
from pch_desktop.ui.sections.budget.virements import VirementsView
from pch_desktop.ui.style import Style
from pch_desktop.ui.top_bar import TopBar

YEAR, OLD = FinancialYear(2016), FinancialYear(2015)
FEBRUARY, OCTOBER = Month(2016, 2), Month(2016, 10)


@pytest.fixture
def screen(
    sample: LocalityFile, style: Style, preferences: PreferenceFile, qtbot: QtBot
) -> BudgetScreen:
    """The screen on the sample, at October 2016."""
    desk = Desk(sample, OCTOBER, style, preferences)
    made = SCREEN.build(desk)
    assert isinstance(made, BudgetScreen)
    desk.setParent(made)
    qtbot.addWidget(made)
    made.resize(1162, 662)
    made.show()
    return made


def leaf(screen: BudgetScreen, title: str) -> Any:
    """Return a view under the tab Versions."""
    leaves: Any = screen.shown("Versions")
    return leaves.shown(title)


def desk_of(view: Any) -> Desk:
    """Return the desk a view stands on."""
    return view.grid.desk


def line(file: LocalityFile, name: str, month: Month = OCTOBER) -> LineRow:
    """Return a line by its name."""
    return next(row for row in file.read(budget.lines, month) if row.name == name)


def status(file: LocalityFile, year: FinancialYear = YEAR) -> list[VersionStatus]:
    """Return how a year's versions stand, newest first."""
    return [row.status for row in file.read(budget.versions, year)]


def approve(screen: BudgetScreen, day: str = "1 Dec 2027", minute: str = "Board 22.4") -> Any:
    """Submit and approve the version at hand by keyboard; return the view."""
    view = leaf(screen, "Versions")
    view.submit.setFocus()
    QTest.keyClick(view.submit, Qt.Key.Key_Space)
    QTest.keyClick(view.approve, Qt.Key.Key_Space)
    on, where = view.question.boxes
    QTest.keyClicks(on, day)
    QTest.keyClick(on, Qt.Key.Key_Return)
    assert where.hasFocus()
    QTest.keyClicks(where, minute)
    QTest.keyClick(where, Qt.Key.Key_Return)
    return view


def cells(model: Any, column: str) -> list[str]:
    """Return what a column shows."""
    at = model.column_at(column)
    return [str(model.index(row, at).data()) for row in range(len(model.rows))]


# Versions


def test_a_draft_is_submitted_and_approved_by_keyboard_and_a_new_one_made(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    view = approve(screen)
    assert isinstance(view, VersionsView)
    assert status(sample) == [VersionStatus.APPROVED]
    assert not view.question.isVisible()
    assert not view.submit.isEnabled()
    QTest.keyClick(view.new, Qt.Key.Key_Space)
    (why,) = view.question.boxes
    QTest.keyClicks(why, "Month 7 review")
    QTest.keyClick(why, Qt.Key.Key_Return)
    assert status(sample) == [VersionStatus.DRAFT, VersionStatus.APPROVED]
    assert cells(view.grid.model, "words")[0] == "Month 7 review"
    assert screen.figures.context.startswith("2016/17, version 2.")
    assert view.finding.text() == "No line changes."
    sample.edit(
        "Raise", budget.set_line, line(sample, "Contingency").id, "annual_pence", 300_000_00
    )
    assert view.finding.text().startswith("1 line changes, £25,000 more in all; most: Contingency")
    titles = [column.title for column in view.comparison.model.columns]
    assert titles[2:4] == ["Version 1 £", "Version 2 £"]


def test_approval_without_its_minute_is_refused_and_the_question_stays(
    screen: BudgetScreen, sample: LocalityFile, qtbot: QtBot
) -> None:
    view = leaf(screen, "Versions")
    said: list[str] = []
    desk_of(view).was_refused.connect(said.append)
    approve(screen, minute=" ")
    assert "where it is minuted" in said[0]
    assert view.question.isVisible()
    assert view.question.boxes[0].text() == "1 Dec 2027"
    with qtbot.waitSignal(desk_of(view).was_refused):
        view.question.boxes[0].setText("never")
        view.question.answer()
    QTest.keyClick(view.question.boxes[0], Qt.Key.Key_Escape)
    assert not view.question.isVisible()
    QTest.keyClick(view.back, Qt.Key.Key_Space)
    assert status(sample) == [VersionStatus.DRAFT]


def test_two_versions_of_last_year_stand_side_by_side(screen: BudgetScreen) -> None:
    view = leaf(screen, "Versions")
    desk_of(view).choose_month(FEBRUARY)
    assert cells(view.grid.model, "status") == ["Approved", "Superseded"]
    assert (view.first.currentText(), view.second.currentText()) == (
        "Version 1, superseded", "Version 2, approved",
    )  # fmt: skip
    assert view.finding.text().startswith("3 lines change, £110,000 more in all")
    view.second.setCurrentIndex(view.second.findText("Version 1, superseded"))
    assert view.finding.text() == "There is one version so far."


def test_the_next_year_is_begun_and_says_what_became_of_the_lines(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    view = leaf(screen, "Versions")
    assert view.begin.text().strip() == "Begin 2017/18"
    QTest.keyClick(view.begin, Qt.Key.Key_Space)
    assert view.grid.strip.sentence.startswith("2017/18 is begun as a draft with")
    assert status(sample, FinancialYear(2017)) == [VersionStatus.DRAFT]


# Virements


def test_a_virement_is_typed_in_a_line_and_undone_in_one_step(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    view = leaf(screen, "Virements")
    assert isinstance(view, VirementsView)
    assert not view.add.isEnabled()
    assert "moved between lines once the version is approved" in view.sheet.strip.sentence
    approve(screen)
    view = leaf(screen, "Virements")
    assert not view.sheet.strip.isVisible()
    assert add(view) == ""
    (moved,) = listed(sample)
    assert (moved.from_line, moved.to_line, moved.amount_pence) == (
        "Contingency", "Prescribing", 12_000_00,
    )  # fmt: skip
    assert line(sample, "Contingency").virement_pence == -12_000_00
    now = {row.name: row for row in view.lines.model.rows}
    assert (now["Contingency"].opening, now["Contingency"].current) == (
        275_000_00, 263_000_00,
    )  # fmt: skip
    assert view.sheet.toolbar.findChildren(QLabel)[-1].text().startswith("1 virement moved £12,000")
    sample.undo()
    assert listed(sample) == []
    assert line(sample, "Contingency").virement_pence == 0


def listed(file: LocalityFile) -> Any:
    """Return the virements of the newest version."""
    return file.read(budget.virements, file.read(budget.versions, YEAR)[0].id)


def add(view: VirementsView, **changed: str) -> str:
    """Type a virement into the empty line; return what the last cell was refused for."""
    model = view.grid.model
    said: list[str] = []
    model.refused.connect(said.append)
    typed = {
        "from_line": "contingency", "to_line": "Prescribing", "amount": "12,000",
        "month": "October 2016", "words": "A late price rise", **changed,
    }  # fmt: skip
    refused = ""
    for key, text in typed.items():
        said.clear()
        refused = model.change_cell(model.rowCount() - 1, model.column_at(key), text)
        refused = refused or (said[-1] if said else "")
    model.refused.disconnect(said.append)
    return refused


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"words": "Why", "month": "April 2018"}, "April 2018 does not lie in 2016/17"),
        ({"words": "Why", "amount": "400,000"}, "“Contingency” has £"),
        ({"words": "Why", "to_line": "Contingency"}, "cannot move budget to itself"),
    ],
)
def test_what_cannot_be_moved_is_refused_where_it_is_typed(
    screen: BudgetScreen, sample: LocalityFile, changed: dict[str, str], said: str
) -> None:
    approve(screen)
    assert said in add(leaf(screen, "Virements"), **changed)
    assert listed(sample) == []


def test_text_in_money_and_a_line_that_is_not_there_are_refused_in_their_cells(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    approve(screen)
    view = leaf(screen, "Virements")
    assert add(view) == ""
    model, (moved,) = view.grid.model, listed(sample)
    at = model.line_of(moved.id)
    for key, text in (("amount", "abc"), ("from_line", "Nowhere"), ("month", "someday")):
        assert model.change_cell(at, model.column_at(key), text)
    assert listed(sample) == [moved]
    for key, text in (
        ("amount", "6,000"), ("month", "November 2016"), ("to_line", "A&E and urgent care"),
        ("approver", "Board"), ("minute_reference", "22.5"), ("decided_on", "3 Nov 2016"),
        ("is_recurrent", "Yes"), ("words", "Winter"),
    ):  # fmt: skip
        assert model.change_cell(model.line_of(moved.id), model.column_at(key), text) == ""
    (now,) = listed(sample)
    assert (now.amount_pence, now.month, now.to_line) == (
        6_000_00, Month(2016, 11), "A&E and urgent care",
    )  # fmt: skip
    assert (now.is_recurrent, now.approver, now.words) == (True, "Board", "Winter")
    view.grid.select_record(moved.id)
    view.grid.remove()
    assert listed(sample) == []


def test_every_table_of_the_tab_keeps_qts_rules(screen: BudgetScreen) -> None:
    approve(screen)
    models = [
        leaf(screen, "Versions").grid.model, leaf(screen, "Versions").comparison.model,
        leaf(screen, "Virements").grid.model, leaf(screen, "Virements").lines.model,
        leaf(screen, "Phase").grid.model,
    ]  # fmt: skip
    for model in models:
        assert isinstance(model, QAbstractItemModel)
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    add(leaf(screen, "Virements"))
    assert models[2].rowCount() == 2


# The phase


def test_the_phase_goes_on_and_back_with_a_note_that_the_history_keeps(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    view = leaf(screen, "Phase")
    assert isinstance(view, PhaseView)
    assert "Every page says SHADOW – NOTIONAL" in view.now.text()
    assert view.changes.text() == "No change of phase so far."
    assert view.on.text().strip() == "On to shared"
    QTest.keyClick(view.on, Qt.Key.Key_Space)
    (note,) = view.question.boxes
    QTest.keyClicks(note, "Agreement signed")
    QTest.keyClick(note, Qt.Key.Key_Return)
    year = sample.read(budget.budget_year, YEAR)
    assert year is not None
    assert year.phase is Phase.SHARED
    assert "NOTIONAL" not in view.now.text()
    assert view.changes.text().endswith("Change phase of 2016/17 to shared: Agreement signed")
    for phase in (Phase.DELEGATED, Phase.FULL):
        sample.edit("On", budget.set_phase, YEAR, phase)
    assert not view.on.isEnabled()
    assert view.next.text() == "This is the last phase."
    QTest.keyClick(view.back, Qt.Key.Key_Space)
    view.question.answer()
    assert screen.figures.phase is Phase.DELEGATED


def test_every_page_says_it_is_notional_until_money_moves(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    def said() -> list[str]:
        return [each.text() for each in screen.findChildren(QLabel) if "Variance =" in each.text()]

    assert said()[0].startswith("SHADOW – NOTIONAL.")
    for draw in (path_chart, bridge_chart):
        assert "SHADOW – NOTIONAL." in draw(screen.figures).subtitle
    sample.edit("Map", budget.set_phase, YEAR, Phase.MAPPING)
    assert said()[0].startswith("SHADOW – NOTIONAL.")
    assert all(row.rating is None for row in screen.figures.rows)
    sample.edit("Share", budget.set_phase, YEAR, Phase.SHARED)
    assert said()[0].startswith("Variance =")
    assert "NOTIONAL" not in path_chart(screen.figures).subtitle


# The close


def test_a_month_is_closed_from_its_checks_and_opened_again_with_a_reason(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    view = screen.shown("Close")
    assert isinstance(view, CloseView)
    desk = desk_of(view)
    assert not view.close.isEnabled()
    go = next(
        each for each in view.sheet.findChildren(QAbstractButton)
        if each.accessibleName().startswith("Go to it: Earlier months are closed: April 2016")
    )  # fmt: skip
    go.click()
    assert desk.month == Month(2016, 4)
    assert view.close.text().strip() == "Close April 2016"
    QTest.keyClick(view.close, Qt.Key.Key_Space)
    assert sample.read(budget.is_closed, Month(2016, 4))
    assert cells(view.grid.model, "month")[0] == "April 2016"
    assert cells(view.grid.model, "who")[0] == "Jo Wren"
    assert view.finding.text().startswith("April 2016 is closed")
    QTest.keyClick(view.reopen, Qt.Key.Key_Space)
    (reason,) = view.question.boxes
    QTest.keyClicks(reason, "A late invoice")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert not sample.read(budget.is_closed, Month(2016, 4))
    assert cells(view.grid.model, "reason")[0] == "A late invoice"
    assert sample.to_undo is not None
    assert sample.to_undo.label == "Reopen April 2016: A late invoice"


def test_each_check_that_waits_leads_to_its_cell(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    prescribing = line(sample, "Prescribing")
    sample.edit("Blank", budget.set_line, prescribing.id, "commentary", None)
    other = line(sample, "Contingency").id
    sample.edit("Add", budget.add_line, YEAR, "New line", prescribing.sector, None)
    sample.edit("By hand", budget.set_forecast, other, 1)
    view = screen.shown("Close")
    verbs = {
        each.accessibleName().split(":")[0]
        for each in view.sheet.findChildren(QAbstractButton)
        if ": " in each.accessibleName()
    }
    assert {"Enter", "Set", "Write", "Go to it", "Show"} <= verbs
    for words, tab in (
        ("Enter: Every line", "By month"), ("Set: Every line", "Lines"),
        ("Write: Red lines", "Lines"), ("Write: Forecasts by hand", "Lines"),
        ("Show: What rests", "Entries"),
    ):  # fmt: skip
        shown = screen.shown("Close")
        next(
            each for each in shown.sheet.findChildren(QAbstractButton)
            if each.accessibleName().startswith(words)
        ).click()  # fmt: skip
        assert screen.tabs.tabText(screen.tabs.currentIndex()) == tab


# The padlock


def test_a_closed_month_shows_its_padlock_and_refuses_typing(
    screen: BudgetScreen, sample: LocalityFile, qtbot: QtBot
) -> None:
    view: Any = screen.shown("Lines")
    desk, grid = desk_of(view), view.grid
    desk.choose_month(FEBRUARY)
    held = line(sample, "Prescribing", FEBRUARY)
    model = grid.model
    refused = model.change_cell(model.line_of(held.id), model.column_at("month_actual"), "1")
    assert "February 2016 is closed. Reopen it" in refused
    strip = ClosedStrip(desk.style)
    qtbot.addWidget(strip)
    assert strip.show_month(desk)
    assert strip.sentence == "February 2016 is closed."
    strip.show()
    QTest.keyClick(strip.reason, Qt.Key.Key_Return)
    assert sample.read(budget.is_closed, FEBRUARY)
    QTest.keyClicks(strip.reason, "A late credit note")
    QTest.keyClick(strip.reason, Qt.Key.Key_Return)
    assert not sample.read(budget.is_closed, FEBRUARY)
    assert not strip.show_month(desk)
    assert model.change_cell(model.line_of(held.id), model.column_at("month_actual"), "1") == ""


def test_the_period_button_and_the_list_of_months_tell_what_is_closed(
    style: Style, qtbot: QtBot
) -> None:
    bar = TopBar(style)
    qtbot.addWidget(bar)
    bar.show_month(FEBRUARY)
    narrow = bar.month_button.iconSize().width()
    bar.show_month(FEBRUARY, is_closed=True)
    assert bar.month_button.iconSize().width() > 2 * narrow
    assert "closed" in bar.month_button.accessibleName()
    choice = MonthChoice(style, bar)
    choice.offer(FEBRUARY, [FEBRUARY, OCTOBER], {FEBRUARY})
    choice.open_under(bar.month_button)
    names = {each.accessibleName() for each in choice.findChildren(QAbstractButton)}
    assert {"February 2016, closed", "March 2016", "October 2016"} <= names
    choice.hide()
