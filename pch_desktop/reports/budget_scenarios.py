"""What-ifs beside the real figures: line by line, and side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.budget import variance_pence
from pch_desktop.domain.budget_plan import ScenarioKind
from pch_desktop.domain.budget_scenarios import supposed_pence
from pch_desktop.domain.period import Month
from pch_desktop.reports import budget_standing as report
from pch_desktop.reports.budget_risks import whole_sum
from pch_desktop.reports.budget_standing import StandingRow
from pch_desktop.reports.signs import KEY
from pch_desktop.reports.table import Column, Kind, Table, Total
from pch_desktop.reports.words import written
from pch_desktop.store import budget
from pch_desktop.store.budget import ScenarioRow, Supposed

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

REAL, SUPPOSED, CHANGED = "Real £000", "What if £000", "What is supposed"


@dataclass(frozen=True, slots=True)
class SupposedRow:
    """A line with its real outturn and the one under a what-if, in pence, income below zero."""

    id: int
    name: str
    row: StandingRow
    given: Supposed | None
    supposed: int | None

    @property
    def difference(self) -> int | None:
        """From the real outturn to the supposed one: brackets cost more."""
        if self.row.outturn is None or self.supposed is None:
            return None
        return variance_pence(self.row.outturn, self.supposed)

    @property
    def variance(self) -> int | None:
        """Of the supposed outturn from the year's budget: favourable positive."""
        if self.row.annual is None or self.supposed is None:
            return None
        return variance_pence(self.row.annual, self.supposed)

    def amount(self, kind: ScenarioKind) -> int | Decimal | None:
        """Return what is supposed, where it is of this kind; income is set below zero."""
        if self.given is None or self.given.supposal.kind is not kind:
            return None
        if kind is ScenarioKind.SHARE:
            return self.given.supposal.share
        pence = self.given.supposal.amount_pence
        return -pence if pence is not None and self.row.line.is_income else pence


SUPPOSALS: tuple[Column[SupposedRow], ...] = (
    Column("name", "Budget line", lambda row: row.name, width=32),
    Column("annual", "Budget", lambda row: row.row.annual, Kind.THOUSANDS, Total.SUM, REAL,
           width=8),
    Column("outturn", "Forecast", lambda row: row.row.outturn, Kind.THOUSANDS, Total.SUM, REAL,
           width=8),
    Column("add", "Add £", lambda row: row.amount(ScenarioKind.ADD), Kind.MONEY, Total.NONE,
           CHANGED, help="What is added to the outturn; below zero is taken off.", width=11),
    Column("share", "Change by", lambda row: row.amount(ScenarioKind.SHARE), Kind.SHARE,
           Total.NONE, CHANGED, help="A share of the outturn: 5% adds a twentieth.", width=9),
    Column("set", "Set at £", lambda row: row.amount(ScenarioKind.SET), Kind.MONEY, Total.NONE,
           CHANGED, help="What the outturn would be.", width=12),
    Column("supposed", "Outturn", lambda row: row.supposed, Kind.THOUSANDS, Total.SUM, SUPPOSED,
           formula="what is supposed", width=8),
    Column("difference", "From real", lambda row: row.difference, Kind.THOUSANDS, Total.SUM,
           SUPPOSED, formula="{outturn}-{supposed}", help="Brackets cost more than forecast.",
           width=9),
    Column("words", "Why", lambda row: row.given.words if row.given else None,
           help="Why the line is supposed otherwise.", width=30),
)  # fmt: skip
"""What one what-if does, line by line."""


@dataclass(frozen=True, slots=True)
class ScenarioTotal:
    """A what-if as a whole, in pence, beside the real outturn."""

    id: int
    name: str
    note: str | None
    changes: int
    outturn: int | None
    supposed: int | None
    variance: int | None
    """Of the supposed outturn from the year's budget: favourable positive."""
    difference: int | None
    """From the real outturn: brackets cost more."""


TOTALS: tuple[Column[ScenarioTotal], ...] = (
    Column("name", "What if", lambda total: total.name, width=34),
    Column("changes", "Lines changed", lambda total: total.changes, Kind.COUNT, width=8),
    Column("outturn", "Real outturn £000", lambda total: total.outturn, Kind.THOUSANDS, width=10),
    Column("supposed", "Outturn £000", lambda total: total.supposed, Kind.THOUSANDS, width=10,
           formula="the lines together", help="All lines together, as supposed."),
    Column("difference", "From real £000", lambda total: total.difference, Kind.THOUSANDS,
           formula="{outturn}-{supposed}", help="Brackets cost more than forecast.", width=10),
    Column("variance", "From budget £000", lambda total: total.variance, Kind.THOUSANDS,
           formula="the budget less the outturn", help=KEY, width=10),
    Column("note", "Note", lambda total: total.note, width=40),
)  # fmt: skip
"""The what-ifs of a year."""


