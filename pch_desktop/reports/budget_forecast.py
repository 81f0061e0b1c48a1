"""What each way of looking ahead makes of a line's year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pch_desktop.domain.budget import Method, forecast_pence
from pch_desktop.domain.budget_risks import adjusted_pence
from pch_desktop.domain.period import Month
from pch_desktop.reports.budget_risks import (
    adjustment,
    adjustment_words,
    by_line,
    effect_pence,
    whole_sum,
)
from pch_desktop.reports.budget_standing import StandingRow, finance, finding
from pch_desktop.reports.signs import KEY
from pch_desktop.reports.table import Chart, Column, Kind, Shape, Table, Total
from pch_desktop.reports.words import listed, shown, written
from pch_desktop.store import budget
from pch_desktop.store.budget import RiskRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

BY = "Forecast outturn by method £000"
USED = "As used £000"
ADJUSTED = "Risks £000"
OTHERS = "Risks of no one line"
MEANINGS = {
    Method.STRAIGHT_LINE: "Straight line",
    Method.RUN_RATE: "Run rate",
    Method.REMAINING_BUDGET: "Remaining",
    Method.PROFILED: "Profile",
    Method.TREND: "Trend",
    Method.MANUAL: "By hand",
}
HELP = {
    Method.STRAIGHT_LINE: "The months known, carried on at their mean.",
    Method.RUN_RATE: "The months known, then the mean of the last three for each month left.",
    Method.REMAINING_BUDGET: "The months known, then the budget of each month left.",
    Method.PROFILED: "The year's budget by what was spent of the budget so far.",
    Method.TREND: "The months known, then a straight line through them carried on.",
    Method.MANUAL: "Put in by hand, with a reason.",
}


@dataclass(frozen=True, slots=True)
class ForecastRow:
    """A line with its outturn by each method, in pence; None where it cannot be known."""

    id: int
    name: str
    sector: str
    known_months: int | None
    by_method: tuple[int | None, ...]
    row: StandingRow | None
    """The line's row of the finance table; None for the risks of no one line."""
    risks: int | None = 0
    """What its weighted risks add to the cost, less its weighted mitigations."""

    @property
    def method(self) -> str | None:
        """The method whose outturn is used."""
        return shown(self.row.line.method.value) if self.row else None

    @property
    def annual(self) -> int | None:
        """The year's budget; nothing where it is no line."""
        return self.row.annual if self.row else 0

    @property
    def outturn(self) -> int | None:
        """The outturn used."""
        return self.row.outturn if self.row else 0

    @property
    def outturn_variance(self) -> int | None:
        """Of the full year, as forecast."""
        return self.row.outturn_variance if self.row else 0

    @property
    def spread(self) -> int | None:
        """How far the methods lie apart."""
        if self.row is None:
            return 0
        now = self.row.line.standing
        return None if now.lowest is None or now.highest is None else now.highest - now.lowest

    @property
    def effect(self) -> int | None:
        """What its risks do to the variance: favourable positive."""
        return effect_pence(self.risks)

    @property
    def adjusted(self) -> int | None:
        """The outturn with the weighted risks and mitigations of the line."""
        return adjusted_pence(self.outturn, [self.risks])


def forecast_rows(
    rows: Sequence[StandingRow], month: Month, risks: Sequence[RiskRow] = ()
) -> list[ForecastRow]:
    """Return each line's forecasts from the months known up to a month.

    Risks of no line that is shown stand in a row of their own, the last.
    """
    of_line = by_line(risks)
    made = [_forecast_row(row, month, _weighted(of_line.get(row.line.name, ()))) for row in rows]
    names = {row.line.name for row in rows}
    others = [risk for line, found in of_line.items() if line not in names for risk in found]
    if others:
        nothing = (0,) * (len(Method) - 1)
        made.append(ForecastRow(0, OTHERS, "", None, (*nothing, None), None, _weighted(others)))
    return made


def _weighted(risks: Sequence[RiskRow]) -> int | None:
    return whole_sum(risk.weighted_pence for risk in risks)


def _forecast_row(row: StandingRow, month: Month, risks: int | None) -> ForecastRow:
    line = row.line
    known = line.year.known(month.number)
    sign = line.sign
    found = [
        forecast_pence(method, line.year.budget, known, line.manual_forecast_pence)
        for method in Method
    ]
    if line.annual_pence is None:
        found = [None] * len(found)
    signed = tuple(None if pence is None else sign * pence for pence in found)
    return ForecastRow(row.id, row.name, row.sector, len(known), signed, row, risks)


