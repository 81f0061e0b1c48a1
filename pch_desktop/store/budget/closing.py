"""Which months are closed: a closed month keeps what the board has read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget_plan import ClosingKind
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget_plan import MonthClosing
from pch_desktop.models.history import RowChange, Step
from pch_desktop.store.records import cleaned

KEPT_CLOSED = ("actual", "service_month", "activity_part", "bed_month", "call_month")
"""The tables whose rows of a closed month stay as they are."""


@dataclass(frozen=True, slots=True)
class ClosingRow:
    """A month that was closed, or opened again."""

    id: int
    month: Month
    kind: ClosingKind
    at: datetime
    reason: str | None


def is_closed(session: Session, month: Month) -> bool:
    """Return whether a month is closed: the last that was done with it decides."""
    query = select(MonthClosing.kind).where(MonthClosing.month == month)
    last = session.scalar(query.order_by(MonthClosing.id.desc()).limit(1))
    return last is ClosingKind.CLOSED


def closed_months(session: Session, year: FinancialYear) -> frozenset[Month]:
    """Return the months of a year that are closed."""
    of_year = MonthClosing.month.in_(year.months)
    query = select(MonthClosing.month, MonthClosing.kind).where(of_year).order_by(MonthClosing.id)
    last = dict(session.execute(query).all())
    return frozenset(month for month, kind in last.items() if kind is ClosingKind.CLOSED)


def closings(session: Session) -> list[ClosingRow]:
    """Return all closings and reopenings, newest first."""
    query = select(
        MonthClosing.id, MonthClosing.month, MonthClosing.kind, MonthClosing.at, MonthClosing.reason
    )
    return [ClosingRow(*row) for row in session.execute(query.order_by(MonthClosing.id.desc()))]


@dataclass(frozen=True, slots=True)
class LoggedClosing:
    """A closing or reopening with who did it."""

    id: int
    month: Month
    kind: ClosingKind
    at: datetime
    who: str | None
    """None where the history's details were thinned out."""
    reason: str | None


def closing_log(session: Session) -> list[LoggedClosing]:
    """Return all closings and reopenings, newest first, with who did each by the history."""
    made = RowChange.table_name == MonthClosing.__tablename__, RowChange.before.is_(None)
    query = select(RowChange.row_id, Step.who).join(Step, RowChange.step_id == Step.id).where(*made)
    who = dict(session.execute(query.order_by(RowChange.id)).all())
    return [
        LoggedClosing(row.id, row.month, row.kind, row.at, who.get(row.id), row.reason)
        for row in closings(session)
    ]


def must_be_open(session: Session, month: Month) -> None:
    """Refuse a change that reaches into a closed month.

    Raises:
        Refusal: the month is closed.
    """
    if is_closed(session, month):
        raise Refusal(refusal_of(month))


def reopen_month(session: Session, month: Month, reason: str, at: datetime) -> None:
    """Open a closed month again.

    Raises:
        Refusal: no reason is given, or the month is not closed.
    """
    words = cleaned(reason)
    if words is None:
        raise Refusal(f"Enter why {month.words} is opened again.")
    if not is_closed(session, month):
        raise Refusal(f"{month.words} is open already.")
    session.add(MonthClosing(month=month, kind=ClosingKind.REOPENED, at=at, reason=words))


def must_keep_closed(session: Session) -> None:
    """Refuse a transaction that changed a month closed before it, whatever way it went.

    Imports write rows past the commands, and deleting a line takes its actuals
    along; the recorder's images tell what was touched all the same.

    Raises:
        Refusal: an actual or a service's activity of a closed month would change.
    """
    if session.scalar(select(MonthClosing.id).limit(1)) is None:
        return
    step_id = (session.scalar(select(func.max(Step.id))) or 0) + 1
    here = RowChange.step_id == step_id
    made_now = select(RowChange.row_id).where(here, RowChange.table_name == "month_closing")
    query = select(MonthClosing.month, MonthClosing.kind).where(MonthClosing.id.not_in(made_now))
    last = dict(session.execute(query.order_by(MonthClosing.id)).all())
    shut = {str(month) for month, kind in last.items() if kind is ClosingKind.CLOSED}
    touched: set[str | None] = set()
    for image in (RowChange.before, RowChange.after):
        months = select(func.json_extract(image, "$.month")).where(
            here, RowChange.table_name.in_(KEPT_CLOSED)
        )
        touched |= set(session.scalars(months.distinct()))
    for month in sorted(shut & {month for month in touched if month}):
        raise Refusal(refusal_of(Month.read(month)))


def refusal_of(month: Month) -> str:
    """Return the sentence that says a month is closed."""
    return f"{month.words} is closed. Reopen it, with a reason, to change it."
