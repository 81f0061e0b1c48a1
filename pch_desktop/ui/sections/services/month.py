"""What every service did in the month at hand, typed or pasted as one block."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.service_checks import Check, checks
from pch_desktop.reports.service_counts import ALL as ALL_COUNTS
from pch_desktop.reports.service_counts import MONTH
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import plural
from pch_desktop.store.services import ServiceRow
from pch_desktop.ui.asking import Ask
from pch_desktop.ui.change import Change, carry_out
from pch_desktop.ui.choice_menu import show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.services import month_asks
from pch_desktop.ui.sections.services.figures import Figures
from pch_desktop.ui.sections.services.side import ServiceSide
from pch_desktop.ui.sections.services.together import Together, group_with
from pch_desktop.ui.strip import Tone, Verb
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_sheet import TableSheet

PURPOSE = "Each month's counts are entered here, service by service. Add a service first."
KEY = "service month counts"
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
        grid = Grid(desk, self._model, "Counts of the month", key=KEY)
        self.together = Together(grid, KEY)
        super().__init__(grid, self.side.inspector)
        self._which = self.toolbar.add(RUNNING, "services", self._turn,
                                       "Show those that run, or all")  # fmt: skip
        self.toolbar.add("Same month a year ago", "history", self._year_ago,
                         "Turn to the same month of the year before")  # fmt: skip
        self.together.verb = self.toolbar.add_menu(
            self.together.words, "columns", self.together.menu
        )
        self.toolbar.add("Work out appointments", "check", self.work_out,
                         "Sessions times the appointments of a session the month before, where "
                         "sessions are known and appointments are blank")  # fmt: skip
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

    def show_record(self, record_id: int) -> None:
        """Select a service."""
        self.grid.select_record(record_id)
        self.grid.setFocus()

    def work_out(self) -> None:
        """Put in the appointments of services that told their sessions only, as one step."""
        try:
            changes = month_asks.appointments(self._model.rows, self._desk.month)
            carry_out(self._desk, f"Work out {plural(len(changes), 'count')}", changes)
        except Refusal as refusal:
            self.grid.refuse(str(refusal))

    def _mark(self, figures: Figures) -> None:
        found = [
            (row, check)
            for row in figures.rows
            for check in checks(row, figures.undecided.get(row.id, 0))
        ]
        self.grid.show_troubles(
            {(row.id, check.key): f"{row.name}: {check.sentence}" for row, check in found}
        )
        if not found:
            self.strip.hide()
            return
        row, check = min(found, key=lambda each: each[1].is_allowed)
        more = f" {len(found) - 1} more like it." if len(found) > 1 else ""
        tone = Tone.WARNING if check.is_allowed else Tone.ERROR
        sentence = f"{row.name}: {check.sentence}{more}"
        self.strip.tell(sentence, tone, *self._ways(row, check), may_close=False)

    def _ways(self, row: ServiceRow, check: Check) -> list[Verb]:
        show: Verb = ("Show", lambda: self._go(row.id, check.key))
        if not check.field or self._desk.is_read_only:
            return [show]
        change = month_asks.count(row, self._desk.month, check.field, check.value)
        return [(check.verb, lambda: self._fix(change)), show]

    def _fix(self, change: Change) -> None:
        self._desk.attempt(lambda: carry_out(self._desk, change.label, [change]))

    def _go(self, service_id: int, key: str) -> None:
        at = self._model.column_at(key)
        if self.grid.view.isColumnHidden(at):
            self.together.show(group_with(key))
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

    def _cells(self) -> Mapping[str, Ask]:
        cells: dict[str, Ask] = {key: self._count(key) for key in ALL_COUNTS}
        cells["is_provisional"] = self._provisional
        cells["source"] = lambda row, value: month_asks.source(row, self._desk.month, value)
        return cells

    def _count(self, key: str) -> Ask:
        return lambda row, value: month_asks.count(row, self._desk.month, key, value)

    def _provisional(self, row: ServiceRow, value: Value) -> Change:
        return month_asks.provisional(row, self._desk.month, value)
