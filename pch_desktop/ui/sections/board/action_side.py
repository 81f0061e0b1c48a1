"""The side of an action: who is to do it by when, and what was told of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit

from pch_desktop.domain.board_front import Due
from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.words import shown
from pch_desktop.store import board
from pch_desktop.store.board import ActionRow, UpdateRow
from pch_desktop.ui.change import carry_out
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.fields import Field, line_field, text_field
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import button
from pch_desktop.ui.pill import BETTER, NEAR, UNKNOWN, WORSE, Standing
from pch_desktop.ui.sections.board import action_asks as asks
from pch_desktop.ui.sections.board.at_hand import day_at_hand
from pch_desktop.ui.table_model import TableModel

WIDTH = 300
TALL = 150
TELL = "What is told of it now, Enter adds it"
UPDATES: tuple[Column[UpdateRow], ...] = (
    Column("told_on", "Told", lambda row: row.told_on, Kind.DATE, width=12),
    Column("text", "What was told", lambda row: row.text, width=28),
)
STANDINGS = {
    Due.OVERDUE: WORSE,
    Due.SOON: NEAR,
    Due.OPEN: UNKNOWN,
    Due.NO_DAY: NEAR,
    Due.DONE: BETTER,
}


class ActionSide(Inspector):
    """One action."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Choose an action to see what was told of it.", WIDTH)
        self._desk = desk
        self._row: ActionRow | None = None
        self._facts = self.add_facts("Came from")
        self.fields: dict[str, Field[Any]] = {
            "text": self.add_field(text_field(desk, "Action", asks.of_action("text"), 3)),
            "owner": self.add_field(line_field(desk, "Owner", asks.of_action("owner"))),
            "due_on": self.add_field(line_field(desk, "Due", asks.of_action("due_on"), Kind.DATE)),
        }
        said = "Write down that it was completed, on the day at hand"
        self.done = self.add(button("Mark as done", self.mark_done, "", said))
        edits: Edits[UpdateRow] = Edits(
            desk, {key: asks.of_update(key) for key in asks.UPDATE}, None, asks.removing_updates
        )
        self._model = TableModel(UPDATES, edits, noun="update")
        self.updates = Grid(desk, self._model, "What was told of it", key="board updates")
        self.updates.setFixedHeight(desk.theme.px(TALL))
        self.add(self.updates)
        self.told = self.add(QLineEdit())
        self.told.setPlaceholderText(TELL)
        self.told.setAccessibleName(TELL)
        self.told.returnPressed.connect(self.tell)

    def show_action(self, row: ActionRow | None) -> None:
        """Show an action, or say how to choose one."""
        self._row = row
        if row is None:
            self.show_nothing()
            return
        due = row.due(self._desk.month.last)
        pill = Standing(STANDINGS[due], shown(due.value))
        self.show_record(row.reference, pill, changed(self._desk, "board_action", row.id))
        self._facts.show_facts(row.line or "No line of an agenda")
        for key, field in self.fields.items():
            field.show_value(row, getattr(row, key))
        self.done.setVisible(not row.is_done)
        self._model.show(row.updates)
        for box in (self.done, self.told):
            box.setEnabled(not self._desk.is_read_only)

    def mark_done(self) -> None:
        """Write down that the action was completed."""
        if self._row is not None:
            change = asks.closing([self._row], day_at_hand(self._desk.month))
            self._desk.attempt(lambda: carry_out(self._desk, change.label, [change]))

    def tell(self) -> None:
        """Write down what is told of the action on the day at hand."""
        row, text = self._row, self.told.text().strip()
        if row is not None and text:
            name, on = f"Tell of action {row.reference}", day_at_hand(self._desk.month)
            if self._desk.edit(name, board.add_update, row.id, on, text) is not None:
                self.told.clear()
