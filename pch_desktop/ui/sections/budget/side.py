"""The side of a budget line: its months, where its figures come from, its commentary."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox

from pch_desktop.domain.budget import Method
from pch_desktop.domain.population import WEIGHTING_WORDS
from pch_desktop.reports.budget import StandingRow
from pch_desktop.reports.budget_checks import MOST_WORDS
from pch_desktop.reports.judged import JUDGED
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store import budget
from pch_desktop.store.budget import EntryRow, PartRow
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import Field, text_field, word_field
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import button
from pch_desktop.ui.pill import BETTER, NEAR, UNKNOWN, WORSE, Standing
from pch_desktop.ui.sections.budget import asks
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sections.budget.strip import Ways
from pch_desktop.ui.sparkline import Trend

FACTS = ("Owner", "Source", "Weighted by", "Range")
MORE = ("Provider", "Payer", "Spread", "Baseline", "From")
WAYS = {"Green": BETTER, "Amber": NEAR, "Red": WORSE}
THOUSAND = 100_000
PAUSE_MS = 60
SHORTEST = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class LineSide:
    """Shows one line in the inspector."""

    def __init__(self, desk: Desk, ways: Ways) -> None:
        self._desk = desk
        self._line_id: int | None = None
        self._row: StandingRow | None = None
        self._figures: Figures | None = None
        self.inspector = Inspector(desk, "Choose a budget line to see what is behind it.")
        # The history is long, and who changed the line can wait until the figures are drawn.
        self._pause = QTimer(self.inspector)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.show_changed)
        self._trend = self.inspector.add_trend("Monthly actual, £000")
        self._facts = self.inspector.add_facts(*FACTS)
        self.method: Field[Any] = self.inspector.add_field(
            word_field(desk, "Forecast method", listed(Method), asks.word("method", Method),
                       may_be_blank=False)
        )  # fmt: skip
        self.reason: Field[Any] = self.inspector.add_field(
            text_field(desk, "Reason for the forecast by hand", asks.field("method_reason"), 2)
        )
        self.commentary: Field[Any] = self.inspector.add_field(
            text_field(desk, "Commentary for the board", asks.field("commentary"), 6)
        )
        self.commentary.box.setPlaceholderText(f"At most {MOST_WORDS} words")
        self.method.box.setMinimumContentsLength(12)
        self.method.box.setSizeAdjustPolicy(SHORTEST)
        self._more = self.inspector.add_facts(*MORE)
        self._behind = self.inspector.add(
            button("What is behind the actuals", lambda: self._show_entries(ways), "link")
        )

    def show_line(self, row: StandingRow | None, figures: Figures) -> None:
        """Show a line; nothing is shown on headings and the empty line."""
        if row is not None and row is self._row and figures is self._figures:
            return
        self._row, self._figures = row, figures
        self._line_id = None if row is None else row.id
        if row is None or figures.year is None:
            self.inspector.show_nothing()
            return
        line = row.line
        self.inspector.show_record(row.name, standing_of(row))
        self._pause.start(PAUSE_MS)
        self._trend.show_trend(trend_of(row, figures.month.number))
        source = self._desk.file.read(budget.source, row.id, figures.month)
        parts = self._desk.file.read(budget.parts, figures.year.version_id, row.id)
        self._facts.show_facts(
            line.owner or "",
            source_words(source),
            WEIGHTING_WORDS[line.weighted_by],
            range_words(row),
        )
        self._more.show_facts(
            line.provider or "",
            line.payer or "",
            shown(line.profile.value),
            written(line.baseline_pence, Kind.MONEY),
            baseline_source(parts),
        )
        self.method.show_value(row, shown(line.method.value))
        self.reason.show_value(row, line.method_reason)
        self.reason.setVisible(line.method is Method.MANUAL)
        self.commentary.show_value(row, line.commentary)

    def write(self, field: str) -> None:
        """Put the focus where the commentary, or the reason, is written."""
        self.inspector.show()
        box = self.reason.box if field == "reason" else self.commentary.box
        box.setFocus()

    def _show_entries(self, ways: Ways) -> None:
        if self._line_id is not None:
            ways.show_entries(self._line_id)

    def show_changed(self) -> None:
        """Say who changed the line last."""
        if self._row is None or self._row.id != self._line_id or not self.inspector.isVisible():
            return
        words = changed(self._desk, "budget_line", self._row.id)
        if words:
            self.inspector.show_record(self._row.name, standing_of(self._row), words)


def standing_of(row: StandingRow) -> Standing:
    """Return how a line stands: £186k over, £15k under, on budget."""
    variance = row.outturn_variance
    if variance is None or row.rating is None:
        return Standing(UNKNOWN, "Not known")
    if not variance:
        return Standing(BETTER, "On budget")
    side = "under" if variance > 0 else "over"
    judged = JUDGED if row.judged else ""
    return Standing(WAYS[row.rating], f"{_k(abs(variance))} {side}{judged}")


def trend_of(row: StandingRow, month_number: int) -> Trend:
    """Return a line's months so far in £000, against the budget of the month at hand."""
    points = tuple(
        None if pence is None else round(pence / THOUSAND, 1)
        for pence in row.line.year.actual[:month_number]
    )
    target = row.line.year.budget[month_number - 1] / THOUSAND
    way = WAYS.get(row.rating or "", UNKNOWN)
    return Trend(points, round(target, 1), way)


def source_words(entry: EntryRow | None) -> str:
    """Return where a line's latest actual comes from."""
    if entry is None:
        return "No actuals yet"
    words = f"{shown(entry.basis.value)}, {entry.month.words[:3]} {entry.month.year}"
    return f"{words}, provisional" if entry.is_provisional else words


def range_words(row: StandingRow) -> str:
    """Return the lowest and highest forecast of a line."""
    now = row.line.standing
    if now.lowest is None or now.highest is None or row.annual is None:
        return ""
    if now.lowest == now.highest:
        return _k(now.lowest)
    return f"{_k(now.lowest)} to {_k(now.highest)}"


def baseline_source(parts: list[PartRow]) -> str:
    """Return where a line's baseline comes from."""
    practices = sum(part.practice is not None for part in parts)
    if practices:
        year = f", {parts[0].year}" if parts[0].year else ""
        return f"Payments to {plural(practices, 'practice')}{year}"
    return (parts[0].source or "") if parts else ""


def _k(pence: int) -> str:
    return (
        f"£{written(pence, Kind.THOUSANDS)}k" if pence >= THOUSAND else written(pence, Kind.MONEY)
    )
