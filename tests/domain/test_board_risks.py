"""Scores of risks, their bands, and where they go: the worked example D38 and the laws."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.board_risks import (
    Band,
    Bands,
    Score,
    Trend,
    is_above,
    latest_two,
    review_due,
    trend,
)

STEP = st.integers(1, 5)
DAY = st.dates(date(2015, 1, 1), date(2020, 12, 31))
SCORE = st.builds(Score, STEP, STEP, DAY)


@pytest.mark.parametrize(
    ("consequence", "likelihood", "product", "band"),
    [
        (1, 3, 3, "Low"),
        (2, 3, 6, "Moderate"),
        (3, 4, 12, "High"),
        (4, 4, 16, "Extreme"),
        (5, 5, 25, "Extreme"),
    ],
)
def test_the_five_scores_of_example_d38_fall_in_their_bands(
    consequence: int, likelihood: int, product: int, band: str
) -> None:
    score = Score(consequence, likelihood)
    assert score.product == product
    assert Bands().of(product) == Band(band)


def test_each_band_ends_where_the_next_begins() -> None:
    found = {band: [s for s in range(1, 26) if Bands().of(s) is band] for band in Band}
    assert [(held[0], held[-1]) for held in found.values()] == [(1, 3), (4, 7), (8, 14), (15, 25)]
    assert Bands().is_in_order
    assert not Bands(moderate=9).is_in_order
    assert not Bands(extreme=26).is_in_order
    assert not Bands(moderate=1).is_in_order


@given(st.integers(2, 23), st.integers(1, 10), st.integers(1, 10), STEP, STEP)
def test_a_heavier_score_never_falls_in_a_lighter_band(
    first: int, more: int, most: int, consequence: int, likelihood: int
) -> None:
    bands = Bands(first, first + more, first + more + most)
    order = list(Band)
    score = consequence * likelihood
    assert order.index(bands.of(score)) <= order.index(bands.of(min(25, score + 1)))


def test_what_is_not_known_makes_the_score_not_known() -> None:
    assert Score(4, None).product is None
    assert Score(None, 4).product is None
    assert trend(Score(4, 4), None) is None
    assert trend(None, Score(4, 4)) is None
    assert not is_above(None, 6)
    assert not is_above(16, None)
    assert is_above(9, 8)
    assert not is_above(8, 8)


@given(SCORE, SCORE)
def test_a_trend_turned_round_is_its_opposite(now: Score, before: Score) -> None:
    opposite = {Trend.UP: Trend.DOWN, Trend.DOWN: Trend.UP, Trend.SAME: Trend.SAME}
    found = trend(now, before)
    assert found is not None
    assert trend(before, now) is opposite[found]


@given(st.lists(SCORE, unique_by=lambda score: score.on), DAY)
def test_the_last_two_scores_by_a_day_are_found_whatever_their_order(
    scores: list[Score], on: date
) -> None:
    now, before = latest_two(scores, on)
    days = sorted(score.on for score in scores if score.on and score.on <= on)
    assert [each.on for each in (before, now) if each] == days[-2:]
    assert latest_two(reversed(scores), on) == (now, before)


@given(DAY)
def test_a_review_is_due_three_months_later_and_never_in_a_fourth(day: date) -> None:
    due = review_due(day)
    assert due is not None
    months = (due.year - day.year) * 12 + due.month - day.month
    assert months == 3
    assert due.day == day.day or (due + timedelta(days=1)).day == 1
    assert review_due(None) is None
