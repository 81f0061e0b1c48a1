"""How inspections rated practices: each rating with its day and where it is told."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Inspection
from pch_desktop.models.population import Practice
from pch_desktop.models.services_targets import PracticeRating
from pch_desktop.store.records import by_name, change, found, remove

RATING_FIELDS: Mapping[str, str] = {
    "rated_on": "the day the rating was published",
    "rating": "how the practice was rated",
    "source": "where it is told",
}


@dataclass(frozen=True, slots=True)
class RatingRow:
    """How an inspection rated a practice, from the day it was published."""

    id: int
    practice_id: int
    practice: str
    rated_on: date
    rating: Inspection
    source: str | None

    @property
    def name(self) -> str:
        """Whose rating it is."""
        return self.practice


def ratings(session: Session) -> list[RatingRow]:
    """Return the ratings by practice, the latest of each first."""
    query = (
        select(
            PracticeRating.id,
            PracticeRating.practice_id,
            Practice.name,
            PracticeRating.rated_on,
            PracticeRating.rating,
            PracticeRating.source,
        )
        .join(Practice, PracticeRating.practice_id == Practice.id)
        .order_by(Practice.name, PracticeRating.practice_id, PracticeRating.rated_on.desc())
    )
    return [RatingRow(*row) for row in session.execute(query)]


def add_rating(
    session: Session, practice: str, rated_on: date, rating: Inspection, source: str | None = None
) -> int:
    """Add how an inspection rated a practice, called by its name; return its id."""
    found_practice = by_name(session, Practice, "name", practice, "practice")
    made = PracticeRating(practice_id=found_practice.id, rated_on=rated_on, rating=rating)
    change(session, made, "source", source, RATING_FIELDS["source"])
    _must_be_alone(session, found_practice, rated_on)
    session.add(made)
    session.flush()
    return made.id


def set_rating(session: Session, rating_id: int, field: str, value: object) -> None:
    """Put a value into one of a rating's ``RATING_FIELDS``, or name its practice.

    Raises:
        Refusal: the practice has another rating of that day.
    """
    kept = found(session, PracticeRating, rating_id)
    practice = found(session, Practice, kept.practice_id)
    if field == "practice":
        practice = by_name(session, Practice, "name", str(value or ""), "practice")
        _must_be_alone(session, practice, kept.rated_on, rating_id)
        kept.practice_id = practice.id
        return
    if field == "rated_on" and isinstance(value, date):
        _must_be_alone(session, practice, value, rating_id)
    change(session, kept, field, value, RATING_FIELDS[field])


def remove_ratings(session: Session, rating_ids: Collection[int]) -> None:
    """Delete ratings."""
    remove(session, PracticeRating, rating_ids, "ratings")


def _must_be_alone(
    session: Session, practice: Practice, rated_on: date, rating_id: int | None = None
) -> None:
    query = select(PracticeRating.id).where(
        PracticeRating.practice_id == practice.id, PracticeRating.rated_on == rated_on
    )
    if session.scalars(query).first() not in (None, rating_id):
        raise Refusal(f"{practice.name} has a rating of that day already. Change it, or the day.")
