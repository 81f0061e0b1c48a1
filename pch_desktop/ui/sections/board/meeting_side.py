"""The side of a meeting: its days in working days, whether figures are in time, who and where."""

from __future__ import annotations

from typing import Any

from pch_desktop.domain.board import MeetingStatus
from pch_desktop.domain.board_cycle import month_for
from pch_desktop.reports import board_meetings as report
from pch_desktop.reports.words import shown
from pch_desktop.store.board import MeetingRow
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import Field, line_field, text_field
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import label
from pch_desktop.ui.pill import BETTER, NEAR, UNKNOWN, WORSE, Standing
from pch_desktop.ui.sections.board import meeting_asks as asks

WIDTH = 300
STANDINGS = {
    MeetingStatus.PLANNED: UNKNOWN,
    MeetingStatus.CALLED: NEAR,
    MeetingStatus.AGENDA: NEAR,
    MeetingStatus.ISSUED: BETTER,
    MeetingStatus.HELD: BETTER,
    MeetingStatus.MINUTED: BETTER,
    MeetingStatus.CANCELLED: WORSE,
}


class MeetingSide(Inspector):
    """One meeting."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Choose a meeting to see what is due when.", WIDTH)
        self._desk = desk
        self.fit = self.add(label("", "body", wrap=True))
        self.days = self.add_facts(*report.SHORT.values())
        self.fields: dict[str, Field[Any]] = {
            key: self.add_field(line_field(desk, words, asks.of_meeting(key)))
            for key, words in (
                ("place", "Place"),
                ("chair", "Chair"),
                ("secretary", "Secretary"),
            )
        }
        themes = text_field(desk, "Themes", asks.of_meeting("themes"), 3)
        self.fields["themes"] = self.add_field(themes)

    def show_meeting(self, row: MeetingRow | None) -> None:
        """Show a meeting, or say how to choose one."""
        if row is None:
            self.show_nothing()
            return
        pill = Standing(STANDINGS[row.status], shown(row.status.value))
        self.show_record(row.called, pill, changed(self._desk, "meeting", row.id))
        self.fit.setText(report.fit_words(month_for(row.held_on), row.held_on))
        days = report.days_of(row)
        told = [f"{days[step]:%a} {days[step].day} {days[step]:%b %Y}" if step in days else
                "After the next meeting" for step in report.SHORT]  # fmt: skip
        self.days.show_facts(*told)
        for key, field in self.fields.items():
            field.show_value(row, getattr(row, key))
