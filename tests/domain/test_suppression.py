"""Counts of few people can be neither read nor worked out from the totals beside them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.suppression import (
    ALL,
    PART,
    Count,
    can_be_told,
    hidden,
    is_few,
    of_line,
    of_table,
    words,
)

Rows = Mapping[str, Mapping[str, int]]
TOTAL = "total"
PEOPLE = st.integers(0, 9)


def lines() -> st.SearchStrategy[dict[str, int]]:
    """Counts that add up to one total."""
    return st.lists(PEOPLE, min_size=1, max_size=5).map(
        lambda people: {f"group {at}": each for at, each in enumerate(people)}
    )


@st.composite
def tables(draw: st.DrawFn) -> Rows:
    """Small tables of counts."""
    tall, wide = draw(st.integers(1, 2)), draw(st.integers(2, 3))
    return {
        f"row {down}": {f"column {across}": draw(PEOPLE) for across in range(wide)}
        for down in range(tall)
    }


@pytest.mark.parametrize(("people", "few"), [(0, False), (1, True), (4, True), (5, False)])
def test_one_to_four_people_are_few_and_nobody_is_not(people: int, few: bool) -> None:
    assert is_few(people) is few


def test_the_next_smallest_goes_with_one_that_is_hidden_alone() -> None:
    counts = of_line({"GP": 3, "nurse": 12, "pharmacist": 7, "matron": 0}, TOTAL)
    assert hidden(counts) == {"GP", "pharmacist"}


def test_two_that_are_hidden_shield_each_other() -> None:
    assert hidden(of_line({"GP": 3, "nurse": 12, "pharmacist": 2}, TOTAL)) == {"GP", "pharmacist"}


def test_two_of_one_person_each_need_a_third() -> None:
    found = hidden(of_line({"GP": 1, "nurse": 12, "pharmacist": 1}, TOTAL))
    assert found == {"GP", "pharmacist", "nurse"}


def test_one_group_alone_takes_its_total_with_it() -> None:
    assert hidden(of_line({"GP": 3, "nurse": 0}, TOTAL)) == {"GP", TOTAL}


def test_what_is_known_from_elsewhere_is_never_hidden() -> None:
    counts = of_table({"GP": {"young": 3, "old": 9}, "nurse": {"young": 8, "old": 6}})
    found = hidden(counts)
    assert ("GP", "young") in found
    assert ("GP", ALL) not in found


def test_the_words_under_a_table_name_the_least_that_is_shown() -> None:
    assert words(10).startswith("* stands for under 10")


@given(lines(), st.integers(1, 7))
def test_hiding_again_hides_no_more(people: dict[str, int], least: int) -> None:
    counts = of_line(people, TOTAL)
    once = hidden(counts, least)
    assert hidden(counts, least, once) == once


@given(tables(), st.integers(1, 7))
def test_hiding_a_table_again_hides_no_more(rows: Rows, least: int) -> None:
    counts = of_table(rows, ("column 1",))
    once = hidden(counts, least)
    assert hidden(counts, least, once) == once
    assert {key for key in counts if is_few(counts[key].people, least)} <= once | public(counts)


@given(lines(), st.integers(1, 7))
def test_a_hidden_count_of_a_line_has_two_values_at_least(
    people: dict[str, int], least: int
) -> None:
    found = hidden(of_line(people, TOTAL), least)
    rows = {"row": people}
    told = {("row", ALL if key == TOTAL else key) for key in found}
    for key in told - {("row", ALL)}:
        assert len(values(rows, told, key)) > 1


@given(tables(), st.integers(1, 7))
def test_a_hidden_count_of_a_table_has_two_values_at_least(rows: Rows, least: int) -> None:
    counts = of_table(rows, ("column 0",))
    found = hidden(counts, least)
    if not any(sum(row.values()) for row in rows.values()):
        assert not found
        return
    assert not can_be_told(counts, found)
    for key in found:
        if key[0] in rows and key[1] not in {ALL, PART}:
            assert len(values(rows, found, key, ("column 0",))) > 1


@given(tables(), st.integers(1, 7))
def test_nobody_is_shown_as_nobody_wherever_that_tells_nothing(rows: Rows, least: int) -> None:
    counts = of_table(rows)
    found = hidden(counts, least)
    zeros = {key for key in found if not counts[key].people}
    assert not zeros or can_be_told(counts, found - zeros)


def public(counts: Mapping[tuple[str, str], Count]) -> set[tuple[str, str]]:
    """Return what is known from elsewhere."""
    return {key for key, count in counts.items() if count.is_public}


def values(
    rows: Rows,
    found: Collection[tuple[str, str]],
    wanted: tuple[str, str],
    part: Collection[str] | None = None,
) -> set[int]:
    """Return what a count may be for all that is shown, by moving people one by one.

    A hidden count is one or more, as nobody is shown; unless all is hidden.
    Without a part the rows stand alone, and their columns are not added up.
    """
    before = sums(rows, part)
    spread = [key for key in found if key[0] in rows and key[1] not in {ALL, PART}]
    least = 1 if before.keys() - found - public(of_table(rows, part or ())) else 0
    possible: set[int] = set()
    for moves in product((-1, 0, 1), repeat=len(spread)):
        tried = {name: dict(row) for name, row in rows.items()}
        for (name, column), move in zip(spread, moves, strict=True):
            tried[name][column] += move
        after = sums(tried, part)
        if all(
            people >= least if key in found else people == before[key]
            for key, people in after.items()
        ):
            possible.add(after[wanted])
    return possible


def sums(rows: Rows, part: Collection[str] | None) -> dict[tuple[str, str], int]:
    """Return all counts of a table that are shown or hidden, with their sums."""
    counts = of_table(rows, part or ())
    return {
        key: count.people for key, count in counts.items() if part is not None or key[0] in rows
    }
