"""Changing forums: how they decide, who sits in them, and where they report to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import ForumKind, PartnerKind
from pch_desktop.domain.partners_forums import is_loop
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.partners import Partner
from pch_desktop.models.partners_forums import Forum, ForumMember, ForumNeed
from pch_desktop.store.records import by_name, change, found, remove

FORUM_FIELDS: Mapping[str, str] = {
    "name": "the forum's name",
    "kind": "what sort of forum it is",
    "chair": "who chairs it",
    "rule": "when a vote carries",
    "threshold_share": "the share above which a vote carries",
    "quorum": "how many voting members must be there",
    "frequency": "how often it meets",
    "reports_to": "where it reports to",
    "purpose": "what it is for",
}
SEAT_FIELDS: Mapping[str, str] = {"name": "who sits for it", "votes": "its votes"}
MOST = 999


def add_forum(session: Session, name: str, kind: ForumKind, rest: Mapping[str, object]) -> int:
    """Add a forum with what is told of it; return its id."""
    forum = Forum(kind=kind, source="Entered by hand")
    change(session, forum, "name", name, FORUM_FIELDS["name"])
    session.add(forum)
    session.flush()
    for field, value in rest.items():
        set_forum(session, forum.id, field, value)
    return forum.id


def set_forum(session: Session, forum_id: int, field: str, value: object) -> None:
    """Put a value into one of a forum's ``FORUM_FIELDS``; where it reports to goes by name."""
    forum = found(session, Forum, forum_id)
    if field == "reports_to":
        _report(session, forum, str(value or ""))
        return
    if field == "quorum" and isinstance(value, int) and not 0 <= value <= MOST:
        raise Refusal(f"Enter how many voting members must be there, 0 to {MOST}.")
    if field == "threshold_share" and isinstance(value, Decimal) and not 0 <= value <= 1:
        raise Refusal("Enter the share above which a vote carries, between 0% and 100%.")
    change(session, forum, field, value, FORUM_FIELDS[field])


def set_needs(session: Session, forum_id: int, kinds: Collection[PartnerKind]) -> None:
    """Say of which kinds of partner somebody must be there for a forum to be quorate."""
    found(session, Forum, forum_id)
    wanted = set(kinds)
    of_forum = select(ForumNeed).where(ForumNeed.forum_id == forum_id)
    for need in session.scalars(of_forum).all():
        if need.kind not in wanted:
            session.delete(need)
        wanted.discard(need.kind)
    session.add_all(
        ForumNeed(forum_id=forum_id, kind=kind) for kind in PartnerKind if kind in wanted
    )


def remove_forums(session: Session, forum_ids: Collection[int]) -> None:
    """Delete forums with their seats and votes; who reported to them reports to nobody."""
    remove(session, Forum, forum_ids, "forums")


def add_seat(session: Session, forum_id: int, partner: str, rest: Mapping[str, object]) -> int:
    """Give a partner a seat in a forum, by its name; return the seat's id."""
    forum = found(session, Forum, forum_id)
    sits = by_name(session, Partner, "name", partner, "partner")
    taken = select(ForumMember.id).where(
        ForumMember.forum_id == forum_id, ForumMember.partner_id == sits.id
    )
    if session.scalar(taken) is not None:
        raise Refusal(f"{sits.name} has a seat in {forum.name} already. Give it more votes there.")
    seat = ForumMember(forum_id=forum_id, partner_id=sits.id, votes=1)
    session.add(seat)
    session.flush()
    for field, value in rest.items():
        set_seat(session, seat.id, field, value)
    return seat.id


def set_seat(session: Session, seat_id: int, field: str, value: object) -> None:
    """Put a value into one of a seat's ``SEAT_FIELDS``; nought votes only attends."""
    if field == "votes" and isinstance(value, int) and not 0 <= value <= MOST:
        raise Refusal(f"Enter a whole number of votes, 0 to {MOST}; with 0 it only attends.")
    change(session, found(session, ForumMember, seat_id), field, value, SEAT_FIELDS[field])


def remove_seats(session: Session, seat_ids: Collection[int]) -> None:
    """Take seats back; votes that were cast stay as they were."""
    remove(session, ForumMember, seat_ids, "seats")


def _report(session: Session, forum: Forum, name: str) -> None:
    over = by_name(session, Forum, "name", name, "forum") if name.strip() else None
    above = dict(session.execute(select(Forum.id, Forum.reports_to_id)).all())
    if over is not None and is_loop(above, forum.id, over.id):
        raise Refusal(
            f"{over.name} reports to {forum.name} already, or is the same. "
            "Choose a forum above it, or leave it blank."
        )
    forum.reports_to_id = over.id if over else None
