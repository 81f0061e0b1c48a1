"""Reading and changing the shadow budget in a file."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Basis, Method, Phase, Profile, VersionStatus
from pch_desktop.domain.partners import PartnerKind, Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Focus
from pch_desktop.models.budget import BaselinePart, BudgetLine, BudgetVersion
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Practice
from pch_desktop.store import budget
from pch_desktop.store.budget import LineRow
from pch_desktop.store.budget.edits import FIELDS
from pch_desktop.store.locality_file import LocalityFile
from tests.localities import many

YEAR = FinancialYear(2016)
APRIL, MAY, OCTOBER = Month(2016, 4), Month(2016, 5), Month(2016, 10)
FIXED_FIELDS = set(FIELDS) - {
    "method", "manual_forecast_pence", "method_reason", "owner", "commentary",
}  # fmt: skip


def added(file: LocalityFile, name: str = "Prescribing", annual: int | None = 1_200_00) -> int:
    """Add a line to a file's year and return its id."""
    return file.edit("Add", budget.add_line, YEAR, name, Sector.PRIMARY, annual)


def line(file: LocalityFile, line_id: int, month: Month = OCTOBER) -> LineRow:
    """Return a line as it is read."""
    return next(row for row in file.read(budget.lines, month) if row.id == line_id)


def put(file: LocalityFile, command: Any, *args: Any) -> Any:
    """Carry a command out as a step."""
    return file.edit("Change", command, *args)


def practice(session: Session) -> None:
    """Add a practice and a partner."""
    session.add(Practice(id=1, code="M81001", name="Orchard Lane Surgery"))
    session.add(Partner(id=1, name="Vale Trust", kind=PartnerKind.CHARITY, sector=Sector.VOLUNTARY))


def imported(session: Session, line_id: int) -> None:
    """Add payments of two years to a line's baseline, and one part that was entered."""
    for year, pence in ((FinancialYear(2015), 300_00), (FinancialYear(2014), 999_00)):
        part = BaselinePart(line_id=line_id, practice_id=1, year=year, amount_pence=pence)
        session.add(part)
    session.scalars(select(BudgetVersion)).one().baseline_year = FinancialYear(2015)


def approve(session: Session) -> None:
    """Approve the only version."""
    version = session.scalars(select(BudgetVersion)).one()
    version.status, version.approved_on = VersionStatus.APPROVED, date(2016, 3, 30)


# Years and lines


def test_a_file_without_a_budget_has_no_year_and_no_lines(file: LocalityFile) -> None:
    assert file.read(budget.budget_year, YEAR) is None
    assert file.read(budget.lines, OCTOBER) == []


def test_the_first_line_makes_its_year_and_version(file: LocalityFile) -> None:
    line_id = added(file)
    year = file.read(budget.budget_year, YEAR)
    assert year is not None
    assert (year.year, year.phase, year.version) == (YEAR, Phase.SHADOW, 1)
    found = line(file, line_id)
    assert (found.name, found.annual_pence, found.profile) == (
        "Prescribing", 1_200_00, Profile.EQUAL,
    )  # fmt: skip
    assert found.year.budget == (100_00,) * 12
    file.undo()
    assert file.read(budget.budget_year, YEAR) is None


def test_lines_stand_in_the_order_they_came_and_can_be_moved(file: LocalityFile) -> None:
    first, second, third = (added(file, name) for name in ("One", "Two", "Three"))
    put(file, budget.move_line, third, -1)
    put(file, budget.move_line, first, 1)
    assert [row.id for row in file.read(budget.lines, OCTOBER)] == [third, first, second]
    with pytest.raises(Refusal, match="is the first line already"):
        put(file, budget.move_line, third, -1)
    with pytest.raises(Refusal, match="is the last line already"):
        put(file, budget.move_line, second, 1)


def test_a_name_is_needed_and_stands_once(file: LocalityFile) -> None:
    line_id = added(file)
    with pytest.raises(Refusal, match=r"Enter the line's name\."):
        added(file, "  ")
    with pytest.raises(Refusal, match="already a line of this budget"):
        added(file, "PRESCRIBING")
    with pytest.raises(Refusal, match=r"Enter the line's name\."):
        put(file, budget.set_line, line_id, "name", None)
    put(file, budget.set_line, line_id, "name", "  Prescribing   costs ")
    assert line(file, line_id).name == "Prescribing costs"


