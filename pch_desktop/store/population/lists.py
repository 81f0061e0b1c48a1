"""Lists over time, by age and sex, and as weighted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.population import Sex, Weighting
from pch_desktop.models.population import ListSnapshot, Practice, WeightedPopulation

ALL_AGES = (0, 130)


@dataclass(frozen=True, slots=True)
class ListRow:
    """A practice's whole list on a day."""

    id: int
    practice_id: int
    code: str
    taken_on: date
    people: int
    source: str | None


@dataclass(frozen=True, slots=True)
class BandRow:
    """People of one sex and age band on all lists on a day."""

    sex: Sex
    age_from: int
    age_to: int
    people: int

    @property
    def words(self) -> str:
        """The band as people say it: 85 and over, 5 to 9."""
        if self.age_to >= ALL_AGES[1]:
            return f"{self.age_from} and over"
        if self.age_from == self.age_to:
            return str(self.age_from)
        return f"{self.age_from} to {self.age_to}"


@dataclass(frozen=True, slots=True)
class WeightRow:
    """A practice's people in a year, as counted and as weighted for a service."""

    id: int
    practice_id: int
    code: str
    practice: str
    year: FinancialYear
    weighting: Weighting
    registered: Decimal | None
    weighted: Decimal | None
    source: str | None


def list_totals(session: Session) -> list[ListRow]:
    """Return every whole list, by day and practice."""
    query = (
        select(
            ListSnapshot.id,
            ListSnapshot.practice_id,
            Practice.code,
            ListSnapshot.taken_on,
            ListSnapshot.people,
            ListSnapshot.source,
        )
        .join(Practice, ListSnapshot.practice_id == Practice.id)
        .where(*of_all())
        .order_by(ListSnapshot.taken_on, Practice.code)
    )
    return [ListRow(*row) for row in session.execute(query)]


def bands(
    session: Session,
    month: Month,
    practice_ids: Collection[int] | None = None,
    *,
    by: date | None = None,
) -> tuple[date | None, list[BandRow]]:
    """Return the day of the lists by age that serve a month, and their bands, youngest first.

    Args:
        session: the open file.
        month: the lists at its end are meant.
        practice_ids: of these practices only; of all where it is None.
        by: the lists that serve this day instead of the month's last.
    """
    detail = of_bands()
    if practice_ids is not None:
        detail += (ListSnapshot.practice_id.in_(practice_ids),)
    days = select(ListSnapshot.taken_on).where(*detail).distinct()
    taken_on = serving(sorted(session.scalars(days)), by or month.last)
    query = (
        select(
            ListSnapshot.sex,
            ListSnapshot.age_from,
            ListSnapshot.age_to,
            func.sum(ListSnapshot.people),
        )
        .where(ListSnapshot.taken_on == taken_on, *detail)
        .group_by(ListSnapshot.sex, ListSnapshot.age_from, ListSnapshot.age_to)
        .order_by(ListSnapshot.age_from, ListSnapshot.sex)
    )
    return taken_on, [BandRow(*row) for row in session.execute(query)]


def weights(session: Session) -> list[WeightRow]:
    """Return every practice's weighted populations, by year, weighting and practice."""
    query = (
        select(
            WeightedPopulation.id,
            WeightedPopulation.practice_id,
            Practice.code,
            Practice.name,
            WeightedPopulation.year,
            WeightedPopulation.weighting,
            WeightedPopulation.registered,
            WeightedPopulation.weighted,
            WeightedPopulation.source,
        )
        .join(Practice, WeightedPopulation.practice_id == Practice.id)
        .order_by(WeightedPopulation.year, WeightedPopulation.weighting, Practice.code)
    )
    return [WeightRow(*row) for row in session.execute(query)]


def latest_lists(session: Session, by: date) -> Mapping[int, tuple[date, int]]:
    """Return each practice's list that serves a day: its date and people, by practice id."""
    days: dict[int, dict[date, int]] = {}
    for row in list_totals(session):
        days.setdefault(row.practice_id, {})[row.taken_on] = row.people
    return {
        practice_id: (day, known[day])
        for practice_id, known in days.items()
        if (day := serving(sorted(known), by)) is not None
    }


def serving(days: list[date], by: date) -> date | None:
    """Return the latest of some days up to one; where there is none, the first after it.

    The day is always shown with the figure, so that an old one is seen to be old.
    """
    earlier = [day for day in days if day <= by]
    if earlier:
        return earlier[-1]
    return days[0] if days else None


def of_all() -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that a snapshot counts everybody."""
    return (
        ListSnapshot.sex == Sex.ALL,
        ListSnapshot.age_from == ALL_AGES[0],
        ListSnapshot.age_to == ALL_AGES[1],
    )


def of_bands() -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that a snapshot counts one sex and age band."""
    is_band = or_(ListSnapshot.age_from != ALL_AGES[0], ListSnapshot.age_to != ALL_AGES[1])
    return (ListSnapshot.sex != Sex.ALL, is_band)
