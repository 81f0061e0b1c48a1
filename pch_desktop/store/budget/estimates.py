"""What stands in for an actual that is late: an accrual by profile and run rate."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Basis, Scope
from pch_desktop.domain.budget_ledger import estimate_pence
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import Actual
from pch_desktop.store.budget.ledger import add_accrual
from pch_desktop.store.budget.lines import lines

NOTE = "Estimated: the month's profile times the run rate of the latest months known"


def accrue_missing(session: Session, month: Month) -> int:
    """Accrue an estimate for each line without an actual for a month; return how many.

    The month then comes to the estimate: what takes back the month before is made
    up for. A line of which no month before is known is left not known.

    Raises:
        Refusal: no line is without an actual, or nothing is known to go by.
    """
    late = [
        line
        for line in lines(session, month)
        if line.scope is not Scope.OUT and line.standing.month_actual is None
    ]
    if not late:
        raise Refusal(f"Every line has an actual for {month.words}.")
    made = 0
    for line in late:
        pence = estimate_pence(line.year.budget, line.year.actual, month.number)
        if pence is None:
            continue
        amount = pence - _taken_back(session, line.id, month)
        if amount < 0:
            continue  # More came back than was spent: nobody owes that.
        fields = {"basis": Basis.ESTIMATE, "is_provisional": True, "note": NOTE}
        add_accrual(session, line.id, month, amount, fields)
        made += 1
    if not made:
        raise Refusal(
            f"No line without an actual for {month.words} has a month before it to go by. "
            "Enter an amount."
        )
    return made


def _taken_back(session: Session, line_id: int, month: Month) -> int:
    query = select(func.coalesce(func.sum(Actual.amount_pence), 0)).where(
        Actual.line_id == line_id, Actual.month == month, Actual.reverses_id.is_not(None)
    )
    return session.scalar(query) or 0
