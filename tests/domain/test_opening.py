"""Opening hours as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain import opening
from pch_desktop.domain.refusal import Refusal

EIGHT_TO_HALF_SIX = ((480, 1110),)


@pytest.mark.parametrize(
    "text",
    ["08:00-18:30", "8-18.30", "0800 – 1830", "8am to 6.30pm", " 08:00 - 18:30 ", "800-1830"],
)
def test_a_span_is_read_however_it_is_written(text: str) -> None:
    assert opening.spans(text) == EIGHT_TO_HALF_SIX


def test_several_spans_stand_with_commas_between_and_are_put_in_order() -> None:
    assert opening.spans("13:00-17:00, 9-12") == ((540, 720), (780, 1020))
    assert opening.spans("9-12 and 13-17") == ((540, 720), (780, 1020))


@pytest.mark.parametrize("text", [None, "", "closed", "-", "  "])
def test_a_blank_is_closed(text: str | None) -> None:
    assert opening.spans(text) == ()


def test_round_the_clock_and_midnight_are_understood() -> None:
    assert opening.spans("24 hours") == ((0, 1440),)
    assert opening.spans("18:30-00:00") == ((1110, 1440),)
    assert opening.spans("12am-12pm") == ((0, 720),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nine to five", "cannot be read"),
        ("08:75-09:00", "no time of the day"),
        ("08:00-25:00", "no time of the day"),
        ("18:00-08:00", "Split a night at midnight"),
        ("08:00-12:00, 11:00-13:00", "overlap at 11:00"),
    ],
)
def test_what_is_no_opening_is_refused_with_an_example(text: str, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        opening.spans(text)


@given(st.lists(st.integers(0, 1440), min_size=2, max_size=8, unique=True))
def test_hours_written_are_read_as_they_were(minutes: list[int]) -> None:
    ordered = sorted(minutes)
    hours = tuple(zip(ordered[::2], ordered[1::2], strict=False))
    assert opening.spans(opening.words(hours)) == hours
