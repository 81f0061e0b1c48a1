"""How much of the open time is booked and used: the published example, and what always holds."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.estates_use import (
    NO_USE,
    Taken,
    Use,
    added,
    by_hour,
    covered,
    free,
    minutes,
    of_day,
    of_hour,
)

SPANS = st.lists(
    st.tuples(st.integers(0, 1439), st.integers(1, 1440)).filter(lambda span: span[0] < span[1]),
    max_size=4,
).map(covered)


@st.composite
def days(draw: st.DrawFn) -> tuple[tuple[tuple[int, int], ...], list[Taken]]:
    """A site's hours of a day, and bookings of a room of which no two overlap."""
    booked = draw(SPANS)
    taken = [
        Taken(starts, ends, draw(st.none() | st.integers(0, ends - starts)))
        for starts, ends in booked
    ]
    return draw(SPANS), taken


def places(decimal: Decimal | None) -> str:
    assert decimal is not None
    return f"{decimal * 100:.1f}"


def test_the_published_example_comes_out() -> None:
    use = Use(open_minutes=50 * 4 * 60, booked_minutes=128 * 60, used_minutes=109 * 60)
    shares = (use.booked_share, use.used_share, use.unused_share)
    assert tuple(map(places, shares)) == ("64.0", "54.5", "14.8")


def test_what_has_not_been_marked_is_not_known_rather_than_not_used() -> None:
    use = of_day([(480, 1080)], [Taken(540, 600, 60), Taken(600, 660, None)])
    assert use == Use(600, 120, None, 1)
    assert (use.used_share, use.unused_share, use.unused_minutes) == (None, None, None)
    assert places(use.booked_share) == "20.0"


def test_hours_that_are_not_known_make_no_share() -> None:
    use = of_day(None, [Taken(540, 600, 30)])
    assert (use.open_minutes, use.booked_share, use.free_minutes) == (None, None, None)
    assert places(use.unused_share) == "50.0"
    assert added([use, NO_USE]).open_minutes is None
    assert added([]) == NO_USE
    assert NO_USE.booked_share is None


def test_a_room_booked_outside_its_hours_was_open_for_it() -> None:
    use = of_day([(540, 1020)], [Taken(960, 1080, 120)])
    assert (use.open_minutes, use.booked_minutes) == (540, 120)


def test_the_first_minutes_are_those_used_in_part() -> None:
    clinic = [Taken(540, 720, 80)]
    assert of_hour(9, [(480, 1080)], clinic) == Use(60, 60, 60)
    assert of_hour(10, [(480, 1080)], clinic) == Use(60, 60, 20)
    assert of_hour(11, [(480, 1080)], clinic) == Use(60, 60, 0)
    assert of_hour(12, [(480, 1080)], clinic) == Use(60, 0, 0)
    assert of_hour(19, None, clinic) == Use(None, 0, 0)


@given(days())
def test_no_more_is_used_than_booked_or_booked_than_open(
    day: tuple[tuple[tuple[int, int], ...], list[Taken]],
) -> None:
    use = of_day(*day)
    assert use.open_minutes is not None
    assert (use.used_minutes or 0) <= use.booked_minutes <= use.open_minutes


@given(days())
def test_free_time_is_open_time_less_what_is_booked(
    day: tuple[tuple[tuple[int, int], ...], list[Taken]],
) -> None:
    opens, taken = day
    booked = [(each.starts_minute, each.ends_minute) for each in taken]
    left = free([*opens, *booked], booked)
    assert minutes(left) == of_day(opens, taken).free_minutes
    assert minutes(covered([*left, *booked])) == minutes(left) + minutes(booked)
    assert covered([*free(opens, booked), *booked]) == covered([*opens, *booked])


@given(days())
def test_the_hours_of_a_day_add_up_to_the_day(
    day: tuple[tuple[tuple[int, int], ...], list[Taken]],
) -> None:
    opens, taken = day
    marked = [each for each in taken if each.used_minutes is not None]
    assert added(of_hour(hour, opens, marked) for hour in range(24)) == of_day(opens, marked)


@given(st.lists(days(), max_size=3))
def test_hour_by_hour_at_once_is_the_same_as_each_hour_alone(
    told: list[tuple[tuple[tuple[int, int], ...], list[Taken]]],
) -> None:
    found = by_hour(told)
    assert found == {hour: added(of_hour(hour, *day) for day in told) for hour in range(24)}
    unknown = by_hour([*told, (None, [])])
    assert {use.open_minutes for use in unknown.values()} == {None}
