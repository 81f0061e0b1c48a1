"""When each service is open, typed as people write it, and the map of the week."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from pch_desktop.charts import services as charts
from pch_desktop.charts.full_chart import FullChart, fitting
from pch_desktop.reports.service_hours import (
    BY_HOUR,
    DAYS,
    WEEK,
    WeekRow,
    hours_alt_text,
    hours_finding,
    open_by_hour,
    weeks,
)
from pch_desktop.reports.services_holiday_rows import holiday_rows
from pch_desktop.reports.services_holidays import HOLIDAYS, day_rows
from pch_desktop.reports.services_holidays import finding as holidays_finding
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.choice_menu import show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.services import asks, more_asks
from pch_desktop.ui.sections.services.figures import Figures
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import plain_grid

PURPOSE = "The week shows when each service is open. Add a service first, then type its hours."
MAP, HOURS = "Map of the week", "Hours"
BANK_HOLIDAYS = "Bank holidays"


class WeekView(Sheet):
    """Services by weekdays, or how many are open hour by hour."""

    def __init__(self, desk: Desk, begin: Callable[[], object]) -> None:
        self._desk = desk
        self._asides = ("", "")
        edits: Edits[WeekRow] = Edits(
            desk,
            {
                **{f"day_{day}": _hours(day) for day in range(1, len(DAYS) + 1)},
                "bank_holidays": more_asks.bank_holidays,
            },
        )
        self._model = TableModel(WEEK, edits, noun="service")
        self.grid = Grid(desk, self._model, "Weekly pattern", key="service week")
        self.chart = ChartView(desk, "service hours")
        self._stage = QStackedWidget()
        self._stage.addWidget(self.grid)
        self._stage.addWidget(self.chart)
        self.holidays = plain_grid(desk, HOLIDAYS, "Bank holidays", "service holidays", "day")
        self._stage.addWidget(self.holidays)
        super().__init__(desk, self._stage)
        self._switch = self.toolbar.add(MAP, "chart", self.turn, "How many are open hour by hour")
        self._filter = self.toolbar.add("Filter", "filter", self.grid.open_filter, "Ctrl+F")
        self._all_day = self.toolbar.add(
            "Same hours all week", "copy", self._repeat, "Give Tuesday to Friday Monday's hours"
        )
        self._all_day.setEnabled(not desk.is_read_only)
        self._days = self.toolbar.add(
            BANK_HOLIDAYS, "table", self.turn_to_holidays, "Who is open on which bank holiday"
        )
        self._nothing = EmptyState(desk, "services", PURPOSE, ("Add a service", begin))
        self.setFocusProxy(self.grid)

    @property
    def is_map(self) -> bool:
        """Whether the map is in sight."""
        return self._stage.currentWidget() is self.chart

    def show_figures(self, figures: Figures) -> None:
        """Show the hours of every service."""
        self.show_empty(self._nothing, is_empty=not figures.rows)
        self._model.show(weeks(figures.rows, figures.hours, figures.month))
        days = open_by_hour(figures.rows, figures.hours)
        rows = holiday_rows(figures.rows, figures.hours, figures.month)
        shut = day_rows(rows, figures.month)
        self.holidays.model.show(shut)
        self._asides = (holidays_finding(shut, figures.month), hours_finding(days))
        self._tell()
        self.chart.show_chart(
            FullChart(
                hours_finding(days),
                f"Services open at some time in each hour, {figures.place}, {figures.month.words}.",
                fitting(hours_alt_text(days)),
                BY_HOUR,
                days,
                make=lambda is_dark: charts.opening(days, is_dark=is_dark),
                source="Source: opening hours of services live or pilot. A dot: none is open.",
            )
        )

    @property
    def is_holidays(self) -> bool:
        """Whether the bank holidays are in sight."""
        return self._stage.currentWidget() is self.holidays

    def turn(self) -> None:
        """Show the map instead of the hours, or the hours again."""
        self._turn_to(self.grid if self.is_map else self.chart)

    def turn_to_holidays(self) -> None:
        """Show the bank holidays instead of the hours, or the hours again."""
        self._turn_to(self.grid if self.is_holidays else self.holidays)

    def _turn_to(self, shown: QWidget) -> None:
        self._stage.setCurrentWidget(shown)
        show_choice(self._switch, HOURS if self.is_map else MAP)
        show_choice(self._days, HOURS if self.is_holidays else BANK_HOLIDAYS)
        is_grid = shown is self.grid
        for verb in (self._filter, self._all_day):
            verb.setEnabled(is_grid and not self._desk.is_read_only)
        self._tell()
        shown.setFocus()

    def _tell(self) -> None:
        """Say what is in sight: the bank holidays, or the week."""
        of_holidays, of_week = self._asides
        self.toolbar.set_aside(of_holidays if self.is_holidays else of_week)

    def _repeat(self) -> None:
        row: WeekRow | None = self.grid.current_row
        if row is None or not row.days[0]:
            self.grid.refuse("Choose a service and enter its Monday hours first.")
            return
        changes = [asks.hours(row, day, row.days[0]) for day in range(2, 6)]
        self._model.carry_out(f"Give {row.name} the same hours Monday to Friday", changes)


def _hours(day: int) -> asks.Ask:
    return partial(_asked, day)


def _asked(day: int, row: WeekRow, value: object) -> asks.Change:
    return asks.hours(row, day, value if isinstance(value, str) else None)
