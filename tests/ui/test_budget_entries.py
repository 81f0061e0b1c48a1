"""The entries behind the figures, by keyboard, on the invented sample."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from pch_desktop.domain.budget import Basis, EntryKind
from pch_desktop.domain.period import Month
from pch_desktop.preferences import PreferenceFile
from pch_desktop.store import budget
from pch_desktop.store.budget import LineRow
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.cell_roles import CALCULATED_ROLE
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.help_panel import shortcuts
from pch_desktop.ui.sections.budget.behind import Span, months_of, span_of, span_short, span_words
from pch_desktop.ui.sections.budget.entries import EntriesView
from pch_desktop.ui.sections.budget.forecast import ForecastView
from pch_desktop.ui.sections.budget.lines import LinesView
from pch_desktop.ui.sections.budget.months import MonthsView
from pch_desktop.ui.sections.budget.screen import SCREEN, BudgetScreen
from pch_desktop.ui.style import Style
from tests import localities

SEPTEMBER, OCTOBER, NOVEMBER = Month(2016, 9), Month(2016, 10), Month(2016, 11)
EMERGENCY = "Emergency admissions"


@pytest.fixture
def valley(sample: LocalityFile) -> LocalityFile:
    """The sample."""
    return sample


@pytest.fixture
def desk(valley: LocalityFile, style: Style, preferences: PreferenceFile) -> Desk:
    """A desk at October 2016."""
    return Desk(valley, OCTOBER, style, preferences)


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> BudgetScreen:
    """The screen on the sample."""
    made = SCREEN.build(desk)
    assert isinstance(made, BudgetScreen)
    qtbot.addWidget(made)
    made.resize(1162, 662)
    made.show()
    return made


def line(file: LocalityFile, name: str = EMERGENCY, month: Month = OCTOBER) -> LineRow:
    """Return a line by its name."""
    return next(row for row in file.read(budget.lines, month) if row.name == name)


def press(grid: Grid, key: Qt.Key) -> None:
    """Press a key in a table."""
    QTest.keyClick(grid.view, key)


def sight(screen: BudgetScreen) -> str:
    """Return the title of the view in sight."""
    return screen.tabs.tabText(screen.tabs.currentIndex())


def entries_of(screen: BudgetScreen) -> EntriesView:
    """Return the entries, in sight."""
    view = screen.shown("Entries")
    assert isinstance(view, EntriesView)
    return view


def total(view: EntriesView) -> int:
    """Return what the entries shown come to."""
    return sum(row.entry.amount_pence for row in view.grid.model.rows)


def push(view: EntriesView | LinesView, name: str) -> None:
    """Press a verb of the toolbar or the strip by what a screen reader calls it."""
    found = view.sheet.findChildren(QAbstractButton)
    next(each for each in found if each.accessibleName() == name).click()


@pytest.mark.parametrize(
    ("key", "count"), [("month_actual", 3), ("date_actual", 10), ("outturn", 11), ("name", 11)]
)
def test_f8_leads_from_a_figure_to_exactly_its_entries_and_esc_back(
    screen: BudgetScreen, valley: LocalityFile, key: str, count: int
) -> None:
    lines = screen.shown("Lines")
    assert isinstance(lines, LinesView)
    target = line(valley)
    lines.show_line(target.id, key)
    press(lines.grid, Qt.Key.Key_F8)
    assert sight(screen) == "Entries"
    entries = entries_of(screen)
    assert entries.choice.currentText() == EMERGENCY
    assert len(entries.grid.model.rows) == count
    if key != "outturn" and key != "name":
        shown = {"month_actual": target.standing.month_actual}
        assert total(entries) == shown.get(key, target.standing.date_actual)
    assert entries.sheet.strip.sentence.startswith(f"Behind {EMERGENCY}, ")
    press(entries.grid, Qt.Key.Key_Escape)
    assert sight(screen) == "Lines"
    assert lines.grid.current_row.id == target.id
    at = lines.grid.view.currentIndex().column()
    assert lines.grid.model.columns[at].key == key


def test_f8_leads_from_a_month_and_from_a_forecast_too(
    screen: BudgetScreen, valley: LocalityFile
) -> None:
    target = line(valley)
    months = screen.shown("By month")
    assert isinstance(months, MonthsView)
    months.show_month(target.id, SEPTEMBER)
    press(months.actuals, Qt.Key.Key_F8)
    entries = entries_of(screen)
    assert total(entries) == target.year.actual[5]
    assert "September 2016" in entries.sheet.strip.sentence
    push(entries, "Back to By month")
    assert sight(screen) == "By month"
    leaves: Any = screen.shown("Forecast")
    forecast = leaves.shown("Methods")
    assert isinstance(forecast, ForecastView)
    forecast.grid.select_record(target.id, "name")
    press(forecast.grid, Qt.Key.Key_F8)
    assert len(entries_of(screen).grid.model.rows) == 11
    press(entries.grid, Qt.Key.Key_Escape)
    assert sight(screen) == "Forecast"


def test_f8_on_a_heading_says_where_entries_stand(screen: BudgetScreen) -> None:
    lines = screen.shown("Lines")
    assert isinstance(lines, LinesView)
    lines.grid.view.go(0, 0)
    press(lines.grid, Qt.Key.Key_F8)
    assert sight(screen) == "Lines"
    assert "Choose one of those" in lines.grid.strip.sentence
    assert any("Entries behind" in action.text() for action in lines.grid.menu().actions())
    assert "F8" in shortcuts()


def test_a_columns_key_says_which_months_are_behind_it() -> None:
    assert span_of("m0", OCTOBER) == Month(2016, 4)
    assert span_of("month_variance", OCTOBER) is Span.MONTH
    assert span_of("so_far", OCTOBER) is Span.TO_DATE
    assert span_of("annual", OCTOBER) is Span.YEAR
    assert len(months_of(Span.YEAR, OCTOBER)) == 12
    assert span_words(Span.TO_DATE, OCTOBER) == "April to October 2016"
    assert span_short(Span.TO_DATE, OCTOBER) == "To Oct 2016"
    assert span_short(SEPTEMBER, OCTOBER) == "Sep 2016"
    assert span_words(Span.YEAR, OCTOBER) == span_short(Span.YEAR, OCTOBER) == "2016/17"


def test_a_reversal_is_tinted_and_cannot_be_typed_in(
    screen: BudgetScreen, valley: LocalityFile
) -> None:
    entries = entries_of(screen)
    QAbstractItemModelTester(entries.grid.model)
    entries.show_line(line(valley).id)
    model = entries.grid.model
    back = next(row for row in model.rows if row.entry.kind is EntryKind.REVERSAL)
    at, column = model.line_of(back.id), model.column_at("amount")
    assert not model.may_edit(at, column)
    assert model.index(at, column).data(CALCULATED_ROLE)
    why = "Takes back the accrual of September 2016. Change that entry, and this follows."
    assert model.change_cell(at, column, "1") == why
    assert why in model.index(at, column).data(Qt.ItemDataRole.AccessibleTextRole)
    entries.grid.select_record(back.id, "amount")
    entries.grid.remove()
    assert "Change or delete that accrual" in entries.grid.strip.sentence


def test_an_accrual_is_begun_by_its_verb_and_taken_back_by_itself(
    screen: BudgetScreen, valley: LocalityFile
) -> None:
    target = line(valley, "Community nursing and therapies")
    entries = entries_of(screen)
    QAbstractItemModelTester(entries.grid.model)
    entries.show_line(target.id)
    menu = entries.accrue_menu()
    menu.actions()[0].trigger()
    model, index = entries.grid.model, entries.grid.view.currentIndex()
    assert model.columns[index.column()].key == "amount"
    QTest.keyClicks(entries.grid.view, "2")
    editor = entries.grid.view.delegate.editor
    assert editor is not None
    QTest.keyClicks(editor, "000")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    before = target.standing.month_actual or 0
    assert line(valley, target.name).standing.month_actual == before + 2_000_00
    edit = valley.to_undo
    assert edit is not None
    assert edit.label == "Add accrual of October 2016"
    kinds = [row.kind for row in valley.read(budget.entries, target.id)][-2:]
    assert kinds == [EntryKind.ACCRUAL, EntryKind.REVERSAL]
    push(entries, "Credit note")
    at = model.rowCount() - 1
    assert model.change_cell(at, model.column_at("amount"), "150") == ""
    assert line(valley, target.name).standing.month_actual == before + 1_850_00
    menu.actions()[1].trigger()
    assert model.change_cell(at + 1, model.column_at("amount"), "10") == ""
    assert valley.read(budget.balances, OCTOBER, target.id).debtors_pence == 10_00


def test_what_an_entry_is_can_be_changed_in_its_list(
    screen: BudgetScreen, valley: LocalityFile
) -> None:
    entries = entries_of(screen)
    entries.show_line(line(valley).id)
    model = entries.grid.model
    accrual = [row for row in model.rows if row.entry.kind is EntryKind.ACCRUAL][-1]
    at = model.line_of(accrual.id)
    assert model.change_cell(at, model.column_at("note"), "Coded now") == ""
    assert model.change_cell(at, model.column_at("kind"), "Spending") == ""
    kinds = [row.kind for row in valley.read(budget.entries, line(valley).id)]
    assert kinds.count(EntryKind.REVERSAL) == 1
    assert line(valley, month=NOVEMBER).standing.month_actual is None


def test_all_lines_are_added_up_by_partner_and_take_new_entries_by_name(
    screen: BudgetScreen, valley: LocalityFile
) -> None:
    entries = entries_of(screen)
    entries.choice.setCurrentIndex(0)
    spans, groups = entries.span_menu(), entries.group_menu()
    spans.actions()[2].trigger()
    next(each for each in groups.actions() if each.text() == "Partner").trigger()
    model = entries.grid.model
    titles = {model.name(at) for at in range(model.rowCount())}
    assert {"Ouseby District Hospital", "No partner named"} <= titles
    assert total(entries) == 3_976_000_00
    entries.begin(EntryKind.SPENDING)
    at = model.rowCount() - 1
    assert model.change_cell(at, model.column_at("amount"), "12") == ""
    assert "Enter the budget line's name" in entries.grid.strip.sentence
    assert model.change_cell(at, model.column_at("line"), "prescribing") == ""
    assert total(entries) == 3_976_012_00


def test_what_is_missing_is_accrued_in_one_step_that_says_how_many(
    screen: BudgetScreen, desk: Desk, valley: LocalityFile
) -> None:
    desk.choose_month(NOVEMBER)
    lines = screen.shown("Lines")
    assert isinstance(lines, LinesView)
    late = [row for row in screen.figures.rows if row.month_actual is None]
    while "without an actual" not in lines.sheet.strip.sentence:
        push(lines, "Next")
    push(lines, "Accrue")
    edit = valley.to_undo
    assert edit is not None
    assert edit.label == "Accrue what is missing for November 2016"
    found = line(valley, month=NOVEMBER)
    made = valley.read(budget.entries, found.id)
    (estimate,) = (row for row in made if row.month == NOVEMBER and row.kind is EntryKind.ACCRUAL)
    assert estimate.basis is Basis.ESTIMATE
    assert estimate.is_provisional
    assert found.standing.month_actual is not None
    assert not [row for row in screen.figures.rows if row.month_actual is None]
    assert len(late) == 13
    valley.undo()
    assert line(valley, month=NOVEMBER).standing.month_actual is None
    entries = entries_of(screen)
    entries.accrue_missing()
    assert entries.grid.strip.sentence.startswith("Accrued 13 lines for November 2016")


def test_what_march_owes_is_taken_back_from_the_strip(
    screen: BudgetScreen, valley: LocalityFile
) -> None:
    old = line(valley, "Prescribing", Month(2016, 3))
    new = line(valley, "Prescribing")
    valley.edit("Rename", budget.set_line, new.id, "name", "Medicines")
    valley.edit("Code", budget.set_line, new.id, "code", "X1")
    for month in (Month(2016, 3), Month(2016, 4)):
        if valley.read(budget.is_closed, month):
            valley.edit("Open", budget.reopen_month, month, "A late invoice", localities.NOON)
    valley.edit("Accrue", budget.add_accrual, old.id, Month(2016, 3), 700_00, {})
    entries = entries_of(screen)
    assert "waits for a line of that name" in entries.sheet.strip.sentence
    valley.edit("Rename", budget.set_line, new.id, "name", "Prescribing")
    assert "waits to be taken back in April 2016" in entries.sheet.strip.sentence
    push(entries, "Take back now")
    assert entries.sheet.strip.isHidden()
    back = valley.read(budget.entries, new.id)[0]
    assert (back.kind, back.is_prior_year) == (EntryKind.REVERSAL, True)


def test_entries_without_a_budget_say_what_they_are_for(
    file: LocalityFile, style: Style, preferences: PreferenceFile, qtbot: QtBot
) -> None:
    made = SCREEN.build(Desk(file, OCTOBER, style, preferences))
    assert isinstance(made, BudgetScreen)
    qtbot.addWidget(made)
    made.show()
    entries = entries_of(made)
    assert not entries.grid.isVisible()
    assert any(
        each.accessibleName() == "Bring in a file" and each.isVisible()
        for each in entries.sheet.findChildren(QAbstractButton)
    )
