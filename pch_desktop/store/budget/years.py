"""Which version of which year's budget is at hand."""

from __future__ import annotations

from functools import cache

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import VersionStatus
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import BudgetLine, BudgetVersion, BudgetYear
from pch_desktop.store.records import found

FIXED = frozenset({VersionStatus.APPROVED, VersionStatus.SUPERSEDED})


def current_version(session: Session, year: FinancialYear) -> BudgetVersion | None:
    """Return the newest version of a year's budget, or None where the year has none."""
    return session.scalars(_newest(), {"year": year}).first()


@cache
def _newest() -> Select[BudgetVersion]:
    return (
        select(BudgetVersion)
        .join(BudgetYear, BudgetVersion.budget_year_id == BudgetYear.id)
        .where(BudgetYear.year == bindparam("year"))
        .order_by(BudgetVersion.number.desc())
    )


def open_version(session: Session, year: FinancialYear) -> int:
    """Return the id of the version of a year that may be changed, made where there is none."""
    version = current_version(session, year)
    if version is None:
        budget_year = BudgetYear(year=year)
        session.add(budget_year)
        session.flush()
        version = BudgetVersion(budget_year_id=budget_year.id)
        session.add(version)
        session.flush()
    may_change(version)
    return version.id


def may_change(version: BudgetVersion) -> None:
    """Refuse where a version was approved, or waits for it: it stays as the board saw it."""
    if version.status in FIXED:
        raise Refusal(
            f"Version {version.number} is {version.status.value} and stays as it is. "
            "Make a new version to change the budget."
        )
    if version.status is VersionStatus.SUBMITTED:
        raise Refusal(
            f"Version {version.number} is submitted and waits for approval. "
            "Take it back to draft to change the budget."
        )


def open_line(session: Session, line_id: int) -> BudgetLine:
    """Return a line of a version that may be changed."""
    line = found(session, BudgetLine, line_id)
    may_change(session.get_one(BudgetVersion, line.version_id))
    return line


def told_line(session: Session, line_id: int) -> BudgetLine:
    """Return a line of the newest version of its year, whether it was approved or not.

    What is said of a line each month changes no budget: its forecast, its
    commentary, who looks after it.

    Raises:
        Refusal: the line is the copy that an earlier version keeps.
    """
    line = found(session, BudgetLine, line_id)
    version = session.get_one(BudgetVersion, line.version_id)
    of_year = BudgetVersion.budget_year_id == version.budget_year_id
    newest = session.scalars(select(func.max(BudgetVersion.number)).where(of_year)).one()
    if version.number != newest:
        raise Refusal(
            f"Version {version.number} is kept as it was. Change “{line.name}” in version {newest}."
        )
    return line


def year_of(session: Session, line: BudgetLine) -> FinancialYear:
    """Return the financial year of a line's version."""
    version = session.get_one(BudgetVersion, line.version_id)
    return session.get_one(BudgetYear, version.budget_year_id).year
