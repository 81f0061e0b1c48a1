"""The cells of national figures of practices' staff: days, WTE and heads."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from pch_desktop.domain import typed
from pch_desktop.domain.money import rounded
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import PLACES
from pch_desktop.imports.official import FoundTable, Headings
from pch_desktop.imports.plan import RefusedRow

CENSUS_MONTH = 9
"""The yearly national census is of 30 September."""


class BadCell(Exception):
    """A cell that cannot be used: the heading of its column, and why."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column, self.reason = column, reason

    def row(self, table: FoundTable, number: int) -> RefusedRow:
        """Return the row it stands in, as refused."""
        return RefusedRow(table.sheet.name, number, self.column, self.reason)


def counted_on(headings: Headings, row: list[str]) -> date:
    """Return the last day of a row's month; 30 September where it says its year alone.

    Raises:
        BadCell: it says neither.
    """
    year_at, month_at = headings.at("year"), headings.at("month")
    if year_at is None:
        raise BadCell("", "No column “year” says when these staff were counted")
    at, text = year_at, row[year_at].strip()
    try:
        year = int(text)
        if not 1990 <= year <= 2100:
            raise ValueError(text)
        if month_at is None:
            return Month(year, CENSUS_MONTH).last
        at, text = month_at, row[month_at].strip()
        return Month(year, int(text)).last
    except (ValueError, Refusal):
        what = "a year such as 2016" if at == year_at else "a month from 1 to 12"
        raise BadCell(headings.raw[at], f"“{text}” is not {what}") from None


def wte(headings: Headings, row: list[str], name: str) -> Decimal | None:
    """Return the WTE under a heading to four places; None for a blank, NA and ND."""
    found = amount(headings, row, name)
    return None if found is None else found.quantize(PLACES, ROUND_HALF_UP)


def heads(headings: Headings, row: list[str], name: str) -> int | None:
    """Return the people under a heading, averages to the nearest; None where not known."""
    found = amount(headings, row, name)
    return None if found is None else rounded(found)


def amount(headings: Headings, row: list[str], name: str) -> Decimal | None:
    """Return the number under a heading, None where it is not known or not there.

    Raises:
        BadCell: it is no number, or below nothing.
    """
    at = headings.at(name)
    if at is None:
        return None
    try:
        found = typed.number(row[at])
    except Refusal:
        reason = f"“{row[at].strip()}” is not a number. It is one such as 4.6, or blank"
        raise BadCell(headings.raw[at], reason) from None
    if found is not None and found < 0:
        raise BadCell(headings.raw[at], f"“{row[at].strip()}” is below nothing. It is 0 or more")
    return found
