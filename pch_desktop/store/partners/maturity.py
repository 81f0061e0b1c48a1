"""How far the locality has come in each domain, day by day; never added up."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import MaturityDomain
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.partners_forums import Maturity
from pch_desktop.store.records import change, found, remove

MATURITY_FIELDS: Mapping[str, str] = {
    "domain": "the domain",
    "scored_on": "the day it was scored",
    "score": "a score from 0 to 3",
    "evidence": "what shows it",
}
MOST = 3


@dataclass(frozen=True, slots=True)
class MaturityRow:
    """A score in a domain on a day, with what shows it."""

    id: int
    domain: MaturityDomain
    scored_on: date
    score: int
    evidence: str | None


def maturity(session: Session, by: date | None = None) -> list[MaturityRow]:
    """Return the scores by domain and day, up to a day if one is told."""
    query = select(Maturity).order_by(Maturity.scored_on)
    if by is not None:
        query = query.where(Maturity.scored_on <= by)
    rows = [
        MaturityRow(row.id, row.domain, row.scored_on, row.score, row.evidence)
        for row in session.scalars(query)
    ]
    order = list(MaturityDomain)
    return sorted(rows, key=lambda row: (order.index(row.domain), row.scored_on))


def add_score(
    session: Session, domain: MaturityDomain, on: date, score: int, evidence: str | None = None
) -> int:
    """Write down a score and what shows it; return its id."""
    _not_twice(session, domain, on, None)
    row = Maturity(domain=domain, scored_on=on, score=_scored(score))
    change(session, row, "evidence", evidence, MATURITY_FIELDS["evidence"])
    session.add(row)
    session.flush()
    return row.id


def set_score(session: Session, score_id: int, field: str, value: object) -> None:
    """Put a value into one of a score's ``MATURITY_FIELDS``."""
    row = found(session, Maturity, score_id)
    if field == "score":
        value = _scored(value)
    if field == "domain" and isinstance(value, MaturityDomain):
        _not_twice(session, value, row.scored_on, score_id)
    if field == "scored_on" and isinstance(value, date):
        _not_twice(session, row.domain, value, score_id)
    change(session, row, field, value, MATURITY_FIELDS[field])


def remove_scores(session: Session, score_ids: Collection[int]) -> None:
    """Delete scores."""
    remove(session, Maturity, score_ids, "scores")


def _scored(value: object) -> int:
    if not isinstance(value, int) or not 0 <= value <= MOST:
        raise Refusal("Enter a whole number: 0 foundation, 1, 2 or 3.")
    return value


def _not_twice(session: Session, domain: MaturityDomain, on: date, own: int | None) -> None:
    query = select(Maturity.id).where(Maturity.domain == domain, Maturity.scored_on == on)
    if session.scalar(query) not in (None, own):
        raise Refusal(f"“{domain.value}” has a score of that day already. Change that one.")
