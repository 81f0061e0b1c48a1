"""Entries of the ledger, set out for reading: kinds, running totals, what is owed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pch_desktop.domain.budget import Basis, EntryKind
from pch_desktop.domain.budget_ledger import Balance
from pch_desktop.domain.period import Month
from pch_desktop.reports.signs import marking
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Column, Kind, Table, Total
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store import budget
from pch_desktop.store.budget import EntryRow, WaitingRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

PROVISIONAL, FINAL = "Provisional", "Final"
BY_HAND = "Entered here"
NOBODY = "No partner named"
CHOSEN = tuple(shown(kind.value) for kind in EntryKind if kind is not EntryKind.REVERSAL)
"""The kinds an entry may be given; a reversal comes with what it takes back."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """An entry, and what its line has come to with it."""

    id: int
    entry: EntryRow
    to_date_pence: int
    """April up to and including this entry, of its line."""


def ledger_rows(entries: Sequence[EntryRow]) -> list[LedgerRow]:
    """Return entries in their order, each with what its line has come to with it."""
    running: dict[int, int] = defaultdict(int)
    rows: list[LedgerRow] = []
    for entry in entries:
        running[entry.line_id] += entry.amount_pence
        rows.append(LedgerRow(entry.id, entry, running[entry.line_id]))
    return rows


LEDGER: tuple[Column[LedgerRow], ...] = (
    Column("month", "Month", lambda row: row.entry.month.words, width=26),
    Column("line", "Budget line", lambda row: row.entry.line, width=26),
    Column("kind", "Kind", lambda row: shown(row.entry.kind.value), Kind.WORD,
           words=CHOSEN, width=11,
           help="An accrual or prepayment is taken back a month later by itself."),
    Column("amount", "Amount £", lambda row: row.entry.amount_pence, Kind.MONEY, Total.SUM,
           width=11, help="What the entry adds to the month; in brackets where it takes off."),
    Column("to_date", "So far £", lambda row: row.to_date_pence, Kind.MONEY,
           formula="the entries so far", width=12,
           help="April up to this entry. The last one of a month is the year to date."),
    Column("basis", "Rests on", lambda row: shown(row.entry.basis.value), Kind.WORD,
           words=listed(Basis), width=15),
    Column("partner", "Paid to", lambda row: row.entry.partner, width=18),
    Column("reference", "Reference", lambda row: row.entry.reference, width=9),
    Column("is_provisional", "Provisional", lambda row: row.entry.is_provisional, Kind.YES,
           width=10, help="Whether it may still change."),
    Column("note", "Note", lambda row: row.entry.note, width=16),
    Column("file_name", "From file", lambda row: row.entry.file_name, width=11),
    Column("sheet_name", "Sheet", lambda row: row.entry.sheet_name, width=8),
    Column("row_number", "Row", lambda row: row.entry.row_number, Kind.COUNT, width=5,
           help="Where in its file it stands."),
)  # fmt: skip
"""The ledger, the same on the screen and in a workbook."""

GROUPS: Mapping[str, Callable[[LedgerRow], str]] = {
    "month": lambda row: row.entry.month.words,
    "budget line": lambda row: row.entry.line,
    "partner": lambda row: row.entry.partner or NOBODY,
    "kind": lambda row: shown(row.entry.kind.value),
    "what it rests on": lambda row: shown(row.entry.basis.value),
    "source": lambda row: row.entry.file_name or BY_HAND,
    "provisional or final": lambda row: PROVISIONAL if row.entry.is_provisional else FINAL,
}
"""What entries can be added up by, in the order offered."""


def why_fixed(row: LedgerRow) -> str:
    """Return why an entry cannot be typed in, or nothing where it can."""
    if row.entry.kind is not EntryKind.REVERSAL:
        return ""
    return f"{row.entry.note or 'Taken back by itself'}. Change that entry, and this follows."


def balance_words(standing: Balance, month: Month) -> str:
    """Return what is owed and what was paid ahead at a month's end."""
    owed = written(standing.creditors_pence, Kind.MONEY)
    ahead = written(standing.debtors_pence, Kind.MONEY)
    return f"Creditors {owed}, debtors {ahead} at {written(month.last, Kind.DATE)}"


def waiting_words(row: WaitingRow) -> str:
    """Return what of March waits to be taken back, and what for."""
    year = row.month.plus(1).financial_year
    amount = written(abs(row.amount_pence), Kind.MONEY)
    said = f"{row.line}: the {row.kind.value} of {row.month.words}, {amount}, waits"
    if row.has_line:
        return f"{said} to be taken back in {row.month.plus(1).words}."
    if row.has_budget:
        return f"{said} for a line of that name, or that code, in {year}."
    return f"{said} until {year} has a budget."


def waiting_findings(file: Reads, month: Month) -> list[Finding]:
    """Return what of last March nothing in a month's year takes back yet."""
    return [
        Finding("budget", f"{row.line}: {row.kind.value} of {row.month.words} not taken back",
                waiting_words(row), Weight.MONEY, "Take back", row.line_id,
                "Entries")
        for row in file.read(budget.waiting, month.financial_year)
        if row.has_budget
    ]  # fmt: skip


def ledger(file: Reads, month: Month) -> Table[LedgerRow]:
    """Return the entries of a month's year up to the month, line by line."""
    year = file.read(budget.budget_year, month.financial_year)
    found = file.read(budget.year_entries, month.financial_year)
    rows = ledger_rows([entry for entry in found if entry.month <= month])
    standing = file.read(budget.balances, month)
    subtitle = f"£. {plural(len(rows), 'entry', 'entries')}, April to {month.words}."
    notes = (f"{balance_words(standing, month)}.",)
    return Table("Ledger", LEDGER, rows, subtitle, (), notes, marking(year))
