"""The finance table as a board reads it: by sector, with what stands beside the total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.budget import Scope, Thresholds
from pch_desktop.domain.capitation import Kept
from pch_desktop.domain.period import Month
from pch_desktop.domain.splitting import RiskPool
from pch_desktop.reports import budget_standing as report
from pch_desktop.reports import trends
from pch_desktop.reports.budget_bridge import bridge_table
from pch_desktop.reports.budget_forecast import forecast
from pch_desktop.reports.budget_groups import by_group
from pch_desktop.reports.budget_months import by_month
from pch_desktop.reports.budget_risks import adjustment, adjustment_words, risks
from pch_desktop.reports.budget_scenarios import what_if
from pch_desktop.reports.budget_standing import PositionRow, StandingRow
from pch_desktop.reports.table import Block, Table
from pch_desktop.store import budget, locality
from pch_desktop.store.budget import CapitatedSum, LineRow, sharing

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

TOTAL = "Total shadow budget"
BESIDE = (
    "Below the total, and not in it: what of the budget is kept back, for the lines' budgets hold "
    "it already, the risk pool, and lines out of scope, for information."
)


def position(file: Reads, month: Month) -> Table[PositionRow]:
    """Return the finance table with its subtotals, and what stands beside its total."""
    table = report.finance(file, month)
    year = file.read(budget.budget_year, month.financial_year)
    memos = memo_rows(file.read(budget.lines, month), file.read(locality.thresholds))
    beside = [
        *kept_rows(file.read(budget.annual_sum, month)),
        *pool_rows(file.read(sharing.risk_pool, month)),
        *(report.as_shown(memos, year.phase) if year else memos),
    ]
    known = file.read(budget.risks, month.financial_year)
    notes = [*table.notes, *adjustment_words(adjustment(table.rows, known))]
    if beside:
        notes.append(BESIDE)
    blocks: tuple[Block[PositionRow], ...] = tuple(
        Block(block.title, block.rows) for block in by_group(table.rows)
    )
    return Table(
        table.title,
        report.LINES,
        [row for block in blocks for row in block.rows],
        table.subtitle,
        notes=tuple(notes),
        marking=table.marking,
        blocks=blocks,
        total_title=TOTAL,
        beside=beside,
    )


def kept_rows(found: CapitatedSum | None) -> list[PositionRow]:
    """Return what of the year's budget is kept back, where a share was agreed."""
    if found is None or found.kept is None:
        return []
    shares = (found.top_slice_share, found.contingency_share)
    return list(_kept(found.kept)) if any(shares) else []


def _kept(kept: Kept) -> Sequence[PositionRow]:
    named = (
        ("Of which top-slice, kept by the commissioner", kept.top_slice_pence),
        ("Of which contingency, kept back", kept.contingency_pence),
        ("Of which left to run services with", kept.operating_pence),
    )
    return [PositionRow(-at, name, "", annual=pence) for at, (name, pence) in enumerate(named, 1)]


def pool_rows(pool: RiskPool) -> list[PositionRow]:
    """Return what is in the risk pool at the month's end, where anything ever moved it."""
    if pool == RiskPool():
        return []
    return [PositionRow(-9, "Risk pool, in it at the month's end", "", annual=pool.closing_pence)]


def memo_rows(lines: Sequence[LineRow], at: Thresholds) -> list[StandingRow]:
    """Return the lines out of scope, for information: not rated, and in no total."""
    found = [report.standing_row(line, at) for line in lines if line.scope is Scope.OUT]
    return [replace(row, name=f"Memo: {row.name}", date_rating=None, rating=None) for row in found]


def position_tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the sheets on where the year stands: position, months, forecast, bridge, what-ifs."""
    return (
        position(file, month),
        trends.money(file, month),
        *by_month(file, month),
        forecast(file, month),
        bridge_table(file, month),
        risks(file, month),
        what_if(file, month),
    )
