"""What was agreed on sharing a year's gain or loss, and all a reckoning rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Scope
from pch_desktop.domain.budget_share import (
    DrawRule,
    PoolEntryKind,
    QualityMode,
    ShareAdjustmentKind,
    ShareBaseline,
)
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.settling import Adjusted, Inputs, LinePart, Measured
from pch_desktop.domain.sharing import Measure, Terms
from pch_desktop.domain.splitting import RiskPool, SplitBy
from pch_desktop.models.budget import BudgetYear
from pch_desktop.models.budget_share import (
    QualityMeasure,
    RiskPoolEntry,
    ShareAdjustment,
    ShareScheme,
)
from pch_desktop.models.partners import Partner
from pch_desktop.store.budget.lines import budget_year, lines
from pch_desktop.store.budget.rows import LineRow, YearRow
from pch_desktop.store.budget.takers import TakerRow, takers, with_provided


@dataclass(frozen=True, slots=True)
class SchemeRow:
    """What was agreed for a year."""

    id: int
    year: FinancialYear
    baseline: ShareBaseline
    growth_share: Decimal | None
    terms: Terms
    quality_mode: QualityMode
    quality_threshold: int
    split_by: SplitBy
    draw_rule: DrawRule
    review_months: int
    agreed_on: date | None
    minute_reference: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A quality measure of a scheme."""

    id: int
    name: str
    weight: int
    met_share: Decimal | None
    source: str | None


@dataclass(frozen=True, slots=True)
class ShareAdjustmentRow:
    """What a scheme adds to budget and spending beside its lines."""

    id: int
    name: str
    kind: ShareAdjustmentKind
    budget_pence: int
    actual_pence: int
    source: str | None


@dataclass(frozen=True, slots=True)
class PoolEntryRow:
    """Money put into the risk pool or drawn from it."""

    id: int
    kind: PoolEntryKind
    month: Month
    amount_pence: int
    partner: str | None
    words: str | None
    minute_reference: str | None


@dataclass(frozen=True, slots=True)
class ShareFacts:
    """All a year's reckoning rests on but its lines, as known for a month."""

    month: Month
    year: YearRow
    scheme: SchemeRow
    measures: Sequence[MeasureRow]
    adjustments: Sequence[ShareAdjustmentRow]
    takers: Sequence[TakerRow]
    pool: RiskPool
    prior_pence: int | None


def scheme(session: Session, year: FinancialYear) -> SchemeRow | None:
    """Return what was agreed for a year, or None while nothing was."""
    found = kept_scheme(session, year)
    return None if found is None else _scheme_row(found, year)


def kept_scheme(session: Session, year: FinancialYear) -> ShareScheme | None:
    """Return the record of a year's scheme, to be changed."""
    query = (
        select(ShareScheme)
        .join(BudgetYear, ShareScheme.budget_year_id == BudgetYear.id)
        .where(BudgetYear.year == year)
    )
    return session.scalars(query).first()


def measures(session: Session, scheme_id: int) -> list[MeasureRow]:
    """Return a scheme's quality measures, as they were entered."""
    query = (
        select(QualityMeasure)
        .where(QualityMeasure.scheme_id == scheme_id)
        .order_by(QualityMeasure.id)
    )
    return [
        MeasureRow(each.id, each.name, each.weight, each.met_share, each.source)
        for each in session.scalars(query)
    ]


def share_adjustments(session: Session, scheme_id: int) -> list[ShareAdjustmentRow]:
    """Return what a scheme adds beside its lines, as it was entered."""
    query = (
        select(ShareAdjustment)
        .where(ShareAdjustment.scheme_id == scheme_id)
        .order_by(ShareAdjustment.id)
    )
    return [
        ShareAdjustmentRow(
            each.id, each.name, each.kind, each.budget_pence, each.actual_pence, each.source
        )
        for each in session.scalars(query)
    ]


def pool_entries(session: Session, year: FinancialYear) -> list[PoolEntryRow]:
    """Return what moved a year's risk pool, by month."""
    query = (
        select(RiskPoolEntry, Partner.name)
        .join(BudgetYear, RiskPoolEntry.budget_year_id == BudgetYear.id)
        .outerjoin(Partner, RiskPoolEntry.partner_id == Partner.id)
        .where(BudgetYear.year == year)
        .order_by(RiskPoolEntry.month, RiskPoolEntry.id)
    )
    return [
        PoolEntryRow(
            each.id, each.kind, each.month, each.amount_pence, partner, each.words,
            each.minute_reference,
        )
        for each, partner in session.execute(query)
    ]  # fmt: skip


