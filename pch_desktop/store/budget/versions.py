"""The versions of a year's budget: submitted, approved, and superseded by the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Profile, Scope, VersionStatus, phased
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import BudgetLine, BudgetMonth, BudgetVersion, BudgetYear
from pch_desktop.store.budget import shape
from pch_desktop.store.budget.lines import lines_of
from pch_desktop.store.budget.rows import LineRow
from pch_desktop.store.budget.years import current_version
from pch_desktop.store.records import change, cleaned

NAMED = 4
"""How many lines a refusal names."""
VERSION_FIELDS = {
    "words": "what the version was made for",
    "minute_reference": "where its approval is minuted",
}
"""What may be said of a version at any time: it changes no figure."""


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version of a year's budget, with what its lines in scope come to, in pence."""

    id: int
    number: int
    status: VersionStatus
    words: str | None
    lines: int
    opening_pence: int | None
    """None where a line in scope has no budget."""
    annual_pence: int | None
    """With what was moved to lines in scope from those out of it, and back."""
    submitted_on: date | None
    approved_on: date | None
    minute_reference: str | None

    @property
    def name(self) -> str:
        """What it is called: Version 2."""
        return f"Version {self.number}"


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A line of a version with its budget: opening, moved since, and now, in pence."""

    id: int
    code: str | None
    name: str
    sector: Sector
    scope: Scope
    is_income: bool
    opening_pence: int | None
    virement_pence: int
    annual_pence: int | None
    months: tuple[int, ...]
    """April first, with virements; all nothing where the budget is not known."""
    baseline_pence: int | None


def versions(session: Session, year: FinancialYear) -> list[VersionRow]:
    """Return the versions of a year's budget, newest first."""
    return [_version_row(session, version, year) for version in _of_year(session, year)]


def version_lines(session: Session, version_id: int) -> list[VersionLine]:
    """Return the budget by line of any version, as it stands or as it was kept."""
    version = session.get_one(BudgetVersion, version_id)
    return [_version_line(row) for row in _rows(session, version)]


def submit_version(session: Session, year: FinancialYear, on: date) -> None:
    """Hand a draft in for approval; until it is taken back nobody changes it.

    Raises:
        Refusal: the newest version is no draft, or a line in scope has no budget.
    """
    version = _newest(session, year)
    _must_be(version, VersionStatus.DRAFT, "Only a draft is submitted")
    _must_be_whole(session, version)
    version.status, version.submitted_on = VersionStatus.SUBMITTED, on


def back_to_draft(session: Session, year: FinancialYear) -> None:
    """Take a submitted version back, so that it may be changed again."""
    version = _newest(session, year)
    _must_be(version, VersionStatus.SUBMITTED, "Only a submitted version is taken back")
    version.status, version.submitted_on = VersionStatus.DRAFT, None


def approve_version(
    session: Session, year: FinancialYear, on: date | None, minute_reference: str | None
) -> None:
    """Approve a year's submitted version; the one approved before it is superseded.

    Each line's budget is written down as the sum it comes to, so that no rate, list or
    payment that changes later changes what was approved.

    Raises:
        Refusal: it was not submitted, a line in scope has no budget, the day or the minute
            is not told, or the day comes before it was submitted.
    """
    version = _newest(session, year)
    _must_be(version, VersionStatus.SUBMITTED, "Submit a version before it is approved")
    minuted = cleaned(minute_reference or "")
    if on is None or minuted is None:
        raise Refusal("Enter the day the budget was approved and where it is minuted.")
    if version.submitted_on is not None and on < version.submitted_on:
        raise Refusal(
            f"Version {version.number} was submitted on {_day(version.submitted_on)}. "
            "Enter that day or a later one."
        )
    _must_be_whole(session, version)
    write_down(session, version)
    for other in _of_year(session, year):
        if other.status is VersionStatus.APPROVED:
            other.status = VersionStatus.SUPERSEDED
    version.status, version.approved_on = VersionStatus.APPROVED, on
    version.minute_reference = minuted


