"""Making the next year's budget from this one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Method, Profile, is_spread, phased
from pch_desktop.domain.budget_years import carried_source
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import (
    BaselinePart,
    BudgetLine,
    BudgetMonth,
    BudgetVersion,
    BudgetYear,
)
from pch_desktop.models.budget_plan import (
    BudgetAdjustment,
    BudgetMonthShare,
    LineRate,
    Virement,
)
from pch_desktop.store.budget.lines import lines_of
from pch_desktop.store.budget.new_version import copied, copy_parts
from pch_desktop.store.budget.reversals import reverse_march
from pch_desktop.store.budget.rows import LineRow
from pch_desktop.store.budget.years import current_version, open_version

OWN: Mapping[str, object] = {
    "annual_pence": None,
    "non_recurrent_pence": 0,
    "board_total_pence": None,
    "board_total_source": None,
    "manual_forecast_pence": None,
    "method_reason": None,
    "commentary": None,
}
"""What belongs to the year it was said in and is not taken along."""


@dataclass(frozen=True, slots=True)
class NextYear:
    """What became of a year's lines in the next one."""

    version_id: int
    lines: int
    """How many were taken along."""
    left_out: tuple[str, ...]
    """The names of those whose funding ends with the year."""
    reversed: int
    """How many accruals and prepayments of March were taken back in April."""


def begin_next_year(session: Session, year: FinancialYear) -> NextYear:
    """Make the next year's budget as a draft from a year's newest version.

    Each line keeps its set-up and its order; its baseline is what of its current budget
    recurs: as it opened, with the service changes and virements that recur and without
    those that do not. What March owes is taken back in April.

    Raises:
        Refusal: the year has no budget, or the next year has one already.
    """
    old, after = current_version(session, year), year.plus(1)
    if old is None:
        raise Refusal(f"There is no budget of {year} yet. Add its lines first.")
    if current_version(session, after) is not None:
        raise Refusal(f"The budget of {after} is begun already. Change its lines there.")
    made = session.get_one(BudgetVersion, open_version(session, after))
    made.words = f"Begun from {year}, version {old.number}"
    for field in ("care_home_beds", "top_slice_share", "contingency_share"):
        setattr(made, field, getattr(old, field))
    _keep_phase(session, old, made)
    rows = lines_of(session, old, year.months[-1])
    ending = [row for row in rows if row.funded_to is not None and row.funded_to <= year.last]
    going = [row for row in rows if row not in ending]
    to = _take_along(session, going, (old, made), carried_source(year, old.number))
    _take_months(session, going, to, year)
    copy_parts(session, LineRate, to)
    session.flush()
    names = tuple(row.name for row in ending)
    return NextYear(made.id, len(going), names, reverse_march(session, after))


def _keep_phase(session: Session, old: BudgetVersion, made: BudgetVersion) -> None:
    was = session.get_one(BudgetYear, old.budget_year_id)
    session.get_one(BudgetYear, made.budget_year_id).phase = was.phase


def _take_along(
    session: Session,
    rows: Collection[LineRow],
    versions: tuple[BudgetVersion, BudgetVersion],
    source: str,
) -> Mapping[int, int]:
    """Add the lines with their baselines; return the new line of each old one."""
    old, made = versions
    passing = _passing(session, old)
    to: dict[int, int] = {}
    for row in rows:
        line = copied(session.get_one(BudgetLine, row.id), version_id=made.id, **OWN)
        if line.method is Method.MANUAL:
            line.method = Method.PROFILED
        session.add(line)
        session.flush()
        to[row.id] = line.id
        pence = _recurrent(row, passing)
        if pence is not None:
            session.add(BaselinePart(line_id=line.id, amount_pence=pence, source=source))
    session.flush()
    return to


def _recurrent(row: LineRow, passing: Mapping[int, int]) -> int | None:
    return None if row.annual_pence is None else row.annual_pence - passing.get(row.id, 0)


def _passing(session: Session, version: BudgetVersion) -> dict[int, int]:
    """Return what of a version's budgets ends with the year, by line, in pence."""
    adjusted = (
        select(BudgetAdjustment.line_id, func.sum(BudgetAdjustment.amount_pence))
        .join(BudgetLine, BudgetAdjustment.line_id == BudgetLine.id)
        .where(
            BudgetLine.version_id == version.id,
            BudgetAdjustment.approved_on.is_not(None),
            BudgetAdjustment.is_recurrent.is_(False),
        )
        .group_by(BudgetAdjustment.line_id)
    )
    found: dict[int, int] = dict(session.execute(adjusted).all())
    moved = select(Virement).where(Virement.version_id == version.id)
    for virement in session.scalars(moved.where(Virement.is_recurrent.is_(False))):
        for line_id, sign in ((virement.from_line_id, -1), (virement.to_line_id, 1)):
            found[line_id] = found.get(line_id, 0) + sign * virement.amount_pence
    return found


def _take_months(
    session: Session, rows: Collection[LineRow], to: Mapping[int, int], year: FinancialYear
) -> None:
    """Keep how the lines are spread: shares as they are, months by hand in proportion."""
    after = year.plus(1).months
    for row in rows:
        line_id = to[row.id]
        of_line = select(BaselinePart.amount_pence).where(BaselinePart.line_id == line_id)
        pence = session.scalar(of_line)
        is_by_hand = row.profile is Profile.MANUAL and is_spread(row.year.budget)
        if pence is None or not is_by_hand:
            continue
        months = zip(after, phased(pence, row.year.budget), strict=True)
        session.add_all(
            BudgetMonth(line_id=line_id, month=month, amount_pence=amount)
            for month, amount in months
        )
    shares = select(BudgetMonthShare).where(BudgetMonthShare.line_id.in_(to))
    for share in session.scalars(shares).all():
        session.add(copied(share, line_id=to[share.line_id], month=share.month.plus(12)))
