"""What is vacant, since when, and what is done about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.workforce import SUBSTANTIVE, PostStatus
from pch_desktop.domain.workforce_recruitment import Stage
from pch_desktop.models.workforce import Assignment
from pch_desktop.store.workforce.posts import PostRow, posts
from pch_desktop.store.workforce.recruitment import RecruitmentRow, recruitments_of

ONE_DAY = timedelta(days=1)


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


def vacancies(session: Session, on: date) -> list[VacancyRow]:
    """Return the posts with vacant WTE on a day, the widest gap first."""
    every = posts(session, on)
    named = {row.id: row for row in every}
    open_ones = {row.post.id: row for row in recruitments_of(session, named, on) if not row.is_over}
    vacant = [row for row in every if row.vacant_wte]
    ended = _last_days(session, {row.id for row in vacant}, on)
    rows = [
        VacancyRow(
            row.id, row, on, _since(row, ended, open_ones.get(row.id)), open_ones.get(row.id)
        )
        for row in vacant
    ]
    return sorted(rows, key=lambda row: (-row.vacant_wte, row.id))


def _last_days(session: Session, post_ids: Iterable[int], on: date) -> Mapping[int, date]:
    """Return the last day before a day on which somebody who counted left each post."""
    wanted = set(post_ids)
    query = (
        select(Assignment.post_id, func.max(Assignment.ends_on))
        .where(Assignment.ends_on < on, Assignment.contract_kind.in_(sorted(SUBSTANTIVE)))
        .group_by(Assignment.post_id)
    )
    found: dict[int, date] = {}
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
