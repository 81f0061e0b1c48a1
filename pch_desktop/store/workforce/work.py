"""Who works here on a day, with what the measures need to know: whose post, where, what age."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from pch_desktop.domain.workforce import ContractKind, RoleStanding, StaffGroup, wte
from pch_desktop.domain.workforce_measures import shared_out
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Practice, Site
from pch_desktop.models.workforce import Assignment, Deployment, Person, Post, Role


@dataclass(frozen=True, slots=True)
class WorkRow:
    """Somebody's work in a post; who they are by name is not told."""

    id: int
    person_id: int
    birth_year: int | None
    role: str
    standing: RoleStanding
    staff_group: StaffGroup
    employer: str | None
    practice: str | None
    """The code of the practice where the post is based."""
    contract_kind: ContractKind
    starts_on: date
    ends_on: date | None
    weekly_minutes: int
    wte_override: Decimal | None
    shares: tuple[tuple[str | None, Decimal], ...] = ()
    """Where the time goes, by practice; nothing where it all goes where the post is based."""

    @property
    def wte(self) -> Decimal:
        """Its whole-time equivalent; a volunteer's is nothing."""
        if self.contract_kind is ContractKind.VOLUNTEER:
            return Decimal(0)
        return wte(self.weekly_minutes) if self.wte_override is None else self.wte_override

    @property
    def wte_by_practice(self) -> dict[str | None, Decimal]:
        """Its WTE where it is worked; None is no practice. It adds up to the WTE."""
        return shared_out(self.wte, dict(self.shares), self.practice)

    def is_live(self, on: date) -> bool:
        """Return whether it runs on a day; it does on its last."""
        return self.starts_on <= on and (self.ends_on is None or self.ends_on >= on)


def work(session: Session, since: date, until: date) -> list[WorkRow]:
    """Return the work done on one day, another or between, by start.

    Time at a practice's site is time at that practice.
    """
    owner = aliased(Practice)
    query = (
        select(
            Assignment.id,
            Assignment.person_id,
            Person.birth_year,
            Role.name,
            Role.standing,
            Role.staff_group,
            Partner.name,
            func.coalesce(Practice.code, owner.code),
            Assignment.contract_kind,
            Assignment.starts_on,
            Assignment.ends_on,
            Assignment.weekly_minutes,
            Assignment.wte_override,
        )
        .join(Post, Assignment.post_id == Post.id)
        .join(Role, Post.role_id == Role.id)
        .join(Person, Assignment.person_id == Person.id)
        .outerjoin(Partner, Post.employer_id == Partner.id)
        .outerjoin(Practice, Post.practice_id == Practice.id)
        .outerjoin(Site, Post.site_id == Site.id)
        .outerjoin(owner, Site.practice_id == owner.id)
        .where(
            Assignment.starts_on <= until,
            or_(Assignment.ends_on.is_(None), Assignment.ends_on >= since),
        )
        .order_by(Assignment.starts_on, Assignment.id)
    )
    shares = _shares(session)
    rows = session.execute(query)
    return [WorkRow(*row, shares=tuple(shares.get(row[0], {}).items())) for row in rows]


def work_on(session: Session, on: date) -> list[WorkRow]:
    """Return the work that is done on a day."""
    return work(session, on, on)


def _shares(session: Session) -> Mapping[int, Mapping[str | None, Decimal]]:
    """Return where the time of each assignment goes, practice by practice."""
    owner = aliased(Practice)
    query = (
        select(Deployment.assignment_id, func.coalesce(Practice.code, owner.code), Deployment.share)
        .outerjoin(Practice, Deployment.practice_id == Practice.id)
        .outerjoin(Site, Deployment.site_id == Site.id)
        .outerjoin(owner, Site.practice_id == owner.id)
        .order_by(Deployment.assignment_id, Deployment.id)
    )
    found: dict[int, dict[str | None, Decimal]] = defaultdict(dict)
    for assignment_id, code, share in session.execute(query):
        known = found[assignment_id]
        known[code] = known.get(code, Decimal(0)) + share
    return found
