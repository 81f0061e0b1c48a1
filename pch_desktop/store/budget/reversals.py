"""What takes an accrual or a prepayment back a month later, across 31 March too."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from pch_desktop.domain.budget import EntryKind
from pch_desktop.domain.budget_ledger import TAKEN_BACK, Balance, Owing, balance
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.models.budget import Actual, BudgetLine
from pch_desktop.store.budget.closing import must_be_open
from pch_desktop.store.budget.years import current_version


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """An accrual or prepayment of March that nothing takes back yet."""

    id: int
    line_id: int
    line: str
    kind: EntryKind
    month: Month
    amount_pence: int
    has_budget: bool
    """Whether the next year has a budget, in which only the line is missing."""
    has_line: bool
    """Whether a line stands ready, so that it can be taken back now."""


def settle(session: Session, entry: Actual) -> None:
    """Make, change or delete what takes an entry back, so that the two net to nothing.

    Raises:
        Refusal: the month it is taken back in is closed.
    """
    session.flush()
    back = session.scalars(select(Actual).where(Actual.reverses_id == entry.id)).first()
    line_id = _line_after(session, entry) if entry.kind in TAKEN_BACK else None
    if line_id is None:
        if back is not None:
            must_be_open(session, back.month)
            session.delete(back)
            session.flush()
        return
    if back is None:
        back = Actual(kind=EntryKind.REVERSAL, reverses_id=entry.id, month=entry.month.plus(1))
        back.line_id, back.amount_pence = line_id, 0
        must_be_open(session, back.month)
        session.add(back)
    elif (back.line_id, back.month, -back.amount_pence) != (
        line_id, entry.month.plus(1), entry.amount_pence,
    ):  # fmt: skip
        must_be_open(session, back.month)
        must_be_open(session, entry.month.plus(1))
    _mirror(entry, back, line_id)
    session.flush()


def reverse_march(session: Session, year: FinancialYear) -> int:
    """Take back in April what the March before owes and nothing takes back; return how many.

    Only where the year has a line of the same name, else of the same code.
    """
    made = 0
    for entry in _unreversed(session, year.plus(-1)):
        if _line_after(session, entry) is not None:
            settle(session, entry)
            made += 1
    return made


def waiting(session: Session, year: FinancialYear) -> list[WaitingRow]:
    """Return what March of the year before a year owes and nothing in the year takes back."""
    has_budget = current_version(session, year) is not None
    return [
        WaitingRow(
            entry.id,
            entry.line_id,
            session.get_one(BudgetLine, entry.line_id).name,
            entry.kind,
            entry.month,
            entry.amount_pence,
            has_budget,
            _line_after(session, entry) is not None,
        )
        for entry in _unreversed(session, year.plus(-1))
    ]


def balances(session: Session, month: Month, line_id: int | None = None) -> Balance:
    """Return what stands at a month's end, of all lines of the budget or of one."""
    version = current_version(session, month.financial_year)
    if version is None:
        return Balance(0, 0)
    made = aliased(Actual)
    query = (
        select(func.coalesce(made.kind, Actual.kind), Actual.amount_pence, BudgetLine.is_income)
        .join(BudgetLine, Actual.line_id == BudgetLine.id)
        .outerjoin(made, Actual.reverses_id == made.id)
        .where(
            BudgetLine.version_id == version.id,
            Actual.month <= month,
            or_(Actual.kind.in_(TAKEN_BACK), Actual.reverses_id.is_not(None)),
            # What takes back the year before was owed there, and is settled here.
            Actual.is_prior_year.is_(False),
        )
    )
    if line_id is not None:
        query = query.where(Actual.line_id == line_id)
    found = session.execute(query)
    return balance(Owing(EntryKind(kind), pence, income) for kind, pence, income in found)


def _mirror(entry: Actual, back: Actual, line_id: int) -> None:
    back.line_id, back.month = line_id, entry.month.plus(1)
    back.amount_pence = -entry.amount_pence
    back.basis, back.partner_id = entry.basis, entry.partner_id
    back.reference, back.is_provisional = entry.reference, entry.is_provisional
    back.is_prior_year = back.month.financial_year != entry.month.financial_year
    back.note = f"Takes back the {entry.kind.value} of {entry.month.words}"


def _line_after(session: Session, entry: Actual) -> int | None:
    """Return the line an entry is taken back on, or None where the next year has none yet."""
    line = session.get_one(BudgetLine, entry.line_id)
    after = entry.month.plus(1)
    if after.financial_year == entry.month.financial_year:
        return line.id
    version = current_version(session, after.financial_year)
    if version is None:
        return None
    of_version = select(BudgetLine.id).where(BudgetLine.version_id == version.id)
    same = session.scalar(of_version.where(func.lower(BudgetLine.name) == line.name.lower()))
    if same is None and line.code:
        same = session.scalar(of_version.where(func.lower(BudgetLine.code) == line.code.lower()))
    return same


def _unreversed(session: Session, year: FinancialYear) -> list[Actual]:
    """Return what March of a year owes and nothing takes back, in the order it was put in."""
    version = current_version(session, year)
    if version is None:
        return []
    back = aliased(Actual)
    query = (
        select(Actual)
        .join(BudgetLine, Actual.line_id == BudgetLine.id)
        .outerjoin(back, back.reverses_id == Actual.id)
        .where(
            BudgetLine.version_id == version.id,
            Actual.month == year.months[-1],
            Actual.kind.in_(TAKEN_BACK),
            back.id.is_(None),
        )
        .order_by(Actual.id)
    )
    return list(session.scalars(query))
