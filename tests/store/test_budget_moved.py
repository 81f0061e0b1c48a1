"""The double-payment register: what it keeps, and when a saving counts in the budget."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Profile, Rating, VersionStatus
from pch_desktop.domain.partners import PartnerKind, Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Category
from pch_desktop.models.budget import BudgetVersion
from pch_desktop.models.budget_plan import BudgetAdjustment
from pch_desktop.models.partners import Partner
from pch_desktop.store import budget, services
from pch_desktop.store.budget import moved, moved_edits
from pch_desktop.store.budget.moved import MovedRow
from pch_desktop.store.locality_file import LocalityFile

YEAR = FinancialYear(2016)
OCTOBER = Month(2016, 10)
D21 = {
    "contacts_moved": 640,
    "hospital_price_pence": 178_00,
    "still_paid_share": Decimal("0.30"),
    "community_cost_pence": 62_500_00,
}
AGREED = {"is_agreed": True, "agreed_on": date(2016, 9, 12)}
LINES = {"from_line": "Outpatients", "to_line": "community nursing"}


def put(file: LocalityFile, command: Any, *args: Any) -> Any:
    """Carry a command out as a step."""
    return file.edit("Change", command, *args)


def partner(session: Session) -> None:
    """Add a hospital and a service."""
    kind, sector = PartnerKind.ACUTE_TRUST, Sector.SECONDARY
    session.add(Partner(id=1, name="Ouseby Hospital", kind=kind, sector=sector))


@pytest.fixture
def lined(file: LocalityFile) -> LocalityFile:
    """A file with a hospital and two lines of a million pounds each."""
    file.edit("Seed", partner)
    for name in ("Outpatients", "Community nursing"):
        put(file, budget.add_line, YEAR, name, Sector.SECONDARY, 1_000_000_00)
    return file


def added(file: LocalityFile, *more: Mapping[str, object], name: str = "Skin clinic") -> int:
    """Add D21's service, with more told of it; return its id."""
    fields = {key: value for part in (D21, *more) for key, value in part.items()}
    return put(file, moved_edits.add_moved, YEAR, name, fields)


def row(file: LocalityFile, moved_id: int, month: Month = OCTOBER) -> MovedRow:
    """Return a moved service as it is read."""
    return next(each for each in file.read(moved.moved_services, month) if each.id == moved_id)


