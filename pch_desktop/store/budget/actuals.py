"""What the lines really cost, read entry by entry with where each came from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Basis, EntryKind
from pch_desktop.domain.period import MONTHS, FinancialYear, Month
from pch_desktop.models.budget import Actual, BudgetLine
from pch_desktop.models.locality import ImportBatch
from pch_desktop.models.partners import Partner
from pch_desktop.store.budget.asked import Question
from pch_desktop.store.budget.years import current_version

IS_NO_REVERSAL = (Actual.reverses_id + 0).is_(None)
"""Written as a sum, since the index of ``reverses_id`` has 100,000 entries under nothing."""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry behind a month's actual, with where it came from."""

    id: int
    line_id: int
    line: str
    month: Month
    amount_pence: int
    kind: EntryKind
    basis: Basis
    partner: str | None
    reference: str | None
    is_provisional: bool
    is_prior_year: bool
    note: str | None
    file_name: str | None
    sheet_name: str | None
    row_number: int | None
    reverses_id: int | None
    """The accrual or prepayment it takes back, for a reversal."""


def entries(session: Session, line_id: int) -> list[EntryRow]:
    """Return the entries of a line, by month, what takes back the month before first."""
    return [EntryRow(*row) for row in session.execute(_entries().where(Actual.line_id == line_id))]


def year_entries(session: Session, year: FinancialYear) -> list[EntryRow]:
    """Return the entries of all lines of a year's budget, line by line and by month."""
    version = current_version(session, year)
    if version is None:
        return []
    query = _entries().where(BudgetLine.version_id == version.id)
    return [EntryRow(*row) for row in session.execute(query)]


def source(session: Session, line_id: int, upto: Month) -> EntryRow | None:
    """Return the latest entry of a line in a month's year: where its actuals come from."""
    months = [month for month in upto.financial_year.months if month <= upto]
    asked = [str(months[min(at, len(months) - 1)]) for at in range(MONTHS)]
    bound = {f"month_{at}": month for at, month in enumerate(asked)}
    ((month,),) = latest().ask(session, line=line_id, **bound)
    if month is None:
        return None
    found = session.execute(_newest(), {"line": line_id, "month": Month.read(month)})
    return EntryRow(*found.one())


@cache
def latest() -> Question:
    """Return what finds the latest month of a line that holds more than what is taken back."""
    # By months, so that it is found by the index also among 100,000 entries.
    months: list[BindParameter[Month]] = [bindparam(f"month_{at}") for at in range(MONTHS)]
    return Question(
        select(func.max(Actual.month)).where(
            Actual.month.in_(months), Actual.line_id == bindparam("line"), IS_NO_REVERSAL
        )
    )


@cache
def _newest() -> Select[*tuple[Any, ...]]:
    of_month = (Actual.month == bindparam("month"), Actual.line_id == bindparam("line"))
    is_spent = Actual.kind == EntryKind.SPENDING
    entries_of = _entries().where(*of_month, IS_NO_REVERSAL).order_by(None)
    return entries_of.order_by(is_spent.desc(), Actual.id.desc()).limit(1)


@cache
def _entries() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Actual.id,
            Actual.line_id,
            BudgetLine.name,
            Actual.month,
            Actual.amount_pence,
            Actual.kind,
            Actual.basis,
            Partner.name,
            Actual.reference,
            Actual.is_provisional,
            Actual.is_prior_year,
            Actual.note,
            ImportBatch.file_name,
            Actual.sheet_name,
            Actual.row_number,
            Actual.reverses_id,
        )
        .join(BudgetLine, Actual.line_id == BudgetLine.id)
        .outerjoin(Partner, Actual.partner_id == Partner.id)
        .outerjoin(ImportBatch, Actual.batch_id == ImportBatch.id)
        .order_by(
            BudgetLine.position,
            BudgetLine.id,
            Actual.month,
            Actual.reverses_id.is_(None),
            Actual.id,
        )
    )
