"""What of the partners can be searched for."""

from pch_desktop.ui.records import records_of, views_of
from pch_desktop.ui.section import Sought

TABS = {
    "List": ("List", "Contacts", "Legal vehicles"),
    "Engagement": ("Engagement",),
    "Agreements": ("Agreements", "What ends", "Who is covered", "Flows of records"),
    "Governance": ("Who is in charge", "Forums", "Votes", "Try a vote"),
    "Maturity": ("Maturity",),
    "Map": ("Map", "Who delivers what"),
    "Directory": ("Directory",),
}
"""The views of each tab; a tab without any is one itself."""
VIEWS = views_of(TABS)
SOUGHT = Sought(records_of("partners"), VIEWS)
