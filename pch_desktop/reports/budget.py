"""The shadow budget, set out for reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.budget import Method, Profile, Scope
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import Month
from pch_desktop.domain.population import WEIGHTING_WORDS
from pch_desktop.domain.services import Focus
from pch_desktop.reports import (
    budget_closing,
    budget_outlook,
    budget_registers,
    budget_versions,
    budget_virements,
)
from pch_desktop.reports.budget_build_checks import build_findings
from pch_desktop.reports.budget_build_pack import build_tables
from pch_desktop.reports.budget_ledger import waiting_findings
from pch_desktop.reports.budget_line_findings import line_findings
from pch_desktop.reports.budget_months import taken_off
from pch_desktop.reports.budget_position import position_tables
from pch_desktop.reports.budget_share_pack import share_findings, share_tables
from pch_desktop.reports.budget_standing import (
    LINES,
    MONTH,
    YEAR,
    PositionRow,
    StandingRow,
    finance,
    finding,
    position,
    standing_rows,
)
from pch_desktop.reports.budget_years_table import change_tables
from pch_desktop.reports.signs import KEY, marking
from pch_desktop.reports.statement import Finding, Statement, with_rows
from pch_desktop.reports.table import Column, Holds, Kind, Table, Total
from pch_desktop.reports.words import listed, shown
from pch_desktop.store import budget
from pch_desktop.store.budget import LineRow, PartRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

__all__ = [
    "KEY",
    "LINES",
    "MONTH",
    "PARTS",
    "SETUP",
    "STATEMENT",
    "YEAR",
    "PositionRow",
    "StandingRow",
    "baseline",
    "by_month",
    "finance",
    "finding",
    "position",
    "standing_rows",
]

PARTS: tuple[Column[PartRow], ...] = (
    Column("code", "Practice code", lambda part: part.practice_code),
    Column("practice", "Practice", lambda part: part.practice, width=32),
    Column("year", "Year", lambda part: str(part.year) if part.year else None),
    Column("amount", "Baseline £", lambda part: part.amount_pence, Kind.MONEY, Total.SUM),
    Column("source", "Source", lambda part: part.source, width=40),
)


def by_month(month: Month) -> tuple[Column[LineRow], ...]:
    """Return the columns of a grid of actuals, lines by the months of a year."""

    def actual(number: int) -> Column[LineRow]:
        each = month.financial_year.months[number]
        return Column(
            str(each),
            f"{each.words[:3]} {each.year % 100:02d}",
            lambda line: taken_off(line, line.year.actual[number]),
            Kind.MONEY,
            Total.SUM,
            "Actual £",
            help=f"What {each.words} really cost. Blank is not known.",
            width=9,
        )

    name: Column[LineRow] = Column("name", "Budget line", lambda line: line.name, width=30)
    return (name, *(actual(number) for number in range(12)))


SETUP: tuple[Column[LineRow], ...] = (
    Column("name", "Budget line", lambda line: line.name, width=32),
    Column("code", "Code", lambda line: line.code, width=8),
    Column("sector", "Sector", lambda line: shown(line.sector.value), Kind.WORD,
           words=listed(Sector), width=18),
    Column("provider", "Provider", lambda line: line.provider, width=26),
    Column("payer", "Payer", lambda line: line.payer, width=16),
    Column("scope", "Scope", lambda line: shown(line.scope.value), Kind.WORD,
           words=listed(Scope), width=11),
    Column("weighted_by", "Weighted by", lambda line: WEIGHTING_WORDS[line.weighted_by], Kind.WORD,
           words=tuple(WEIGHTING_WORDS.values()), width=18),
    Column("baseline", "Baseline £", lambda line: line.baseline_pence, Kind.MONEY, Total.SUM),
    Column("non_recurrent", "Non-recurrent £", lambda line: line.non_recurrent_pence, Kind.MONEY,
           Total.SUM),
    Column("annual", "Full-year budget £", lambda line: line.annual_pence, Kind.MONEY, Total.SUM,
           help="As set here, else the baseline without its non-recurrent part."),
    Column("profile", "Spread", lambda line: shown(line.profile.value), Kind.WORD,
           words=listed(Profile), width=13),
    Column("method", "Forecast by", lambda line: shown(line.method.value), Kind.WORD,
           words=listed(Method), width=20),
    Column("focus", "Focus", lambda line: shown(line.focus.value) if line.focus else None,
           Kind.WORD, words=listed(Focus), width=11),
    Column("owner", "Owner", lambda line: line.owner, width=16, holds=Holds.NAMES),
)  # fmt: skip
"""How each line is set up: where its budget comes from and how it is spread and forecast."""


def baseline(file: Reads, month: Month) -> Table[PartRow]:
    """Return the parts of the baseline, practice by practice."""
    year = file.read(budget.budget_year, month.financial_year)
    rows = file.read(budget.parts, year.version_id) if year else []
    names = {line.id: line.name for line in file.read(budget.lines, month)}
    line: Column[PartRow] = Column(
        "line", "Budget line", lambda part: names[part.line_id], width=32
    )
    subtitle = "£. What each line's baseline is made of."
    return Table("Baseline", (line, *PARTS), rows, subtitle, marking=marking(year))


def _tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    own, built = position_tables(file, month), build_tables(file, month)
    shared, moved = share_tables(file, month), budget_virements.tables(file, month)
    registers, since = budget_registers.tables(file, month), change_tables(file, month)
    besides = (*built, *since, *shared, *moved, *registers)
    return with_rows(*own, *besides, baseline(file, month))


def _findings(file: Reads, month: Month) -> list[Finding]:
    rows = finance(file, month).rows
    year = file.read(budget.budget_year, month.financial_year)
    moved = file.read(budget.virements, year.version_id) if year else []
    first = rows[0].id if rows else None
    return [
        *line_findings(rows, month, year),
        *budget_outlook.findings(file, month),
        *build_findings(file, month),
        *waiting_findings(file, month),
        *share_findings(file, month),
        *budget_versions.findings(year, moved, first),
        *budget_closing.findings(file, month),
        *budget_registers.findings(file, month),
    ]


STATEMENT = Statement(60, "Finance", _tables, _findings)
