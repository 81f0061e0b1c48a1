"""Where the time of the team goes on a day: which practice has how much of whom."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from pch_desktop.domain.workforce import ContractKind, RoleStanding, StaffGroup
from pch_desktop.domain.workforce_teams import spread
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Site
from pch_desktop.models.workforce import Assignment, Deployment, Post, Role
from pch_desktop.store.workforce.people import AssignmentRow, held


@dataclass(frozen=True, slots=True)
class TimeRow:
    """The part of an assignment's time that one practice has on a day."""

    assignment_id: int
    person_id: int
    practice_id: int | None
    """None where it goes to no practice of the locality, or nothing says where."""
    role: str
    standing: RoleStanding
    staff_group: StaffGroup
    employer: str | None
    contract_kind: ContractKind
    wte: Decimal
    """Exact, so that the parts add up; a volunteer's is nothing."""


class _PostFacts(NamedTuple):
    standing: RoleStanding
    staff_group: StaffGroup
    employer: str | None
    base: int | None


def time_there(session: Session, on: date) -> list[TimeRow]:
    """Return the time of everybody who holds a post on a day, by assignment and practice.

    What is not split goes to where the post is based; a site's time is its
    practice's. The rows of an assignment add up to its WTE.
    """
    posts, parts = _posts(session), _parts(session, on)
    return [
        _row(one, posts[one.post_id], practice_id, wte)
        for one in held(session, on)
        for practice_id, wte in spread(
            one.wte, posts[one.post_id].base, parts.get(one.id, ())
        ).items()
    ]


def _row(one: AssignmentRow, post: _PostFacts, practice_id: int | None, wte: Decimal) -> TimeRow:
    return TimeRow(
        one.id,
        one.person_id,
        practice_id,
        one.role,
        post.standing,
        post.staff_group,
        post.employer,
        one.contract_kind,
        wte,
    )


def _posts(session: Session) -> dict[int, _PostFacts]:
    """Return the role, employer and base of every post."""
    query = (
        select(
            Post.id,
            Role.standing,
            Role.staff_group,
            Partner.name,
            func.coalesce(Post.practice_id, Site.practice_id),
        )
        .join(Role, Post.role_id == Role.id)
        .outerjoin(Partner, Post.employer_id == Partner.id)
        .outerjoin(Site, Post.site_id == Site.id)
    )
    return {row[0]: _PostFacts(row[1], row[2], row[3], row[4]) for row in session.execute(query)}


def _parts(session: Session, on: date) -> dict[int, list[tuple[int | None, Decimal]]]:
    """Return the practice and share of each part of the time of the assignments of a day."""
    query = (
        select(
            Deployment.assignment_id,
            func.coalesce(Deployment.practice_id, Site.practice_id),
            Deployment.share,
        )
        .join(Assignment, Deployment.assignment_id == Assignment.id)
        .outerjoin(Site, Deployment.site_id == Site.id)
        .where(
            Assignment.starts_on <= on, or_(Assignment.ends_on.is_(None), Assignment.ends_on >= on)
        )
        .order_by(Deployment.id)
    )
    found: dict[int, list[tuple[int | None, Decimal]]] = defaultdict(list)
    for assignment_id, practice_id, share in session.execute(query):
        found[assignment_id].append((practice_id, share))
    return found
