"""The views of governance, maturity, the flow and the directory, by their titles."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.partners.charges import ChargesView
from pch_desktop.ui.sections.partners.delivers import DeliversView
from pch_desktop.ui.sections.partners.directory import DirectoryView
from pch_desktop.ui.sections.partners.forums import ForumsView
from pch_desktop.ui.sections.partners.maturity import MaturityView
from pch_desktop.ui.sections.partners.vote_trial import TrialView
from pch_desktop.ui.sections.partners.votes import VotesView

Builds = Mapping[str, Callable[[], QWidget]]


def governance_views(desk: Desk) -> Builds:
    """Return what makes each view of governance, in their order."""
    return {
        "Who is in charge": lambda: ChargesView(desk),
        "Forums": lambda: ForumsView(desk),
        "Votes": lambda: VotesView(desk),
        "Try a vote": lambda: TrialView(desk),
    }


def maturity_views(desk: Desk) -> Builds:
    """Return what makes the view of maturity."""
    return {"Maturity": lambda: MaturityView(desk)}


def flow_views(desk: Desk) -> Builds:
    """Return what makes the view of who delivers what."""
    return {"Who delivers what": lambda: DeliversView(desk)}


def directory_views(desk: Desk) -> Builds:
    """Return what makes the directory."""
    return {"Directory": lambda: DirectoryView(desk)}
