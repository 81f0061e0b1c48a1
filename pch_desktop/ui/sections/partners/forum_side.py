"""The side of a forum: who sits in it with how many votes, and the chain it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pch_desktop.reports import partners_forums as report
from pch_desktop.reports.words import plural
from pch_desktop.store import partners
from pch_desktop.store.partners import ForumRow, SeatRow
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.fields import Field, WordBox, line_field, text_field
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.pill import BETTER, NEAR, WORSE, Standing
from pch_desktop.ui.sections.partners import forum_asks as asks
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first

WIDTH = 320
TALL = 210
ADD = "Give a seat to…"
NEEDS = "Must be there, with ; between"


class ForumSide(Inspector):
    """One forum: can it decide, who sits in it, how it meets."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Choose a forum to see who sits in it and how it decides.", WIDTH)
        self._desk = desk
        self._row: ForumRow | None = None
        self._names: Sequence[str] = ()
        self._forums: Sequence[ForumRow] = ()
        self._facts = self.add_facts("Above it", "Below it", "Votes")
        edits: Edits[SeatRow] = Edits(
            desk, {key: asks.of_seat(key) for key in asks.SEAT}, None, asks.removing_seats
        )
        self._model = TableModel(report.SEATS, edits, noun="seat")
        self.seats = Grid(desk, self._model, "Members of the forum", key="forum seats")
        hide_at_first(desk, self.seats, "forum seats", "weight")
        self.seats.setFixedHeight(desk.theme.px(TALL))
        self.add(self.seats)
        self.more = self.add(WordBox((), may_be_blank=False))
        self.more.setAccessibleName("Give a partner a seat")
        self.more.textActivated.connect(self._seat)
        self.fields: dict[str, Field[Any]] = {
            "chair": self.add_field(line_field(desk, "Chair", asks.of_forum("chair"))),
            "needs": self.add_field(line_field(desk, NEEDS, asks.of_forum("needs"))),
            "frequency": self.add_field(line_field(desk, "Meets", asks.of_forum("frequency"))),
            "purpose": self.add_field(
                text_field(desk, "What it is for", asks.of_forum("purpose"), 3)
            ),
        }
        self._source = self.add_facts("Source")

    def know(self, forums: Sequence[ForumRow], names: Sequence[str]) -> None:
        """Take note of every forum, and of the partners that may have seats."""
        self._forums, self._names = forums, names

    def show_forum(self, row: ForumRow | None) -> None:
        """Show a forum, or say how to choose one."""
        self._row = row
        if row is None:
            self.show_nothing()
            return
        self.show_record(row.name, standing(row), changed(self._desk, "forum", row.id))
        below = ", ".join(one.name for one in self._forums if one.reports_to == row.name)
        votes = plural(row.votes, "vote") if row.votes is not None else ""
        votes += f" of {plural(row.voting, 'member')}" if votes else ""
        self._facts.show_facts(row.reports_to or "Nobody", below or "Nobody", votes)
        self._model.show(row.seats)
        sitting = {seat.partner for seat in row.seats}
        self.more.clear()
        self.more.addItems([ADD, *(name for name in self._names if name not in sitting)])
        self.more.setEnabled(not self._desk.is_read_only)
        values = {column.key: column.value(row) for column in report.FORUMS}
        for key, field in self.fields.items():
            field.show_value(row, values[key])
        self._source.show_facts(row.source or "")

    def _seat(self, name: str) -> None:
        if self._row is not None and name != ADD:
            label = f"Give {name} a seat in {self._row.name}"
            self._desk.edit(label, partners.add_seat, self._row.id, name, {})


def standing(row: ForumRow) -> Standing:
    """Return whether a forum could be quorate were all its members there."""
    if report.unable(row):
        return Standing(WORSE, "Cannot be quorate")
    if not row.seats or row.rule is None or row.votes is None:
        return Standing(NEAR, "Not all laid down")
    return Standing(BETTER, "Can decide")
