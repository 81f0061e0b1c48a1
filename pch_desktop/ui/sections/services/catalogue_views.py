"""The views of the catalogue, of what moved from hospital and of care homes, by their titles."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.services.care_homes import AssetsView, CareHomesView
from pch_desktop.ui.sections.services.freed import FreedView
from pch_desktop.ui.sections.services.moved import MovedServicesView
from pch_desktop.ui.sections.services.needs import NeedsView
from pch_desktop.ui.sections.services.safety import SafetyView
from pch_desktop.ui.sections.services.targets import TargetsView

Builds = Mapping[str, Callable[[], QWidget]]


def list_views(desk: Desk) -> Builds:
    """Return what makes the views beside the list: needs and targets."""
    return {"Needs": lambda: NeedsView(desk), "Targets": lambda: TargetsView(desk)}


def hospital_views(desk: Desk) -> Builds:
    """Return what makes the views of services moved from hospital."""
    return {
        "Moved services": lambda: MovedServicesView(desk),
        "Safety": lambda: SafetyView(desk),
        "GP appointments freed": lambda: FreedView(desk),
    }


def home_views(desk: Desk) -> Builds:
    """Return what makes the views of care homes and community assets."""
    return {"Care homes": lambda: CareHomesView(desk),
            "Community assets": lambda: AssetsView(desk)}  # fmt: skip
