"""The locality itself: its name, its settings, and where its figures come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from sqlalchemy import Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from pch_desktop.domain.budget import Thresholds
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import Actual, BudgetYear
from pch_desktop.models.locality import (
    ControlTotal,
    ImportBatch,
    Locality,
    ReferenceValue,
    Setting,
    SiteStatement,
)
from pch_desktop.models.population import ListSnapshot
from pch_desktop.models.services import ServiceMonth

UNNAMED = "Unnamed locality"
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class LocalityRow:
    """The locality a file holds."""

    id: int
    name: str
    region: str | None
    vehicle: str | None
    population_stated: int | None
    starter: str | None
    is_sample: bool


@dataclass(frozen=True, slots=True)
class StatementRow:
    """Something the locality says of itself."""

    id: int
    heading: str
    text: str
    source: str | None


@dataclass(frozen=True, slots=True)
class BatchRow:
    """A file brought in."""

    id: int
    kind: str
    file_name: str
    at: datetime
    year: FinancialYear | None
    taken_on: date | None
    rows_read: int
    rows_kept: int
    rows_refused: int
    note: str | None


@dataclass(frozen=True, slots=True)
class ControlRow:
    """A total of a whole official file, to read the locality's part beside."""

    id: int
    batch_id: int
    kind: str
    file_name: str
    year: FinancialYear | None
    place: str
    measure: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """A rate from outside, dated and with its source."""

    id: int
    key: str
    words: str
    value: Decimal
    unit: str
    valid_from: date
    valid_to: date | None
    source: str


def locality(session: Session) -> LocalityRow:
    """Return the locality; one without a name yet is called so."""
    found = session.get(Locality, 1)
    if found is None:
        return LocalityRow(1, UNNAMED, None, None, None, None, False)
    return LocalityRow(
        found.id,
        found.name,
        found.region,
        found.vehicle,
        found.population_stated,
        found.starter,
        found.is_sample,
    )


def name_locality(session: Session, name: str, region: str | None = None) -> None:
    """Give the locality its name, and its region where one is given."""
    plain = " ".join(name.split())
    if not plain or len(plain) > LONGEST_NAME:
        raise Refusal(f"Enter the locality's name, at most {LONGEST_NAME} characters.")
    found = session.get(Locality, 1)
    if found is None:
        session.add(Locality(id=1, name=plain, region=region))
    else:
        found.name = plain
        found.region = region or found.region


def statements(session: Session) -> list[StatementRow]:
    """Return what the locality says of itself, by heading, in its own order."""
    query = select(
        SiteStatement.id, SiteStatement.heading, SiteStatement.text, SiteStatement.source
    ).order_by(SiteStatement.heading, SiteStatement.position)
    return [StatementRow(*row) for row in session.execute(query)]


def setting(session: Session, key: str) -> str | None:
    """Return a choice of the locality, or None where none was made."""
    return session.scalar(select(Setting.value).where(Setting.key == key))


def set_setting(session: Session, key: str, value: str) -> None:
    """Make a choice of the locality."""
    found = session.scalar(select(Setting).where(Setting.key == key))
    if found is None:
        session.add(Setting(key=key, value=value))
    else:
        found.value = value


def thresholds(session: Session) -> Thresholds:
    """Return where ratings turn in this locality."""
    usual = Thresholds()
    keys = [f"rating_{key}" for key in ("amber_share", "red_share", "least_pence")]
    query = select(Setting.key, Setting.value).where(Setting.key.in_(keys))
    chosen: dict[str, str] = dict(session.execute(query).all())
    amber, red, least = map(chosen.get, keys)
    return Thresholds(
        Decimal(amber) if amber else usual.amber_share,
        Decimal(red) if red else usual.red_share,
        int(least) if least else usual.least_pence,
    )


def months(session: Session) -> list[Month]:
    """Return every month the file has something for, and its budget years whole, earliest first."""
    found = {month for told in (Actual.month, ServiceMonth.month) for month in _each(session, told)}
    for year in session.scalars(select(BudgetYear.year)):
        found |= set(year.months)
    found |= {Month.of(day) for day in session.scalars(select(ListSnapshot.taken_on).distinct())}
    return sorted(found)


def _each(session: Session, told: InstrumentedAttribute[Month]) -> set[Month]:
    """Return each month a table knows, by jumps along its index: it may hold 100,000 rows."""
    return set(session.scalars(_jumps(told)))


@cache
def _jumps(told: InstrumentedAttribute[Month]) -> Select[Month]:
    jumps = select(func.min(told).label("month")).cte("jumps", recursive=True)
    following = select(func.min(told)).where(told > jumps.c.month).scalar_subquery()
    jumps = jumps.union_all(select(following).where(jumps.c.month.is_not(None)))
    return select(jumps.c.month).where(jumps.c.month.is_not(None))


def latest_month(session: Session) -> Month | None:
    """Return the month the file was last told about: of actuals, else of activity, else of lists.

    A file with a budget year alone begins with its April.
    """
    # What only takes back the month before does not say that a month is known. It is written as
    # a sum, since the index of ``reverses_id`` has 100,000 entries under nothing.
    spent = select(Actual.month).where((Actual.reverses_id + 0).is_(None))
    done = select(ServiceMonth.month)
    for told in (spent.order_by(Actual.month.desc()), done.order_by(ServiceMonth.month.desc())):
        if (newest := session.scalar(told.limit(1))) is not None:
            return newest
    if (
        year := session.scalar(select(BudgetYear.year).order_by(BudgetYear.year.desc()))
    ) is not None:
        return year.months[0]
    day = session.scalar(select(ListSnapshot.taken_on).order_by(ListSnapshot.taken_on.desc()))
    return Month.of(day) if day else None


def batches(session: Session) -> list[BatchRow]:
    """Return every file brought in, newest first."""
    query = select(
        ImportBatch.id,
        ImportBatch.kind,
        ImportBatch.file_name,
        ImportBatch.at,
        ImportBatch.year,
        ImportBatch.taken_on,
        ImportBatch.rows_read,
        ImportBatch.rows_kept,
        ImportBatch.rows_refused,
        ImportBatch.note,
    ).order_by(ImportBatch.id.desc())
    return [BatchRow(*row) for row in session.execute(query)]


def control_totals(session: Session) -> list[ControlRow]:
    """Return the totals of the official files brought in, newest file first."""
    query = (
        select(
            ControlTotal.id,
            ControlTotal.batch_id,
            ImportBatch.kind,
            ImportBatch.file_name,
            ImportBatch.year,
            ControlTotal.place,
            ControlTotal.measure,
            ControlTotal.value,
        )
        .join(ImportBatch, ControlTotal.batch_id == ImportBatch.id)
        .order_by(ImportBatch.id.desc(), ControlTotal.place, ControlTotal.measure)
    )
    return [ControlRow(*row) for row in session.execute(query)]


def reference_values(session: Session) -> Sequence[ReferenceRow]:
    """Return the dated rates, by key, latest first."""
    query = select(
        ReferenceValue.id,
        ReferenceValue.key,
        ReferenceValue.words,
        ReferenceValue.value,
        ReferenceValue.unit,
        ReferenceValue.valid_from,
        ReferenceValue.valid_to,
        ReferenceValue.source,
    ).order_by(ReferenceValue.key, ReferenceValue.valid_from.desc())
    return [ReferenceRow(*row) for row in session.execute(query)]
