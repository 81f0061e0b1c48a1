"""The views of waits, demand and their charts, by their titles."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.services.access_charts import CapacityChart, WaitsChart
from pch_desktop.ui.sections.services.by_hour import ByHourView
from pch_desktop.ui.sections.services.clearing import ClearingView
from pch_desktop.ui.sections.services.hours_chart import HoursChart
from pch_desktop.ui.sections.services.lead_time import LeadTimeView
from pch_desktop.ui.sections.services.national import NationalView
from pch_desktop.ui.sections.services.targets_chart import TargetsChart
from pch_desktop.ui.sections.services.waits import DivertedView, WaitsView

Views = Mapping[str, Callable[[], QWidget]]


def wait_views(desk: Desk) -> Views:
    """Return what makes each view of waits, by its title, in their order."""
    return {
        "Waits": lambda: WaitsView(desk),
        "Instead of hospital": lambda: DivertedView(desk),
    }


def demand_views(desk: Desk) -> Views:
    """Return what makes each view of demand, by its title, in their order."""
    return {
        "By hour": lambda: ByHourView(desk),
        "Weeks to clear": lambda: ClearingView(desk),
        "Lead time": lambda: LeadTimeView(desk),
        "National figures": lambda: NationalView(desk),
    }


def access_charts(desk: Desk) -> Views:
    """Return what makes each chart of waits and demand, by its title, in their order."""
    return {
        "Hours": lambda: HoursChart(desk),
        "Waits": lambda: WaitsChart(desk),
        "Capacity and demand": lambda: CapacityChart(desk),
        "Targets met": lambda: TargetsChart(desk),
    }
