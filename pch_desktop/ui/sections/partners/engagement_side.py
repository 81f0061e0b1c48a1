"""The side of a meeting: who was there, what was said, and the next step."""

from __future__ import annotations

from typing import Any

from pch_desktop.domain.partners_met import Step
from pch_desktop.reports.partners_engagement import sentiment, step
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import shown, written
from pch_desktop.store.partners import EngagementRow
from pch_desktop.ui.change import carry_out
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import Field, line_field, text_field
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import button
from pch_desktop.ui.pill import BETTER, NEAR, UNKNOWN, WORSE, Standing
from pch_desktop.ui.sections.partners import met_asks as asks

WIDTH = 280
STANDINGS = {
    Step.OVERDUE: WORSE,
    Step.SOON: NEAR,
    Step.NO_DAY: NEAR,
    Step.TO_COME: UNKNOWN,
    Step.DONE: BETTER,
}


class EngagementSide(Inspector):
    """Shows one meeting of the log."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Choose a meeting to see what was said and what is next.", WIDTH)
        self._desk = desk
        self._row: EngagementRow | None = None
        self._facts = self.add_facts("About", "They stand")
        self.next_step: Field[Any] = self.add_field(
            text_field(desk, "Next step", asks.of_meeting("next_step"), 2)
        )
        self.owner: Field[Any] = self.add_field(
            line_field(desk, "Who takes it", asks.of_meeting("owner"))
        )
        self.due: Field[Any] = self.add_field(
            line_field(desk, "Due", asks.of_meeting("due_on"), Kind.DATE)
        )
        said = "Write the end of the month at hand as the day the step was done"
        self.done = self.add(button("Mark as done", self.mark_done, "", said))
        self.summary: Field[Any] = self.add_field(
            text_field(desk, "What was said", asks.of_meeting("summary"), 4)
        )
        self.attendees: Field[Any] = self.add_field(
            text_field(desk, "Who was there", asks.of_meeting("attendees"), 2)
        )

    def show_meeting(self, row: EngagementRow | None) -> None:
        """Show a meeting, or say how to choose one."""
        self._row = row
        if row is None:
            self.show_nothing()
            return
        stands = step(row, self._desk.month.last)
        pill = Standing(STANDINGS[stands], shown(stands.value)) if stands else None
        title = f"{row.partner}, {written(row.met_on, Kind.DATE)}"
        self.show_record(title, pill, changed(self._desk, "engagement", row.id))
        self._facts.show_facts(row.topic, sentiment(row.sentiment) or "")
        for field, value in (
            (self.next_step, row.next_step),
            (self.owner, row.owner),
            (self.due, row.due_on),
            (self.summary, row.summary),
            (self.attendees, row.attendees),
        ):
            field.show_value(row, value)
        self.done.setVisible(row.next_step is not None and row.done_on is None)
        self.done.setEnabled(not self._desk.is_read_only)

    def mark_done(self) -> None:
        """Write down that the next step was done."""
        row = self._row
        if row is not None:
            change = asks.of_meeting("done_on")(row, self._desk.month.last)
            self._desk.attempt(lambda: carry_out(self._desk, change.label, [change]))
