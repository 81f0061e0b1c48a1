"""The days of a recruitment, in order; how far it has come; how long a post is empty."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import RecruitmentOutcome
from pch_desktop.domain.workforce_recruitment import Stage, Steps

WHOLE = Steps(
    vacant_from=date(2016, 5, 16),
    advertised_on=date(2016, 4, 20),
    closes_on=date(2016, 5, 20),
    interviews_on=date(2016, 6, 2),
    offered_on=date(2016, 6, 6),
    starts_on=date(2016, 8, 1),
)
FILLED = replace(WHOLE, outcome=RecruitmentOutcome.FILLED)


@pytest.mark.parametrize(
    ("on", "stage"),
    [
        ("2016-04-19", Stage.NOT_ADVERTISED),
        ("2016-04-20", Stage.ADVERTISED),
        ("2016-05-20", Stage.CLOSED),
        ("2016-06-02", Stage.INTERVIEWED),
        ("2016-06-06", Stage.AGREED),
        ("2016-07-31", Stage.AGREED),
        ("2016-08-01", Stage.FILLED),
    ],
)
def test_a_stage_is_reached_on_its_day_and_no_sooner(on: str, stage: Stage) -> None:
    assert FILLED.stage(date.fromisoformat(on)) is stage


def test_an_offer_without_a_first_day_is_only_an_offer() -> None:
    offered = replace(WHOLE, starts_on=None)
    assert offered.stage(date(2016, 7, 1)) is Stage.OFFERED


def test_a_start_agreed_counts_as_filled_only_once_somebody_says_so() -> None:
    assert WHOLE.stage(date(2016, 12, 1)) is Stage.AGREED


def test_days_vacant_run_on_until_the_start() -> None:
    assert FILLED.days_vacant(date(2016, 5, 1)) == 0
    assert FILLED.days_vacant(date(2016, 5, 26)) == 10
    assert FILLED.days_vacant(date(2017, 5, 26)) == (date(2016, 8, 1) - date(2016, 5, 16)).days


def test_a_filling_given_up_has_no_days() -> None:
    given_up = replace(WHOLE, outcome=RecruitmentOutcome.WITHDRAWN)
    assert given_up.days_vacant(date(2016, 7, 1)) is None
    assert given_up.stage(date(2016, 7, 1)) is Stage.WITHDRAWN


@pytest.mark.parametrize(
    ("steps", "sentence"),
    [
        (replace(WHOLE, closes_on=date(2016, 4, 1)),
         "The closing date cannot be before the advert of 20 Apr 2016."),
        (replace(WHOLE, interviews_on=date(2016, 5, 1)),
         "The interviews cannot be before the closing date of 20 May 2016."),
        (replace(WHOLE, offered_on=date(2016, 8, 2)),
         "The start cannot be before the offer of 2 Aug 2016."),
        (replace(WHOLE, vacant_from=date(2016, 8, 2)),
         "Nobody can start before the post falls vacant on 2 Aug 2016."),
        (replace(FILLED, starts_on=None),
         "Enter the day they start before the post counts as filled."),
    ],
)  # fmt: skip
def test_days_out_of_order_are_refused_with_what_is_accepted(steps: Steps, sentence: str) -> None:
    with pytest.raises(Refusal) as refused:
        steps.check()
    assert str(refused.value).startswith(sentence)


def test_days_that_are_not_known_stand_in_nobodys_way() -> None:
    replace(WHOLE, closes_on=None, interviews_on=None).check()
    Steps(date(2016, 5, 16)).check()


DAYS = st.integers(0, 400).map(lambda at: date(2016, 1, 1) + timedelta(days=at))
STAGES = [stage for stage in Stage if stage is not Stage.WITHDRAWN]


@given(st.lists(DAYS, min_size=6, max_size=6), DAYS, DAYS)
def test_a_recruitment_never_goes_back_as_days_go_by(
    days: list[date], one: date, other: date
) -> None:
    vacant, advert, closing, interviews, offer, start = sorted(days)
    filled = RecruitmentOutcome.FILLED
    steps = Steps(vacant, advert, closing, interviews, offer, start, filled)
    steps.check()
    before, after = min(one, other), max(one, other)
    assert STAGES.index(steps.stage(before)) <= STAGES.index(steps.stage(after))
    assert 0 <= (steps.days_vacant(before) or 0) <= (steps.days_vacant(after) or 0)
