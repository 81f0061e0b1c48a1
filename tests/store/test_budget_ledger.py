"""Entries that take themselves back: accruals, prepayments, and what waits at 31 March."""

from __future__ import annotations

from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Basis, EntryKind
from pch_desktop.domain.budget_ledger import Balance
from pch_desktop.domain.budget_plan import ClosingKind
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget_plan import MonthClosing
from pch_desktop.store import budget
from pch_desktop.store.budget import EntryRow, LineRow
from pch_desktop.store.locality_file import LocalityFile
from tests import localities

YEAR = FinancialYear(2025)
AUGUST, SEPTEMBER, OCTOBER = Month(2025, 8), Month(2025, 9), Month(2025, 10)
MARCH, APRIL = Month(2026, 3), Month(2026, 4)


def put(file: LocalityFile, command: Any, *args: Any) -> Any:
    """Carry a command out as a step."""
    return file.edit("Change", command, *args)


def added(file: LocalityFile, year: FinancialYear = YEAR, name: str = "Prescribing") -> int:
    """Add a line of £480,000 to a year and return its id."""
    return put(file, budget.add_line, year, name, Sector.PRIMARY, 480_000_00)


@pytest.fixture
def line_id(file: LocalityFile) -> int:
    """A line of 2025/26."""
    return added(file)


def line(file: LocalityFile, line_id: int, month: Month) -> LineRow:
    """Return a line as it is read."""
    return next(row for row in file.read(budget.lines, month) if row.id == line_id)


def entry(file: LocalityFile, line_id: int, kind: EntryKind) -> EntryRow:
    """Return the only entry of a kind."""
    (found,) = (row for row in file.read(budget.entries, line_id) if row.kind is kind)
    return found


def close(session: Session, month: Month) -> None:
    """Close a month."""
    at = datetime(2025, 11, 30, tzinfo=UTC)
    session.add(MonthClosing(month=month, kind=ClosingKind.CLOSED, at=at))


def test_d09_the_months_the_year_to_date_and_what_is_owed(file: LocalityFile, line_id: int) -> None:
    invoice = {"basis": Basis.INVOICE}
    for month in YEAR.months[:4]:
        put(file, budget.set_actual, line_id, month, 0)
    put(file, budget.add_entry, line_id, AUGUST, 31_200_00, invoice)
    put(file, budget.add_accrual, line_id, AUGUST, 8_800_00, {})
    put(file, budget.add_entry, line_id, SEPTEMBER, 40_100_00, invoice)
    put(file, budget.add_accrual, line_id, SEPTEMBER, 9_100_00, {})
    found = line(file, line_id, SEPTEMBER)
    assert found.year.actual[4:6] == (40_000_00, 40_400_00)
    assert found.standing.date_actual == 80_400_00
    assert file.read(budget.balances, AUGUST) == Balance(8_800_00, 0)
    assert file.read(budget.balances, SEPTEMBER, line_id) == Balance(9_100_00, 0)


def test_a_month_that_holds_only_reversals_is_not_known(file: LocalityFile, line_id: int) -> None:
    put(file, budget.add_accrual, line_id, AUGUST, 8_800_00, {})
    found = line(file, line_id, SEPTEMBER)
    assert found.year.actual[4] == 8_800_00
    assert found.standing.month_actual is None
    assert found.standing.date_actual is None


def test_a_prepayment_mirrors_an_accrual(file: LocalityFile, line_id: int) -> None:
    put(file, budget.add_entry, line_id, AUGUST, 1_200_00, {})
    put(file, budget.add_prepayment, line_id, AUGUST, 900_00, {})
    put(file, budget.add_entry, line_id, SEPTEMBER, 50_00, {})
    assert line(file, line_id, SEPTEMBER).year.actual[4:6] == (300_00, 950_00)
    assert file.read(budget.balances, AUGUST) == Balance(0, 900_00)
    assert file.read(budget.balances, SEPTEMBER) == Balance(0, 0)


def test_a_credit_note_is_below_zero_whatever_sign_is_typed(
    file: LocalityFile, line_id: int
) -> None:
    first = put(file, budget.add_credit_note, line_id, AUGUST, 70_00, {"reference": "CN 12"})
    put(file, budget.add_credit_note, line_id, AUGUST, -30_00, {})
    assert line(file, line_id, AUGUST).standing.month_actual == -100_00
    put(file, budget.set_entry, first, "amount_pence", 10_00)
    assert line(file, line_id, AUGUST).standing.month_actual == -40_00


