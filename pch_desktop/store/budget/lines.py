"""The lines of the shadow budget as people read them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Phase, Profile, phased
from pch_desktop.domain.budget_rates import LINE_KEYS
from pch_desktop.domain.period import MONTHS, FinancialYear, Month
from pch_desktop.domain.standing import Year, standing
from pch_desktop.domain.virements import Move, moved
from pch_desktop.domain.worked_out import WorkedOut
from pch_desktop.models.budget import BaselinePart, BudgetLine, BudgetVersion, BudgetYear
from pch_desktop.models.population import Practice
from pch_desktop.store.budget import shape
from pch_desktop.store.budget.asked import Question
from pch_desktop.store.budget.building import (
    Built,
    CapitatedSum,
    Material,
    build,
    built,
    capitated_sum,
    counts,
    is_counted,
    materials,
)
from pch_desktop.store.budget.line_told import LINES, told_line
from pch_desktop.store.budget.rows import LineRow, PartRow, YearRow
from pch_desktop.store.budget.years import current_version

EACH_PART = (
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
    .where(BudgetLine.version_id == bindparam("version"), counts(bindparam("year")))
    .order_by(BudgetLine.position, BudgetLine.id, Practice.code)
)
PARTS = Question(EACH_PART)
LINE_PARTS = Question(EACH_PART.where(BudgetLine.id == bindparam("line")))
NOTHING = (None,) * MONTHS
"""The twelve months of a line of which nothing is known."""
ROWS: WorkedOut[LineRow] = WorkedOut()


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
        version.words,
        version.submitted_on,
        version.minute_reference,
    )


def lines(session: Session, month: Month) -> list[LineRow]:
    """Return the lines of a month's year in their order, as they stand at the month's end."""
    version = current_version(session, month.financial_year)
    return [] if version is None else lines_of(session, version, month)


def lines_of(session: Session, version: BudgetVersion, month: Month) -> list[LineRow]:
    """Return the lines of a version in their order, as they stand at a month's end."""
    year = month.financial_year
    found = [told_line(row) for row in LINES.ask(session, version=version.id)]
    plain = [line for line, _ in found]
    set_months = shape.by_hand(session, version.id, year)
    made_of = materials(session, version, year, plain)
    weights = shape.weights(session, plain, year, set_months)
    moves = shape.moves(session, version.id)
    actuals = shape.spent_by_month(session, version.id, year)
    return [
        ROWS.of(
            line.id,
            _row,
            (line, provider, made_of[line.id]),
            (set_months.get(line.id), weights[line.id]),
            (month, actuals.get(line.id, NOTHING), moves.get(line.id, ())),
        )
        for line, provider in found
    ]


def annual_sum(session: Session, month: Month) -> CapitatedSum | None:
    """Return a year's capitated sum, or None where the year has no budget."""
    version = current_version(session, month.financial_year)
    if version is None:
        return None
    counted = [line for line in lines_of(session, version, month) if is_counted(line.scope)]
    signed = [
        -line.annual_pence if line.is_income and line.annual_pence else line.annual_pence
        for line in counted
    ]
    return capitated_sum(session, version, month, signed)


def parts(session: Session, version_id: int, line_id: int | None = None) -> list[PartRow]:
    """Return the parts of a version's baselines, or of one line's: of its baseline year or none."""
    version = session.get_one(BudgetVersion, version_id)
    year = None if version.baseline_year is None else str(version.baseline_year)
    if line_id is None:
        found = PARTS.ask(session, version=version_id, year=year)
    else:
        found = LINE_PARTS.ask(session, version=version_id, year=year, line=line_id)
    return [
        PartRow(part, line, code, name, of and FinancialYear.read(of), pence, source)
        for part, line, code, name, of, pence, source in found
    ]


def opening_of(session: Session, line: BudgetLine) -> int | None:
    """Return what a line's year opens with: as set, else as built, and its service changes."""
    version = session.get_one(BudgetVersion, line.version_id)
    year = session.get_one(BudgetYear, version.budget_year_id).year
    made_of = built(session, version, year, [line])[line.id]
    meant = line.annual_pence if line.annual_pence is not None else made_of.built_pence
    return None if meant is None else meant + made_of.adjustment_pence


@dataclass(frozen=True, slots=True)
class _Opened:
    """A line's budget as its version opened, in pence, and the weights it is spread by."""

    months: tuple[int, ...]
    annual_pence: int | None
    weights: tuple[int, ...]


def _opened(
    line: BudgetLine,
    year: FinancialYear,
    made_of: Built,
    spread: tuple[Mapping[Month, int] | None, tuple[int, ...]],
) -> _Opened:
    set_months, weights = spread
    annual = line.annual_pence if line.annual_pence is not None else made_of.built_pence
    if annual is not None:
        annual += made_of.adjustment_pence
    months = phased(annual or 0, weights)
    if line.profile is Profile.MANUAL and set_months:
        months = tuple(set_months.get(each, 0) for each in year.months)
        annual = sum(months)
    return _Opened(months, annual, weights)


def _row(
    of: tuple[BudgetLine, str | None, Material],
    spread: tuple[Mapping[Month, int] | None, tuple[int, ...]],
    since: tuple[Month, tuple[int | None, ...], Collection[Move]],
) -> LineRow:
    line, provider, material = of
    month, actuals, moves = since
    made_of = build(line, material)
    opened = _opened(line, month.financial_year, made_of, spread)
    budget, virement_pence = moved(opened.months, moves, opened.weights)
    opening = opened.annual_pence
    whole_year = Year(
        budget,
        actuals,
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
        baseline_pence=made_of.baseline_pence,
        annual_pence=None if opening is None else opening + virement_pence,
        year=whole_year,
        standing=standing(whole_year, month.number),
        opening_pence=opening,
        virement_pence=virement_pence,
        build=line.build,
        built=made_of,
        reason_out=line.reason_out,
        funding_source=line.funding_source,
        funded_to=line.funded_to,
        is_in_share=line.is_in_share,
        rate_keys=tuple(getattr(line, column) for column in LINE_KEYS.values()),
        board_total_pence=line.board_total_pence,
        board_total_source=line.board_total_source,
        pace_share=line.pace_share,
    )
