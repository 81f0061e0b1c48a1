"""The lines of the shadow budget as people read them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import (
    ContractForm,
    Controllability,
    Method,
    Phase,
    Profile,
    Scope,
    VersionStatus,
    month_shares,
    phased,
)
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.population import Weighting
from pch_desktop.domain.services import Focus
from pch_desktop.domain.standing import Standing, Year, standing
from pch_desktop.models.budget import (
    Actual,
    BaselinePart,
    BudgetLine,
    BudgetMonth,
    BudgetVersion,
    BudgetYear,
)
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Practice
from pch_desktop.store.budget.years import current_version

Months = Mapping[int, Mapping[Month, int]]
"""Pence by line and month."""


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year's budget at hand: its phase and the version shown."""

    id: int
    year: FinancialYear
    phase: Phase
    version_id: int
    version: int
    status: VersionStatus
    baseline_year: FinancialYear | None
    approved_on: date | None


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of the shadow budget, with where it stands at the end of a month."""

    id: int
    code: str | None
    name: str
    sector: Sector
    scope: Scope
    payer: str | None
    provider: str | None
    contract_form: ContractForm | None
    controllability: Controllability | None
    weighted_by: Weighting
    is_income: bool
    non_recurrent_pence: int
    set_annual_pence: int | None
    """The year's budget as it was set; None where the baseline stands for it."""
    profile: Profile
    method: Method
    manual_forecast_pence: int | None
    method_reason: str | None
    focus: Focus | None
    owner: str | None
    commentary: str | None
    baseline_pence: int | None
    annual_pence: int | None
    """The year's budget: as set, else the recurrent baseline; None where neither is known."""
    year: Year
    standing: Standing


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of a line's baseline, with where it came from."""

    id: int
    line_id: int
    practice_code: str | None
    practice: str | None
    year: FinancialYear | None
    amount_pence: int
    source: str | None


def budget_year(session: Session, year: FinancialYear) -> YearRow | None:
    """Return a year's budget and its newest version, or None where there is none."""
    version = current_version(session, year)
    if version is None:
        return None
    phase = session.scalar(select(BudgetYear.phase).where(BudgetYear.year == year))
    return YearRow(
        version.budget_year_id,
        year,
        phase or Phase.SHADOW,
        version.id,
        version.number,
        version.status,
        version.baseline_year,
        version.approved_on,
    )


def lines(session: Session, month: Month) -> list[LineRow]:
    """Return the lines of a month's year in their order, as they stand at the month's end."""
    year = month.financial_year
    version = current_version(session, year)
    if version is None:
        return []
    baselines = _baselines(session, version)
    by_hand = _by_month(session, BudgetMonth, version.id, year)
    actuals = _by_month(session, Actual, version.id, year)
    query = (
        select(BudgetLine, Partner.name)
        .outerjoin(Partner, BudgetLine.provider_id == Partner.id)
        .where(BudgetLine.version_id == version.id)
        .order_by(BudgetLine.position, BudgetLine.id)
    )
    return [
        _row(line, provider, baselines.get(line.id), (month, by_hand[line.id], actuals[line.id]))
        for line, provider in session.execute(query)
    ]


def parts(session: Session, version_id: int, line_id: int | None = None) -> list[PartRow]:
    """Return the parts of a version's baselines, or of one line's: of its baseline year or none."""
    version = session.get_one(BudgetVersion, version_id)
    query = (
        select(
            BaselinePart.id,
            BaselinePart.line_id,
            Practice.code,
            Practice.name,
            BaselinePart.year,
            BaselinePart.amount_pence,
            BaselinePart.source,
        )
        .join(BudgetLine, BaselinePart.line_id == BudgetLine.id)
        .outerjoin(Practice, BaselinePart.practice_id == Practice.id)
        .where(BudgetLine.version_id == version_id, _counts(version))
        .order_by(BudgetLine.position, BudgetLine.id, Practice.code)
    )
    if line_id is not None:
        query = query.where(BudgetLine.id == line_id)
    return [PartRow(*row) for row in session.execute(query)]


def annual_of(session: Session, line: BudgetLine) -> int | None:
    """Return a line's budget for the year: as set, else its recurrent baseline, else None."""
    if line.annual_pence is not None:
        return line.annual_pence
    version = session.get_one(BudgetVersion, line.version_id)
    baseline = _baselines(session, version).get(line.id)
    return None if baseline is None else baseline - line.non_recurrent_pence


def _counts(version: BudgetVersion) -> Any:
    """Return the condition that a part counts: its year is the version's, or it has none."""
    return or_(BaselinePart.year.is_(None), BaselinePart.year == version.baseline_year)


def _baselines(session: Session, version: BudgetVersion) -> dict[int, int]:
    query = (
        select(BaselinePart.line_id, func.sum(BaselinePart.amount_pence))
        .join(BudgetLine, BaselinePart.line_id == BudgetLine.id)
        .where(BudgetLine.version_id == version.id, _counts(version))
        .group_by(BaselinePart.line_id)
    )
    return dict(session.execute(query).all())


def _by_month(
    session: Session, kind: type[BudgetMonth | Actual], version_id: int, year: FinancialYear
) -> Months:
    of_version = select(BudgetLine.id).where(BudgetLine.version_id == version_id)
    query = (
        select(kind.line_id, kind.month, func.sum(kind.amount_pence))
        .where(kind.month.between(year.months[0], year.months[-1]), kind.line_id.in_(of_version))
        .group_by(kind.line_id, kind.month)
    )
    found: dict[int, dict[Month, int]] = defaultdict(dict)
    for line_id, month, pence in session.execute(query):
        found[line_id][month] = pence
    return found


def _row(
    line: BudgetLine,
    provider: str | None,
    baseline_pence: int | None,
    months: tuple[Month, Mapping[Month, int], Mapping[Month, int]],
) -> LineRow:
    month, by_hand, actuals = months
    annual = line.annual_pence
    if annual is None and baseline_pence is not None:
        annual = baseline_pence - line.non_recurrent_pence
    year = month.financial_year
    budget = phased(annual or 0, month_shares(line.profile, year))
    if line.profile is Profile.MANUAL and by_hand:
        budget = tuple(by_hand.get(each, 0) for each in year.months)
        annual = sum(budget)
    whole_year = Year(
        budget,
        tuple(actuals.get(each) for each in year.months),
        line.method,
        line.manual_forecast_pence,
        line.is_income,
    )
    return LineRow(
        id=line.id,
        code=line.code,
        name=line.name,
        sector=line.sector,
        scope=line.scope,
        payer=line.payer,
        provider=provider,
        contract_form=line.contract_form,
        controllability=line.controllability,
        weighted_by=line.weighted_by,
        is_income=line.is_income,
        non_recurrent_pence=line.non_recurrent_pence,
        set_annual_pence=line.annual_pence,
        profile=line.profile,
        method=line.method,
        manual_forecast_pence=line.manual_forecast_pence,
        method_reason=line.method_reason,
        focus=line.focus,
        owner=line.owner,
        commentary=line.commentary,
        baseline_pence=baseline_pence,
        annual_pence=annual,
        year=whole_year,
        standing=standing(whole_year, month.number),
    )