def test_a_reversal_follows_its_accrual_and_is_not_changed_alone(
    file: LocalityFile, line_id: int
) -> None:
    accrual = put(file, budget.add_accrual, line_id, AUGUST, 100_00, {"reference": "A1"})
    put(file, budget.set_entry, accrual, "amount_pence", 120_00)
    back = entry(file, line_id, EntryKind.REVERSAL)
    assert (back.month, back.amount_pence, back.reference) == (SEPTEMBER, -120_00, "A1")
    assert back.note == "Takes back the accrual of August 2025"
    put(file, budget.set_entry, accrual, "month", SEPTEMBER)
    assert entry(file, line_id, EntryKind.REVERSAL).month == OCTOBER
    sentence = "takes back the accrual of September 2025. Change or delete that accrual"
    with pytest.raises(Refusal, match=sentence):
        put(file, budget.set_entry, back.id, "amount_pence", 1)
    with pytest.raises(Refusal, match=sentence):
        put(file, budget.remove_entries, [back.id])
    put(file, budget.remove_entries, [accrual, back.id])
    assert file.read(budget.entries, line_id) == []
    file.undo()
    assert len(file.read(budget.entries, line_id)) == 2


def test_an_accrual_that_turns_out_an_invoice_is_taken_back_no_more(
    file: LocalityFile, line_id: int
) -> None:
    accrual = put(file, budget.add_accrual, line_id, AUGUST, 100_00, {})
    put(file, budget.set_entry, accrual, "kind", EntryKind.SPENDING)
    assert [row.kind for row in file.read(budget.entries, line_id)] == [EntryKind.SPENDING]
    put(file, budget.set_entry, accrual, "kind", EntryKind.PREPAYMENT)
    assert line(file, line_id, AUGUST).year.actual[4] == -100_00
    with pytest.raises(Refusal, match="comes with its accrual"):
        put(file, budget.set_entry, accrual, "kind", EntryKind.REVERSAL)


def test_an_entry_of_another_year_is_refused(file: LocalityFile, line_id: int) -> None:
    with pytest.raises(Refusal, match=r"April 2026 does not lie in 2025/26"):
        put(file, budget.add_entry, line_id, APRIL, 1, {})
    first = put(file, budget.add_entry, line_id, MARCH, 1, {})
    with pytest.raises(Refusal, match="Enter a month of that year"):
        put(file, budget.set_entry, first, "month", APRIL)
    assert entry(file, line_id, EntryKind.SPENDING).month == MARCH


def test_a_closed_month_keeps_its_entries(file: LocalityFile, line_id: int) -> None:
    spent = put(file, budget.add_entry, line_id, SEPTEMBER, 10_00, {})
    accrual = put(file, budget.add_accrual, line_id, AUGUST, 10_00, {})
    file.edit("Close", close, SEPTEMBER)
    refused: tuple[tuple[Any, tuple[Any, ...]], ...] = (
        (budget.set_actual, (line_id, SEPTEMBER, 1)),
        (budget.add_entry, (line_id, SEPTEMBER, 1, {})),
        (budget.set_entry, (spent, "amount_pence", 1)),
        (budget.set_entry, (spent, "month", OCTOBER)),
        (budget.remove_entries, ([spent],)),
        (budget.add_accrual, (line_id, AUGUST, 1, {})),
        (budget.set_entry, (accrual, "amount_pence", 1)),
        (budget.set_entry, (accrual, "kind", EntryKind.SPENDING)),
        (budget.remove_entries, ([accrual],)),
    )
    for command, args in refused:
        with pytest.raises(Refusal, match="September 2025 is closed"):
            put(file, command, *args)
    put(file, budget.set_entry, accrual, "note", "Seen")
    assert line(file, line_id, SEPTEMBER).year.actual[4:6] == (10_00, 0)


# Across 31 March


def test_what_march_owes_waits_until_the_next_year_has_a_budget(
    file: LocalityFile, line_id: int
) -> None:
    after = YEAR.plus(1)
    put(file, budget.add_accrual, line_id, MARCH, 500_00, {})
    (row,) = file.read(budget.waiting, after)
    assert (row.line, row.amount_pence, row.has_budget, row.has_line) == (
        "Prescribing", 500_00, False, False,
    )  # fmt: skip
    assert put(file, budget.reverse_march, after) == 0
    added(file, after, "Something else")
    (row,) = file.read(budget.waiting, after)
    assert (row.has_budget, row.has_line) == (True, False)
    next_line = added(file, after, "PRESCRIBING")
    assert put(file, budget.reverse_march, after) == 0
    back = entry(file, next_line, EntryKind.REVERSAL)
    assert (back.month, back.amount_pence, back.is_prior_year) == (APRIL, -500_00, True)
    assert file.read(budget.waiting, after) == []
    assert file.read(budget.balances, APRIL) == Balance(0, 0)
    assert file.read(budget.balances, MARCH) == Balance(500_00, 0)


