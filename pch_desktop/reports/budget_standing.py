"""The finance table: where each line stands, the same on the screen, in the workbook, on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.budget import (
    Phase,
    Rating,
    Scope,
    Thresholds,
    rating,
    variance_share,
)
from pch_desktop.domain.budget_phases import Right, allows
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import Month
from pch_desktop.domain.worked_out import WorkedOut
from pch_desktop.reports.judged import Judged, as_judged, judged_notes, line_key, rating_words
from pch_desktop.reports.signs import KEY, heading, marking
from pch_desktop.reports.table import Column, Kind, Sum, Table, Total, summed
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store import board, budget, locality
from pch_desktop.store.board import OverrideRow
from pch_desktop.store.budget import LineRow, YearRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


@dataclass(frozen=True, slots=True)
class PositionRow:
    """A row of the finance table: every figure of it in pence, None where not known."""

    id: int
    name: str
    sector: str
    month_budget: int | None = None
    month_actual: int | None = None
    month_variance: int | None = None
    date_budget: int | None = None
    date_actual: int | None = None
    date_variance: int | None = None
    date_share: Decimal | None = None
    date_rating: str | None = None
    annual: int | None = None
    outturn: int | None = None
    outturn_variance: int | None = None
    outturn_share: Decimal | None = None
    rating: str | None = None
    commentary: str | None = None
    judged: Judged | None = None
    """How the rating came about, where somebody judged it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingRow(PositionRow):
    """A line of the shadow budget as a row of the finance table."""

    line: LineRow

    @property
    def is_red(self) -> bool:
        """Whether the year to date or the full year is red by the rule: it asks for a commentary.

        Who judges a rating otherwise owes the commentary all the same.
        """
        by_rule = self.judged.rule if self.judged else self.rating
        return Rating.RED.value in {self.date_rating, by_rule}


ROWS: WorkedOut[StandingRow] = WorkedOut()
NOBODY: Mapping[str, OverrideRow] = {}


def standing_rows(
    lines: Sequence[LineRow],
    at: Thresholds,
    phase: Phase = Phase.SHADOW,
    judged: Mapping[str, OverrideRow] = NOBODY,
) -> list[StandingRow]:
    """Return the lines in scope as rows of the finance table, as far as a phase shows them.

    Args:
        judged: the ratings judged for the month, by what is rated.
    """
    in_scope = (line for line in lines if line.scope is not Scope.OUT)
    rows = [ROWS.of(line.id, standing_row, line, at) for line in in_scope]
    if judged:
        keys = [line_key(row.line.code, row.name) for row in rows]
        rows = [as_judged(row, judged.get(key)) for row, key in zip(rows, keys, strict=True)]
    return as_shown(rows, phase)


def as_shown(rows: Sequence[StandingRow], phase: Phase) -> list[StandingRow]:
    """Return rows as far as a phase shows them."""
    return list(rows) if allows(phase, Right.RATE) else [replace(row, **UNRATED) for row in rows]


UNRATED: dict[str, Any] = dict.fromkeys(
    (
        "month_variance",
        "date_variance",
        "date_share",
        "date_rating",
        "outturn",
        "outturn_variance",
        "outturn_share",
        "rating",
        "judged",
    )
)
"""What mapping does not show: it is of scope and past spending alone."""


def standing_row(line: LineRow, at: Thresholds) -> StandingRow:
    """Return a line as a row of the finance table; income is held below zero there."""
    now, is_known = line.standing, line.annual_pence is not None
    so_far = now.date_variance if is_known else None
    variance = now.outturn_variance if is_known else None
    sign = line.sign
    # Income is held positive and taken off spending in totals (domain 13).
    return StandingRow(
        id=line.id,
        name=line.name,
        sector=shown(line.sector.value),
        month_budget=_signed(now.month_budget, sign, is_known),
        month_actual=_signed(now.month_actual, sign),
        month_variance=now.month_variance if is_known else None,
        date_budget=_signed(now.date_budget, sign, is_known),
        date_actual=_signed(now.date_actual, sign),
        date_variance=so_far,
        date_share=None if so_far is None else variance_share(so_far, now.date_budget),
        date_rating=_rated(so_far, now.date_budget, at),
        annual=_signed(now.annual, sign, is_known),
        outturn=_signed(now.outturn, sign, is_known),
        outturn_variance=variance,
        outturn_share=now.outturn_share if is_known else None,
        rating=_rated(variance, now.annual, at),
        commentary=line.commentary,
        line=line,
    )


def _rated(variance: int | None, budget_pence: int, at: Thresholds) -> str | None:
    return None if variance is None else rating(variance, budget_pence, at).value


def _signed(pence: int | None, sign: int, is_known: bool = True) -> int | None:
    return pence * sign if pence is not None and is_known else None


def _money(
    key: str, title: str, band: str, formula: str = "", meaning: str = ""
) -> Column[PositionRow]:
    def value(row: PositionRow) -> int | None:
        return getattr(row, key)

    return Column(
        key, title, value, Kind.THOUSANDS, Total.SUM, band, formula=formula, help=meaning, width=8
    )


def _rates(variance: str, budgeted: str, share: str) -> str:
    """Return how a workbook rates a variance; the names are cells of its Definitions."""
    return (
        f'IF(OR({{{variance}}}>=0,-{{{variance}}}<Least_adverse),"● Green",'
        f'IF({{{budgeted}}}=0,"◆ Red",IF(-{{{share}}}<=Amber_at,"● Green",'
        f'IF(-{{{share}}}>Red_at,"◆ Red","▲ Amber"))))'
    )


