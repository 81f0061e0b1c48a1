"""Versions side by side, virements by line, phases and closings in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from pch_desktop.domain.budget import Method, Phase, Scope, Thresholds
from pch_desktop.domain.budget_closing import ClosingCheck
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import Month
from pch_desktop.reports import budget as report
from pch_desktop.reports import budget_closing, budget_versions, budget_virements
from pch_desktop.reports.budget import standing_rows
from pch_desktop.reports.budget_checks import checks
from pch_desktop.reports.budget_versions import compared, comparing, comparison, phase_rows
from pch_desktop.reports.closing import closing
from pch_desktop.reports.table import summed
from pch_desktop.store import budget
from pch_desktop.store.budget import CheckRow, VersionLine
from pch_desktop.store.budget.readiness import ReadinessRow
from tests.reports.budgets import OCTOBER, line
from tests.store.budget_years import SET, YEAR, approved

if TYPE_CHECKING:
    from pch_desktop.store.locality_file import LocalityFile

NOON = datetime(2016, 11, 7, 12, tzinfo=UTC)
K = 1_000_00


def kept(number: int, name: str, annual: int | None, code: str | None = None) -> VersionLine:
    """Return a line of a version."""
    return VersionLine(
        number, code, name, Sector.PRIMARY, Scope.IN, False, annual, 0, annual, (0,) * 12, None
    )


# Side by side


def test_lines_are_matched_by_name_else_by_code_and_the_rest_is_told() -> None:
    first = [kept(1, "Beds", 100), kept(2, "Meds", 50, "RX"), kept(3, "Old", 7)]
    second = [kept(11, "Medicines", 60, "RX"), kept(12, "BEDS", 90), kept(13, "New", 5)]
    rows = compared(first, second)
    assert [(row.name, row.first, row.second, row.change, row.told) for row in rows] == [
        ("Medicines", 50, 60, 10, "Was called Meds"),
        ("BEDS", 100, 90, -10, "Was called Beds"),
        ("New", 0, 5, 5, "Added"),
        ("Old", 7, 0, -7, "Left out"),
    ]


def test_a_change_from_or_to_what_is_not_known_is_not_known() -> None:
    (row,) = compared([kept(1, "Beds", None)], [kept(1, "Beds", 90)])
    assert row.change is None
    columns = comparison("Version 1", "Version 2")
    assert summed(next(each for each in columns if each.key == "first"), [row]).is_incomplete
    assert comparing([row]) == "No line changes; 1 line not known."


def test_income_is_taken_off_and_lines_out_of_scope_stay_out() -> None:
    income = replace(kept(1, "Rent", 40), is_income=True)
    out = replace(kept(2, "Out", 1), scope=Scope.OUT)
    rows = compared([income, out], [replace(income, annual_pence=50), out])
    assert [(row.name, row.first, row.second, row.change) for row in rows] == [
        ("Rent", -40, -50, -10)
    ]


def test_a_sentence_says_what_the_later_version_changes() -> None:
    rows = compared(
        [kept(1, "Beds", 100 * K), kept(2, "Meds", 50 * K)],
        [kept(1, "Beds", 110 * K), kept(2, "Meds", 48 * K)],
    )
    assert comparing(rows) == "2 lines change, £8,000 more in all; most: Beds, £10,000."
    assert comparing(rows[1:]) == "1 line changes, £2,000 less in all; most: Meds, (£2,000)."
    titles = [column.title for column in comparison("Version 1", "Version 2")]
    assert titles[2:5] == ["Version 1 £", "Version 2 £", "Change £"]
    again = [column.title for column in comparison("Version 1", "Version 1")]
    assert len(set(again)) == len(again)


# Virements


def test_virements_stand_by_line_and_in_a_list_and_net_to_nothing(file: LocalityFile) -> None:
    approved(file)
    assert [table.title for table in budget_virements.tables(file, OCTOBER)] == ["Virements"]
    file.edit(
        "Move", budget.add_virement, YEAR, ("Prescribing", "Emergency"), (60 * K, OCTOBER),
        {"words": "Beds"},
    )  # fmt: skip
    by_line, listed = budget_virements.tables(file, OCTOBER)
    assert (by_line.title, listed.title) == ("Virements", "Virement list")
    rows = {row.name: row for row in by_line.rows}
    assert rows["Prescribing"].moved_out == -60 * K
    assert rows["Emergency"].moved_in == 60 * K
    assert sum(row.moved_in + row.moved_out for row in by_line.rows) == 0
    for row in by_line.rows:
        assert row.opening + row.moved_in + row.moved_out == row.current
    assert "1 virement moved £60,000 between lines and net to nothing" in listed.subtitle
    assert {by_line.marking, listed.marking} == {"SHADOW – NOTIONAL"}
    file.edit("Phase", budget.set_phase, YEAR, Phase.SHARED)
    assert {table.marking for table in budget_virements.tables(file, OCTOBER)} == {""}


def test_a_file_without_a_budget_has_no_sheet_of_virements(file: LocalityFile) -> None:
    assert budget_virements.tables(file, OCTOBER) == ()


def test_what_waits_to_be_decided_is_among_the_findings(file: LocalityFile) -> None:
    approved(file)
    file.edit(
        "Move", budget.add_virement, YEAR, ("Prescribing", "Emergency"), (60 * K, OCTOBER),
        {"words": "Beds"},
    )  # fmt: skip
    file.edit("New", budget.new_version, YEAR)
    file.edit("Submit", budget.submit_version, YEAR, date(2016, 10, 3))
    titles = [found.title for found in report.STATEMENT.findings(file, OCTOBER)]
    assert "Version 2 waits for approval" in titles
    assert "1 virement without approver or minute" in titles


# Phases


def test_mapping_shows_what_was_spent_and_asks_for_no_more() -> None:
    made = line("Beds", 120, 40, 50, method=Method.MANUAL)
    usual = standing_rows([made], Thresholds())
    mapped = standing_rows([made], Thresholds(), Phase.MAPPING)
    assert (mapped[0].date_budget, mapped[0].month_actual) == (
        usual[0].date_budget, usual[0].month_actual,
    )  # fmt: skip
    for figure in ("month_variance", "date_variance", "outturn", "outturn_variance", "rating"):
        assert getattr(mapped[0], figure) is None
    asked = [check.trouble.name for check in checks(mapped, OCTOBER, Phase.MAPPING)]
    assert asked == ["ACTUALS"]
    assert "NO_OUTTURN" in [check.trouble.name for check in checks(usual, OCTOBER)]
    known = replace(made, standing=replace(made.standing, date_actual=90 * K))
    said = report.finding(standing_rows([known], Thresholds(), Phase.MAPPING))
    assert said == "£90,000 was spent so far on what is in scope."


def test_each_phase_says_what_it_allows_and_how_ready_the_place_is() -> None:
    steps = [
        ReadinessRow(1, Phase.SHARED, "Agreement", None, date(2016, 9, 1), None),
        ReadinessRow(2, Phase.SHARED, "Scheme", None, None, None),
    ]
    rows = phase_rows(Phase.SHADOW, steps)
    assert [row.name for row in rows] == [
        "Mapping", "● Shadow, now", "Shared", "Delegated", "Full",
    ]  # fmt: skip
    assert rows[2].readiness == "1 of 2 in place"
    assert rows[3].readiness == "Nothing listed"
    settle = next(column for column in budget_versions.PHASES if column.key == "settle")
    assert [settle.value(row) for row in rows] == ["– Not yet"] * 2 + ["✓ Yes"] * 3


# Closing


def check(of: ClosingCheck, *waiting: str) -> CheckRow:
    """Return a check and what it waits for."""
    return CheckRow(1, of, 13, waiting, 1 if waiting else None, None)


def test_a_check_says_how_it_stands_by_shape_and_word() -> None:
    met = check(ClosingCheck.ACTUALS)
    assert (budget_closing.state(met), budget_closing.sentence(met)) == (
        "● In order", "Every line in scope has an actual",
    )  # fmt: skip
    waits = check(ClosingCheck.COMMENTARY, "A", "B", "C", "D", "E")
    assert budget_closing.state(waits) == "◆ 5 waiting"
    assert budget_closing.sentence(waits) == "Red lines have a commentary: A, B, C and 2 more"
    assert budget_closing.state(check(ClosingCheck.ESTIMATES, "A")) == "▲ 1 estimate"


def test_a_month_says_whether_it_is_closed_or_what_stands_in_the_way() -> None:
    rows = [check(ClosingCheck.ACTUALS, "A"), check(ClosingCheck.ESTIMATES, "A")]
    told = budget_closing.standing
    assert told(rows, OCTOBER, is_closed=False) == "October 2016 is open: 1 check of 2 to pass."
    assert told(rows[1:], OCTOBER, is_closed=False).endswith("It can be closed.")
    assert told(rows, OCTOBER, is_closed=True).startswith("October 2016 is closed")
    assert told([], OCTOBER, is_closed=False) == "There is no budget of 2016/17 yet."


def test_closing_comes_before_issuing_and_a_month_opened_again_is_told(file: LocalityFile) -> None:
    april = Month(2016, 4)
    line_id = file.edit("Add", budget.add_line, YEAR, "Beds", Sector.PRIMARY, 12 * K)
    file.edit("Spent", budget.set_actual, line_id, april, K)
    last = [(step.title, step.is_done) for step in closing(file, april)[-2:]]
    assert last == [("Closed", False), ("Pack issued", False)]
    file.edit("Close", budget.close_month, april, NOON)
    assert closing(file, april)[-2].is_done
    assert budget_closing.findings(file, april) == []
    file.edit("Reopen", budget.reopen_month, april, "A late invoice", NOON)
    (found,) = budget_closing.findings(file, OCTOBER)
    assert (found.title, found.detail) == (
        "1 month opened again", "April 2016: to be closed when put right.",
    )  # fmt: skip
    log = file.read(budget.closing_log)
    values = [[column.value(row) for column in budget_closing.LOG] for row in log]
    assert values == [
        ["April 2016", "Reopened", "7 Nov 2016, 12:00", "Jo Wren", "A late invoice"],
        ["April 2016", "Closed", "7 Nov 2016, 12:00", "Jo Wren", None],
    ]


def test_a_line_of_the_approved_budget_is_where_a_bare_virement_leads(file: LocalityFile) -> None:
    approved(file)
    file.edit(
        "Move", budget.add_virement, YEAR, ("Prescribing", "Emergency"), (60 * K, OCTOBER),
        {"words": "Beds"},
    )  # fmt: skip
    moved = file.read(budget.virements, 1)
    (found,) = budget_versions.findings(file.read(budget.budget_year, YEAR), moved, None)
    assert found.record_id == SET
