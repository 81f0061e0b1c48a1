"""The percentages by which a line's year is spread over its months."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Profile
from pch_desktop.domain.money import apportion
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import BudgetLine
from pch_desktop.models.budget_plan import BudgetMonthShare
from pch_desktop.store.budget import shape
from pch_desktop.store.budget.years import current_version, open_line, year_of

WHOLE = 1_000_000
"""A hundred per cent, in the smallest part a share is kept in."""


@dataclass(frozen=True, slots=True)
class MonthShareRow:
    """The share of its year that a line has in a month."""

    id: int
    line_id: int
    month: Month
    share: Decimal


def month_shares_set(session: Session, version_id: int) -> list[MonthShareRow]:
    """Return the shares put in for a version's lines, by line and month."""
    query = (
        select(
            BudgetMonthShare.id,
            BudgetMonthShare.line_id,
            BudgetMonthShare.month,
            BudgetMonthShare.share,
        )
        .join(BudgetLine, BudgetMonthShare.line_id == BudgetLine.id)
        .where(BudgetLine.version_id == version_id)
        .order_by(BudgetLine.position, BudgetLine.id, BudgetMonthShare.month)
    )
    return [MonthShareRow(*row) for row in session.execute(query)]


def known_last_year(session: Session, year: FinancialYear) -> frozenset[int]:
    """Return the lines of a year that can be spread as the year before: all its months known."""
    version = current_version(session, year)
    if version is None:
        return frozenset()
    query = select(BudgetLine).where(
        BudgetLine.version_id == version.id, BudgetLine.profile == Profile.LAST_YEAR
    )
    lines = session.scalars(query).all()
    return frozenset(line.id for line in lines if shape.last_year_is_known(session, line, year))


def set_month_share(session: Session, line_id: int, month: Month, share: Decimal | None) -> None:
    """Set a month's share of a line's year; the line is then spread by percentage.

    Raises:
        Refusal: it is blank, or no share from 0% to 100% of four places.
    """
    if share is None or not 0 <= share <= 1 or share * WHOLE != int(share * WHOLE):
        raise Refusal("Enter the month's share of the year from 0% to 100%, such as 8.5%.")
    line = open_line(session, line_id)
    year = year_of(session, line)
    if month.financial_year != year:
        raise Refusal(f"{month.words} does not lie in {year}. Enter a month of that year.")
    shares = select(BudgetMonthShare.id).where(BudgetMonthShare.line_id == line.id)
    if line.profile is not Profile.PERCENT or session.scalars(shares).first() is None:
        _keep_shares(session, line)
        line.profile = Profile.PERCENT
    of_month = BudgetMonthShare.line_id == line.id, BudgetMonthShare.month == month
    kept = session.scalars(select(BudgetMonthShare).where(*of_month)).first()
    if kept is None:
        session.add(BudgetMonthShare(line_id=line.id, month=month, share=share))
    else:
        kept.share = share


def fit_shares(session: Session, line_id: int) -> None:
    """Let a line's shares add up to 100%, each changed in proportion.

    Raises:
        Refusal: all of them are nothing.
    """
    line = open_line(session, line_id)
    of_line = BudgetMonthShare.line_id == line.id
    kept = session.scalars(select(BudgetMonthShare).where(of_line)).all()
    weights = [int(row.share * WHOLE) for row in kept]
    if not any(weights):
        raise Refusal(f"No month of “{line.name}” has a share yet. Enter one, such as 8.5%.")
    for row, units in zip(kept, apportion(WHOLE, weights), strict=True):
        row.share = Decimal(units) / WHOLE


def _keep_shares(session: Session, line: BudgetLine) -> None:
    """Write the shares down as a line is now spread, so that one can be changed."""
    year = year_of(session, line)
    set_months = shape.by_hand(session, line.version_id, year)
    weights = shape.weights(session, [line], year, set_months)[line.id]
    parts = apportion(WHOLE, weights)
    session.execute(delete(BudgetMonthShare).where(BudgetMonthShare.line_id == line.id))
    session.add_all(
        BudgetMonthShare(line_id=line.id, month=month, share=Decimal(units) / WHOLE)
        for month, units in zip(year.months, parts, strict=True)
    )
    session.flush()
