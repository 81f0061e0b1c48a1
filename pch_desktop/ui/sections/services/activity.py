"""The charts of the services: appointments attended over time, and what is taken up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QMenu, QPushButton

from pch_desktop.charts import services as charts
from pch_desktop.charts.full_chart import FullChart, fitting
from pch_desktop.reports.service_months import SUMS, months_alt_text, months_finding
from pch_desktop.reports.service_rates import RATES, rates, rates_alt_text, rates_finding
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.sections.services.figures import Figures
from pch_desktop.ui.sheet import Sheet

PURPOSE = (
    "The charts show how many people each service sees and how far its appointments are taken "
    "up. Enter a month's counts first."
)
ALL = "All services"
SOURCE = "Source: monthly counts of the services. A month not told is not nought."


class ActivityView(Sheet):
    """Two years of one service or all, or the take-up of the month at hand."""

    def __init__(self, desk: Desk, begin: Callable[[], object]) -> None:
        self._desk = desk
        self._figures: Figures | None = None
        self._service_id: int | None = None
        self._is_take_up = False
        self.chart = ChartView(desk, "service activity")
        super().__init__(desk, self.chart)
        add = self.toolbar.add
        self._seen = add("Attended", "chart", partial(self.show_take_up, False), "Two years")
        self._taken = add("Taken up", "services", partial(self.show_take_up, True),
                          "Filled and not attended in the month at hand")  # fmt: skip
        for verb in (self._seen, self._taken):
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
        self.chart.show_chart(self._take_up(figures) if self._is_take_up else self._over(figures))

    def show_service(self, service_id: int | None) -> None:
        """Draw one service over time; None for all together."""
        self._service_id = service_id
        self.show_take_up(False)

    def show_take_up(self, is_take_up: bool) -> None:
        """Draw what is taken up, or appointments attended over time."""
        self._is_take_up = is_take_up
        self._seen.setChecked(not is_take_up)
        self._taken.setChecked(is_take_up)
        self._which.setEnabled(not is_take_up)
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
