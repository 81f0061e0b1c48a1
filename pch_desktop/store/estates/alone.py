"""No room and no unit twice at once: what is refused, and in which words."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session, aliased

from pch_desktop.domain.estates import BookingStatus
from pch_desktop.domain.opening import clock
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.estates import MobileUnit, Room
from pch_desktop.models.estates_bookings import Booking
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Site

PLACES = ("room_id", "unit_id")
AT_ONCE = 500
"""How many ids a query takes."""


def refuse_overlaps(session: Session, booking_ids: Collection[int]) -> None:
    """Refuse what would take a place twice at once; ends that touch and cancelled ones may.

    It looks at the bookings as they now stand in the open edit, whoever made
    them, so that a pasted block or a series is held against itself, too.

    Raises:
        Refusal: it names the place, the day, the time and who has it.
    """
    session.flush()
    ids = sorted(booking_ids)
    for start in range(0, len(ids), AT_ONCE):
        part = ids[start : start + AT_ONCE]
        for same_place in PLACES:
            found = session.execute(_overlap(same_place), {"ids": part}).first()
            if found is not None:
                raise Refusal(_sentence(session, *found))


@lru_cache(maxsize=2)
def _overlap(place: str) -> Select[*tuple[Any, ...]]:
    ours, other = aliased(Booking), aliased(Booking)
    of_ours, of_other = (getattr(each, place) for each in (ours, other))
    return (
        select(ours.id, other.id)
        .join(other, (of_other == of_ours) & (other.day == ours.day))
        .where(
            ours.id.in_(bindparam("ids", expanding=True)),
            other.id != ours.id,
            other.starts_minute < ours.ends_minute,
            other.ends_minute > ours.starts_minute,
            ours.status != BookingStatus.CANCELLED,
            other.status != BookingStatus.CANCELLED,
        )
        .order_by(ours.day, ours.starts_minute)
        .limit(1)
    )


def _sentence(session: Session, ours_id: int, other_id: int) -> str:
    ours, other = session.get_one(Booking, ours_id), session.get_one(Booking, other_id)
    partner = session.get(Partner, other.partner_id) if other.partner_id else None
    day = f"{other.day:%A} {other.day.day} {other.day:%B %Y}"
    times = f"from {clock(other.starts_minute)} to {clock(other.ends_minute)}"
    wanted = f"{clock(ours.starts_minute)} to {clock(ours.ends_minute)}"
    return (
        f"{_place(session, other)} is taken on {day} {times} by "
        f"{partner.name if partner else 'somebody not named'}. "
        f"Enter other hours than {wanted}, or find a free room."
    )


def _place(session: Session, booking: Booking) -> str:
    if booking.room_id is None:
        return session.get_one(MobileUnit, booking.unit_id).name
    room = session.get_one(Room, booking.room_id)
    return f"{room.name}, {session.get_one(Site, room.site_id).name},"
