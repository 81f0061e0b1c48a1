"""The assignments that coming and going is worked out from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from pch_desktop.domain.workforce import (
    SUBSTANTIVE,
    ContractKind,
    LeavingReason,
    RecruitmentOutcome,
    StaffGroup,
    wte,
)
from pch_desktop.domain.workforce_flow import LONGEST_MOVE
from pch_desktop.models.partners import Partner
from pch_desktop.models.workforce import Assignment, Person, Post, Role
from pch_desktop.models.workforce_flow import Recruitment


@dataclass(frozen=True, slots=True)
class StintRow:
    """Somebody in a post from a day to another, counted or seconded out."""

    id: int
    person_id: int
    person: str
    post_id: int
    post: str
    role: str
    role_code: str
    staff_group: StaffGroup
    employer: str | None
    contract_kind: ContractKind
    starts_on: date
    ends_on: date | None
    weekly_minutes: int
    wte_override: Decimal | None
    leaving_reason: LeavingReason | None
    destination: str | None

    @property
    def wte(self) -> Decimal:
        """Its whole-time equivalent."""
        return wte(self.weekly_minutes) if self.wte_override is None else self.wte_override

    @property
    def is_away(self) -> bool:
        """Whether it is a secondment out: neither here nor gone."""
        return self.contract_kind is ContractKind.SECONDMENT_OUT


def stints(session: Session, since: date) -> list[StintRow]:
    """Return what was held on a day or later and counts as in post, and secondments out.

    What ended shortly before is among it, so that a transfer with a gap is seen.
    """
    kinds = sorted(SUBSTANTIVE | {ContractKind.SECONDMENT_OUT})
    query = (
        select(
            Assignment.id,
            Assignment.person_id,
            Person.name,
            Assignment.post_id,
            Post.reference,
            Role.name,
            Role.code,
            Role.staff_group,
            Partner.name,
            Assignment.contract_kind,
            Assignment.starts_on,
            Assignment.ends_on,
            Assignment.weekly_minutes,
            Assignment.wte_override,
            Assignment.leaving_reason,
            Assignment.destination,
        )
        .join(Post, Assignment.post_id == Post.id)
        .join(Role, Post.role_id == Role.id)
        .join(Person, Assignment.person_id == Person.id)
        .outerjoin(Partner, Post.employer_id == Partner.id)
        .where(
            Assignment.contract_kind.in_(kinds),
            or_(Assignment.ends_on.is_(None), Assignment.ends_on >= since - LONGEST_MOVE),
        )
        .order_by(Assignment.starts_on, Assignment.id)
    )
    return [StintRow(*row) for row in session.execute(query)]


def fill_days(session: Session, since: date, until: date) -> list[int]:
    """Return the days from vacant to start of each post filled after one day up to another."""
    query = (
        select(Recruitment.vacant_from, Recruitment.starts_on)
        .where(
            Recruitment.outcome == RecruitmentOutcome.FILLED,
            Recruitment.starts_on > since,
            Recruitment.starts_on <= until,
        )
        .order_by(Recruitment.id)
    )
    return [
        (starts_on - vacant_from).days
        for vacant_from, starts_on in session.execute(query)
        if starts_on is not None
    ]
