"""The page of the board."""

from __future__ import annotations

from collections.abc import Mapping

from pch_desktop.reports.board_risk_words import finding
from pch_desktop.store import board
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.page import Page, Views
from pch_desktop.ui.section import Screen
from pch_desktop.ui.sections.board.cycle_views import cycle_views
from pch_desktop.ui.sections.board.pack_views import pack_views
from pch_desktop.ui.sections.board.register_views import initiative_views, risk_views

READS = frozenset({"risk", "risk_score", "setting"})


class BoardScreen(Page):
    """The board: packs, meetings, actions, risks, initiatives, the patient's voice."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Board")
        self._desk = desk
        for title, views in self._tabs().items():
            self.add_views(title, views)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Say in the line of context how the risks stand."""
        rows = self._desk.file.read(board.risks, self._desk.month.last)
        self.set_context(finding(rows).rstrip("."))

    def _tabs(self) -> Mapping[str, Views]:
        """Return the views of each tab: new ones are added here, each to its tab.

        In this order: Pack, Meetings, Actions, Risks, Initiatives, Patient voice.
        """
        desk = self._desk
        cycle = cycle_views(desk)
        return {
            "Pack": pack_views(desk),
            "Meetings": cycle["Meetings"],
            "Actions": cycle["Actions"],
            "Risks": risk_views(desk),
            "Initiatives": initiative_views(desk),
            "Patient voice": cycle["Patient voice"],
        }


SCREEN = Screen(BoardScreen)
