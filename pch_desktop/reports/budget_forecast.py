"""What each way of looking ahead makes of a line's year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pch_desktop.domain.budget import Method, forecast_pence
from pch_desktop.domain.period import Month
from pch_desktop.reports.budget import StandingRow
from pch_desktop.reports.signs import KEY
from pch_desktop.reports.table import Column, Kind, Total
from pch_desktop.reports.words import listed, shown

BY = "Forecast outturn by method £000"
USED = "As used £000"
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
    known_months: int
    by_method: tuple[int | None, ...]
    row: StandingRow

    @property
    def spread(self) -> int | None:
        """How far the methods lie apart."""
        now = self.row.line.standing
        return None if now.lowest is None or now.highest is None else now.highest - now.lowest


def forecast_rows(rows: Sequence[StandingRow], month: Month) -> list[ForecastRow]:
    """Return each line's forecasts from the months known up to a month."""
    return [_forecast_row(row, month) for row in rows]


def _forecast_row(row: StandingRow, month: Month) -> ForecastRow:
    line = row.line
    known = line.year.known(month.number)
    sign = -1 if line.is_income else 1
    found = [
        forecast_pence(method, line.year.budget, known, line.manual_forecast_pence)
        for method in Method
    ]
    if line.annual_pence is None:
        found = [None] * len(found)
    signed = tuple(None if pence is None else sign * pence for pence in found)
    return ForecastRow(row.id, row.name, row.sector, len(known), signed, row)


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
        width=10,
    )


FORECASTS: tuple[Column[ForecastRow], ...] = (
    Column("name", "Budget line", lambda row: row.name, width=30),
    Column("known", "Months", lambda row: row.known_months, Kind.COUNT, width=8,
           help="Months with an actual from April on, without a gap."),
    *(_method(method) for method in Method),
    Column("method", "Forecast by", lambda row: shown(row.row.line.method.value), Kind.WORD,
           words=listed(Method), width=20, help="The method whose outturn is used."),
    Column("annual", "Budget", lambda row: row.row.annual, Kind.THOUSANDS, Total.SUM, USED,
           width=7),
    Column("outturn", "Outturn", lambda row: row.row.outturn, Kind.THOUSANDS, Total.SUM, USED,
           formula="by the method", width=7),
    Column("outturn_variance", "Variance", lambda row: row.row.outturn_variance, Kind.THOUSANDS,
           Total.SUM, USED, formula="{annual}-{outturn}", help=KEY, width=7),
    Column("spread", "Spread", lambda row: row.spread, Kind.THOUSANDS, Total.SUM, USED,
           formula="highest less lowest", width=6,
           help="The highest forecast less the lowest: how far the outturn is in doubt."),
)  # fmt: skip
"""The range of forecasts, line by line."""
