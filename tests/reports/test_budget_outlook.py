"""What a forecast still waits for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.budget import Method, Thresholds
from pch_desktop.domain.budget_plan import RiskKind
from pch_desktop.domain.standing import is_red
from pch_desktop.reports.budget_line_findings import line_findings
from pch_desktop.reports.budget_outlook import findings, place_of, risk_at
from pch_desktop.reports.budget_registers import Register, place
from pch_desktop.reports.statement import Weight
from pch_desktop.store import budget
from pch_desktop.store.budget import RiskRow
from pch_desktop.store.locality_file import LocalityFile
from tests.reports.budgets import OCTOBER, K, line, rows
from tests.reports.told import told

FLU = RiskRow(
    3, RiskKind.RISK, "Flu", None, 10 * K, Decimal("0.5"), None, date(2016, 12, 1), True, None
)


def test_a_risk_without_a_figure_and_one_late_for_review_are_found(
    marsh_valley: LocalityFile,
) -> None:
    blank = replace(FLU, id=4, name="Staff", likelihood_share=None)
    late = replace(FLU, id=5, name="Prices", review_on=OCTOBER.last)
    shut = replace(blank, id=6, is_open=False, review_on=OCTOBER.last)
    file = told(marsh_valley, {budget.risks: [FLU, blank, late, shut], budget.lines: []})
    assert [(found.title, found.detail, found.record_id) for found in findings(file, OCTOBER)] == [
        ("1 outturn risk without an amount or a likelihood", "Staff", place_of(4)),
        ("1 outturn risk due for review", "Prices", place_of(5)),
    ]


def test_a_forecast_by_hand_without_a_reason_blocks_the_board() -> None:
    by_hand = line("Wards", 1200, 90, method=Method.MANUAL, manual_forecast_pence=1000 * K, id=7)
    said = replace(by_hand, id=8, method_reason="A contract")
    made = line_findings(rows(said, by_hand), OCTOBER, None)
    (found,) = (each for each in made if each.weight is Weight.BLOCKS)
    assert (found.title, found.weight, found.record_id) == (
        "1 forecast by hand without a reason",
        Weight.BLOCKS,
        7,
    )


@given(st.integers(1, 10**6), st.sampled_from(list(Register)))
def test_a_risk_s_number_is_no_line_s_and_no_register_s(number: int, register: Register) -> None:
    assert risk_at(place_of(number)) == number
    assert risk_at(place(register, number)) is None
    assert risk_at(number) is None


@given(st.lists(st.integers(0, 300), min_size=7, max_size=7))
def test_a_month_s_closing_and_the_finance_table_call_the_same_lines_red(spent: list[int]) -> None:
    made = line("Wards", 1200, *spent)
    (row,) = rows(made)
    assert row.is_red is is_red(made.standing, Thresholds())
