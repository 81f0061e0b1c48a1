"""The shadow budget's screen, on the invented sample."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from pch_desktop.domain.budget import Method, Phase, Profile
from pch_desktop.domain.period import Month
from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports import budget as report
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store import budget
from pch_desktop.store.budget import LineRow
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.budget.charts import ChartsView, bridge_chart, path_chart
from pch_desktop.ui.sections.budget.entries import EntriesView
from pch_desktop.ui.sections.budget.forecast import ForecastView
from pch_desktop.ui.sections.budget.lines import LinesView
from pch_desktop.ui.sections.budget.months import MonthsView
from pch_desktop.ui.sections.budget.screen import SCREEN, BudgetScreen
from pch_desktop.ui.sections.budget.setup import SetupView
from pch_desktop.ui.style import Style
from tests.ui.driving import found

OCTOBER = Month(2016, 10)
K = 1_000_00


@pytest.fixture
def valley(sample: LocalityFile) -> LocalityFile:
    """The sample."""
    return sample


@pytest.fixture
def screen(
    valley: LocalityFile, style: Style, preferences: PreferenceFile, qtbot: QtBot
) -> BudgetScreen:
    """The screen on the sample, at October 2016."""
    return shown(Desk(valley, OCTOBER, style, preferences), qtbot)


def shown(desk: Desk, qtbot: QtBot) -> BudgetScreen:
    """Return the screen of a desk, in sight."""
    made = SCREEN.build(desk)
    assert isinstance(made, BudgetScreen)
    desk.setParent(made)
    qtbot.addWidget(made)
    made.resize(1162, 662)
    made.show()
    return made


def line(file: LocalityFile, name: str) -> LineRow:
    """Return a line by its name."""
    return next(row for row in file.read(budget.lines, OCTOBER) if row.name == name)


def view(screen: BudgetScreen, title: str) -> Any:
    """Return a view by its title."""
    return screen.shown(title)


def cell(grid: Grid, line_id: int, key: str) -> str:
    """Return what a cell shows."""
    model = grid.model
    return str(model.index(model.line_of(line_id), model.column_at(key)).data())


def type_in(grid: Grid, line_id: int, key: str, text: str) -> str:
    """Type into a cell as far as the table takes it; return the refusal."""
    model = grid.model
    return model.change_cell(model.line_of(line_id), model.column_at(key), text)


def paste(grid: Grid, line_id: int, key: str, text: str) -> None:
    """Paste a block from a cell on."""
    grid.select_record(line_id, key)
    QGuiApplication.clipboard().setText(text)
    grid.paste()


# Looking


def test_the_page_says_which_budget_it_is_and_how_signs_are_read(screen: BudgetScreen) -> None:
    assert screen.figures.context == "2016/17, version 1. Shadow only: no cash moves"
    titles = [screen.tabs.tabText(at) for at in range(screen.tabs.count())]
    assert titles == [
        *("Lines", "By month", "Forecast", "Charts", "Capitation", "Share"),
        *("Registers", "Versions", "Close", "Set-up", "Entries"),
    ]


def test_the_finance_table_is_the_boards(screen: BudgetScreen, valley: LocalityFile) -> None:
    lines = view(screen, "Lines")
    table = report.finance(valley, OCTOBER)
    keys = {column.key for column in report.LINES} - {"name"}
    for column in lines.grid.model.columns:
        if column.key in keys:
            shown_total = lines.grid.model.total(column)
            theirs = next(each for each in table.columns if each.key == column.key)
            values = [theirs.value(row) for row in table.rows]
            if column.key in {"annual", "outturn", "outturn_variance", "date_actual"}:
                assert shown_total.value == sum(int(str(value)) for value in values)
    prescribing = line(valley, "Prescribing")
    assert cell(lines.grid, prescribing.id, "outturn_variance") == "(186)"
    assert lines.grid.model.columns[2].band == "October  £000"


def test_sectors_are_groups_and_can_be_shown_plain(screen: BudgetScreen) -> None:
    lines = view(screen, "Lines")
    assert lines.grid.model.line(0).title == "Primary care"
    groups = [lines.grid.model.name(at) for at in range(lines.grid.model.rowCount())]
    assert "Mental health, social, voluntary" in groups
    button = next(
        each for each in lines.sheet.findChildren(QAbstractButton)
        if each.accessibleName() == "Group: sector"
    )  # fmt: skip
    button.click()
    assert lines.grid.model.row_at(0) is not None
    button.click()
    assert lines.grid.model.row_at(0) is None


def test_the_side_tells_about_the_line_chosen(screen: BudgetScreen, valley: LocalityFile) -> None:
    screen.show_record(line(valley, "Prescribing").id)
    lines = view(screen, "Lines")
    names = {each.accessibleName() for each in lines.side.inspector.findChildren(object)
             if hasattr(each, "accessibleName")}  # fmt: skip
    assert "£186k over, needs attention" in names
    assert "Owner: P. Okafor" in names
    assert "Source: Estimate, Oct 2016, provisional" in names
    assert "Range: £6,602k to £6,689k" in names
    assert lines.side.commentary.box.toPlainText().startswith("Price concessions")
    assert not lines.side.reason.isVisible()
    valley.edit("Owner", budget.set_line, line(valley, "Prescribing").id, "owner", "J. Wren")
    lines.side.show_changed()
    words = {each.text() for each in lines.side.inspector.findChildren(QLabel)}
    assert any(word.startswith("Changed ") and word.endswith("by Jo Wren") for word in words)


def test_another_month_changes_every_figure(screen: BudgetScreen, valley: LocalityFile) -> None:
    lines = view(screen, "Lines")
    desk = lines.grid.desk
    desk.choose_month(Month(2016, 6))
    assert lines.grid.model.columns[2].band == "June  £000"
    found = next(row for row in valley.read(budget.lines, Month(2016, 6)))
    assert cell(lines.grid, found.id, "date_actual") == written(
        found.standing.date_actual, Kind.THOUSANDS
    )
    desk.choose_month(Month(2015, 6))
    assert screen.figures.context.startswith("2015/16, version 2 (approved)")


def test_the_side_gives_way_on_a_narrow_page_until_somebody_asks_for_it(
    screen: BudgetScreen, qtbot: QtBot
) -> None:
    lines = view(screen, "Lines")
    screen.resize(1076, 554)
    assert lines.side.inspector.isHidden()
    header, ground = lines.grid.view.header, lines.grid.view.viewport()
    qtbot.waitUntil(lambda: header.length() <= ground.width())
    lines.side.inspector.toggle()
    screen.resize(1070, 560)
    assert not lines.side.inspector.isHidden()
    screen.resize(1162, 662)
    assert not lines.side.inspector.isHidden()


# Changing


def test_a_budget_typed_is_in_the_file_and_undo_brings_it_back(
    screen: BudgetScreen, valley: LocalityFile
) -> None:
    lines = view(screen, "Lines")
    before = line(valley, "Prescribing")
    assert type_in(lines.grid, before.id, "annual", "6500") == ""
    assert line(valley, "Prescribing").annual_pence == 6500 * K
    assert cell(lines.grid, before.id, "annual") == "6,500"
    edit = valley.to_undo
    assert edit is not None
    assert edit.label == "Change full-year budget of Prescribing"
    valley.undo()
    assert cell(lines.grid, before.id, "annual") == "6,480"


def test_what_is_not_an_amount_is_refused_with_what_is(
    screen: BudgetScreen, valley: LocalityFile
) -> None:
    lines = view(screen, "Lines")
    said = type_in(lines.grid, line(valley, "Prescribing").id, "annual", "a lot")
    assert "“a lot” is not an amount" in said
    assert type_in(lines.grid, line(valley, "Prescribing").id, "month_variance", "1").startswith(
        "Variance is worked out"
    )


def test_the_months_actual_is_typed_in_the_finance_table(
    screen: BudgetScreen, valley: LocalityFile
) -> None:
    lines = view(screen, "Lines")
    target = line(valley, "Transformation fund")
    assert type_in(lines.grid, target.id, "month_actual", "£18,250") == ""
    assert line(valley, "Transformation fund").year.actual[6] == 18_250_00


def test_a_forecast_by_hand_asks_for_its_reason_and_a_blank_calculates_again(
    screen: BudgetScreen, valley: LocalityFile
) -> None:
    lines = view(screen, "Lines")
    target = line(valley, "Prescribing")
    screen.show_record(target.id)
    type_in(lines.grid, target.id, "outturn", "6700")
    assert line(valley, "Prescribing").method is Method.MANUAL
    assert "Write why" in lines.sheet.strip.sentence
    assert lines.side.reason.isVisible()
    press(lines.sheet.strip, "Write")
    lines.side.reason.box.setPlainText("Concessions last")
    lines.side.reason.commit()
    assert line(valley, "Prescribing").method_reason == "Concessions last"
    assert lines.sheet.strip.isHidden()
    type_in(lines.grid, target.id, "outturn", "")
    assert line(valley, "Prescribing").method is Method.PROFILED


def press(widget: Any, word: str) -> None:
    """Press a button by its word; one that was there before may still be on its way out."""
    [each for each in widget.findChildren(QAbstractButton) if each.text() == word][-1].click()


def test_a_method_and_a_commentary_are_changed_at_the_side(
    screen: BudgetScreen, valley: LocalityFile
) -> None:
    lines = view(screen, "Lines")
    screen.show_record(line(valley, "Prescribing").id)
    lines.side.method.box.setCurrentText("Trend")
    lines.side.method.commit()
    lines.side.commentary.box.setPlainText("Shorter.")
    lines.side.commentary.commit()
    found = line(valley, "Prescribing")
    assert (found.method, found.commentary) == (Method.TREND, "Shorter.")


def test_a_line_is_added_under_the_last_one_and_deleted(
    screen: BudgetScreen, valley: LocalityFile
) -> None:
    lines = view(screen, "Lines")
    model = lines.grid.model
    last = model.rowCount() - 1
    assert model.change_cell(last, model.column_at("name"), "Grants") == ""
    added = line(valley, "Grants")
    assert added.sector.value == "voluntary"
    assert lines.grid.current_row.id == added.id
    lines.grid.remove()
    assert "Delete Grants. It holds £0" in lines.grid.strip.sentence
    assert "Grants" not in {row.name for row in valley.read(budget.lines, OCTOBER)}


def test_a_red_line_without_a_commentary_is_led_to(
    screen: BudgetScreen, valley: LocalityFile
) -> None:
    target = line(valley, "Prescribing")
    valley.edit("Clear", budget.set_line, target.id, "commentary", None)
    lines = view(screen, "Lines")
    assert lines.sheet.strip.sentence == (
        "Prescribing is red, £186,000 over. The board needs a commentary on it."
    )
    press(lines.sheet.strip, "Write")
    assert lines.grid.current_row.id == target.id
    assert lines.side.commentary.box.hasFocus() or not screen.isActiveWindow()


@pytest.mark.parametrize(("word", "annual"), [("Use 6,491", 6491), ("Spread 6,480", 6480)])
def test_months_that_do_not_add_up_are_put_right_by_one_press(
    screen: BudgetScreen, valley: LocalityFile, word: str, annual: int
) -> None:
    target = line(valley, "Prescribing")
    valley.edit("Month", budget.set_month_budget, target.id, Month(2016, 4), 551 * K)
    lines = view(screen, "Lines")
    assert lines.sheet.strip.sentence.startswith(
        "Prescribing, Full year: 6,480 does not equal its months by hand (6,491)."
    )
    press(lines.sheet.strip, word)
    found = line(valley, "Prescribing")
    assert found.annual_pence == annual * K == found.set_annual_pence
    assert lines.sheet.strip.isHidden()


def test_the_strip_goes_from_one_check_to_the_next_and_to_the_months(
    screen: BudgetScreen, valley: LocalityFile
) -> None:
    target, other = line(valley, "Prescribing"), line(valley, "Contingency")
    valley.edit("Month", budget.set_month_budget, target.id, Month(2016, 4), 551 * K)
    valley.edit("Actual", budget.set_actual, other.id, OCTOBER, None)
    valley.edit("Method", budget.set_line, other.id, "method", Method.MANUAL)
    lines = view(screen, "Lines")
    assert lines.sheet.strip.sentence.startswith("1 of 3: Prescribing")
    press(lines.sheet.strip, "Show months")
    assert screen.tabs.tabText(screen.tabs.currentIndex()) == "By month"
    screen.show_tab("Lines")
    press(lines.sheet.strip, "Next")
    press(lines.sheet.strip, "Calculate")
    assert line(valley, "Contingency").method is Method.PROFILED
    press(lines.sheet.strip, "Next")
    press(lines.sheet.strip, "Enter")
    months = view(screen, "By month")
    index = months.actuals.view.currentIndex()
    assert months.actuals.current_row.id == other.id
    assert months.actuals.model.columns[index.column()].title == "Oct 16"


# The other views


def test_a_block_of_actuals_is_pasted_as_one_step(
    screen: BudgetScreen, valley: LocalityFile
) -> None:
    months = view(screen, "By month")
    assert isinstance(months, MonthsView)
    first, second = valley.read(budget.lines, OCTOBER)[:2]
    paste(months.actuals, first.id, "m7", "£500,000\t501k\n(1,200)\t0")
    found = valley.read(budget.lines, OCTOBER)
    assert found[0].year.actual[7:9] == (500 * K, 501 * K)
    assert found[1].year.actual[7:9] == (-1_200_00, 0)
    edit = valley.to_undo
    assert edit is not None
    assert edit.label == "Paste 4 cells"
    valley.undo()
    again = valley.read(budget.lines, OCTOBER)
    assert again[0].year.actual[7] is again[1].year.actual[7] is None
    assert second.year == again[1].year


def test_a_word_in_a_block_is_left_and_the_rest_stands_as_one_step(
    screen: BudgetScreen, valley: LocalityFile
) -> None:
    months = view(screen, "By month")
    first = valley.read(budget.lines, OCTOBER)[0]
    paste(months.actuals, first.id, "m7", "500\nnone yet")
    assert "“none yet” is not an amount" in months.actuals.strip.sentence
    assert valley.read(budget.lines, OCTOBER)[0].year.actual[7] == 500_00
    valley.undo()
    assert valley.read(budget.lines, OCTOBER)[0] == first
    paste(months.actuals, first.id, "m7", "nothing\nnone yet")
    assert "Nothing was changed." in months.actuals.strip.sentence
    assert valley.read(budget.lines, OCTOBER)[0] == first


def test_a_month_of_two_entries_is_refused_and_changed_in_the_entries(
    screen: BudgetScreen, valley: LocalityFile
) -> None:
    target = line(valley, "Prescribing")
    months = view(screen, "By month")
    valley.edit("Entry", budget.add_entry, target.id, OCTOBER, 10 * K, {})
    said = type_in(months.actuals, target.id, "m6", "570000")
    assert "holds 2 entries" in said
    months.actuals.select_record(target.id, "m6")
    press_named(months.sheet, "Entries")
    entries = view(screen, "Entries")
    assert isinstance(entries, EntriesView)
    assert entries.choice.currentText() == "Prescribing"
    entry = valley.read(budget.entries, target.id)[-1]
    assert type_in(entries.grid, entry.id, "amount", "12k") == ""
    assert type_in(entries.grid, entry.id, "basis", "invoice") == ""
    assert type_in(entries.grid, entry.id, "reference", "INV/7") == ""
    assert type_in(entries.grid, entry.id, "is_provisional", "yes") == ""
    assert type_in(entries.grid, entry.id, "partner", "Ouseby District Hospital") == ""
    assert type_in(entries.grid, entry.id, "month", "Sep 2016") == ""
    changed = next(e for e in valley.read(budget.entries, target.id) if e.id == entry.id)
    assert (changed.amount_pence, changed.month, changed.reference) == (
        12 * K, Month(2016, 9), "INV/7",
    )  # fmt: skip
    assert "does not lie in 2016/17" in type_in(entries.grid, entry.id, "month", "Apr 2015")


def press_named(widget: Any, name: str) -> None:
    """Press a button by what a screen reader calls it."""
    found = widget.findChildren(QAbstractButton)
    next(each for each in found if each.accessibleName() == name).click()


def test_an_entry_is_added_and_deleted(screen: BudgetScreen, valley: LocalityFile) -> None:
    entries = view(screen, "Entries")
    model = entries.grid.model
    target = line(valley, "Prescribing")
    entries.show_line(target.id)
    count = len(entries.grid.model.rows)
    last = model.rowCount() - 1
    assert model.change_cell(last, model.column_at("month"), "Nov 2016") == ""
    assert model.change_cell(last, model.column_at("amount"), "£5,000") == ""
    assert line(valley, "Prescribing").year.actual[7] == 5_000_00
    assert len(model.rows) == count + 1
    entries.grid.select_record(valley.read(budget.entries, target.id)[-1].id, "month")
    entries.grid.remove()
    assert line(valley, "Prescribing").year.actual[7] is None


def test_a_month_of_budget_is_typed_and_the_line_is_spread_by_hand(
    screen: BudgetScreen, valley: LocalityFile
) -> None:
    months = view(screen, "By month")
    press_named(months.sheet, "Budget")
    assert months.grid is months.budgets
    target = line(valley, "Prescribing")
    assert type_in(months.budgets, target.id, "m0", "500000") == ""
    assert line(valley, "Prescribing").profile is Profile.MANUAL
    press_named(months.sheet, "Actuals")
    assert months.grid is months.actuals


def test_the_range_of_forecasts_is_shown_and_the_method_chosen(
    screen: BudgetScreen, valley: LocalityFile
) -> None:
    forecasts = view(screen, "Forecast").shown("Methods")
    assert isinstance(forecasts, ForecastView)
    target = line(valley, "Emergency admissions")
    assert cell(forecasts.grid, target.id, "run_rate") == "10,272"
    assert type_in(forecasts.grid, target.id, "method", "trend") == ""
    assert line(valley, "Emergency admissions").method is Method.TREND
    assert cell(forecasts.grid, target.id, "outturn") == cell(forecasts.grid, target.id, "trend")
    assert type_in(forecasts.grid, target.id, "manual", "10,300") == ""
    assert line(valley, "Emergency admissions").standing.outturn == 10_300 * K


def test_both_charts_have_a_finding_a_picture_and_a_table(screen: BudgetScreen) -> None:
    charts = view(screen, "Charts")
    assert isinstance(charts, ChartsView)
    for draw, said, count in (
        (path_chart, "£7,333 under budget at the end of October 2016", 12),
        (bridge_chart, "but only because £275,000 of contingency is released", 12),
    ):
        charts.choose(draw)
        chart = charts.chart.canvas.chart
        assert chart is not None
        assert said in chart.finding
        assert 40 <= len(chart.alt_text) <= 400
        assert not charts.chart.picture().isNull()
        assert len(chart.rows) == count
        charts.chart.toggle()
        assert charts.chart.is_table
        charts.chart.toggle()


def test_a_line_is_set_up_word_by_word(screen: BudgetScreen, valley: LocalityFile) -> None:
    setup = view(screen, "Set-up")
    assert isinstance(setup, SetupView)
    target = line(valley, "Prescribing")
    for key, text, value in (
        ("code", "RX1", "RX1"),
        ("sector", "community", "Community"),
        ("provider", "Ouseby District Hospital", "Ouseby District Hospital"),
        ("payer", "Fenshire County Council", "Fenshire County Council"),
        ("scope", "shadow only", "Shadow only"),
        ("weighted_by", "overall", "Overall"),
        ("non_recurrent", "1000", "£1,000"),
        ("annual", "6.5m", "£6,500,000"),
        ("profile", "quarterly", "Quarterly"),
        ("method", "trend", "Trend"),
        ("focus", "prevention", "Prevention"),
        ("owner", "J. Wren", "J. Wren"),
        ("contract_form", "block", "Block"),
        ("controllability", "direct", "Direct"),
        ("is_income", "yes", "Yes"),
        ("name", "Medicines", "Medicines"),
    ):
        assert type_in(setup.grid, target.id, key, text) == ""
        assert cell(setup.grid, target.id, key) == value
    assert "is the sum of imported payments" in type_in(
        setup.grid, line(valley, "Primary medical services").id, "baseline", "5"
    )


def test_lines_are_pasted_into_the_empty_line_of_the_set_up(
    screen: BudgetScreen, valley: LocalityFile
) -> None:
    setup = view(screen, "Set-up")
    setup.grid.add()
    QGuiApplication.clipboard().setText(
        "Hospice care\tvoluntary\tMarsh Valley Elders\nAmbulance\tsecondary care\t"
    )
    setup.grid.paste()
    found = {row.name: row for row in valley.read(budget.lines, OCTOBER)}
    assert found["Hospice care"].provider == "Marsh Valley Elders"
    assert found["Ambulance"].sector.value == "secondary care"
    valley.undo()
    assert len(valley.read(budget.lines, OCTOBER)) == 13


def test_a_line_is_moved_and_the_phase_is_chosen(
    screen: BudgetScreen, valley: LocalityFile
) -> None:
    setup = view(screen, "Set-up")
    target = line(valley, "Prescribing")
    setup.grid.select_record(target.id, "name")
    press_named(setup.sheet, "Up")
    assert valley.read(budget.lines, OCTOBER)[0].id == target.id
    press_named(setup.sheet, "Down")
    assert valley.read(budget.lines, OCTOBER)[1].id == target.id
    setup.choose_phase(Phase.SHARED)
    assert screen.figures.context.endswith("Shared: gains and losses by agreement")
    setup.grid.model.sort(0)
    press_named(setup.sheet, "Up")
    assert "The lines are sorted" in setup.grid.strip.sentence


def test_the_baseline_foots_and_leads_to_the_set_up(
    screen: BudgetScreen, valley: LocalityFile
) -> None:
    parts = view(screen, "Capitation").shown("Baseline")
    model = parts.grid.model
    total = model.total(model.columns[model.column_at("amount")])
    lines = valley.read(budget.lines, OCTOBER)
    assert total.value == sum(row.baseline_pence or 0 for row in lines)
    press_named(parts.sheet, "Change in Set-up")
    assert screen.tabs.tabText(screen.tabs.currentIndex()) == "Set-up"


# Empty, found, named


def test_an_empty_file_says_what_a_shadow_budget_is_and_begins_one(
    desk: Desk, file: LocalityFile, qtbot: QtBot
) -> None:
    screen = shown(desk, qtbot)
    lines = view(screen, "Lines")
    assert isinstance(lines, LinesView)
    assert screen.figures.context == "2016/17, no budget yet"
    assert lines.grid.isHidden()
    press_named(lines.sheet, "Paste or add budget lines")
    assert not lines.grid.isHidden()
    QGuiApplication.clipboard().setText("Prescribing\nCommunity nursing")
    lines.grid.paste()
    assert [row.name for row in file.read(budget.lines, OCTOBER)] == [
        "Prescribing",
        "Community nursing",
    ]
    file.undo()
    for title in (
        "By month",
        "Forecast",
        "Charts",
        "Capitation",
        "Versions",
        "Close",
        "Set-up",
        "Entries",
    ):
        view(screen, title)
    screen.show_tab("Lines")
    assert lines.grid.isHidden()


def test_lines_are_found_by_their_words(valley: LocalityFile, file: LocalityFile) -> None:
    assert [hit.title for hit in found(valley, "budget", "presc") if hit.view == "Lines"] == [
        "Prescribing",
        "Voluntary sector, social prescribing",
    ]
    owned = [hit for hit in found(valley, "budget", "Okafor") if hit.view == "Lines"]
    assert [hit.detail for hit in owned] == ["Budget line, primary care"]
    assert found(valley, "budget", " ") == []
    assert found(file, "budget", "presc") == []
    assert len(found(valley, "budget", "e")) == 8


def test_everything_that_takes_the_focus_has_a_name(screen: BudgetScreen) -> None:
    for at in range(screen.tabs.count()):
        screen.tabs.setCurrentIndex(at)
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, Grid)
    nameless = [
        each
        for kind in kinds
        for each in screen.findChildren(kind)
        if not (each.accessibleName() or getattr(each, "text", str)() or isinstance(each, Grid))
        and each.objectName() not in {"qt_spinbox_lineedit", "ScrollLeftButton"}
        and each.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert nameless == []
    grids = screen.findChildren(Grid)
    assert all(grid.view.accessibleName() for grid in grids)


def test_qts_own_tester_finds_nothing_wrong(screen: BudgetScreen, valley: LocalityFile) -> None:
    testers = []
    for title in ("Lines", "By month", "Forecast", "Set-up", "Baseline", "Entries"):
        under = {"Baseline": ("Capitation", "Baseline"), "Forecast": ("Forecast", "Methods")}
        tab, leaf = under.get(title, (title, ""))
        model = (view(screen, tab).shown(leaf) if leaf else view(screen, tab)).grid.model
        assert isinstance(model, QAbstractItemModel)
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        testers.append(QAbstractItemModelTester(model, mode))
    screen.show_tab("Lines")
    valley.edit("Remove", budget.remove_lines, [line(valley, "Prescribing").id])
    valley.undo()


def test_the_tabs_are_gone_round_by_keys(screen: BudgetScreen, qtbot: QtBot) -> None:
    with qtbot.waitActive(screen):
        screen.activateWindow()
    QTest.keyClick(screen, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert screen.tabs.tabText(screen.tabs.currentIndex()) == "By month"
