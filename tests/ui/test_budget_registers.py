"""The registers on the screen, worked in by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from pch_desktop.domain.budget import Phase
from pch_desktop.domain.period import Month
from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports import budget_registers
from pch_desktop.reports.budget_registers import Register
from pch_desktop.store import budget
from pch_desktop.store.budget import commitments, delegation, holdings, moved, readiness
from pch_desktop.store.budget.moved import MovedRow
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.budget.moved_view import MovedView
from pch_desktop.ui.sections.budget.register_view import RegisterView
from pch_desktop.ui.sections.budget.screen import SCREEN, BudgetScreen
from pch_desktop.ui.style import Style

OCTOBER = Month(2016, 10)
Key = Qt.Key


@pytest.fixture
def screen(
    sample: LocalityFile, style: Style, preferences: PreferenceFile, qtbot: QtBot
) -> Iterator[BudgetScreen]:
    """The screen on the sample, at October 2016."""
    desk = Desk(sample, OCTOBER, style, preferences)
    made = SCREEN.build(desk)
    assert isinstance(made, BudgetScreen)
    desk.setParent(made)
    qtbot.addWidget(made)
    made.resize(1162, 662)
    made.show()
    yield made


def leaf(screen: BudgetScreen, title: str) -> Any:
    """Return a register in sight."""
    leaves: Any = screen.shown("Registers")
    view = leaves.shown(title)
    assert isinstance(view, RegisterView)
    return view


def press(view: RegisterView, words: str) -> None:
    """Press a button by its words."""
    (made,) = (
        each
        for each in view.findChildren(QAbstractButton)
        if each.text().strip() == words and each.isVisibleTo(view)
    )
    made.setFocus()
    QTest.keyClick(made, Key.Key_Space)


def type_text(view: RegisterView, text: str) -> None:
    """Type into the current cell and accept with Tab."""
    QTest.keyClicks(view.grid.view, text[0])
    editor = view.grid.view.delegate.editor
    assert editor is not None
    QTest.keyClicks(editor, text[1:])
    QTest.keyClick(editor, Key.Key_Tab)


def go(view: RegisterView, record_id: int, key: str) -> None:
    """Go to a record's cell."""
    assert view.grid.select_record(record_id, key)
    view.grid.setFocus()


def change(view: RegisterView, record_id: int, key: str, text: str) -> str:
    """Type into a cell as far as the table takes it; return the refusal."""
    model = view.grid.model
    return model.change_cell(model.line_of(record_id), model.column_at(key), text)


def cell(view: RegisterView, record_id: int, key: str) -> str:
    """Return what a cell shows."""
    model = view.grid.model
    return str(model.index(model.line_of(record_id), model.column_at(key)).data())


def services(file: LocalityFile) -> dict[str, MovedRow]:
    """Return the moved services by name."""
    return {row.name: row for row in file.read(moved.moved_services, OCTOBER)}


def annual(file: LocalityFile) -> dict[str, int | None]:
    """Return the year's budget by line."""
    return {row.name: row.annual_pence for row in file.read(budget.lines, OCTOBER)}


# Looking


def test_seven_registers_stand_under_one_tab(screen: BudgetScreen) -> None:
    leaves: Any = screen.shown("Registers")
    assert leaves.titles == tuple(register.value for register in Register)
    for title in leaves.titles:
        view = leaf(screen, title)
        QAbstractItemModelTester(view.grid.model)
        assert view.finding.isVisible() == bool(view.grid.model.rows)
        assert view.grid.view.accessibleName() == title
        assert len(view.toolbar.findChildren(QAbstractButton)) <= 6


def test_d21_and_d20_stand_on_the_screen(screen: BudgetScreen, sample: LocalityFile) -> None:
    view, skin = leaf(screen, "Double payment"), services(sample)["Skin lesions"]
    shown = [cell(view, skin.id, key) for key in ("gross", "double", "released", "benefit")]
    assert shown == ["£113,920", "£34,176", "£79,744", "£17,244"]
    assert cell(view, skin.id, "rating") == "▲ Amber"
    assert view.finding.text().startswith("£34,176 a year is paid twice, as was agreed")
    rates = leaf(screen, "Marginal rate")
    (row, blank) = rates.grid.model.rows
    shown = [cell(rates, row.id, key) for key in ("full", "payable", "abated")]
    assert shown == ["£10,840,245", "£10,633,592", "£206,654"]
    assert cell(rates, blank.id, "payable") == ""


