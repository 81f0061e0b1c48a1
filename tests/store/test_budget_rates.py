"""The dated rates that lines are built with, and changes of service."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Build, Phase, VersionStatus
from pch_desktop.domain.budget_rates import RateKind
from pch_desktop.domain.capitation import Growth, grown_pence
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import BudgetVersion
from pch_desktop.models.budget_plan import BudgetAdjustment
from pch_desktop.models.budget_registers import MovedService
from pch_desktop.models.locality import ReferenceValue
from pch_desktop.store import budget
from pch_desktop.store.locality_file import LocalityFile
from tests.store.budget_builds import D02, YEAR, build_lines, line, put

EFFICIENCY = RateKind.EFFICIENCY
NOTHING: dict[str, object] = {}


def grown(file: LocalityFile, name: str = "Prescribing", baseline: int = 100_000_00) -> int:
    """Add a line that is built by growth; return its id."""
    fields = {"baseline": baseline, "build": Build.GROWTH}
    return put(file, budget.add_described_line, YEAR, name, Sector.PRIMARY, fields)


def count(session: Session) -> int:
    """Return how many rates there are."""
    return session.scalar(select(func.count(ReferenceValue.id))) or 0


def test_the_seven_lines_of_the_worked_example_come_to_the_penny(file: LocalityFile) -> None:
    build_lines(file)
    found = {row: line(file, row).annual_pence for row in D02}
    assert found == {name: int(told[-1]) for name, told in D02.items()}


def test_a_percentage_typed_twice_is_one_rate(file: LocalityFile) -> None:
    first, second = grown(file), grown(file, "Community")
    put(file, budget.use_percentage, first, EFFICIENCY, Decimal("0.02"))
    made = file.read(count)
    put(file, budget.use_percentage, second, EFFICIENCY, Decimal("0.020"))
    assert file.read(count) == made
    (rate,) = [row for row in file.read(budget.build_rates, YEAR) if row.holds]
    assert (rate.name, rate.kind, rate.source) == (
        "2% Efficiency", EFFICIENCY, "Entered by hand",
    )  # fmt: skip
    assert rate.lines == ("Prescribing", "Community")
    assert (rate.valid_from, rate.valid_to) == (YEAR.first, None)


def test_a_percentage_of_an_earlier_year_still_holds(file: LocalityFile) -> None:
    put(file, budget.use_percentage, grown(file), EFFICIENCY, Decimal("0.02"))
    later = YEAR.plus(1)
    fields = {"baseline": 100_00, "build": Build.GROWTH}
    next_id = put(file, budget.add_described_line, later, "Next", Sector.PRIMARY, fields)
    made = file.read(count)
    put(file, budget.use_percentage, next_id, EFFICIENCY, Decimal("0.02"))
    assert file.read(count) == made
    earlier = YEAR.plus(-1)
    before = put(file, budget.add_described_line, earlier, "Before", Sector.PRIMARY, fields)
    put(file, budget.use_percentage, before, EFFICIENCY, Decimal("0.02"))
    assert file.read(count) == made + 1
    assert len({row.key for row in file.read(budget.build_rates, YEAR)}) == 1


def test_the_value_of_1_april_counts_and_the_others_are_shown(file: LocalityFile) -> None:
    line_id = grown(file)
    told = (RateKind.COST_UPLIFT, "Tariff")
    for share, day, last in (
        ("0.03", date(2024, 4, 1), date(2025, 3, 31)),
        ("0.0415", YEAR.first, date(2025, 9, 30)),
        ("0.05", date(2025, 10, 1), None),
    ):
        made = (Decimal(share), day)
        file.edit("Add", budget.add_build_rate, *told, made, rest={"valid_to": last})
    rates = file.read(budget.build_rates, YEAR)
    assert [row.value for row in rates] == [Decimal("0.05"), Decimal("0.0415"), Decimal("0.03")]
    assert [row.holds for row in rates] == [False, True, False]
    put(file, budget.use_rate, line_id, RateKind.COST_UPLIFT, rates[0].key)
    assert line(file, "Prescribing").annual_pence == 104_150_00
    put(file, budget.use_rate, line_id, RateKind.COST_UPLIFT, None)
    assert line(file, "Prescribing").annual_pence == 100_000_00


def test_a_rate_in_use_is_not_deleted(file: LocalityFile) -> None:
    line_id = grown(file)
    put(file, budget.use_percentage, line_id, EFFICIENCY, Decimal("0.02"))
    (rate,) = file.read(budget.build_rates, YEAR)
    with pytest.raises(Refusal, match="“Prescribing” is built with “Efficiency 2%”"):
        put(file, budget.remove_build_rates, (rate.id,))
    put(file, budget.use_rate, line_id, EFFICIENCY, None)
    put(file, budget.remove_build_rates, (rate.id,))
    assert file.read(budget.build_rates, YEAR) == []


def test_a_rate_no_year_has_is_refused_and_nothing_changes(file: LocalityFile) -> None:
    line_id = grown(file)
    put(file, budget.use_percentage, line_id, EFFICIENCY, Decimal("0.02"))
    (rate,) = file.read(budget.build_rates, YEAR)
    for change in (
        (budget.use_percentage, line_id, EFFICIENCY, Decimal("0.9")),
        (budget.set_build_rate, rate.id, "value", Decimal("-0.6")),
        (budget.set_build_rate, rate.id, "source", None),
    ):
        with pytest.raises(Refusal):
            put(file, *change)
    assert file.read(budget.build_rates, YEAR) == [rate]


def test_net_uplift_is_a_choice_of_the_locality(file: LocalityFile) -> None:
    line_id = grown(file)
    put(file, budget.use_percentage, line_id, RateKind.COST_UPLIFT, Decimal("0.0415"))
    put(file, budget.use_percentage, line_id, EFFICIENCY, Decimal("0.02"))
    assert line(file, "Prescribing").annual_pence == 102_067_00
    put(file, budget.set_net_uplift, True)
    assert file.read(budget.is_net_uplift)
    assert line(file, "Prescribing").annual_pence == 102_150_00
    with pytest.raises(Refusal, match="Say Yes or No"):
        put(file, budget.set_net_uplift, None)


RATE = st.decimals("-0.5", "0.5", places=6)


@given(st.integers(0, 10**12), RATE, RATE, RATE, RATE, st.booleans())
def test_growth_of_nothing_changes_nothing_and_its_order_does_not_matter(
    pence: int, first: Decimal, second: Decimal, third: Decimal, fourth: Decimal, is_net: bool
) -> None:
    assert grown_pence(pence, Growth(), is_net=is_net) == pence
    one = grown_pence(pence, Growth(first, second, third, fourth), is_net=is_net)
    assert one == grown_pence(pence, Growth(second, first, third, fourth), is_net=is_net)


# Changes of service


def test_only_what_was_approved_counts(file: LocalityFile) -> None:
    line_id = grown(file)
    made = put(file, budget.add_adjustment, line_id, "Beds close", -6_000_00, {})
    assert line(file, "Prescribing").annual_pence == 100_000_00
    put(file, budget.set_adjustment, made, "approved_on", date(2025, 3, 20))
    assert line(file, "Prescribing").annual_pence == 94_000_00
    year = file.read(budget.budget_year, YEAR)
    assert year is not None
    (row,) = file.read(budget.adjustments, year.version_id)
    assert (row.line, row.counts, row.is_recurrent) == ("Prescribing", True, True)
    put(file, budget.remove_adjustments, (made,))
    assert line(file, "Prescribing").annual_pence == 100_000_00


def test_a_change_from_the_register_is_changed_there(file: LocalityFile) -> None:
    line_id = grown(file)

    def move(session: Session) -> None:
        session.add(MovedService(id=3, year=YEAR, name="Eye clinic"))
        session.flush()
        session.add(
            BudgetAdjustment(
                id=9, line_id=line_id, words="Eye clinic", amount_pence=-5_00, moved_service_id=3
            )
        )

    put(file, move)
    year = file.read(budget.budget_year, YEAR)
    assert year is not None
    (row,) = file.read(budget.adjustments, year.version_id)
    assert row.moved_service == "Eye clinic"
    for change in (
        (budget.set_adjustment, 9, "amount_pence", 0),
        (budget.set_adjusted_line, 9, line_id),
        (budget.remove_adjustments, (9,)),
    ):
        with pytest.raises(Refusal, match="comes from the double-payment register"):
            put(file, *change)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(-(10**9), 10**9), st.booleans()), max_size=4))
def test_the_budget_is_what_was_built_and_all_approved_changes(
    file: LocalityFile, told: list[tuple[int, bool]]
) -> None:
    put(file, budget.set_phase, YEAR, Phase.SHADOW)
    line_id = grown(file, f"Line {file.read(count)} {len(file.read(budget.lines, YEAR.months[0]))}")
    for pence, is_approved in told:
        fields = {"approved_on": YEAR.first} if is_approved else {}
        put(file, budget.add_adjustment, line_id, "Change", pence, fields)
    rows = file.read(budget.lines, YEAR.months[6])
    found = next(row for row in rows if row.id == line_id)
    assert found.annual_pence == 100_000_00 + sum(pence for pence, approved in told if approved)


def test_an_approved_version_keeps_its_build(file: LocalityFile) -> None:
    line_id = grown(file)
    made = put(file, budget.add_adjustment, line_id, "Beds close", -6_000_00, {})

    def approve(session: Session) -> None:
        session.scalars(select(BudgetVersion)).one().status = VersionStatus.APPROVED

    put(file, approve)
    for change in (
        (budget.use_percentage, line_id, EFFICIENCY, Decimal("0.02")),
        (budget.set_adjustment, made, "amount_pence", 0),
        (budget.add_adjustment, line_id, "More", 1, NOTHING),
        (budget.set_sum, YEAR, "care_home_beds", 3),
        (budget.set_month_share, line_id, YEAR.months[0], Decimal("0.1")),
    ):
        with pytest.raises(Refusal, match="stays as it is"):
            put(file, *change)
