"""Practices beside each other: counts to a thousand people, hours in which a site is open.

Nothing here ranks them. The middle of all is shown beside each, and what a
difference means is for those who know the practice to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

THOUSAND = 1_000
CORE = (8 * 60, 18 * 60 + 30)
"""Core hours of the GP contract, Monday to Friday: 08:00 to 18:30."""
FRIDAY = 5
Span = tuple[int, int, int]
"""A weekday, Monday being 1, and the minutes after midnight from and to which a site is open."""


def per_thousand(count: int | None, people: Decimal | int | None) -> Decimal | None:
    """Return a count to a thousand people; None where either is not known or nobody is there."""
    return Decimal(count) * THOUSAND / people if count is not None and people else None


def median(values: Iterable[Decimal | int | None]) -> Decimal | None:
    """Return the middle of those that are known, of an even number the mean of the two middle.

    As Excel's MEDIAN, which leaves blanks out, too.
    """
    known = sorted(Decimal(value) for value in values if value is not None)
    if not known:
        return None
    middle = len(known) // 2
    return known[middle] if len(known) % 2 else (known[middle - 1] + known[middle]) / 2


def open_minutes(spans: Iterable[Span]) -> int:
    """Return the minutes of a week in which at least one site is open."""
    return sum(end - start for _, start, end in _joined(spans))


def extended_minutes(spans: Iterable[Span]) -> int:
    """Return the minutes of a week in which a site is open outside core hours."""
    return sum(
        (end - start) - (_within(start, end, CORE) if weekday <= FRIDAY else 0)
        for weekday, start, end in _joined(spans)
    )


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Return spans of the week that do not overlap and cover the same minutes."""
    found: list[Span] = []
    for weekday, start, end in sorted(spans):
        if found and found[-1][0] == weekday and start <= found[-1][2]:
            found[-1] = (weekday, found[-1][1], max(end, found[-1][2]))
        else:
            found.append((weekday, start, end))
    return found


def _within(start: int, end: int, core: Sequence[int]) -> int:
    return max(0, min(end, core[1]) - max(start, core[0]))
