"""The columns in which incidents, complaints and compliments are entered and read."""

from __future__ import annotations

from pch_desktop.domain.period import Month
from pch_desktop.reports.service_compared import COUNTS
from pch_desktop.reports.service_praise import PraiseRow, PraiseYearRow
from pch_desktop.reports.table import Column, Holds, Kind, Total, Value

TITLES = {"incidents": "Incidents", "complaints": "Complaints", "compliments": "Compliments"}


def _now(key: str) -> Column[PraiseRow]:
    def value(row: PraiseRow) -> Value:
        return getattr(row.now, key)

    return Column(key, TITLES[key], value, Kind.COUNT, Total.SUM, "Month at hand", width=11,
                  holds=Holds.PEOPLE)  # fmt: skip


def _so_far(key: str) -> Column[PraiseRow]:
    def value(row: PraiseRow) -> Value:
        return getattr(row.so_far, key)

    return Column(f"{key}_so_far", TITLES[key], value, Kind.COUNT, Total.SUM, "Since April",
                  holds=Holds.PEOPLE,
                  formula="the months", help="The months that are known, added up.",
                  width=11)  # fmt: skip


def _rate(key: str) -> Column[PraiseRow]:
    def value(row: PraiseRow) -> Value:
        return row.so_far.per_thousand(row.registered)[key]

    return Column(f"{key}_rate", TITLES[key], value, Kind.WTE, band="Per 1,000 since April",
                  holds=Holds.PEOPLE,
                  formula="counts to 1,000 registered", width=11,
                  help="Once every month since April is known.")  # fmt: skip


PRAISE: tuple[Column[PraiseRow], ...] = (
    Column("name", "Practice", lambda row: row.name, width=28),
    *(_now(key) for key in COUNTS),
    *(_so_far(key) for key in COUNTS),
    *(_rate(key) for key in COUNTS),
    Column("source", "Source", lambda row: row.source, width=20),
)
"""The columns in which the counts of a month are entered."""


def year_columns(month: Month) -> tuple[Column[PraiseYearRow], ...]:
    """Return the grid of practices by the months of a year; months to come have no total yet."""

    def of_month(at: int, each: Month) -> Column[PraiseYearRow]:
        total = Total.SUM if each <= month else Total.NONE
        title = f"{each.first:%b}"
        return Column(f"m{at}", title, lambda row: row.values[at], Kind.COUNT, total, width=6)

    months = month.financial_year.months
    return (
        Column("name", "Practice", lambda row: row.name, width=28),
        *(of_month(at, each) for at, each in enumerate(months)),
        Column("so_far", "Since April", lambda row: row.so_far, Kind.COUNT, Total.SUM,
               formula="the months", help="The months that are known, added up.", width=11),
    )  # fmt: skip