def test_an_accrual_of_march_is_taken_back_at_once_where_the_next_year_stands(
    file: LocalityFile, line_id: int
) -> None:
    next_line = added(file, YEAR.plus(1))
    accrual = put(file, budget.add_accrual, line_id, MARCH, 500_00, {})
    assert entry(file, next_line, EntryKind.REVERSAL).amount_pence == -500_00
    put(file, budget.set_entry, accrual, "month", AUGUST)
    assert file.read(budget.entries, next_line) == []
    back = entry(file, line_id, EntryKind.REVERSAL)
    assert (back.month, back.is_prior_year) == (SEPTEMBER, False)


def test_a_line_of_another_name_and_the_same_code_takes_march_back(
    file: LocalityFile, line_id: int
) -> None:
    next_line = added(file, YEAR.plus(1), "Medicines")
    put(file, budget.add_accrual, line_id, MARCH, 5_00, {})
    for each in (line_id, next_line):
        put(file, budget.set_line, each, "code", "RX")
    assert [row.has_line for row in file.read(budget.waiting, YEAR.plus(1))] == [True]
    assert put(file, budget.reverse_march, YEAR.plus(1)) == 1
    assert entry(file, next_line, EntryKind.REVERSAL).month == APRIL


# Typing a month's figure


def test_a_figure_that_is_typed_is_what_the_month_comes_to(
    file: LocalityFile, line_id: int
) -> None:
    put(file, budget.add_accrual, line_id, AUGUST, 100_00, {})
    put(file, budget.set_actual, line_id, SEPTEMBER, 400_00)
    assert line(file, line_id, SEPTEMBER).standing.month_actual == 400_00
    assert entry(file, line_id, EntryKind.SPENDING).amount_pence == 500_00
    put(file, budget.set_actual, line_id, SEPTEMBER, 250_00)
    assert line(file, line_id, SEPTEMBER).standing.month_actual == 250_00
    put(file, budget.set_actual, line_id, SEPTEMBER, None)
    assert line(file, line_id, SEPTEMBER).standing.month_actual is None
    with pytest.raises(Refusal, match="August 2025 of “Prescribing” rests on an accrual"):
        put(file, budget.set_actual, line_id, AUGUST, 1)


# What is missing


def test_what_is_missing_is_accrued_by_profile_and_run_rate(
    file: LocalityFile, line_id: int
) -> None:
    other = added(file, name="Nothing known")
    for month in YEAR.months[:5]:
        put(file, budget.set_actual, line_id, month, 44_000_00)
    assert put(file, budget.accrue_missing, SEPTEMBER) == 1
    made = entry(file, line_id, EntryKind.ACCRUAL)
    assert (made.amount_pence, made.basis, made.is_provisional) == (
        44_000_00, Basis.ESTIMATE, True,
    )  # fmt: skip
    assert line(file, line_id, SEPTEMBER).standing.month_actual == 44_000_00
    assert line(file, other, SEPTEMBER).standing.month_actual is None
    file.undo()
    assert line(file, line_id, SEPTEMBER).standing.month_actual is None


def test_a_second_estimate_makes_up_for_what_is_taken_back(
    file: LocalityFile, line_id: int
) -> None:
    for month in YEAR.months[:5]:
        put(file, budget.set_actual, line_id, month, 44_000_00)
    for month in (SEPTEMBER, OCTOBER, Month(2025, 11)):
        put(file, budget.accrue_missing, month)
    found = line(file, line_id, Month(2025, 11))
    assert found.year.actual[5:8] == (44_000_00,) * 3
    assert file.read(budget.balances, Month(2025, 11)) == Balance(3 * 44_000_00, 0)
    with pytest.raises(Refusal, match="Every line has an actual for October 2025"):
        put(file, budget.accrue_missing, OCTOBER)
    put(file, budget.set_actual, line_id, SEPTEMBER, 45_000_00)
    found = line(file, line_id, Month(2025, 11))
    assert found.year.actual[5:8] == (45_000_00, 44_000_00, 44_000_00)
    assert file.read(budget.balances, Month(2025, 11)) == Balance(2 * 44_000_00, 0)


def test_nothing_is_accrued_where_nothing_is_known(file: LocalityFile, line_id: int) -> None:
    with pytest.raises(Refusal, match="has a month before it to go by"):
        put(file, budget.accrue_missing, SEPTEMBER)
    assert file.read(budget.entries, line_id) == []


