"""The scheme of delegation: which office may commit what."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Phase
from pch_desktop.domain.budget_delegation import Limit
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget_registers import Commitment, DelegationLimit
from pch_desktop.store.budget.kept import MOST_PENCE
from pch_desktop.store.records import change, found, remove

LIMIT_FIELDS: Mapping[str, str] = {
    "holder": "the office",
    "from_phase": "the phase it begins with",
    "sector": "the sector whose lines it is for",
    "limit_pence": "the most for one commitment",
    "conditions": "the conditions",
    "minute_reference": "where it is minuted",
}
"""What may be put into a row of the scheme, in the words of a sentence that asks for it."""


@dataclass(frozen=True, slots=True)
class LimitRow:
    """A row of the scheme of delegation."""

    id: int
    holder: str
    from_phase: Phase
    sector: Sector | None
    limit_pence: int | None
    conditions: str | None
    minute_reference: str | None
    commitment_count: int
    """How many commitments rest on it."""
    phase: Phase
    """The phase it is read in."""

    @property
    def limit(self) -> Limit:
        """It as the rule reads it."""
        return Limit(self.id, self.holder, self.from_phase, self.sector, self.limit_pence)


def delegation(session: Session, phase: Phase = Phase.SHADOW) -> list[LimitRow]:
    """Return the scheme of delegation as it is read in a phase, in the order it was written."""
    resting = (
        select(func.count(Commitment.id))
        .where(Commitment.limit_id == DelegationLimit.id)
        .scalar_subquery()
    )
    query = select(
        DelegationLimit.id,
        DelegationLimit.holder,
        DelegationLimit.from_phase,
        DelegationLimit.sector,
        DelegationLimit.limit_pence,
        DelegationLimit.conditions,
        DelegationLimit.minute_reference,
        resting,
    )
    return [
        LimitRow(*row, phase=phase) for row in session.execute(query.order_by(DelegationLimit.id))
    ]


def add_limit(session: Session, holder: str, fields: Mapping[str, object]) -> int:
    """Add a row to the scheme, with some of its ``LIMIT_FIELDS``; return its id."""
    limit = DelegationLimit()
    change(session, limit, "holder", holder, LIMIT_FIELDS["holder"])
    session.add(limit)
    session.flush()
    for field, value in fields.items():
        set_limit(session, limit.id, field, value)
    return limit.id


def set_limit(session: Session, limit_id: int, field: str, value: object) -> None:
    """Put a value into one of a row's ``LIMIT_FIELDS``; what was committed under it stays."""
    limit = found(session, DelegationLimit, limit_id)
    if field == "limit_pence" and isinstance(value, int) and not 0 <= value < MOST_PENCE:
        raise Refusal(f"Enter {LIMIT_FIELDS[field]}, £0 or more; leave it blank for no limit.")
    change(session, limit, field, value, LIMIT_FIELDS[field])


def remove_limits(session: Session, limit_ids: Collection[int]) -> None:
    """Delete rows of the scheme on which no commitment rests."""
    remove(session, DelegationLimit, limit_ids, "offices")