def budgets(file: LocalityFile) -> dict[str, int | None]:
    """Return the year's budget of each line, in pounds."""
    found = file.read(budget.lines, OCTOBER)
    return {each.name: (each.annual_pence or 0) // 100 for each in found}


def adjustments(file: LocalityFile) -> list[tuple[int, str, bool]]:
    """Return the changes of service that the register made."""

    def read(session: Session) -> list[tuple[int, str, bool]]:
        kept = session.scalars(select(BudgetAdjustment).order_by(BudgetAdjustment.id))
        return [(each.amount_pence, each.words, each.approved_on is not None) for each in kept]

    return file.read(read)


def approve(session: Session) -> None:
    """Approve the only version."""
    session.scalars(select(BudgetVersion)).one().status = VersionStatus.APPROVED


# The register


def test_d21_comes_back_from_the_file_as_three_sides(lined: LocalityFile) -> None:
    told = {"provider": "ouseby hospital", "provider_sheds_pence": 60_000_00, **LINES}
    found = row(lined, added(lined, told))
    assert (found.provider, found.from_line, found.to_line) == (
        "Ouseby Hospital", "Outpatients", "Community nursing",
    )  # fmt: skip
    figures = found.moved
    assert (figures.gross_pence, figures.double_pence) == (11_392_000, 3_417_600)
    assert (figures.released_pence, figures.benefit_pence) == (7_974_400, 1_724_400)
    assert figures.stranded_pence == 1_974_400
    assert found.rating is Rating.RED
    assert (found.counted_pence, found.uncounted_pence) == (None, 1_724_400)


def test_a_register_is_of_one_year(lined: LocalityFile) -> None:
    moved_id = added(lined)
    assert lined.read(moved.moved_services, Month(2017, 4)) == []
    assert row(lined, moved_id, Month(2017, 3)).name == "Skin clinic"


def test_an_agreed_transition_is_amber_till_its_day_and_then_red(lined: LocalityFile) -> None:
    moved_id = added(lined, {"transitional_until": date(2016, 10, 31)})
    assert row(lined, moved_id, OCTOBER).rating is Rating.AMBER
    assert row(lined, moved_id, Month(2016, 11)).rating is Rating.RED
    put(lined, moved_edits.set_moved, moved_id, "still_paid_share", Decimal(0))
    assert row(lined, moved_id, Month(2016, 11)).rating is Rating.GREEN
    put(lined, moved_edits.set_moved, moved_id, "still_paid_share", None)
    assert row(lined, moved_id).rating is None


def test_what_does_not_fit_is_refused_and_nothing_changes(lined: LocalityFile) -> None:
    moved_id = added(lined)
    before = row(lined, moved_id)
    for field, value, sentence in [
        ("still_paid_share", Decimal("1.3"), "between 0% and 100%"),
        ("still_paid_share", Decimal("-0.1"), "between 0% and 100%"),
        ("hospital_price_pence", -1, "nought or more"),
        ("provider", "Nobody", "no partner called “Nobody”"),
        ("from_line", "Nothing", "2016/17 has no budget line called “Nothing”"),
        ("service", "Nothing", "no service called"),
        ("name", "", "Enter what was moved"),
        ("contacts_moved", 10**11, "Enter fewer contacts"),
        ("is_agreed", None, "Enter whether the commissioner has agreed"),
    ]:
        with pytest.raises(Refusal, match=sentence):
            put(lined, moved_edits.set_moved, moved_id, field, value)
    assert row(lined, moved_id) == before


def test_a_service_of_the_catalogue_can_be_named(lined: LocalityFile) -> None:
    put(lined, services.add_service, "Skin", Category.PLANNED)
    moved_id = added(lined, {"service": "skin"})
    assert row(lined, moved_id).service == "Skin"


# What is counted


def test_no_saving_counts_until_the_commissioner_has_agreed(lined: LocalityFile) -> None:
    moved_id = added(lined, LINES)
    with pytest.raises(Refusal, match="until the commissioner has agreed"):
        put(lined, moved_edits.count_saving, moved_id)
    assert adjustments(lined) == []
    put(lined, moved_edits.set_moved, moved_id, "is_agreed", True)
    with pytest.raises(Refusal, match="Enter the day it was agreed of “Skin clinic” first"):
        put(lined, moved_edits.count_saving, moved_id)
    put(lined, moved_edits.set_moved, moved_id, "agreed_on", date(2016, 9, 12))
    put(lined, moved_edits.count_saving, moved_id)
    assert adjustments(lined) == [
        (-7_974_400, "Moved from hospital: Skin clinic", True),
        (6_250_000, "Moved from hospital: Skin clinic", True),
    ]
    assert budgets(lined) == {"Outpatients": 920_256, "Community nursing": 1_062_500}
    found = row(lined, moved_id)
    assert (found.counted_pence, found.uncounted_pence) == (1_724_400, 0)
    with pytest.raises(Refusal, match="counted in the budget already"):
        put(lined, moved_edits.count_saving, moved_id)


def test_what_is_missing_is_named_before_a_saving_counts(lined: LocalityFile) -> None:
    moved_id = put(lined, moved_edits.add_moved, YEAR, "Bare", AGREED)
    wanted = (
        "Enter the contacts moved, the hospital's price, the part of the tariff still paid, "
        "the cost in the community, the line the tariff leaves and the line that pays now"
    )
    with pytest.raises(Refusal, match=wanted):
        put(lined, moved_edits.count_saving, moved_id)


def test_a_service_that_costs_nothing_now_needs_no_line_to_pay(lined: LocalityFile) -> None:
    told = {"from_line": "Outpatients", "community_cost_pence": 0}
    moved_id = added(lined, AGREED, told)
    put(lined, moved_edits.count_saving, moved_id)
    assert row(lined, moved_id).counted_pence == 7_974_400
    assert len(adjustments(lined)) == 1


def test_taking_the_agreement_back_takes_the_saving_out_in_the_same_step(
    lined: LocalityFile,
) -> None:
    moved_id = added(lined, AGREED, LINES)
    put(lined, moved_edits.count_saving, moved_id)
    put(lined, moved_edits.set_moved, moved_id, "is_agreed", False)
    assert adjustments(lined) == []
    found = row(lined, moved_id)
    assert (found.is_agreed, found.agreed_on, found.counted_pence) == (False, None, None)
    assert budgets(lined) == {"Outpatients": 1_000_000, "Community nursing": 1_000_000}
    lined.undo()
    assert row(lined, moved_id).counted_pence == 1_724_400


def test_what_is_counted_follows_the_register(lined: LocalityFile) -> None:
    moved_id = added(lined, AGREED, LINES)
    put(lined, moved_edits.count_saving, moved_id)
    put(lined, moved_edits.set_moved, moved_id, "still_paid_share", Decimal("0.5"))
    assert [amount for amount, *_ in adjustments(lined)] == [-5_696_000, 6_250_000]
    put(lined, moved_edits.set_moved, moved_id, "to_line", "Outpatients")
    assert budgets(lined) == {"Outpatients": 1_005_540, "Community nursing": 1_000_000}
    put(lined, moved_edits.set_moved, moved_id, "name", "Skin hub")
    assert {words for _, words, _ in adjustments(lined)} == {"Moved from hospital: Skin hub"}
    put(lined, moved_edits.set_moved, moved_id, "contacts_moved", None)
    assert adjustments(lined) == []


def test_a_saving_can_be_left_out_again(lined: LocalityFile) -> None:
    moved_id = added(lined, AGREED, LINES)
    with pytest.raises(Refusal, match="is not counted in the budget"):
        put(lined, moved_edits.leave_out_saving, moved_id)
    put(lined, moved_edits.count_saving, moved_id)
    put(lined, moved_edits.leave_out_saving, moved_id)
    assert adjustments(lined) == []
    assert row(lined, moved_id).is_agreed


def test_an_approved_version_is_not_touched_by_the_register(lined: LocalityFile) -> None:
    counted, waiting = added(lined, AGREED, LINES), added(lined, AGREED, LINES, name="Eyes")
    put(lined, moved_edits.count_saving, counted)
    lined.edit("Approve", approve)
    before = adjustments(lined)
    for command, args in [
        (moved_edits.count_saving, (waiting,)),
        (moved_edits.leave_out_saving, (counted,)),
        (moved_edits.set_moved, (counted, "is_agreed", False)),
        (moved_edits.set_moved, (counted, "contacts_moved", 1)),
        (moved_edits.remove_moved, ([counted],)),
    ]:
        with pytest.raises(Refusal, match="Make a new version"):
            put(lined, command, *args)
    put(lined, moved_edits.set_moved, counted, "provider_sheds_pence", 5)
    put(lined, moved_edits.set_moved, counted, "note", "Reviewed.")
    put(lined, moved_edits.remove_moved, [waiting])
    assert adjustments(lined) == before


def test_a_line_whose_months_are_set_by_hand_takes_no_saving(lined: LocalityFile) -> None:
    moved_id = added(lined, AGREED, LINES)
    lines = {each.name: each.id for each in lined.read(budget.lines, OCTOBER)}
    put(lined, budget.set_month_budget, lines["Outpatients"], OCTOBER, 5)
    with pytest.raises(Refusal, match="set by hand, so that no saving reaches them"):
        put(lined, moved_edits.count_saving, moved_id)
    put(lined, budget.set_line, lines["Outpatients"], "profile", Profile.EQUAL)
    put(lined, moved_edits.count_saving, moved_id)
    assert row(lined, moved_id).is_counted


def test_deleting_a_moved_service_takes_what_it_counts_along(lined: LocalityFile) -> None:
    moved_id = added(lined, AGREED, LINES)
    put(lined, moved_edits.count_saving, moved_id)
    put(lined, moved_edits.remove_moved, [moved_id])
    assert adjustments(lined) == []
    lined.undo()
    assert len(adjustments(lined)) == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(
    st.integers(0, 5_000), st.integers(0, 500_00), st.integers(0, 10**6), st.integers(0, 200_000_00)
)
def test_what_counts_is_the_benefit_of_the_register(
    lined: LocalityFile, contacts: int, price: int, millionths: int, community: int
) -> None:
    told = {
        "contacts_moved": contacts,
        "hospital_price_pence": price,
        "still_paid_share": Decimal(millionths).scaleb(-6),
        "community_cost_pence": community,
    }
    moved_id = added(lined, AGREED, LINES, told)
    put(lined, moved_edits.count_saving, moved_id)
    found = row(lined, moved_id)
    assert found.counted_pence == found.moved.benefit_pence
    put(lined, moved_edits.remove_moved, [moved_id])
    assert adjustments(lined) == []
