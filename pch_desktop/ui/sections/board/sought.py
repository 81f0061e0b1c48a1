"""What of the board can be searched for."""

from pch_desktop.ui.records import records_of, views_of
from pch_desktop.ui.section import Sought

TABS = {
    "Pack": ("What changed", "Work since", "Issued", "Words", "Ratings"),
    "Meetings": ("Meetings", "Agenda", "Papers", "Attendance", "Interests", "Minutes"),
    "Actions": ("Actions", "Decisions"),
    "Risks": ("Risks", "Heat map", "Mitigations", "Issues"),
    "Initiatives": ("Initiatives", "Milestones", "Over time", "Measures"),
    "Patient voice": ("Patient voice",),
}
"""The views of each tab; a tab without any is one itself."""
SOUGHT = Sought(records_of("board"), views_of(TABS))
