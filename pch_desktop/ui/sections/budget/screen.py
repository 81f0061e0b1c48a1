"""The shadow budget: lines, months, forecasts, charts, how it is built, set-up and entries."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from pch_desktop.domain.budget_phases import printed
from pch_desktop.reports.budget_outlook import risk_at
from pch_desktop.reports.signs import KEY
from pch_desktop.store import budget
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.page import Page
from pch_desktop.ui.section import Screen
from pch_desktop.ui.sections.budget import figures, places
from pch_desktop.ui.sections.budget.behind import Behind, Leading
from pch_desktop.ui.sections.budget.capitation import capitation_views
from pch_desktop.ui.sections.budget.charts import ChartsView
from pch_desktop.ui.sections.budget.close import CloseView
from pch_desktop.ui.sections.budget.entries import EntriesView
from pch_desktop.ui.sections.budget.entry_asks import accrued_words
from pch_desktop.ui.sections.budget.explained import BudgetExplains
from pch_desktop.ui.sections.budget.figures import READS, View
from pch_desktop.ui.sections.budget.forecast_leaves import forecast_leaves, show_risk
from pch_desktop.ui.sections.budget.lines import LinesView
from pch_desktop.ui.sections.budget.months import MonthsView
from pch_desktop.ui.sections.budget.registers import registers, show_placed
from pch_desktop.ui.sections.budget.setup import SetupView
from pch_desktop.ui.sections.budget.share import share_leaves
from pch_desktop.ui.sections.budget.strip import Ways
from pch_desktop.ui.sections.budget.version_views import version_views

LINES, MONTHS, FORECAST = "Lines", "By month", "Forecast"
CHARTS, CAPITATION, SHARE = "Charts", "Capitation", "Share"
REGISTERS, SETUP, ENTRIES = "Registers", "Set-up", "Entries"
VERSIONS, CLOSE = "Versions", "Close"
WRITTEN = frozenset({"commentary", "reason"})
"""What is written beside the table."""
Shown = TypeVar("Shown", bound=View)


class BudgetScreen(Page):
    """The page; the file is read once for all its views, and only the one in sight shows it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Shadow budget")
        self._desk = desk
        self._views: dict[str, View] = {}
        self._stale: set[str] = set()
        self.figures = figures.read(desk)
        ways = self._ways()
        self._explains = BudgetExplains(desk, lambda: self.figures.rows)
        builds: dict[str, Callable[[], View]] = {
            LINES: lambda: self._led(LINES, self._explained(LinesView(desk, ways))),
            MONTHS: lambda: self._led(MONTHS, self._explained(MonthsView(desk, ways))),
            FORECAST: lambda: forecast_leaves(
                desk, self._leading(FORECAST), self._explains.of_forecasts
            ),
            CHARTS: lambda: ChartsView(desk),
            CAPITATION: lambda: capitation_views(desk, ways),
            SHARE: lambda: share_leaves(desk),
            REGISTERS: lambda: registers(desk),
            VERSIONS: lambda: version_views(desk, ways),
            CLOSE: lambda: CloseView(desk, ways),
            SETUP: lambda: SetupView(desk),
            ENTRIES: lambda: EntriesView(desk),
        }
        for title, build in builds.items():
            self.add_tab(title, self._built(title, build))
        self.tabs.currentChanged.connect(self._catch_up)
        desk.listen(READS, self.read, self)
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        view = self._views.get(LINES)
        if isinstance(view, LinesView):
            view.fit(self.width())

    def read(self) -> None:
        """Read the file again and show it."""
        self.figures = figures.read(self._desk)
        self._say()
        self._stale = set(self._views)
        self._catch_up()

    def show_record(self, record_id: int) -> None:
        """Select a budget line; a number below nought is a risk or a register's record."""
        if risk_at(record_id) is not None:
            show_risk(self.shown(FORECAST), risk_at(record_id) or 0)
            return
        if record_id < 0:
            show_placed(self.shown(REGISTERS), record_id)
            return
        self._show_line(record_id, "")

    def show_place(self, view: str, record_id: int | None) -> None:
        """Bring a view into sight by its title, and select a line in it."""
        tab, _, leaf = view.partition("/")
        places.go(self.shown(tab), leaf, record_id)

    def show_column(self, column: str) -> bool:
        """Go to where a commentary or a reason of the chosen line is written."""
        view = self.shown(LINES) if column in WRITTEN else None
        if isinstance(view, LinesView):
            view.side.write(column)
        return view is not None

    def shown(self, title: str) -> View:
        """Return a view by its title, brought into sight."""
        self.show_tab(title)
        return self._views[title]

    def _say(self) -> None:
        """Say which budget it is, that it is notional while it is, and how signs are read."""
        self.set_context(self.figures.context)
        mark = printed(self.figures.phase)
        self.set_aside(f"{mark}.  {KEY}" if mark else KEY)

    def _built(self, title: str, build: Callable[[], View]) -> Callable[[], QWidget]:
        def built() -> QWidget:
            view = self._views[title] = build()
            view.show_figures(self.figures)
            return view.sheet

        return built

    def _led(self, title: str, view: Shown) -> Shown:
        """Return a view whose figures lead to the entries behind them."""
        self._leading(title).join(*view.sheet.findChildren(Grid))
        return view

    def _explained(self, view: Shown) -> Shown:
        """Return a view whose figures tell how they came about."""
        if isinstance(view, LinesView):
            view.grid.explains = self._explains.of_lines
        if isinstance(view, MonthsView):
            view.actuals.explains = self._explains.of_actuals
            view.budgets.explains = self._explains.of_budgets
        return view

    def _leading(self, title: str) -> Leading:
        return Leading(self._desk, title, self._show_behind, self.shown)

    def _catch_up(self, *_at: int) -> None:
        title = self.tabs.tabText(self.tabs.currentIndex())
        if title in self._stale:
            self._stale.discard(title)
            self._views[title].show_figures(self.figures)

    def _ways(self) -> Ways:
        return Ways(
            show_line=self._show_line,
            show_months=self._show_months,
            show_month_budgets=self._show_month_budgets,
            show_entries=self._show_entries,
            write=self._write,
            show_late=self._show_late,
            show_setup=lambda: self.show_tab(SETUP),
            show_registers=lambda: self.show_tab(REGISTERS),
            accrue_missing=self._accrue_missing,
        )

    def _show_line(self, line_id: int, column: str) -> None:
        view = self.shown(LINES)
        if isinstance(view, LinesView):
            view.show_line(line_id, column)

    def _write(self, line_id: int, field: str) -> None:
        view = self.shown(LINES)
        if isinstance(view, LinesView):
            view.show_line(line_id)
            view.side.write(field)

    def _months(self) -> MonthsView | None:
        view = self.shown(MONTHS)
        return view if isinstance(view, MonthsView) else None

    def _show_months(self) -> None:
        late = [row.id for row in self.figures.rows if row.month_actual is None]
        first = late or [row.id for row in self.figures.rows]
        self._show_late(first[0] if first else 0)

    def _show_late(self, line_id: int) -> None:
        view = self._months()
        if view is not None:
            view.show_actuals()
            view.show_month(line_id, self._desk.month)

    def _show_month_budgets(self, line_id: int) -> None:
        view = self._months()
        if view is not None:
            view.show_budgets()
            view.show_month(line_id, self._desk.month)

    def _show_entries(self, line_id: int) -> None:
        view = self.shown(ENTRIES)
        if isinstance(view, EntriesView):
            view.show_line(line_id)

    def _show_behind(self, behind: Behind) -> None:
        view = self.shown(ENTRIES)
        if isinstance(view, EntriesView):
            view.show_behind(behind)

    def _accrue_missing(self) -> None:
        month = self._desk.month
        label = f"Accrue what is missing for {month.words}"
        done = self._desk.edit(label, budget.accrue_missing, month)
        if done is not None:
            self._desk.say(accrued_words(done.result, month))


SCREEN = Screen(BudgetScreen)
