"""What of the estates can be searched for."""

from pch_desktop.ui.records import records_of, views_of
from pch_desktop.ui.section import Sought

TABS = {
    "Week": ("Week",),
    "Bookings": ("Bookings", "Free rooms", "What was used"),
    "Rooms": ("Sites", "Rooms"),
    "Use": ("By room", "By partner", "By hour", "Charges"),
    "Mobile units": ("Units", "Days", "Against the peak"),
    "Premises": ("Projects", "Build, hire or extend"),
    "Systems": ("Systems",),
}
"""The views of each tab; a tab without any is one itself."""
VIEWS = views_of(TABS)
SOUGHT = Sought(records_of("estates"), VIEWS)
