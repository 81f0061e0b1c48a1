"""The views of waits, demand and their charts, by their titles."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.services.waits import DivertedView, WaitsView

Views = Mapping[str, Callable[[], QWidget]]


def wait_views(desk: Desk) -> Views:
    """Return what makes each view of waits, by its title, in their order."""
    return {
        "Waits": lambda: WaitsView(desk),
        "Instead of hospital": lambda: DivertedView(desk),
    }
