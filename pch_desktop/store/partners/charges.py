"""Who answers for what, where it is decided, and under which rule."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import DecisionRule
from pch_desktop.domain.partners_charges import SUBJECTS
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.partners import Partner
from pch_desktop.models.partners_forums import Charge, Forum
from pch_desktop.store.records import by_name, change, found, remove

CHARGE_FIELDS: Mapping[str, str] = {
    "subject": "what is to be answered for",
    "name": "who it is, by name or office",
    "note": "a note",
}


@dataclass(frozen=True, slots=True)
class ChargeRow:
    """Something to be answered for."""

    id: int
    subject: str
    partner_id: int | None
    partner: str | None
    forum_id: int | None
    forum: str | None
    """Where it is decided."""
    rule: DecisionRule | None
    chair: str | None
    name: str | None
    note: str | None

    @property
    def is_answered(self) -> bool:
        """Whether somebody answers for it: a partner, or somebody by name or office."""
        return bool(self.partner or self.name)

    @property
    def is_decided(self) -> bool:
        """Whether it is said where it is decided."""
        return self.forum is not None


def charges(session: Session) -> list[ChargeRow]:
    """Return who answers for what: what nobody answers for on top, then by subject."""
    query = (
        select(Charge, Partner.name, Forum)
        .outerjoin(Partner, Charge.partner_id == Partner.id)
        .outerjoin(Forum, Charge.forum_id == Forum.id)
        .order_by(Charge.subject)
    )
    rows = [
        ChargeRow(
            charge.id, charge.subject, charge.partner_id, partner, charge.forum_id,
            forum.name if forum else None, forum.rule if forum else None,
            forum.chair if forum else None, charge.name, charge.note,
        )
        for charge, partner, forum in session.execute(query)
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (row.is_answered, row.is_decided, row.subject.casefold()))


def add_charge(session: Session, subject: str, rest: Mapping[str, object]) -> int:
    """Add something to be answered for; return its id."""
    charge = Charge()
    change(session, charge, "subject", subject, CHARGE_FIELDS["subject"])
    session.add(charge)
    session.flush()
    for field, value in rest.items():
        set_charge(session, charge.id, field, value)
    return charge.id


def add_usual_charges(session: Session) -> int:
    """Add the usual subjects that are not there yet; return how many.

    Raises:
        Refusal: all of them are there.
    """
    known = {each.casefold() for each in session.scalars(select(Charge.subject))}
    missing = [subject for subject in SUBJECTS if subject.casefold() not in known]
    if not missing:
        raise Refusal("All of the usual subjects are there already. Add your own at the end.")
    session.add_all(Charge(subject=subject) for subject in missing)
    return len(missing)


def set_charge(session: Session, charge_id: int, field: str, value: object) -> None:
    """Put a value into one of ``CHARGE_FIELDS``; ``partner`` and ``forum`` go by name."""
    charge = found(session, Charge, charge_id)
    named = str(value or "")
    match field:
        case "partner":
            partner = by_name(session, Partner, "name", named, "partner") if named else None
            charge.partner_id = partner.id if partner else None
        case "forum":
            forum = by_name(session, Forum, "name", named, "forum") if named else None
            charge.forum_id = forum.id if forum else None
        case _:
            change(session, charge, field, value, CHARGE_FIELDS[field])


def remove_charges(session: Session, charge_ids: Collection[int]) -> None:
    """Delete subjects."""
    remove(session, Charge, charge_ids, "subjects")
