"""Reading and changing the estates: sites, rooms and when they are used."""

from pch_desktop.store.estates.rooms import (
    RoomRow,
    add_room,
    remove_rooms,
    rooms,
    set_room,
)
from pch_desktop.store.estates.sites import (
    Hours,
    SiteRow,
    add_site,
    set_site,
    set_site_hours,
    site_hours,
    sites,
)

__all__ = [
    "Hours",
    "RoomRow",
    "SiteRow",
    "add_room",
    "add_site",
    "remove_rooms",
    "rooms",
    "set_room",
    "set_site",
    "set_site_hours",
    "site_hours",
    "sites",
]
