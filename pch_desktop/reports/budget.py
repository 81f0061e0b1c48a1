"""The shadow budget, set out for reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.budget import (
    Method,
    Phase,
    Profile,
    Rating,
    Scope,
    Thresholds,
    rating,
)
from pch_desktop.domain.budget_phases import Right, allows
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import Month
from pch_desktop.domain.population import WEIGHTING_WORDS
from pch_desktop.domain.services import Focus
from pch_desktop.reports import budget_closing, budget_versions, budget_virements, trends
from pch_desktop.reports.budget_build_checks import build_findings
from pch_desktop.reports.budget_build_pack import build_tables
from pch_desktop.reports.budget_share_pack import share_findings, share_tables
from pch_desktop.reports.signs import KEY, SHADOW, marking
from pch_desktop.reports.statement import Finding, Statement, Weight, with_rows
from pch_desktop.reports.table import Chart, Column, Kind, Shape, Sum, Table, Total, summed
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store import budget, locality
from pch_desktop.store.budget import LineRow, PartRow, YearRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


@dataclass(frozen=True, slots=True)
class StandingRow:
    """A line of the finance table: every figure of it in pence, None where not known."""

    id: int
    name: str
    sector: str
    month_budget: int | None
    month_actual: int | None
    month_variance: int | None
    date_budget: int | None
    date_actual: int | None
    date_variance: int | None
    annual: int | None
    outturn: int | None
    outturn_variance: int | None
    outturn_share: Decimal | None
    rating: str | None
    commentary: str | None
    line: LineRow


def standing_rows(
    lines: Sequence[LineRow], at: Thresholds, phase: Phase = Phase.SHADOW
) -> list[StandingRow]:
    """Return the lines in scope as rows of the finance table, as far as a phase shows them."""
    rows = [_standing_row(line, at) for line in lines if line.scope is not Scope.OUT]
    return rows if allows(phase, Right.RATE) else [replace(row, **UNRATED) for row in rows]


UNRATED: dict[str, Any] = dict.fromkeys(
    ("month_variance", "date_variance", "outturn", "outturn_variance", "outturn_share", "rating")
)
"""What mapping does not show: it is of scope and past spending alone."""


def _standing_row(line: LineRow, at: Thresholds) -> StandingRow:
    now, is_known = line.standing, line.annual_pence is not None
    variance = now.outturn_variance if is_known else None
    rated = None if variance is None else rating(variance, now.annual, at).value
    sign = -1 if line.is_income else 1
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
        date_variance=now.date_variance if is_known else None,
        annual=_signed(now.annual, sign, is_known),
        outturn=_signed(now.outturn, sign, is_known),
        outturn_variance=variance,
        outturn_share=now.outturn_share if is_known else None,
        rating=rated,
        commentary=line.commentary,
        line=line,
    )


def _signed(pence: int | None, sign: int, is_known: bool = True) -> int | None:
    return pence * sign if pence is not None and is_known else None


def _money(
    key: str, title: str, band: str, formula: str = "", meaning: str = ""
) -> Column[StandingRow]:
    def value(row: StandingRow) -> int | None:
        return getattr(row, key)

    return Column(
        key, title, value, Kind.THOUSANDS, Total.SUM, band, formula=formula, help=meaning, width=8
    )


RATED = (
    'IF(OR({outturn_variance}>=0,-{outturn_variance}<Least_adverse),"● Green",'
    'IF({annual}=0,"◆ Red",IF(-{outturn_share}<=Amber_at,"● Green",'
    'IF(-{outturn_share}>Red_at,"◆ Red","▲ Amber"))))'
)
"""How a workbook rates a line; the names are cells of its Definitions."""
MONTH, DATE, YEAR = "Month £000", "Year to date £000", "Full year £000"
LINES: tuple[Column[StandingRow], ...] = (
    Column("name", "Budget line", lambda row: row.name, width=30),
    Column("sector", "Sector", lambda row: row.sector, Kind.WORD, words=listed(Sector), width=15),
    _money("month_budget", "Month budget", MONTH, meaning="The month's share of the year."),
    _money("month_actual", "Month actual", MONTH, meaning="What the month really cost."),
    _money("month_variance", "Month variance", MONTH, "{month_budget}-{month_actual}", KEY),
    _money("date_budget", "YTD budget", DATE, meaning="April to the month at hand."),
    _money("date_actual", "YTD actual", DATE, meaning="April to the month at hand."),
    _money("date_variance", "YTD variance", DATE, "{date_budget}-{date_actual}", KEY),
    _money("annual", "Full-year budget", YEAR,
           meaning="As set, else the baseline without its non-recurrent part."),
    _money("outturn", "Forecast outturn", YEAR, meaning="By the line's own method."),
    _money("outturn_variance", "Forecast variance", YEAR, "{annual}-{outturn}", KEY),
    Column("outturn_share", "Variance %", lambda row: row.outturn_share, Kind.SHARE, Total.RATIO,
           YEAR, ratio=("outturn_variance", "annual"),
           formula='IF({annual}=0,"",{outturn_variance}/ABS({annual}))', width=9),
    Column("rating", "Rating", lambda row: row.rating, Kind.RATING, formula=RATED, width=10),
    Column("commentary", "Commentary", lambda row: row.commentary, width=46),
)  # fmt: skip
"""The finance table (domain 4.7), the same on the screen, in the workbook and on paper."""

PARTS: tuple[Column[PartRow], ...] = (
    Column("code", "Practice code", lambda part: part.practice_code),
    Column("practice", "Practice", lambda part: part.practice, width=32),
    Column("year", "Year", lambda part: str(part.year) if part.year else None),
    Column("amount", "Baseline £", lambda part: part.amount_pence, Kind.MONEY, Total.SUM),
    Column("source", "Source", lambda part: part.source, width=40),
)


def by_month(month: Month) -> tuple[Column[LineRow], ...]:
    """Return the columns of a grid of actuals, lines by the months of a year."""

    def actual(number: int) -> Column[LineRow]:
        each = month.financial_year.months[number]
        return Column(
            str(each),
            f"{each.words[:3]} {each.year % 100:02d}",
            lambda line: line.year.actual[number],
            Kind.MONEY,
            Total.SUM,
            "Actual £",
            help=f"What {each.words} really cost. Blank is not known.",
            width=9,
        )

    name: Column[LineRow] = Column("name", "Budget line", lambda line: line.name, width=30)
    return (name, *(actual(number) for number in range(12)))


SETUP: tuple[Column[LineRow], ...] = (
    Column("name", "Budget line", lambda line: line.name, width=32),
    Column("code", "Code", lambda line: line.code, width=8),
    Column("sector", "Sector", lambda line: shown(line.sector.value), Kind.WORD,
           words=listed(Sector), width=18),
    Column("provider", "Provider", lambda line: line.provider, width=26),
    Column("payer", "Payer", lambda line: line.payer, width=16),
    Column("scope", "Scope", lambda line: shown(line.scope.value), Kind.WORD,
           words=listed(Scope), width=11),
    Column("weighted_by", "Weighted by", lambda line: WEIGHTING_WORDS[line.weighted_by], Kind.WORD,
           words=tuple(WEIGHTING_WORDS.values()), width=18),
    Column("baseline", "Baseline £", lambda line: line.baseline_pence, Kind.MONEY, Total.SUM),
    Column("non_recurrent", "Non-recurrent £", lambda line: line.non_recurrent_pence, Kind.MONEY,
           Total.SUM),
    Column("annual", "Full-year budget £", lambda line: line.annual_pence, Kind.MONEY, Total.SUM,
           help="As set here, else the baseline without its non-recurrent part."),
    Column("profile", "Spread", lambda line: shown(line.profile.value), Kind.WORD,
           words=listed(Profile), width=13),
    Column("method", "Forecast by", lambda line: shown(line.method.value), Kind.WORD,
           words=listed(Method), width=20),
    Column("focus", "Focus", lambda line: shown(line.focus.value) if line.focus else None,
           Kind.WORD, words=listed(Focus), width=11),
    Column("owner", "Owner", lambda line: line.owner, width=16),
)  # fmt: skip
"""How each line is set up: where its budget comes from and how it is spread and forecast."""


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
    rows = standing_rows(file.read(budget.lines, month), at, phase)
    marked = marking(year)
    notional = SHADOW if marked else ""
    subtitle = f"£000. Month {month.number} (to {written(month.last, Kind.DATE)}). {KEY} {notional}"
    charts, notes = _charts(rows), _notes(rows, year)
    return Table("Finance", LINES, rows, subtitle.strip(), charts, notes, marked)


def baseline(file: Reads, month: Month) -> Table[PartRow]:
    """Return the parts of the baseline, practice by practice."""
    year = file.read(budget.budget_year, month.financial_year)
    rows = file.read(budget.parts, year.version_id) if year else []
    names = {line.id: line.name for line in file.read(budget.lines, month)}
    line: Column[PartRow] = Column(
        "line", "Budget line", lambda part: names[part.line_id], width=32
    )
    subtitle = "£. What each line's baseline is made of."
    return Table("Baseline", (line, *PARTS), rows, subtitle, marking=marking(year))


def _charts(rows: Sequence[StandingRow]) -> tuple[Chart, ...]:
    known = [row for row in rows if row.outturn_variance is not None]
    if not known:
        return ()
    extremes = sorted(known, key=lambda row: row.outturn_variance or 0)
    numbers = "; ".join(
        f"{row.name} {written(row.outturn_variance, Kind.MONEY)}"
        for row in (*extremes[:2], extremes[-1])
    )
    alt_text = f"Bars of forecast variance by budget line. {finding(rows)} {numbers}."[:400]
    return (Chart(Shape.BARS, "name", ("outturn_variance",), finding(rows), alt_text),)


def _notes(rows: Sequence[StandingRow], year: YearRow | None) -> tuple[str, ...]:
    notes = [KEY, "Figures may not sum due to rounding: totals are rounded from the exact total."]
    unknown = [row.name for row in rows if row.date_actual is None]
    if unknown:
        notes.append(f"Incomplete: no actual for a month of {', '.join(unknown[:6])}.")
    if year is not None and year.baseline_year:
        notes.append(f"Baseline: payments of {year.baseline_year}.")
    return tuple(notes)


def _tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    own = (finance(file, month), trends.money(file, month))
    built, moved = build_tables(file, month), budget_virements.tables(file, month)
    shared = share_tables(file, month)
    return with_rows(*own, *built, *shared, *moved, baseline(file, month))


def _findings(file: Reads, month: Month) -> list[Finding]:
    rows = finance(file, month).rows
    year = file.read(budget.budget_year, month.financial_year)
    found = [_over(row) for row in rows if row.rating == Rating.RED.value]
    unset = [row for row in rows if row.annual is None]
    if unset and year is not None and allows(year.phase, Right.RATE):
        title = f"{plural(len(unset), 'line')} without a budget"
        found.append(Finding("budget", title, unset[0].name, Weight.MONEY, "Set", unset[0].id))
    late = [row for row in rows if row.month_actual is None]
    if rows and late:
        title = f"{plural(len(late), 'line')} without an actual for {month.words}"
        found.append(Finding("budget", title, late[0].name, Weight.LATE, "Enter", late[0].id))
    moved = file.read(budget.virements, year.version_id) if year else []
    first = rows[0].id if rows else None
    return [
        *found,
        *build_findings(file, month),
        *share_findings(file, month),
        *budget_versions.findings(year, moved, first),
        *budget_closing.findings(file, month),
    ]


def _over(row: StandingRow) -> Finding:
    amount = written(abs(row.outturn_variance or 0), Kind.MONEY)
    if row.commentary:
        return Finding("budget", f"{row.name} forecast {amount} over", row.commentary,
                       Weight.MONEY, "Open", row.id)  # fmt: skip
    return Finding("budget", f"{row.name} forecast {amount} over",
                   "A red line needs a commentary for the board.",
                   Weight.BLOCKS, "Write", row.id)  # fmt: skip


STATEMENT = Statement(60, "Finance", _tables, _findings)