def risk_pool(session: Session, month: Month) -> RiskPool:
    """Return the risk pool of a month's year, at the month's end."""
    query = (
        select(RiskPoolEntry.kind, func.sum(RiskPoolEntry.amount_pence))
        .join(BudgetYear, RiskPoolEntry.budget_year_id == BudgetYear.id)
        .where(BudgetYear.year == month.financial_year, RiskPoolEntry.month <= month)
        .group_by(RiskPoolEntry.kind)
    )
    found: dict[PoolEntryKind, int] = dict(session.execute(query).all())
    return RiskPool(*(found.get(kind, 0) for kind in PoolEntryKind))


def share_facts(session: Session, month: Month) -> ShareFacts | None:
    """Return what a month's reckoning rests on beside the lines; None without a scheme."""
    year = budget_year(session, month.financial_year)
    agreed = None if year is None else scheme(session, year.year)
    if year is None or agreed is None:
        return None
    prior = None
    if agreed.baseline is ShareBaseline.PRIOR_YEAR:
        prior = _cost(lines(session, month.financial_year.plus(-1).months[-1]))
    return ShareFacts(
        month,
        year,
        agreed,
        measures(session, agreed.id),
        share_adjustments(session, agreed.id),
        takers(session, agreed.id, year.year),
        risk_pool(session, month),
        prior,
    )


def inputs_of(facts: ShareFacts, found: Sequence[LineRow], measured: Measured) -> Inputs:
    """Return all a reckoning rests on, from what was agreed and the lines of its month."""
    agreed = facts.scheme
    shared = in_share(found)
    return Inputs(
        year=str(facts.year.year),
        month=str(facts.month),
        phase=facts.year.phase,
        measured=measured,
        baseline=agreed.baseline,
        growth_share=agreed.growth_share,
        prior_pence=facts.prior_pence,
        lines=tuple(line_part(line, measured) for line in shared),
        adjustments=tuple(
            Adjusted(each.kind, each.name, each.budget_pence, each.actual_pence)
            for each in facts.adjustments
        ),
        terms=agreed.terms,
        quality_mode=agreed.quality_mode,
        quality_threshold=agreed.quality_threshold,
        measures=tuple(Measure(each.name, each.weight, each.met_share) for each in facts.measures),
        split_by=agreed.split_by,
        takers=tuple(each.taker for each in with_provided(facts.takers, provided(shared))),
        draw_rule=agreed.draw_rule,
        pool=facts.pool,
    )


def in_share(found: Sequence[LineRow]) -> list[LineRow]:
    """Return the lines in scope that count in the share."""
    return [line for line in found if line.is_in_share and line.scope is not Scope.OUT]


def line_part(line: LineRow, measured: Measured) -> LinePart:
    """Return a line's budget and spending; the forecast is the one of its position."""
    sign = -1 if line.is_income else 1
    spent = line.standing.outturn if line.annual_pence is not None else None
    if measured is Measured.ACTUAL:
        spent = _sum(line.year.actual)
    annual = line.annual_pence
    return LinePart(
        line.name,
        None if annual is None else sign * line.standing.annual,
        None if spent is None else sign * spent,
    )


def provided(found: Sequence[LineRow]) -> Mapping[str, int]:
    """Return the budget of the lines each partner provides for, by its name, where all is known."""
    sums: dict[str, int] = {}
    for line in found:
        if line.provider is not None and line.annual_pence is not None and not line.is_income:
            sums[line.provider] = sums.get(line.provider, 0) + line.standing.annual
    return sums


def _cost(found: Sequence[LineRow]) -> int | None:
    """Return what the lines in the share cost in their year; None where a month is not known."""
    spent = [line_part(line, Measured.ACTUAL).spent_pence for line in in_share(found)]
    return _sum(spent) if spent else None


def _sum(amounts: Sequence[int | None]) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if len(known) == len(amounts) else None


def _scheme_row(found: ShareScheme, year: FinancialYear) -> SchemeRow:
    return SchemeRow(
        id=found.id,
        year=year,
        baseline=found.baseline,
        growth_share=found.growth_share,
        terms=terms_of(found),
        quality_mode=found.quality_mode,
        quality_threshold=found.quality_threshold,
        split_by=SplitBy(found.split_rule, found.second_rule, found.second_share),
        draw_rule=found.draw_rule,
        review_months=found.review_months,
        agreed_on=found.agreed_on,
        minute_reference=found.minute_reference,
        note=found.note,
    )


def terms_of(found: ShareScheme) -> Terms:
    """Return the terms a scheme's record holds."""
    return Terms(
        found.gain_share,
        found.loss_share,
        found.deadband_share,
        found.deadband_mode,
        found.cap_gain_share,
        found.cap_loss_share,
        found.cap_basis,
    )
