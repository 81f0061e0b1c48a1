"""The charts of the population, each with its table behind a switch."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from pch_desktop.charts import population as drawn
from pch_desktop.charts.full_chart import FullChart, fitting
from pch_desktop.charts.population_pictures import ages_chart
from pch_desktop.reports import ages, lists
from pch_desktop.reports.population import NEED, NeedRow, need_finding, need_rows
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural, written
from pch_desktop.store import locality, population
from pch_desktop.ui.chart_facts import Pyramid
from pch_desktop.ui.chart_over_table import ChartOverTable
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.mini_charts import ChartCard
from pch_desktop.ui.parts import scrolled
from pch_desktop.ui.sections.population import practice_bars
from pch_desktop.ui.sections.population.scope import Scope
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel

LISTED = frozenset({"practice", "practice_group", "group_member", "list_snapshot"})
BOARD = ("board_index", "board")


class AgesView(Sheet):
    """The pyramid, and beside it which practices have the oldest and the largest lists."""

    def __init__(self, desk: Desk, scope: Scope) -> None:
        self._desk, self._scope = desk, scope
        self.chart = ChartView(desk, "population ages")
        self.old, self.sizes = ChartCard(desk), ChartCard(desk)
        cards = QWidget()
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for card in (self.old, self.sizes):
            column.addWidget(card, 1)
        super().__init__(desk, _beside(desk, self.chart, scrolled(cards), (660, 400)))
        scope.add_to(self.toolbar, self)
        scope.changed.connect(self.read)
        desk.listen(LISTED, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the people by age of the lists that serve the month."""
        practices = self._scope.practices()
        chosen = [row.id for row in practices] if self._scope.group else None
        day, bands = self._desk.file.read(population.bands, self._desk.month, chosen)
        rows = ages.age_rows(bands)
        when = f", lists of {written(day, Kind.DATE)}" if day else ""
        men, women = tuple(float(row.men) for row in rows), tuple(float(row.women) for row in rows)
        self.chart.show_chart(
            ages_chart(rows, f"{self._scope.name}{when}"),
            Pyramid(tuple(row.words for row in rows), men, women),
        )
        practice_bars.show_old(self.old, practices, practice_bars.MOST)
        practice_bars.show_sizes(self.sizes, practices, practice_bars.MOST)


class ListsView(Sheet):
    """The lists over time, list transfers shown apart from growth."""

    def __init__(self, desk: Desk, scope: Scope) -> None:
        self._desk, self._scope = desk, scope
        self.chart = ChartView(desk, "population lists")
        model: TableModel[lists.ListDayRow] = TableModel(lists.LIST_DAYS, noun="day")
        self.grid = Grid(desk, model, "Lists over time", key="population list days")
        both = QSplitter(Qt.Orientation.Vertical)
        both.setHandleWidth(8)
        both.setChildrenCollapsible(False)
        both.addWidget(self.chart)
        both.addWidget(self.grid)
        both.setSizes([330, 220])
        both.setFocusProxy(self.chart)
        super().__init__(desk, both)
        scope.add_to(self.toolbar, self)
        scope.changed.connect(self.read)
        desk.listen(LISTED | {"list_transfer"}, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the days up to the month's end."""
        file, month = self._desk.file, self._desk.month
        rows = lists.list_days(
            file.read(population.list_totals),
            self._scope.practices(),
            file.read(population.transfers),
            month.last,
        )
        finding = lists.finding(rows)
        self.chart.show_chart(
            FullChart(
                finding,
                f"People on the lists. {self._scope.name}, to {written(month.last, Kind.DATE)}.",
                fitting(drawn.lists_in_words(finding, rows)),
                lists.LIST_DAYS,
                rows,
                lambda is_dark: drawn.over_time(rows, is_dark=is_dark),
                "Source: practices' list counts. A step is a list transfer, not growth.",
            )
        )
        self.grid.model.show(rows)
        self.toolbar.set_aside(plural(len(rows), "day"))


class NeedView(Sheet):
    """Need against England and against the board, each named."""

    def __init__(self, desk: Desk, scope: Scope) -> None:
        self._desk, self._scope = desk, scope
        self.chart = ChartView(desk, "population need")
        model: TableModel[NeedRow] = TableModel(NEED, noun="weighting")
        self.grid = Grid(desk, model, "Need", key="population need")
        both = ChartOverTable(desk, self.chart, self.grid, (300, 250))
        super().__init__(desk, both)
        scope.add_to(self.toolbar, self)
        both.add_switch(self.toolbar)
        scope.changed.connect(self.read)
        desk.listen(LISTED | {"weighted_population", "control_total"}, self.read, self)
        self.read()

    def read(self) -> None:
        """Show all years in the table, the latest one in the chart."""
        file = self._desk.file
        chosen = {row.id for row in self._scope.practices()}
        weights = [row for row in file.read(population.weights) if row.practice_id in chosen]
        rows = need_rows(weights, file.read(locality.control_totals))
        latest = [row for row in rows if row.year == rows[0].year]
        finding = need_finding(latest)
        year = f", {latest[0].year}" if latest else ""
        self.chart.show_chart(
            FullChart(
                finding,
                f"Weighted people for each registered one. {self._scope.name}{year}.",
                fitting(drawn.need_in_words(finding, latest)),
                NEED,
                latest,
                lambda is_dark: drawn.need_bars(latest, is_dark=is_dark),
                "Source: weighted lists as entered, with their year.",
            )
        )
        self.grid.model.show(rows)
        has_board = any(row.board for row in rows)
        for key in BOARD:
            self.grid.view.setColumnHidden(self.grid.model.column_at(key), not has_board)


def _beside(desk: Desk, left: QWidget, right: QWidget, sizes: tuple[int, int]) -> QSplitter:
    both = QSplitter()
    both.setHandleWidth(12)
    both.setChildrenCollapsible(False)
    both.addWidget(left)
    both.addWidget(right)
    both.setSizes([desk.theme.px(size) for size in sizes])
    both.setFocusProxy(left)
    return both
