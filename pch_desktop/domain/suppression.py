"""Keeping counts of few people from being read, or worked out from the totals beside them.

Counts that add up are taken as a stream of people: a count carries people from
one sum to another, and into each sum as many come as go out. A count that is
not shown can still be told where the counts shown leave it no other value; it
has another value just where people can be moved round a ring of hidden counts
that it is part of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

LEAST_SHOWN = 5
"""Groups of fewer people are not shown unless the locality says otherwise."""
HIDDEN = "*"
"""What stands in place of a count that is not shown."""
WORDS = f"{HIDDEN} stands for under 5, or for what would let an under 5 be worked out."
OUTSIDE = "outside"
ALL, PART = "All", "Part"
"""The sums of a table's rows and columns, and of the part of its columns that is added up apart."""
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Count:
    """So many people, on their way from one sum to another."""

    people: int
    start: object
    end: object
    is_printed: bool = True
    """Whether it has a place in the table at all; a sum that has none is never shown."""
    is_sum: bool = False
    """Whether it is a sum of others, which shields them only when none of them can."""
    is_public: bool = False
    """Whether it is known from elsewhere, so that hiding it here would hide nothing."""


def words(least: int) -> str:
    """Return what must be said under a table in which counts are hidden."""
    return WORDS.replace("under 5", f"under {least:,}")


def is_few(people: int, least: int = LEAST_SHOWN) -> bool:
    """Return whether so many people are too few to be shown; nobody is not too few."""
    return 0 < people < least


def of_line(people: Mapping[Key, int], total: Key) -> dict[Key, Count]:
    """Return counts that add up to one total, which is shown beside them."""
    counts = {key: Count(each, OUTSIDE, "sum") for key, each in people.items()}
    counts[total] = Count(sum(people.values()), "sum", OUTSIDE, is_sum=True)
    return counts


def of_table(
    rows: Mapping[str, Mapping[str, int]], part: Collection[str] = ()
) -> dict[tuple[str, str], Count]:
    """Return counts in rows and columns, with the sums of either and of all, by row and column.

    How many there are in a row is known from elsewhere; how they are spread is not.

    Args:
        rows: people by row and column, each row of the same columns.
        part: the columns whose sum stands in each row, too, under ``PART``.
    """
    counts: dict[tuple[str, str], Count] = {}
    columns = list(dict.fromkeys(column for row in rows.values() for column in row))
    for name, people in {**rows, ALL: _added(rows.values())}.items():
        # The sums of the columns run the other way round, so that what comes in goes out.
        is_sum, is_empty = name == ALL, not sum(people.values())
        for column in columns:
            ends = (("part" if column in part else "top"), ("column", column))
            inner = (("column", column), ("part" if column in part else "row", name))
            ends = ends if is_sum else inner
            counts[name, column] = Count(people[column], *ends, is_sum=is_sum, is_public=is_empty)
        if part:
            within = sum(people.get(column, 0) for column in part)
            ends = ("top", "part") if is_sum else (("part", name), ("row", name))
            counts[name, PART] = Count(within, *ends, is_sum=True, is_public=is_empty)
        ends = ("all", "top") if is_sum else (("row", name), "all")
        counts[name, ALL] = Count(sum(people.values()), *ends, is_public=True)
    return counts


def _added(rows: Iterable[Mapping[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in rows:
        for column, people in row.items():
            found[column] = found.get(column, 0) + people
    return found


def hidden(
    counts: Mapping[Key, Count],
    least: int = LEAST_SHOWN,
    before: Iterable[Key] = (),
) -> frozenset[Key]:
    """Return which counts are not shown, so that each of them may be one of two values or more.

    Those of 1 to ``least`` - 1 people are hidden, and the next smallest beside
    one that could be worked out. A count of nobody is shown, unless all the
    others together could still be worked out: then nothing is shown. Applied
    again, it hides no more.

    Args:
        counts: all that add up, those known from elsewhere too.
        least: the fewest people that are shown.
        before: what is hidden already.
    """
    found = set(before)
    found |= {
        key
        for key, count in counts.items()
        if count.is_printed and not count.is_public and is_few(count.people, least)
    }
    while told := _told(counts, found):
        shield = _shield(counts, found, told)
        if not shield:
            break
        found |= shield
    return frozenset(found)


def can_be_told(counts: Mapping[Key, Count], found: Iterable[Key]) -> bool:
    """Return whether one of the hidden counts has no other value, given all that is shown."""
    return bool(_told(counts, set(found)))


def _told(counts: Mapping[Key, Count], found: set[Key]) -> list[Key]:
    """Return the hidden counts that have but one value."""
    ways = _ways(counts, found)
    return [key for key in counts if key in found and not _may_differ(counts[key], key, ways)]


Ways = Mapping[object, Sequence[tuple[object, object]]]
"""From each sum: where people may be moved to, and the count they would be moved in."""


def _ways(counts: Mapping[Key, Count], found: set[Key]) -> Ways:
    unknown = found | {key for key, count in counts.items() if not count.is_printed}
    # Nobody is shown as nobody, so that a hidden count is somebody; unless nothing is shown.
    least = 1 if _open(counts, found) else 0
    ways: dict[object, list[tuple[object, object]]] = {}
    for key in unknown:
        count = counts[key]
        ways.setdefault(count.start, []).append((count.end, key))
        if count.people > (least if count.is_printed else 0):
            ways.setdefault(count.end, []).append((count.start, key))
    return ways


def _may_differ(count: Count, key: object, ways: Ways) -> bool:
    is_up = _leads(ways, count.end, count.start, key)
    may_fall = (count.start, key) in ways.get(count.end, ())
    return is_up or (may_fall and _leads(ways, count.start, count.end, key))


def _leads(ways: Ways, start: object, goal: object, without: object) -> bool:
    """Return whether people may be moved from one sum to another, without one count."""
    seen, waiting = {start}, [start]
    while waiting:
        for place, key in ways.get(waiting.pop(), ()):
            if key != without and place not in seen:
                seen.add(place)
                waiting.append(place)
    return goal in seen


def _shield(counts: Mapping[Key, Count], found: set[Key], told: Sequence[Key]) -> set[Key]:
    """Return what to hide next: the smallest that shields, or all where nobody alone is left."""
    shown = _open(counts, found)
    people = sorted(
        (key for key in shown if counts[key].people), key=lambda key: counts[key].people
    )
    sums = {place for key in told for place in (counts[key].start, counts[key].end)} - {OUTSIDE}
    beside = [key for key in people if {counts[key].start, counts[key].end} & sums]
    first = told[0]
    parts = [key for key in beside if not counts[key].is_sum] or beside
    shields = (
        key for key in parts if _may_differ(counts[first], first, _ways(counts, found | {key}))
    )
    best = next(shields, None) or next(iter(parts or people), None)
    return set(shown) if best is None else {best}


def _open(counts: Mapping[Key, Count], found: set[Key]) -> list[Key]:
    """Return what is shown and might be hidden."""
    return [
        key
        for key, count in counts.items()
        if key not in found and count.is_printed and not count.is_public
    ]
