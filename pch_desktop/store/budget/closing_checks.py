"""Closing a month: what must be in order first, and the closing itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Basis, Method, Profile, Scope, Thresholds
from pch_desktop.domain.budget_closing import ASKED_FROM, ONLY_NAMED, ClosingCheck
from pch_desktop.domain.budget_phases import allows
from pch_desktop.domain.budget_plan import ClosingKind
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.standing import is_red
from pch_desktop.models.budget import Actual
from pch_desktop.models.budget_plan import MonthClosing
from pch_desktop.store import locality
from pch_desktop.store.budget.closing import closed_months, is_closed
from pch_desktop.store.budget.lines import budget_year, lines
from pch_desktop.store.budget.rows import LineRow

NAMED = 3
"""How many lines or months a sentence names."""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One thing looked at before a month is closed, and what is still waited for."""

    id: int
    check: ClosingCheck
    of: int
    """How many lines or months were looked at."""
    waiting: tuple[str, ...]
    """The names of the lines or months that are not in order, or rest on an estimate."""
    line_id: int | None
    """The first such line."""
    month: Month | None
    """The first such month."""

    @property
    def is_met(self) -> bool:
        """Whether it lets the month be closed."""
        return not self.waiting or self.check in ONLY_NAMED

    @property
    def named(self) -> str:
        """What is waited for, by name: the first three, and how many more."""
        more = f" and {len(self.waiting) - NAMED} more" if len(self.waiting) > NAMED else ""
        return ", ".join(self.waiting[:NAMED]) + more


def closing_checks(session: Session, month: Month) -> list[CheckRow]:
    """Return what is looked at before a month is closed, as its phase asks for it."""
    year = budget_year(session, month.financial_year)
    if year is None:
        return []
    rows = [row for row in lines(session, month) if row.scope is not Scope.OUT]
    asked = [
        check
        for check in ClosingCheck
        if check not in ASKED_FROM or allows(year.phase, ASKED_FROM[check])
    ]
    return [_check_row(session, check, rows, month) for check in asked]


def close_month(session: Session, month: Month, at: datetime) -> None:
    """Close a month: its actuals, entries, month budgets and activity stay as they are.

    Raises:
        Refusal: it is closed already, has no budget, or one of the checks does not pass.
    """
    must_be_ready(session, month)
    session.add(MonthClosing(month=month, kind=ClosingKind.CLOSED, at=at))


def must_be_ready(session: Session, month: Month) -> None:
    """Refuse what keeps a month from being closed, in the words of the first such thing.

    Raises:
        Refusal: it is closed already, has no budget, or one of the checks does not pass.
    """
    if is_closed(session, month):
        raise Refusal(f"{month.words} is closed already.")
    found = closing_checks(session, month)
    if not any(row.of for row in found if row.check is ClosingCheck.ACTUALS):
        raise Refusal(f"There is no budget of {month.financial_year} yet. Add its lines first.")
    waiting = [row for row in found if not row.is_met]
    if waiting:
        rest = f" {len(waiting) - 1} more of the checks wait." if len(waiting) > 1 else ""
        raise Refusal(
            f"{month.words} stays open until {waiting[0].check.value}. "
            f"Waited for: {waiting[0].named}.{rest}"
        )


def _check_row(
    session: Session, check: ClosingCheck, rows: Sequence[LineRow], month: Month
) -> CheckRow:
    at = list(ClosingCheck).index(check) + 1
    if check is ClosingCheck.EARLIER:
        before = _before(rows, month)
        shut = closed_months(session, month.financial_year)
        still = [each for each in before if each not in shut]
        names = tuple(each.words for each in still)
        return CheckRow(at, check, len(before), names, None, still[0] if still else None)
    found = list(_waiting(session, check, rows, month))
    return CheckRow(
        at, check, len(rows), tuple(row.name for row in found),
        found[0].id if found else None, None,
    )  # fmt: skip


def _waiting(
    session: Session, check: ClosingCheck, rows: Sequence[LineRow], month: Month
) -> Iterator[LineRow]:
    """Yield the lines that a check is about."""
    match check:
        case ClosingCheck.ACTUALS:
            yield from (row for row in rows if row.standing.month_actual is None)
        case ClosingCheck.BUDGETS:
            yield from (row for row in rows if row.annual_pence is None)
        case ClosingCheck.MONTHS:
            yield from (row for row in rows if _differs(row))
        case ClosingCheck.REASONS:
            yield from (row for row in rows if _is_unexplained(row))
        case ClosingCheck.COMMENTARY:
            at = locality.thresholds(session)
            yield from (row for row in rows if _is_red(row, at) and not row.commentary)
        case _:
            estimated = _estimated(session, month)
            yield from (row for row in rows if row.id in estimated)


def _is_red(row: LineRow, at: Thresholds) -> bool:
    return row.annual_pence is not None and is_red(row.standing, at)


def _differs(row: LineRow) -> bool:
    return row.profile is Profile.MANUAL and row.wanted_pence not in (None, row.opening_pence)


def _is_unexplained(row: LineRow) -> bool:
    told = row.manual_forecast_pence is not None and row.method_reason
    return row.method is Method.MANUAL and not told


def _estimated(session: Session, month: Month) -> frozenset[int]:
    query = select(Actual.line_id).where(
        Actual.month == month,
        Actual.basis == Basis.ESTIMATE,
        Actual.reverses_id.is_(None),  # What takes back an estimate estimates nothing.
    )
    return frozenset(session.scalars(query))


def _before(rows: Sequence[LineRow], month: Month) -> Sequence[Month]:
    """Return the months of the year before one, from the first that holds an actual on."""
    months = month.financial_year.months[: month.number - 1]
    known = [
        at for at in range(len(months)) if any(row.year.actual[at] is not None for row in rows)
    ]
    return months[known[0] :] if known else ()
