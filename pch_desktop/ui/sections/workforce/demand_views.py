"""The views of demand, by their titles, all on the scenario that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.workforce.demand import DemandView
from pch_desktop.ui.sections.workforce.demand_charts import DemandChartView, ScenariosChartView
from pch_desktop.ui.sections.workforce.demand_chosen import Chosen
from pch_desktop.ui.sections.workforce.demand_compare import CompareView
from pch_desktop.ui.sections.workforce.demand_segments import SegmentsView
from pch_desktop.ui.sections.workforce.demand_shift import ShiftView
from pch_desktop.ui.sections.workforce.demand_staff import StaffView

Views = Mapping[str, Callable[[], QWidget]]


def demand_views(desk: Desk, chosen: Chosen) -> Views:
    """Return what makes each view of the tab Demand."""
    return {
        "Demand": lambda: DemandView(desk, chosen),
        "Segments": lambda: SegmentsView(desk, chosen),
        "Kinds of staff": lambda: StaffView(desk, chosen),
        "Shift": lambda: ShiftView(desk, chosen),
        "Compare": lambda: CompareView(desk, chosen),
    }


def demand_charts(desk: Desk, chosen: Chosen) -> Views:
    """Return what makes each chart of demand."""
    return {
        "Demand and supply": lambda: DemandChartView(desk, chosen),
        "Scenarios": lambda: ScenariosChartView(desk, chosen),
    }
