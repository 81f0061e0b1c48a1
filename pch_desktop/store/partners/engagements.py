"""The times partners were met, and what is next."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import EngagementKind
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.partners import Partner
from pch_desktop.models.partners_met import Engagement
from pch_desktop.store.records import by_name, change, found, remove

ENGAGEMENT_FIELDS: Mapping[str, str] = {
    "met_on": "the day they were met",
    "kind": "how they were met",
    "topic": "what it was about",
    "attendees": "who was there",
    "summary": "what was said",
    "sentiment": "how they stand to it",
    "next_step": "the next step",
    "owner": "who takes it",
    "due_on": "when it is due",
    "done_on": "when it was done",
}
AGAINST, FOR = -2, 2


@dataclass(frozen=True, slots=True)
class EngagementRow:
    """A time a partner was met, and what is next."""

    id: int
    partner_id: int
    partner: str
    met_on: date
    kind: EngagementKind
    topic: str
    attendees: str | None
    summary: str | None
    sentiment: int | None
    """From -2, against, to 2, wholly for."""
    next_step: str | None
    owner: str | None
    due_on: date | None
    done_on: date | None


def engagements(session: Session, until: date) -> list[EngagementRow]:
    """Return the times partners were met up to a day, the latest first."""
    columns = (getattr(Engagement, field) for field in ENGAGEMENT_FIELDS)
    query = (
        select(Engagement.id, Engagement.partner_id, Partner.name, *columns)
        .join(Partner, Engagement.partner_id == Partner.id)
        .where(Engagement.met_on <= until)
        .order_by(Engagement.met_on.desc(), Partner.name)
    )
    return [EngagementRow(*row) for row in session.execute(query)]


def last_met(session: Session, until: date) -> dict[int, date]:
    """Return the last day up to a day on which each partner was met, by its id."""
    query = (
        select(Engagement.partner_id, func.max(Engagement.met_on))
        .where(Engagement.met_on <= until)
        .group_by(Engagement.partner_id)
    )
    return {row[0]: row[1] for row in session.execute(query)}


def add_engagement(session: Session, partner: str, fields: Mapping[str, object]) -> int:
    """Write down that a partner, by its name, was met; return the entry's id.

    Raises:
        Refusal: the day or what it was about is not told.
    """
    of = by_name(session, Partner, "name", partner, "partner")
    told = {"kind": EngagementKind.MEETING, **fields}
    engagement = Engagement(partner_id=of.id)
    for field in ("met_on", "topic", "kind"):
        change(session, engagement, field, told.get(field), ENGAGEMENT_FIELDS[field])
    session.add(engagement)
    session.flush()
    for field, value in fields.items():
        set_engagement(session, engagement.id, field, value)
    return engagement.id


def set_engagement(session: Session, engagement_id: int, field: str, value: object) -> None:
    """Put a value into one of an ``ENGAGEMENT_FIELDS``.

    Raises:
        Refusal: the sentiment is out of range, or a step is due or done before the meeting.
    """
    engagement = found(session, Engagement, engagement_id)
    if field == "sentiment" and isinstance(value, int) and not AGAINST <= value <= FOR:
        raise Refusal("Enter how they stand to it from -2 (against) to 2 (wholly for).")
    change(session, engagement, field, value, ENGAGEMENT_FIELDS[field])
    days = (engagement.due_on, engagement.done_on)
    if any(day is not None and day < engagement.met_on for day in days):
        raise Refusal("A next step cannot be due or done before the meeting. Enter a later day.")


def remove_engagements(session: Session, engagement_ids: Collection[int]) -> None:
    """Delete entries of the log."""
    remove(session, Engagement, engagement_ids, "entries")
