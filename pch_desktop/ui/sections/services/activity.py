"""The charts of the services: attended over time, what is taken up, what has really changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QMenu, QPushButton

from pch_desktop.charts import services as charts
from pch_desktop.charts.full_chart import FullChart, fitting
from pch_desktop.charts.month_pictures import attended_change
from pch_desktop.reports.service_months import SUMS, months_alt_text, months_finding
from pch_desktop.reports.service_rates import RATES, rates, rates_alt_text, rates_finding
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.room import roomy
from pch_desktop.ui.sections.services.figures import Figures
from pch_desktop.ui.sheet import Sheet

PURPOSE = (
    "The charts show how many people each service sees and how far its appointments are taken "
    "up. Enter a month's counts first."
)
ALL = "All services"
LEAST = 330
"""Where there is less room, as with large letters, the page scrolls."""
Draw = Callable[[Figures], FullChart]
SOURCE = "Source: monthly counts of the services. A month not told is not nought."


class ActivityView(Sheet):
    """Two years of one service or all, or the take-up of the month at hand."""

    def __init__(self, desk: Desk, begin: Callable[[], object]) -> None:
        self._desk = desk
        self._figures: Figures | None = None
        self._service_id: int | None = None
        self._draw: Draw = self._over
        self.chart = ChartView(desk, "service activity")
        super().__init__(desk, roomy(desk, self.chart, LEAST))
        add = self.toolbar.add
        self._seen = add("Attended", "chart", partial(self.show_take_up, False), "Two years")
        self._taken = add("Taken up", "services", partial(self.show_take_up, True),
                          "Filled and not attended in the month at hand")  # fmt: skip
        self._real = add("Real change", "chart", self.show_change,
                         "A control chart: what is chance, and what is not")  # fmt: skip
        for verb in (self._seen, self._taken, self._real):
            verb.setCheckable(True)
        self._which: QPushButton = self.toolbar.add_menu(ALL, "services", self.service_menu)
        self._nothing = EmptyState(desk, "services", PURPOSE, ("Enter the month", begin))
        self.show_take_up(False)

    def show_figures(self, figures: Figures) -> None:
        """Draw the chart that is chosen."""
        self._figures = figures
        self.show_empty(self._nothing, is_empty=not figures.months)
        service = figures.service(self._service_id)
        self._service_id = service.id if service else None
        name = service.name if service else ""
        show_choice(self._which, name or ALL)
        self.chart.show_chart(self._draw(figures))

    def show_service(self, service_id: int | None) -> None:
        """Draw one service over time; None for all together."""
        self._service_id = service_id
        self._choose(self._over if self._draw == self._take_up else self._draw)

    def show_take_up(self, is_take_up: bool) -> None:
        """Draw what is taken up, or appointments attended over time."""
        self._choose(self._take_up if is_take_up else self._over)

    def show_change(self) -> None:
        """Draw what is chance in appointments attended, and what has really changed."""
        self._choose(self._change)

    def _choose(self, draw: Draw) -> None:
        self._draw = draw
        shown = ((self._seen, self._over), (self._taken, self._take_up), (self._real, self._change))
        for verb, each in shown:
            verb.setChecked(each == draw)
        self._which.setEnabled(draw != self._take_up)
        if self._figures is not None:
            self.show_figures(self._figures)

    def service_menu(self) -> QMenu:
        """Return the menu of services."""
        names: Mapping[int, str] = self._figures.names if self._figures is not None else {}
        choices: list[tuple[int | None, str]] = [(None, ALL), *names.items()]
        return choice_menu(self, choices, self._service_id, self.show_service)

    def _over(self, figures: Figures) -> FullChart:
        rows = figures.sums(self._service_id)
        service = figures.service(self._service_id)
        name = service.name if service else ""
        place = figures.place if not name else f"{name}, {figures.place}"
        return FullChart(
            months_finding(rows, name),
            f"Appointments, booked and attended by month, {place}, up to {figures.month.words}.",
            fitting(months_alt_text(rows, name)),
            SUMS,
            rows,
            make=lambda is_dark: charts.over_time(rows, is_dark=is_dark),
            source=SOURCE,
        )

    def _change(self, figures: Figures) -> FullChart:
        service = figures.service(self._service_id)
        name = service.name if service else ""
        rows = figures.sums(self._service_id)
        return attended_change(rows, figures.place, figures.month, name)

    def _take_up(self, figures: Figures) -> FullChart:
        rows = figures.rows
        return FullChart(
            rates_finding(rows, figures.month),
            f"Share of appointments by service, {figures.place}, {figures.month.words}. "
            "Those that lose most appointments first.",
            fitting(rates_alt_text(rows, figures.month)),
            RATES,
            rates(rows),
            make=lambda is_dark: charts.taken_up(rows, is_dark=is_dark),
            source=SOURCE,
        )
