"""Who starts, who leaves, and what turnover and stability make of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.money import rounded
from pch_desktop.domain.workforce import NO_LEAVERS, LeavingReason
from pch_desktop.domain.workforce_flow import (
    Change,
    Flow,
    FlowMeasures,
    changes,
    measured,
    team,
    year_before,
)
from tests.figures import ROOT

A, B = date(2015, 10, 31), date(2016, 10, 31)
FULL = Decimal(1)
EXAMPLE = ROOT.parent / "shared" / "design" / "domain_examples.json"


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody in a post, in the fewest words."""

    id: int
    person_id: int
    starts_on: date
    ends_on: date | None = None
    wte: Decimal = FULL
    leaving_reason: LeavingReason | None = None
    is_away: bool = False


def day(text: str) -> date:
    return date.fromisoformat(text)


def flows(*stints: Held) -> list[tuple[Flow, str, int, str]]:
    """Return what happened in the twelve months, in short."""
    return [(each.flow, str(each.on), each.heads, str(each.wte)) for each in changes(stints, A, B)]


def test_a_starter_begins_and_a_leaver_goes_on_the_day_after_the_last() -> None:
    assert flows(Held(1, 1, day("2016-01-04"))) == [(Flow.STARTED, "2016-01-04", 1, "1")]
    gone = Held(1, 1, day("2010-01-01"), day("2016-03-31"))
    assert flows(gone) == [(Flow.LEFT, "2016-04-01", -1, "-1")]


def test_whoever_is_here_on_the_last_day_has_not_left_yet() -> None:
    assert flows(Held(1, 1, day("2010-01-01"), B)) == []
    assert flows(Held(1, 1, day("2010-01-01"), A)) == [(Flow.LEFT, "2015-11-01", -1, "-1")]


def test_a_second_job_that_ends_takes_hours_and_no_head() -> None:
    main = Held(1, 1, day("2010-01-01"), wte=Decimal("0.6"))
    second = Held(2, 1, day("2012-01-01"), day("2016-05-31"), Decimal("0.4"))
    assert flows(main, second) == [(Flow.FEWER, "2016-06-01", 0, "-0.4")]
    found = measured([main, second], [], A, B)
    assert (found.leavers_heads, found.leavers_wte) == (0, Decimal("0.4"))
    assert (found.start_heads, found.end_heads, found.stayed_heads) == (1, 1, 1)


def test_a_second_job_that_begins_brings_hours_and_no_head() -> None:
    main = Held(1, 1, day("2010-01-01"), wte=Decimal("0.6"))
    assert flows(main, Held(2, 1, day("2016-02-01"), wte=Decimal("0.2"))) == [
        (Flow.MORE, "2016-02-01", 0, "0.2")
    ]


def test_another_post_from_the_next_day_on_is_no_change_at_all() -> None:
    first = Held(1, 1, day("2010-01-01"), day("2016-02-29"))
    assert flows(first, Held(2, 1, day("2016-03-01"))) == []


def test_a_transfer_with_a_weekend_between_makes_no_leaver_and_no_starter() -> None:
    reason = LeavingReason.TRANSFER_WITHIN
    first = Held(1, 1, day("2010-01-01"), day("2016-03-04"), FULL, reason)
    second = Held(2, 1, day("2016-03-07"))
    assert flows(first, second) == [
        (Flow.MOVED_OUT, "2016-03-05", -1, "-1"),
        (Flow.MOVED_IN, "2016-03-07", 1, "1"),
    ]
    late = Held(2, 1, day("2016-09-07"))
    assert flows(first, late)[1][0] is Flow.STARTED


def test_a_secondment_out_and_the_way_back_are_moves() -> None:
    here = Held(1, 1, day("2010-01-01"), day("2015-12-31"))
    away = Held(2, 1, day("2016-01-01"), day("2016-06-30"), is_away=True)
    back = Held(3, 1, day("2016-07-01"))
    assert [each[0] for each in flows(here, away, back)] == [Flow.MOVED_OUT, Flow.MOVED_IN]
    assert measured([here, away, back], [], A, B).stayed_heads == 1


@pytest.mark.parametrize("reason", sorted(NO_LEAVERS))
def test_who_ends_for_a_reason_that_makes_no_leaver_is_none(reason: LeavingReason) -> None:
    gone = Held(1, 1, day("2010-01-01"), day("2016-03-31"), FULL, reason)
    found = measured([gone], [], A, B)
    assert (found.leavers_heads, found.leavers_wte, found.end_heads) == (0, 0, 0)
    assert found.stability_share == 1


def test_who_left_and_came_back_is_a_leaver_and_has_stayed() -> None:
    stints = [Held(1, 1, day("2010-01-01"), day("2015-12-31")), Held(2, 1, day("2016-05-01"))]
    found = measured(stints, [], A, B)
    assert (found.leavers_heads, found.stayed_heads) == (1, 1)


def test_nothing_is_divided_by_nobody() -> None:
    found = measured([], [], A, B)
    assert found.turnover_heads_share is found.turnover_wte_share is found.stability_share is None
    assert found.fill_days is None


def test_time_to_fill_is_the_mean_of_those_filled() -> None:
    found = measured([], [61, 90, 45], A, B)
    assert (found.filled, found.fill_days) == (3, Decimal(196) / 3)


