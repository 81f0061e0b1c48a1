"""Changing how vacant posts are filled."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import RecruitmentOutcome
from pch_desktop.models.workforce import Post
from pch_desktop.models.workforce_flow import Recruitment
from pch_desktop.store.records import by_name, found, remove
from pch_desktop.store.workforce.movements import Newcomer, record_starter
from pch_desktop.store.workforce.recruitment import steps_of
from pch_desktop.store.workforce.texts import change

RECRUITMENT_FIELDS: Mapping[str, str] = {
    "vacant_from": "the day the post falls vacant",
    "advertised_on": "the day it was advertised",
    "closes_on": "the closing date",
    "interviews_on": "the day of the interviews",
    "offered_on": "the day it was offered to somebody",
    "starts_on": "the first day agreed",
    "readvertised": "how often it was advertised again",
    "outcome": "how it came out",
    "mitigation": "what is done while nobody is in post",
}
NOTHING: Mapping[str, object] = {}
MOST_ADVERTS = 99


def add_recruitment(
    session: Session, post: str, vacant_from: date, *, rest: Mapping[str, object] = NOTHING
) -> int:
    """Begin to fill a post, named by its reference; with the rest as for ``set_recruitment``."""
    of_post = by_name(session, Post, "reference", post, "post")
    row = Recruitment(
        post_id=of_post.id, vacant_from=vacant_from, outcome=RecruitmentOutcome.OPEN, readvertised=0
    )
    for field, value in rest.items():
        _put(session, row, field, value)
    _check(session, row)
    session.add(row)
    session.flush()
    return row.id


def set_recruitment(session: Session, recruitment_id: int, field: str, value: object) -> None:
    """Put a value into one of a recruitment's ``RECRUITMENT_FIELDS``.

    Raises:
        Refusal: its days would be out of order, or it is filled without a start.
    """
    row = found(session, Recruitment, recruitment_id)
    _put(session, row, field, value)
    _check(session, row)


def advertise_again(session: Session, recruitment_id: int, on: date) -> None:
    """Begin a recruitment's adverts anew on a day: what followed the last is taken back."""
    row = found(session, Recruitment, recruitment_id)
    if row.advertised_on is None:
        raise Refusal("Nobody has advertised it yet. Enter the day it was advertised.")
    if on <= row.advertised_on:
        raise Refusal("It is advertised again after the last advert. Enter a later day.")
    for field in ("closes_on", "interviews_on", "offered_on", "starts_on"):
        setattr(row, field, None)
    row.outcome, row.advertised_on = RecruitmentOutcome.OPEN, on
    row.readvertised = min(row.readvertised + 1, MOST_ADVERTS)


def remove_recruitments(session: Session, recruitment_ids: Collection[int]) -> None:
    """Delete recruitments, as if they had never been."""
    remove(session, Recruitment, recruitment_ids, "recruitments")


def fill(session: Session, recruitment_id: int, newcomer: Newcomer) -> int:
    """Put somebody into a recruitment's post, and count it filled; return the assignment's id."""
    row = found(session, Recruitment, recruitment_id)
    row.starts_on, row.outcome = newcomer.starts_on, RecruitmentOutcome.FILLED
    _check(session, row)
    return record_starter(session, row.post_id, newcomer)


def _put(session: Session, row: Recruitment, field: str, value: object) -> None:
    is_count = isinstance(value, int) and 0 <= value <= MOST_ADVERTS
    if field == "readvertised" and not is_count:
        raise Refusal(f"Enter how often it was advertised again, from 0 to {MOST_ADVERTS}.")
    change(session, row, field, value, RECRUITMENT_FIELDS[field])


def _check(session: Session, row: Recruitment) -> None:
    """Refuse days out of order, and a second filling of the same post at a time."""
    steps = steps_of(row)
    steps.check()
    if steps.outcome is not RecruitmentOutcome.OPEN:
        return
    other = select(Recruitment.id).where(
        Recruitment.post_id == row.post_id,
        Recruitment.outcome == RecruitmentOutcome.OPEN,
        Recruitment.id.is_not(row.id),
    )
    with session.no_autoflush:
        if session.scalars(other.limit(1)).first() is not None:
            reference = session.get_one(Post, row.post_id).reference
            raise Refusal(
                f"{reference} is being filled already. Change that line, or withdraw it first."
            )
