"""A made-up community hospital: 21 partners, 50 services, 30 rooms, three years of bookings."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from pch_desktop.domain.estates import RoomKind
from pch_desktop.domain.partners import PartnerKind, Sector
from pch_desktop.domain.services import Category
from pch_desktop.models.estates import Room, SiteOpening
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Site
from pch_desktop.models.services import Service
from pch_desktop.store.locality_file import LocalityFile
from tests.localities import holder, noon

PARTNERS, SERVICES, ROOMS, SITES = 21, 50, 30, 2
FIRST, DAYS, A_DAY = date(2014, 4, 1), 1_096, 4
"""Each room is taken so often on each day, weekends among them."""
HOURS = (8 * 60, 20 * 60)
BOOKINGS = """
    WITH RECURSIVE
        days(number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM days WHERE number < :last),
        hours(turn) AS (SELECT 0 UNION ALL SELECT turn + 1 FROM hours WHERE turn < :turns)
    INSERT INTO booking
        (room_id, partner_id, service_id, day, starts_minute, ends_minute, status, used)
    SELECT room.id,
        1 + (room.id * 7 + number + turn) % :partners,
        1 + (room.id * 11 + number + turn * 5) % :services,
        date(:first, '+' || number || ' days'),
        480 + turn * 150,
        480 + turn * 150 + 90 + (room.id + turn) % 3 * 30,
        CASE (room.id + number + turn) % 17 WHEN 0 THEN 'cancelled' ELSE 'confirmed' END,
        CASE (room.id + number + turn) % 17
            WHEN 0 THEN NULL WHEN 1 THEN 'not used' ELSE 'used' END
    FROM room, days, hours
    WHERE (room.id * 7 + number * 3 + turn * 5) % 32 < 25
"""


def room_file(path: Path) -> int:
    """Make the hospital's file; return how many bookings it has."""
    file = LocalityFile.create(path, holder(), noon)
    try:
        file.edit("Hospital", _hospital)
        return file.edit("Bookings", _bookings)
    finally:
        file.close()


def _hospital(session: Session) -> None:
    session.add_all(
        Partner(id=at, name=f"Organisation {at}", short_name=f"Org {at}",
                kind=PartnerKind.CHARITY, sector=Sector.VOLUNTARY)
        for at in range(1, PARTNERS + 1)
    )  # fmt: skip
    session.add_all(
        Service(id=at, code=f"S{at:02d}", name=f"Service {at}", category=Category.PLANNED)
        for at in range(1, SERVICES + 1)
    )
    session.add_all(Site(id=at, name=f"House {at}") for at in range(1, SITES + 1))
    session.flush()
    opens, closes = HOURS
    session.execute(insert(SiteOpening), [
        {"site_id": site, "weekday": day, "opens_minute": opens, "closes_minute": closes}
        for site in range(1, SITES + 1) for day in range(1, 8)
    ])  # fmt: skip
    kinds = list(RoomKind)
    session.add_all(
        Room(id=at, site_id=1 if at <= ROOMS - 5 else 2, name=f"Room {at}",
             kind=kinds[at % len(kinds)], features="couch, sink", hourly_pence=1_450)
        for at in range(1, ROOMS + 1)
    )  # fmt: skip


def _bookings(session: Session) -> int:
    told = {"last": DAYS - 1, "turns": A_DAY - 1, "first": FIRST.isoformat()}
    session.execute(text(BOOKINGS), {**told, "partners": PARTNERS, "services": SERVICES})
    return session.scalar(text("SELECT count(*) FROM booking")) or 0


def mondays(count: int) -> list[date]:
    """Return Mondays spread over the three years."""
    monday = FIRST + timedelta(days=-FIRST.weekday() % 7)
    return [monday + timedelta(weeks=at * 17 % 150) for at in range(count)]
