"""The views of the tab Bookings, by their titles."""

from __future__ import annotations

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.page import Views
from pch_desktop.ui.sections.estates.bookings import BookingsView
from pch_desktop.ui.sections.estates.days import DayAtHand
from pch_desktop.ui.sections.estates.free import FreeView
from pch_desktop.ui.sections.estates.marks import MarksView


def booking_views(desk: Desk, at: DayAtHand) -> Views:
    """Return what makes each view of bookings, by its title, in their order."""
    return {
        "Bookings": lambda: BookingsView(desk, at),
        "Free rooms": lambda: FreeView(desk, at),
        "What was used": lambda: MarksView(desk),
    }
