"""The establishment: every funded post, and how far it is filled on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import Sector
from pch_desktop.domain.workforce import (
    SUBSTANTIVE,
    ContractKind,
    FundingStream,
    PostStatus,
    RoleStanding,
    StaffGroup,
    over,
    vacant,
)
from pch_desktop.domain.workforce_people import COVER, counted
from pch_desktop.models.budget import BudgetLine
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Practice, Site
from pch_desktop.models.workforce import NetworkStaff, Post, Role
from pch_desktop.models.workforce_pay import PayPoint
from pch_desktop.store.workforce.pay_rates import rates_on
from pch_desktop.store.workforce.people import AssignmentRow, held

NOBODY = Decimal(0)


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A kind of job."""

    id: int
    code: str
    name: str
    staff_group: StaffGroup
    sector: Sector
    pay_basis: str | None
    is_additional_role: bool
    valid_from: date | None
    valid_to: date | None
    source: str | None = None
    standing: RoleStanding = RoleStanding.USUAL

    def is_used(self, on: date) -> bool:
        """Return whether posts are offered it on a day."""
        has_begun = self.valid_from is None or self.valid_from <= on
        return has_begun and not self.has_ended(on)

    def has_ended(self, on: date) -> bool:
        """Return whether it was used, and no longer is."""
        return self.valid_to is not None and self.valid_to < on


@dataclass(frozen=True, slots=True)
class PostRow:
    """A line of the establishment on a day."""

    id: int
    reference: str
    role: str
    role_code: str
    staff_group: StaffGroup
    sector: Sector
    title: str | None
    employer: str | None
    practice: str | None
    budget_line: str | None
    funding_stream: FundingStream
    band: str | None
    status: PostStatus
    funded_wte: Decimal
    funded_from: date | None
    funded_to: date | None
    annual_cost_pence: int | None
    """What it was said to cost in a full year, where that was typed."""
    note: str | None
    in_post_wte: Decimal
    cover_wte: Decimal
    holders: str
    """Who holds it, with commas between; whoever is seconded out is called so."""
    is_funded: bool
    """Whether it counts in the establishment on the day."""
    employing_sector: Sector
    """The sector of its employer; of its role while nobody is named."""
    site: str | None = None
    pay_point: str | None = None
    """What a whole time of it is paid."""
    is_recruitable: bool = True
    """Whether it may be filled when it falls vacant."""
    worked_cost_pence: int | None = None
    """What it costs in a full year by its pay point and the rates of the day."""
    role_ended_on: date | None = None
    """The last day its role was used, where that is over; the post keeps it."""

    @property
    def cost_pence(self) -> int | None:
        """What it costs in a full year: as typed, else as worked out, or None where not known."""
        return self.worked_cost_pence if self.annual_cost_pence is None else self.annual_cost_pence

    volunteer_minutes: int = 0
    """What volunteers give it a week: never WTE."""

    @property
    def established_wte(self) -> Decimal:
        """Its funded WTE on the day; nothing while it is proposed, ended or not begun."""
        return self.funded_wte if self.is_funded else NOBODY

    @property
    def established_cost_pence(self) -> int | None:
        """What it costs the establishment on the day in a full year, or None where not known."""
        return self.cost_pence if self.is_funded else 0

    @property
    def vacant_wte(self) -> Decimal:
        """How much of it nobody holds."""
        return vacant(self.established_wte, self.in_post_wte)

    @property
    def over_wte(self) -> Decimal:
        """How far it is held over its funding; never set against another post's vacancy."""
        return over(self.established_wte, self.in_post_wte)


@dataclass(frozen=True, slots=True)
class NetworkStaffRow:
    """Staff of a network as the national census counts them."""

    id: int
    network_code: str
    network_name: str
    counted_on: date
    staff_group: str
    role: str
    wte: Decimal
    heads: int | None


def roles(session: Session) -> list[RoleRow]:
    """Return the catalogue of roles by name."""
    query = select(
        Role.id,
        Role.code,
        Role.name,
        Role.staff_group,
        Role.sector,
        Role.pay_basis,
        Role.is_additional_role,
        Role.valid_from,
        Role.valid_to,
        Role.source,
        Role.standing,
    ).order_by(Role.name)
    return [RoleRow(*row) for row in session.execute(query)]


