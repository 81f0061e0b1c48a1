"""The population: who it is, how it has changed, what it needs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.reports.population import finding
from pch_desktop.reports.words import shown
from pch_desktop.store import locality, population
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.page import Page
from pch_desktop.ui.section import Hit, Screen
from pch_desktop.ui.sections.population.charts import AgesView, ListsView, NeedView
from pch_desktop.ui.sections.population.practices import PracticesView
from pch_desktop.ui.sections.population.scope import Scope
from pch_desktop.ui.sections.population.tables import GroupsView, SitesView, TransfersView

if TYPE_CHECKING:
    from pch_desktop.store.locality_file import LocalityFile

PRACTICES = "Practices"
READS = frozenset({"practice", "list_snapshot", "weighted_population"})
MOST_HITS = 8


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


def search(file: LocalityFile, text: str) -> Sequence[Hit]:
    """Return the practices whose words hold the text, those named by it first."""
    wanted = text.casefold().split()
    if not wanted:
        return ()
    month = file.read(locality.latest_month) or Month.of(date.max.replace(year=2999))
    found: list[tuple[bool, Hit]] = []
    for row in file.read(population.practices, month):
        facts = (row.name, row.code, row.postcode, row.operator, row.groups)
        words = " ".join(filter(None, facts)).casefold()
        if all(word in words for word in wanted):
            is_named = wanted[0] in f"{row.name} {row.code}".casefold()
            detail = f"Practice, {row.code}, {shown(row.status.value).lower()}"
            found.append((not is_named, Hit(row.name, detail, row.id)))
    return [hit for _, hit in sorted(found, key=lambda each: (each[0], each[1].title))][:MOST_HITS]


def build(desk: Desk) -> PopulationScreen:
    """Return the screen."""
    return PopulationScreen(desk)


SCREEN = Screen(build, search)