def supposed_rows(rows: Sequence[StandingRow], scenario: ScenarioRow) -> list[SupposedRow]:
    """Return the lines as they would be; those a what-if leaves alone are as forecast."""
    return [_supposed(row, scenario.changes.get(row.line.name)) for row in rows]


def _supposed(row: StandingRow, given: Supposed | None) -> SupposedRow:
    line = row.line
    held = line.standing.outturn if row.outturn is not None else None
    pence = supposed_pence(held, given.supposal if given else None)
    signed = -pence if pence is not None and line.is_income else pence
    return SupposedRow(row.id, row.name, row, given, signed)


def scenario_total(rows: Sequence[StandingRow], scenario: ScenarioRow) -> ScenarioTotal:
    """Return what a what-if comes to; not known where a line's outturn is not known."""
    supposed = supposed_rows(rows, scenario)
    annual = whole_sum(row.annual for row in rows)
    outturn = whole_sum(row.outturn for row in rows)
    total = whole_sum(row.supposed for row in supposed)
    return ScenarioTotal(
        scenario.id,
        scenario.name,
        scenario.note,
        sum(row.given is not None for row in supposed),
        outturn,
        total,
        _from(annual, total),
        _from(outturn, total),
    )


def _from(budgeted: int | None, pence: int | None) -> int | None:
    return None if budgeted is None or pence is None else variance_pence(budgeted, pence)


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A line with its real outturn and those under each what-if, in pence."""

    id: int
    name: str
    annual: int | None
    outturn: int | None
    supposed: tuple[int | None, ...]


def compared_rows(
    rows: Sequence[StandingRow], scenarios: Sequence[ScenarioRow]
) -> list[ComparedRow]:
    """Return the lines with what each what-if makes of them, side by side."""
    by_scenario = [supposed_rows(rows, scenario) for scenario in scenarios]
    return [
        ComparedRow(
            row.id, row.name, row.annual, row.outturn,
            tuple(supposed[at].supposed for supposed in by_scenario),
        )
        for at, row in enumerate(rows)
    ]  # fmt: skip


def compared_columns(scenarios: Sequence[ScenarioRow]) -> tuple[Column[ComparedRow], ...]:
    """Return the columns of what-ifs side by side: the real figures first."""
    return (
        Column("name", "Budget line", lambda row: row.name, width=32),
        Column("annual", "Budget", lambda row: row.annual, Kind.THOUSANDS, Total.SUM, REAL,
               width=9),
        Column("outturn", "Forecast", lambda row: row.outturn, Kind.THOUSANDS, Total.SUM, REAL,
               width=9),
        *(_compared(at, scenario) for at, scenario in enumerate(scenarios)),
    )  # fmt: skip


def _compared(at: int, scenario: ScenarioRow) -> Column[ComparedRow]:
    return Column(
        f"s{scenario.id}",
        f"If: {scenario.name}",
        lambda row: row.supposed[at],
        Kind.THOUSANDS,
        Total.SUM,
        SUPPOSED,
        help=scenario.note or "The outturn as supposed.",
        width=18,
    )


def what_if(file: Reads, month: Month) -> Table[ComparedRow]:
    """Return a year's what-ifs side by side, beside the real figures."""
    found = report.finance(file, month)
    scenarios = file.read(budget.scenarios, month.financial_year)
    rows = compared_rows(list(found.rows), scenarios) if scenarios else []
    notes = [_said(scenario_total(list(found.rows), each)) for each in scenarios]
    subtitle = (
        f"£000. {month.financial_year}. Forecast outturn under each what-if; nothing real changes."
    )
    columns = compared_columns(scenarios)
    return Table("What if", columns, rows, subtitle, notes=(*notes, KEY), marking=found.marking)


def _said(total: ScenarioTotal) -> str:
    note = f" {total.note}" if total.note else ""
    if total.supposed is None or total.variance is None:
        return f"{total.name}: not known.{note}"
    away = (
        f"{written(abs(total.variance), Kind.MONEY)} {'under' if total.variance >= 0 else 'over'}"
    )
    return f"{total.name}: {written(total.supposed, Kind.MONEY)}, {away} budget.{note}"
