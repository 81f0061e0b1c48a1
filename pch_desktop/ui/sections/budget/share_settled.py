"""Settlements: made from what is known, kept as they were, compared with today, signed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from pch_desktop.domain.budget_share import Stage
from pch_desktop.reports.budget_settlements import (
    COMPARED,
    SETTLEMENTS,
    SIGNATURES,
    ComparedRow,
    compared,
    verified,
)
from pch_desktop.reports.words import plural, shown
from pch_desktop.store.budget import settlements
from pch_desktop.store.budget.settlements import SettlementRow, SignatureRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.parts import label, relook
from pch_desktop.ui.sections.budget import share_asks as asks
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.table_model import TableModel

PURPOSE = (
    "A settlement keeps a copy of all it was reckoned from, so that it computes the same for "
    "ever. Make an indicative one from the figures of this month."
)
STAGES = {
    Stage.INDICATIVE: "Indicative: from the forecast, in any month",
    Stage.PROVISIONAL: "Provisional: from the actuals of all twelve months",
    Stage.FINAL: "Final: from final actuals, to be signed",
}


class SettlementsView:
    """The settlements of a year above, the signatures or the comparison of one below."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._figures: Figures | None = None
        self._model: TableModel[SettlementRow] = TableModel(
            SETTLEMENTS,
            Edits(desk, {"note": asks.settlement_note}, None, asks.removing_settlements),
            noun="settlement",
        )
        self._signed: TableModel[SignatureRow] = TableModel(
            SIGNATURES,
            Edits(desk, {"signed_by": asks.signed_by, "signed_on": asks.signed_on}),
            noun="signature",
        )
        self._compared: TableModel[ComparedRow] = TableModel(COMPARED, noun="figure")
        self.grid = Grid(desk, self._model, "Settlements", key="share settlements")
        self.signatures = Grid(desk, self._signed, "Signatures", key="share signatures")
        self.comparison = Grid(desk, self._compared, "Compared with today", key="share compared")
        self._about = label("", "strong", wrap=True)
        self.sheet = Sheet(desk, self._laid_out())
        toolbar = self.sheet.toolbar
        toolbar.add_menu("Make", "plus", self._stages)
        self.compare = toolbar.add(
            "Compare with today", "table", self.toggle, "What each figure would be if made now"
        )
        self.compare.setCheckable(True)
        toolbar.add("Verify", "check", self.verify, "Reckon again from what was kept")
        indicative = partial(self.make, Stage.INDICATIVE)
        self._empty = EmptyState(
            desk, "check", PURPOSE, ("Make an indicative settlement", indicative)
        )
        self.grid.row_changed.connect(self._show_below)
        self.comparison.hide()

    def show_figures(self, figures: Figures) -> None:
        """Show the settlements of the month's year."""
        self._figures = figures
        year = figures.month.financial_year
        rows = self._desk.file.read(settlements.settlements, year)
        self._model.show(rows)
        self.sheet.show_empty(self._empty, is_empty=not rows)
        self.sheet.toolbar.set_aside(plural(len(rows), "settlement") if rows else "")
        if rows and self._chosen is None:
            self.grid.select_record(rows[0].id)
        self._show_below(self._chosen)

    def make(self, stage: Stage) -> None:
        """Make a settlement as known at the month's end."""
        change = asks.making(self._desk.month, stage)
        if done := self._desk.edit(change.label, change.command, *change.args):
            self.grid.select_record(done.result)

    def toggle(self) -> None:
        """Show the comparison with today instead of the signatures, or those again."""
        is_compared = self.comparison.isHidden()
        self.comparison.setVisible(is_compared)
        self.signatures.setVisible(not is_compared)
        self.compare.setChecked(is_compared)
        relook(self.compare, "look", "strong" if is_compared else "")
        self._show_below(self._chosen)

    def verify(self) -> None:
        """Say whether what was kept gives the same result again."""
        row = self._chosen
        if row is None:
            self.grid.refuse("Choose a settlement first.")
            return
        tone = Tone.NOTE if row.is_intact else Tone.ERROR
        self.sheet.strip.tell(verified(row), tone)

    @property
    def _chosen(self) -> SettlementRow | None:
        return self.grid.current_row

    def _show_below(self, row: SettlementRow | None) -> None:
        self._signed.show(row.signatures if row else ())
        self._about.setText(_about(row) if row else "Choose a settlement to see its signatures.")
        if self.comparison.isHidden():
            return
        now = self._desk.file.read(settlements.today, row) if row else None
        self._compared.show(compared(row, now) if row and now else ())

    def _stages(self) -> QMenu:
        menu = QMenu(self.sheet)
        for stage, words in STAGES.items():
            action = QAction(words, menu)
            press: Callable[..., object] = partial(self._pressed, stage)
            action.triggered.connect(press)
            menu.addAction(action)
        return menu

    def _pressed(self, stage: Stage, _checked: bool = False) -> None:
        self.make(stage)

    def _laid_out(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.grid, 2)
        column.addWidget(self._about)
        column.addWidget(self.signatures, 3)
        column.addWidget(self.comparison, 3)
        whole.setFocusProxy(self.grid)
        return whole


def _about(row: SettlementRow) -> str:
    said = f"{shown(row.stage.value)} settlement as known at the end of {row.month.words}"
    if row.is_notional:
        return f"{said}. SHADOW – NOTIONAL: no cash moves, and it is not signed."
    if row.stage is Stage.FINAL:
        return f"{said}. Type who signs for each partner; {row.signed} of them have."
    return f"{said}. {'All partners have signed it.' if row.stage is Stage.SIGNED else ''}".strip()
