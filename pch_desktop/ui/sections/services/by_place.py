"""A month by place of care and by the patients' practice, and held against the whole."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QStackedWidget

from pch_desktop.reports.service_parts import PARTS, WholeRow, wholes
from pch_desktop.reports.service_parts_table import WHOLE, parts_finding
from pch_desktop.reports.words import plural
from pch_desktop.store import population, services
from pch_desktop.store.services import PartRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.services import part_asks as asks
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first, plain_grid, switch, worded

KEY = "service parts"
READS = frozenset({"activity_part", "service", "service_month", "practice", "site"})


class ByPlaceView(Sheet):
    """The lines of the month, or what they add up to beside each service's month."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._is_begun = False
        self.model: TableModel[PartRow] = TableModel(PARTS, asks.edits(desk), noun="line")
        self.grid = Grid(desk, self.model, "Month by place", key=KEY)
        self.whole = plain_grid(desk, WHOLE, "Parts against the month", f"{KEY} whole", "service")
        self._stage = QStackedWidget()
        self._stage.addWidget(self.grid)
        self._stage.addWidget(self.whole)
        self._stage.setFocusProxy(self.grid)
        super().__init__(desk, self._stage)
        hide_at_first(desk, self.grid, KEY, "source")
        first = ("Add the first line", self._begin)
        self._empty = EmptyState(desk, "services", asks.PURPOSE, first)
        self._lay_out_verbs()
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the month at hand."""
        read, month = self._desk.file.read, self._desk.month
        rows = read(services.parts, month, month)
        against = wholes(rows, read(services.services, month))
        self.model.columns = worded(
            self.model.columns,
            service=[row.name for row in read(services.service_names)],
            place=read(services.places),
            patients_of=[row.name for row in read(population.practices, month)],
        )
        self._is_begun = self._is_begun and not rows
        self.model.show(rows)
        self.whole.model.show(against)
        self.show_empty(self._empty, is_empty=not rows and not self._is_begun)
        self.toolbar.set_aside(plural(len(rows), "line") if rows else "")
        self._tell(against)

    def _tell(self, against: Sequence[WholeRow]) -> None:
        """Say where the lines are not the month; they are told apart and never put right."""
        apart = next((row.id for row in against if row.differences), None)
        if apart is None:
            self.strip.hide()
            return
        show = ("Show", partial(self.show_record, apart))
        sentence = parts_finding(against, self._desk.month)
        self.strip.tell(sentence, Tone.WARNING, show, may_close=False)

    def show_record(self, record_id: int) -> None:
        """Go to the first line of a service."""
        self.show_whole(False)
        first = next((row.id for row in self.model.rows if row.service_id == record_id), None)
        if first is not None:
            self.grid.select_record(first, "attended")
        self.grid.setFocus()

    def show_whole(self, is_whole: bool) -> None:
        """Show what the lines add up to beside each service's month, or the lines."""
        self.against.setChecked(is_whole)
        shown = self.whole if is_whole else self.grid
        self._stage.setCurrentWidget(shown)
        self._stage.setFocusProxy(shown)

    def repeat(self) -> None:
        """Begin the month by the lines of the month before, their counts left blank."""
        month = self._desk.month
        self._desk.edit(f"Lines of the month before in {month.words}", services.repeat_parts, month)

    def _lay_out_verbs(self) -> None:
        add = self.toolbar.add
        add("Filter", "filter", lambda: self._stage.currentWidget() is self.grid
            and self.grid.open_filter(), "Show the lines that hold words (Ctrl+F)")  # fmt: skip
        self.toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        changing = (
            add("Add line", "plus", self._begin, "A new line at the end (Ctrl++)"),
            add("Lines of the month before", "history", self.repeat,
                "The same services, places and practices, their counts left blank"),
        )  # fmt: skip
        for verb in changing:
            verb.setEnabled(not self._desk.is_read_only)
        self.against = switch(self.toolbar, "Against the month", "check", self.show_whole)

    def _begin(self) -> None:
        self._is_begun = True
        self.show_empty(self._empty, is_empty=False)
        self.show_whole(False)
        self.grid.add()
