"""The side of a minute: what was said, whose interests it touched, what came of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit

from pch_desktop.reports.board_minutes import Came
from pch_desktop.store import board
from pch_desktop.store.board import AgendaRow, MeetingRow
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import Field, text_field
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import label
from pch_desktop.ui.pill import NEAR, Standing
from pch_desktop.ui.sections.board import agenda_asks as asks

WIDTH = 320


class MinuteSide(Inspector):
    """One line of the minutes; actions and decisions are typed with Enter."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Choose a line to write its minute.", WIDTH)
        self._desk = desk
        self._row: AgendaRow | None = None
        self._meeting: MeetingRow | None = None
        self._came: Came = {}
        self.minute: Field[Any] = self.add_field(
            text_field(desk, "Minute", asks.of_line("minute"), 9)
        )
        self.declared = self.add(label("", "body", wrap=True))
        self._facts = self.add_facts("Came of it")
        self.action = self._line("New action, Enter adds it")
        self.decision = self._line("New decision, Enter adds it")
        self.action.returnPressed.connect(self.add_action)
        self.decision.returnPressed.connect(self.add_decision)

    def know(self, meeting: MeetingRow | None, came: Came) -> None:
        """Take note of the meeting and of what came of its lines."""
        self._meeting, self._came = meeting, came

    def show_line(self, row: AgendaRow | None) -> None:
        """Show a line, or say how to choose one."""
        self._row = row
        if row is None:
            self.show_nothing()
            return
        pill = Standing(NEAR, "Part II, without the public") if row.is_confidential else None
        self.show_record(row.called, pill, changed(self._desk, "agenda_line", row.id))
        self.minute.show_value(row, row.minute)
        told = [f"{each.name}: {each.handled or 'not said how it is handled'}"
                for each in row.declared]  # fmt: skip
        self.declared.setText("\n".join(("Interests declared:", *told)))
        self.declared.setVisible(bool(told))
        self._facts.show_facts("; ".join(self._came.get(row.called, ())) or "Nothing yet")

    def add_action(self) -> None:
        """Write down an action that came of the line; who and by when is told in Actions."""
        self._add(self.action, "action", board.add_action)

    def add_decision(self) -> None:
        """Write down a decision that was taken on the line."""
        self._add(self.decision, "decision", board.add_decision)

    def _add(self, box: QLineEdit, noun: str, command: Any) -> None:
        row, meeting, text = self._row, self._meeting, box.text().strip()
        if row is None or meeting is None or not text:
            return
        told = {"line": row.called}
        args = (text, meeting.id, meeting.held_on, told)
        if self._desk.edit(f"Add the {noun} {text}", command, *args) is not None:
            box.clear()

    def _line(self, words: str) -> QLineEdit:
        box = QLineEdit()
        box.setPlaceholderText(words)
        box.setAccessibleName(words)
        box.setEnabled(not self._desk.is_read_only)
        return self.add(box)
