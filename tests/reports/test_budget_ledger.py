"""Entries of the ledger as they are read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pch_desktop.domain.budget import Basis, EntryKind
from pch_desktop.domain.budget_ledger import Balance
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.reports.budget_ledger import (
    CHOSEN,
    GROUPS,
    LEDGER,
    balance_words,
    ledger,
    ledger_rows,
    waiting_findings,
    waiting_words,
    why_fixed,
)
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store import budget
from pch_desktop.store.budget import EntryRow
from pch_desktop.store.locality_file import LocalityFile

YEAR = FinancialYear(2025)
AUGUST, SEPTEMBER, MARCH = Month(2025, 8), Month(2025, 9), Month(2026, 3)


def entry(number: int, pence: int, line_id: int = 1, **said: Any) -> EntryRow:
    """Return an entry of August."""
    usual = EntryRow(
        number, line_id, "Prescribing", AUGUST, pence, EntryKind.SPENDING, Basis.LEDGER,
        None, None, False, False, None, None, None, None, None,
    )  # fmt: skip
    return replace(usual, **said)


def test_the_running_total_is_of_each_line_by_itself() -> None:
    rows = ledger_rows([entry(1, 100), entry(2, 7, 2), entry(3, -40), entry(4, 1, 2)])
    assert [row.to_date_pence for row in rows] == [100, 7, 60, 8]


def test_entries_are_added_up_by_what_they_are_and_come_from() -> None:
    (row,) = ledger_rows([entry(1, 1, partner="Vale Trust", file_name="M5.csv", row_number=12)])
    said = {words: group(row) for words, group in GROUPS.items()}
    assert said == {
        "month": "August 2025",
        "budget line": "Prescribing",
        "partner": "Vale Trust",
        "kind": "Spending",
        "what it rests on": "Ledger",
        "source": "M5.csv",
        "provisional or final": "Final",
    }
    (plain,) = ledger_rows([entry(1, 1, is_provisional=True)])
    assert GROUPS["partner"](plain) == "No partner named"
    assert GROUPS["source"](plain) == "Entered here"
    assert GROUPS["provisional or final"](plain) == "Provisional"


def test_a_reversal_says_why_it_is_not_typed_in() -> None:
    back = entry(1, -1, kind=EntryKind.REVERSAL, note="Takes back the accrual of July 2025")
    (row,) = ledger_rows([back])
    assert why_fixed(row) == (
        "Takes back the accrual of July 2025. Change that entry, and this follows."
    )
    assert why_fixed(ledger_rows([entry(1, 1)])[0]) == ""
    assert "Reversal" not in CHOSEN


def test_what_is_owed_is_said_with_its_day() -> None:
    assert balance_words(Balance(910_000, 0), SEPTEMBER) == (
        "Creditors £9,100, debtors £0 at 30 Sep 2025"
    )


def test_d09_stands_in_the_table_month_by_month(file: LocalityFile) -> None:
    line_id = file.edit("Add", budget.add_line, YEAR, "Prescribing", Sector.PRIMARY, 480_000_00)
    for month, spent, owed in ((AUGUST, 31_200_00, 8_800_00), (SEPTEMBER, 40_100_00, 9_100_00)):
        file.edit("Invoice", budget.add_entry, line_id, month, spent, {"basis": Basis.INVOICE})
        file.edit("Accrue", budget.add_accrual, line_id, month, owed, {"note": "Late invoices"})
    table = ledger(file, SEPTEMBER)
    columns = {column.key: column for column in LEDGER}
    wanted = [columns[key] for key in ("month", "kind", "amount", "to_date")]
    shown = [[written(column.value(row), column.kind) for column in wanted] for row in table.rows]
    assert shown == [
        ["August 2025", "Spending", "£31,200", "£31,200"],
        ["August 2025", "Accrual", "£8,800", "£40,000"],
        ["September 2025", "Reversal", "(£8,800)", "£31,200"],
        ["September 2025", "Spending", "£40,100", "£71,300"],
        ["September 2025", "Accrual", "£9,100", "£80,400"],
    ]
    assert table.notes == ("Creditors £9,100, debtors £0 at 30 Sep 2025.",)
    assert columns["amount"].kind is Kind.MONEY


def test_what_waits_at_the_end_of_march_is_said_with_what_it_waits_for(file: LocalityFile) -> None:
    after = YEAR.plus(1)
    line_id = file.edit("Add", budget.add_line, YEAR, "Prescribing", Sector.PRIMARY, 0)
    file.edit("Accrue", budget.add_accrual, line_id, MARCH, 500_00, {})
    (row,) = file.read(budget.waiting, after)
    assert waiting_words(row).endswith("£500, waits until 2026/27 has a budget.")
    assert waiting_findings(file, MARCH.plus(1)) == []
    other = file.edit("Add", budget.add_line, after, "Medicines", Sector.PRIMARY, 0)
    (found,) = waiting_findings(file, MARCH.plus(1))
    assert found.title == "Prescribing: accrual of March 2026 not taken back"
    assert found.detail.endswith("waits for a line of that name, or that code, in 2026/27.")
    file.edit("Rename", budget.set_line, other, "name", "Prescribing")
    (found,) = waiting_findings(file, MARCH.plus(1))
    assert found.detail.endswith("waits to be taken back in April 2026.")
