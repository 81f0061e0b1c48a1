"""The columns of the shadow budget as the screen has room for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from pch_desktop.domain.budget import ContractForm, Controllability
from pch_desktop.domain.period import Month
from pch_desktop.reports import budget as report
from pch_desktop.reports.budget import StandingRow
from pch_desktop.reports.budget_months import taken_off
from pch_desktop.reports.table import Column, Kind, Total
from pch_desktop.reports.words import listed, shown
from pch_desktop.store.budget import LineRow

Shown = TypeVar("Shown")
SHORT: Mapping[str, tuple[str, int]] = {
    "name": ("Budget line", 32),
    "sector": ("Sector", 14),
    "month_budget": ("Budget", 6),
    "month_actual": ("Actual", 6),
    "month_variance": ("Variance", 7),
    "date_budget": ("Budget", 7),
    "date_actual": ("Actual", 7),
    "date_variance": ("Variance", 7),
    "date_share": ("% var", 7),
    "date_rating": ("Rating", 8),
    "annual": ("Budget", 7),
    "outturn": ("Forecast", 7),
    "outturn_variance": ("Variance", 7),
    "outturn_share": ("% var", 7),
    "rating": ("Rating", 8),
    "commentary": ("Commentary", 30),
}


def lines_columns(month: Month) -> tuple[Column[StandingRow], ...]:
    """Return the finance table with short titles under the month's own name, and its bars."""
    shortened = [
        replace(
            column,
            title=SHORT[column.key][0],
            width=SHORT[column.key][1],
            band=f"{month.words.split()[0]}  £000" if column.band == report.MONTH else column.band,
        )
        for column in report.LINES
    ]
    bars: Column[StandingRow] = Column(
        "bar",
        "Under | over",
        lambda row: row.outturn_variance,
        Kind.THOUSANDS,
        band=report.YEAR,
        help="The forecast variance as a bar: over budget to the right.",
        width=10,
    )
    before = next(at for at, column in enumerate(shortened) if column.key == "rating")
    return (*shortened[:before], bars, *shortened[before:])


def actual_columns(month: Month) -> tuple[Column[LineRow], ...]:
    """Return the grid of actuals, lines by months, with what they come to so far."""
    name, *months = report.by_month(month)
    so_far: Column[LineRow] = Column(
        "so_far",
        f"To {month.words[:3]}",
        lambda line: taken_off(line, line.standing.date_actual),
        Kind.MONEY,
        Total.SUM,
        formula="the months so far",
        help="April to the month at hand. Blank where a month is not known.",
        width=10,
    )
    fixed = [replace(column, key=f"m{at}", width=9) for at, column in enumerate(months)]
    return (replace(name, width=27), *fixed, so_far)


def budget_columns(month: Month) -> tuple[Column[LineRow], ...]:
    """Return the grid of budgets, lines by months, with the year they add up to."""
    name, *months = report.by_month(month)
    fixed = [
        replace(
            column,
            key=f"m{at}",
            value=_budgeted(at),
            band="Budget £",
            help="Change a month and the line is spread by hand.",
            width=9,
        )
        for at, column in enumerate(months)
    ]
    year: Column[LineRow] = Column(
        "year",
        "Full year",
        lambda line: taken_off(line, line.annual_pence),
        Kind.MONEY,
        Total.SUM,
        formula="the twelve months",
        width=10,
    )
    return (replace(name, width=27), *fixed, year)


def _budgeted(at: int) -> Callable[[LineRow], int | None]:
    return lambda line: (
        taken_off(line, line.year.budget[at]) if line.annual_pence is not None else None
    )


def setup_columns() -> tuple[Column[LineRow], ...]:
    """Return how each line is set up, with what a manager seldom changes at the end."""
    return (
        *(replace(column, width=42) if column.key == "name" else column for column in report.SETUP),
        Column(
            "contract_form",
            "Paid by",
            lambda line: shown(line.contract_form.value) if line.contract_form else None,
            Kind.WORD,
            words=listed(ContractForm),
            help="How the payer pays for it today.",
            width=14,
        ),
        Column(
            "controllability",
            "Control",
            lambda line: shown(line.controllability.value) if line.controllability else None,
            Kind.WORD,
            words=listed(Controllability),
            help="How far the locality can move it.",
            width=11,
        ),
        Column("is_income", "Income", lambda line: line.is_income, Kind.YES, width=8,
               help="Income is taken off spending in totals."),
        Column("reason_out", "Reason out", lambda line: line.reason_out, width=22,
               help="Why the line is out of scope, or only in shadow."),
        Column("funding_source", "Funded by", lambda line: line.funding_source, width=18),
        Column("funded_to", "Funded to", lambda line: line.funded_to, Kind.DATE, width=12,
               help="The last day there is money for it; blank where it recurs."),
        Column("is_in_share", "In share", lambda line: line.is_in_share, Kind.YES, width=8,
               help="Whether it counts in the gain and risk share."),
    )  # fmt: skip


def wider(columns: tuple[Column[Shown], ...], width: int = 44) -> tuple[Column[Shown], ...]:
    """Return columns with the first as wide as names are long, where the others may scroll."""
    return (replace(columns[0], width=width), *columns[1:])
