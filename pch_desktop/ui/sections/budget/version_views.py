"""Versions, virements and the phase: the views under the tab Versions."""

from __future__ import annotations

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.leaves import Leaves
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sections.budget.phase import PhaseView
from pch_desktop.ui.sections.budget.strip import Ways
from pch_desktop.ui.sections.budget.versions import VersionsView
from pch_desktop.ui.sections.budget.virements import VirementsView


def version_views(desk: Desk, ways: Ways) -> Leaves[Figures]:
    """Return the views: what was approved, what was moved since, how far the money has moved."""
    return Leaves(
        "Versions of the budget",
        {
            "Versions": lambda: VersionsView(desk, ways),
            "Virements": lambda: VirementsView(desk),
            "Phase": lambda: PhaseView(desk),
        },
    )
