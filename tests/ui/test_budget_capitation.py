"""The views on how the budget is built, worked by what keys do."""

from __future__ import annotations

from collections.abc import Generator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from pch_desktop.domain.budget import Build, Profile
from pch_desktop.domain.period import Month
from pch_desktop.preferences import PreferenceFile
from pch_desktop.store import budget
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.budget.screen import SCREEN, BudgetScreen
from pch_desktop.ui.settings.facts import FactsView
from pch_desktop.ui.style import Style
from tests import localities
from tests.store import budget_builds as built

OCTOBER = Month(2016, 10)
VIEWS = (
    *("Build", "Baseline", "Rates", "Adjustments", "Fair share", "Weighting", "Sum", "Spread"),
    *("Stops on 31 March", "Change"),
)


@pytest.fixture
def screen(
    sample: LocalityFile, style: Style, preferences: PreferenceFile, qtbot: QtBot
) -> BudgetScreen:
    """The screen on the sample, at October 2016."""
    return shown(Desk(sample, OCTOBER, style, preferences), qtbot)


@pytest.fixture
def worked(tmp_path: Path) -> Generator[LocalityFile]:
    """A file with the worked examples in it."""
    file = localities.empty(tmp_path / "built.pch")
    built.build_lines(file)
    yield file
    file.close()


@pytest.fixture
def examples(
    worked: LocalityFile, style: Style, preferences: PreferenceFile, qtbot: QtBot
) -> BudgetScreen:
    """The screen on the worked examples, at October 2025."""
    return shown(Desk(worked, built.OCTOBER, style, preferences), qtbot)


def shown(desk: Desk, qtbot: QtBot) -> BudgetScreen:
    """Return the screen of a desk, in sight."""
    made = SCREEN.build(desk)
    assert isinstance(made, BudgetScreen)
    desk.setParent(made)
    qtbot.addWidget(made)
    made.resize(1162, 662)
    made.show()
    return made


def view(screen: BudgetScreen, title: str) -> Any:
    """Return a view of the tab by its title."""
    leaves: Any = screen.shown("Capitation")
    return leaves.shown(title)


def cell(grid: Grid, name: str, key: str) -> str:
    """Return what a cell shows, by what its row is called."""
    model = grid.model
    return str(model.index(line_of(grid, name), model.column_at(key)).data())


def line_of(grid: Grid, name: str) -> int:
    """Return the line in which a name stands."""
    model = grid.model
    return next(at for at in range(model.rowCount()) if model.index(at, 0).data() == name)


def put(grid: Grid, name: str, key: str, text: str) -> str:
    """Type into a cell as far as the table takes it; return the refusal."""
    return grid.model.change_cell(line_of(grid, name), grid.model.column_at(key), text)


def press(widget: Any, name: str) -> None:
    """Press the button of a name."""
    found = [each for each in widget.findChildren(QAbstractButton) if each.accessibleName() == name]
    found[0].click()


def line(file: LocalityFile, name: str) -> budget.LineRow:
    """Return a budget line by its name."""
    return next(row for row in file.read(budget.lines, OCTOBER) if row.name == name)


# The worked examples on the screen


def test_the_build_shows_the_worked_example_to_the_pound(examples: BudgetScreen) -> None:
    grid = view(examples, "Build").grid
    assert cell(grid, "Prescribing", "built") == "£5,567,998"
    assert cell(grid, "Prescribing", "demographic") == "0.8% Demographic growth"
    assert cell(grid, "Community services", "current") == "£4,183,318"
    total = grid.model.total(grid.model.columns[grid.model.column_at("current")])
    assert total is not None
    assert total.value == built.D02_GROSS
    row = grid.model.row_at(line_of(grid, "Mental health"))
    assert row is not None
    assert row.built == 316_303_898


def test_the_sum_shows_what_is_kept_back_and_a_head(examples: BudgetScreen) -> None:
    total = view(examples, "Sum")
    assert {key: total.shown[key] for key in ("gross", "top_slice", "contingency")} == {
        "gross": "£38,726,683.90",
        "top_slice": "£193,633.42",
        "contingency": "£192,665.25",
    }
    assert (total.shown["operating"], total.shown["per_head"]) == ("£38,340,385.23", "£958.51")
    assert total.shown["per_weighted_head"] == "Not known"
    field = total.fields["top_slice_share"]
    field.box.setText("1")
    field.commit()
    assert total.shown["top_slice"] == "£387,266.84"
    field.box.setText("half")
    field.commit()
    assert "not a percentage" in field.refusal
    assert total.shown["top_slice"] == "£387,266.84"


