"""How many of each kind of staff a scenario takes, beside the team of the day."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from pch_desktop.reports import workforce_demand
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.reports.workforce_demand import DEMAND, NOTHING_REAL, Worked
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.parts import label
from pch_desktop.ui.room import Stage, at_least, scrolling
from pch_desktop.ui.sections.workforce.demand_charts import demand_chart
from pch_desktop.ui.sections.workforce.demand_chosen import READS, Chosen, ScenarioVerb, empty
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_parts import hide_at_first, plain_grid, switch
from pch_desktop.ui.tiles import Figure, Tiles

KEY = "workforce demand"
NARROWEST = 178
TABLE_LEAST, CHART_LEAST = 236, 330
"""Where there is less room, as with large letters, the page scrolls."""
TILES = ("Segments", "Segments", "Kinds of staff", "Vacancies")
"""Where each tile leads."""


class DemandView(Sheet):
    """Tiles and a sentence over the table by kind of staff, or over the same as a chart."""

    def __init__(self, desk: Desk, chosen: Chosen) -> None:
        self._desk, self._chosen = desk, chosen
        self.grid = plain_grid(desk, DEMAND, "Demand by kind of staff", KEY, "kind of staff")
        self.chart = ChartView(desk, KEY)
        self.finding = label("", "strong", wrap=True)
        self.finding.setAccessibleName("Finding: demand")
        self.tiles = Tiles(desk, narrowest=NARROWEST)
        for view in TILES:
            self.tiles.add(partial(desk.visit, "workforce", view))
        self._stage = Stage()
        for part in (self.grid, self.chart):
            self._stage.addWidget(part)
        self.sources = label("", "secondary", wrap=True)
        self.sources.setAccessibleName("Sources")
        super().__init__(desk, scrolling(self._laid_out(), self.grid))
        hide_at_first(desk, self.grid, KEY, "weeks", "facing", "funded_wte", "wte_pence")
        self._empty = empty(chosen)
        self._verb = ScenarioVerb(chosen, self.toolbar)
        self._as_chart: QPushButton = switch(self.toolbar, "As a chart", "chart", self.show_chart)
        self._as_chart.setToolTip("The same as bars, and back")
        self.toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        desk.listen(READS, self.read, self, chosen.moved)
        self.read()

    def read(self) -> None:
        """Show the scenario chosen beside the team of the day."""
        told = self._chosen.read()
        self.show_empty(self._empty, is_empty=told is None)
        self._verb.tell()
        if told is None:
            self.grid.model.show(())
            return
        self.finding.setText(workforce_demand.finding(told))
        self.grid.view.setAccessibleDescription(self.finding.text())
        self.grid.model.show(told.kinds)
        found = "; ".join(workforce_demand.sources(told))
        self.sources.setText(f"Sources: {found or 'none told yet'}. {NOTHING_REAL}")
        self.chart.show_chart(demand_chart(told, self._chosen.at.day))
        for tile, figure in zip(self.tiles.tiles, figures(told), strict=True):
            tile.show_figure(figure)
        day = written(self._chosen.at.day, Kind.DATE)
        self.toolbar.set_aside(f"In post and funded at {day}")

    def show_chart(self, is_on: bool) -> None:
        """Show the bars, or the table again."""
        self._stage.setCurrentWidget(self.chart if is_on else self.grid)
        least = CHART_LEAST if is_on else TABLE_LEAST
        self._stage.setMinimumHeight(self._desk.theme.px(least))

    def _laid_out(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        at_least(self._stage, self._desk.theme.px(TABLE_LEAST))
        column.addWidget(self.finding)
        column.addWidget(self.tiles)
        column.addWidget(self._stage, 1)
        column.addWidget(self.sources)
        return whole


def figures(told: Worked) -> tuple[Figure, ...]:
    """Return the headline figures of a scenario."""
    people = written(told.people, Kind.COUNT)
    in_post = f"{written(told.in_post_wte, Kind.WTE) or 'not known'} in post"
    if told.planned_wte:
        in_post += f", {written(told.planned_wte, Kind.WTE)} planned"
    cost = written(told.gap_pence, Kind.MONEY)
    return (
        Figure("Contacts a year", written(told.contacts, Kind.COUNT),
               note=f"of {people} people" if people else ""),
        Figure("Contacts a person", written(told.contacts_a_person, Kind.WTE), "a year",
               note="all ages together"),
        Figure("Required", written(told.required_wte, Kind.WTE), "WTE", note=in_post),
        Figure("Short", written(told.short_wte, Kind.WTE), "WTE",
               note=f"{cost} a year to fill" if cost else "cost not known: choose pay points"),
    )  # fmt: skip