def test_a_field_takes_a_value_and_refuses_a_blank_where_it_needs_one(file: LocalityFile) -> None:
    line_id = added(file)
    put(file, budget.set_line, line_id, "owner", "P. Okafor")
    put(file, budget.set_line, line_id, "focus", Focus.PREVENTION)
    found = line(file, line_id)
    assert (found.owner, found.focus) == ("P. Okafor", Focus.PREVENTION)
    with pytest.raises(Refusal, match=r"Enter the sector\."):
        put(file, budget.set_line, line_id, "sector", None)


def test_a_described_line_has_what_it_was_told(file: LocalityFile) -> None:
    file.edit("Seed", practice)
    line_id = put(
        file, budget.add_described_line, YEAR, "Voluntary grants", Sector.VOLUNTARY,
        {"provider": "vale trust", "baseline": 500_00, "annual_pence": 600_00, "owner": "J. Wren"},
    )  # fmt: skip
    found = line(file, line_id)
    assert (found.provider, found.baseline_pence) == ("Vale Trust", 500_00)
    assert (found.annual_pence, found.owner) == (600_00, "J. Wren")
    with pytest.raises(Refusal, match="no partner called"):
        put(
            file, budget.add_described_line, YEAR, "Other", Sector.VOLUNTARY, {"provider": "Nobody"}
        )
    assert len(file.read(budget.lines, OCTOBER)) == 1


def test_a_provider_is_taken_away_by_a_blank(file: LocalityFile) -> None:
    file.edit("Seed", practice)
    line_id = added(file)
    put(file, budget.set_provider, line_id, "Vale Trust")
    put(file, budget.set_provider, line_id, None)
    assert line(file, line_id).provider is None


def test_deleting_a_line_takes_its_months_with_it(file: LocalityFile) -> None:
    line_id = added(file)
    put(file, budget.set_actual, line_id, APRIL, 90_00)
    put(file, budget.remove_lines, [line_id])
    assert file.read(budget.lines, OCTOBER) == []
    assert file.read(budget.entries, line_id) == []
    file.undo()
    assert line(file, line_id).year.actual[0] == 90_00


def test_an_approved_version_stays_as_it_is(file: LocalityFile) -> None:
    line_id = added(file)
    file.edit("Approve", approve)
    said = "Version 1 is approved and stays as it is"
    for command, args in (
        (budget.add_line, (YEAR, "New", Sector.PRIMARY, None)),
        *((budget.set_line, (line_id, field, None)) for field in FIXED_FIELDS),
        (budget.fit_months, (line_id, 1)),
        (budget.set_month_budget, (line_id, APRIL, 1)),
        (budget.set_baseline, (line_id, 1)),
        (budget.set_provider, (line_id, None)),
        (budget.move_line, (line_id, 1)),
        (budget.remove_lines, ([line_id],)),
    ):
        with pytest.raises(Refusal, match=said):
            put(file, command, *args)


def test_what_is_said_each_month_stays_open_once_approved(file: LocalityFile) -> None:
    line_id = added(file)
    file.edit("Approve", approve)
    put(file, budget.set_forecast, line_id, 1_300_00)
    for field in ("owner", "commentary", "method_reason"):
        put(file, budget.set_line, line_id, field, "Late price rises")
    found = line(file, line_id)
    assert (found.method, found.standing.outturn) == (Method.MANUAL, 1_300_00)
    assert {found.owner, found.commentary, found.method_reason} == {"Late price rises"}
    assert found.annual_pence == 1_200_00
    put(file, budget.set_phase, YEAR, Phase.SHARED)
    year = file.read(budget.budget_year, YEAR)
    assert year is not None
    assert (year.phase, year.status) == (Phase.SHARED, VersionStatus.APPROVED)


def test_a_line_that_is_gone_is_refused(file: LocalityFile) -> None:
    with pytest.raises(Refusal, match="no longer in the file"):
        put(file, budget.set_line, 99, "owner", "X")
    with pytest.raises(Refusal, match="no longer in the file"):
        put(file, budget.set_actual, 99, APRIL, 1)


def test_the_phase_says_how_far_the_money_moved(file: LocalityFile) -> None:
    added(file)
    put(file, budget.set_phase, YEAR, Phase.DELEGATED)
    year = file.read(budget.budget_year, YEAR)
    assert year is not None
    assert year.phase is Phase.DELEGATED