def test_a_fair_share_shows_target_distance_and_both_indices(
    examples: BudgetScreen, worked: LocalityFile
) -> None:
    file = worked
    built.share_fairly(file)
    grid = view(examples, "Fair share").grid
    name = "Community services"
    assert cell(grid, name, "target") == "£4,213,693"
    assert cell(grid, name, "distance") == "(0.72%)"
    assert cell(grid, name, "budget") == "£4,190,912"
    assert (cell(grid, name, "england_index"), cell(grid, name, "board_index")) == (
        "1.0468", "1.0487",
    )  # fmt: skip
    row = grid.model.row_at(line_of(grid, name))
    assert row is not None
    assert row.budget == 419_091_182
    assert "not an amount of money" in put(grid, name, "board_total", "plenty")
    assert "above £0" in put(grid, name, "board_total", "0")
    assert "0% to 100%" in put(grid, name, "pace", "120%")
    assert put(grid, name, "pace", "50%") == ""
    assert built.line(file, name).annual_pence == 419_850_557


def test_the_network_contract_is_a_ready_set(examples: BudgetScreen, worked: LocalityFile) -> None:
    file = worked
    total = view(examples, "Sum")
    for field, text in (("weighted_people", "41,870"), ("care_home_beds", "320")):
        total.fields[field].box.setText(text)
        total.fields[field].commit()
    setup: Any = examples.shown("Set-up")
    menu = setup._adds()
    next(each for each in menu.actions() if "network" in each.text()).trigger()
    assert {name: built.line(file, name).annual_pence for name in built.D40} == dict(built.D40)
    grid = view(examples, "Build").grid
    assert cell(grid, "Network core payment", "built") == "£121,331"
    rates = view(examples, "Rates")
    press(rates.sheet, "By people")
    assert rates.grid is rates.people
    assert len(rates.people.model.rows) == 7


def test_the_weighting_is_typed_and_used_for_the_sum(
    examples: BudgetScreen, worked: LocalityFile
) -> None:
    file = worked
    built.weigh(file)
    weights = view(examples, "Weighting")
    assert cell(weights.results, "Weighted people", "value") == "45,304"
    assert cell(weights.results, "Index of age and sex", "value") == "1.1245"
    assert put(weights.values, "Index of list turnover", "value", "1") == ""
    assert cell(weights.results, "Weighted people", "value") == "45,669"
    assert "above 0" in put(weights.values, "Index of list turnover", "value", "-1")
    press(weights.sheet, "Use for the sum")
    assert view(examples, "Sum").shown["weighted"] == "45,669"


# Typing


