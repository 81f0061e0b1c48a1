"""Which rooms are free on a day, or on every day of a repetition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.estates import BookingStatus, RoomKind
from pch_desktop.domain.estates_bookings import Repetition, days
from pch_desktop.domain.estates_use import free
from pch_desktop.domain.opening import DAY_MINUTES, Span
from pch_desktop.models.estates_bookings import Booking
from pch_desktop.store.estates.rooms import RoomRow, rooms
from pch_desktop.store.estates.site_hours import hours_on, site_hours

ALL_DAY: Span = (0, DAY_MINUTES)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a room is looked for: when, how long, and what must be in it."""

    day: date
    starts_minute: int | None = None
    ends_minute: int | None = None
    minutes: int | None = None
    """How long, where it does not matter from when, or until when."""
    kind: RoomKind | None = None
    features: str = ""
    """Words that must all stand among what is in the room."""
    site_id: int | None = None
    repetition: Repetition | None = None


@dataclass(frozen=True, slots=True)
class FreeRow:
    """A room that is free: what would be booked, and for how long it is free around that."""

    id: int
    room: RoomRow
    starts_minute: int
    ends_minute: int
    free_from_minute: int
    free_until_minute: int
    knows_hours: bool
    """Whether the site's opening hours are known; where not, the whole day is taken as open."""


def free_rooms(session: Session, wanted: Wanted) -> list[FreeRow]:
    """Return the free rooms by site and name, each as often as it is free long enough.

    Over several days a room is free while it is free on every one of them.
    """
    on = days(wanted.day, wanted.repetition).kept if wanted.repetition else (wanted.day,)
    found = [row for row in rooms(session) if _fits(row, wanted)]
    taken = _taken(session, on)
    hours = site_hours(session)
    shut = {
        row.site_id: [span for day in on for span in _shut(hours_on(hours.get(row.site_id), day))]
        for row in found
    }
    return [
        FreeRow(room.id * DAY_MINUTES + span[0], room, *part, *span, room.site_id in hours)
        for room in found
        for span in free([ALL_DAY], [*shut[room.site_id], *taken.get(room.id, ())])
        for part in _part(span, wanted)
    ]


def _fits(room: RoomRow, wanted: Wanted) -> bool:
    has = (room.features or "").casefold()
    return (
        room.is_bookable
        and wanted.site_id in (None, room.site_id)
        and wanted.kind in (None, room.kind)
        and all(word.strip(",;") in has for word in wanted.features.casefold().split())
    )


def _taken(session: Session, on: Sequence[date]) -> Mapping[int, list[Span]]:
    found: dict[int, list[Span]] = defaultdict(list)
    query = select(Booking.room_id, Booking.starts_minute, Booking.ends_minute).where(
        Booking.day.in_(on), Booking.status != BookingStatus.CANCELLED
    )
    for room_id, starts, ends in session.execute(query):
        if room_id is not None:
            found[room_id].append((starts, ends))
    return found


def _shut(opens: Sequence[Span] | None) -> Sequence[Span]:
    return () if opens is None else free([ALL_DAY], opens)


def _part(span: Span, wanted: Wanted) -> Iterator[Span]:
    """Yield what would be booked of a free span, if it is long enough."""
    starts = span[0] if wanted.starts_minute is None else wanted.starts_minute
    if wanted.ends_minute is not None:
        ends = wanted.ends_minute
        if wanted.starts_minute is None and wanted.minutes is not None:
            starts = ends - wanted.minutes
    else:
        ends = span[1] if wanted.minutes is None else starts + wanted.minutes
    if span[0] <= starts < ends <= span[1]:
        yield starts, ends
