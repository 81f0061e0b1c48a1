"""Reading and changing the estates: sites, rooms and when they are used."""

from pch_desktop.store.estates.booking_edits import (
    Booked,
    Place,
    Slot,
    Terms,
    add_booking,
    book,
    change_bookings,
    remove_bookings,
)
from pch_desktop.store.estates.booking_row import BookingRow
from pch_desktop.store.estates.booking_series import (
    Reach,
    cancel,
    change_series,
    mark_used,
    reached,
    repeat_booking,
)
from pch_desktop.store.estates.bookings import (
    booked_days,
    bookings,
    bookings_of,
    series,
    service_names,
)
from pch_desktop.store.estates.free import FreeRow, Wanted, free_rooms
from pch_desktop.store.estates.marks import left_over, unmarked
from pch_desktop.store.estates.premises import (
    OptionRow,
    ProjectRow,
    premises_options,
    project_names,
    projects,
)
from pch_desktop.store.estates.premises_edits import (
    add_option,
    add_project,
    remove_options,
    remove_projects,
    set_option,
    set_project,
)
from pch_desktop.store.estates.room_names import room_named
from pch_desktop.store.estates.rooms import RoomRow, add_room, remove_rooms, rooms, set_room
from pch_desktop.store.estates.site_hours import Hours, hours_on, set_site_hours, site_hours
from pch_desktop.store.estates.sites import SiteRow, add_site, set_site, sites
from pch_desktop.store.estates.systems import (
    SystemRow,
    add_system,
    enter_system,
    remove_systems,
    set_system,
    set_use,
    systems,
)
from pch_desktop.store.estates.taken import SpellRow, TakenRow, spells, taken
from pch_desktop.store.estates.unit_days import UnitDayRow, add_unit_day, set_unit_day, unit_days
from pch_desktop.store.estates.unit_edits import add_unit, remove_units, set_unit
from pch_desktop.store.estates.units import PeakRow, UnitRow, peaks, units

__all__ = [
    "Booked",
    "BookingRow",
    "FreeRow",
    "Hours",
    "OptionRow",
    "PeakRow",
    "Place",
    "ProjectRow",
    "Reach",
    "RoomRow",
    "SiteRow",
    "Slot",
    "SpellRow",
    "SystemRow",
    "TakenRow",
    "Terms",
    "UnitDayRow",
    "UnitRow",
    "Wanted",
    "add_booking",
    "add_option",
    "add_project",
    "add_room",
    "add_site",
    "add_system",
    "add_unit",
    "add_unit_day",
    "book",
    "booked_days",
    "bookings",
    "bookings_of",
    "cancel",
    "change_bookings",
    "change_series",
    "enter_system",
    "free_rooms",
    "hours_on",
    "left_over",
    "mark_used",
    "peaks",
    "premises_options",
    "project_names",
    "projects",
    "reached",
    "remove_bookings",
    "remove_options",
    "remove_projects",
    "remove_rooms",
    "remove_systems",
    "remove_units",
    "repeat_booking",
    "room_named",
    "rooms",
    "series",
    "service_names",
    "set_option",
    "set_project",
    "set_room",
    "set_site",
    "set_site_hours",
    "set_system",
    "set_unit",
    "set_unit_day",
    "set_use",
    "site_hours",
    "sites",
    "spells",
    "systems",
    "taken",
    "unit_days",
    "units",
    "unmarked",
]
