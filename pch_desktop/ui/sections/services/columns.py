"""The columns of the services as the screen has room for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from pch_desktop.domain.period import Month
from pch_desktop.reports.service_counts import MONTH, STATES
from pch_desktop.reports.service_months import YearRow
from pch_desktop.reports.services import SERVICES
from pch_desktop.reports.services_catalogue import MORE, settings_of
from pch_desktop.reports.table import Column, Kind, Total
from pch_desktop.reports.words import shown
from pch_desktop.store.services import MonthRow, ServiceRow

WIDTHS = {
    "name": 25,
    "status": 7,
    "category": 19,
    "lead": 22,
    "access_route": 19,
    "focus": 10,
    "annual_cost": 11,
    "funding_ends_on": 12,
    "attended": 9,
}
HIDDEN = (
    "access_route",
    "focus",
    "fill_share",
    "days_open",
    "slots",
    "booked",
    "not_attended",
    "waiting",
    *(column.key for column in MORE),
)
"""Out of sight until asked for; the side of a record shows the first two, and the rest."""
GROUPS: Mapping[str, Callable[[ServiceRow], str]] = {
    "category": lambda row: shown(row.category.value),
    "status": lambda row: shown(row.status.value),
    "lead": lambda row: row.lead or "No lead named",
    "focus": lambda row: shown(row.focus.value) if row.focus else "Focus not known",
    "where it is given": lambda row: shown(settings_of(row) or "not ticked"),
    "commissioner": lambda row: row.more.commissioner or "No commissioner named",
}


def list_columns(partners: Sequence[str]) -> tuple[Column[ServiceRow], ...]:
    """Return the list's columns, what is typed first, the lead chosen among the partners."""
    by_key = {column.key: column for column in SERVICES}
    first = [by_key.pop(key) for key in WIDTHS]
    columns = (*first, *by_key.values(), *MORE)
    return tuple(
        replace(
            column,
            width=WIDTHS.get(column.key, column.width),
            band="",
            kind=Kind.WORD if column.key == "lead" else column.kind,
            words=tuple(partners) if column.key == "lead" else column.words,
        )
        for column in columns
    )


def year_columns(now: Month, key: str) -> tuple[Column[YearRow], ...]:
    """Return the grid of services by the months of a year, with what they add up to.

    Months after the one at hand have no total yet.
    """
    year = now.financial_year
    months = tuple(_month(at, month, now) for at, month in enumerate(year.months))
    adds_up = key not in STATES
    so_far: Column[YearRow] = Column(
        "year", str(year), _sum if adds_up else _latest, Kind.COUNT,
        Total.SUM, formula="the months", width=9,
        help="The months that are known, added up." if adds_up else "The latest known.",
    )  # fmt: skip
    return (Column("name", "Service", lambda row: row.name, width=27), *months, so_far)


def _month(at: int, month: Month, now: Month) -> Column[YearRow]:
    def value(row: YearRow) -> int | None:
        return row.values[at]

    total = Total.SUM if month <= now else Total.NONE
    return Column(f"m{at}", f"{month.first:%b}", value, Kind.COUNT, total, width=6)


def _sum(row: YearRow) -> int | None:
    known = [value for value in row.values if value is not None]
    return sum(known) if known else None


def _latest(row: YearRow) -> int | None:
    return next((value for value in reversed(row.values) if value is not None), None)


@dataclass(frozen=True, slots=True)
class OneRow:
    """A month of one service, told or not."""

    id: int
    """Its place in the year, April being 1."""
    of: Month
    service: ServiceRow
    """The service as in that month."""
    is_ahead: bool
    """Whether the month at hand lies before it: a blank is then nothing, not unknown."""

    @property
    def name(self) -> str:
        """What the month is called."""
        return self.of.words


def one_rows(service: ServiceRow, months: Sequence[MonthRow], now: Month) -> list[OneRow]:
    """Return the twelve months of one service in the year of the month at hand."""
    found = {row.month: row for row in months if row.service_id == service.id}
    return [
        OneRow(number, month, replace(service, month=found.get(month)), month > now)
        for number, month in enumerate(now.financial_year.months, start=1)
    ]


def _of_one(column: Column[ServiceRow]) -> Column[OneRow]:
    """Return a column of a month's services as one of a service's months."""
    return Column(
        column.key,
        column.title,
        lambda row: column.value(row.service),
        column.kind,
        Total.NONE if column.key in STATES else column.total,
        ratio=column.ratio,
        formula=column.formula,
        help=column.help,
        width=column.width,
        absent=lambda row: row.is_ahead,
    )


ONE: tuple[Column[OneRow], ...] = (
    Column("month", "Month", lambda row: row.of.words, width=18),
    *(_of_one(column) for column in MONTH[1:]),
)
"""The columns of one service's year."""
