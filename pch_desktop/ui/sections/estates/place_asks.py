"""What a change of a site or a room is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pch_desktop.domain import opening
from pch_desktop.domain.estates import Owner, RoomKind, Tenure
from pch_desktop.reports.service_hours import DAYS
from pch_desktop.reports.table import Value
from pch_desktop.store import estates, population
from pch_desktop.store.estates import RoomRow, SiteRow
from pch_desktop.ui.asking import (
    Ask,
    Meaning,
    as_typed,
    changing,
    deletion,
    described,
    named,
    needed,
    truth,
    word,
)
from pch_desktop.ui.change import Change

SITE: Mapping[str, tuple[str, str, Meaning]] = {
    "name": ("name", "name", as_typed),
    "owner": ("owner", "owner", word(Owner)),
    "tenure": ("tenure", "tenure", word(Tenure)),
    "lease_ends_on": ("lease_ends_on", "end of lease", as_typed),
    "is_hub": ("is_hub", "hub", truth),
    "practice": ("practice", "practice", as_typed),
    "postcode": ("postcode", "postcode", as_typed),
    "note": ("note", "note", as_typed),
}
"""By column: the field, what undo calls it, and how a value is meant."""
ROOM: Mapping[str, tuple[str, str, Meaning]] = {
    "site": ("site", "site", as_typed),
    "name": ("name", "name", as_typed),
    "kind": ("kind", "kind", word(RoomKind)),
    "square_metres": ("square_metres", "size", as_typed),
    "features": ("features", "features", as_typed),
    "hourly": ("hourly_pence", "rate", as_typed),
    "is_bookable": ("is_bookable", "booking", truth),
    "note": ("note", "note", as_typed),
}


def of_site(key: str) -> Ask:
    """Return the change of one of a site's fields."""
    return changing(estates.set_site, named)(*SITE[key])


def hours(weekday: int) -> Ask:
    """Return the change of a site's hours of a weekday, Monday being 1."""

    def change(row: SiteRow, value: Value) -> Change:
        spans = opening.spans(str(value or ""))
        label = f"Change {DAYS[weekday - 1]} hours of {row.name}"
        return Change(label, estates.set_site_hours, (row.id, weekday, spans), row.name)

    return change


def site_cells() -> Mapping[str, Ask]:
    """Return what may be typed of a site, by column."""
    days = {f"day_{at}": hours(at) for at in range(1, len(DAYS) + 1)}
    return {**{key: of_site(key) for key in SITE}, **days}


def adding_site(values: Mapping[str, Value]) -> Change:
    """Return the new site that was typed.

    Raises:
        Refusal: it has no name yet.
    """
    name = needed(values, "name", "Enter the site's name first.")
    return Change(f"Add {name}", estates.add_site, (name, described(values, SITE, "name")), name)


def removing_sites(rows: Sequence[SiteRow]) -> Change:
    """Return the deletion of sites with their rooms."""
    return deletion(rows, rows[0].name, "site", population.remove_sites)


def of_room(key: str) -> Ask:
    """Return the change of one of a room's fields."""
    return changing(estates.set_room, lambda row: row.title)(*ROOM[key])


def adding_room(values: Mapping[str, Value]) -> Change:
    """Return the new room that was typed.

    Raises:
        Refusal: the site or the name is not told yet.
    """
    site = needed(values, "site", "Choose the site first, then enter the room's name.")
    name = needed(values, "name", "Enter the room's name too.")
    args = (site, name, described(values, ROOM, "site", "name"))
    return Change(f"Add {name}", estates.add_room, args, name)


def removing_rooms(rows: Sequence[RoomRow]) -> Change:
    """Return the deletion of rooms with their bookings."""
    return deletion(rows, rows[0].title, "room", estates.remove_rooms)
