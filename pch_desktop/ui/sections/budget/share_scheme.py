"""What was agreed on sharing: each term in a field."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from pch_desktop.domain.budget_share import (
    CapBasis,
    DeadBand,
    DrawRule,
    QualityMode,
    ShareBaseline,
    SplitRule,
)
from pch_desktop.domain.sharing import Terms
from pch_desktop.domain.splitting import SplitBy
from pch_desktop.reports.budget_share_words import NO_SCHEME
from pch_desktop.reports.table import Kind, Value
from pch_desktop.reports.words import listed, shown
from pch_desktop.store.budget import sharing
from pch_desktop.store.budget.sharing import SchemeRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import Field, line_field, text_field, word_field
from pch_desktop.ui.parts import card
from pch_desktop.ui.room import scrolling
from pch_desktop.ui.sections.budget import share_asks as asks
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.strip import Tone

Of = Callable[[SchemeRow], Value]
USUAL = f"{NO_SCHEME} These are the usual terms: change one, or agree on them as they stand."
LARGE_PERCENT = 120
YES, NONE = "Agree on these", "None"


class SchemeView:
    """The terms of a year's scheme, in cards; the first change makes the scheme."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.fields: dict[str, Field[Any]] = {}
        self._values: dict[str, Of] = {}
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._cards = [self._shared(), self._limited(), self._split(), self._agreed()]
        self._lay_out()
        desk.theme_changed.connect(self._lay_out)
        self.sheet = Sheet(desk, scrolling(inside, self.fields["gain_share"].box))
        self.sheet.toolbar.hide()

    def show_figures(self, figures: Figures) -> None:
        """Show what was agreed for the month's year; the usual terms while nothing was."""
        year = figures.month.financial_year
        agreed = self._desk.file.read(sharing.scheme, year)
        shown_row = agreed or usual(figures)
        for name, field in self.fields.items():
            field.show_value(shown_row, self._values[name](shown_row))
        self.sheet.strip.hide()
        if agreed is None:
            self.sheet.strip.tell(USUAL, Tone.NOTE, (YES, self._agree), may_close=False)

    def _lay_out(self, *_theme: object) -> None:
        """Put four cards in a row, two where the letters are large."""
        across = 4 if self._desk.theme.text_percent <= LARGE_PERCENT else 2
        for at, each in enumerate(self._cards):
            place = divmod(at, across)
            self._grid.addWidget(each, *place, Qt.AlignmentFlag.AlignTop)
        for column in range(4):
            self._grid.setColumnStretch(column, int(column < across))
        self._grid.setRowStretch(4, 1)

    def _agree(self) -> None:
        change = asks.agreeing(self._desk.month.financial_year)
        self._desk.edit(change.label, change.command, *change.args)

    def _shared(self) -> QWidget:
        return self._card(
            "What is shared",
            self._word("baseline", "Held against", ShareBaseline, lambda row: row.baseline),
            self._share("growth_share", "Growth on the year before", lambda row: row.growth_share),
            self._share("gain_share", "Locality's share of a gain",
                        lambda row: row.terms.gain_share),
            self._share("loss_share", "Locality's share of a loss, 0% for none",
                        lambda row: row.terms.loss_share),
            self._share("deadband_share", "Dead band, such as 0.5% of budget",
                        lambda row: row.terms.deadband_share),
            self._word("deadband_mode", "Past the dead band is shared", DeadBand,
                       lambda row: row.terms.deadband_mode),
        )  # fmt: skip

    def _limited(self) -> QWidget:
        return self._card(
            "Limits and quality",
            self._share("cap_gain_share", "Cap on a gain, such as 2% of budget",
                        lambda row: row.terms.cap_gain_share),
            self._share("cap_loss_share", "Collar on a loss, at most the cap",
                        lambda row: row.terms.cap_loss_share),
            self._word("cap_basis", "Cap and collar limit", CapBasis,
                       lambda row: row.terms.cap_basis),
            self._word("quality_mode", "Quality scales a gain by", QualityMode,
                       lambda row: row.quality_mode),
            self._line("quality_threshold", "Score that passes, 0 to 100", Kind.COUNT,
                       lambda row: row.quality_threshold),
        )  # fmt: skip

    def _split(self) -> QWidget:
        return self._card(
            "Split and risk pool",
            self._word("split_rule", "Split among partners by", SplitRule,
                       lambda row: row.split_by.rule),
            self._word("second_rule", "And by a second rule", SplitRule,
                       lambda row: row.split_by.second_rule, may_be_blank=True),
            self._share("second_share", "Share of the money by the second rule",
                        lambda row: row.split_by.second_share),
            self._word("draw_rule", "The risk pool pays", DrawRule, lambda row: row.draw_rule),
        )  # fmt: skip

    def _agreed(self) -> QWidget:
        note = text_field(self._desk, "Note", asks.term("note"), 3)
        return self._card(
            "When and where",
            self._line("agreed_on", "Agreed on", Kind.DATE, lambda row: row.agreed_on),
            self._line("minute_reference", "Minuted", Kind.TEXT, lambda row: row.minute_reference),
            self._line("review_months", "Reviewed every so many months", Kind.COUNT,
                       lambda row: row.review_months),
            self._kept("note", note, lambda row: row.note),
        )  # fmt: skip

    def _card(self, title: str, *fields: QWidget) -> QWidget:
        made, column = card(title)
        for field in fields:
            column.addWidget(field)
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(made)
        return holder

    def _word(
        self, name: str, title: str, words: type[StrEnum], of: Of, *, may_be_blank: bool = False
    ) -> QWidget:
        ask = asks.term(name, words)
        offered = (*([NONE] if may_be_blank else []), *listed(words))
        made = word_field(self._desk, title, offered, ask, may_be_blank=False)

        def value(row: SchemeRow) -> Value:
            word = of(row)
            return shown(word.value) if isinstance(word, StrEnum) else NONE

        return self._kept(name, made, value)

    def _share(self, name: str, title: str, of: Of) -> QWidget:
        return self._line(name, title, Kind.SHARE, of)

    def _line(self, name: str, title: str, kind: Kind, of: Of) -> QWidget:
        return self._kept(name, line_field(self._desk, title, asks.term(name), kind), of)

    def _kept(self, name: str, field: Field[Any], of: Of) -> QWidget:
        self.fields[name], self._values[name] = field, of
        return field


def usual(figures: Figures) -> SchemeRow:
    """Return the terms a scheme begins with."""
    return SchemeRow(
        id=0,
        year=figures.month.financial_year,
        baseline=ShareBaseline.BUDGET,
        growth_share=None,
        terms=Terms(deadband_share=Decimal(0)),
        quality_mode=QualityMode.NONE,
        quality_threshold=60,
        split_by=SplitBy(SplitRule.EQUAL),
        draw_rule=DrawRule.BOARD,
        review_months=3,
        agreed_on=None,
        minute_reference=None,
        note=None,
    )
