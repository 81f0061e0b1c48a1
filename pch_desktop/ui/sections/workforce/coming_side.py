"""The side of starters and leavers: why people left, and the measures of twelve months."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from pch_desktop.domain.workforce_flow import FlowMeasures
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.reports.workforce_flow_months import ReasonRow
from pch_desktop.reports.workforce_flow_words import measure_words
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import label

WIDTH = 264


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
        self._facts.show_facts(*measure_words(found).values())


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
