"""The charts of demand: what a scenario takes beside the team, and scenarios side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pch_desktop.charts import workforce_demand as charts
from pch_desktop.charts.full_chart import FullChart, fitting
from pch_desktop.reports import workforce_demand, workforce_scenarios
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.reports.workforce_demand import DEMAND, Worked
from pch_desktop.reports.workforce_demand_pack import alt_text
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.room import Roomy, roomy, scrolling
from pch_desktop.ui.sections.workforce.demand_chosen import READS, Chosen, ScenarioVerb, empty
from pch_desktop.ui.sheet import Sheet

LEAST, LEAST_COMPARED = 330, 440
"""Where there is less room, as with large letters, the page scrolls."""
BAR, BETWEEN, AROUND = 15, 10, 150
"""What a bar with its number, the gap between kinds of staff, and all else takes up."""
MEASURE = "37.5 hours a week = 1.0 WTE. In post leaves out cover and volunteers."


class DemandChartView(Sheet):
    """What the scenario chosen takes, beside those in post and funded."""

    def __init__(self, desk: Desk, chosen: Chosen) -> None:
        self._chosen = chosen
        self.chart = ChartView(desk, "workforce demand and supply")
        super().__init__(desk, roomy(desk, self.chart, LEAST))
        self._empty = empty(chosen)
        self._verb = ScenarioVerb(chosen, self.toolbar)
        desk.listen(READS, self.read, self, chosen.moved)
        self.read()

    def read(self) -> None:
        """Show the scenario chosen beside the team of the day."""
        told = self._chosen.read()
        self.show_empty(self._empty, is_empty=told is None)
        self._verb.tell()
        if told is not None:
            self.chart.show_chart(demand_chart(told, self._chosen.at.day))


class ScenariosChartView(Sheet):
    """What each kind of staff takes under each scenario."""

    def __init__(self, desk: Desk, chosen: Chosen) -> None:
        self._chosen = chosen
        self.chart = ChartView(desk, "workforce scenarios")
        self._room = Roomy(desk, self.chart, LEAST_COMPARED)
        super().__init__(desk, scrolling(self._room, self.chart))
        self.toolbar.hide()
        self._empty = empty(chosen)
        desk.listen(READS, self.read, self, chosen.moved)
        self.read()

    def read(self) -> None:
        """Show the scenarios side by side."""
        self._chosen.read()
        told = self._chosen.told
        self.show_empty(self._empty, is_empty=not told)
        if told:
            self._room.need(compared_height(told))
            self.chart.show_chart(scenarios_chart(told))


def compared_height(told: Sequence[Worked]) -> int:
    """Return the height scenarios need side by side, every bar's number clear of the next."""
    bars = len(told[: charts.MOST_SCENARIOS])
    kinds = len(workforce_scenarios.by_kind_rows(told)[: charts.MOST_KINDS])
    return max(LEAST_COMPARED, AROUND + kinds * (bars * BAR + BETWEEN))


def demand_chart(told: Worked, on: date) -> FullChart:
    """Return the bars of what is required beside those in post and funded."""
    day = written(on, Kind.DATE)
    return FullChart(
        finding=workforce_demand.finding(told),
        subtitle=f"{told.name}. WTE by kind of staff, in post and funded at {day}.",
        alt_text=fitting(alt_text(told)),
        columns=DEMAND,
        rows=told.kinds,
        make=lambda is_dark: charts.demand(told.kinds, is_dark=is_dark),
        source=f"Source: the demand model and the posts. {MEASURE}",
    )


def scenarios_chart(told: Sequence[Worked]) -> FullChart:
    """Return the bars of what each kind of staff takes under each scenario."""
    most = charts.MOST_SCENARIOS
    limits = f" The first {most} of {len(told)} scenarios." if len(told) > most else ""
    return FullChart(
        finding=workforce_scenarios.finding(told),
        subtitle=f"Required WTE by kind of staff under each scenario.{limits}",
        alt_text=fitting(workforce_scenarios.alt_text(told)),
        columns=workforce_scenarios.by_kind_columns(told),
        rows=workforce_scenarios.by_kind_rows(told),
        make=lambda is_dark: charts.scenarios(told, is_dark=is_dark),
        source="Source: the demand model, scenario by scenario.",
    )
