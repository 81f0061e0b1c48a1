"""The side of an interest: what was declared at the meeting at hand, against which line."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.reports import board_interests as report
from pch_desktop.store import board
from pch_desktop.store.board import AgendaRow, DeclaredRow, InterestRow, MeetingRow
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.fields import WordBox, text_field
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import label
from pch_desktop.ui.pill import BETTER, NEAR, UNKNOWN, Standing
from pch_desktop.ui.sections.board import interest_asks as asks
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import worded

WIDTH = 320
TALL = 200
DECLARE = "Declare it against a line…"


class InterestSide(Inspector):
    """One interest, and below it all that was declared at a meeting."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Choose an interest to declare it at the meeting.", WIDTH)
        self._desk = desk
        self._row: InterestRow | None = None
        self._meeting: MeetingRow | None = None
        self._lines: dict[str, int] = {}
        self.handled = self.add_field(
            text_field(desk, "How it is handled", asks.of_interest("handled"), 3)
        )
        self.more = self.add(WordBox((), may_be_blank=False))
        self.more.setAccessibleName("Declare it against a line of the agenda")
        self.more.textActivated.connect(self._declare)
        self._head = self.add(label("", "card_title", wrap=True))
        edits: Edits[DeclaredRow] = Edits(
            desk,
            {key: asks.of_declared(key) for key in asks.DECLARED},
            asks.declaring(lambda: self._meeting),
            asks.removing_declared,
        )
        self._model = TableModel(report.DECLARED, edits, noun="declaration")
        self.declared = Grid(desk, self._model, "Declared at the meeting", key="board declared")
        self.declared.setFixedHeight(desk.theme.px(TALL))
        self.add(self.declared)

    def know(
        self,
        meeting: MeetingRow | None,
        lines: Sequence[AgendaRow],
        declared: Sequence[DeclaredRow],
    ) -> None:
        """Take note of the meeting, its agenda and what was declared at it."""
        self._meeting = meeting
        self._lines = {row.called: row.id for row in lines}
        self._model.columns = worded(report.DECLARED, line=list(self._lines))
        self._model.show(declared)
        self._head.setText(f"Declared, {meeting.called}" if meeting else "No meeting yet")

    def show_interest(self, row: InterestRow | None) -> None:
        """Show an interest, or say how to choose one."""
        self._row = row
        if row is None:
            self.show_nothing()
            return
        self.show_record(row.name, self._standing(row), changed(self._desk, "interest", row.id))
        self.handled.show_value(row, row.handled)
        self.more.clear()
        self.more.addItems([DECLARE, *self._lines])
        self.more.setEnabled(bool(self._lines) and not self._desk.is_read_only)

    def _standing(self, row: InterestRow) -> Standing:
        if not row.stands(self._desk.month.last):
            return Standing(UNKNOWN, "Does not stand now")
        return Standing(BETTER, "Handled") if row.handled else Standing(NEAR, "Not said how")

    def _declare(self, words: str) -> None:
        if self._row is not None and words in self._lines:
            name = f"Declare the interest of {self._row.name}"
            self._desk.edit(name, board.declare_known, self._row.id, self._lines[words])
