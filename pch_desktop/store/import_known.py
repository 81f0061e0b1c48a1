"""What the locality holds already, as an import compares a file with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import VersionStatus
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.population import GroupKind
from pch_desktop.models.budget import BaselinePart, BudgetLine, BudgetVersion, BudgetYear
from pch_desktop.models.partners import OdsOrganisation
from pch_desktop.models.population import (
    ListSnapshot,
    Practice,
    PracticeGroup,
    WeightedPopulation,
)
from pch_desktop.models.services_waits import AppointmentCount
from pch_desktop.models.workforce import NetworkStaff
from pch_desktop.models.workforce_teams import PracticeStaff
from pch_desktop.store.imports import stamp

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class KnownVersion:
    """A version of a budget, and whether it may still be changed."""

    id: int
    year: FinancialYear
    number: int
    status: VersionStatus
    baseline_year: FinancialYear | None

    @property
    def is_draft(self) -> bool:
        """Whether lines may be added to it."""
        return self.status is VersionStatus.DRAFT


@dataclass(frozen=True, slots=True)
class KnownLine:
    """A line of one of the budgets."""

    id: int
    version_id: int
    name: str
    position: int


@dataclass(frozen=True, slots=True)
class Known:
    """The locality's own rows, by the names an import gives them (see ``named``)."""

    stamp: int
    practice_ids: Mapping[str, int]
    """The numbers of the practices by ODS code."""
    networks: frozenset[str]
    """The codes of the networks its practices belong to."""
    standing: Mapping[str, Row]
    versions: tuple[KnownVersion, ...] = ()
    """Latest year first, in it the latest version first."""
    lines: tuple[KnownLine, ...] = ()
    commissioners: frozenset[str] = frozenset()
    """The codes of the commissioners its practices belong to."""
    budget_years: Mapping[FinancialYear, int] = field(default_factory=dict[FinancialYear, int])


def named(*parts: object) -> str:
    """Return the name of a row by what makes it the one it is."""
    return " ".join(str(part) for part in parts)


def known(session: Session) -> Known:
    """Return all that official files are compared with."""
    practices = {
        named("practice", row["code"]): row
        for row in _rows(session, Practice, select(Practice.__table__))
    }
    codes = {int(str(row["id"])): str(row["code"]) for row in practices.values()}
    standing = practices | _lists(session, codes) | _weighted(session, codes)
    standing |= (
        _organisations(session)
        | _staff(session)
        | _practice_staff(session)
        | _parts(session, codes)
    )
    standing |= _appointments(session)
    return Known(
        stamp(session),
        {code: number for number, code in codes.items()},
        _networks(session, practices),
        standing,
        _versions(session),
        tuple(KnownLine(*row) for row in session.execute(_LINES)),
        _commissioners(practices),
        {year: number for number, year in session.execute(_YEARS)},
    )


_YEARS = select(BudgetYear.id, BudgetYear.year)
_LINES = select(
    BudgetLine.id, BudgetLine.version_id, BudgetLine.name, BudgetLine.position
).order_by(BudgetLine.position, BudgetLine.id)


def _rows(session: Session, kind: type[Any], query: Any) -> list[dict[str, object]]:
    names = [column.name for column in kind.__table__.columns]
    return [dict(zip(names, row, strict=True)) for row in session.execute(query)]


def _all(session: Session, kind: type[Any]) -> list[dict[str, object]]:
    return _rows(session, kind, select(kind.__table__))


def _code(codes: Mapping[int, str], row: Row) -> str:
    return codes[int(str(row["practice_id"]))] if row["practice_id"] else ""


def _lists(session: Session, codes: Mapping[int, str]) -> dict[str, Row]:
    return {
        named("list", _code(codes, row), *(row[key] for key in _LIST_KEYS)): row
        for row in _all(session, ListSnapshot)
    }


_LIST_KEYS = ("taken_on", "sex", "age_from", "age_to")


def _weighted(session: Session, codes: Mapping[int, str]) -> dict[str, Row]:
    return {
        named("weighted", _code(codes, row), row["year"], row["weighting"]): row
        for row in _all(session, WeightedPopulation)
    }


def _staff(session: Session) -> dict[str, Row]:
    return {
        named("staff", *(row[key] for key in _STAFF_KEYS)): row
        for row in _all(session, NetworkStaff)
    }


def _organisations(session: Session) -> dict[str, Row]:
    return {named("ods", row["code"]): row for row in _all(session, OdsOrganisation)}


_STAFF_KEYS = ("network_code", "counted_on", "staff_group", "role")


def _practice_staff(session: Session) -> dict[str, Row]:
    return {
        named("practice staff", *(row[key] for key in _COUNT_KEYS)): row
        for row in _all(session, PracticeStaff)
    }


_COUNT_KEYS = ("practice_code", *_STAFF_KEYS[1:])


def _appointments(session: Session) -> dict[str, Row]:
    return {
        named("appointments", *(row[key] for key in _APPOINTMENT_KEYS)): row
        for row in _all(session, AppointmentCount)
    }


_APPOINTMENT_KEYS = ("place_code", "month", "status", "staff", "mode", "lead_time")


def _commissioners(practices: Mapping[str, Row]) -> frozenset[str]:
    told = (row["commissioner_code"] for row in practices.values())
    return frozenset(str(code) for code in told if code)


def _parts(session: Session, codes: Mapping[int, str]) -> dict[str, Row]:
    return {
        named("part", row["line_id"], _code(codes, row), row["year"]): row
        for row in _all(session, BaselinePart)
    }


def _networks(session: Session, practices: Mapping[str, Row]) -> frozenset[str]:
    groups = select(PracticeGroup.code).where(PracticeGroup.kind == GroupKind.NETWORK)
    told = {str(row["network_code"]) for row in practices.values() if row["network_code"]}
    return frozenset(told | {code for code in session.scalars(groups) if code})


def _versions(session: Session) -> tuple[KnownVersion, ...]:
    query = (
        select(
            BudgetVersion.id,
            BudgetYear.year,
            BudgetVersion.number,
            BudgetVersion.status,
            BudgetVersion.baseline_year,
        )
        .join(BudgetYear, BudgetVersion.budget_year_id == BudgetYear.id)
        .order_by(BudgetYear.year.desc(), BudgetVersion.number.desc())
    )
    return tuple(KnownVersion(*row) for row in session.execute(query))
