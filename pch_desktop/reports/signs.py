"""The words that stand on every page with money on it."""

from __future__ import annotations

from pch_desktop.domain.budget_phases import NOTIONAL, printed
from pch_desktop.store.budget import YearRow

KEY = "Variance = budget − actual. (Brackets) mean overspent."
"""The key to the signs, printed on every finance page."""
SHADOW = f"{NOTIONAL}: no cash moves."


def marking(year: YearRow | None) -> str:
    """Return what must stand on each page of a year's budget: that nobody pays from it yet."""
    return NOTIONAL if year is None else printed(year.phase)
