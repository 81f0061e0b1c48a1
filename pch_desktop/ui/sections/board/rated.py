"""Ratings, by the rule and as judged, with the reason that prints."""

from __future__ import annotations

from pch_desktop.domain.board_registers import Confidence
from pch_desktop.reports.board_rated import RATED, RatedRow, rated_finding, rated_rows
from pch_desktop.store import board
from pch_desktop.store.shared import at_once
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.fields import TextBox, WordBox
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import button, label
from pch_desktop.ui.table_model import TableModel

HINT = "Choose what is rated to judge it otherwise than the rule does."
WIDTH, TALL = 300, 110


class RatedSide(Inspector):
    """One rating: the rule's, the one judged, and why."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, HINT, WIDTH)
        self._row: RatedRow | None = None
        self._facts = self.add_facts("By the rule")
        self.add(label("Judged", "small"))
        self.rating = self.add(WordBox([each.value for each in Confidence], may_be_blank=False))
        self.rating.setAccessibleName("Judged rating")
        self.add(label("Reason, which prints", "small"))
        self.reason = self.add(TextBox())
        self.reason.setAccessibleName("Reason of the rating")
        self.reason.setFixedHeight(desk.theme.px(TALL))
        self.judge = self.add(button("Judge", self.keep, "strong"))
        self.back = self.add(button("Let the rule rate", self.take_back))

    def show_rated(self, row: object) -> None:
        """Show a rating; what is being written for the same one stays."""
        if not isinstance(row, RatedRow):
            self._row = None
            self.show_nothing()
            return
        is_same = self._row is not None and self._row.key == row.key
        if not is_same or row != self._row:
            self.rating.put(row.judged or row.rule or "")
            self.reason.put(row.reason or "")
        self._row = row
        self.show_record(row.name)
        self._facts.show_facts(row.rule or "")
        may_write = not self._desk.is_read_only
        self.judge.setEnabled(may_write)
        self.back.setEnabled(may_write and row.judged is not None)

    def keep(self) -> None:
        """Judge the rating, with its reason, as one step."""
        row, month = self._row, self._desk.month
        if row is not None:
            rating = Confidence(self.rating.text_now())
            label_words = f"Judge {row.name} of {month.words} {rating.value}"
            reason = self.reason.text_now()
            self._desk.edit(label_words, board.override_rating, month, row.key, rating, reason)

    def take_back(self) -> None:
        """Let the rule rate again."""
        row, month = self._row, self._desk.month
        if row is not None:
            words = f"Let the rule rate {row.name} of {month.words}"
            self._desk.edit(words, board.take_back_rating, month, row.key)


class RatedView(FoundSheet):
    """All that has a rating in the month at hand."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.side = RatedSide(desk)
        edits: Edits[RatedRow] = Edits(desk)
        model = TableModel(RATED, edits, noun="rating")
        super().__init__(Grid(desk, model, "Ratings", key="board ratings"), self.side)
        self.add_columns()
        self.grid.row_changed.connect(self.side.show_rated)
        desk.listen((), self.read, self)
        self.read()

    def read(self) -> None:
        """Show the ratings of the month at hand."""
        rows = at_once(self._desk.file, lambda shared: rated_rows(shared, self._desk.month))
        self.grid.model.show(rows)
        self.tell(rated_finding(rows))
        self.side.show_rated(self.grid.current_row)
