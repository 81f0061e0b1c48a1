"""What must be in order before a month of the shadow budget is closed."""

from __future__ import annotations

from enum import Enum

from pch_desktop.domain.budget_phases import Right


class ClosingCheck(Enum):
    """One thing that is looked at, in the order in which it is put right."""

    ACTUALS = "every line in scope has an actual"
    BUDGETS = "every line in scope has a budget"
    MONTHS = "months by hand add up to their year"
    REASONS = "forecasts by hand have a reason"
    COMMENTARY = "red lines have a commentary"
    EARLIER = "earlier months are closed"
    ESTIMATES = "what rests on an estimate is named"


ASKED_FROM: dict[ClosingCheck, Right] = {
    ClosingCheck.BUDGETS: Right.RATE,
    ClosingCheck.MONTHS: Right.RATE,
    ClosingCheck.REASONS: Right.FORECAST,
    ClosingCheck.COMMENTARY: Right.RATE,
}
"""The right without which a check is not asked for; the others are asked for in every phase."""
ONLY_NAMED = frozenset({ClosingCheck.ESTIMATES})
"""What is named when a month is closed, and does not stop it."""
