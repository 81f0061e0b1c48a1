"""The page of the locality's own settings: what it is, its rates, what was brought in."""

from __future__ import annotations

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.page import Page
from pch_desktop.ui.settings.brought import BroughtView
from pch_desktop.ui.settings.facts import FactsView
from pch_desktop.ui.settings.logo import LogoView
from pch_desktop.ui.settings.rates import RatesView

HELP = "settings"


class SettingsPage(Page):
    """Quiet facts, changed seldom; each change is a step of the history."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("This locality")
        self.setProperty("help", HELP)
        self.set_context("Every change here is kept at once and can be undone.")
        self.add_tab("Locality", lambda: FactsView(desk))
        self.add_tab("Rates", lambda: RatesView(desk))
        self.add_tab("Logo", lambda: LogoView(desk))
        self.add_tab("Files brought in", lambda: BroughtView(desk))
