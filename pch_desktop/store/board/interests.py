"""The register of interests, and those declared at meetings."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.board import InterestNature
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.board import Interest
from pch_desktop.models.partners import Partner
from pch_desktop.store.board.texts import change
from pch_desktop.store.records import by_name, found, remove

INTEREST_FIELDS: Mapping[str, str] = {
    "name": "whose interest it is",
    "partner": "for which partner they sit",
    "nature": "what sort of interest it is",
    "detail": "what the interest is",
    "from_on": "the first day of it",
    "to_on": "the last day of it",
    "handled": "what is done about it",
}


@dataclass(frozen=True, slots=True)
class InterestRow:
    """An interest somebody has declared, for all meetings."""

    id: int
    name: str
    partner_id: int | None
    partner: str | None
    nature: InterestNature
    detail: str
    from_on: date | None
    to_on: date | None
    handled: str | None

    def stands(self, on: date) -> bool:
        """Return whether it holds on a day; a first day that is not known has begun."""
        return (self.from_on or on) <= on <= (self.to_on or on)


def interests(session: Session) -> list[InterestRow]:
    """Return the register, by name."""
    query = (
        select(
            Interest.id, Interest.name, Interest.partner_id, Partner.name, Interest.nature,
            Interest.detail, Interest.from_on, Interest.to_on, Interest.handled,
        )
        .outerjoin(Partner, Interest.partner_id == Partner.id)
        .order_by(Interest.name, Interest.id)
    )  # fmt: skip
    return [InterestRow(*row) for row in session.execute(query)]


def add_interest(
    session: Session, name: str, detail: str, rest: Mapping[str, object] | None = None
) -> int:
    """Put an interest on the register, a financial one unless told; return its id."""
    interest = Interest(nature=InterestNature.FINANCIAL)
    change(session, interest, "name", name, INTEREST_FIELDS["name"])
    change(session, interest, "detail", detail, INTEREST_FIELDS["detail"])
    session.add(interest)
    session.flush()
    for field, value in (rest or {}).items():
        set_interest(session, interest.id, field, value)
    return interest.id


def set_interest(session: Session, interest_id: int, field: str, value: object) -> None:
    """Put a value into one of an interest's ``INTEREST_FIELDS``; the partner goes by name."""
    interest = found(session, Interest, interest_id)
    if field == "partner":
        told = str(value or "").strip()
        partner = by_name(session, Partner, "name", told, "partner") if told else None
        interest.partner_id = partner.id if partner else None
        return
    change(session, interest, field, value, INTEREST_FIELDS[field])
    if interest.from_on and interest.to_on and interest.to_on < interest.from_on:
        raise Refusal("An interest ends after it begins. Enter a later last day.")


def remove_interests(session: Session, interest_ids: Collection[int]) -> None:
    """Take interests off the register; what was declared at meetings stays."""
    remove(session, Interest, interest_ids, "interests")
