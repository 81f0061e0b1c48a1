"""The filling of vacant posts: what is under way, what is vacant and since when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.workforce import SUBSTANTIVE, PostStatus, RecruitmentOutcome
from pch_desktop.domain.workforce_recruitment import Stage, Steps
from pch_desktop.models.workforce import Assignment
from pch_desktop.models.workforce_flow import Recruitment
from pch_desktop.store.workforce.posts import PostRow, posts

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RecruitmentRow:
    """The filling of a vacant post, as it stands on a day."""

    id: int
    post: PostRow
    on: date
    steps: Steps
    readvertised: int
    mitigation: str | None

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        return self.steps.stage(self.on)

    @property
    def days_vacant(self) -> int | None:
        """How many days the post is empty; nothing where the filling was given up."""
        return self.steps.days_vacant(self.on)

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to do: the post is filled or the filling given up."""
        return self.stage in {Stage.FILLED, Stage.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class VacancyRow:
    """A post with vacant WTE on a day, since when, and what is done about it."""

    id: int
    """The post's key."""
    post: PostRow
    on: date
    since: date | None
    """The day it fell vacant; None where nothing tells it."""
    recruitment: RecruitmentRow | None

    @property
    def vacant_wte(self) -> Decimal:
        """How much of it nobody holds."""
        return self.post.vacant_wte

    @property
    def days_vacant(self) -> int | None:
        """How many days it is vacant; None where it is not known since when."""
        return None if self.since is None else max(0, (self.on - self.since).days)

    @property
    def stage(self) -> Stage:
        """How far its filling has come; without any it is not advertised."""
        return self.recruitment.stage if self.recruitment else Stage.NOT_ADVERTISED

    @property
    def mitigation(self) -> str | None:
        """What is done while nobody is in post."""
        return self.recruitment.mitigation if self.recruitment else None

    @property
    def may_be_filled(self) -> bool:
        """Whether it may be filled: neither frozen nor kept empty."""
        return self.post.is_recruitable and self.post.status is PostStatus.ACTIVE


def recruitments(session: Session, on: date) -> list[RecruitmentRow]:
    """Return every recruitment as it stands on a day, the longest vacant first."""
    return _recruitments(session, {row.id: row for row in posts(session, on)}, on)


def vacancies(session: Session, on: date) -> list[VacancyRow]:
    """Return the posts with vacant WTE on a day, the widest gap first."""
    every = posts(session, on)
    named = {row.id: row for row in every}
    open_ones = {row.post.id: row for row in _recruitments(session, named, on) if not row.is_over}
    vacant = [row for row in every if row.vacant_wte]
    ended = _last_days(session, {row.id for row in vacant}, on)
    rows = [
        VacancyRow(
            row.id, row, on, _since(row, ended, open_ones.get(row.id)), open_ones.get(row.id)
        )
        for row in vacant
    ]
    return sorted(rows, key=lambda row: (-row.vacant_wte, row.id))


def _recruitments(session: Session, named: Mapping[int, PostRow], on: date) -> list[RecruitmentRow]:
    query = select(Recruitment).order_by(Recruitment.vacant_from, Recruitment.id)
    return [
        RecruitmentRow(
            row.id, named[row.post_id], on, steps_of(row), row.readvertised, row.mitigation
        )
        for row in session.scalars(query)
    ]


def steps_of(row: Recruitment) -> Steps:
    """Return the days of a recruitment and how it came out."""
    return Steps(
        row.vacant_from,
        row.advertised_on,
        row.closes_on,
        row.interviews_on,
        row.offered_on,
        row.starts_on,
        RecruitmentOutcome(row.outcome),
    )


def _last_days(session: Session, post_ids: Iterable[int], on: date) -> Mapping[int, date]:
    """Return the last day before a day on which somebody who counted left each post."""
    wanted = set(post_ids)
    query = (
        select(Assignment.post_id, func.max(Assignment.ends_on))
        .where(Assignment.ends_on < on, Assignment.contract_kind.in_(sorted(SUBSTANTIVE)))
        .group_by(Assignment.post_id)
    )
    found: dict[int, date] = defaultdict()
    for post_id, last in session.execute(query):
        if post_id in wanted and last is not None:
            found[post_id] = last
    return found


def _since(
    post: PostRow, ended: Mapping[int, date], recruitment: RecruitmentRow | None
) -> date | None:
    """Return since when a post is vacant: as its recruitment says, or since the last one left."""
    if recruitment is not None:
        return recruitment.steps.vacant_from
    left = ended[post.id] + ONE_DAY if post.id in ended else None
    known = [day for day in (left, post.funded_from) if day is not None]
    return max(known, default=None)
