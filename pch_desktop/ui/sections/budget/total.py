"""The sum: what is agreed with the version, and what it comes to."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from pch_desktop.domain.period import FinancialYear
from pch_desktop.reports.budget_sum import SumRow, sum_finding, sum_rows
from pch_desktop.reports.table import Kind, Value
from pch_desktop.reports.words import written
from pch_desktop.store import budget
from pch_desktop.store.budget import CapitatedSum
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import Field, line_field
from pch_desktop.ui.parts import card, label
from pch_desktop.ui.sections.budget import capitation_asks as asks
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.strip import Tone

AGREED = (
    "Leave the people blank where the lists at hand are meant. Top-slice is a share of the gross "
    "sum, contingency of what the top-slice leaves."
)
FIELDS: tuple[tuple[str, str, Kind], ...] = (
    ("top_slice_share", "Top-slice, such as 0.5%", Kind.RATE),
    ("contingency_share", "Contingency, such as 0.5%", Kind.RATE),
    ("registered_people", "Registered people agreed", Kind.COUNT),
    ("weighted_people", "Weighted people agreed", Kind.NUMBER),
    ("care_home_beds", "Care-home beds", Kind.COUNT),
)
"""By field of the version: its name on the page and its kind."""
NARROW, WIDEST = 270, 620


class SumView:
    """Fields at the left, the sum step by step at the right."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.fields: dict[str, Field[Any]] = {
            key: line_field(desk, name, asks.of_sum(self._year, key), kind)
            for key, name, kind in FIELDS
        }
        self._steps = QGridLayout()
        self._steps.setHorizontalSpacing(18)
        self._steps.setVerticalSpacing(4)
        self._steps.setColumnStretch(0, 1)
        self.shown: dict[str, str] = {}
        """What each figure reads, by its key."""
        self.finding = label("", "lead", wrap=True)
        self.sheet = Sheet(desk, self._laid_out())
        self.sheet.toolbar.set_aside("")

    def show_figures(self, figures: Figures) -> None:
        """Show the sum of the version at hand."""
        total = self._desk.file.read(budget.annual_sum, figures.month)
        agreed = self._desk.file.read(budget.agreed, figures.month.financial_year)
        for key, field in self.fields.items():
            field.setEnabled(agreed is not None)
            field.show_value(agreed, _value(agreed, key))
        self.finding.setText(sum_finding(total))
        self._show(sum_rows(total) if total else [])
        self._warn(total)

    def _warn(self, total: CapitatedSum | None) -> None:
        self.sheet.strip.hide()
        if total is not None and total.kept is None:
            self.sheet.strip.tell(sum_finding(total), Tone.WARNING)

    def _show(self, rows: list[SumRow]) -> None:
        while (old := self._steps.takeAt(0)) is not None:
            if (gone := old.widget()) is not None:
                gone.deleteLater()
        self.shown = {row.key: written(row.value, row.kind) or "Not known" for row in rows}
        for at, row in enumerate(rows):
            name, value = label(row.name), label(self.shown[row.key], "strong")
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            words = label(row.words, "secondary", wrap=True)
            value.setAccessibleName(f"{row.name}: {self.shown[row.key]}. {row.words}")
            self._steps.addWidget(name, 2 * at, 0)
            self._steps.addWidget(value, 2 * at, 1)
            self._steps.addWidget(words, 2 * at + 1, 0, 1, 2)

    def _laid_out(self) -> QWidget:
        page = QWidget()
        line = QHBoxLayout(page)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        left, fields = card("What is agreed")
        fields.addWidget(label(AGREED, "secondary", wrap=True))
        for field in self.fields.values():
            fields.addWidget(field)
        left.setFixedWidth(self._desk.theme.px(NARROW))
        right, steps = card("What it comes to")
        right.setMaximumWidth(self._desk.theme.px(WIDEST))
        steps.addWidget(self.finding)
        steps.addLayout(self._steps)
        for part, stretch in ((left, 0), (right, 3)):
            side = QVBoxLayout()
            side.addWidget(part)
            side.addStretch(1)
            line.addLayout(side, stretch)
        line.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(page)
        scroll.setFocusProxy(next(iter(self.fields.values())).box)
        return scroll

    def _year(self) -> FinancialYear:
        return self._desk.month.financial_year


def _value(agreed: object, key: str) -> Value:
    return getattr(agreed, key, None)
