"""The views of the tab Practices, by their titles."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.services.practices import ComparedView
from pch_desktop.ui.sections.services.praise import PraiseView
from pch_desktop.ui.sections.services.ratings import RatingsView


def practice_views(desk: Desk) -> Mapping[str, Callable[[], QWidget]]:
    """Return what makes each view of practices, by its title, in their order."""
    return {
        "Compared": lambda: ComparedView(desk),
        "Incidents and praise": lambda: PraiseView(desk),
        "Ratings": lambda: RatingsView(desk),
    }
