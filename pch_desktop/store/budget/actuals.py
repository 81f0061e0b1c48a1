"""What the lines really cost, month by month, entry by entry."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Basis
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import Actual, BudgetLine
from pch_desktop.models.locality import ImportBatch
from pch_desktop.models.partners import Partner
from pch_desktop.store.records import found, remove


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry behind a month's actual, with where it came from."""

    id: int
    month: Month
    amount_pence: int
    basis: Basis
    partner: str | None
    reference: str | None
    is_provisional: bool
    file_name: str | None


def entries(session: Session, line_id: int) -> list[EntryRow]:
    """Return the entries of a line, by month."""
    query = (
        select(
            Actual.id,
            Actual.month,
            Actual.amount_pence,
            Actual.basis,
            Partner.name,
            Actual.reference,
            Actual.is_provisional,
            ImportBatch.file_name,
        )
        .outerjoin(Partner, Actual.partner_id == Partner.id)
        .outerjoin(ImportBatch, Actual.batch_id == ImportBatch.id)
        .where(Actual.line_id == line_id)
        .order_by(Actual.month, Actual.id)
    )
    return [EntryRow(*row) for row in session.execute(query)]


def set_actual(session: Session, line_id: int, month: Month, pence: int | None) -> None:
    """Put in what a line cost in a month; blank takes the entry away again.

    Raises:
        Refusal: the month holds several entries, and one sum cannot say which is meant.
    """
    line = found(session, BudgetLine, line_id)
    of_month = select(Actual).where(Actual.line_id == line.id, Actual.month == month)
    kept = session.scalars(of_month).all()
    if len(kept) > 1:
        raise Refusal(
            f"{month.words} of “{line.name}” holds {len(kept)} entries. "
            "Change one of them in the line's list of entries."
        )
    match kept, pence:
        case [], None:
            return
        case [], int():
            session.add(Actual(line_id=line.id, month=month, amount_pence=pence))
        case [entry], None:
            session.delete(entry)
        case [entry], int():
            entry.amount_pence = pence
        case _:
            raise ValueError(f"{pence!r} is no amount")


def remove_entries(session: Session, entry_ids: Collection[int]) -> None:
    """Delete entries of actuals."""
    remove(session, Actual, entry_ids, "entries")
