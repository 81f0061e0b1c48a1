"""Ratings somebody judged otherwise than the rule, each with the reason that prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.board_registers import Confidence
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.board_pack import RatingOverride
from pch_desktop.store.records import cleaned


@dataclass(frozen=True, slots=True)
class OverrideRow:
    """A rating as it was judged for a month, and why."""

    id: int
    measure: str
    """What is rated: a headline measure's key, or finance/LINE CODE."""
    rating: Confidence
    reason: str


def overrides(session: Session, month: Month) -> Mapping[str, OverrideRow]:
    """Return the ratings judged for a month, by what is rated."""
    query = select(RatingOverride).where(RatingOverride.month == month)
    rows = session.scalars(query.order_by(RatingOverride.measure))
    return {row.measure: OverrideRow(row.id, row.measure, row.rating, row.reason) for row in rows}


def override_rating(
    session: Session, month: Month, measure: str, rating: Confidence, reason: str
) -> None:
    """Judge a rating for a month otherwise than the rule does.

    Raises:
        Refusal: no reason is given, and the reason is what prints.
    """
    plain = cleaned(reason)
    if plain is None:
        raise Refusal("Enter why it is rated otherwise than by the rule. The reason prints.")
    found = _judged(session, month, measure)
    if found is None:
        session.add(RatingOverride(month=month, measure=measure, rating=rating, reason=plain))
    else:
        found.rating, found.reason = rating, plain


def take_back_rating(session: Session, month: Month, measure: str) -> None:
    """Let the rule rate again.

    Raises:
        Refusal: it is the rule's rating already.
    """
    found = _judged(session, month, measure)
    if found is None:
        raise Refusal("This rating is the rule's own already.")
    session.delete(found)


def _judged(session: Session, month: Month, measure: str) -> RatingOverride | None:
    query = select(RatingOverride).where(
        RatingOverride.month == month, RatingOverride.measure == measure
    )
    return session.scalar(query)
