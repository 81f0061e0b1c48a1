"""The risks to the outturn and what is done about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pch_desktop.reports.budget_risks import RISKS, adjustment, adjustment_words
from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.words import plural, shown
from pch_desktop.store import budget
from pch_desktop.store.budget import RiskRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.budget import risk_asks
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_sheet import TableSheet

KEY = "budget risks"
PURPOSE = (
    "Note what is not in the forecast and may still move it: a risk adds to the cost, a "
    "mitigation takes off it, each weighted by how likely it is."
)
WIDTHS = {"name": 36, "line": 25, "owner": 11, "is_open": 6, "note": 16}


class RisksView(TableSheet):
    """The year's risks and mitigations, and what they make of its forecast."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[RiskRow] = Edits(
            desk,
            {
                **{key: risk_asks.of_risk(key) for key in risk_asks.RISK_FIELDS},
                "line": risk_asks.risk_line,
            },
            lambda values: risk_asks.adding_risk(desk.month.financial_year, values),
            risk_asks.removing_risks,
        )
        self._model = TableModel(_columns(()), edits, noun="risk")
        super().__init__(Grid(desk, self._model, "Risks to the outturn", key=KEY))
        self.add_groups({"kind": lambda risk: shown(risk.kind.value), "line": _line})
        self.add_columns()
        self.add_adding("Add risk")
        self.offer_beginning("warning", PURPOSE, "Add the first risk")

    @property
    def sheet(self) -> TableSheet:
        """What stands in the window."""
        return self

    def show_figures(self, figures: Figures) -> None:
        """Show the risks of the year at hand."""
        self._model.columns = _columns([row.name for row in figures.rows])
        rows = self._desk.file.read(budget.risks, figures.month.financial_year)
        self.show_rows(rows)
        found = adjustment(figures.rows, rows)
        self.toolbar.set_aside(plural(found.counted, "open risk") if rows else "")
        words = adjustment_words(found)
        if words:
            tone = Tone.WARNING if found.adjusted is None else Tone.NOTE
            self.strip.tell(words[0], tone, may_close=False)
        else:
            self.strip.hide()


def _columns(lines: Sequence[str]) -> tuple[Column[RiskRow], ...]:
    """Return the columns, the names of the lines offered."""
    return tuple(
        replace(
            column,
            width=WIDTHS.get(column.key, column.width),
            kind=Kind.WORD if column.key == "line" and lines else column.kind,
            words=tuple(lines) if column.key == "line" else column.words,
        )
        for column in RISKS
    )


def _line(risk: RiskRow) -> str:
    return risk.line or "Of no one line"
