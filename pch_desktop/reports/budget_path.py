"""How far the shadow budget is from plan as the year goes, and where it may end.

The Overview and the full chart draw from the same rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.budget import Scope, variance_pence
from pch_desktop.domain.money import rounded
from pch_desktop.domain.period import MONTHS, Month
from pch_desktop.domain.standing import Standing
from pch_desktop.reports.signs import KEY
from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.trends import money_rows
from pch_desktop.reports.words import written
from pch_desktop.store.budget import LineRow


@dataclass(frozen=True, slots=True)
class PathRow:
    """One month of the year, all lines together, in pence; None where it is not known."""

    id: int
    month: Month
    budget: int | None
    actual: int | None
    variance: int | None
    date_variance: int | None
    """The variance from April to this month."""
    forecast: int | None
    """On the way from the last month known to the forecast outturn."""
    worst: int | None
    """As the forecast, if each line ended as dear as any method says."""
    best: int | None


def _thousands(key: str, title: str, meaning: str) -> Column[PathRow]:
    def value(row: PathRow) -> int | None:
        return getattr(row, key)

    return Column(key, title, value, Kind.THOUSANDS, help=meaning, width=11)


PATH: tuple[Column[PathRow], ...] = (
    Column("month", "Month", lambda row: row.month.words, width=18),
    _thousands("budget", "Budget £000", "All lines in scope that have a budget."),
    _thousands("actual", "Actual £000", "Blank where a line's actual is not known."),
    _thousands("variance", "Variance £000", KEY),
    _thousands("date_variance", "So far £000", "The variance from April on."),
    _thousands("forecast", "Forecast £000", "The way to the forecast outturn."),
    _thousands("worst", "At worst £000", "If each line ended at its highest forecast."),
    _thousands("best", "At best £000", "If each line ended at its lowest forecast."),
)


def cumulative_variance(lines: Sequence[LineRow], month: Month) -> list[PathRow]:
    """Return the twelve months of a year with the variance so far and its forecast.

    Lines out of scope or without a budget are left out. Nothing is known from
    the first month on in which a line's actual is missing; the forecast sets
    out from the month before.
    """
    counted = [
        line for line in lines if line.scope is not Scope.OUT and line.annual_pence is not None
    ]
    rows = money_rows(counted, month)
    known = [row for row in rows if row.date_variance is not None]
    start, reached = (known[-1].id, known[-1].date_variance or 0) if known else (0, 0)
    ways = [_way(start, reached, end) for end in _ends(counted)]
    return [
        PathRow(
            row.id,
            row.month,
            row.budget,
            row.actual,
            row.variance,
            row.date_variance,
            *(way[row.id - 1] for way in ways),
        )
        for row in rows
    ]


def _ends(lines: Sequence[LineRow]) -> tuple[int | None, int | None, int | None]:
    """Return the variance the year ends with as forecast, at worst and at best."""
    found = [line.standing for line in lines]
    if any(now.outturn is None for now in found):
        return None, None, None
    return (
        sum(now.outturn_variance or 0 for now in found),
        sum(_extreme(now, is_best=False) for now in found),
        sum(_extreme(now, is_best=True) for now in found),
    )


def _extreme(now: Standing, *, is_best: bool) -> int:
    outturn = now.highest if is_best == now.is_income else now.lowest
    return variance_pence(now.annual, outturn or 0, now.is_income)


def _way(start: int, reached: int, end: int | None) -> list[int | None]:
    """Return the straight way from a month's end to the year's, month by month."""
    if end is None or start == MONTHS:
        return [None] * MONTHS
    return [
        None
        if number < start
        else reached + rounded(Decimal(end - reached) * (number - start) / (MONTHS - start))
        for number in range(1, MONTHS + 1)
    ]


def path_finding(rows: Sequence[PathRow]) -> str:
    """Return the sentence on where the money is and where it is going."""
    known = [row for row in rows if row.date_variance is not None]
    if not rows:
        return "No budget has been set yet."
    ending = rows[-1].forecast
    if not known:
        return f"No actual is complete for {rows[0].month.words} yet."
    last = known[-1]
    if ending is None:
        return f"{_side(last.date_variance or 0)} at the end of {last.month.words}."
    return (
        f"{_side(last.date_variance or 0)} at the end of {last.month.words}; "
        f"forecast to end the year {_side(ending).lower()}."
    )


def path_words(rows: Sequence[PathRow]) -> str:
    """Return the numbers behind the line, for those who do not see it."""
    known = [row for row in rows if row.date_variance is not None]
    said = [f"{row.month.words[:3]} {written(row.date_variance, Kind.MONEY)}" for row in known]
    if rows and rows[-1].forecast is not None:
        last = rows[-1]
        said.append(
            f"March forecast {written(last.forecast, Kind.MONEY)}, at worst "
            f"{written(last.worst, Kind.MONEY)}, at best {written(last.best, Kind.MONEY)}"
        )
    return "Variance so far: " + "; ".join(said) if said else "Nothing is known yet"


def _side(pence: int) -> str:
    return f"{written(abs(pence), Kind.MONEY)} {'under' if pence >= 0 else 'over'} budget"