def test_the_side_lays_three_sides_out(screen: BudgetScreen, sample: LocalityFile) -> None:
    view = leaf(screen, "Double payment")
    view.show_record(services(sample)["Skin lesions"].id)
    names = [each.accessibleName() for each in view.side.inspector.findChildren(QWidget)]
    assert "Paid twice: £34,176 = £113,920 × 30.0% still paid" in names
    assert "Net benefit: £17,244 = £79,744 − £62,500, each year" in names
    assert "Stranded: £19,744 = £79,744 − £60,000" in names
    assert view.side.counting.text() == "Not counted: the commissioner has not agreed."
    view.show_record(services(sample)["Iron infusions"].id)
    names = [each.accessibleName() for each in view.side.inspector.findChildren(QWidget)]
    assert "Paid twice: not known" in names


# Typing


def test_a_saving_counts_once_it_is_agreed_and_goes_with_the_agreement(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    view, before = leaf(screen, "Double payment"), annual(sample)
    assert isinstance(view, MovedView)
    skin = services(sample)["Skin lesions"].id
    said: list[str] = []
    screen.findChildren(Desk)[0].was_refused.connect(said.append)
    view.show_record(skin)
    press(view, "Count saving")
    assert "until the commissioner has agreed" in said[-1]
    assert change(view, skin, "is_agreed", "yes") == ""
    assert change(view, skin, "agreed_on", "12/10/2016") == ""
    press(view, "Count saving")
    assert services(sample)["Skin lesions"].counted_pence == 1_724_400
    after = annual(sample)
    assert after["Outpatients and diagnostics"] == 562_000_000 - 7_974_400
    assert after["Primary medical services"] == 602_000_000 + 6_250_000
    assert cell(view, skin, "counted") == "£17,244"
    assert view.side.counting.text() == "£17,244 is counted in the budget."
    assert change(view, skin, "is_agreed", "no") == ""
    assert annual(sample) == before
    sample.undo()
    press(view, "Leave out")
    assert annual(sample) == before


def test_a_moved_service_is_typed_in_the_last_line(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    view = leaf(screen, "Double payment")
    press(view, "Add service")
    type_text(view, "Minor surgery")
    assert len(view.grid.model.rows) == 4
    added = services(sample)["Minor surgery"]
    assert added.moved.contacts is None
    go(view, added.id, "contacts")
    type_text(view, "120")
    type_text(view, "250.50")
    type_text(view, "25")
    found = services(sample)["Minor surgery"].moved
    assert (found.gross_pence, found.double_pence) == (120 * 250_50, 120 * 250_50 // 4)
    go(view, added.id, "name")
    QTest.keyClick(view.grid.view, Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert "Minor surgery" not in services(sample)
    sample.undo()
    assert "Minor surgery" in services(sample)


def test_what_does_not_fit_is_refused_with_what_does(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    view, skin = leaf(screen, "Double payment"), services(sample)["Skin lesions"]
    assert "not an amount of money" in change(view, skin.id, "price", "much")
    assert "between 0% and 100%" in change(view, skin.id, "still_paid", "130%")
    assert "not in the list" in change(view, skin.id, "provider", "Nobody")
    assert "not in the list" in change(view, skin.id, "from_line", "Nothing")
    assert "is worked out" in change(view, skin.id, "benefit", "5")
    assert services(sample)["Skin lesions"] == skin


def test_rows_are_pasted_as_one_step(screen: BudgetScreen, sample: LocalityFile) -> None:
    view = leaf(screen, "Bought outside")
    press(view, "Add row")
    QGuiApplication.clipboard().setText("Hand clinic\tA hospital\nPain clinic\tA trust\n")
    view.grid.paste()
    names = [row.name for row in view.grid.model.rows]
    assert names[-2:] == ["Hand clinic", "Pain clinic"]
    sample.undo()
    assert len(view.grid.model.rows) == 4


def test_an_office_commits_within_its_limit_once_the_phase_allows(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    view = leaf(screen, "Commitments")
    assert not view.grid.isVisible()
    press(view, "Add the first commitment")
    assert view.grid.isVisible()
    adding = view.grid.model.edits.adding
    told = {
        "name": "Link worker", "line": "Transformation fund", "holder": "Locality manager",
        "amount": 8_000_00, "made_on": date(2016, 10, 4),
    }  # fmt: skip
    with pytest.raises(Exception, match="It may from the delegated phase on"):
        adding(told)
    sample.edit("Delegate", budget.set_phase, OCTOBER.financial_year, Phase.DELEGATED)
    with pytest.raises(Exception, match="Enter the line that pays too"):
        adding({"name": "Link worker"})
    made = adding(told)
    sample.edit(made.label, made.command, *made.args)
    (row,) = sample.read(commitments.commitments, OCTOBER)
    view.show_record(row.id)
    assert cell(view, row.id, "holder") == "Locality manager"
    assert "Board may" in change(view, row.id, "amount", "£90,000,000")
    assert change(view, row.id, "month", "Dec 2016") == ""
    assert view.finding.text() == "£8,000 is committed and still to come on 1 line."
    facts = [each.accessibleName() for each in view.inspector.findChildren(QWidget)]
    assert "Still to come: £8,000" in facts
    assert any(name.startswith("Left: £") for name in facts)


def test_the_scheme_changes_with_the_phase(screen: BudgetScreen, sample: LocalityFile) -> None:
    view = leaf(screen, "Delegation")
    manager = sample.read(delegation.delegation)[0]
    assert cell(view, manager.id, "now") == "Not while shadow"
    sample.edit("Delegate", budget.set_phase, OCTOBER.financial_year, Phase.DELEGATED)
    assert cell(view, manager.id, "now") == "May"
    assert change(view, manager.id, "sector", "Community") == ""
    assert change(view, manager.id, "limit", "") == ""
    assert cell(view, manager.id, "up_to") == "Any amount"
    assert change(view, manager.id, "sector", "Every line") == ""
    assert sample.read(delegation.delegation)[0].sector is None


def test_the_ready_list_comes_with_its_sources(screen: BudgetScreen, sample: LocalityFile) -> None:
    view = leaf(screen, "Readiness")
    assert view.toolbar.findChildren(QWidget)
    assert view.finding.text() == "3 of 3 ready for Shadow, 4 of 7 ready for Shared."
    press(view, "Ready list")
    rows = sample.read(readiness.readiness, Phase.DELEGATED)
    assert len(rows) == 4
    assert "East Grinstead" in cell(view, rows[0].id, "source")
    assert change(view, rows[0].id, "done_on", "31/10/2016") == ""
    assert view.finding.text().endswith("1 of 4 ready for Delegated, 0 of 3 ready for Full.")
    sample.undo()
    sample.undo()
    assert len(sample.read(readiness.readiness)) == 10


def test_a_step_is_typed_for_the_phase_that_comes_next(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    view = leaf(screen, "Readiness")
    press(view, "Add step")
    type_text(view, "A practice run of the settlement")
    last = sample.read(readiness.readiness, Phase.SHARED)[-1]
    assert last.words == "A practice run of the settlement"


def test_holdings_are_typed_with_their_day(screen: BudgetScreen, sample: LocalityFile) -> None:
    view = leaf(screen, "Holdings")
    adding = view.grid.model.edits.adding
    with pytest.raises(Exception, match="Enter the day from which it is held"):
        adding({"partner": "Sedge Lane Surgery"})
    with pytest.raises(Exception, match="Enter the units held"):
        adding({"partner": "Sedge Lane Surgery", "held_from": date(2016, 10, 1)})
    made = adding({"partner": "Sedge Lane Surgery", "held_from": date(2016, 10, 1), "units": 0})
    sample.edit(made.label, made.command, *made.args)
    shares = {row.partner: row.share for row in sample.read(holdings.holdings, OCTOBER.last)}
    assert shares["Sedge Lane Surgery"] == 0
    assert view.finding.text().startswith("5 partners hold 910 units")


def test_a_finding_leads_to_its_register(screen: BudgetScreen, sample: LocalityFile) -> None:
    skin = services(sample)["Skin lesions"].id
    screen.show_record(budget_registers.place(Register.MOVED, skin))
    leaves: Any = screen.shown("Registers")
    assert leaves.title == "Double payment"
    assert leaf(screen, "Double payment").grid.current_row.id == skin


def test_an_empty_register_says_what_it_is_for(desk: Desk, qtbot: QtBot) -> None:
    made = SCREEN.build(desk)
    assert isinstance(made, BudgetScreen)
    qtbot.addWidget(made)
    made.show()
    for register in Register:
        view = leaf(made, register.value)
        assert not view.grid.isVisible()
        assert not view.finding.isVisible()
    press(leaf(made, "Readiness"), "Use the ready list")
    assert len(leaf(made, "Readiness").grid.model.rows) == 19