def _method(method: Method) -> Column[ForecastRow]:
    at = list(Method).index(method)
    return Column(
        method.name.lower(),
        MEANINGS[method],
        lambda row: row.by_method[at],
        Kind.THOUSANDS,
        Total.NONE if method is Method.MANUAL else Total.SUM,
        BY,
        help=HELP[method],
        width=8,
    )


KEYS = {method: method.name.lower() for method in Method}
CALCULATED = ",".join(f"{{{KEYS[method]}}}" for method in Method if method is not Method.MANUAL)
APART = f"MAX({CALCULATED},{{outturn}})-MIN({CALCULATED},{{outturn}})"
CHOSEN = (
    "".join(f'IF({{method}}="{shown(method.value)}",{{{KEYS[method]}}},' for method in Method)
    + f"0{')' * len(Method)}"
)
"""How a workbook takes the outturn from the method that is named beside it."""
FORECASTS: tuple[Column[ForecastRow], ...] = (
    Column("name", "Budget line", lambda row: row.name, width=30),
    Column("known", "Months", lambda row: row.known_months, Kind.COUNT, width=8,
           help="Months with an actual from April on, without a gap."),
    *(_method(method) for method in Method),
    Column("method", "Forecast by", lambda row: row.method, Kind.WORD,
           words=listed(Method), width=20, help="The method whose outturn is used."),
    Column("annual", "Budget", lambda row: row.annual, Kind.THOUSANDS, Total.SUM, USED,
           width=7),
    Column("outturn", "Outturn", lambda row: row.outturn, Kind.THOUSANDS, Total.SUM, USED,
           formula=CHOSEN, formula_of=lambda row: CHOSEN if row.row else "",
           help="By the method chosen.", width=7),
    Column("outturn_variance", "Variance", lambda row: row.outturn_variance, Kind.THOUSANDS,
           Total.SUM, USED, formula="{annual}-{outturn}", help=KEY, width=7),
    Column("spread", "Spread", lambda row: row.spread, Kind.THOUSANDS, Total.SUM, USED,
           formula=APART, formula_of=lambda row: APART if row.known_months else "", width=6,
           help="The highest forecast less the lowest: how far the outturn is in doubt."),
    Column("risks", "Risks", lambda row: row.effect, Kind.THOUSANDS, Total.SUM, ADJUSTED, width=6,
           help="Weighted risks and mitigations together. (Brackets) make it worse."),
    Column("adjusted", "With risks", lambda row: row.adjusted, Kind.THOUSANDS, Total.SUM,
           ADJUSTED, formula="{outturn}-{risks}", width=8,
           help="The outturn and what its risks add. Not known where a risk lacks a figure."),
)  # fmt: skip
"""The range of forecasts, line by line."""


def forecast(file: Reads, month: Month) -> Table[ForecastRow]:
    """Return the range of forecasts, with the bars of the variance that is forecast."""
    found = finance(file, month)
    risks = file.read(budget.risks, month.financial_year)
    rows = forecast_rows(list(found.rows), month, risks)
    subtitle = f"£000. {month.financial_year}, month {month.number}. What each method makes of it."
    notes = (KEY, *_spread_words(rows), *adjustment_words(adjustment(found.rows, risks)))
    known = found.rows and rows
    return Table(
        "Forecast",
        FORECASTS,
        rows if known else (),
        subtitle,
        _charts(found.rows),
        notes,
        found.marking,
    )


def _spread_words(rows: Sequence[ForecastRow]) -> tuple[str, ...]:
    known = [row.spread for row in rows if row.spread is not None]
    if not known:
        return ()
    return (f"Spread: the methods lie {written(sum(known), Kind.MONEY)} apart, line by line.",)


def _charts(rows: Sequence[StandingRow]) -> tuple[Chart, ...]:
    known = [row for row in rows if row.outturn_variance is not None]
    if not known:
        return ()
    extremes = sorted(known, key=lambda row: row.outturn_variance or 0)
    numbers = "; ".join(
        f"{row.name} {written(row.outturn_variance, Kind.MONEY)}"
        for row in (*extremes[:2], extremes[-1])
    )
    said = finding(rows)
    alt_text = f"Bars of forecast variance by budget line. {said} {numbers}."[:400]
    bars = ("outturn_variance",)
    return (Chart(Shape.BARS, "name", bars, said, alt_text, first=len(rows), on="Finance"),)
