"""The views of months of activity that read the file by themselves, by their titles."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.services.by_place import ByPlaceView
from pch_desktop.ui.sections.services.late import LateView
from pch_desktop.ui.sections.services.load import LoadView
from pch_desktop.ui.sections.services.return_kinds import BEDS, CALLS
from pch_desktop.ui.sections.services.returns import ReturnsView


def month_views(desk: Desk) -> Mapping[str, Callable[[], QWidget]]:
    """Return what makes each of these views, by its title, in their order."""
    return {
        "By place": lambda: ByPlaceView(desk),
        "Load between practices": lambda: LoadView(desk),
        "Beds": lambda: ReturnsView(desk, BEDS),
        "Calls": lambda: ReturnsView(desk, CALLS),
        "What is late": lambda: LateView(desk),
    }
