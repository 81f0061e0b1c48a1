"""What every service did in the month at hand, typed or pasted as one block."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pch_desktop.reports.service_months import COUNTS, troubles
from pch_desktop.reports.service_rates import MONTH
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import plural
from pch_desktop.store.services import ServiceRow
from pch_desktop.ui.change import Change
from pch_desktop.ui.choice_menu import show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.services import asks
from pch_desktop.ui.sections.services.figures import Figures
from pch_desktop.ui.sections.services.side import ServiceSide
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_sheet import TableSheet

PURPOSE = "Each month's counts are entered here, service by service. Add a service first."
ALL, RUNNING = "All services", "Running services"


class MonthView(TableSheet):
    """The counts of one month, service by service."""

    def __init__(self, desk: Desk, begin: Callable[[], object]) -> None:
        self._desk = desk
        self._figures: Figures | None = None
        self._is_all = False
        edits: Edits[ServiceRow] = Edits(desk, self._cells())
        self._model = TableModel(MONTH, edits, noun="service")
        self.side = ServiceSide(desk)
        grid = Grid(desk, self._model, "Counts of the month", key="service month")
        super().__init__(grid, self.side.inspector)
        self._which = self.toolbar.add(RUNNING, "services", self._turn,
                                       "Show those that run, or all")  # fmt: skip
        self.toolbar.add("Same month a year ago", "history", self._year_ago,
                         "Turn to the same month of the year before")  # fmt: skip
        self.add_columns()
        if not desk.layout("service month"):
            grid.columns.hide("not_attended_share", "utilisation_share")
        self._nothing = EmptyState(desk, "services", PURPOSE, ("Add a service", begin))
        self.grid.row_changed.connect(self._show_side)

    def show_figures(self, figures: Figures) -> None:
        """Show the counts of the month at hand."""
        self._figures = figures
        rows = [row for row in figures.rows if self._is_all or row.is_running or row.month]
        self.show_empty(self._nothing, is_empty=not figures.rows)
        self._model.show(rows)
        late = sum(row.is_running and row.month is None for row in figures.rows)
        without = f"{plural(late, 'service')} still without figures" if late else ""
        self.toolbar.set_aside(without or f"{figures.month.words} is complete")
        self._desk.tell_rows(plural(len(rows), "service"))
        self._mark(figures)
        self._show_side(self.grid.current_row)

    def _mark(self, figures: Figures) -> None:
        found = {
            (row.id, key): f"{row.name}: {sentence}"
            for row in figures.rows
            for key, sentence in troubles(row).items()
        }
        self.grid.show_troubles(found)
        first = next(iter(found.items()), None)
        if first is None:
            self.strip.hide()
            return
        (service_id, key), sentence = first
        count = f" {len(found) - 1} more like it." if len(found) > 1 else ""
        show = ("Show", lambda: self._go(service_id, key))
        self.strip.tell(f"{sentence}{count}", Tone.ERROR, show, may_close=False)

    def _go(self, service_id: int, key: str) -> None:
        self.grid.select_record(service_id, key)
        self.grid.setFocus()

    def _turn(self) -> None:
        self._is_all = not self._is_all
        words = ALL if self._is_all else RUNNING
        show_choice(self._which, words)
        if self._figures is not None:
            self.show_figures(self._figures)

    def _year_ago(self) -> None:
        self._desk.choose_month(self._desk.month.plus(-12))

    def _show_side(self, row: ServiceRow | None) -> None:
        if self._figures is not None:
            self.side.show_service(row, self._figures)

    def _cells(self) -> Mapping[str, asks.Ask]:
        cells: dict[str, asks.Ask] = {key: self._count(key) for key in COUNTS}
        cells["is_provisional"] = self._provisional
        return cells

    def _count(self, key: str) -> asks.Ask:
        return lambda row, value: asks.count(row, self._desk.month, key, value)

    def _provisional(self, row: ServiceRow, value: Value) -> Change:
        return asks.provisional(row, self._desk.month, value)
