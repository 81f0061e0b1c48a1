"""How lines are spread over months, and what moved between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from decimal import Decimal

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Profile, is_spread, month_shares
from pch_desktop.domain.period import MONTHS, FinancialYear, Month
from pch_desktop.domain.virements import Move
from pch_desktop.models.budget import Actual, BudgetLine, BudgetMonth
from pch_desktop.models.budget_plan import BudgetMonthShare, Virement
from pch_desktop.store.budget.asked import Question
from pch_desktop.store.budget.years import current_version

MILLION = 1_000_000
OF_VERSION = select(BudgetLine.id).where(BudgetLine.version_id == bindparam("version"))
BY_HAND = Question(
    select(BudgetMonth.line_id, BudgetMonth.month, BudgetMonth.amount_pence).where(
        BudgetMonth.month.between(bindparam("first"), bindparam("last")),
        BudgetMonth.line_id.in_(OF_VERSION),
    )
)
MOVES = Question(
    select(Virement.from_line_id, Virement.to_line_id, Virement.amount_pence, Virement.month)
    .where(Virement.version_id == bindparam("version"))
    .order_by(Virement.number)
)
SPENT = Question(
    select(Actual.line_id, Actual.month, func.sum(Actual.amount_pence))
    .where(Actual.month.between(bindparam("first"), bindparam("last")))
    .group_by(Actual.month, Actual.line_id)
    # Chosen among the sums, and as a sum itself, so that the entries are read by the index
    # that holds all that is asked, and not line by line.
    .having(
        func.count(Actual.id) > func.count(Actual.reverses_id),
        (Actual.line_id + 0).in_(OF_VERSION),
    )
)
ByMonth = Mapping[Month, int]
Months = Mapping[int, ByMonth]
"""Pence by line and month."""


def spent(session: Session, version_id: int, year: FinancialYear) -> Months:
    """Return what a version's lines cost in the months that are known.

    A month that holds nothing but the reversal of an accrual is not known yet.
    """
    return _by_line(SPENT, session, version_id, year)


def spent_by_month(
    session: Session, version_id: int, year: FinancialYear
) -> Mapping[int, tuple[int | None, ...]]:
    """Return what a version's lines cost month by month, April first; None where not known."""
    months = [str(month) for month in year.months]
    place = {month: at for at, month in enumerate(months)}
    found: dict[int, list[int | None]] = {}
    bound = {"version": version_id, "first": months[0], "last": months[-1]}
    for line_id, month, pence in SPENT.ask(session, **bound):
        if line_id not in found:
            found[line_id] = [None] * MONTHS
        found[line_id][place[month]] = pence
    return {line_id: tuple(each) for line_id, each in found.items()}


def by_hand(session: Session, version_id: int, year: FinancialYear) -> Months:
    """Return the months' budgets that were set by hand."""
    return _by_line(BY_HAND, session, version_id, year)


def moves(session: Session, version_id: int) -> Mapping[int, Collection[Move]]:
    """Return what virements add to the lines of a version, or take from them, by line."""
    found: dict[int, list[Move]] = defaultdict(list)
    for source, target, pence, month in MOVES.ask(session, version=version_id):
        number = Month.read(month).number
        found[source].append(Move(-pence, number))
        found[target].append(Move(pence, number))
    return found


def weights(
    session: Session, lines: Collection[BudgetLine], year: FinancialYear, set_months: Months
) -> Mapping[int, tuple[int, ...]]:
    """Return the twelve weights each line is spread by, April first.

    Args:
        lines: of one version.
        year: the version's year.
        set_months: the months' budgets that were set by hand.
    """
    profiles = {line.profile for line in lines}
    shares: Mapping[int, tuple[int, ...]] = {}
    before: Mapping[str, tuple[int, ...]] = {}
    if Profile.PERCENT in profiles:
        shares = _shares(session, lines, year)
    if Profile.LAST_YEAR in profiles:
        before = _last_year(session, year)
    found: dict[int, tuple[int, ...]] = {}
    for line in lines:
        match line.profile:
            case Profile.PERCENT:
                given = shares.get(line.id, ())
            case Profile.LAST_YEAR:
                given = before.get(line.name.casefold(), ())
            case Profile.MANUAL if line.id in set_months:
                given = tuple(set_months[line.id].get(month, 0) for month in year.months)
            case _:
                given = ()
        found[line.id] = month_shares(line.profile, year, given)
    return found


def last_year_is_known(session: Session, line: BudgetLine, year: FinancialYear) -> bool:
    """Tell whether a line can be spread as last year: its twelve months then are known."""
    return is_spread(_last_year(session, year).get(line.name.casefold(), ()))


def _shares(
    session: Session, lines: Collection[BudgetLine], year: FinancialYear
) -> Mapping[int, tuple[int, ...]]:
    ids = [line.id for line in lines if line.profile is Profile.PERCENT]
    query = select(BudgetMonthShare.line_id, BudgetMonthShare.month, BudgetMonthShare.share)
    found: dict[int, dict[Month, Decimal]] = defaultdict(dict)
    for line_id, month, share in session.execute(query.where(BudgetMonthShare.line_id.in_(ids))):
        found[line_id][month] = share
    return {
        line_id: tuple(int(months.get(month, 0) * MILLION) for month in year.months)
        for line_id, months in found.items()
    }


def _last_year(session: Session, year: FinancialYear) -> Mapping[str, tuple[int, ...]]:
    """Return the months of the year before, by the lines' names, where all twelve are known."""
    before = year.plus(-1)
    version = current_version(session, before)
    if version is None:
        return {}
    spent_then = spent(session, version.id, before)
    names = select(BudgetLine.id, BudgetLine.name).where(BudgetLine.version_id == version.id)
    return {
        name.casefold(): tuple(known[month] for month in before.months)
        for line_id, name in session.execute(names)
        if len(known := spent_then.get(line_id, {})) == len(before.months)
    }


def _by_line(question: Question, session: Session, version_id: int, year: FinancialYear) -> Months:
    months = {str(month): month for month in year.months}
    first, *_, last = months
    found: dict[int, dict[Month, int]] = defaultdict(dict)
    for line_id, month, pence in question.ask(session, version=version_id, first=first, last=last):
        found[line_id][months[month]] = pence
    return found
