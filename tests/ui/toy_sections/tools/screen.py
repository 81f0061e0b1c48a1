"""A page with nothing on it."""

from __future__ import annotations

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.page import Page
from pch_desktop.ui.section import Screen


def build(_desk: Desk) -> Page:
    """Return the page."""
    return Page("Tools")


SCREEN = Screen(build)