@pytest.mark.parametrize(
    ("on", "before"),
    [
        ("2016-10-31", "2015-10-31"),
        ("2016-10-14", "2015-10-14"),
        ("2016-02-29", "2015-02-28"),
        ("2017-02-28", "2016-02-29"),
    ],
)
def test_twelve_months_go_back_to_the_same_day(on: str, before: str) -> None:
    assert year_before(day(on)) == day(before)


def percent(share: Decimal | None) -> Decimal:
    """Return a share as a percentage to two places, rounded once."""
    assert share is not None
    return Decimal(rounded(share * 10_000)) / 100


def test_the_worked_example_of_turnover_and_stability() -> None:
    """D23 of the specification."""
    found = FlowMeasures(
        leavers_heads=9,
        leavers_wte=Decimal("6.8"),
        start_heads=78,
        end_heads=82,
        start_wte=Decimal("58.1"),
        end_wte=Decimal("57.35"),
        stayed_heads=70,
        fill_days=None,
        filled=0,
    )
    assert percent(found.turnover_heads_share) == Decimal("11.25")
    assert percent(found.turnover_wte_share) == Decimal("11.78")
    assert percent(found.stability_share) == Decimal("89.74")


def test_the_worked_example_is_the_one_of_the_specification() -> None:
    if not EXAMPLE.exists():
        pytest.skip("the specification is not here")
    expected = json.loads(EXAMPLE.read_text(encoding="utf-8"))["D23"]["expected"]
    assert (expected["turnover_headcount_pct"], expected["turnover_fte_pct"]) == (11.25, 11.78)
    assert expected["stability_pct"] == 89.74


# Laws

DAYS = st.integers(0, 900).map(lambda at: date(2015, 1, 1) + timedelta(days=at))
WTES = st.sampled_from(["0.2", "0.5", "0.6", "1"]).map(Decimal)
REASONS = st.sampled_from([None, *LeavingReason])


@st.composite
def teams(draw: st.DrawFn) -> list[Held]:
    """Return assignments of a few people, in any order and overlapping as they like."""
    made: list[Held] = []
    for number in range(1, draw(st.integers(0, 14)) + 1):
        starts_on = draw(DAYS)
        length = draw(st.none() | st.integers(0, 500))
        ends_on = None if length is None else starts_on + timedelta(days=length)
        who, reason, is_away = draw(st.integers(1, 5)), draw(REASONS), draw(st.booleans())
        made.append(Held(number, who, starts_on, ends_on, draw(WTES), reason, is_away))
    return made


def gained(found: Sequence[Change[Held]]) -> tuple[int, Decimal]:
    return sum(each.heads for each in found), sum((each.wte for each in found), Decimal(0))


@given(teams(), DAYS, DAYS)
def test_the_team_at_a_day_is_the_team_before_and_the_log_between(
    stints: list[Held], one: date, other: date
) -> None:
    since, until = min(one, other), max(one, other)
    before, after = team(stints, since), team(stints, until)
    heads, wte = gained(changes(stints, since, until))
    assert (before.heads + heads, before.wte + wte) == (after.heads, after.wte)


@given(teams(), DAYS, DAYS, DAYS)
def test_the_log_of_two_periods_is_the_log_of_both(
    stints: list[Held], one: date, two: date, three: date
) -> None:
    first, middle, last = sorted((one, two, three))
    parts = [*changes(stints, first, middle), *changes(stints, middle, last)]
    assert parts == changes(stints, first, last)


@given(teams(), DAYS, DAYS)
def test_turnover_is_never_below_nothing_and_stability_a_part_of_one(
    stints: list[Held], one: date, other: date
) -> None:
    found = measured(stints, [], min(one, other), max(one, other))
    assert found.leavers_heads >= 0
    assert found.leavers_wte >= 0
    for share in (found.turnover_heads_share, found.turnover_wte_share):
        assert share is None or share >= 0
    assert found.stability_share is None or 0 <= found.stability_share <= 1


@given(teams(), DAYS, st.integers(0, 60))
def test_a_transfer_inside_the_locality_is_no_leaver_and_no_starter(
    others: list[Held], on: date, gap: int
) -> None:
    reason = LeavingReason.TRANSFER_WITHIN
    first = Held(101, 9, date(2014, 1, 1), on, FULL, reason)
    second = Held(102, 9, on + timedelta(days=1 + gap))
    until = on + timedelta(days=200)
    found = measured([*others, first, second], [], date(2014, 6, 1), until)
    without = measured(others, [], date(2014, 6, 1), until)
    assert (found.leavers_heads, found.leavers_wte) == (without.leavers_heads, without.leavers_wte)
    assert found.stayed_heads == without.stayed_heads + 1
    own = changes([first, second], date(2014, 6, 1), until)
    assert {each.flow for each in own} <= {Flow.MOVED_OUT, Flow.MOVED_IN}


@given(teams(), DAYS)
def test_a_volunteer_or_somebody_away_counts_nothing(stints: list[Held], on: date) -> None:
    here = [stint for stint in stints if not stint.is_away]
    assert team(stints, on) == team(here, on)
