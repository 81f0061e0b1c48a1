"""Entries of the ledger: what is put in, and what takes itself back a month later."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Basis, EntryKind
from pch_desktop.domain.budget_ledger import TAKEN_BACK, held_pence
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import Actual, BudgetLine, BudgetVersion, BudgetYear
from pch_desktop.models.partners import Partner
from pch_desktop.store.budget.closing import must_be_open
from pch_desktop.store.budget.reversals import settle
from pch_desktop.store.records import by_name, change, found, remove

ENTRY_FIELDS: Mapping[str, str] = {
    "month": "the month",
    "amount_pence": "the amount, 0 where nothing was spent",
    "kind": "what kind of entry it is",
    "basis": "what the amount rests on",
    "reference": "where it is written",
    "is_provisional": "whether it may still change",
    "note": "what is to be said of it",
}
"""What may be put into an entry, in the words of a sentence that asks for it."""


def set_actual(session: Session, line_id: int, month: Month, pence: int | None) -> None:
    """Let a line's month come to a sum; blank takes its entry away again.

    What takes back the month before is left as it is: the month's own entry is
    what is missing to the sum. An estimate gives way to the figure.

    Raises:
        Refusal: the month is closed or of another year, or holds several entries,
            and one sum cannot say which is meant.
    """
    line = _line(session, line_id, month)
    of_month = select(Actual).where(Actual.line_id == line.id, Actual.month == month)
    every = session.scalars(of_month.order_by(Actual.id)).all()
    own = [entry for entry in every if entry.kind is not EntryKind.REVERSAL]
    must_be_open(session, month)
    if pence is None and not own:
        return
    if len(own) == 1 and is_estimate(own[0]):
        give_way(session, own[0])
        own = []
        if pence is None:
            return
    _one_entry(line, month, own)
    back = sum(entry.amount_pence for entry in every if entry.kind is EntryKind.REVERSAL)
    match own, pence:
        case [entry], None:
            session.delete(entry)
        case [entry], int():
            entry.amount_pence = pence - back
            if entry.amount_pence >= 0:
                entry.kind = EntryKind.SPENDING
        case [], int():
            session.add(Actual(line_id=line.id, month=month, amount_pence=pence - back))
        case _:
            raise ValueError(f"{pence!r} is no amount")


def add_entry(
    session: Session, line_id: int, month: Month, pence: int, fields: Mapping[str, object]
) -> int:
    """Add an entry to a line's actuals, with some of its ``ENTRY_FIELDS``; return its id."""
    line = _line(session, line_id, month)
    must_be_open(session, month)
    entry = Actual(line_id=line.id, month=month, amount_pence=pence)
    session.add(entry)
    session.flush()
    for field, value in fields.items():
        set_entry(session, entry.id, field, value)
    return entry.id


def add_accrual(
    session: Session, line_id: int, month: Month, pence: int, fields: Mapping[str, object]
) -> int:
    """Add what a month owes, and its reversal a month later; return the accrual's id."""
    return add_entry(session, line_id, month, pence, {"kind": EntryKind.ACCRUAL, **fields})


def add_prepayment(
    session: Session, line_id: int, month: Month, pence: int, fields: Mapping[str, object]
) -> int:
    """Take what a month paid ahead off it, and add it a month later; return the entry's id."""
    return add_entry(session, line_id, month, pence, {"kind": EntryKind.PREPAYMENT, **fields})


def add_credit_note(
    session: Session, line_id: int, month: Month, pence: int, fields: Mapping[str, object]
) -> int:
    """Add what came back, below zero whatever sign is typed; return the entry's id."""
    return add_entry(session, line_id, month, pence, {"kind": EntryKind.CREDIT, **fields})


def set_entry(session: Session, entry_id: int, field: str, value: object) -> None:
    """Put a value into one of an entry's ``ENTRY_FIELDS``, or name the partner it was paid to.

    The reversal of an accrual or a prepayment changes in the same step.
    """
    entry = found(session, Actual, entry_id)
    _may_change(session, entry)
    if field == "partner":
        name = str(value or "")
        partner = by_name(session, Partner, "name", name, "partner") if name else None
        entry.partner_id = partner.id if partner else None
    else:
        if field == "month" and isinstance(value, Month):
            _line(session, entry.line_id, value)
            must_be_open(session, value)
        if field == "kind" and value is EntryKind.REVERSAL:
            raise Refusal("A reversal comes with its accrual. Choose another kind.")
        change(session, entry, field, value, ENTRY_FIELDS[field])
    entry.kind, entry.basis = EntryKind(entry.kind), Basis(entry.basis)
    entry.amount_pence = held_pence(entry.kind, entry.amount_pence)
    settle(session, entry)


