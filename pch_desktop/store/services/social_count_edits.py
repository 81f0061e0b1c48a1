"""Changing the counts of social prescribing by source, need, where to, and why closed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import CountKind
from pch_desktop.models.services import Service
from pch_desktop.models.services_social import SocialCount
from pch_desktop.store.budget.closing import must_be_open
from pch_desktop.store.records import cleaned, found

LONGEST_NAME = 80
NAMED = "Enter what people are counted by, such as loneliness or GP."


def set_social_count(
    session: Session, service_id: int, month: Month, of: tuple[CountKind, str], people: int | None
) -> None:
    """Say how many people of a month there were by a name of a kind; a blank takes it away.

    Raises:
        Refusal: there is no name, the count is under nought, or the month is closed.
    """
    must_be_open(session, month)
    found(session, Service, service_id)
    kind, name = of[0], _spelt(session, service_id, *of)
    if people is not None and people < 0:
        raise Refusal("Enter the people as a whole number, 0 or more.")
    of_month = (*_of_name(service_id, kind, name), SocialCount.month == month)
    kept = session.scalars(select(SocialCount).where(*of_month)).first()
    if people is None:
        session.execute(delete(SocialCount).where(*of_month))
    elif kept is not None:
        kept.people = people
    else:
        session.add(
            SocialCount(service_id=service_id, month=month, kind=kind, name=name, people=people)
        )
        session.flush()


def enter_social_counts(
    session: Session, service_id: int, of: tuple[CountKind, str], people: Mapping[Month, int]
) -> None:
    """Say how many people there were by a name of a kind, month by month."""
    for month, count in people.items():
        set_social_count(session, service_id, month, of, count)


def rename_social(
    session: Session, service_id: int, kind: CountKind, name: str, new: str | None
) -> None:
    """Give a name that people are counted by another one, in every month.

    Raises:
        Refusal: something else is counted by that name, or a closed month is.
    """
    plain = _plain(new)
    taken = _spelt(session, service_id, kind, plain) in _names(session, service_id, kind)
    if taken and plain.casefold() != name.casefold():
        raise Refusal(f"“{plain}” is counted already. Enter its counts there, or another name.")
    for row in session.scalars(select(SocialCount).where(*_of_name(service_id, kind, name))).all():
        must_be_open(session, row.month)
        row.name = plain


def remove_social_names(
    session: Session, service_id: int, year: FinancialYear, kind: CountKind, names: Collection[str]
) -> None:
    """Take away a year's counts by some names."""
    for name in names:
        of_year = (*_of_name(service_id, kind, name), SocialCount.month.in_(year.months))
        for month in session.scalars(select(SocialCount.month).where(*of_year)).all():
            must_be_open(session, month)
        session.execute(delete(SocialCount).where(*of_year))


def _of_name(service_id: int, kind: CountKind, name: str) -> tuple[ColumnElement[bool], ...]:
    return (
        SocialCount.service_id == service_id,
        SocialCount.kind == kind,
        SocialCount.name == name,
    )


def _names(session: Session, service_id: int, kind: CountKind) -> set[str]:
    of_kind = (SocialCount.service_id == service_id, SocialCount.kind == kind)
    return set(session.scalars(select(SocialCount.name).where(*of_kind).distinct()))


def _spelt(session: Session, service_id: int, kind: CountKind, text: str) -> str:
    """Return a name as it is spelt already, whatever its case, else as it is typed."""
    plain = _plain(text)
    folded = {name.casefold(): name for name in _names(session, service_id, kind)}
    return folded.get(plain.casefold(), plain)


def _plain(text: str | None) -> str:
    plain = " ".join((cleaned(text or "") or "").split())
    if not plain:
        raise Refusal(NAMED)
    if len(plain) > LONGEST_NAME:
        raise Refusal(f"Shorten what people are counted by to {LONGEST_NAME} characters.")
    return plain
