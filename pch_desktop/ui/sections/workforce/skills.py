"""The views of the tab Skills, by their titles."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.placements import PlacementsView
from pch_desktop.ui.sections.workforce.skill_gaps import GapsView
from pch_desktop.ui.sections.workforce.skill_lists import CompetenciesView, ServiceNeedsView
from pch_desktop.ui.sections.workforce.supervision import SupervisionView
from pch_desktop.ui.sections.workforce.training import TrainingView
from pch_desktop.ui.sections.workforce.who_can import WhoCanView


def skill_views(desk: Desk, at: AsAt) -> Mapping[str, Callable[[], QWidget]]:
    """Return what makes each view of skills, by its title, in their order."""
    return {
        "Gaps": lambda: GapsView(desk, at),
        "Who can do what": lambda: WhoCanView(desk, at),
        "Competencies": lambda: CompetenciesView(desk),
        "Services need": lambda: ServiceNeedsView(desk, at),
        "Training": lambda: TrainingView(desk, at),
        "Placements": lambda: PlacementsView(desk, at),
        "Supervision": lambda: SupervisionView(desk, at),
    }
