"""What the views of the shadow budget show: read once for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QWidget

from pch_desktop.domain.budget import Phase
from pch_desktop.domain.period import Month
from pch_desktop.reports.budget import StandingRow, standing_rows
from pch_desktop.reports.words import plural
from pch_desktop.store import board, budget, locality
from pch_desktop.store.budget import LineRow, YearRow
from pch_desktop.store.shared import Reads, at_once
from pch_desktop.ui.desk import Desk

READS = frozenset(
    {
        "actual",
        "baseline_part",
        "bought_outside",
        "budget_adjustment",
        "budget_line",
        "budget_month",
        "budget_month_share",
        "budget_version",
        "budget_year",
        "commitment",
        "control_total",
        "delegation_limit",
        "import_batch",
        "line_rate",
        "list_snapshot",
        "locality",
        "marginal_rate",
        "month_closing",
        "rating_override",
        "moved_service",
        "outturn_risk",
        "partner",
        "partner_holding",
        "quality_measure",
        "readiness_step",
        "reference_value",
        "risk_pool_entry",
        "scenario",
        "scenario_change",
        "service",
        "setting",
        "settlement",
        "settlement_signature",
        "share_adjustment",
        "share_partner",
        "share_scheme",
        "virement",
        "weight_band",
        "weighted_population",
    }
)
PHASES = {
    Phase.MAPPING: "Mapping: what is spent today, no cash moves",
    Phase.SHADOW: "Shadow only: no cash moves",
    Phase.SHARED: "Shared: gains and losses by agreement",
    Phase.DELEGATED: "Delegated: the locality decides within agreed lines",
    Phase.FULL: "Full: the locality holds the budget",
}
LARGE_PENCE = 50_000_00


@dataclass(frozen=True, slots=True)
class Figures:
    """The budget of a month's year, as it stands at the month's end."""

    month: Month
    place: str
    year: YearRow | None
    lines: Sequence[LineRow]
    rows: Sequence[StandingRow]

    @property
    def phase(self) -> Phase:
        """How far the money has moved; shadow while there is no budget."""
        return self.year.phase if self.year else Phase.SHADOW

    @property
    def context(self) -> str:
        """The year, the version and the phase in a line: 2016/17, version 1. Shadow only."""
        if self.year is None:
            return f"{self.month.financial_year}, no budget yet"
        status = "" if self.year.status.value == "draft" else f" ({self.year.status.value})"
        number = self.year.version
        return f"{self.year.year}, version {number}{status}. {PHASES[self.year.phase]}"

    @property
    def count(self) -> str:
        """How many lines there are and how many run far over."""
        over = sum((row.outturn_variance or 0) < -LARGE_PENCE for row in self.rows)
        said = plural(len(self.rows), "line")
        return f"{said}, {over} over by more than £50k" if over else said


class View(Protocol):
    """A tab that shows the figures."""

    @property
    def sheet(self) -> QWidget:
        """What stands in the window."""
        ...

    def show_figures(self, figures: Figures) -> None:
        """Show these figures."""
        ...


def read(desk: Desk) -> Figures:
    """Return the figures of the desk's month."""
    return at_once(desk.file, partial(_figures, desk.month))


def _figures(month: Month, file: Reads) -> Figures:
    lines = file.read(budget.lines, month)
    year = file.read(budget.budget_year, month.financial_year)
    phase = year.phase if year else Phase.SHADOW
    return Figures(
        month,
        file.read(locality.locality).name,
        year,
        lines,
        standing_rows(
            lines, file.read(locality.thresholds), phase, file.read(board.overrides, month)
        ),
    )
