"""What is late: whose figures of which month are missing or provisional, and whom to ask."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from pch_desktop.reports.service_late import ACTIVITY, BEDS, CALLS, PROVISIONAL, LateRow, late_rows
from pch_desktop.reports.service_late_table import ASKED, late_finding, missing, request
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural, written
from pch_desktop.ui.change import carry_out
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import label
from pch_desktop.ui.pill import NEAR, WORSE, Standing
from pch_desktop.ui.sections.services import month_asks
from pch_desktop.ui.table_parts import plain_grid

KEY = "service late"
READS = frozenset({"service", "service_month", "bed_month", "call_month", "partner", "contact"})
FACTS = ("Due", "From", "Ask", "Telephone")
VIEWS = {ACTIVITY: "Months/Month", BEDS: "Months/Beds", CALLS: "Months/Calls"}
NOTHING = "Choose a line whose figures are provisional: they are marked final, month by month."


class LateView(FoundSheet):
    """What is missing, the longest due on top, and then what is still provisional."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.side = Inspector(desk, "Choose a line to see whom to ask for the figures.", 250)
        self._facts = self.side.add_facts(*FACTS)
        self._email = self.side.add(label("", "status_strong", wrap=True))
        self._email.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        super().__init__(plain_grid(desk, ASKED, "What is late", KEY, "return"), self.side)
        add = self.toolbar.add
        add("Enter", "right", self.enter, "Go to that month, and enter the figures")
        add("Copy the request", "copy", self.copy_request, "Words to ask for the figures in")
        final = add("Mark final", "check", self.mark_final, "The chosen provisional months")
        final.setEnabled(not desk.is_read_only)
        self.grid.row_changed.connect(self._show)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the twelve months up to the one at hand."""
        rows = late_rows(self._desk.file, self._desk.month)
        self.show_rows(rows)
        self.tell(late_finding(rows, self._desk.month))
        self.finding.setVisible(True)
        gone = len(missing(rows))
        self.toolbar.set_aside(
            f"{gone} missing, {len(rows) - gone} provisional, as at "
            f"{written(self._desk.month.last, Kind.DATE)}"
        )

    def show_record(self, record_id: int) -> None:
        """Go to the first line of a service."""
        rows: Sequence[LateRow] = self.grid.model.rows
        first = next((row.id for row in rows if row.sender.id == record_id), None)
        if first is not None:
            self.grid.select_record(first)
        self.grid.setFocus()

    def enter(self) -> None:
        """Go to where the chosen figures are entered, in their month."""
        row: LateRow | None = self.grid.current_row
        if row is not None:
            self._desk.choose_month(row.month)
            self._desk.visit("services", VIEWS[row.what], row.sender.id)

    def copy_request(self) -> None:
        """Put the words that ask for the chosen figures on the clipboard."""
        rows = self._chosen()
        if rows:
            QGuiApplication.clipboard().setText("\n".join(request(row) for row in rows))
            self.grid.say(f"Copied {plural(len(rows), 'request')}.")

    def mark_final(self) -> None:
        """Mark the chosen provisional months final, as one step."""
        month_of = month_asks.provisional
        changes = [
            month_of(row.sender, row.month, False)
            for row in self._chosen()
            if row.state == PROVISIONAL
        ]
        if not changes:
            self.grid.refuse(NOTHING)
            return
        label = f"Mark {plural(len(changes), 'month')} final"
        self._desk.attempt(lambda: carry_out(self._desk, label, changes))

    def _chosen(self) -> list[LateRow]:
        rows = [self.grid.model.row_at(at) for at in self.grid.view.area().lines]
        return [row for row in rows if row is not None]

    def _show(self, row: LateRow | None) -> None:
        if row is None:
            self.side.show_nothing()
            return
        sender, due = row.sender, written(row.due_on, Kind.DATE)
        words = f"{plural(row.days_late, 'day')} late" if row.days_late else row.state
        standing = Standing(WORSE if row.days_late else NEAR, words)
        self.side.show_record(f"{row.name}, {row.month.words}", standing)
        self._facts.show_facts(due, sender.lead or "", sender.contact or "", sender.phone or "")
        self._email.setText(sender.email or "")
        self._email.setVisible(bool(sender.email))
