"""A small hub to test bookings on: a site of two rooms, and two partners."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy.orm import Session

from pch_desktop.domain.estates import Used
from pch_desktop.domain.partners import PartnerKind, Sector
from pch_desktop.store import estates, partners
from pch_desktop.store.estates import Place, Slot, Terms

MONDAY = date(2016, 10, 3)
OPENS, CLOSES = 480, 1080


def two_rooms(session: Session) -> None:
    """Add a site open from 8 to 18 on weekdays, two rooms at £14.50 an hour, two partners."""
    site = estates.add_site(session, "Weir House", {})
    for weekday in range(1, 6):
        estates.set_site_hours(session, site, weekday, [(OPENS, CLOSES)])
    for name in ("Room 1", "Room 2"):
        estates.add_room(session, "Weir House", name, {"hourly_pence": 1450})
    for name in ("Vale Trust", "Elders"):
        partners.add_partner(session, name, PartnerKind.CHARITY, Sector.VOLUNTARY)


def take(session: Session, when: Slot, partner: str = "Vale Trust", room: int = 1) -> int:
    """Book one of the rooms, by its number; return the booking's id."""
    return estates.book(session, Place(room), when, Terms({"partner": partner})).ids[0]


def published_month(session: Session) -> None:
    """Add the four weeks of the published example to one room: February 2017.

    The one room is open 50 hours a week; 128 hours are booked, 109 used.
    """
    site = estates.add_site(session, "Weir House", {})
    for weekday in range(1, 6):
        estates.set_site_hours(session, site, weekday, [(OPENS, CLOSES)])
    estates.add_room(session, "Weir House", "Room 1", {"hourly_pence": 1450})
    partners.add_partner(session, "Vale Trust", PartnerKind.CHARITY, Sector.VOLUNTARY)
    weekdays = [date(2017, 2, 1) + timedelta(days=at) for at in range(28)]
    days = [day for day in weekdays if day.weekday() < 5][:16]
    ids = [take(session, Slot(day, 540, 540 + 8 * 60)) for day in days]
    estates.mark_used(session, ids[:13], Used.YES)
    estates.mark_used(session, ids[13:14], Used.PART, 5 * 60)
    estates.mark_used(session, ids[14:], Used.NO)
