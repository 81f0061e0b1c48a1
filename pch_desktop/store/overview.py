"""Questions that cross the sections: what is there yet, and what comes up when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import AgreementStatus
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import ServiceStatus
from pch_desktop.domain.workforce import PostStatus
from pch_desktop.models.board_pack import IssuedPack
from pch_desktop.models.budget import Actual, BudgetLine
from pch_desktop.models.partners import Agreement, Partner
from pch_desktop.models.population import ListSnapshot, Practice
from pch_desktop.models.services import Service
from pch_desktop.models.workforce import Post, Role
from pch_desktop.store.locality import set_setting, setting

TILES = "tiles"
"""The setting that holds which measures the tiles show."""
CHOICES = 3
OVER = (ServiceStatus.CLOSED,)
GONE = (PostStatus.DISESTABLISHED,)


class Event(StrEnum):
    """What happens on a day."""

    AGREEMENT_ENDS = "agreement ends"
    AGREEMENT_REVIEW = "agreement to review"
    FUNDING_ENDS = "funding ends"
    SERVICE_REVIEW = "service to review"
    POST_ENDS = "post's funding ends"
    MONTH_CLOSES = "month to close"
    PAPERS_DUE = "papers due"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class DatedRow:
    """Something that comes up on a day, and the record it is about."""

    id: int
    on: date
    event: Event
    name: str
    section: str
    """The section's name on every floor."""
    record_id: int
    """Partners' agreements go by minus their key, as on their screen."""
    view: str = ""
    """The view it is seen in; nothing is where the record itself stands."""


@dataclass(frozen=True, slots=True)
class Begun:
    """How much of each kind a file holds."""

    practices: int
    lists: int
    posts: int
    services: int
    partners: int
    lines: int
    actuals: int


def begun(session: Session) -> Begun:
    """Return how many records of each kind there are."""
    kinds = (Practice, ListSnapshot, Post, Service, Partner, BudgetLine, Actual)
    return Begun(*(session.scalar(select(func.count(kind.id))) or 0 for kind in kinds))


def tiles(session: Session) -> tuple[str, ...]:
    """Return the measures chosen for the page's tiles, in their order; none where none was."""
    kept = setting(session, TILES)
    return tuple(kept.split(",")) if kept else ()


def choose_tiles(session: Session, keys: Sequence[str]) -> None:
    """Choose the measures of the three tiles, by their keys, in their order.

    Raises:
        Refusal: they are not three different ones.
    """
    if len(set(keys)) != CHOICES or len(keys) != CHOICES:
        raise Refusal("Choose three different figures, one for each tile.")
    set_setting(session, TILES, ",".join(keys))


def is_issued(session: Session, month: Month) -> bool:
    """Return whether a pack of a month has been issued."""
    query = select(IssuedPack.id).where(IssuedPack.month == month).limit(1)
    return session.scalar(query) is not None


def coming_up(session: Session, after: date, until: date) -> list[DatedRow]:
    """Return what comes up after a day and no later than another, the soonest first."""
    found = [
        found
        for found in (*_agreements(session), *_services(session), *_posts(session))
        if found[0] is not None and after < found[0] <= until
    ]
    found.sort(key=lambda each: (each[0] or after, each[2]))
    return [
        DatedRow(number, on, event, name, section, record_id)
        for number, (on, event, name, section, record_id) in enumerate(found, start=1)
        if on is not None
    ]


Found = tuple[date | None, Event, str, str, int]


def _agreements(session: Session) -> Iterator[Found]:
    query = select(Agreement).where(Agreement.status == AgreementStatus.IN_FORCE)
    for row in session.scalars(query):
        if not row.renews_itself:
            yield row.expires_on, Event.AGREEMENT_ENDS, row.title, "partners", -row.id
        yield row.review_on, Event.AGREEMENT_REVIEW, row.title, "partners", -row.id


def _services(session: Session) -> Iterator[Found]:
    for row in session.scalars(select(Service).where(Service.status.not_in(OVER))):
        yield row.funding_ends_on, Event.FUNDING_ENDS, row.name, "services", row.id
        yield row.review_on, Event.SERVICE_REVIEW, row.name, "services", row.id


def _posts(session: Session) -> Iterator[Found]:
    query = select(Post, Role.name).join(Role).where(Post.status.not_in(GONE))
    for post, role in session.execute(query):
        name = f"{post.reference} {post.title or role}"
        yield post.funded_to, Event.POST_ENDS, name, "workforce", post.id
