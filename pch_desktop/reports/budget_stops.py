"""What stops on 31 March: money that does not recur, and what its end would take along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pch_desktop.domain.budget import Scope
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.reports.signs import marking
from pch_desktop.reports.table import Column, Kind, Table
from pch_desktop.reports.words import plural, shown, written
from pch_desktop.store import budget
from pch_desktop.store.budget import AdjustmentRow, EndingRow, LineRow, StopKind

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


@dataclass(frozen=True, slots=True)
class StopRow:
    """Something whose money ends in the year, with what it is worth, in pence."""

    id: int
    kind: StopKind
    name: str
    on: date
    funding: str | None
    line: str | None
    amount_pence: int | None
    section: str
    record_id: int
    """The record behind it, on the section's own page."""


STOPS: tuple[Column[StopRow], ...] = (
    Column("name", "What stops", lambda row: row.name, width=40),
    Column("kind", "Kind", lambda row: shown(row.kind.value), Kind.WORD, width=20),
    Column("on", "On", lambda row: row.on, Kind.DATE, width=12),
    Column("amount", "Worth £ a year", lambda row: row.amount_pence, Kind.MONEY, width=14,
           help="The line's budget, the part, the change, or the yearly cost."),
    Column("funding", "Funded by", lambda row: row.funding, width=26),
    Column("line", "Budget line", lambda row: row.line, width=32),
)  # fmt: skip
SECTIONS = {StopKind.SERVICE: "services", StopKind.POST: "workforce"}


def stop_rows(
    lines: Sequence[LineRow],
    changes: Sequence[AdjustmentRow],
    endings: Sequence[EndingRow],
    year: FinancialYear,
) -> list[StopRow]:
    """Return what stops by a year's end: lines first, then parts, changes, services, posts."""
    counted = [line for line in lines if line.scope is not Scope.OUT]
    found = [
        *_lines(counted, year),
        *_parts(counted, year),
        *_changes(changes, year),
        *(
            (each.kind, each.name, each.on, each.funding, each.line, each.amount_pence, each.id)
            for each in endings
        ),
    ]
    return [
        StopRow(
            number, kind, name, on, funding, line, pence, SECTIONS.get(kind, "budget"), record_id
        )
        for number, (kind, name, on, funding, line, pence, record_id) in enumerate(found, start=1)
    ]


Facts = tuple[StopKind, str, date, str | None, str | None, int | None, int]


def _lines(lines: Sequence[LineRow], year: FinancialYear) -> Iterator[Facts]:
    for line in lines:
        if line.funded_to is not None and line.funded_to <= year.last:
            yield (StopKind.LINE, line.name, line.funded_to, line.funding_source, line.name,
                   line.annual_pence, line.id)  # fmt: skip


def _parts(lines: Sequence[LineRow], year: FinancialYear) -> Iterator[Facts]:
    for line in lines:
        if line.non_recurrent_pence:
            yield (StopKind.NON_RECURRENT, line.name, year.last, line.funding_source, line.name,
                   line.non_recurrent_pence, line.id)  # fmt: skip


def _changes(changes: Sequence[AdjustmentRow], year: FinancialYear) -> Iterator[Facts]:
    for change in changes:
        if change.counts and not change.is_recurrent:
            yield (StopKind.ADJUSTMENT, change.words, year.last, None, change.line,
                   change.amount_pence, change.line_id)  # fmt: skip


def stops_finding(rows: Sequence[StopRow], year: FinancialYear) -> str:
    """Return the sentence on what loses its funding by the year's end, kind by kind."""
    if not rows:
        return f"Nothing is known to stop on {written(year.last, Kind.DATE)}."
    said = [_of_kind(rows, kind) for kind in StopKind]
    parts = [words for words in said if words]
    listed = ", ".join(parts[:-1]) + (" and " if parts[1:] else "") + parts[-1]
    day = written(year.last, Kind.DATE)
    return f"By {day} funding ends for {listed}. The same money may stand in more than one."


def _of_kind(rows: Sequence[StopRow], kind: StopKind) -> str:
    of_kind = [row for row in rows if row.kind is kind]
    if not of_kind:
        return ""
    known = [row.amount_pence for row in of_kind if row.amount_pence is not None]
    worth = f" worth {written(sum(known), Kind.MONEY)}" if known else ""
    more = "" if len(known) == len(of_kind) or not known else " at least"
    return f"{plural(len(of_kind), kind.value)}{more}{worth}"


def read_stops(file: Reads, month: Month) -> list[StopRow]:
    """Return what stops by the end of a month's year."""
    year = month.financial_year
    version = file.read(budget.budget_year, year)
    changes = file.read(budget.adjustments, version.version_id) if version else []
    return stop_rows(file.read(budget.lines, month), changes, file.read(budget.endings, year), year)


def stops(file: Reads, month: Month) -> Table[StopRow]:
    """Return the table of what stops."""
    year = month.financial_year
    rows = read_stops(file, month)
    day = written(year.last, Kind.DATE)
    subtitle = f"£ a year. What is funded to {day} or before, and no longer."
    marked = marking(file.read(budget.budget_year, year))
    notes = (stops_finding(rows, year),)
    return Table("Stops on 31 March", STOPS, rows, subtitle, (), notes, marked)
