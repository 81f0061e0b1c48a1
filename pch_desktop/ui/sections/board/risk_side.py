"""The side of a risk: its three scores, what is done about it, where it came from."""

from __future__ import annotations

from typing import Any

from pch_desktop.domain.board_risks import Band, Score
from pch_desktop.reports import board_risks as report
from pch_desktop.reports.board_mitigations import MITIGATIONS
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store.board import MitigationRow, RiskRow
from pch_desktop.ui.change import Change
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.fields import Field, line_field, text_field
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.pill import BETTER, NEAR, UNKNOWN, WORSE, Standing
from pch_desktop.ui.sections.board import risk_asks as asks
from pch_desktop.ui.table_model import TableModel

WIDTH = 320
TALL = 150
WAYS = {Band.LOW: BETTER, Band.MODERATE: BETTER, Band.HIGH: NEAR, Band.EXTREME: WORSE}
PARTS = ("text", "due_on", "done_on", "standing")


class RiskSide(Inspector):
    """One risk: its scores, its mitigations, its words, its history."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Choose a risk to see its scores and what is done about it.", WIDTH)
        self._desk = desk
        self._row: RiskRow | None = None
        self._scores = self.add_facts("With nothing done", "Now", "Aimed at", "Appetite", "Trend")
        edits: Edits[MitigationRow] = Edits(
            desk,
            {key: asks.of_mitigation(key) for key in asks.PART},
            self._add,
            asks.removing_mitigations,
        )
        columns = tuple(column for column in MITIGATIONS if column.key in PARTS)
        self.parts_model = TableModel(columns, edits, noun="mitigation")
        self.parts = Grid(desk, self.parts_model, "Mitigations of the risk", key="risk side")
        self.parts.setFixedHeight(desk.theme.px(TALL))
        self.add(self.parts)
        self.fields: dict[str, Field[Any]] = {
            "cause": self.add_field(text_field(desk, "If (cause)", asks.of_risk("cause"), 2)),
            "event": self.add_field(text_field(desk, "Then (event)", asks.of_risk("event"), 2)),
            "effect": self.add_field(text_field(desk, "So that", asks.of_risk("effect"), 2)),
            "controls": self.add_field(
                text_field(desk, "Controls in place", asks.of_risk("controls"), 2)
            ),
            "owner": self.add_field(line_field(desk, "Owner", asks.of_risk("owner"))),
            "note": self.add_field(text_field(desk, "Note", asks.of_risk("note"), 2)),
        }
        self._history = self.add_facts("Scored before", "Next review")

    def show_risk(self, row: RiskRow | None) -> None:
        """Show a risk, or say how to choose one."""
        self._row = row
        if row is None:
            self.show_nothing()
            return
        title = f"{row.reference} {row.title}"
        self.show_record(title, standing(row), changed(self._desk, "risk", row.id))
        bears = written(row.appetite, Kind.COUNT)
        against = f"{bears}, {report.standing(row)}" if report.standing(row) else bears
        scores = (told(row.inherent), told(row.current), told(row.target))
        self._scores.show_facts(*scores, against, report.trend_words(row) or "")
        self.parts_model.show(row.mitigations)
        values = {column.key: column.value(row) for column in report.RISKS}
        for key, field in self.fields.items():
            field.show_value(row, values[key])
        self._history.show_facts(_history(row), written(row.review_on, Kind.DATE))

    def _add(self, values: Any) -> Change:
        reference = self._row.reference if self._row else None
        return asks.adding_mitigation({**values, "reference": reference})


def told(score: Score) -> str:
    """Return a score with its two sides, consequence first: 12 (4 × 3)."""
    if score.product is None:
        return ""
    return f"{score.product} ({score.consequence} × {score.likelihood})"


def standing(row: RiskRow) -> Standing:
    """Return how heavily a risk weighs, as a pill."""
    if not row.is_open:
        return Standing(UNKNOWN, "Closed")
    if row.band is None:
        return Standing(UNKNOWN, "Not scored")
    return Standing(WAYS[row.band], f"{row.band.value}, {row.current.product}")


def _history(row: RiskRow) -> str:
    lines = [
        f"{written(one.score.on, Kind.DATE)}: {one.score.product}" for one in reversed(row.scores)
    ]
    return "\n".join(lines)
