"""What of the services can be searched for."""

from pch_desktop.ui.records import records_of, views_of
from pch_desktop.ui.section import Sought

TABS = {
    "List": ("List", "Weekly pattern", "Needs", "Targets"),
    "Months": (
        "Month",
        "Year",
        "By place",
        "Load between practices",
        "Beds",
        "Calls",
        "What is late",
    ),
    "Waits": ("Waits", "Instead of hospital"),
    "Demand": ("By hour", "Weeks to clear", "Lead time", "National figures"),
    "From hospital": ("Moved services", "Safety", "GP appointments freed"),
    "Social prescribing": ("Months", "Counts"),
    "Care homes": ("Care homes", "Community assets"),
    "Practices": ("Compared", "Incidents and praise", "Ratings"),
    "Charts": ("Activity", "Hours", "Waits", "Capacity and demand", "Targets met"),
}
"""The views of each tab; a tab without any is one itself."""
VIEWS = views_of(TABS)
SOUGHT = Sought(records_of("services"), VIEWS)
