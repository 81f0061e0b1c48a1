"""A year of activity: one count for all services, or all counts of one service."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QMenu, QStackedWidget

from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.service_counts import ALL as ALL_COUNTS
from pch_desktop.reports.service_months import YearRow, years_of
from pch_desktop.reports.table import Value
from pch_desktop.ui.asking import Ask, Named
from pch_desktop.ui.change import Change
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.services import month_asks
from pch_desktop.ui.sections.services.columns import ONE, OneRow, one_rows, year_columns
from pch_desktop.ui.sections.services.figures import Figures
from pch_desktop.ui.sections.services.together import Together
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel

PURPOSE = "A year's counts are entered or pasted here, April to March. Add a service first."
ALL = "All services"
KEY = "service months counts"


class YearView(Sheet):
    """Services by months in one count, or one service's months in all counts."""

    def __init__(self, desk: Desk, begin: Callable[[], object]) -> None:
        self._desk = desk
        self._figures: Figures | None = None
        self._key = "attended"
        self._service_id: int | None = None
        self._columns = year_columns(desk.month, self._key)
        self.all_model = TableModel(self._columns, self._all_edits(), noun="service")
        self.one_model = TableModel(ONE, self._one_edits(), noun="month")
        self.all_grid = Grid(desk, self.all_model, "Services by months", key="service year")
        self.one_grid = Grid(desk, self.one_model, "One service by months", key=KEY)
        self.together = Together(self.one_grid, KEY)
        self._stage = QStackedWidget()
        self._stage.addWidget(self.all_grid)
        self._stage.addWidget(self.one_grid)
        super().__init__(desk, self._stage)
        self._which = self.toolbar.add_menu(ALL, "services", self.service_menu)
        self._count = self.toolbar.add_menu("Count: attended", "chart", self.count_menu)
        self.toolbar.add("Year before", "left", partial(self._turn_year, -12), "April to March")
        self.toolbar.add("Year after", "right", partial(self._turn_year, 12), "April to March")
        self._nothing = EmptyState(desk, "services", PURPOSE, ("Add a service", begin))
        self.setFocusProxy(self.all_grid)

    def show_figures(self, figures: Figures) -> None:
        """Show the financial year of the month at hand."""
        self._figures = figures
        year = figures.month.financial_year
        self.show_empty(self._nothing, is_empty=not figures.rows)
        self.all_model.columns = year_columns(figures.month, self._key)
        rows = years_of(figures.rows, figures.months, year, self._key)
        self.all_model.show([row for row in rows if row.is_running or row.is_told])
        self.all_grid.view.header.viewport().update()
        service = figures.service(self._service_id)
        if service is None:
            self._service_id = None
        else:
            self.one_model.show(one_rows(service, figures.months, figures.month))
        self._stage.setCurrentWidget(self.all_grid if service is None else self.one_grid)
        show_choice(self._which, ALL if service is None else service.name)
        show_choice(self._count, self._shown_words())
        self.toolbar.set_aside(f"April {year.start} to March {year.start + 1}")

    def show_service(self, service_id: int | None) -> None:
        """Show the months of one service; None for all services."""
        self._service_id = service_id
        if self._figures is not None:
            self.show_figures(self._figures)

    def show_count(self, key: str) -> None:
        """Show another count of all services."""
        self._key = key
        if self._figures is not None:
            self.show_figures(self._figures)

    def service_menu(self) -> QMenu:
        """Return the menu of services."""
        names: Mapping[int, str] = self._figures.names if self._figures is not None else {}
        choices: list[tuple[int | None, str]] = [(None, ALL), *names.items()]
        return choice_menu(self, choices, self._service_id, self.show_service)

    def count_menu(self) -> QMenu:
        """Return the menu of counts; of one service, of what is shown together."""
        if self._service_id is not None:
            return self.together.menu()
        counts = [(key, title) for key, (title, _) in ALL_COUNTS.items()]
        return choice_menu(self, counts, self._key, self.show_count)

    def _shown_words(self) -> str:
        """Return what the second verb says: the count of all, or what is shown of one."""
        is_one = self._service_id is not None
        self.together.verb = self._count if is_one else None
        return self.together.words if is_one else f"Count: {ALL_COUNTS[self._key][0].lower()}"

    def _turn_year(self, months: int) -> None:
        self._desk.choose_month(self._desk.month.plus(months))

    def _all_edits(self) -> Edits[YearRow]:
        return Edits(self._desk, {f"m{at}": partial(self._of_all, at) for at in range(12)})

    def _of_all(self, at: int, row: YearRow, value: Value) -> Change:
        month = self._desk.month.financial_year.months[at]
        return month_asks.count(row, month, self._key, value)

    def _one_edits(self) -> Edits[OneRow]:
        cells: dict[str, Ask] = {key: partial(self._of_one, key) for key in ALL_COUNTS}
        cells["is_provisional"] = self._provisional
        cells["source"] = self._source
        return Edits(self._desk, cells)

    def _of_one(self, key: str, row: OneRow, value: Value) -> Change:
        return month_asks.count(self._service(row), row.of, key, value)

    def _provisional(self, row: OneRow, value: Value) -> Change:
        return month_asks.provisional(self._service(row), row.of, value)

    def _source(self, row: OneRow, value: Value) -> Change:
        return month_asks.source(self._service(row), row.of, value)

    def _service(self, row: OneRow) -> Named:
        known = self._figures.service(row.service.id) if self._figures is not None else None
        if known is None:
            raise Refusal("That service is no longer in the file. Undo to bring it back.")
        return known
