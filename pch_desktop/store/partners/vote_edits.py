"""Writing down votes: the members with their votes and lists on the day, what each said."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import Cast
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.partners_forums import Forum, ForumMember, Vote, VoteCast
from pch_desktop.store.partners.list_weights import list_weights
from pch_desktop.store.records import by_name, change, found, remove

VOTE_FIELDS: Mapping[str, str] = {
    "question": "what was voted on",
    "voted_on": "the day of the vote",
    "rule": "when it carries",
    "threshold_share": "the share above which it carries",
    "note": "a note",
}
CAST_FIELDS: Mapping[str, str] = {
    "said": "what was said",
    "votes": "the votes it had",
    "weight": "the people on its list",
}
SEATED = Cast.ABSENT
"""What is written of a member till somebody says what it said."""


def add_vote(
    session: Session,
    forum: str,
    question: str,
    on: date,
    said: Mapping[int, Cast] | None = None,
) -> int:
    """Write down a vote of a forum, by its name; return its id.

    Its rule and threshold are those of the forum. Every member is put down with its
    votes and the people on its list that day, as absent unless ``said`` tells what the
    partner of that id said.
    """
    of = by_name(session, Forum, "name", forum, "forum")
    if of.rule is None:
        raise Refusal(f"Say first when a vote of {of.name} carries, among the forums.")
    vote = Vote(forum_id=of.id, voted_on=on, rule=of.rule, threshold_share=of.threshold_share)
    change(session, vote, "question", question, VOTE_FIELDS["question"])
    session.add(vote)
    session.flush()
    weights = list_weights(session, on)
    seats = session.scalars(select(ForumMember).where(ForumMember.forum_id == of.id)).all()
    if any(seat.votes is None for seat in seats):
        raise Refusal(f"Say first how many votes each member of {of.name} has; 0 only attends.")
    session.add_all(
        VoteCast(
            vote_id=vote.id,
            partner_id=seat.partner_id,
            said=(said or {}).get(seat.partner_id, SEATED),
            votes=seat.votes,
            weight=weights[seat.partner_id],
        )
        for seat in seats
    )
    return vote.id


def set_vote(session: Session, vote_id: int, field: str, value: object) -> None:
    """Put a value into one of a vote's ``VOTE_FIELDS``; a new day takes the lists of that day."""
    vote = found(session, Vote, vote_id)
    if field == "threshold_share" and isinstance(value, Decimal) and not 0 <= value <= 1:
        raise Refusal("Enter the share above which it carries, between 0% and 100%.")
    change(session, vote, field, value, VOTE_FIELDS[field])
    if field == "voted_on":
        weights = list_weights(session, vote.voted_on)
        for cast in session.scalars(select(VoteCast).where(VoteCast.vote_id == vote_id)):
            cast.weight = weights[cast.partner_id]


def set_cast(session: Session, cast_id: int, field: str, value: object) -> None:
    """Put a value into one of a member's ``CAST_FIELDS``."""
    if field == "votes" and not (isinstance(value, int) and value >= 0):
        raise Refusal("Enter the votes it had, 0 or more.")
    if field == "weight" and isinstance(value, int) and value < 0:
        raise Refusal("Enter how many people were on its list, 0 or more.")
    change(session, found(session, VoteCast, cast_id), field, value, CAST_FIELDS[field])


def say_all(session: Session, cast_ids: Collection[int], said: Cast) -> None:
    """Write the same of several members."""
    for cast_id in cast_ids:
        set_cast(session, cast_id, "said", said)


def remove_votes(session: Session, vote_ids: Collection[int]) -> None:
    """Delete votes with what was said in them."""
    remove(session, Vote, vote_ids, "votes")
