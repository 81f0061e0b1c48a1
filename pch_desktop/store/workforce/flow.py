"""The assignments that coming and going is worked out from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from pch_desktop.domain.workforce import (
    SUBSTANTIVE,
    ContractKind,
    LeavingReason,
    RecruitmentOutcome,
    RoleStanding,
    StaffGroup,
    wte,
)
from pch_desktop.domain.workforce_flow import LONGEST_MOVE
from pch_desktop.models.partners import Partner
from pch_desktop.models.workforce import Assignment, Person, Post, Role
from pch_desktop.models.workforce_flow import Recruitment

KIND = 9
"""Where the kind of contract stands in a row."""


@dataclass(frozen=True, slots=True)
class StintRow:
    """Somebody in a post from a day to another, counted or seconded out."""

    id: int
    person_id: int
    person: str
    post_id: int
    post: str
    role: str
    standing: RoleStanding
    staff_group: StaffGroup
    employer: str | None
    contract_kind: ContractKind
    starts_on: date
    ends_on: date | None
    leaving_reason: LeavingReason | None
    destination: str | None
    is_away: bool
    """Whether it is a secondment out: neither here nor gone."""
    wte: Decimal


def stints(session: Session, since: date, until: date) -> list[StintRow]:
    """Return what was held from one day to another and counts as in post, and secondments out.

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
            Role.standing,
            Role.staff_group,
            Partner.name,
            Assignment.contract_kind,
            Assignment.starts_on,
            Assignment.ends_on,
            Assignment.leaving_reason,
            Assignment.destination,
            Assignment.weekly_minutes,
            Assignment.wte_override,
        )
        .join(Post, Assignment.post_id == Post.id)
        .join(Role, Post.role_id == Role.id)
        .join(Person, Assignment.person_id == Person.id)
        .outerjoin(Partner, Post.employer_id == Partner.id)
        .where(
            Assignment.contract_kind.in_(kinds),
            Assignment.starts_on <= until,
            or_(Assignment.ends_on.is_(None), Assignment.ends_on >= since - LONGEST_MOVE),
        )
        .order_by(Assignment.starts_on, Assignment.id)
    )
    return [_row(*row) for row in session.execute(query)]


def _row(*told: Any) -> StintRow:
    *facts, minutes, override = told
    is_away = facts[KIND] is ContractKind.SECONDMENT_OUT
    counts = wte(minutes) if override is None else override
    values: list[Any] = [*facts, is_away, counts]
    return StintRow(*values)


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