def remove_entries(session: Session, entry_ids: Collection[int]) -> None:
    """Delete entries of actuals, those that take themselves back with their reversals.

    Raises:
        Refusal: one is a reversal, or a month they are in is closed.
    """
    for entry_id in entry_ids:
        entry = session.get(Actual, entry_id)
        if entry is None or (entry.reverses_id is not None and entry.reverses_id in entry_ids):
            continue
        _may_change(session, entry)
        back = reversal_of(session, entry)
        if back is not None:
            must_be_open(session, back.month)
    remove(session, Actual, entry_ids, "entries")


def take_out(session: Session, entry_id: int) -> None:
    """Delete an entry that a file replaces: an estimate gives way, another goes."""
    entry = found(session, Actual, entry_id)
    if is_estimate(entry):
        give_way(session, entry)
    else:
        remove_entries(session, [entry_id])


def is_estimate(entry: Actual) -> bool:
    """Return whether an entry only stands until the figure is known."""
    return entry.kind is EntryKind.ACCRUAL and entry.basis is Basis.ESTIMATE


def give_way(session: Session, entry: Actual) -> None:
    """Delete an estimate with its reversal.

    Where the next month is estimated too, its estimate gives up what is no longer
    taken back, so that the month comes to what it came to before; so on from there.
    """
    _may_change(session, entry)
    back = reversal_of(session, entry)
    following = None if back is None else _estimate(session, back.line_id, back.month)
    pence = entry.amount_pence
    if back is not None:
        must_be_open(session, back.month)
        session.delete(back)
        session.flush()
    session.delete(entry)
    session.flush()
    if following is not None:
        _lower(session, following, pence)


def reversal_of(session: Session, entry: Actual) -> Actual | None:
    """Return the entry that takes another back, or None where there is none yet."""
    return session.scalars(select(Actual).where(Actual.reverses_id == entry.id)).first()


def _lower(session: Session, entry: Actual, pence: int) -> None:
    """Take an amount off an estimate, and off those that follow and take it back."""
    while True:
        must_be_open(session, entry.month)
        pence = min(pence, entry.amount_pence)
        entry.amount_pence -= pence
        settle(session, entry)
        back = reversal_of(session, entry)
        following = None if back is None else _estimate(session, back.line_id, back.month)
        if following is None:
            return
        entry = following


def _estimate(session: Session, line_id: int, month: Month) -> Actual | None:
    query = select(Actual).where(Actual.line_id == line_id, Actual.month == month)
    own = [each for each in session.scalars(query) if each.kind is not EntryKind.REVERSAL]
    return own[0] if len(own) == 1 and is_estimate(own[0]) else None


def _line(session: Session, line_id: int, month: Month) -> BudgetLine:
    """Return a line whose year a month lies in."""
    line = found(session, BudgetLine, line_id)
    year = _year(session, line)
    if month.financial_year != year:
        raise Refusal(f"{month.words} does not lie in {year}. Enter a month of that year.")
    return line


def _year(session: Session, line: BudgetLine) -> FinancialYear:
    version = session.get_one(BudgetVersion, line.version_id)
    return session.get_one(BudgetYear, version.budget_year_id).year


def _may_change(session: Session, entry: Actual) -> None:
    """Refuse to change a reversal by itself, and what stands in a closed month."""
    if entry.reverses_id is not None:
        accrual = session.get_one(Actual, entry.reverses_id)
        raise Refusal(
            f"This takes back the {accrual.kind.value} of {accrual.month.words}. "
            f"Change or delete that {accrual.kind.value}, and this follows."
        )
    must_be_open(session, entry.month)


def _one_entry(line: BudgetLine, month: Month, own: Collection[Actual]) -> None:
    if len(own) > 1:
        raise Refusal(
            f"{month.words} of “{line.name}” holds {len(own)} entries. "
            "Change one of them in the line's list of entries."
        )
    for entry in own:
        if entry.kind in TAKEN_BACK:
            raise Refusal(
                f"{month.words} of “{line.name}” rests on {_an(entry.kind)}. "
                "Change it in the line's list of entries."
            )


def _an(kind: EntryKind) -> str:
    return f"an {kind.value}" if kind is EntryKind.ACCRUAL else f"a {kind.value}"
