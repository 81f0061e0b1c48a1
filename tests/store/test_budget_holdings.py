"""Partners' holdings: the latest on a day counts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import PartnerKind, Sector
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget_share import PartnerHolding
from pch_desktop.models.partners import Partner
from pch_desktop.store.budget import holdings
from pch_desktop.store.locality_file import LocalityFile

FIRST, LATER = date(2016, 4, 1), date(2016, 10, 1)


def partners(session: Session) -> None:
    """Add three partners."""
    session.add_all(
        Partner(id=at, name=name, kind=PartnerKind.FEDERATION, sector=Sector.PRIMARY)
        for at, name in enumerate(("Alder", "Beech", "Cedar"), start=1)
    )


@pytest.fixture
def held(file: LocalityFile) -> LocalityFile:
    """A file in which Alder holds 60 and Beech 40 from April, Cedar 100 from October."""
    file.edit("Seed", partners)
    for name, day, units in (("Alder", FIRST, 60), ("beech", FIRST, 40), ("Cedar", LATER, 100)):
        put(file, holdings.add_holding, name, day, units)
    return file


def put(file: LocalityFile, command: Any, *args: Any) -> Any:
    """Carry a command out as a step."""
    return file.edit("Change", command, *args)


def shares(file: LocalityFile, on: date) -> dict[str, str]:
    """Return each partner's share on a day."""
    return {row.partner: f"{row.share:.2f}" for row in file.read(holdings.holdings, on)}


def test_the_latest_row_up_to_a_day_counts(held: LocalityFile) -> None:
    assert shares(held, FIRST - timedelta(1)) == {}
    assert shares(held, FIRST) == {"Alder": "0.60", "Beech": "0.40"}
    assert shares(held, LATER) == {"Alder": "0.30", "Beech": "0.20", "Cedar": "0.50"}
    put(held, holdings.add_holding, "Alder", LATER, 0)
    assert shares(held, LATER) == {"Alder": "0.00", "Beech": "0.29", "Cedar": "0.71"}
    rows = held.read(holdings.all_holdings, LATER)
    assert [(row.partner, row.units, row.share is None) for row in rows] == [
        ("Alder", 60, True), ("Alder", 0, False), ("Beech", 40, False), ("Cedar", 100, False),
    ]  # fmt: skip


def test_a_partner_has_one_holding_a_day(held: LocalityFile) -> None:
    with pytest.raises(Refusal, match="has a holding from 01/04/2016 already"):
        put(held, holdings.add_holding, "Alder", FIRST, 5)
    second = put(held, holdings.add_holding, "Alder", LATER, 5)
    with pytest.raises(Refusal, match="enter another day"):
        put(held, holdings.set_holding, second, "held_from", FIRST)
    assert len(held.read(holdings.all_holdings, LATER)) == 4


def test_units_and_partners_are_checked(held: LocalityFile) -> None:
    (first, *_) = held.read(holdings.holdings, FIRST)
    with pytest.raises(Refusal, match="no partner called “Dogwood”"):
        put(held, holdings.set_holding, first.id, "partner", "Dogwood")
    with pytest.raises(Refusal, match="nought or more"):
        put(held, holdings.set_holding, first.id, "units", -1)
    with pytest.raises(Refusal, match="Enter the partner"):
        put(held, holdings.set_holding, first.id, "partner", None)
    put(held, holdings.set_holding, first.id, "source", "Share register, page 3")
    assert held.read(holdings.holdings, FIRST)[0].source == "Share register, page 3"
    put(held, holdings.remove_holdings, [first.id])
    assert shares(held, FIRST) == {"Beech": "1.00"}
    held.undo()
    assert shares(held, FIRST) == {"Alder": "0.60", "Beech": "0.40"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 9), st.integers(0, 10**6)), max_size=8))
def test_the_shares_of_a_day_add_up_to_one(
    held: LocalityFile, rows: list[tuple[int, int, int]]
) -> None:
    def replace(session: Session) -> None:
        session.execute(delete(PartnerHolding))
        told = {(at, day): units for at, day, units in rows}
        session.add_all(
            PartnerHolding(partner_id=at + 1, held_from=FIRST + timedelta(day), units=units)
            for (at, day), units in told.items()
        )

    held.edit("Replace", replace)
    for day in range(10):
        found = held.read(holdings.holdings, FIRST + timedelta(day))
        total = sum(row.share or 0 for row in found)
        assert abs(total - (1 if any(row.units for row in found) else 0)) < 10**-20
