"""Counts of people outside: rounded, hidden, and never narrowed by the sums around them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pch_desktop.domain.disclosure import (
    THRESHOLDS,
    disclosed,
    rounded_to_five,
    shown_alike,
    words,
)
from pch_desktop.domain.disclosure_second import narrowed, possible, published
from pch_desktop.domain.disclosure_sums import Adds
from pch_desktop.domain.suppression import HIDDEN

Key = tuple[int, int]
ALL = -1
FEW = st.sampled_from((0, 0, 1, 2, 3, 5, 7, 8, 9, 12, 13, 17, 61, 63))
TABLES = st.integers(1, 2).flatmap(
    lambda rows: st.integers(1, 3).flatmap(
        lambda columns: st.lists(
            st.lists(FEW, min_size=columns, max_size=columns), min_size=rows, max_size=rows
        )
    )
)


@pytest.mark.parametrize(
    ("people", "shown"),
    [(0, 0), (1, "*"), (7, "*"), (8, 10), (12, 10), (13, 15), (127, 125), (128, 130)],
)
def test_counts_are_hidden_and_rounded_as_the_worked_example_says(
    people: int, shown: int | str
) -> None:
    assert disclosed(people) == shown


def test_halves_go_away_from_zero_and_so_do_counts_below_it() -> None:
    assert [rounded_to_five(count) for count in (-8, -7, -3, 2, 3)] == [-10, -5, -5, 0, 5]


@pytest.mark.parametrize(("threshold", "shown"), [(5, [5, "*", 10]), (10, ["*", "*", 10])])
def test_the_threshold_may_be_five_or_ten(threshold: int, shown: list[int | str]) -> None:
    others = [disclosed(people, threshold) for people in (6, 5, 12)]
    assert others == shown
    assert f"1 to {threshold}," in words(threshold)


@given(st.integers(0, 400), st.sampled_from(THRESHOLDS))
def test_what_is_shown_alike_is_just_what_a_reader_cannot_tell_apart(
    people: int, threshold: int
) -> None:
    alike = {n for n in range(500) if disclosed(n, threshold) == disclosed(people, threshold)}
    assert set(shown_alike(people, threshold)) == alike


def of_table(rows: Sequence[Sequence[int]]) -> tuple[dict[Key, int], list[Adds[Key]]]:
    """Return a table's counts with the totals of its rows, its columns and all."""
    people = {(r, c): n for r, row in enumerate(rows) for c, n in enumerate(row)}
    across, down = range(len(rows[0])), range(len(rows))
    people |= {(r, ALL): sum(rows[r]) for r in down}
    people |= {(ALL, c): sum(row[c] for row in rows) for c in across}
    people[ALL, ALL] = sum(map(sum, rows))
    sums = [Adds((r, ALL), tuple((r, c) for c in across)) for r in (*down, ALL)]
    sums += [Adds((ALL, c), tuple((r, c) for r in down)) for c in across]
    return people, sums


def values_of(
    people: Mapping[Key, int], hidden: frozenset[Key], rows: int, columns: int
) -> dict[Key, set[int]]:
    """Return every value of each hidden count, by trying every table there could be."""
    found: dict[Key, set[int]] = {key: set() for key in hidden}

    def fits(key: Key, count: int) -> bool:
        if key in hidden:
            return 1 <= count <= 7 if people[key] <= 7 else count > 7
        return disclosed(count) == disclosed(people[key])

    def lines(r: int) -> list[tuple[int, ...]]:
        near = [range(max(0, people[r, c] - 6), people[r, c] + 7) for c in range(columns)]
        cells = [[n for n in each if fits((r, c), n)] for c, each in enumerate(near)]
        return [line for line in itertools.product(*cells) if fits((r, ALL), sum(line))]

    for table in itertools.product(*map(lines, range(rows))):
        below = [((ALL, c), sum(line[c] for line in table)) for c in range(columns)]
        below.append(((ALL, ALL), sum(map(sum, table))))
        if all(fits(key, count) for key, count in below):
            whole, _ = of_table(table)
            for key in hidden:
                found[key].add(whole[key])
    return found


@settings(max_examples=50, deadline=None)
@given(TABLES)
@example([[7, 61]])
@example([[7, 7]])
@example([[1, 0], [0, 63]])
def test_no_hidden_count_is_narrowed_to_fewer_than_three_values(rows: list[list[int]]) -> None:
    people, sums = of_table(rows)
    found = published(people, sums)
    assert narrowed(found) == frozenset()
    wide = [key for key in found.hidden if people[key] <= 7]
    if len(rows) * len(rows[0]) <= 4 and wide:
        told = values_of(people, found.hidden, len(rows), len(rows[0]))
        assert all(len(told[key]) >= 3 for key in found.hidden)
        assert all(possible(found, key) <= told[key] for key in wide)


def test_rounded_sums_around_a_lone_hidden_count_hide_the_least_beside_it() -> None:
    people = {"a": 7, "b": 61, "c": 200, "all": 268}
    found = published(people, [Adds("all", ("a", "b", "c"))])
    assert found.hidden == {"a"}, "two rounded counts leave room enough"
    found = published({"a": 7, "b": 61, "all": 68}, [Adds("all", ("a", "b"))])
    assert found.hidden == {"a", "b"}


@given(st.dictionaries(st.integers(0, 9), st.integers(0, 300), min_size=1))
def test_what_is_shown_is_rounded_or_nobody_and_few_are_never_shown(
    people: dict[int, int],
) -> None:
    whole = {**people, ALL: sum(people.values())}
    found = published(whole, [Adds(ALL, tuple(people))])
    shown = {key: HIDDEN if key in found.hidden else disclosed(n) for key, n in whole.items()}
    assert all(shown[key] == HIDDEN for key, n in whole.items() if 0 < n <= 7)
    assert all(shown[key] == 0 for key, n in whole.items() if n == 0)
