"""How the rooms are used: by room, by partner, by hour of the day, and what it brings in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from pch_desktop.charts import estates as charts
from pch_desktop.charts.full_chart import FullChart, fitting
from pch_desktop.domain.period import Month
from pch_desktop.reports import estates_use_rows as rows
from pch_desktop.reports import estates_use_tables as tables
from pch_desktop.reports.estates_use import HourRow
from pch_desktop.reports.estates_use_words import charges_finding, hours_finding, use_finding
from pch_desktop.reports.table import Column
from pch_desktop.ui.chart_over_table import ChartOverTable
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.page import Views
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_parts import plain_grid

READS = frozenset({"booking", "partner", "room", "site", "site_opening"})
NOTHING = "Nothing is booked in this month. Book rooms, and mark what was used of them."
SIZES = (330, 240)
Read = Callable[[Any, Month], Sequence[Any]]


class UseView(FoundSheet):
    """A table of use that is read only, with its sentence."""

    def __init__(
        self,
        desk: Desk,
        columns: tuple[Column[Any], ...],
        title: str,
        read: Read,
        finding: Callable[[Sequence[Any]], str],
    ) -> None:
        self._desk, self._read, self._finding = desk, read, finding
        super().__init__(plain_grid(desk, columns, title, f"estates use {title}", "row"))
        self.add_columns()
        self._nothing = EmptyState(desk, "estates", NOTHING, ("Bookings", partial(_book, desk)))
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the month at hand."""
        found = self._read(self._desk.file, self._desk.month)
        self.show_rows(found)
        self.show_empty(self._nothing, is_empty=not found)
        self.tell(self._finding(found))
        self.toolbar.set_aside(self._desk.month.words)


class HoursView(Sheet):
    """The hours of the day as bars over their table."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.chart = ChartView(desk, "estates hours")
        self.grid = plain_grid(desk, tables.HOURS, "By hour", "estates use by hour", "hour")
        both = ChartOverTable(desk, self.chart, self.grid, SIZES)
        super().__init__(desk, both)
        both.add_switch(self.toolbar)
        self.toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        self._nothing = EmptyState(desk, "estates", NOTHING, ("Bookings", partial(_book, desk)))
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the month at hand."""
        found = rows.by_hours(self._desk.file, self._desk.month)
        self.grid.model.show(found)
        self.show_empty(self._nothing, is_empty=not found)
        self.chart.show_chart(_chart(found, self._desk.month))
        self.toolbar.set_aside(self._desk.month.words)


def use_views(desk: Desk) -> Views:
    """Return what makes each view of the rooms' use, by its title, in their order."""
    return {
        "By room": lambda: UseView(desk, tables.BY_ROOM, "By room", rows.by_room, use_finding),
        "By partner": lambda: UseView(
            desk, tables.BY_PARTNER, "By partner", rows.by_partner, partners_finding
        ),
        "By hour": lambda: HoursView(desk),
        "Charges": lambda: UseView(desk, tables.CHARGES, "Charges", rows.charges, charges_finding),
    }


def partners_finding(found: Sequence[rows.PartnerUseRow]) -> str:
    """Return who booked most, in a sentence."""
    if not found:
        return ""
    return f"{found[0].partner} booked most. {use_finding(found)}"


def _chart(found: Sequence[HourRow], month: Month) -> FullChart:
    said = hours_finding(found)
    return FullChart(
        said,
        f"Hours open, booked and used in {month.words}, all rooms and days together.",
        fitting(f"Bars of open, booked and used hours by hour of the day. {said}"),
        tables.HOURS,
        found,
        make=lambda is_dark: charts.by_hour(found, is_dark=is_dark),
        source="Source: bookings of rooms. Used is not known of an hour while a booking in it is "
        "not marked.",
    )


def _book(desk: Desk) -> None:
    desk.visit("estates", "Bookings/Bookings")
