"""Patient voice: what was said, what was done; never by whom."""

from __future__ import annotations

from typing import Any

from pch_desktop.domain.board import VoiceStatus
from pch_desktop.reports import board_voice as report
from pch_desktop.reports.words import plural, shown
from pch_desktop.store import board, population, services
from pch_desktop.store.board import VoiceRow
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.fields import Field, text_field
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.pill import BETTER, NEAR, UNKNOWN, Standing
from pch_desktop.ui.sections.board import decision_asks as asks
from pch_desktop.ui.sections.board.at_hand import day_at_hand
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first, worded

KEY = "board voice"
READS = frozenset({"patient_voice", "service", "practice"})
HIDDEN = ("source", "people", "service", "practice")
PURPOSE = (
    "Write down what patients and the public said, and what was done about it. Never write who "
    "said it: no names, no NHS numbers."
)
STANDINGS = {
    VoiceStatus.HEARD: UNKNOWN,
    VoiceStatus.ACTING: NEAR,
    VoiceStatus.DONE: BETTER,
    VoiceStatus.FED_BACK: BETTER,
}


class VoiceView(FoundSheet):
    """What was heard, the latest first."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[VoiceRow] = Edits(
            desk,
            {key: asks.of_voice(key) for key in asks.VOICE},
            asks.adding_voice(lambda: day_at_hand(desk.month)),
            asks.removing_voice,
        )
        self._model = TableModel(report.VOICE, edits, noun="line")
        self.side = VoiceSide(desk)
        super().__init__(Grid(desk, self._model, report.VIEW, key=KEY), self.side)
        hide_at_first(desk, self.grid, KEY, *HIDDEN)
        self.add_groups(
            {
                "status": lambda row: shown(row.status.value),
                "theme": lambda row: row.theme,
                "service": lambda row: row.service or "No one service",
            }
        )
        self.add_columns()
        self.add_adding("Add what was heard")
        self.offer_beginning("note", PURPOSE, "Add the first")
        self.grid.row_changed.connect(self.side.show_voice)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show what was heard up to the end of the month at hand."""
        read, month = self._desk.file.read, self._desk.month
        rows = read(board.voice, month.last)
        self._model.columns = worded(
            report.VOICE,
            service=[row.name for row in read(services.services, month)],
            practice=[row.name for row in read(population.practices, month)],
        )
        self.show_rows(rows)
        self.tell(report.voice_sentence(rows))
        self.toolbar.set_aside(plural(len(rows), "thing") + " heard" if rows else "")
        self.side.show_voice(self.grid.current_row)


class VoiceSide(Inspector):
    """You said, we did."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Choose a line to write what was done.", 290)
        self._desk = desk
        self._facts = self.add_facts("Heard from", "People", "About")
        self.fields: dict[str, Field[Any]] = {
            "said": self.add_field(text_field(desk, "You said", asks.of_voice("said"), 5)),
            "done": self.add_field(text_field(desk, "We did", asks.of_voice("done"), 5)),
        }

    def show_voice(self, row: VoiceRow | None) -> None:
        """Show what was heard, or say how to choose it."""
        if row is None:
            self.show_nothing()
            return
        pill = Standing(STANDINGS[row.status], shown(row.status.value))
        self.show_record(row.theme, pill, changed(self._desk, "patient_voice", row.id))
        people = "" if row.people is None else f"{row.people:,}"
        about = row.service or row.practice or "No one service"
        self._facts.show_facts(shown(row.source.value), people, about)
        for key, field in self.fields.items():
            field.show_value(row, getattr(row, key))
