"""Totals rows are told from rows proper, and what was kept is held against them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.typed import pence
from pch_desktop.imports.footing import Total, adds_up, footings, is_total_label, pounds

AMOUNTS = st.lists(st.integers(-(10**9), 10**9), min_size=2, max_size=8)


@pytest.mark.parametrize(
    "label",
    ["Total", "TOTAL:", "Sub-total", "Subtotal", "Grand total", "Sum", "Total £000", "totals"],
)
def test_plain_words_for_a_total_are_totals(label: str) -> None:
    assert is_total_label(label, is_exact=True)


@pytest.mark.parametrize("label", ["Total primary care", "Primary care total", "Sum of lines"])
def test_totals_of_something_are_totals_where_figures_stand_beside_them(label: str) -> None:
    assert is_total_label(label)
    assert not is_total_label(label, is_exact=True)


@pytest.mark.parametrize(
    "label", ["Totally new post", "Summer scheme", "Prescribing", "", "Subtle"]
)
def test_other_words_are_not(label: str) -> None:
    assert not is_total_label(label)


@given(AMOUNTS)
def test_a_row_adds_up_when_it_is_the_sum_of_the_rows_above(amounts: list[int]) -> None:
    above = [("x", str(amount)) for amount in amounts]
    told = bool(sum(amounts)) and sum(map(bool, amounts)) > 1
    assert adds_up(("", str(sum(amounts))), above, [1]) is told
    assert not adds_up(("", str(sum(amounts) + 1)), above, [1])


def test_text_does_not_add_up() -> None:
    assert not adds_up(("", "ten"), [("", "5"), ("", "5")], [1])


def foot(label: str, said: str, kept: dict[int, int]) -> list[tuple[int, int, int]]:
    """Return said, kept and rows of one total over rows 2 to 4, a subtotal after row 3."""
    before = Total(9, "Subtotal", ("Subtotal", "15"), (2, 3), (2, 3))
    total = Total(10, label, (label, said), (4,), (2, 3, 4))
    found = footings([before, total], {1: "Budget"}, {1: kept}, lambda _, text: pence(text))
    return [(each.said_pence, each.kept_pence, each.rows) for each in found]


def test_a_total_is_held_against_the_rows_that_add_up_to_it() -> None:
    kept = {2: 1000, 3: 500, 4: 700}
    assert foot("Total", "£22.00", kept)[1] == (2200, 2200, 3)
    assert foot("Total other", "7", kept)[1] == (700, 700, 1)


def test_a_row_refused_is_missed_by_the_total_and_said() -> None:
    kept = {2: 1000, 4: 700}
    total = Total(10, "Total", ("Total", "22"), (2, 3, 4), (2, 3, 4))
    (footing,) = footings([total], {1: "Budget"}, {1: kept}, lambda _, text: pence(text))
    assert not footing.foots
    assert footing.words == (
        "Budget, “Total” (row 10): the sheet says £22.00; the 2 rows kept come to £17.00, "
        "£5.00 less."
    )


def test_a_total_that_foots_is_said_too() -> None:
    total = Total(5, "Total", ("Total", "15"), (2, 3), (2, 3))
    (footing,) = footings([total], {1: "Budget"}, {1: {2: 1000, 3: 500}}, lambda _, t: pence(t))
    assert footing.words == (
        "Budget, “Total” (row 5): the 2 rows kept come to £15.00, as the sheet says."
    )


def test_a_total_that_cannot_be_read_is_passed_over() -> None:
    total = Total(5, "Total", ("Total", "#REF!"), (2,), (2,))
    assert footings([total], {1: "Budget"}, {1: {2: 1}}, lambda _, text: pence(text)) == ()
    assert pounds(-123456) == "(£1,234.56)"
