"""The filling of vacant posts: what is under way, what is vacant and since when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.workforce import RecruitmentOutcome
from pch_desktop.domain.workforce_recruitment import Stage, Steps
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


def recruitments(session: Session, on: date) -> list[RecruitmentRow]:
    """Return every recruitment as it stands on a day, the longest vacant first."""
    return recruitments_of(session, {row.id: row for row in posts(session, on)}, on)


def recruitments_of(
    session: Session, named: Mapping[int, PostRow], on: date
) -> list[RecruitmentRow]:
    """Return the same of posts that have been read already, by their keys."""
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
