"""What a change of an entry is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pch_desktop.domain import typed
from pch_desktop.domain.budget import Basis, EntryKind
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.budget_ledger import LedgerRow
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import meant, plural
from pch_desktop.store import budget
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import CellEdit

AS_TYPED = ("partner", "reference", "is_provisional", "note")


def cells(desk: Desk) -> Mapping[str, CellEdit[LedgerRow]]:
    """Return what typing into each column of the ledger changes."""
    plain: dict[str, CellEdit[LedgerRow]] = {name: _field(name) for name in AS_TYPED}
    return {
        **plain,
        "month": lambda row, value: _change(row, "month", month_typed(desk, value)),
        "amount": lambda row, value: _change(row, "amount_pence", value),
        "kind": lambda row, value: _change(row, "kind", meant(EntryKind, str(value or ""))),
        "basis": lambda row, value: _change(row, "basis", meant(Basis, str(value or ""))),
    }


def adding(desk: Desk, line_id: int | None, values: Mapping[str, Value]) -> Change:
    """Return the new entry that was typed.

    Raises:
        Refusal: its month or its amount is not there yet.
    """
    month, amount = month_typed(desk, values.get("month")), values.get("amount")
    if line_id is None or month is None or not isinstance(amount, int):
        raise Refusal("Enter the entry's month and its amount first.")
    kind = meant(EntryKind, str(values.get("kind") or "")) or EntryKind.SPENDING
    fields: dict[str, object] = {"kind": kind}
    if basis := meant(Basis, str(values.get("basis") or "")):
        fields["basis"] = basis
    fields |= {name: values[name] for name in AS_TYPED if name in values}
    word = "entry" if kind is EntryKind.SPENDING else kind.value
    label = f"Add {word} of {month.words}"
    return Change(label, budget.add_entry, (line_id, month, amount, fields))


def removing(rows: Sequence[LedgerRow]) -> Change:
    """Return the deletion of entries, each with what takes it back."""
    words = plural(len(rows), "entry", "entries")
    return Change(f"Delete {words}", budget.remove_entries, (tuple(row.id for row in rows),))


def accrued_words(count: int, month: Month) -> str:
    """Say how many lines were accrued, and how to take that back."""
    what = "It is" if count == 1 else "They are"
    return (
        f"Accrued {plural(count, 'line')} for {month.words} by profile and run rate. "
        f"{what} marked estimate and taken back in {month.plus(1).words}. Ctrl+Z undoes it."
    )


def month_typed(desk: Desk, value: Value) -> Month | None:
    """Return the month that was typed.

    Raises:
        Refusal: it does not lie in the year of this budget.
    """
    month = typed.month(str(value or ""))
    year = desk.month.financial_year
    if month is not None and month.financial_year != year:
        raise Refusal(f"{month.words} does not lie in {year}. Enter a month of that year.")
    return month


def _field(name: str) -> CellEdit[LedgerRow]:
    return lambda row, value: _change(row, name, value)


def _change(row: LedgerRow, name: str, value: object) -> Change:
    words = row.entry.month.words
    word = "entry" if row.entry.kind is EntryKind.SPENDING else row.entry.kind.value
    return Change(f"Change {word} of {words}", budget.set_entry, (row.id, name, value), words)
