"""The population: who it is, how it has changed, what it needs."""

from __future__ import annotations

from pch_desktop.reports.population import finding
from pch_desktop.store import population
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.page import Page
from pch_desktop.ui.section import Screen
from pch_desktop.ui.sections.population.charts import AgesView, ListsView, NeedView
from pch_desktop.ui.sections.population.practices import PracticesView
from pch_desktop.ui.sections.population.scope import Scope
from pch_desktop.ui.sections.population.tables import GroupsView, SitesView, TransfersView

PRACTICES = "Practices"
READS = frozenset({"practice", "list_snapshot", "weighted_population"})


class PopulationScreen(Page):
    """The population's page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Population")
        self.desk = desk
        self.scope = Scope(desk, self)
        self.add_tab(PRACTICES, lambda: PracticesView(desk, self.scope))
        self.add_tab("Age and sex", lambda: AgesView(desk, self.scope))
        self.add_tab("Lists over time", lambda: ListsView(desk, self.scope))
        self.add_tab("Need", lambda: NeedView(desk, self.scope))
        self.add_tab("Groups", lambda: GroupsView(desk))
        self.add_tab("Sites", lambda: SitesView(desk))
        self.add_tab("List transfers", lambda: TransfersView(desk))
        self.set_aside("A blank is not known, never nought")
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Say how many people there are, and whether that is usual."""
        self.set_context(finding(self.desk.file.read(population.practices, self.desk.month)))

    def show_record(self, record_id: int) -> None:
        """Go to a practice."""
        view = self.view(PRACTICES)
        if isinstance(view, PracticesView):
            view.show_record(record_id)


def build(desk: Desk) -> PopulationScreen:
    """Return the screen."""
    return PopulationScreen(desk)


SCREEN = Screen(build)
