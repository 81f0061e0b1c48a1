"""What the lines really cost, month by month, entry by entry."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Basis
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import Actual, BudgetLine
from pch_desktop.models.locality import ImportBatch
from pch_desktop.models.partners import Partner
from pch_desktop.store.records import by_name, change, found, remove

ENTRY_FIELDS: Mapping[str, str] = {
    "month": "the month",
    "amount_pence": "the amount, 0 where nothing was spent",
    "basis": "what the amount rests on",
    "reference": "where it is written",
    "is_provisional": "whether it may still change",
}
"""What may be put into an entry, in the words of a sentence that asks for it."""


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
    return [EntryRow(*row) for row in session.execute(_entries(line_id))]


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


def add_entry(
    session: Session, line_id: int, month: Month, pence: int, fields: Mapping[str, object]
) -> int:
    """Add an entry to a line's actuals, with some of its ``ENTRY_FIELDS``; return its id."""
    line = found(session, BudgetLine, line_id)
    entry = Actual(line_id=line.id, month=month, amount_pence=pence)
    session.add(entry)
    session.flush()
    for field, value in fields.items():
        set_entry(session, entry.id, field, value)
    return entry.id


def set_entry(session: Session, entry_id: int, field: str, value: object) -> None:
    """Put a value into one of an entry's ``ENTRY_FIELDS``, or name the partner it was paid to."""
    entry = found(session, Actual, entry_id)
    if field == "partner":
        name = str(value or "")
        partner = by_name(session, Partner, "name", name, "partner") if name else None
        entry.partner_id = partner.id if partner else None
        return
    change(session, entry, field, value, ENTRY_FIELDS[field])


def source(session: Session, line_id: int, upto: Month) -> EntryRow | None:
    """Return the latest entry of a line in a month's year: where its actuals come from."""
    months = [month for month in upto.financial_year.months if month <= upto]
    # By months, so that it is found by the index also among 100,000 entries.
    of_line = select(func.max(Actual.month)).where(
        Actual.month.in_(months), Actual.line_id == line_id
    )
    latest = session.scalar(of_line)
    if latest is None:
        return None
    query = _entries(line_id).where(Actual.month == latest).order_by(None)
    return EntryRow(*session.execute(query.order_by(Actual.id.desc()).limit(1)).one())


def remove_entries(session: Session, entry_ids: Collection[int]) -> None:
    """Delete entries of actuals."""
    remove(session, Actual, entry_ids, "entries")


def _entries(line_id: int) -> Select[*tuple[Any, ...]]:
    return (
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
