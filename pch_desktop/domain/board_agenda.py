"""The running clock of an agenda and the numbers of its lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

USUAL_MINUTES = 120
"""How long a meeting is meant to take at most, our setting."""
MIDNIGHT = 24 * 60


@dataclass(frozen=True, slots=True)
class Length:
    """How long an agenda takes."""

    minutes: int
    is_incomplete: bool
    """Whether a line's minutes are not known."""


def clocks(starts_minute: int | None, minutes: Sequence[int | None]) -> tuple[int | None, ...]:
    """Return the minute of the day at which each line begins.

    After a line whose minutes are not known nothing is known.
    """
    found: list[int | None] = []
    now = starts_minute
    for length in minutes:
        found.append(now)
        now = None if now is None or length is None else now + length
    return tuple(found)


def length_of(minutes: Iterable[int | None]) -> Length:
    """Return how long lines take together, and whether one of them is not known."""
    told = tuple(minutes)
    return Length(sum(each or 0 for each in told), None in told)


def ends(starts_minute: int | None, minutes: Sequence[int | None]) -> int | None:
    """Return the minute of the day at which a meeting ends; None where not known."""
    known = length_of(minutes)
    return None if starts_minute is None or known.is_incomplete else starts_minute + known.minutes


def level(reference: str | None) -> int:
    """Return how deep a line stands by its number: 1 for 6, 2 for 6.2 or a dot alone."""
    return 2 if reference and "." in reference else 1


def numbered(levels: Iterable[int]) -> tuple[str, ...]:
    """Return the numbers of lines in their order: 1, 2, 2.1, 2.2, 3.

    One that stands below nothing stands on top.
    """
    return tuple(_numbers(levels))


def _numbers(levels: Iterable[int]) -> Iterator[str]:
    top, under = 0, 0
    for deep in levels:
        if deep > 1 and top:
            under += 1
            yield f"{top}.{under}"
        else:
            top, under = top + 1, 0
            yield str(top)


def is_in_order(references: Sequence[str]) -> bool:
    """Return whether numbers rise."""
    return all(_parts(one) < _parts(other) for one, other in pairwise(references))


def _parts(reference: str) -> tuple[int, ...]:
    return tuple(map(int, reference.split(".")))