# Baselines


def test_without_a_budget_set_the_recurrent_baseline_stands(file: LocalityFile) -> None:
    line_id = added(file, annual=None)
    assert line(file, line_id).annual_pence is None
    put(file, budget.set_baseline, line_id, 1_000_00)
    put(file, budget.set_line, line_id, "non_recurrent_pence", 40_00)
    assert line(file, line_id).annual_pence == 960_00
    put(file, budget.set_baseline, line_id, None)
    found = line(file, line_id)
    assert (found.baseline_pence, found.annual_pence) == (None, None)


def test_payments_that_were_imported_are_the_baseline(file: LocalityFile) -> None:
    file.edit("Seed", practice)
    line_id, other = added(file), added(file, "Other")
    file.edit("Import", imported, line_id)
    put(file, budget.set_baseline, other, 7_00)
    assert line(file, line_id).baseline_pence == 300_00
    year = file.read(budget.budget_year, YEAR)
    assert year is not None
    parts = file.read(budget.parts, year.version_id)
    assert [(part.line_id, part.practice, part.amount_pence) for part in parts] == [
        (line_id, "Orchard Lane Surgery", 300_00),
        (other, None, 7_00),
    ]
    assert [part.source for part in file.read(budget.parts, year.version_id, other)] == [
        "Entered by hand"
    ]
    with pytest.raises(Refusal, match="sum of imported payments"):
        put(file, budget.set_baseline, line_id, 1)


# Months


def test_a_month_by_hand_leaves_the_others_and_changes_the_year(file: LocalityFile) -> None:
    line_id = added(file)
    put(file, budget.set_month_budget, line_id, MAY, 150_00)
    found = line(file, line_id)
    assert found.profile is Profile.MANUAL
    assert found.year.budget == (100_00, 150_00, *(100_00,) * 10)
    assert (found.annual_pence, found.set_annual_pence) == (1_250_00, 1_200_00)
    put(file, budget.set_month_budget, line_id, MAY, 160_00)
    assert line(file, line_id).annual_pence == 1_260_00
    with pytest.raises(Refusal, match="Enter the month's budget"):
        put(file, budget.set_month_budget, line_id, MAY, None)


def test_a_spread_by_hand_begins_with_the_months_as_they_were(file: LocalityFile) -> None:
    line_id = added(file)
    put(file, budget.set_line, line_id, "profile", Profile.BACK)
    before = line(file, line_id).year.budget
    put(file, budget.set_line, line_id, "profile", Profile.MANUAL)
    assert line(file, line_id).year.budget == before


def test_the_months_of_a_baseline_are_kept_where_no_budget_is_set(file: LocalityFile) -> None:
    line_id, unknown = added(file, annual=None), added(file, "Unknown", None)
    put(file, budget.set_baseline, line_id, 1_240_00)
    put(file, budget.set_line, line_id, "non_recurrent_pence", 40_00)
    for each in (line_id, unknown):
        put(file, budget.set_line, each, "profile", Profile.MANUAL)
    assert line(file, line_id).year.budget == (100_00,) * 12
    assert line(file, unknown).annual_pence is None


def test_a_month_that_was_never_set_is_put_in(file: LocalityFile) -> None:
    line_id = added(file)
    put(file, _bare_manual, line_id)
    put(file, budget.set_month_budget, line_id, MAY, 5_00)
    assert line(file, line_id).annual_pence == 5_00


def _bare_manual(session: Session, line_id: int) -> None:
    session.get_one(BudgetLine, line_id).profile = Profile.MANUAL


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(wanted=st.integers(0, 10**9), may=st.integers(0, 10**8))
def test_months_by_hand_are_fitted_to_the_penny(file: LocalityFile, wanted: int, may: int) -> None:
    kept = file.read(budget.lines, OCTOBER)
    line_id = kept[0].id if kept else added(file)
    put(file, budget.set_line, line_id, "profile", Profile.EQUAL)
    put(file, budget.set_line, line_id, "annual_pence", 1_200_00)
    put(file, budget.set_month_budget, line_id, MAY, may)
    put(file, budget.fit_months, line_id, wanted)
    found = line(file, line_id)
    assert sum(found.year.budget) == wanted == found.set_annual_pence


