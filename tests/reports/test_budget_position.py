"""The finance table as a board reads it: by sector, and what stands beside the total."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.budget import Scope, Thresholds
from pch_desktop.domain.budget_plan import RiskKind
from pch_desktop.domain.capitation import kept_back
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.splitting import RiskPool
from pch_desktop.reports import budget as report
from pch_desktop.reports.budget_checks import Trouble, checks
from pch_desktop.reports.budget_forecast import FORECASTS, forecast_rows
from pch_desktop.reports.budget_groups import TOGETHER, by_group
from pch_desktop.reports.budget_months import actual_columns, budget_columns
from pch_desktop.reports.budget_position import kept_rows, memo_rows, pool_rows
from pch_desktop.reports.budget_risks import adjustment, adjustment_words
from pch_desktop.reports.totals import total_of
from pch_desktop.store.budget import CapitatedSum, People, RiskRow
from tests.reports.budgets import OCTOBER, K, line, rows

SEVEN = (100,) * 7
PEOPLE = People(None, None, None, None, None)
SECTORS = st.sampled_from(list(Sector))


def risk(kind: RiskKind, amount: int | None, likelihood: str | None, **changed: object) -> RiskRow:
    """Return a risk of so many thousand pounds."""
    share = None if likelihood is None else Decimal(likelihood)
    pence = None if amount is None else amount * K
    made = RiskRow(1, kind, "Winter", "Wards", pence, share, None, None, True, None)
    return replace(made, **changed)


def total(key: str, found: list[report.StandingRow]) -> object:
    """Return the total of a column of the finance table."""
    column = next(column for column in report.LINES if column.key == key)
    summed = total_of(column, report.LINES, found)
    return summed.value if summed else None


# By sector


def test_lines_stand_by_sector_and_the_small_sectors_together() -> None:
    found = by_group(
        rows(
            line("Wards", 12, sector=Sector.SECONDARY),
            line("Drugs", 12),
            line("Talking", 12, sector=Sector.MENTAL_HEALTH),
            line("Beds", 12, sector=Sector.SECONDARY),
            line("Link workers", 12, sector=Sector.VOLUNTARY),
        )
    )
    assert [(block.title, [row.name for row in block.rows]) for block in found] == [
        ("Secondary care", ["Wards", "Beds"]),
        ("Primary care", ["Drugs"]),
        (TOGETHER, ["Talking", "Link workers"]),
    ]


@given(st.lists(st.tuples(SECTORS, st.integers(-500, 500)), min_size=1, max_size=12))
def test_the_subtotals_add_up_to_the_total_whatever_the_sectors(
    made: list[tuple[Sector, int]],
) -> None:
    found = rows(
        *(
            line(f"Line {at}", 1200, *(100 + over,) * 7, id=at, sector=sector)
            for at, (sector, over) in enumerate(made)
        )
    )
    for key in ("annual", "date_actual", "outturn", "outturn_variance"):
        parts = [total(key, list(block.rows)) for block in by_group(found)]
        assert sum(int(str(part)) for part in parts) == total(key, found)


# Beside the total


def test_what_is_kept_back_stands_beside_the_total_it_is_part_of() -> None:
    shares = (Decimal("0.005"), Decimal("0.005"))
    kept = kept_back(3_872_668_390, *shares)
    found = kept_rows(CapitatedSum(kept, *shares, PEOPLE))
    assert [(row.name, row.annual) for row in found] == [
        ("Of which top-slice, kept by the commissioner", 19_363_342),
        ("Of which contingency, kept back", 19_266_525),
        ("Of which left to run services with", 3_834_038_523),
    ]
    assert sum(row.annual or 0 for row in found) == kept.gross_pence
    assert {row.outturn for row in found} == {None}


def test_nothing_is_said_of_what_is_kept_back_where_no_share_was_agreed() -> None:
    kept = kept_back(1000, Decimal(0), Decimal(0))
    assert kept_rows(CapitatedSum(kept, None, None, PEOPLE)) == []
    assert kept_rows(CapitatedSum(None, Decimal("0.1"), None, PEOPLE)) == []
    assert kept_rows(None) == []


def test_the_risk_pool_s_balance_is_told_once_something_moved_it() -> None:
    assert pool_rows(RiskPool()) == []
    (row,) = pool_rows(RiskPool(opening_pence=100, contributed_pence=50, drawn_pence=30))
    assert (row.name, row.annual) == ("Risk pool, in it at the month's end", 120)


def test_a_line_out_of_scope_is_a_memo_that_is_not_rated() -> None:
    lines = [line("Wards", 1200, *SEVEN), line("Ambulance", 600, *(90,) * 7, scope=Scope.OUT)]
    (memo,) = memo_rows(lines, Thresholds())
    assert (memo.name, memo.annual, memo.rating) == ("Memo: Ambulance", 600 * K, None)
    assert memo.outturn_variance == (600 - 1080) * K
    assert total("annual", rows(*lines)) == 1200 * K


# Red, so far or at the year's end


def test_a_line_red_so_far_needs_a_commentary_though_the_year_is_forecast_to_end_well() -> None:
    by_hand = {"method_reason": "A rebate in March", "manual_forecast_pence": 1200 * K}
    from pch_desktop.domain.budget import Method

    (row,) = rows(line("Wards", 1200, *(120,) * 7, method=Method.MANUAL, **by_hand))
    assert (row.date_rating, row.rating, row.is_red) == ("Red", "Green", True)
    assert row.date_share == Decimal(-140) / 700
    (found,) = checks([row], OCTOBER)
    assert found.trouble is Trouble.COMMENTARY
    assert (found.column, found.sentence) == (
        "date_variance",
        "Wards is red, £140,000 over so far. The board needs a commentary on it.",
    )


# Month by month


def test_a_line_s_months_add_up_to_its_year_and_income_is_taken_off() -> None:
    spending, income = rows(
        line("Wards", 1200, *SEVEN), line("Rent", 120, *(9,) * 7, is_income=True)
    )
    year, so_far = budget_columns(OCTOBER), actual_columns(OCTOBER)
    assert [column.title for column in so_far][-2:] == ["Oct 16", "To Oct"]
    for row in (spending, income):
        budgets = [column.value(row) for column in year[1:-1]]
        assert sum(int(str(pence)) for pence in budgets) == year[-1].value(row) == row.annual
        actuals = [column.value(row) for column in so_far[1:-1]]
        assert sum(int(str(pence)) for pence in actuals) == so_far[-1].value(row) == row.date_actual
    assert income.annual == -120 * K


# Risks


def test_the_year_s_risk_adjusted_outturn_is_the_total_of_the_lines_column() -> None:
    made = rows(line("Wards", 1200, *SEVEN, id=1), line("Drugs", 600, *(50,) * 7, id=2))
    risks = [
        risk(RiskKind.RISK, 100, "0.5"),
        risk(RiskKind.MITIGATION, 40, "0.25", id=2),
        risk(RiskKind.RISK, 30, "0.5", id=3, line=None),
        risk(RiskKind.RISK, 999, "1", id=4, is_open=False),
    ]
    found = forecast_rows(made, OCTOBER, risks)
    assert [(row.name, row.effect) for row in found] == [
        ("Wards", -40 * K),
        ("Drugs", 0),
        ("Risks of no one line", -15 * K),
    ]
    column = next(column for column in FORECASTS if column.key == "adjusted")
    summed = total_of(column, FORECASTS, found)
    assert summed is not None
    year = adjustment(made, risks)
    assert summed.value == year.adjusted == (1800 + 55) * K
    assert (year.outturn, year.risks, year.mitigations) == (1800 * K, 65 * K, 10 * K)
    assert year.variance == -55 * K
    assert adjustment_words(year)[0].startswith(
        "Risk-adjusted outturn: £1,855,000, £55,000 over budget: the forecast of £1,800,000"
    )


@pytest.mark.parametrize(("amount", "likelihood"), [(None, "0.5"), (100, None)])
def test_a_risk_without_a_figure_is_said_and_leaves_its_line_not_known(
    amount: int | None, likelihood: str | None
) -> None:
    made = rows(line("Wards", 1200, *SEVEN, id=1))
    risks = [risk(RiskKind.RISK, amount, likelihood)]
    (found,) = forecast_rows(made, OCTOBER, risks)
    assert (found.effect, found.adjusted) == (None, None)
    assert adjustment_words(adjustment(made, risks)) == (
        "Risk-adjusted outturn: not known. 1 risk or mitigation lacks an amount or a likelihood.",
    )


def test_nothing_is_said_of_risks_where_there_are_none() -> None:
    made = rows(line("Wards", 1200, *SEVEN))
    assert adjustment_words(adjustment(made, [])) == ()
    unknown = adjustment(rows(line("Wards", 1200)), [risk(RiskKind.RISK, 1, "1")])
    assert adjustment_words(unknown) == (
        "Risk-adjusted outturn: not known, for the forecast of a line is not known.",
    )
