"""How each line's budget comes about, before it is spread over months."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, bindparam, func, or_, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Build, Scope
from pch_desktop.domain.capitation import (
    FairShare,
    Growth,
    Kept,
    RateBase,
    by_rates_pence,
    fair_share,
    grown_pence,
    kept_back,
    per_head_pence,
)
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.population import Weighting
from pch_desktop.models.budget import BaselinePart, BudgetLine, BudgetVersion
from pch_desktop.models.budget_plan import BudgetAdjustment, LineRate
from pch_desktop.models.locality import ReferenceValue, Setting
from pch_desktop.store.budget.asked import Question
from pch_desktop.store.budget.people import People, WeightedPair, people, weighted_pairs

NET_UPLIFT = "budget_net_uplift"
"""The setting that cost uplift and efficiency are one net rate: yes or no."""


@dataclass(frozen=True, slots=True)
class Built:
    """How a line's budget comes about, in pence; None where a part of it is not known."""

    baseline_pence: int | None
    recurrent_pence: int | None
    growth: Growth | None
    """The rates that hold on 1 April; None where one that is named has no value then."""
    grown_pence: int | None
    by_rates_pence: int | None
    fair_share: FairShare | None
    weighted: WeightedPair | None
    """The people its fair share goes by."""
    built_pence: int | None
    """By the line's own way of building, without service changes."""
    adjustment_pence: int
    """The approved changes of service together."""


@dataclass(frozen=True, slots=True)
class CapitatedSum:
    """A year's sum: what it comes to, what is kept back of it, and for each person."""

    kept: Kept | None
    """None where a line in scope has no budget: the sum is not known then."""
    top_slice_share: Decimal | None
    contingency_share: Decimal | None
    people: People

    @property
    def per_head_pence(self) -> int | None:
        """The operating sum for each registered person."""
        return (
            per_head_pence(self.kept.operating_pence, self.people.registered) if self.kept else None
        )

    @property
    def per_weighted_head_pence(self) -> int | None:
        """The operating sum for each weighted person."""
        return (
            per_head_pence(self.kept.operating_pence, self.people.weighted) if self.kept else None
        )


@dataclass(frozen=True, slots=True)
class _Ground:
    """What lines are built on: read once for all of them."""

    rates: Mapping[str, Decimal]
    pairs: Mapping[Weighting, WeightedPair]
    people: People | None
    is_net: bool


@dataclass(frozen=True, slots=True)
class Material:
    """What a line is built of."""

    baseline_pence: int | None
    adjustment_pence: int
    rates: Collection[tuple[str, RateBase]]
    ground: _Ground


def built(
    session: Session, version: BudgetVersion, year: FinancialYear, lines: Collection[BudgetLine]
) -> Mapping[int, Built]:
    """Return how the lines of a version come about, by line."""
    found = materials(session, version, year, lines)
    return {line.id: build(line, found[line.id]) for line in lines}


def materials(
    session: Session, version: BudgetVersion, year: FinancialYear, lines: Collection[BudgetLine]
) -> Mapping[int, Material]:
    """Return what the lines of a version are built of, by line."""
    baselines = baselines_of(session, version)
    adjustments = approved(session, version.id)
    by_line = _line_rates(session, version.id)
    ground = _ground(session, version, year, (lines, by_line))
    return {
        line.id: Material(
            baselines.get(line.id),
            adjustments.get(line.id, 0),
            by_line.get(line.id, ()),
            ground,
        )
        for line in lines
    }


def baselines_of(session: Session, version: BudgetVersion) -> Mapping[int, int]:
    """Return the baselines of a version's lines in pence, by line."""
    year = None if version.baseline_year is None else str(version.baseline_year)
    return dict(BASELINES.ask(session, version=version.id, year=year))


def counts(year: FinancialYear | BindParameter[Any] | None) -> ColumnElement[bool]:
    """Return the condition that a part counts for a version with a baseline of a year.

    It was entered as one sum, whatever its year, or its year is the version's, or it has none.
    """
    return or_(
        BaselinePart.year.is_(None),
        BaselinePart.practice_id.is_(None),
        BaselinePart.year == year,
    )


BASELINES = Question(
    select(BaselinePart.line_id, func.sum(BaselinePart.amount_pence))
    .join(BudgetLine, BaselinePart.line_id == BudgetLine.id)
    .where(BudgetLine.version_id == bindparam("version"), counts(bindparam("year")))
    .group_by(BaselinePart.line_id)
)
ADJUSTMENTS = Question(
    select(BudgetAdjustment.line_id, func.sum(BudgetAdjustment.amount_pence))
    .join(BudgetLine, BudgetAdjustment.line_id == BudgetLine.id)
    .where(BudgetLine.version_id == bindparam("version"), BudgetAdjustment.approved_on.is_not(None))
    .group_by(BudgetAdjustment.line_id)
)
RATES = Question(
    select(LineRate.line_id, LineRate.rate_key, LineRate.base)
    .join(BudgetLine, LineRate.line_id == BudgetLine.id)
    .where(BudgetLine.version_id == bindparam("version"))
    .order_by(LineRate.id)
)


