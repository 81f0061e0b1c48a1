"""The pay scales: what each point is paid, on the day or in all years."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from pch_desktop.domain import typed
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports import starters as ready
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural, written
from pch_desktop.reports.workforce_pay import PAY
from pch_desktop.store import starters, workforce
from pch_desktop.store.workforce import PayRateRow
from pch_desktop.ui.desk import Desk, Done
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.question import Question
from pch_desktop.ui.sections.workforce import pay_asks as asks
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.who import offer
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import switch
from pch_desktop.ui.table_sheet import TableSheet

KEY = "workforce pay"
PURPOSE = (
    "Keep what each point of the pay scales is paid, year by year and with its source. "
    "What posts and people cost is worked out from it."
)
READY = "Add the ready pay scales"


class PayView(TableSheet):
    """Points of the scales, those paid on the day first; or each with all its rates."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        self.rows: Sequence[PayRateRow] = ()
        edits: Edits[PayRateRow] = Edits(
            desk,
            asks.pay_edits(self._first_day),
            asks.adding_pay(self._first_day),
            asks.removing_pay,
        )
        self.model: TableModel[PayRateRow] = TableModel(PAY, edits, noun="rate")
        super().__init__(Grid(desk, self.model, "Pay", key=KEY))
        self.question = Question("pay award")
        place = self.layout()
        if isinstance(place, QVBoxLayout):
            place.insertWidget(1, self.question)
        self._every = switch(self.toolbar, "All years", "history", lambda _on: self._show())
        self._every.setToolTip("Show every year's rates, not only those of the day")
        self.add_columns()
        self.add_adding("Add pay")
        self._award = self.toolbar.add("Pay award", "chart", self.ask_award, "Make the next "
                                       "year's rates of a scale by a percentage")  # fmt: skip
        self._ready = self.toolbar.add("Ready scales", "import", self.add_ready, READY)
        for verb in (self._award, self._ready):
            verb.setEnabled(not desk.is_read_only)
        self._empty = EmptyState(desk, "table", PURPOSE, (READY, self.add_ready),
                                 also=("Add the first rate", self.begin))  # fmt: skip
        desk.listen({"pay_point", "pay_rate"}, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show the rates of the day, or of all years."""
        self.rows = self._desk.file.read(workforce.pay_rates)
        self._show()

    def add_ready(self) -> None:
        """Put in what is missing of the ready scales and on-costs."""
        done = self._desk.edit(READY, starters.add_ready, ready.pay(), "pay scales")
        if done is not None:
            self._desk.say(f"{plural(done.result, 'line')} added, each with its source.")

    def ask_award(self) -> None:
        """Ask for the scale and the percentage of an award."""
        following = FinancialYear.of(self._at.day).plus(1)
        sentence = f"Make the rates of {following} from those of {following.plus(-1)}, to the pound"
        self.question.ask(sentence, ("Scale", "Award, such as 3.3%"), "Make the rates", self._made)
        scales = tuple(dict.fromkeys(row.scale for row in self.rows))
        box = self.question.boxes[0]
        offer(box, scales)
        row = self.grid.current_row
        box.setText(row.scale if row else scales[0] if scales else "")

    def _made(self, told: Sequence[str]) -> Done[Any] | None:
        return self._desk.attempt(lambda: self._make(*told))

    def _make(self, scale: str, share: str) -> None:
        following = FinancialYear.of(self._at.day).plus(1)
        plain = typed.one_of(scale, dict.fromkeys(row.scale for row in self.rows))
        rate = typed.percentage(share)
        if plain is None or rate is None:
            raise Refusal("Enter the scale and the percentage of the award, such as 3.3%.")
        label = f"Pay award of {plain} for {following}"
        count = self._desk.file.edit(label, workforce.award, plain, following, rate)
        self._desk.say(f"{plural(count, 'rate')} of {following} made, each named as our estimate.")

    def _show(self) -> None:
        on = self._at.day
        held = workforce.paid_on(self.rows, on)
        first = sorted(held, key=lambda row: row.annual_pence is None)
        self.show_rows(self.rows if self._every.isChecked() else first)
        paid = sum(row.annual_pence is not None for row in held)
        words = f"{plural(len(held), 'point')}, {paid:,} paid on {written(on, Kind.DATE)}"
        self.toolbar.set_aside(words if self.rows else "")

    def _first_day(self) -> date:
        return FinancialYear.of(self._at.day).first
