"""Where time goes, who belongs to a team, whom a team is proposed of, which count serves."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.workforce import StaffGroup
from pch_desktop.domain.workforce_counts import apart, patients_per_wte, serving
from pch_desktop.domain.workforce_teams import (
    LEADING,
    TimeThere,
    belongs,
    proposed_lead,
    spread,
    without_team,
)

DAYS = st.dates(date(2010, 1, 1), date(2030, 12, 31))
WTES = st.decimals(0, 2, places=4)


@st.composite
def shares(draw: st.DrawFn) -> list[tuple[int | None, Decimal]]:
    """Shares of practices, or of none, that add up to one; a practice may come twice."""
    cuts = sorted(draw(st.sets(st.integers(1, 9_999), max_size=5)))
    ends = [0, *cuts, 10_000]
    places = draw(st.lists(st.one_of(st.none(), st.integers(1, 3)), min_size=len(ends) - 1,
                           max_size=len(ends) - 1))  # fmt: skip
    return [
        (place, Decimal(last - first) / 10_000)
        for place, first, last in zip(places, ends, ends[1:], strict=False)
    ]


@given(WTES, st.one_of(st.none(), st.integers(1, 3)), st.one_of(st.just([]), shares()))
def test_time_by_practice_adds_up_to_the_wte_exactly(
    wte: Decimal, base: int | None, parts: list[tuple[int | None, Decimal]]
) -> None:
    found = spread(wte, base, parts)
    assert sum(found.values()) == wte
    assert set(found) == ({place for place, _ in parts} if parts else {base})


@given(DAYS, DAYS, DAYS)
def test_somebody_belongs_from_the_first_day_through_the_last(
    first: date, last: date, day: date
) -> None:
    first, last = min(first, last), max(first, last)
    assert belongs(first, last, day) == (first <= day <= last)
    assert belongs(None, None, day)
    assert belongs(first, last, last)
    assert not belongs(first, last, last + timedelta(days=1))


@given(st.lists(st.builds(TimeThere, st.integers(1, 50), st.sampled_from(list(StaffGroup)),
                          WTES), max_size=12))  # fmt: skip
def test_a_lead_is_proposed_of_the_likeliest_group_with_the_most_time(
    there: list[TimeThere],
) -> None:
    lead = proposed_lead(there)
    leading = [one for one in there if one.staff_group in LEADING]
    assert (lead is None) == (not leading)
    if leading:
        best = min(LEADING.index(one.staff_group) for one in leading)
        of_best = [one for one in leading if one.staff_group == LEADING[best]]
        most = max(one.wte for one in of_best)
        assert lead in {one.person_id for one in of_best if one.wte == most}


def test_practices_that_no_team_is_named_for_are_told_by_name() -> None:
    names = {1: "Millpond", 2: "Alder", 3: "Sedge"}
    assert without_team(names, {1, None}) == ["Alder", "Sedge"]


@given(st.sets(DAYS, max_size=6), DAYS)
def test_the_count_that_serves_a_day_is_the_latest_up_to_it_or_else_the_first(
    days: set[date], on: date
) -> None:
    found = serving(days, on)
    before = {day for day in days if day <= on}
    assert found == (max(before) if before else min(days, default=None))


def test_what_is_not_known_stays_not_known() -> None:
    assert apart(Decimal(2), None) is None
    assert apart(Decimal(2), Decimal("2.5")) == Decimal("-0.5")
    assert patients_per_wte(None, Decimal(2)) is None
    assert patients_per_wte(100, Decimal(0)) is None
    assert patients_per_wte(100, Decimal("0.5")) == 200
