"""Starters and leavers: who came and went in a period, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import LeavingReason
from pch_desktop.domain.workforce_flow import FlowMeasures
from pch_desktop.reports.table import Kind, Value
from pch_desktop.reports.words import plural, shown, written
from pch_desktop.reports.workforce_flow import (
    FLOWS,
    FlowRow,
    ReasonRow,
    flow_measures,
    flow_rows,
    periods,
    reasons,
)
from pch_desktop.reports.workforce_flow_pack import finding
from pch_desktop.store import workforce
from pch_desktop.ui.asking import Meaning, as_typed, word
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import CellEdit, Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import label
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.parts import choices, hide_at_first
from pch_desktop.ui.sections.workforce.who import Recording
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel

KEY = "workforce starters and leavers"
READS = frozenset({"assignment", "person", "post", "role", "partner", "recruitment"})
WIDTH = 264
EMPTY = (
    "Nobody has started or left in this period. Record who starts and who leaves, and turnover, "
    "stability and the charts follow."
)
CELLS: Mapping[str, tuple[str, str, Meaning]] = {
    "leaving_reason": ("leaving_reason", "reason for leaving", word(LeavingReason)),
    "destination": ("destination", "where they went", as_typed),
}


def of_leaver(field: str, words: str, turn: Meaning = as_typed) -> CellEdit[FlowRow]:
    """Return how what is known of somebody's going is changed."""

    def ask(row: FlowRow, value: Value) -> Change:
        if not row.has_gone:
            raise Refusal("Only who has gone has a reason. Choose the line of a leaver.")
        label_ = f"Change {words} of {row.person} in {row.post} {row.role}"
        args = (row.assignment_id, field, turn(value))
        return Change(label_, workforce.set_assignment, args, row.person)

    return ask


class ComingView(Sheet):
    """Who started, left, moved or changed hours, in groups that add up; the figures beside."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        self._chosen = 0
        self.recording = Recording(desk, at)
        cells = {key: of_leaver(*told) for key, told in CELLS.items()}
        self.model: TableModel[FlowRow] = TableModel(FLOWS, Edits(desk, cells), noun="line")
        self.grid = Grid(desk, self.model, "Starters and leavers", key=KEY)
        self.side = ComingSide(desk)
        super().__init__(desk, self.grid, self.side)
        hide_at_first(desk, self.grid, KEY, "flow", "post")
        self.grid.group(lambda row: shown(row.flow.value))
        self._empty = EmptyState(
            desk, "population", EMPTY, ("Record a starter", self.recording.ask_starter),
            also=("Record a leaver", self.recording.ask_leaver),
        )  # fmt: skip
        self._add_verbs()
        place = self.layout()
        if isinstance(place, QVBoxLayout):
            place.insertWidget(1, self.recording.question)
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show the period up to the day."""
        day = self._at.day
        words, (since, until) = tuple(periods(day).items())[self._chosen]
        rows = flow_rows(self._desk.file, since, until)
        self._period.setText(f" Period: {words}")
        self.model.show(rows)
        self.show_empty(self._empty, is_empty=not rows)
        self.toolbar.set_aside(finding(rows) if rows else "")
        title = f"{words}, to {written(until, Kind.DATE)}"
        self.side.show_figures(title, reasons(rows), flow_measures(self._desk.file, until))

    def choose(self, words: str) -> None:
        """Look at another period, by its words."""
        self._chosen = tuple(periods(self._at.day)).index(words)
        self.read()

    def _add_verbs(self) -> None:
        bar = self.toolbar
        bar.add("Filter", "filter", self.grid.open_filter, "Find lines (Ctrl+F)")
        self._period = bar.add_menu("Period", "history", self._periods)
        bar.add_menu("Columns", "columns", self.grid.columns.menu)
        for words, icon, press, hint in (
            ("Record a starter", "plus", self.recording.ask_starter,
             "Put somebody into a vacant post from a day on"),
            ("Record a leaver", "right", self.recording.ask_leaver,
             "End what somebody holds, with the reason and where they go"),
        ):  # fmt: skip
            bar.add(words, icon, press, hint).setEnabled(not self._desk.is_read_only)

    def _periods(self) -> QMenu:
        return choices(self._period, tuple(periods(self._at.day)), self.choose)


class ComingSide(Inspector):
    """What the period comes to: leavers by reason, turnover, stability, time to fill."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "", WIDTH)
        self.setAccessibleName("About the period")
        self.reasons = self.add(Reasons())
        self.add(label("Twelve months", "small"))
        self._facts = self.add_facts("Turnover, heads", "Turnover, WTE", "Stability",
                                     "Time to fill")  # fmt: skip

    def show_figures(self, title: str, by_reason: Sequence[ReasonRow], found: FlowMeasures) -> None:
        """Show the leavers of a period by reason, and the measures of the twelve months."""
        self.show_record(title)
        self.reasons.show_reasons(by_reason)
        average = (found.start_heads + found.end_heads) / 2
        fill = written(found.fill_days, Kind.NUMBER)
        self._facts.show_facts(
            _share(found.turnover_heads_share,
                   f"{found.leavers_heads:,} left of {average:,.1f} on average"),
            _share(found.turnover_wte_share, f"{written(found.leavers_wte, Kind.WTE)} WTE"),
            _share(found.stability_share,
                   f"{found.stayed_heads:,} of {found.start_heads:,} stayed"),
            f"{fill} days, {plural(found.filled, 'post')}" if fill else "",
        )  # fmt: skip


class Reasons(QWidget):
    """Leavers by reason: its words, heads and WTE, one line each."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Leavers by reason")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 2, 0, 8)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)

    def show_reasons(self, rows: Sequence[ReasonRow]) -> None:
        """Show the reasons, the most frequent first."""
        while (taken := self._grid.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        lines = [(row.reason, f"{row.heads:,}", written(row.wte, Kind.WTE)) for row in rows]
        for at, (reason, heads, wte) in enumerate([("Left because", "Heads", "WTE"), *lines]):
            for column, text in enumerate((reason, heads, wte)):
                look = "small" if at == 0 else "status_strong" if column else "secondary"
                made = label(text, look, wrap=column == 0)
                self._grid.addWidget(made, at, column)
        said = "; ".join(f"{reason} {heads}, {wte} WTE" for reason, heads, wte in lines)
        self.setAccessibleDescription(said or "Nobody left")
        self.setVisible(bool(rows))


def _share(share: Decimal | None, made_of: str) -> str:
    return "" if share is None else f"{written(share, Kind.SHARE)}: {made_of}"