def posts(session: Session, on: date) -> list[PostRow]:
    """Return every post by reference, as it is filled on a day."""
    now, rates = _by_post(held(session, on)), rates_on(session, on)
    query = (
        select(
            Post,
            Role,
            Partner.sector,
            Partner.name,
            Practice.name,
            BudgetLine.name,
            Site.name,
            PayPoint.name,
        )
        .join(Role, Post.role_id == Role.id)
        .outerjoin(Partner, Post.employer_id == Partner.id)
        .outerjoin(Practice, Post.practice_id == Practice.id)
        .outerjoin(BudgetLine, Post.budget_line_id == BudgetLine.id)
        .outerjoin(Site, Post.site_id == Site.id)
        .outerjoin(PayPoint, Post.pay_point_id == PayPoint.id)
        .order_by(Post.reference)
    )
    return [
        _row(
            post,
            (role, sector or role.sector),
            tuple(names),
            now.get(post.id, ()),
            on,
            worked_cost_pence=rates.of_post(post),
        )
        for post, role, sector, *names in session.execute(query)
    ]


def network_staff(session: Session) -> list[NetworkStaffRow]:
    """Return the census of the locality's networks, newest first, by group and role."""
    query = select(
        NetworkStaff.id,
        NetworkStaff.network_code,
        NetworkStaff.network_name,
        NetworkStaff.counted_on,
        NetworkStaff.staff_group,
        NetworkStaff.role,
        NetworkStaff.wte,
        NetworkStaff.heads,
    ).order_by(NetworkStaff.counted_on.desc(), NetworkStaff.staff_group, NetworkStaff.role)
    return [NetworkStaffRow(*row) for row in session.execute(query)]


def is_funded(post: Post, on: date) -> bool:
    """Return whether a post counts in the establishment on a day; its last day still does."""
    has_begun = post.funded_from is None or post.funded_from <= on
    has_ended = post.funded_to is not None and post.funded_to < on
    return post.status in {PostStatus.ACTIVE, PostStatus.FROZEN} and has_begun and not has_ended


def _by_post(rows: Sequence[AssignmentRow]) -> Mapping[int, list[AssignmentRow]]:
    posts: dict[int, list[AssignmentRow]] = defaultdict(list)
    for row in rows:
        posts[row.post_id].append(row)
    return posts


def _row(
    post: Post,
    kind: tuple[Role, Sector],
    names: tuple[str | None, ...],
    holders: Sequence[AssignmentRow],
    on: date,
    *,
    worked_cost_pence: int | None,
) -> PostRow:
    role, employing_sector = kind
    employer, practice, line, site, pay_point = names
    return PostRow(
        id=post.id,
        reference=post.reference,
        role=role.name,
        role_code=role.code,
        staff_group=role.staff_group,
        sector=role.sector,
        title=post.title,
        employer=employer,
        practice=practice,
        budget_line=line,
        site=site,
        pay_point=pay_point,
        is_recruitable=post.is_recruitable,
        funding_stream=post.funding_stream,
        band=post.band,
        status=post.status,
        funded_wte=post.funded_wte,
        funded_from=post.funded_from,
        funded_to=post.funded_to,
        annual_cost_pence=post.annual_cost_pence,
        note=post.note,
        in_post_wte=sum((row.wte for row in holders if row.contract_kind in SUBSTANTIVE), NOBODY),
        cover_wte=sum((row.wte for row in holders if row.contract_kind in COVER), NOBODY),
        holders=", ".join(map(_holder, holders)),
        is_funded=is_funded(post, on),
        employing_sector=employing_sector,
        role_ended_on=role.valid_to if role.valid_to and role.valid_to < on else None,
        volunteer_minutes=sum(row.volunteer_minutes for row in holders),
        worked_cost_pence=worked_cost_pence,
    )


def _holder(row: AssignmentRow) -> str:
    is_seconded_out = row.contract_kind is ContractKind.SECONDMENT_OUT
    return f"{row.person} ({counted(row.contract_kind).value})" if is_seconded_out else row.person
