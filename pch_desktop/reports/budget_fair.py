"""Each line's fair share of its board's money: the target, the distance and the way there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.budget import Build, Scope
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.population import WEIGHTING_WORDS, Weighting
from pch_desktop.reports.population import NeedRow, need_rows
from pch_desktop.reports.signs import marking
from pch_desktop.reports.table import Column, Kind, Table
from pch_desktop.reports.words import plural, shown, written
from pch_desktop.store import budget, locality, population
from pch_desktop.store.budget import LineRow, WeightedPair

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


@dataclass(frozen=True, slots=True)
class FairRow:
    """A line with its fair share; money in pence, None where it is not known."""

    id: int
    name: str
    line: LineRow
    weighting: str
    year: FinancialYear | None
    """Of the weighted people."""
    board: str | None
    ours: Decimal | None
    """The locality's people as weighted for the line."""
    boards: Decimal | None
    england_index: Decimal | None
    board_index: Decimal | None
    board_total: int | None
    target: int | None
    current: int | None
    """The recurrent baseline as grown, before any move to the target."""
    distance: Decimal | None
    pace: Decimal | None
    budget: int | None
    method: str


FAIR: tuple[Column[FairRow], ...] = (
    Column("name", "Budget line", lambda row: row.name, width=26),
    Column("weighting", "Weighted by", lambda row: row.weighting, width=15, kind=Kind.WORD,
           words=tuple(WEIGHTING_WORDS.values())),
    Column("year", "Year", lambda row: str(row.year) if row.year else None, width=9,
           help="The year the weighted people are of."),
    Column("england_index", "Index, England", lambda row: row.england_index, Kind.INDEX, width=9,
           help="Need against England, where 1 is average. It shares nothing out."),
    Column("board_index", "Index, board", lambda row: row.board_index, Kind.INDEX, width=9,
           help="Need against the board whose money is shared out: this one counts."),
    Column("board", "Board", lambda row: row.board, width=8),
    Column("ours", "Our people", lambda row: row.ours, Kind.COUNT, width=10,
           help="As weighted for the line."),
    Column("boards", "Board's people", lambda row: row.boards, Kind.COUNT, width=11,
           help="As weighted for the line."),
    Column("board_total", "Board's total £", lambda row: row.board_total, Kind.MONEY, width=12,
           help="What the board has for the line."),
    Column("board_source", "Its source", lambda row: row.line.board_total_source, width=16),
    Column("target", "Target £", lambda row: row.target, Kind.MONEY, width=12,
           formula="ROUND({board_total}*{ours}/{boards},2)",
           help="Board's total × our people ÷ the board's."),
    Column("current", "As it is £", lambda row: row.current, Kind.MONEY, width=12,
           help="The recurrent baseline as grown."),
    Column("distance", "Distance %", lambda row: row.distance, Kind.RATE, width=9,
           formula="({current}-{target})/{target}",
           help="As it is less target, of the target: in brackets below it."),
    Column("pace", "Pace", lambda row: row.pace, Kind.SHARE, width=7,
           help="How much of the way is gone this year, 0% to 100%."),
    Column("budget", "Budget £", lambda row: row.budget, Kind.MONEY, width=12,
           formula="ROUND({current}+{pace}*({target}-{current}),2)"),
    Column("method", "Built by", lambda row: row.method, Kind.WORD, width=16,
           words=(shown(Build.FAIR_SHARE.value), shown(Build.GROWTH.value)),
           help="The fair share counts where the line is built by it."),
)  # fmt: skip


def fair_rows(
    lines: Sequence[LineRow], need: Sequence[NeedRow], upto: FinancialYear
) -> list[FairRow]:
    """Return the lines that are not out of scope with their fair shares.

    Args:
        lines: a year's lines.
        need: the locality's need by year and weighting, with both indices.
        upto: the year; need of later years is passed over.
    """
    return [_row(line, need, upto) for line in lines if line.scope is not Scope.OUT]


def _row(line: LineRow, need: Sequence[NeedRow], upto: FinancialYear) -> FairRow:
    pair = line.built.weighted if line.built else None
    found = _need(line.weighted_by, need, pair.year if pair else None, upto)
    fair = line.built.fair_share if line.built else None
    grown = line.built.grown_pence if line.built else None
    return FairRow(
        line.id,
        line.name,
        line,
        WEIGHTING_WORDS[line.weighted_by],
        pair.year if pair else found.year if found else None,
        pair.board if pair else found.board if found else None,
        _ours(pair, found),
        pair.boards if pair else None,
        found.england_index if found else None,
        found.board_index if found else None,
        line.board_total_pence,
        fair.target_pence if fair else None,
        grown,
        fair.distance_share if fair else None,
        line.pace_share if line.pace_share is not None or fair is None else Decimal(0),
        fair.budget_pence if fair else None,
        shown(line.build.value),
    )


def _ours(pair: WeightedPair | None, found: NeedRow | None) -> Decimal | None:
    if pair is not None:
        return pair.ours
    return found.weighted if found else None


def _need(
    weighting: Weighting,
    need: Sequence[NeedRow],
    year: FinancialYear | None,
    upto: FinancialYear,
) -> NeedRow | None:
    """Return the need of a weighting in a year; in the latest year up to one where none is told."""
    words = WEIGHTING_WORDS[weighting]
    known = [row for row in need if row.weighting == words and row.year <= upto]
    if year is not None:
        known = [row for row in known if row.year == year]
    return max(known, key=lambda row: row.year, default=None)


def fair_finding(rows: Sequence[FairRow]) -> str:
    """Return the sentence on which line is furthest from its target."""
    known = [(row, row.distance) for row in rows if row.distance is not None]
    if not known:
        return "No board's total has been put in: enter one to see a line's fair share."
    row, distance = max(known, key=lambda pair: abs(pair[1]))
    side = "above" if distance >= 0 else "below"
    apart = written(abs(distance), Kind.RATE)
    return f"{row.name} is furthest from its fair share, {apart} {side} the target."


def fair_share(file: Reads, month: Month) -> Table[FairRow]:
    """Return the lines with a board's total, and their fair shares."""
    year = month.financial_year
    need = need_rows(file.read(population.weights), file.read(locality.control_totals))
    rows = [
        row
        for row in fair_rows(file.read(budget.lines, month), need, year)
        if row.board_total is not None
    ]
    notes = (
        "The index against the board shares out its money; the one against England does not.",
        fair_finding(rows),
    )
    subtitle = f"£ and people. {year}: {plural(len(rows), 'line')} with a board's total."
    marked = marking(file.read(budget.budget_year, year))
    return Table("Fair share", FAIR, rows, subtitle, (), notes, marked)
