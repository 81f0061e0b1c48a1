"""The charts of the shadow budget at full size."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPushButton

from pch_desktop.charts import budget as charts
from pch_desktop.charts import budget_pictures as drawn
from pch_desktop.charts.full_chart import FullChart, fitting
from pch_desktop.reports import budget_bridge, budget_path, budget_run_rate
from pch_desktop.reports.budget_years import year_change
from pch_desktop.reports.budget_years_table import CHANGE
from pch_desktop.reports.budget_years_words import change_finding, change_reasons, change_steps
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.parts import relook
from pch_desktop.ui.room import roomy
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sections.budget.share_who import gain_chart
from pch_desktop.ui.sheet import Sheet

LEAST = 330
"""Where there is less room, as with large letters, the page scrolls."""
Draw = Callable[[Figures], FullChart]


class ChartsView:
    """One chart at a time: variance so far, run rate, bridge to the outturn, or from last year."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._figures: Figures | None = None
        self.chart = ChartView(desk, key="budget charts")
        self.sheet = Sheet(desk, roomy(desk, self.chart, LEAST))
        self._choices: dict[Draw, QPushButton] = {}
        self._draw: Draw = path_chart
        since = partial(years_chart, desk)
        for words, icon, hint, draw in (
            ("Variance so far", "chart", "How far from budget, month by month", path_chart),
            ("Run rate", "chart", "What each month costs, and may still cost", run_rate_chart),
            ("Budget to outturn", "budget", "What makes the year over or under", bridge_chart),
            ("Gain share", "partners", "Who would get what of a gain or loss", self._gain),
            ("From last year", "table", "What each line is more or less than last year", since),
        ):
            made = self.sheet.toolbar.add(words, icon, partial(self.choose, draw), hint)
            made.setCheckable(True)
            self._choices[draw] = made

    def show_figures(self, figures: Figures) -> None:
        """Show the chart that was chosen."""
        self._figures = figures
        self.choose(self._draw)

    def choose(self, draw: Draw) -> None:
        """Show another chart."""
        self._draw = draw
        for each, made in self._choices.items():
            made.setChecked(each == draw)
            relook(made, "look", "strong" if each == draw else "")
        if self._figures is not None:
            self.chart.show_chart(draw(self._figures))

    def _gain(self, figures: Figures) -> FullChart:
        return gain_chart(self._desk, figures)


def path_chart(figures: Figures) -> FullChart:
    """Return the chart of the variance so far with its forecast."""
    rows = budget_path.cumulative_variance(figures.lines, figures.month)
    return drawn.path_chart(rows, _place(figures))


def run_rate_chart(figures: Figures) -> FullChart:
    """Return the chart of each month against its budget, with what the months left may cost."""
    rows = budget_path.cumulative_variance(figures.lines, figures.month)
    return drawn.run_rate_chart(budget_run_rate.run_rate(rows), _place(figures))


def bridge_chart(figures: Figures) -> FullChart:
    """Return the chart of the steps from budget to outturn."""
    return drawn.bridge_chart(budget_bridge.bridge(figures.rows), _place(figures))


def years_chart(desk: Desk, figures: Figures) -> FullChart:
    """Return the chart of the steps from last year's budget to this year's."""
    found = year_change(desk.file, figures.month)
    steps, said = change_steps(found), change_finding(found)
    why = change_reasons(found) if found else ""
    subtitle = f"Last year's budget to this year's, £000. {_place(figures)} Up costs more. {why}"
    words = budget_bridge.bridge_words(steps)
    alt = f"Steps from last year's budget to this year's. {said} {words}"
    return FullChart(
        said.rstrip("."),
        subtitle.rstrip(),
        fitting(alt),
        CHANGE,
        found.rows if found else [],
        partial(charts.bridge_figure, steps),
        f"{drawn.SOURCE} Lines are matched with those of the year before.",
    )


def _place(figures: Figures) -> str:
    return drawn.place_words(figures.place, figures.month, figures.year)
