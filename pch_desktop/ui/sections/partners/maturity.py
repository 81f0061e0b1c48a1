"""Maturity: the scores by domain and day, and a line for each; never a total."""

from __future__ import annotations

from collections.abc import Mapping

from pch_desktop.charts import partners_maturity as charts
from pch_desktop.charts.full_chart import FullChart, fitting
from pch_desktop.reports import partners_maturity as report
from pch_desktop.reports import partners_maturity_words as words
from pch_desktop.reports.table import Value
from pch_desktop.store import locality, partners
from pch_desktop.store.partners import MaturityRow
from pch_desktop.ui.change import Change
from pch_desktop.ui.chart_over_table import ChartOverTable
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.partners import vote_asks as asks
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel

KEY = "partner maturity"
READS = frozenset({"maturity", "locality"})
PURPOSE = (
    "Score how far the locality has come in each of five domains, 0 foundation to 3, and what "
    "shows it. The scores are never added up. Add the first score."
)
SIZES = (300, 200)


class MaturityView(Sheet):
    """The lines above, the scores below, where they are typed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[MaturityRow] = Edits(
            desk, {key: asks.of_score(key) for key in asks.SCORE}, self._add, asks.removing_scores
        )
        self._model = TableModel(report.SCORES, edits, noun="score")
        self.grid = Grid(desk, self._model, "Scores of maturity", key=KEY)
        self.chart = ChartView(desk, "partner maturity lines")
        self.both = ChartOverTable(desk, self.chart, self.grid, SIZES)
        super().__init__(desk, self.both)
        self.toolbar.add("Filter", "filter", self.grid.open_filter, "Filter the scores (Ctrl+F)")
        added = self.toolbar.add("Add score", "plus", self.begin, "A new line at the end (Ctrl++)")
        added.setEnabled(not desk.is_read_only)
        self.both.add_switch(self.toolbar)
        self._empty = EmptyState(desk, "chart", PURPOSE, ("Add the first score", self.begin))
        self._is_begun = False
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the scores up to the end of the month at hand."""
        read, month = self._desk.file.read, self._desk.month
        rows = read(partners.maturity, month.last)
        self._model.show(rows)
        self.show_empty(self._empty, is_empty=not rows and not self._is_begun)
        self.toolbar.set_aside(report.NOTE if rows else "")
        found = report.domains(rows)
        place = read(locality.locality).name
        self.chart.show_chart(
            FullChart(
                words.finding(rows),
                f"Score by domain, 0 foundation to 3, {place}, up to {month.words}. No total.",
                fitting(words.alt_text(rows)),
                report.DOMAINS,
                found,
                make=lambda is_dark: charts.by_domain(found, is_dark=is_dark),
                source="Source: scores the partners gave together, each with its evidence.",
            )
        )

    def begin(self) -> None:
        """Go to the empty line, where a new score is typed."""
        self._is_begun = True
        self.show_empty(self._empty, is_empty=False)
        self.grid.add()

    def show_record(self, record_id: int) -> None:
        """Select a score."""
        self.grid.select_record(record_id)

    def _add(self, values: Mapping[str, Value]) -> Change:
        return asks.adding_score(self._desk.month.last)(values)
