"""How much of the time a room is open it is booked, and how much of that it is used.

Shares are those of the estates returns: booked and used hours of the open
hours, and what was booked and not used of the booked hours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from pch_desktop.domain.opening import Span
from pch_desktop.domain.services import ratio

HOUR = 60
HOURS = 24


@dataclass(frozen=True, slots=True)
class Taken:
    """A booking of a day, and for how much of it somebody was there."""

    starts_minute: int
    ends_minute: int
    used_minutes: int | None
    """The first so many of its minutes; None where nobody has said."""

    @property
    def minutes(self) -> int:
        """How long it is booked for."""
        return self.ends_minute - self.starts_minute


@dataclass(frozen=True, slots=True)
class Use:
    """Open, booked and used minutes of some rooms and days."""

    open_minutes: int | None
    """None where the opening hours are not known."""
    booked_minutes: int
    used_minutes: int | None
    """None where some of the bookings have not been marked."""
    unmarked: int = 0
    """How many bookings nobody has marked as used or not."""

    @property
    def free_minutes(self) -> int | None:
        """Open and not booked."""
        return None if self.open_minutes is None else self.open_minutes - self.booked_minutes

    @property
    def unused_minutes(self) -> int | None:
        """Booked and not used."""
        return None if self.used_minutes is None else self.booked_minutes - self.used_minutes

    @property
    def booked_share(self) -> Decimal | None:
        """Booked of open hours."""
        return ratio(self.booked_minutes, self.open_minutes)

    @property
    def used_share(self) -> Decimal | None:
        """Used of open hours."""
        return ratio(self.used_minutes, self.open_minutes)

    @property
    def unused_share(self) -> Decimal | None:
        """Booked and not used, of booked hours."""
        return ratio(self.unused_minutes, self.booked_minutes)


NO_USE = Use(0, 0, 0)


def added(uses: Iterable[Use]) -> Use:
    """Return several uses together; one whose hours are not known makes them all unknown."""
    opened, booked, used, unmarked = 0, 0, 0, 0
    knows_open = knows_used = True
    for use in uses:
        knows_open = knows_open and use.open_minutes is not None
        knows_used = knows_used and use.used_minutes is not None
        opened += use.open_minutes or 0
        booked += use.booked_minutes
        used += use.used_minutes or 0
        unmarked += use.unmarked
    return Use(opened if knows_open else None, booked, used if knows_used else None, unmarked)


def of_day(opens: Sequence[Span] | None, taken: Sequence[Taken]) -> Use:
    """Return the use of a room on a day.

    A room that is booked outside its site's hours is open for that, too: so
    no more is ever booked than is open.

    Args:
        opens: when the site is open; None where that is not known.
        taken: the bookings, of which no two overlap.
    """
    return _of(opens, [(each.starts_minute, each.ends_minute) for each in taken], taken)


def of_hour(hour: int, opens: Sequence[Span] | None, taken: Sequence[Taken]) -> Use:
    """Return the use of a room in one hour of a day: 9 is from 09:00 until 10:00.

    What was used of a booking in part were its first minutes.
    """
    within = (hour * HOUR, (hour + 1) * HOUR)
    parts = [part for each in taken if (part := _part(each, within))]
    spans = [(each.starts_minute, each.ends_minute) for each in parts]
    inside = None if opens is None else [cut for span in opens if (cut := _cut(span, within))]
    return _of(inside, spans, parts)


def by_hour(
    days: Iterable[tuple[Sequence[Span] | None, Sequence[Taken]]],
) -> dict[int, Use]:
    """Return the use of rooms and days in each hour of the day, added up.

    Args:
        days: for each room and day when it is open, and what is taken of it.
    """
    opened, booked, used, unmarked = ([0] * HOURS for _ in range(4))
    knows_open = True
    for opens, taken in days:
        knows_open = knows_open and opens is not None
        spans = [(each.starts_minute, each.ends_minute) for each in taken]
        _spread(opened, covered([*(opens or ()), *spans]))
        _spread(booked, spans)
        for each in taken:
            span = (each.starts_minute, each.ends_minute)
            if each.used_minutes is None:
                for hour in range(span[0] // HOUR, (span[1] - 1) // HOUR + 1):
                    unmarked[hour] += 1
            else:
                _spread(used, [(span[0], span[0] + each.used_minutes)])
    return {
        hour: Use(
            opened[hour] if knows_open else None,
            booked[hour],
            None if unmarked[hour] else used[hour],
            unmarked[hour],
        )
        for hour in range(HOURS)
    }


def _spread(buckets: list[int], spans: Iterable[Span]) -> None:
    """Add each span's minutes to the hours they fall in."""
    for starts, ends in spans:
        for hour in range(starts // HOUR, (ends - 1) // HOUR + 1):
            buckets[hour] += min(ends, (hour + 1) * HOUR) - max(starts, hour * HOUR)


def covered(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the time that spans cover, from the earliest on, those that touch made one."""
    found: list[Span] = []
    for starts, ends in sorted(spans):
        if found and starts <= found[-1][1]:
            found[-1] = (found[-1][0], max(ends, found[-1][1]))
        else:
            found.append((starts, ends))
    return tuple(found)


def free(opens: Iterable[Span], booked: Iterable[Span]) -> tuple[Span, ...]:
    """Return when a room is open and not booked."""
    taken = covered(booked)
    found: list[Span] = []
    for starts, ends in covered(opens):
        edges = [starts]
        for begins, stops in taken:
            if begins < ends and stops > starts:
                edges += [max(begins, starts), min(stops, ends)]
        edges.append(ends)
        found += [(a, b) for a, b in list(pairwise(edges))[::2] if a < b]
    return tuple(found)


def minutes(spans: Iterable[Span]) -> int:
    """Return how long spans are together."""
    return sum(ends - starts for starts, ends in spans)


def _of(opens: Sequence[Span] | None, spans: Sequence[Span], taken: Sequence[Taken]) -> Use:
    unmarked = sum(each.used_minutes is None for each in taken)
    used = sum(each.used_minutes or 0 for each in taken)
    opened = None if opens is None else minutes(covered([*opens, *spans]))
    return Use(opened, minutes(spans), None if unmarked else used, unmarked)


def _part(taken: Taken, within: Span) -> Taken | None:
    cut = _cut((taken.starts_minute, taken.ends_minute), within)
    if cut is None:
        return None
    used = taken.used_minutes
    if used is not None:
        used = max(0, min(taken.starts_minute + used, cut[1]) - cut[0])
    return Taken(*cut, used)


def _cut(span: Span, within: Span) -> Span | None:
    starts, ends = max(span[0], within[0]), min(span[1], within[1])
    return (starts, ends) if starts < ends else None
