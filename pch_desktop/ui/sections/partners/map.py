"""Who delivers what for whom, and the partners by sector."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from pch_desktop.charts import partners as charts
from pch_desktop.charts.full_chart import FullChart, fitting
from pch_desktop.charts.partners_pictures import SOURCE
from pch_desktop.reports.partner_map import (
    LINKS,
    SECTORS,
    links_subtitle,
    map_alt_text,
    map_finding,
    sectors,
    sectors_alt_text,
    sectors_finding,
)
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.room import roomy
from pch_desktop.ui.sections.partners.figures import Figures
from pch_desktop.ui.sheet import Sheet

LEAST, WIDE = 330, 860
"""Pixels at 100 percent below which the names on the map would lie on each other."""

PURPOSE = (
    "The map shows which partner delivers which service for whom. Add the partners, then name "
    "who leads and delivers each service."
)


class MapView(Sheet):
    """The map of partners, services and people, or the partners by sector."""

    def __init__(self, desk: Desk, begin: Callable[[], object]) -> None:
        self._figures: Figures | None = None
        self._is_sectors = False
        self.chart = ChartView(desk, "partner map")
        super().__init__(desk, roomy(desk, self.chart, LEAST, WIDE))
        add = self.toolbar.add
        self._map = add("Who delivers what", "partners", partial(self.show_sectors, False))
        self._sectors = add("By sector", "chart", partial(self.show_sectors, True))
        for verb in (self._map, self._sectors):
            verb.setCheckable(True)
        self._nothing = EmptyState(desk, "partners", PURPOSE, ("Add the first partner", begin))
        self.show_sectors(False)

    def show_figures(self, figures: Figures) -> None:
        """Draw the chart that is chosen."""
        self._figures = figures
        self.show_empty(self._nothing, is_empty=not figures.rows)
        self.chart.show_chart(self._by_sector(figures) if self._is_sectors else self._of(figures))

    def show_sectors(self, is_sectors: bool) -> None:
        """Draw the partners by sector, or the map."""
        self._is_sectors = is_sectors
        self._map.setChecked(not is_sectors)
        self._sectors.setChecked(is_sectors)
        if self._figures is not None:
            self.show_figures(self._figures)

    def _of(self, figures: Figures) -> FullChart:
        rows = figures.links
        return FullChart(
            map_finding(rows),
            links_subtitle(figures.place, figures.month),
            fitting(map_alt_text(rows)),
            LINKS,
            rows,
            make=lambda is_dark: charts.partner_map(rows, is_dark=is_dark),
            source=SOURCE,
        )

    def _by_sector(self, figures: Figures) -> FullChart:
        rows = sectors(figures.rows)
        return FullChart(
            sectors_finding(rows),
            f"Partners by sector and whether they have signed, {figures.place}, "
            f"end of {figures.month.words}.",
            fitting(sectors_alt_text(rows)),
            SECTORS,
            rows,
            make=lambda is_dark: charts.by_sector(rows, is_dark=is_dark),
            source="Source: the partners and how far each has signed.",
        )
