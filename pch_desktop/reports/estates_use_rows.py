"""How the rooms were used in a month: by room, by partner, by hour, and what it brought in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pch_desktop.domain.estates_use import Taken, Use, added, by_hour, of_day
from pch_desktop.domain.opening import Span
from pch_desktop.domain.period import Month
from pch_desktop.reports.estates_use import HourRow
from pch_desktop.store import estates
from pch_desktop.store.estates import RoomRow, SpellRow, hours_on

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

NOBODY = "No partner named"


@dataclass(frozen=True, slots=True)
class RoomUseRow:
    """How one room was used, and what it brought in."""

    id: int
    room: RoomRow
    use: Use
    charge_pence: int | None
    """None where a booking has neither a rate nor a charge."""


@dataclass(frozen=True, slots=True)
class PartnerUseRow:
    """How one partner used the rooms it booked, and what it is charged."""

    id: int
    partner: str
    bookings: int
    use: Use
    """Its open hours are nobody's, and so not known."""
    charge_pence: int | None


@dataclass(frozen=True, slots=True)
class ChargeRow:
    """What one partner is charged for rooms: in a month, and from April to its end."""

    id: int
    partner: str
    bookings: int
    minutes: int
    month_pence: int | None
    year_minutes: int
    year_pence: int | None


Day = tuple[Sequence[Span] | None, Sequence[Taken]]
"""When a room is open on a day, and what is taken of it."""


def by_room(file: Reads, month: Month) -> list[RoomUseRow]:
    """Return the use of each bookable room in a month, and of those booked all the same."""
    rooms = _days(file, month)
    alike: dict[int, list[SpellRow]] = defaultdict(list)
    for spell in file.read(estates.spells, *_span(month)):
        alike[spell.room_id].append(spell)
    return [
        RoomUseRow(room.id, room, added(of_day(*day) for day in days), charged(alike[room.id]))
        for room, days in rooms
    ]


def by_hours(file: Reads, month: Month) -> list[HourRow]:
    """Return the use of the rooms in each hour of the day in which any is open or booked."""
    found = by_hour(day for _, days in _days(file, month) for day in days)
    return [
        HourRow(hour, use)
        for hour, use in sorted(found.items())
        if use.open_minutes or use.booked_minutes
    ]


def by_partner(file: Reads, month: Month) -> list[PartnerUseRow]:
    """Return what each partner booked, used and is charged, the most hours on top."""
    found = [
        PartnerUseRow(key, _name(spells), _count(spells), told(spells), charged(spells))
        for key, spells in _of_partners(file.read(estates.spells, *_span(month))).items()
    ]
    return sorted(found, key=lambda row: (-row.use.booked_minutes, row.partner))


def charges(file: Reads, month: Month) -> list[ChargeRow]:
    """Return what each partner is charged in a month and in its year so far, the most on top."""
    first = month.financial_year.first
    of_month = _of_partners(file.read(estates.spells, *_span(month)))
    of_year = _of_partners(file.read(estates.spells, first, month.last))
    found: list[ChargeRow] = []
    for key, spells in of_year.items():
        here = of_month.get(key, [])
        minutes, year_minutes = told(here).booked_minutes, told(spells).booked_minutes
        pence, year_pence = charged(here), charged(spells)
        found.append(ChargeRow(key, _name(spells), _count(here), minutes, pence,
                               year_minutes, year_pence))  # fmt: skip
    return sorted(found, key=lambda row: (-(row.year_pence or 0), row.partner))


def told(spells: Iterable[SpellRow]) -> Use:
    """Return the hours of bookings, without any that are open."""
    return added(
        Use(None, spell.booked_minutes, spell.used_minutes, spell.unmarked) for spell in spells
    )


def charged(spells: Iterable[SpellRow]) -> int | None:
    """Return what bookings are charged together; None where one of them is not known."""
    pence = [spell.charge_pence for spell in spells]
    known = [each for each in pence if each is not None]
    return sum(known) if len(known) == len(pence) else None


def _name(spells: Sequence[SpellRow]) -> str:
    return spells[0].partner or NOBODY


def _count(spells: Iterable[SpellRow]) -> int:
    return sum(spell.count for spell in spells if not spell.is_cancelled)


def _span(month: Month) -> tuple[date, date]:
    return month.first, month.last


def _of_partners(spells: Iterable[SpellRow]) -> dict[int, list[SpellRow]]:
    found: dict[int, list[SpellRow]] = defaultdict(list)
    for spell in spells:
        found[spell.partner_id or 0].append(spell)
    return found


def _days(file: Reads, month: Month) -> list[tuple[RoomRow, list[Day]]]:
    hours = file.read(estates.site_hours)
    taken: dict[int, dict[int, list[Taken]]] = defaultdict(lambda: defaultdict(list))
    for row in file.read(estates.taken, *_span(month)):
        taken[row.room_id][row.day.day].append(row.taken)
    days = [month.first + timedelta(days=number) for number in range(month.days)]
    opens = {key: [hours_on(told, day) for day in days] for key, told in hours.items()}
    unknown: list[tuple[Span, ...] | None] = [None] * month.days
    return [
        (room, [(open_on, taken[room.id].get(day.day, ()))
                for day, open_on in zip(days, opens.get(room.site_id, unknown), strict=True)])
        for room in file.read(estates.rooms)
        if room.is_bookable or room.id in taken
    ]  # fmt: skip
