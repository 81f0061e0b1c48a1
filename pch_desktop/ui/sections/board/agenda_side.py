"""The side of a line of the agenda: whose interests touch it, and declaring them."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.reports.board_interests import touching
from pch_desktop.reports.board_meetings import at
from pch_desktop.store import board
from pch_desktop.store.board import AgendaRow, InterestRow, MeetingRow
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import WordBox
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import label
from pch_desktop.ui.pill import NEAR, Standing

WIDTH = 270
DECLARE = "Declare an interest…"
LONGEST = 60


class AgendaSide(Inspector):
    """One line: when it comes up, and who has an interest in it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Choose a line to see whose interests it touches.", WIDTH)
        self._desk = desk
        self._row: AgendaRow | None = None
        self._meeting: MeetingRow | None = None
        self._interests: Sequence[InterestRow] = ()
        self._offered: dict[str, int] = {}
        self._facts = self.add_facts("Comes up at", "Paper")
        self.declared = self.add(label("", "body", wrap=True))
        self.touching = self.add(label("", "strong", wrap=True))
        self.more = self.add(WordBox((), may_be_blank=False))
        self.more.setAccessibleName("Declare an interest against this line")
        self.more.textActivated.connect(self._declare)

    def know(self, meeting: MeetingRow | None, interests: Sequence[InterestRow]) -> None:
        """Take note of the meeting and of the register of interests."""
        self._meeting, self._interests = meeting, interests

    def show_line(self, row: AgendaRow | None) -> None:
        """Show a line, or say how to choose one."""
        self._row = row
        if row is None or self._meeting is None:
            self.show_nothing()
            return
        pill = Standing(NEAR, "Part II, without the public") if row.is_confidential else None
        self.show_record(row.called, pill, changed(self._desk, "agenda_line", row.id))
        self._facts.show_facts(at(row.starts_minute) or "", row.paper or "None")
        told = [f"{each.name}: {each.handled or 'not said how it is handled'}"
                for each in row.declared]  # fmt: skip
        self.declared.setText("Declared. " + "\n".join(told) if told else "No interest declared.")
        near = touching(self._interests, row, self._meeting.held_on)
        self.touching.setText(f"May have an interest: {', '.join(each.name for each in near)}.")
        self.touching.setVisible(bool(near))
        self._offer(row, near)

    def _offer(self, row: AgendaRow, near: Sequence[InterestRow]) -> None:
        told = {each.interest_id for each in row.declared}
        rest = [each for each in self._interests if each not in near and each.id not in told]
        self._offered = {
            f"{each.name}: {each.detail}"[:LONGEST]: each.id for each in (*near, *rest)
        }
        self.more.clear()
        self.more.addItems([DECLARE, *self._offered])
        self.more.setEnabled(bool(self._offered) and not self._desk.is_read_only)

    def _declare(self, words: str) -> None:
        if self._row is not None and words in self._offered:
            label_ = f"Declare an interest in {self._row.title}"
            self._desk.edit(label_, board.declare_known, self._offered[words], self._row.id)
