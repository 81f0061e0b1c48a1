"""Reading and changing the estates: sites, rooms and when they are used."""

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
from pch_desktop.store.estates.rooms import RoomRow, add_room, remove_rooms, rooms, set_room
from pch_desktop.store.estates.sites import (
    Hours,
    SiteRow,
    add_site,
    set_site,
    set_site_hours,
    site_hours,
    sites,
)
from pch_desktop.store.estates.unit_edits import add_unit, remove_units, set_unit
from pch_desktop.store.estates.units import PeakRow, UnitRow, peaks, units

__all__ = [
    "Hours",
    "OptionRow",
    "PeakRow",
    "ProjectRow",
    "RoomRow",
    "SiteRow",
    "UnitRow",
    "add_option",
    "add_project",
    "add_room",
    "add_site",
    "add_unit",
    "peaks",
    "premises_options",
    "project_names",
    "projects",
    "remove_options",
    "remove_projects",
    "remove_rooms",
    "remove_units",
    "rooms",
    "set_option",
    "set_project",
    "set_room",
    "set_site",
    "set_site_hours",
    "set_unit",
    "site_hours",
    "sites",
    "units",
]
