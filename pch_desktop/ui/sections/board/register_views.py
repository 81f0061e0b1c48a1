"""The views of the board's registers, by their titles."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.board.heat_map import HeatMapView
from pch_desktop.ui.sections.board.initiatives import InitiativesView
from pch_desktop.ui.sections.board.issues import IssuesView
from pch_desktop.ui.sections.board.measures import MeasuresView
from pch_desktop.ui.sections.board.milestones import MilestonesView
from pch_desktop.ui.sections.board.mitigations import MitigationsView
from pch_desktop.ui.sections.board.over_time import OverTimeView
from pch_desktop.ui.sections.board.risks import RisksView

Builds = Mapping[str, Callable[[], QWidget]]


def risk_views(desk: Desk) -> Builds:
    """Return what makes each view of the risks and of what is escalated, in their order."""
    return {
        "Risks": lambda: RisksView(desk),
        "Heat map": lambda: HeatMapView(desk),
        "Mitigations": lambda: MitigationsView(desk),
        "Issues": lambda: IssuesView(desk),
    }


def initiative_views(desk: Desk) -> Builds:
    """Return what makes each view of the initiatives, in their order."""
    return {
        "Initiatives": lambda: InitiativesView(desk),
        "Milestones": lambda: MilestonesView(desk),
        "Over time": lambda: OverTimeView(desk),
        "Measures": lambda: MeasuresView(desk),
    }
