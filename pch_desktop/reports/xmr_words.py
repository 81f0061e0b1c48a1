"""What a control chart says, in columns and sentences made by rule."""

from __future__ import annotations

from pch_desktop.domain.spc import Limits, Rule
from pch_desktop.domain.spc_points import Point
from pch_desktop.domain.spc_verdict import Change, rule_of
from pch_desktop.reports.table import Column, Kind, Value
from pch_desktop.reports.words import plural
from pch_desktop.reports.xmr import MonthSeries, XmrRow, known, standing

RULES = "outside the limits; 7 rising or falling; 2 of 3 near a limit; 7 on one side of the mean"
CHANGES = {
    Change.IMPROVEMENT: "A real improvement",
    Change.CONCERN: "A real change for the worse",
    Change.NEUTRAL: "A real change",
    Change.COMMON: "No real change",
}
WHY = {
    Rule.TREND: "7 months in a row rise or fall",
    Rule.NEAR: "2 of 3 months lie near a limit",
    Rule.SHIFT: "7 months or more lie on one side of the mean",
}
MOST_NAMED = 4


def xmr_columns(series: MonthSeries) -> tuple[Column[XmrRow], ...]:
    """Return the columns of a series on a control chart."""

    def mark(name: str) -> Column[XmrRow]:
        def value(row: XmrRow) -> Value:
            return None if row.point is None else series.mark(getattr(row.point.limits, name))

        title = {"mean": "Mean", "lower": "Lower limit", "upper": "Upper limit"}[name]
        return Column(name, title, value, series.mark_kind, width=12)

    def figure(row: XmrRow) -> Value:
        if row.point is None:
            return None
        value = row.point.value
        return int(value) if series.kind is Kind.COUNT else series.mark(value)

    return (
        Column("month", "Month", lambda row: row.month.words, width=18),
        Column("value", series.name, figure, series.kind, width=16),
        *map(mark, ("mean", "lower", "upper")),
        Column("words", "What it tells", lambda row: row.words, width=34),
    )


def xmr_finding(series: MonthSeries, rows: list[XmrRow]) -> str:
    """Return the sentence on whether the latest month has really changed."""
    told = known(rows)
    if not told:
        return f"{series.name}: no month is known yet"
    row, point = told[-1]
    value = f"{series.words(point.value)} in {row.month.words}"
    if point.limits.is_trial:
        months = plural(point.limits.points, "month")
        return f"{series.name}: {months} are too few to tell; {value}"
    change = row.variation.change if row.variation else Change.COMMON
    said = f"{CHANGES[change]} in {series.within}: {value}{_why(series, point)}"
    met = standing(series, point.limits)
    return f"{said}; target {met}" if met else said


def xmr_alt_text(series: MonthSeries, rows: list[XmrRow]) -> str:
    """Return the finding and its numbers, for those who do not see the chart."""
    told = known(rows)
    if not told:
        return f"Control chart by month. {xmr_finding(series, rows)}."
    special = [row for row, _ in told if row.is_special][-MOST_NAMED:]
    named = "; ".join(f"{row.month.words} {row.words}" for row in special)
    mean = f"Mean {series.words(told[-1][1].limits.mean)}, {_between(series, told[-1][1].limits)}."
    said = f"Control chart of {plural(len(told), 'month')}. {xmr_finding(series, rows)}. {mean}"
    return f"{said} No chance: {named}." if named else said


def xmr_source(series: MonthSeries, rows: list[XmrRow]) -> str:
    """Return how limits were made and which rules were looked at."""
    told = known(rows)
    said = ["Limits: mean ± 2.66 × mean moving range"]
    if series.method.baseline:
        said.append(f"of the first {series.method.baseline} months")
    if series.method.leaves_outliers_out:
        said.append("outlying moving ranges left out")
    first = f"{', '.join(said)}. Rules: {RULES}."
    last = told[-1][1].limits if told else None
    few = f" Too few points: trial limits of {last.points}." if last and last.is_trial else ""
    why = "".join(f" New limits from {month.words}: {reason}."
                  for month, reason in series.rebased.items())  # fmt: skip
    return f"{first}{few}{why}"


def _why(series: MonthSeries, point: Point) -> str:
    rule = rule_of(point)
    if rule is None:
        return f", within {_between(series, point.limits)}"
    if rule is Rule.OUTSIDE:
        return f", outside {_between(series, point.limits)}"
    return f"; {WHY[rule]}"


def _between(series: MonthSeries, limits: Limits) -> str:
    return f"limits {series.words(limits.lower)} to {series.words(limits.upper)}"