def test_months_that_are_nothing_cannot_be_fitted(file: LocalityFile) -> None:
    line_id = added(file, annual=0)
    with pytest.raises(Refusal, match="cannot be changed in proportion"):
        put(file, budget.fit_months, line_id, 100)
    put(file, budget.set_month_budget, line_id, MAY, -5)
    with pytest.raises(Refusal, match="cannot be changed in proportion"):
        put(file, budget.fit_months, line_id, 100)


# Forecasts


def test_an_outturn_by_hand_is_the_forecast_until_it_is_blank(file: LocalityFile) -> None:
    line_id = added(file)
    put(file, budget.set_forecast, line_id, 1_300_00)
    put(file, budget.set_line, line_id, "method_reason", "A contract ends")
    found = line(file, line_id)
    assert (found.method, found.standing.outturn) == (Method.MANUAL, 1_300_00)
    put(file, budget.set_forecast, line_id, None)
    found = line(file, line_id)
    assert (found.method, found.method_reason) == (Method.PROFILED, None)
    put(file, budget.set_line, line_id, "method", Method.TREND)
    put(file, budget.set_forecast, line_id, None)
    assert line(file, line_id).method is Method.TREND


def test_a_sum_by_hand_put_in_as_a_field_makes_the_method_by_hand(file: LocalityFile) -> None:
    line_id = added(file)
    put(file, budget.set_line, line_id, "manual_forecast_pence", 5)
    assert line(file, line_id).method is Method.MANUAL


# Actuals


def test_an_actual_is_put_in_changed_and_taken_away(file: LocalityFile) -> None:
    line_id = added(file)
    put(file, budget.set_actual, line_id, APRIL, None)
    assert line(file, line_id).year.actual[0] is None
    put(file, budget.set_actual, line_id, APRIL, 90_00)
    put(file, budget.set_actual, line_id, APRIL, 95_00)
    assert line(file, line_id).year.actual[0] == 95_00
    assert line(file, line_id, APRIL).standing.month_variance == 5_00
    put(file, budget.set_actual, line_id, APRIL, None)
    assert line(file, line_id).year.actual[0] is None
    with pytest.raises(ValueError, match="is no amount"):
        put(file, budget.set_actual, line_id, APRIL, "ten")


def test_a_month_of_several_entries_is_changed_entry_by_entry(file: LocalityFile) -> None:
    file.edit("Seed", practice)
    line_id = added(file)
    fields = {"basis": Basis.INVOICE, "partner": "Vale Trust", "reference": "INV/1"}
    first = put(file, budget.add_entry, line_id, APRIL, 60_00, fields)
    second = put(file, budget.add_entry, line_id, APRIL, 30_00, {"is_provisional": True})
    assert line(file, line_id).year.actual[0] == 90_00
    with pytest.raises(Refusal, match="April 2016 of “Prescribing” holds 2 entries"):
        put(file, budget.set_actual, line_id, APRIL, 1)
    put(file, budget.set_entry, second, "amount_pence", 40_00)
    put(file, budget.set_entry, first, "partner", None)
    found = file.read(budget.entries, line_id)
    assert [(entry.amount_pence, entry.partner, entry.is_provisional) for entry in found] == [
        (60_00, None, False),
        (40_00, None, True),
    ]
    assert (found[0].basis, found[0].reference) == (Basis.INVOICE, "INV/1")
    with pytest.raises(Refusal, match="Enter the amount, 0 where nothing was spent"):
        put(file, budget.set_entry, first, "amount_pence", None)
    put(file, budget.remove_entries, [first])
    assert line(file, line_id).year.actual[0] == 40_00


def test_the_source_is_the_latest_entry_up_to_a_month(file: LocalityFile) -> None:
    line_id = added(file)
    assert file.read(budget.source, line_id, OCTOBER) is None
    put(file, budget.add_entry, line_id, MAY, 1, {"basis": Basis.PAYROLL})
    put(file, budget.add_entry, line_id, OCTOBER, 2, {"basis": Basis.INVOICE})
    found = file.read(budget.source, line_id, OCTOBER)
    assert found is not None
    assert found.basis is Basis.INVOICE
    earlier = file.read(budget.source, line_id, Month(2016, 9))
    assert earlier is not None
    assert earlier.basis is Basis.PAYROLL


def test_many_entries_are_added_up_where_they_lie(file: LocalityFile) -> None:
    line_id = added(file)
    file.edit("Many", many, 5_000, line_id)
    assert line(file, line_id).year.actual[6] == sum(range(5_000))
