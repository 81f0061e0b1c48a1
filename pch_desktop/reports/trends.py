"""How the figures moved: the money month by month, the lists day by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pch_desktop.domain.budget import Scope, variance_pence
from pch_desktop.domain.period import Month
from pch_desktop.domain.standing import cumulative
from pch_desktop.reports.lists import LIST_DAYS, ListDayRow, list_days
from pch_desktop.reports.signs import KEY, marking
from pch_desktop.reports.table import Chart, Column, Kind, Shape, Table
from pch_desktop.reports.words import plural, written
from pch_desktop.store import budget, population
from pch_desktop.store.budget import LineRow
from pch_desktop.store.shared import Reads

FEWEST = 3
"""How many points make a line worth drawing."""


@dataclass(frozen=True, slots=True)
class MonthRow:
    """All lines together in one month, in pence; None where a line is not known."""

    id: int
    month: Month
    budget: int | None
    actual: int | None
    variance: int | None
    date_budget: int | None
    date_actual: int | None
    date_variance: int | None
    forecast_variance: int | None
    """Where the year is forecast to end, and where that forecast sets out from."""


MONTHS: tuple[Column[MonthRow], ...] = (
    Column("month", "Month", lambda row: f"{row.month.words[:3]} {row.month.year % 100:02d}",
           width=12),
    Column("budget", "Month budget", lambda row: row.budget, Kind.THOUSANDS, width=13,
           band="Month £000"),
    Column("actual", "Month actual", lambda row: row.actual, Kind.THOUSANDS, width=13,
           band="Month £000"),
    Column("variance", "Month variance", lambda row: row.variance, Kind.THOUSANDS, width=13,
           band="Month £000", formula="{budget}-{actual}", help=KEY),
    Column("date_budget", "YTD budget", lambda row: row.date_budget, Kind.THOUSANDS, width=13,
           band="Year to date £000"),
    Column("date_actual", "YTD actual", lambda row: row.date_actual, Kind.THOUSANDS, width=13,
           band="Year to date £000"),
    Column("date_variance", "YTD variance", lambda row: row.date_variance, Kind.THOUSANDS,
           width=13, band="Year to date £000", formula="{date_budget}-{date_actual}", help=KEY),
    Column("forecast_variance", "Forecast variance", lambda row: row.forecast_variance,
           Kind.THOUSANDS, width=17, band="Forecast £000",
           help="The year's end as forecast, and where the forecast sets out from."),
)  # fmt: skip
"""The columns of the money by month."""


def money_rows(lines: Sequence[LineRow], month: Month) -> list[MonthRow]:
    """Return a year's months, all lines in scope together; what follows the month is not known.

    Income is taken off spending. A month of which a line is not known is not
    known, nor is any year to date after it.
    """
    counted = [line for line in lines if line.scope is not Scope.OUT]
    if not counted:
        return []
    budgets = [_of_month(counted, number, is_actual=False) for number in range(12)]
    actuals = [_of_month(counted, number, is_actual=True) for number in range(month.number)]
    actuals += [None] * (12 - month.number)
    to_date = (cumulative(budgets), cumulative(actuals))
    rows = zip(month.financial_year.months, budgets, actuals, *to_date, strict=True)
    outturn = _outturn_variance(counted)
    return [
        MonthRow(
            number,
            each,
            budgeted,
            actual,
            _variance(budgeted, actual),
            date_budget,
            date_actual,
            _variance(date_budget, date_actual),
            _forecast(number, month, _variance(date_budget, date_actual), outturn),
        )
        for number, (each, budgeted, actual, date_budget, date_actual) in enumerate(rows, start=1)
    ]


def _of_month(lines: Sequence[LineRow], number: int, *, is_actual: bool) -> int | None:
    total = 0
    for line in lines:
        pence = line.year.actual[number] if is_actual else line.year.budget[number]
        if pence is None or (line.annual_pence is None and not is_actual):
            return None
        total += -pence if line.is_income else pence
    return total


def _variance(budgeted: int | None, actual: int | None) -> int | None:
    return None if budgeted is None or actual is None else variance_pence(budgeted, actual)


def _outturn_variance(lines: Sequence[LineRow]) -> int | None:
    total = 0
    for line in lines:
        variance = line.standing.outturn_variance
        if variance is None or line.annual_pence is None:
            return None
        total += variance
    return total


def _forecast(number: int, month: Month, reached: int | None, outturn: int | None) -> int | None:
    """Return the forecast's two ends: the variance reached, and the one the year ends with."""
    if number == 12 > month.number:
        return outturn
    return reached if number == month.number and outturn is not None else None


def money(file: Reads, month: Month) -> Table[MonthRow]:
    """Return the shadow budget month by month, with the line of its variance to date."""
    rows = money_rows(file.read(budget.lines, month), month)
    year = file.read(budget.budget_year, month.financial_year)
    subtitle = f"£000. {month.financial_year}, all lines together. {KEY}"
    return Table("By month", MONTHS, rows, subtitle, _money_charts(rows), marking=marking(year))


def _money_charts(rows: Sequence[MonthRow]) -> tuple[Chart, ...]:
    known = [row for row in rows if row.date_variance is not None]
    if len(known) < FEWEST:
        return ()
    title = money_finding(known)
    numbers = "; ".join(
        f"{row.month.words[:3]} {written(row.date_variance, Kind.MONEY)}" for row in known
    )
    alt_text = f"Line of the variance to date, month by month. {title} {numbers}."[:400]
    drawn = ("date_variance", "forecast_variance")
    return tuple(
        Chart(Shape.LINES, "month", drawn, title, alt_text, on=on) for on in ("Summary", "Finance")
    )


def money_finding(known: Sequence[MonthRow]) -> str:
    """Return the sentence on where the variance to date is going."""
    now, before = known[-1].date_variance or 0, known[-2].date_variance or 0
    side = "under" if now >= 0 else "over"
    amount = written(abs(now), Kind.MONEY)
    moved = written(abs(now - before), Kind.MONEY)
    way = "better" if now >= before else "worse"
    return f"{amount} {side} budget after {plural(len(known), 'month')}, {moved} {way} than before."


def people(file: Reads, month: Month) -> Table[ListDayRow]:
    """Return the lists day by day up to a month's end, with what moved between them."""
    rows = list_days(
        file.read(population.list_totals),
        file.read(population.practices, month),
        file.read(population.transfers),
        month.last,
    )
    notes = ("People moved between lists by a merger or closure are no growth.",)
    subtitle = "People on the lists that served each day, by every practice's latest count."
    return Table("Lists", LIST_DAYS, rows, subtitle, _people_charts(rows), notes)


def _people_charts(rows: Sequence[ListDayRow]) -> tuple[Chart, ...]:
    if len(rows) < FEWEST or len({row.practices for row in rows}) > 1:
        return ()
    first, last = rows[0], rows[-1]
    growth = last.without_transfers - first.without_transfers
    way = "more" if growth >= 0 else "fewer"
    day = written(first.day, Kind.DATE)
    title = f"{abs(growth):,} {way} people registered than on {day}."
    moved = last.moved_so_far
    if moved:
        title = f"{title[:-1]}, beside {abs(moved):,} moved {'in' if moved > 0 else 'away'}."
    alt_text = (
        f"Line of people registered on {len(rows)} days. {title} {first.people:,} then, "
        f"{last.people:,} on {written(last.day, Kind.DATE)}."
    )
    series = ("people", "without") if moved else ("people",)
    return (Chart(Shape.LINES, "day", series, title, alt_text, on="Population"),)
