"""The words that stand on every page with money on it."""

from __future__ import annotations

from pch_desktop.domain.budget_phases import NOTIONAL, printed
from pch_desktop.domain.period import Month
from pch_desktop.store.budget import YearRow

KEY = "Variance = budget − actual. (Brackets) mean overspent."
"""The key to the signs, printed on every finance page."""
SHADOW = f"{NOTIONAL}: no cash moves."


def marking(year: YearRow | None) -> str:
    """Return what must stand on each page of a year's budget: that nobody pays from it yet."""
    return NOTIONAL if year is None else printed(year.phase)


def heading(place: str, year: YearRow | None, month: Month) -> str:
    """Return what a page of money is of, and how it is read.

    The place, the year, the month and its last day, the version, the key to the
    signs, and that the money is notional while it is.
    """
    told = f"{place}, {month.financial_year}, month {month.number} (to {_last(month)})"
    if year is not None:
        told += f", version {year.version}, {year.status.value}"
    return f"{told}. {KEY} {SHADOW if marking(year) else ''}".rstrip()


def _last(month: Month) -> str:
    return f"{month.last.day} {month.words}"