def approved(session: Session, version_id: int) -> Mapping[int, int]:
    """Return the approved changes of service of a version in pence, by line."""
    return dict(ADJUSTMENTS.ask(session, version=version_id))


def rates_on_april(session: Session, year: FinancialYear) -> Mapping[str, Decimal]:
    """Return the dated rates that hold on the year's first day, by key."""
    day = year.first
    query = (
        select(ReferenceValue.key, ReferenceValue.value)
        .where(
            ReferenceValue.valid_from <= day,
            or_(ReferenceValue.valid_to.is_(None), ReferenceValue.valid_to >= day),
        )
        .order_by(ReferenceValue.valid_from)
    )
    return dict(session.execute(query).all())


def is_net_uplift(session: Session) -> bool:
    """Tell whether this locality takes cost uplift and efficiency as one net rate."""
    return session.scalar(select(Setting.value).where(Setting.key == NET_UPLIFT)) == "yes"


def capitated_sum(
    session: Session, version: BudgetVersion, month: Month, annuals: Iterable[int | None]
) -> CapitatedSum:
    """Return what a version's sum comes to.

    Args:
        annuals: the budgets of the lines in scope, income below zero.
    """
    known = list(annuals)
    whole = [pence for pence in known if pence is not None]
    kept = None
    if whole and len(whole) == len(known):
        shares = (version.top_slice_share, version.contingency_share)
        kept = kept_back(sum(whole), *(share or Decimal(0) for share in shares))
    return CapitatedSum(
        kept,
        version.top_slice_share,
        version.contingency_share,
        people(session, version, month.financial_year),
    )


def is_counted(scope: Scope) -> bool:
    """Tell whether lines of a scope are part of the sum."""
    return scope is not Scope.OUT


def _ground(
    session: Session,
    version: BudgetVersion,
    year: FinancialYear,
    asked: tuple[Collection[BudgetLine], Mapping[int, object]],
) -> _Ground:
    """Return what lines are built on; what no line asks for is not read."""
    lines, by_line = asked
    grows = any(_keys(line) for line in lines)
    shares = any(line.board_total_pence is not None for line in lines)
    return _Ground(
        rates_on_april(session, year) if grows or by_line else {},
        weighted_pairs(session, year) if shares else {},
        people(session, version, year) if by_line else None,
        is_net_uplift(session) if grows else False,
    )


def _keys(line: BudgetLine) -> list[str]:
    keys = (line.demographic_key, line.non_demographic_key, line.uplift_key, line.efficiency_key)
    return [key for key in keys if key]


def build(line: BudgetLine, of: Material) -> Built:
    """Return how a line comes about from what it is built of."""
    baseline, ground = of.baseline_pence, of.ground
    recurrent = None if baseline is None else baseline - line.non_recurrent_pence
    growth = _growth(line, ground.rates)
    grown = None
    if recurrent is not None and growth is not None:
        grown = grown_pence(recurrent, growth, is_net=ground.is_net)
    by_rates = _by_rates(of.rates, ground)
    pair = ground.pairs.get(line.weighted_by)
    fair = _fair(line, grown, pair)
    ways = {
        Build.BASELINE: recurrent,
        Build.GROWTH: grown,
        Build.FAIR_SHARE: fair.budget_pence if fair else None,
        Build.RATES: by_rates,
    }
    made = ways[line.build]
    return Built(
        baseline, recurrent, growth, grown, by_rates, fair, pair, made, of.adjustment_pence
    )


def _growth(line: BudgetLine, rates: Mapping[str, Decimal]) -> Growth | None:
    if any(key not in rates for key in _keys(line)):
        return None

    def rate(key: str | None) -> Decimal:
        return rates[key] if key else Decimal(0)

    return Growth(
        rate(line.demographic_key),
        rate(line.non_demographic_key),
        rate(line.uplift_key),
        rate(line.efficiency_key),
    )


def _by_rates(rates: Collection[tuple[str, RateBase]], ground: _Ground) -> int | None:
    if not rates or ground.people is None:
        return None
    found: list[tuple[Decimal, Decimal]] = []
    for key, base in rates:
        counted = _counted(ground.people, base)
        if key not in ground.rates or counted is None:
            return None
        found.append((ground.rates[key], counted))
    return by_rates_pence(found)


def _counted(of: People, base: RateBase) -> Decimal | None:
    match base:
        case RateBase.REGISTERED:
            return None if of.registered is None else Decimal(of.registered)
        case RateBase.WEIGHTED:
            return of.weighted
        case RateBase.BEDS:
            return None if of.care_home_beds is None else Decimal(of.care_home_beds)


def _fair(line: BudgetLine, current: int | None, pair: WeightedPair | None) -> FairShare | None:
    total = line.board_total_pence
    if total is None or current is None or pair is None or pair.boards is None:
        return None
    return fair_share(current, total, (pair.ours, pair.boards), line.pace_share or Decimal(0))


def _line_rates(
    session: Session, version_id: int
) -> Mapping[int, Collection[tuple[str, RateBase]]]:
    found: dict[int, list[tuple[str, RateBase]]] = defaultdict(list)
    for line_id, key, base in RATES.ask(session, version=version_id):
        found[line_id].append((key, RateBase(base)))
    return found
