"""Whether chance alone would have paid out: the past months and every twelve in a row."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pch_desktop.charts import budget_share as charts
from pch_desktop.charts.full_chart import FullChart, fitting
from pch_desktop.domain.luck import Window
from pch_desktop.domain.sharing import Terms
from pch_desktop.reports import budget_luck as report
from pch_desktop.reports.budget_luck import Luck
from pch_desktop.reports.budget_share_words import CAUTION
from pch_desktop.store.budget import sharing
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.parts import label
from pch_desktop.ui.room import at_least, scrolling
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel

CHART_HEIGHT, TABLE_HEIGHT = 240, 145


class LuckView:
    """The months with the limits of chance, and under them what the scheme would have paid."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._model: TableModel[Window] = TableModel(report.WINDOWS, noun="run")
        self.chart = ChartView(desk, key="share luck chart")
        self.grid = Grid(desk, self._model, "Twelve months in a row", key="share luck")
        self._notes = label("", "small", wrap=True)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.chart, 4)
        column.addWidget(self.grid, 3)
        column.addWidget(self._notes)
        at_least(self.chart, desk.theme.px(CHART_HEIGHT))
        at_least(self.grid, desk.theme.px(TABLE_HEIGHT))
        self.sheet = Sheet(desk, scrolling(whole, self.grid))
        self.sheet.toolbar.hide()

    def show_figures(self, figures: Figures) -> None:
        """Show what the months up to the one at hand say."""
        agreed = self._desk.file.read(sharing.scheme, figures.month.financial_year)
        terms = Terms() if agreed is None else agreed.terms
        found = report.luck(self._desk.file, figures.month, terms)
        self._model.show(found.windows)
        self.chart.show_chart(luck_chart(found, figures))
        self._notes.setText(" ".join((*report.luck_notes(found), CAUTION)))


def luck_chart(found: Luck, figures: Figures) -> FullChart:
    """Return the chart of the months' net cost with the limits of chance."""
    return FullChart(
        report.luck_finding(found).rstrip("."),
        f"Net cost of the lines in the share by month, £000. {figures.place}.",
        fitting(report.luck_words(found)),
        report.COSTS,
        found.months,
        partial(charts.luck_figure, found.months, found.limits),
        "Source: actuals by month. Limits: mean ± 2.66 × mean moving range.",
    )
