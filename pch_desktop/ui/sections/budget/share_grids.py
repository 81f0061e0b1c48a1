"""What a sharing rests on, each in a table: partners, measures, adjustments, the risk pool."""

from __future__ import annotations

from typing import Any

from pch_desktop.domain.budget_share import QualityMode, SplitRule
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.sharing import ALL_WEIGHTS, Measure, must_weigh
from pch_desktop.domain.splitting import weights
from pch_desktop.reports.budget_settlements import (
    ADJUSTMENTS,
    MEASURES,
    POOL,
    TAKERS,
    pool_words,
)
from pch_desktop.reports.words import plural
from pch_desktop.store.budget import share_edits, sharing
from pch_desktop.store.budget.sharing import MeasureRow, PoolEntryRow, ShareAdjustmentRow
from pch_desktop.store.budget.takers import TakerRow, with_provided
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.budget import share_asks as asks
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_sheet import TableSheet

PARTNERS_PURPOSE = (
    "Say which partners share a gain or loss, and what each is weighed by. Add the first."
)
QUALITY_PURPOSE = (
    "A gain may depend on quality. Name the measures, what each weighs of 100, and how far it "
    "was met."
)
ADJUSTMENTS_PURPOSE = (
    "What is shared need not be all the lines cost: leave out costly cases, or add what the list "
    "grew by. Add the first adjustment."
)
POOL_PURPOSE = (
    "A risk pool pays what no partner may bear. Enter what it opened with, what is put in, "
    "drawn and returned."
)


class TakersView(TableSheet):
    """The partners that take part."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[TakerRow] = Edits(
            desk,
            {key: asks.of_taker(key) for key in asks.TAKER},
            lambda values: asks.adding_taker(desk.month.financial_year, values),
            asks.removing_takers,
        )
        self._model = TableModel(TAKERS, edits, noun="partner")
        super().__init__(Grid(desk, self._model, "Partners of the share", key="share partners"))
        self.add_columns()
        self.add_adding("Add partner")
        self.offer_beginning("partners", PARTNERS_PURPOSE, "Add the first partner")

    @property
    def sheet(self) -> TakersView:
        """What stands in the window."""
        return self

    def show_figures(self, figures: Figures) -> None:
        """Show who takes part; the strip says what the split lacks."""
        facts = self._desk.file.read(sharing.share_facts, figures.month)
        if facts is None:
            self.show_rows(())
            self.strip.hide()
            return
        shared = sharing.in_share(figures.lines)
        rows = with_provided(facts.takers, sharing.provided(shared))
        self.show_rows(rows)
        self.toolbar.set_aside(f"Split by {facts.scheme.split_by.rule.value}")
        self.strip.hide()
        if not rows:
            return
        try:
            weights([row.taker for row in rows], facts.scheme.split_by)
        except Refusal as refusal:
            fix = ("Make it fit", self._fit)
            is_fixed = SplitRule.FIXED in (
                facts.scheme.split_by.rule,
                facts.scheme.split_by.second_rule,
            )
            self.strip.tell(str(refusal), Tone.WARNING, *([fix] if is_fixed else []))

    def _fit(self) -> None:
        agreed = self._desk.file.read(sharing.scheme, self._desk.month.financial_year)
        if agreed is not None:
            label = "Make the fixed shares 100%"
            self._desk.edit(label, share_edits.fit_fixed_shares, agreed.id)


class MeasuresView(TableSheet):
    """The quality measures a gain depends on."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[MeasureRow] = Edits(
            desk,
            {key: asks.of_measure(key) for key in asks.MEASURE},
            lambda values: asks.adding_measure(desk.month.financial_year, values),
            asks.removing_measures,
        )
        self._model = TableModel(MEASURES, edits, noun="measure")
        super().__init__(Grid(desk, self._model, "Quality measures", key="share quality"))
        self.add_adding("Add measure")
        self.offer_beginning("check", QUALITY_PURPOSE, "Add the first measure")

    @property
    def sheet(self) -> MeasuresView:
        """What stands in the window."""
        return self

    def show_figures(self, figures: Figures) -> None:
        """Show the measures; the strip says where their weights are not 100."""
        facts = self._desk.file.read(sharing.share_facts, figures.month)
        rows = facts.measures if facts else ()
        self.show_rows(rows)
        self.strip.hide()
        if facts is None or not rows:
            return
        mode, threshold = facts.scheme.quality_mode, facts.scheme.quality_threshold
        passes = f", {threshold} of {ALL_WEIGHTS} passes" if mode is not QualityMode.NONE else ""
        self.toolbar.set_aside(f"Mode: {mode.value}{passes}")
        try:
            must_weigh([Measure(row.name, row.weight, row.met_share) for row in rows])
        except Refusal as refusal:
            self.strip.tell(str(refusal), Tone.WARNING, ("Make them fit", self._fit))

    def _fit(self) -> None:
        agreed = self._desk.file.read(sharing.scheme, self._desk.month.financial_year)
        if agreed is not None:
            self._desk.edit("Make the weights 100", share_edits.fit_weights, agreed.id)


class AdjustmentsView(TableSheet):
    """What is shared beside the lines."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[ShareAdjustmentRow] = Edits(
            desk,
            {key: asks.of_adjustment(key) for key in asks.ADJUSTMENT},
            lambda values: asks.adding_adjustment(desk.month.financial_year, values),
            asks.removing_adjustments,
        )
        self._model = TableModel(ADJUSTMENTS, edits, noun="adjustment")
        super().__init__(Grid(desk, self._model, "Adjustments of the share", key="share adjust"))
        self.add_adding("Add adjustment")
        self.offer_beginning("pencil", ADJUSTMENTS_PURPOSE, "Add the first adjustment")

    @property
    def sheet(self) -> AdjustmentsView:
        """What stands in the window."""
        return self

    def show_figures(self, figures: Figures) -> None:
        """Show the adjustments, and how many lines they stand beside."""
        facts = self._desk.file.read(sharing.share_facts, figures.month)
        self.show_rows(facts.adjustments if facts else ())
        shared = sharing.in_share(figures.lines)
        left = len(figures.rows) - len(shared)
        out = f", {left} left out in Set-up" if left else ""
        self.toolbar.set_aside(f"Beside {plural(len(shared), 'line')} in the share{out}")


class PoolView(TableSheet):
    """What moves the risk pool."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[PoolEntryRow] = Edits(
            desk,
            {key: asks.of_pool_entry(key) for key in asks.POOL},
            lambda values: asks.adding_pool_entry(desk.month, values),
            asks.removing_pool_entries,
        )
        self._model = TableModel(POOL, edits, noun="movement")
        super().__init__(Grid(desk, self._model, "Risk pool", key="share pool"))
        self.add_adding("Add movement")
        self.offer_beginning("budget", POOL_PURPOSE, "Add the first movement")

    @property
    def sheet(self) -> PoolView:
        """What stands in the window."""
        return self

    def show_figures(self, figures: Figures) -> None:
        """Show the year's movements and what they leave at the month's end."""
        read: Any = self._desk.file.read
        rows = read(sharing.pool_entries, figures.month.financial_year)
        self.show_rows(rows)
        pool = read(sharing.risk_pool, figures.month)
        self.toolbar.set_aside(f"At the end of {figures.month.words}: {pool_words(pool)}")
        self.toolbar.setVisible(bool(rows))