def test_a_percentage_typed_makes_a_named_rate_and_says_so(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    grid = view(screen, "Build").grid
    name = "Voluntary sector, social prescribing"
    before = len(sample.read(budget.build_rates, OCTOBER.financial_year))
    assert put(grid, name, "demographic", "0.8") == ""
    assert grid.strip.sentence == (
        f"Build {name} with “Demographic growth 0.8%”, entered by hand. "
        "Say where it was read under Rates."
    )
    assert cell(grid, name, "demographic") == "0.8% Demographic growth"
    rates = sample.read(budget.build_rates, OCTOBER.financial_year)
    assert len(rates) == before + 1
    assert put(grid, name, "efficiency", "2% efficiency, contracts") == ""
    assert cell(grid, name, "efficiency") == "2% Efficiency, contracts"
    assert put(grid, name, "efficiency", "") == ""
    assert line(sample, name).rate_keys[3] is None
    column = grid.model.columns[grid.model.column_at("demographic")]
    assert column.words == ("0.8% Demographic growth", "0.6% Demographic growth of the valley")


@pytest.mark.parametrize("text", ["a rate nobody named", "90%"])
def test_an_unknown_rate_is_refused_and_nothing_changes(
    screen: BudgetScreen, sample: LocalityFile, text: str
) -> None:
    grid = view(screen, "Build").grid
    before = sample.read(budget.lines, OCTOBER)
    assert "Enter" in put(grid, "Prescribing", "uplift", text)
    assert "not an amount of money" in put(grid, "Prescribing", "as_set", "lots")
    assert sample.read(budget.lines, OCTOBER) == before


def test_what_was_set_is_taken_away_and_the_build_counts(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    grid = view(screen, "Build").grid
    name = "Community nursing and therapies"
    assert line(sample, name).annual_pence == 531_000_000
    assert put(grid, name, "as_set", "") == ""
    made = line(sample, name)
    assert made.built is not None
    assert made.annual_pence == made.built.built_pence == made.built.grown_pence
    assert put(grid, name, "build", "Recurrent baseline") == ""
    assert line(sample, name).annual_pence == 518_000_000
    sample.undo()
    sample.undo()
    assert line(sample, name).annual_pence == 531_000_000


def test_rates_are_added_changed_and_deleted(screen: BudgetScreen, sample: LocalityFile) -> None:
    rates = view(screen, "Rates")
    year = OCTOBER.financial_year
    QGuiApplication.clipboard().setText("Pay award\tCost uplift\t1%\t01/04/2016\t\t\tCouncil paper")
    grid = rates.grid
    grid.view.go(grid.model.rowCount() - 1, 0)
    grid.paste()
    made = next(row for row in sample.read(budget.build_rates, year) if row.words == "Pay award")
    assert (made.value, made.source, made.holds) == (Decimal("0.01"), "Council paper", True)
    assert "more than a year changes" in put(grid, "Pay award", "value", "75%")
    assert put(grid, "Pay award", "value", "1.5") == ""
    grid.select_record(made.id)
    grid.remove()
    assert not [row for row in sample.read(budget.build_rates, year) if row.words == "Pay award"]
    grid.select_record(next(row.id for row in grid.model.rows if row.lines))
    grid.remove()
    assert "is built with" in grid.strip.sentence


def test_net_uplift_is_turned_in_the_rates_and_in_the_settings(
    screen: BudgetScreen, sample: LocalityFile, style: Style, preferences: PreferenceFile,
    qtbot: QtBot,
) -> None:  # fmt: skip
    rates = view(screen, "Rates")
    press(rates.sheet, "Net uplift: no")
    assert sample.read(budget.is_net_uplift)
    press(rates.sheet, "Net uplift: yes")
    desk = Desk(sample, OCTOBER, style, preferences)
    facts = FactsView(desk)
    desk.setParent(facts)
    qtbot.addWidget(facts)
    facts.net_uplift.box.setCurrentText("Yes")
    facts.net_uplift.commit()
    assert sample.read(budget.is_net_uplift)


def test_a_change_of_service_counts_once_it_is_approved(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    changes = view(screen, "Adjustments")
    assert "is proposed and does not count" in changes.sheet.strip.sentence
    name = "A&E and urgent care"
    before = line(sample, name).annual_pence or 0
    assert put(changes.grid, name, "approved_on", "14/11/2016") == ""
    assert line(sample, name).annual_pence == before - 42_000_00
    press(changes.sheet, "Double-payment register")
    assert screen.tabs.tabText(screen.tabs.currentIndex()) == "Registers"
    assert "There is no budget line called" in put(changes.grid, name, "line", "Dentists")
    QGuiApplication.clipboard().setText("Prescribing\tMedicines waste\t-£10,000")
    grid = changes.grid
    grid.view.go(grid.model.rowCount() - 1, 0)
    grid.paste()
    year = sample.read(budget.budget_year, OCTOBER.financial_year)
    assert year is not None
    rows = sample.read(budget.adjustments, year.version_id)
    assert [(row.line, row.amount_pence) for row in rows if row.words == "Medicines waste"] == [
        ("Prescribing", -10_000_00)
    ]


def test_shares_that_do_not_add_up_are_scaled(screen: BudgetScreen, sample: LocalityFile) -> None:
    spread = view(screen, "Spread")
    assert put(spread.grid, "Prescribing", "m0", "20") == ""
    assert line(sample, "Prescribing").profile is Profile.PERCENT
    assert "Prescribing: its months add up to 111.67%, not 100%" in spread.sheet.strip.sentence
    press(spread.sheet.strip, "Scale to 100%")
    assert cell(spread.grid, "Prescribing", "total") == "100.00%"
    assert spread.sheet.strip.isHidden()
    assert sum(line(sample, "Prescribing").year.budget) == 648_000_000
    assert "0% to 100%" in put(spread.grid, "Prescribing", "m1", "-5%")
    assert "not a percentage" in put(spread.grid, "Prescribing", "m1", "much")
    column = spread.grid.model.columns[spread.grid.model.column_at("profile")]
    assert len(column.words) == len(Profile) == 9


def test_a_baseline_by_hand_says_its_year_and_source(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    grid = view(screen, "Baseline").grid
    part = next(row for row in grid.model.rows if row.practice is None)
    at = grid.model.line_of(part.id)
    for key, text in (("year", "2014/15"), ("source", "Ledger, month 12"), ("amount", "6,300,000")):
        assert grid.model.change_cell(at, grid.model.column_at(key), text) == ""
    year = sample.read(budget.budget_year, OCTOBER.financial_year)
    assert year is not None
    (kept,) = sample.read(budget.parts, year.version_id, part.line_id)
    assert (str(kept.year), kept.source, kept.amount_pence) == (
        "2014/15", "Ledger, month 12", 6_300_000_00,
    )  # fmt: skip
    said = grid.model.change_cell(at, grid.model.column_at("year"), "last year")
    assert "is not a financial year" in said
    paid = next(row for row in grid.model.rows if row.practice is not None)
    said = grid.model.change_cell(grid.model.line_of(paid.id), grid.model.column_at("amount"), "1")
    assert "imported payments" in said


def test_what_stops_leads_to_its_record(
    sample: LocalityFile, style: Style, preferences: PreferenceFile, qtbot: QtBot
) -> None:
    desk = Desk(sample, OCTOBER, style, preferences)
    stops = view(shown(desk, qtbot), "Stops on 31 March")
    assert "6 services worth" in stops.finding.text()
    rows = stops.grid.model.rows
    stops.grid.select_record(next(row.id for row in rows if row.section == "services"))
    with qtbot.waitSignal(desk.sent) as sent:
        stops.open()
    assert sent.args is not None
    assert sent.args[0] == "services"


# Empty, and by keys alone


def test_an_empty_file_starts_from_the_ready_lines(
    desk: Desk, file: LocalityFile, qtbot: QtBot
) -> None:
    screen = shown(desk, qtbot)
    for title in VIEWS:
        view(screen, title)
    press(view(screen, "Build").sheet, "Start from the ready lines")
    rows = file.read(budget.lines, OCTOBER)
    assert len(rows) == 20
    assert {row.annual_pence for row in rows} == {None}
    file.undo()
    press(screen.shown("Lines").sheet, "Start from the ready lines")
    assert len(file.read(budget.lines, OCTOBER)) == 20


def test_the_views_are_gone_round_and_typed_in_by_keys(
    screen: BudgetScreen, sample: LocalityFile, qtbot: QtBot
) -> None:
    with qtbot.waitActive(screen):
        screen.activateWindow()
    leaves: Any = screen.shown("Capitation")
    assert leaves.titles == VIEWS
    grid = leaves.shown("Build").grid
    grid.view.setFocus()
    grid.select_record(line(sample, "Voluntary sector, social prescribing").id, "uplift")
    QTest.keyClicks(grid.view, "1")
    editor = grid.view.delegate.editor
    assert editor is not None
    QTest.keyClicks(editor, ".5%")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    made = line(sample, "Voluntary sector, social prescribing")
    assert made.rate_keys[2] == "cost_uplift_1_5"
    QTest.keyClick(grid.view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert leaves.title == "Baseline"


def test_qts_own_tester_finds_nothing_wrong(screen: BudgetScreen, sample: LocalityFile) -> None:
    testers: list[QAbstractItemModelTester] = []
    for title in VIEWS:
        for grid in view(screen, title).sheet.findChildren(Grid):
            mode = QAbstractItemModelTester.FailureReportingMode.Fatal
            testers.append(QAbstractItemModelTester(grid.model, mode))
            assert grid.view.accessibleName()
    view(screen, "Build")
    sample.edit("Remove", budget.remove_lines, [line(sample, "Prescribing").id])
    sample.undo()
    assert line(sample, "Prescribing").build is Build.GROWTH
