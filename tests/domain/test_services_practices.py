"""Practices beside each other: counts to a thousand, the middle, hours of their sites."""

from __future__ import annotations

from decimal import Decimal
from statistics import median as usual_median

from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.services_compared import (
    extended_minutes,
    median,
    open_minutes,
    per_thousand,
)

SPANS = st.lists(
    st.tuples(st.integers(1, 7), st.integers(0, 1438), st.integers(1, 1440)).filter(
        lambda span: span[1] < span[2]
    ),
    max_size=8,
)


def test_a_count_to_a_thousand_people_is_not_known_where_either_is_not() -> None:
    assert per_thousand(12, 8_000) == Decimal("1.5")
    assert per_thousand(0, 8_000) == 0
    assert per_thousand(None, 8_000) is per_thousand(12, None) is per_thousand(12, 0) is None


@given(st.lists(st.none() | st.integers(0, 999)))
def test_the_middle_is_that_of_those_that_are_known(values: list[int | None]) -> None:
    known = [Decimal(value) for value in values if value is not None]
    assert median(values) == (usual_median(known) if known else None)


def test_hours_outside_core_hours_are_evenings_early_mornings_and_weekends() -> None:
    week = [(1, 7 * 60, 20 * 60), (6, 9 * 60, 12 * 60), (2, 8 * 60, 18 * 60 + 30)]
    assert open_minutes(week) == (13 + 3) * 60 + 630
    assert extended_minutes(week) == 60 + 90 + 180


def test_two_sites_open_at_once_are_one_hour_and_not_two() -> None:
    assert open_minutes([(1, 480, 720), (1, 600, 900), (1, 900, 960), (2, 480, 720)]) == 480 + 240


@given(SPANS)
def test_the_open_minutes_are_those_in_which_a_site_is_open(
    spans: list[tuple[int, int, int]],
) -> None:
    minutes = {(day, at) for day, start, end in spans for at in range(start, end)}
    core = {(day, at) for day, at in minutes if day <= 5 and 480 <= at < 1110}
    assert open_minutes(spans) == len(minutes)
    assert extended_minutes(spans) == len(minutes - core)
    assert open_minutes([*spans, *spans]) == open_minutes(spans)
