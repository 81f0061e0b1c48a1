"""Every figure of the budget tells how it came about, and tells the very figure."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Build, Method, Thresholds
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.models.budget import Actual, BudgetLine
from pch_desktop.models.budget_plan import BudgetAdjustment
from pch_desktop.models.locality import ImportBatch, ReferenceValue
from pch_desktop.reports.budget_explained import explain, explain_method, explain_month
from pch_desktop.reports.budget_forecast import forecast_rows
from pch_desktop.reports.budget_formulas import FINANCE, METHODS, listed
from pch_desktop.reports.budget_standing import LINES, StandingRow, standing_rows
from pch_desktop.reports.explained import Explanation, added
from pch_desktop.reports.table import Kind
from pch_desktop.store import budget
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.shared import Reads, at_once
from tests import localities
from tests.localities import NOON

OCTOBER = Month(2016, 10)
YEAR = FinancialYear(2016)
WORDS = {"name", "sector", "commentary"}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalityFile]:
    """The invented sample, open."""
    path: Path = tmp_path_factory.mktemp("explained") / "sample.pch"
    file = localities.sample(path)
    yield file
    file.close()


def rows(file: LocalityFile, month: Month = OCTOBER) -> list[StandingRow]:
    """Return the rows of the finance table."""
    return standing_rows(file.read(budget.lines, month), Thresholds())


@pytest.mark.parametrize("month", [OCTOBER, Month(2016, 4), Month(2016, 3), Month(2017, 1)])
def test_every_figure_of_the_finance_table_is_explained_to_the_penny(
    sample: LocalityFile, month: Month
) -> None:
    found = rows(sample, month)
    assert len(found) >= 13

    def all_of_them(file: Reads) -> None:
        for row in found:
            for column in LINES:
                told = explain(file, month, row, column.key)
                if column.key in WORDS:
                    assert told is None
                    continue
                assert told is not None
                assert told.value == column.value(row), (row.name, column.key)
                assert told.formula
                assert (told.value is None) == bool(told.unknown)

    at_once(sample, all_of_them)


def test_every_month_of_every_line_is_explained_to_the_penny(sample: LocalityFile) -> None:
    for at, month in enumerate(YEAR.months):
        for row in rows(sample):
            planned = explain_month(sample, month, row, is_actual=False)
            spent = explain_month(sample, month, row, is_actual=True)
            assert planned is not None
            assert spent is not None
            assert planned.value == row.line.year.budget[at]
            assert spent.value == row.line.year.actual[at]
            known = [fact.value for fact in spent.beneath if isinstance(fact.value, int)]
            if spent.value is not None:
                assert sum(known) == spent.value


def test_every_forecast_is_explained_to_the_penny(sample: LocalityFile) -> None:
    for row in forecast_rows(rows(sample), OCTOBER):
        if row.row is None:
            continue
        for at, pence in enumerate(row.by_method):
            assert explain_method(sample, OCTOBER, row.row, at).value == pence


def test_a_sum_is_written_with_its_own_numbers() -> None:
    assert added(1_200_00, -1_186_50, 13_50) == "£1,200.00 − £1,186.50 = £13.50"
    assert added(10_00, 5_00, -20_00, -5_00) == "£10.00 + £5.00 − £20.00 = (£5.00)"


def test_a_variance_tells_its_budget_and_its_actual(sample: LocalityFile) -> None:
    row = next(row for row in rows(sample) if row.name == "Prescribing")
    told = explain(sample, OCTOBER, row, "date_variance")
    assert told is not None
    assert told.title == "Prescribing, YTD variance"
    assert told.worked == "£3,780,000.00 − £3,902,000.00 = (£122,000.00)"
    assert [fact.what for fact in told.facts] == ["YTD budget", "YTD actual"]
    assert told.words.splitlines()[0] == "Prescribing, YTD variance: (£122,000.00)"


def test_a_rating_tells_the_step_that_decided(sample: LocalityFile) -> None:
    by_name = {row.name: row for row in rows(sample)}

    def why(name: str) -> str:
        told = explain(sample, OCTOBER, by_name[name], "rating")
        assert told is not None
        return told.worked

    assert why("Prescribing") == "2.87% over is above 2.00%: Red."
    assert why("Community nursing and therapies") == "1.79% over is above 0.50%: Amber."
    assert why("Planned admissions") == "Favourable, or nothing over: Green."


# What is built, moved and brought in


def built(file: LocalityFile) -> int:
    """Make a line that is grown from a baseline, with a service change and an entry from a file."""
    fields = {"baseline": 540_000_000, "build": Build.GROWTH, "uplift_key": "cost"}
    line_id = file.edit(
        "Add", budget.add_described_line, YEAR, "Prescribing", Sector.PRIMARY, fields
    )
    file.edit("Put", put, line_id)
    return line_id


def put(session: Session, line_id: int) -> None:
    """Add what the line is built with, and an entry from a row of a file."""
    session.add(
        ReferenceValue(
            key="cost", words="Cost uplift", value=Decimal("0.013"), unit="share",
            valid_from=date(2016, 4, 1), source="Invented guidance, table 2",
        )
    )  # fmt: skip
    session.add(
        BudgetAdjustment(
            line_id=line_id, words="Clinic moved", amount_pence=-60_000_00,
            approved_on=date(2016, 5, 3), approver="The board", minute_reference="5.2",
        )
    )  # fmt: skip
    session.add(
        ImportBatch(
            id=1, kind="own actuals", file_name="ledger M1.xlsx", file_digest="0", at=NOON,
            rows_read=1, rows_kept=1, rows_refused=0,
        )
    )  # fmt: skip
    session.flush()
    session.add(
        Actual(
            line_id=line_id, month=Month(2016, 4), amount_pence=450_000_00, batch_id=1,
            sheet_name="Extract", row_number=17, reference="INV 4021",
        )
    )  # fmt: skip


def told_of(file: LocalityFile, key: str, month: Month = OCTOBER) -> Explanation:
    """Return what is told of a figure of the only line that is prescribing."""
    row = next(row for row in rows(file, month) if row.name == "Prescribing")
    told = explain(file, month, row, key)
    assert told is not None
    return told


def test_a_built_budget_tells_its_baseline_rates_and_service_changes(file: LocalityFile) -> None:
    built(file)
    told = told_of(file, "annual")
    assert told.value == 547_020_000 - 60_000_00
    said = {fact.what: (fact.value, fact.source) for fact in told.facts}
    assert said["Baseline"][0] == 540_000_000
    assert said["Cost uplift"] == (
        Decimal("0.013"), "Cost uplift, from 1 Apr 2016. Invented guidance, table 2",
    )  # fmt: skip
    assert said["Clinic moved"] == (
        -60_000_00, "Service change approved 3 May 2016 by The board. Minute 5.2.",
    )  # fmt: skip
    assert [fact.what for fact in told.beneath] == ["One sum"]


def test_an_actual_leads_down_to_the_file_the_sheet_and_the_row(file: LocalityFile) -> None:
    built(file)
    (entry,) = told_of(file, "month_actual", Month(2016, 4)).beneath
    assert entry.value == 450_000_00
    assert entry.source == (
        "Entered by hand, reference INV 4021. From ledger M1.xlsx, sheet Extract, row 17."
    )


def test_what_is_not_known_says_what_to_enter(file: LocalityFile) -> None:
    built(file)
    assert told_of(file, "date_actual").unknown == (
        "Not entered yet: May 2016, June 2016, July 2016, August 2016, September 2016, "
        "October 2016."
    )

    def forget(session: Session) -> None:
        session.delete(session.scalars(select(ReferenceValue).filter_by(key="cost")).one())

    file.edit("Forget", forget)
    assert told_of(file, "annual").unknown == (
        "No value holds on 1 April of: cost. Enter it among the rates."
    )
    assert told_of(file, "outturn").unknown == "Prescribing has no budget yet."


def test_a_forecast_by_hand_tells_its_reason(file: LocalityFile) -> None:
    line_id = built(file)

    def by_hand(session: Session) -> None:
        line = session.get_one(BudgetLine, line_id)
        line.method, line.manual_forecast_pence = Method.MANUAL, 5_500_000_00
        line.method_reason = "Two new drugs from January"

    file.edit("Forecast", by_hand)
    told = told_of(file, "outturn")
    assert told.value == 5_500_000_00
    assert [fact.source for fact in told.facts] == ["Two new drugs from January"]


def test_the_pack_explains_with_the_same_words() -> None:
    told = dict(listed())
    assert told["Month budget"] == FINANCE["month_budget"]
    assert told["Forecast: trend"] == METHODS[Method.TREND]
    assert {column.key for column in LINES if column.kind is not Kind.TEXT} - WORDS == set(FINANCE)