def test_the_entries_of_all_lines_stand_line_by_line(file: LocalityFile, line_id: int) -> None:
    other = added(file, name="Estates")
    put(file, budget.add_accrual, other, AUGUST, 5_00, {"note": "Rates"})
    put(file, budget.add_entry, line_id, SEPTEMBER, 1_00, {})
    found = file.read(budget.year_entries, YEAR)
    assert [(row.line, row.month) for row in found] == [
        ("Prescribing", SEPTEMBER), ("Estates", AUGUST), ("Estates", SEPTEMBER),
    ]  # fmt: skip
    assert file.read(budget.year_entries, YEAR.plus(3)) == []


# Laws

KINDS = st.sampled_from(
    (EntryKind.SPENDING, EntryKind.CREDIT, EntryKind.ACCRUAL, EntryKind.PREPAYMENT)
)
PENCE = st.integers(-(10**9), 10**9)
MONTHS = st.sampled_from(YEAR.months)
PICKS = st.integers(0, 50)


class Ledger(RuleBasedStateMachine):
    """Entries made, changed and deleted in any order, in a file of two years."""

    folder: Path

    def __init__(self) -> None:
        super().__init__()
        name = f"{id(self)}.pch"
        (self.folder / name).unlink(missing_ok=True)
        self.file = localities.empty(self.folder / name)
        self.line_id = added(self.file)
        self.next_id: int | None = None

    def attempt(self, command: Any, *args: Any) -> None:
        """Try it; what is refused changes nothing, which the law holds too."""
        try:
            put(self.file, command, *args)
        except Refusal:
            return

    def picked(self, at: int) -> int:
        """Return one of the entries, 0 where there is none."""
        rows = self.file.read(budget.entries, self.line_id)
        return rows[at % len(rows)].id if rows else 0

    @rule(kind=KINDS, month=MONTHS, pence=PENCE)
    def add(self, kind: EntryKind, month: Month, pence: int) -> None:
        """Add an entry."""
        self.attempt(budget.add_entry, self.line_id, month, pence, {"kind": kind})

    @rule(at=PICKS, pence=PENCE)
    def amount(self, at: int, pence: int) -> None:
        """Change an amount."""
        self.attempt(budget.set_entry, self.picked(at), "amount_pence", pence)

    @rule(at=PICKS, month=MONTHS)
    def month(self, at: int, month: Month) -> None:
        """Change a month."""
        self.attempt(budget.set_entry, self.picked(at), "month", month)

    @rule(at=PICKS, kind=KINDS)
    def kind(self, at: int, kind: EntryKind) -> None:
        """Change a kind."""
        self.attempt(budget.set_entry, self.picked(at), "kind", kind)

    @rule(at=PICKS)
    def delete(self, at: int) -> None:
        """Delete an entry."""
        self.attempt(budget.remove_entries, [self.picked(at)])

    @rule(month=MONTHS, pence=st.none() | PENCE)
    def type_figure(self, month: Month, pence: int | None) -> None:
        """Type a month's figure."""
        self.attempt(budget.set_actual, self.line_id, month, pence)

    @rule()
    def next_year(self) -> None:
        """Begin the next year, and take March back in it."""
        if self.next_id is None:
            self.next_id = added(self.file, YEAR.plus(1))
        self.attempt(budget.reverse_march, YEAR.plus(1))

    @rule()
    def undo(self) -> None:
        """Take the last step back."""
        if self.file.to_undo is not None and len(self.file.read(budget.entries, self.line_id)):
            self.file.undo()
            if not self.file.read(budget.lines, APRIL):
                self.next_id = None

    @invariant()
    def accruals_and_their_reversals_net_to_nothing(self) -> None:
        """Each is taken back once, a month later, by as much; but in March it may wait."""
        ids = [self.line_id, *([self.next_id] if self.next_id else [])]
        rows = [row for line_id in ids for row in self.file.read(budget.entries, line_id)]
        back = {row.reverses_id: row for row in rows if row.kind is EntryKind.REVERSAL}
        owed = {
            row.id: row for row in rows if row.kind in {EntryKind.ACCRUAL, EntryKind.PREPAYMENT}
        }
        assert back.keys() <= owed.keys()
        for key, row in owed.items():
            if key in back:
                assert back[key].amount_pence == -row.amount_pence
                assert back[key].month == row.month.plus(1)
            else:
                assert row.month == MARCH

    def teardown(self) -> None:
        """Close the file."""
        self.file.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Generator[Path]:
    """Where the files of the law are."""
    yield tmp_path_factory.mktemp("ledger")


def test_accruals_and_reversals_net_to_nothing_over_any_edits(folder: Path) -> None:
    Ledger.folder = folder
    machine: Any = Ledger.TestCase
    machine.settings = settings(max_examples=6, stateful_step_count=20, deadline=None)
    machine().runTest()