def set_version(session: Session, version_id: int, field: str, value: object) -> None:
    """Put a value into one of a version's ``VERSION_FIELDS``."""
    version = session.get_one(BudgetVersion, version_id)
    change(session, version, field, value, VERSION_FIELDS[field])


def write_down(session: Session, version: BudgetVersion) -> None:
    """Write each line's budget down as the sum it comes to, and months as last year as months."""
    year = session.get_one(BudgetYear, version.budget_year_id).year
    for row in _rows(session, version):
        line = session.get_one(BudgetLine, row.id)
        if line.annual_pence is None and row.built is not None:
            line.annual_pence = row.built.built_pence
        if line.profile is Profile.LAST_YEAR and row.opening_pence is not None:
            weights = shape.weights(session, [line], year, {})[line.id]
            months = zip(year.months, phased(row.opening_pence, weights), strict=True)
            session.execute(delete(BudgetMonth).where(BudgetMonth.line_id == line.id))
            session.add_all(
                BudgetMonth(line_id=line.id, month=month, amount_pence=pence)
                for month, pence in months
            )
            line.profile = Profile.MANUAL
    session.flush()


def _of_year(session: Session, year: FinancialYear) -> Sequence[BudgetVersion]:
    query = (
        select(BudgetVersion)
        .join(BudgetYear, BudgetVersion.budget_year_id == BudgetYear.id)
        .where(BudgetYear.year == year)
        .order_by(BudgetVersion.number.desc())
    )
    return session.scalars(query).all()


def _rows(session: Session, version: BudgetVersion) -> list[LineRow]:
    year = session.get_one(BudgetYear, version.budget_year_id).year
    return lines_of(session, version, year.months[-1])


def _newest(session: Session, year: FinancialYear) -> BudgetVersion:
    version = current_version(session, year)
    if version is None:
        raise Refusal(f"There is no budget of {year} yet. Add its lines first.")
    return version


def _must_be(version: BudgetVersion, status: VersionStatus, rule: str) -> None:
    if version.status is not status:
        raise Refusal(f"{rule}; version {version.number} is {version.status.value}.")


def _must_be_whole(session: Session, version: BudgetVersion) -> None:
    """Refuse a version in which a line in scope has no budget, naming the lines."""
    rows = [row for row in _rows(session, version) if row.scope is not Scope.OUT]
    if not rows:
        raise Refusal(f"Version {version.number} has no lines in scope. Add them first.")
    blank = [f"“{row.name}”" for row in rows if row.annual_pence is None]
    if blank:
        more = f" and {len(blank) - NAMED} more" if len(blank) > NAMED else ""
        raise Refusal(
            f"No budget is known for {', '.join(blank[:NAMED])}{more}. "
            "Enter one, or take the line out of scope."
        )


def _version_row(session: Session, version: BudgetVersion, year: FinancialYear) -> VersionRow:
    counted = [
        row for row in lines_of(session, version, year.months[-1]) if row.scope is not Scope.OUT
    ]
    return VersionRow(
        version.id,
        version.number,
        version.status,
        version.words,
        len(counted),
        _total([row.opening_pence for row in counted], counted),
        _total([row.annual_pence for row in counted], counted),
        version.submitted_on,
        version.approved_on,
        version.minute_reference,
    )


def _total(amounts: Sequence[int | None], of: Sequence[LineRow]) -> int | None:
    """Return the sum of lines' amounts, income taken off; None where one is not known."""
    total = 0
    for pence, row in zip(amounts, of, strict=True):
        if pence is None:
            return None
        total += -pence if row.is_income else pence
    return total


def _version_line(row: LineRow) -> VersionLine:
    return VersionLine(
        row.id,
        row.code,
        row.name,
        row.sector,
        row.scope,
        row.is_income,
        row.opening_pence,
        row.virement_pence,
        row.annual_pence,
        row.year.budget,
        row.baseline_pence,
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
