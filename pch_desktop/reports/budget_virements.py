"""What was moved between the lines of a budget: opening, virements, current."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.budget import Scope
from pch_desktop.domain.period import Month
from pch_desktop.reports.signs import marking
from pch_desktop.reports.table import Column, Holds, Kind, Table, Total
from pch_desktop.reports.words import plural, shown, written
from pch_desktop.store import budget
from pch_desktop.store.budget import LineRow, VirementRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

TITLE, LIST = "Virements", "Virement list"
SIGNS = (
    "(Brackets) mean moved out of a line. Virements net to nothing and leave the opening budget."
)


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A line's budget as it opened, what was moved, and what it is now, in pence."""

    id: int
    name: str
    sector: str
    opening: int | None
    moved_in: int
    moved_out: int
    """Below zero: what was moved from the line."""
    current: int | None


MOVED: tuple[Column[MovedRow], ...] = (
    Column("name", "Budget line", lambda row: row.name, width=32),
    Column("sector", "Sector", lambda row: row.sector, width=20),
    Column("opening", "Opening £", lambda row: row.opening, Kind.MONEY, Total.SUM, width=15,
           help="As the version was approved; no virement changes it."),
    Column("moved_in", "Moved in £", lambda row: row.moved_in, Kind.MONEY, Total.SUM, width=13),
    Column("moved_out", "Moved out £", lambda row: row.moved_out, Kind.MONEY, Total.SUM, width=13,
           help="In brackets: it leaves the line."),
    Column("current", "Current £", lambda row: row.current, Kind.MONEY, Total.SUM,
           formula="{opening}+{moved_in}+{moved_out}", width=15,
           help="Opening with what was moved in and out."),
)  # fmt: skip
"""Opening, virements, current, line by line (domain 4.2)."""

VIREMENTS: tuple[Column[VirementRow], ...] = (
    Column("name", "Virement", lambda row: row.name, width=15),
    Column("from_line", "From", lambda row: row.from_line, width=23),
    Column("to_line", "To", lambda row: row.to_line, width=23),
    Column("amount", "Amount £", lambda row: row.amount_pence, Kind.MONEY, Total.SUM, width=9),
    Column("month", "From month", lambda row: row.month.words, width=12,
           help="The first month it changes; it is spread from there by each line's profile."),
    Column("is_recurrent", "Recurs", lambda row: row.is_recurrent, Kind.YES, width=7,
           help="Whether next year's budget begins with it."),
    Column("words", "Reason", lambda row: row.words, width=24),
    Column("approver", "Approver", lambda row: row.approver, width=14, holds=Holds.NAMES),
    Column("minute_reference", "Minute", lambda row: row.minute_reference, width=9),
    Column("decided_on", "Decided", lambda row: row.decided_on, Kind.DATE, width=12),
)  # fmt: skip
"""The virements of a version, by number."""


def moved_rows(lines: Sequence[LineRow], moved: Sequence[VirementRow]) -> list[MovedRow]:
    """Return what was moved to and from each line in scope."""
    return [_moved_row(line, moved) for line in lines if line.scope is not Scope.OUT]


def finding(moved: Sequence[VirementRow]) -> str:
    """Return in a sentence how much was moved, and that it nets to nothing."""
    if not moved:
        return "Nothing was moved: the budget stands as it opened."
    total = written(sum(row.amount_pence for row in moved), Kind.MONEY)
    recurrent = sum(row.is_recurrent for row in moved)
    return (
        f"{plural(len(moved), 'virement')} moved {total} between lines and net to nothing; "
        f"{recurrent} recurrent."
    )


def tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the sheets of a month's year: line by line, and the list."""
    year = file.read(budget.budget_year, month.financial_year)
    lines = file.read(budget.lines, month)
    if year is None or not lines:
        return ()
    moved = file.read(budget.virements, year.version_id)
    mark, said = marking(year), finding(moved)
    status = f"Version {year.version}, {year.status.value}. £."
    by_line = Table(TITLE, MOVED, moved_rows(lines, moved), f"{status} {said}",
                    notes=(SIGNS,), marking=mark)  # fmt: skip
    if not moved:
        return (by_line,)
    whole = Table(LIST, VIREMENTS, moved, f"{status} {said}", notes=(SIGNS,), marking=mark)
    return (by_line, whole)


def _moved_row(line: LineRow, moved: Sequence[VirementRow]) -> MovedRow:
    sign = -1 if line.is_income else 1
    gained = sum(row.amount_pence for row in moved if row.to_line_id == line.id)
    lost = sum(row.amount_pence for row in moved if row.from_line_id == line.id)
    return MovedRow(
        line.id,
        line.name,
        shown(line.sector.value),
        None if line.opening_pence is None else sign * line.opening_pence,
        sign * gained,
        -sign * lost,
        None if line.annual_pence is None else sign * line.annual_pence,
    )
