"""What of the workforce can be searched for."""

from pch_desktop.ui.records import records_of, views_of
from pch_desktop.ui.section import Sought

TABS = {
    "Posts": ("Posts", "Against the budget"),
    "People": ("People", "Who holds what", "Starters and leavers", "Staff records"),
    "Vacancies": ("Vacancies", "Recruitment"),
    "Measures": ("Measures", "Sickness", "Additional roles", "Offer"),
    "Skills": (
        "Gaps",
        "Who can do what",
        "Competencies",
        "Services need",
        "Training",
        "Placements",
        "Supervision",
    ),
    "Demand": ("Demand", "Segments", "Kinds of staff", "Shift", "Compare"),
    "Teams": ("Teams", "Who is in which", "What roles improve"),
    "Charts": (
        "Over time",
        "Skill mix",
        "Age profile",
        "Starters and leavers",
        "Competency gaps",
        "Demand and supply",
        "Scenarios",
    ),
    "Reference": ("Roles", "Pay", "On-costs"),
    "Counts": ("Network census", "Practice staff", "Beside ours"),
}
"""The views of each tab; a tab without any is one itself."""
VIEWS = views_of(TABS)
SOUGHT = Sought(records_of("workforce"), VIEWS)