BY_RULE = _rates("outturn_variance", "annual", "outturn_share")
MONTH, DATE, YEAR = "Month £000", "Year to date £000", "Full year £000"
LINES: tuple[Column[PositionRow], ...] = (
    Column("name", "Budget line", lambda row: row.name, width=30),
    Column("sector", "Sector", lambda row: row.sector, Kind.WORD, words=listed(Sector), width=15,
           prints=False, help="On paper the subtotals say it."),
    _money("month_budget", "Month budget", MONTH, meaning="The month's share of the year."),
    _money("month_actual", "Month actual", MONTH, meaning="What the month really cost."),
    _money("month_variance", "Month variance", MONTH, "{month_budget}-{month_actual}", KEY),
    _money("date_budget", "YTD budget", DATE, meaning="April to the month at hand."),
    _money("date_actual", "YTD actual", DATE, meaning="April to the month at hand."),
    _money("date_variance", "YTD variance", DATE, "{date_budget}-{date_actual}", KEY),
    Column("date_share", "YTD variance %", lambda row: row.date_share, Kind.SHARE, Total.RATIO,
           DATE, ratio=("date_variance", "date_budget"),
           formula='IF({date_budget}=0,"",{date_variance}/ABS({date_budget}))', width=9),
    Column("date_rating", "YTD rating", lambda row: row.date_rating, Kind.RATING,
           band=DATE, formula=_rates("date_variance", "date_budget", "date_share"), width=9,
           help="Of the variance so far."),
    _money("annual", "Full-year budget", YEAR,
           meaning="As set, else the baseline without its non-recurrent part."),
    _money("outturn", "Forecast outturn", YEAR, meaning="By the line's own method."),
    _money("outturn_variance", "Forecast variance", YEAR, "{annual}-{outturn}", KEY),
    Column("outturn_share", "Variance %", lambda row: row.outturn_share, Kind.SHARE, Total.RATIO,
           YEAR, ratio=("outturn_variance", "annual"),
           formula='IF({annual}=0,"",{outturn_variance}/ABS({annual}))', width=9),
    Column("rating", "Rating", rating_words, Kind.RATING,
           formula_of=lambda row: "" if row.judged else BY_RULE, width=9,
           help="Of the variance the year is forecast to end with, unless somebody judged it."),
    Column("commentary", "Commentary", lambda row: row.commentary, width=60),
)  # fmt: skip
"""The finance table (domain 4.7), the same on the screen, in the workbook and on paper."""


def position(rows: Sequence[StandingRow]) -> tuple[Sum, Sum, Sum]:
    """Return the totals of the year's budget, its forecast outturn and the variance."""
    annual, outturn, variance = (
        summed(column, rows)
        for column in LINES
        if column.key in {"annual", "outturn", "outturn_variance"}
    )
    return annual, outturn, variance


def finding(rows: Sequence[StandingRow]) -> str:
    """Return the one sentence a board needs: how far from budget the year will end, and why."""
    known = [row for row in rows if row.outturn_variance is not None]
    if not known:
        budgets = [row.annual for row in rows if row.annual is not None]
        if not budgets:
            return "No budget has been set yet."
        spent = [row.date_actual for row in rows if row.date_actual is not None]
        if spent:
            return f"{written(sum(spent), Kind.MONEY)} was spent so far on what is in scope."
        return f"No actual is known yet against a budget of {written(sum(budgets), Kind.MONEY)}."
    annual, _, variance = position(known)
    side = "under" if variance.amount >= 0 else "over"
    amount = written(abs(int(variance.amount)), Kind.MONEY)
    budgeted = written(int(annual.amount), Kind.MONEY)
    worst = min(known, key=lambda row: row.outturn_variance or 0)
    sentence = f"The year is forecast to end {amount} {side} a budget of {budgeted}"
    if (worst.outturn_variance or 0) < 0:
        most = written(abs(worst.outturn_variance or 0), Kind.MONEY)
        sentence += f"; {worst.name} is furthest over, by {most}"
    if len(known) < len(rows):
        sentence += f"; {plural(len(rows) - len(known), 'line')} not known"
    return sentence + "."


def finance(file: Reads, month: Month) -> Table[StandingRow]:
    """Return the finance table for a month."""
    year = file.read(budget.budget_year, month.financial_year)
    phase = year.phase if year else Phase.SHADOW
    at = file.read(locality.thresholds)
    judged = file.read(board.overrides, month)
    rows = standing_rows(file.read(budget.lines, month), at, phase, judged)
    place = file.read(locality.locality).name
    subtitle = f"£000. {heading(place, year, month)}"
    notes = _notes(rows, year)
    return Table("Finance", LINES, rows, subtitle, notes=notes, marking=marking(year))


def _notes(rows: Sequence[StandingRow], year: YearRow | None) -> tuple[str, ...]:
    """Return what must be read with the table; its subtitle holds the key to the signs."""
    made = "Figures may not sum due to rounding: totals are rounded from the exact total."
    if year is not None and year.baseline_year:
        made += f" Baseline: payments of {year.baseline_year}."
    judged = judged_notes(rows)
    unknown = [row.name for row in rows if row.date_actual is None]
    if not unknown:
        return (made, *judged)
    return (made, *judged, f"Incomplete: no actual for a month of {', '.join(unknown[:6])}.")


def over_words(row: StandingRow) -> str:
    """Return how far a red line is over: as the year is forecast to end, else so far."""
    if row.rating == Rating.RED.value:
        return f"forecast {written(abs(row.outturn_variance or 0), Kind.MONEY)} over"
    return f"{written(abs(row.date_variance or 0), Kind.MONEY)} over so far"
