"""Which backups stay: many of the last days, fewer of the weeks and months before.

No clock is asked. How old a backup is, is told by the gaps between it and
those made after it, and no gap counts for more than a day nor for less than
nothing: a clock that jumps and comes back costs nothing that matters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

LAST = 12
"""The newest so many stay, whatever their clock says."""
RECENT = timedelta(hours=48)
MOST_RECENT = 48
LONGEST_GAP = timedelta(days=1)
NOTHING = timedelta(0)


@dataclass(frozen=True, slots=True)
class Aged:
    """A backup as thinning sees it."""

    number: int
    at: datetime
    size: int
    is_for_ever: bool


Span = Callable[[datetime], tuple[int, ...]]


def _day(at: datetime) -> tuple[int, ...]:
    return (at.year, at.month, at.day)


def _week(at: datetime) -> tuple[int, ...]:
    return at.isocalendar()[:2]


def _month(at: datetime) -> tuple[int, ...]:
    return (at.year, at.month)


SPANS: tuple[tuple[Span, int], ...] = ((_day, 14), (_week, 8), (_month, 12))
"""Of so many days, weeks and months that have a backup, the newest of each stays."""


def kept(backups: Iterable[Aged]) -> set[int]:
    """Return the numbers of the backups that stay."""
    newest_first = sorted(backups, key=lambda backup: backup.number, reverse=True)
    staying = {backup.number for backup in newest_first[:LAST]}
    staying |= {backup.number for backup in newest_first if backup.is_for_ever}
    staying |= _recent(newest_first)
    for span, most in SPANS:
        staying |= _newest_of_each(newest_first, span, most)
    return staying


def within(backups: Iterable[Aged], staying: set[int], proof: int, most_bytes: int) -> set[int]:
    """Return which stay when all of them together may only be so large.

    Args:
        proof: the number of one known to be sound, which stays.
    """
    left = {backup.number: backup for backup in backups if backup.number in staying}
    total = sum(backup.size for backup in left.values())
    for number in sorted(left):
        may_go = number not in {proof, max(left)} and not left[number].is_for_ever
        if total > most_bytes and may_go:
            total -= left.pop(number).size
    return set(left)


def _recent(newest_first: Sequence[Aged]) -> set[int]:
    age, recent = NOTHING, set[int]()
    for at, backup in enumerate(newest_first[:MOST_RECENT]):
        if at:
            age += min(max(newest_first[at - 1].at - backup.at, NOTHING), LONGEST_GAP)
        if age <= RECENT:
            recent.add(backup.number)
    return recent


def _newest_of_each(newest_first: Sequence[Aged], span: Span, most: int) -> set[int]:
    newest: dict[tuple[int, ...], int] = {}
    for backup in newest_first:
        newest.setdefault(span(backup.at), backup.number)
    return set(list(newest.values())[:most])
