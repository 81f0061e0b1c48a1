"""Months as people head their columns with them: Apr, Apr-16, 2016-04, M1, Month 1."""

from __future__ import annotations

import re
from functools import lru_cache

from pch_desktop.domain.period import APRIL, FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.typed import MONTH_NAMES, month

COUNTED = re.compile(r"(?:m|mth|month|p|pd|period|per)\s*0?(1[0-2]|[1-9])", re.IGNORECASE)
RUN = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])")
"""A month written as prescribing files and ledgers write it: 201610."""
PLACE = re.compile(r"0?(1[0-2]|[1-9])(?:\.0)?")
FIGURES = re.compile(r"[\d,.£()\s]+")
BESIDE = frozenset(
    {"actual", "actuals", "spend", "spent", "expenditure", "cost", "costs", "value", "amount"}
    | {"paid", "net", "£", "£s", "£000", "£000s", "£k"}
)
"""Words that may stand beside a month without changing what it says."""
LEAST_YEAR, MOST_YEAR = 1990, 2100


def month_said(text: str, year: FinancialYear | None) -> Month | None:
    """Return the month a heading names, or None where it names none or its year is not known.

    Args:
        year: the financial year months without a year of their own are in.
    """
    plain = _bare(text)
    if (number := _place(plain)) is not None:
        return None if year is None else year.months[number - 1]
    return _dated(plain)


def month_in(text: str, year: FinancialYear | None) -> Month | None:
    """Return the month a cell names: Oct 2016, a day, 201610, M7 or 7 of the year told.

    Raises:
        Refusal: it names none, or only its place in a year that is not told.
    """
    plain = text.strip()
    if found := RUN.fullmatch(plain):
        return Month(int(found[1]), int(found[2]))
    numbered = PLACE.fullmatch(plain)
    if numbered or needs_year(plain):
        if year is None:
            raise Refusal(
                f"“{plain}” is a month of a year that is not said. Say which, such as 2016/17."
            )
        return year.months[int(numbered[1]) - 1] if numbered else month_said(plain, year)
    return month(plain)


@lru_cache(maxsize=16_384)
def is_month(text: str) -> bool:
    """Return whether a heading names a month, its year known or not."""
    return month_said(text, FinancialYear(2016)) is not None


def needs_year(text: str) -> bool:
    """Return whether a heading names a month and leaves its year open."""
    return is_month(text) and month_said(text, None) is None


def _bare(text: str) -> str:
    words = [
        word for word in text.replace("'", " ").split() if word.casefold().strip("()") not in BESIDE
    ]
    return " ".join(words).strip(" .:-–")


def _place(plain: str) -> int | None:
    """Return a month's place in the financial year where it is named without a year."""
    if found := COUNTED.fullmatch(plain):
        return int(found[1])
    number = MONTH_NAMES.get(plain.casefold().rstrip("."))
    return None if number is None else (number - APRIL) % 12 + 1


def _dated(plain: str) -> Month | None:
    """Return a month written with its year; 2010/11 is a financial year and no month."""
    if not re.search(r"\d", plain) or FIGURES.fullmatch(plain) or _is_year(plain):
        return None
    try:
        found = month(plain)
    except Refusal:
        return None
    return found if found and LEAST_YEAR <= found.year <= MOST_YEAR else None


def _is_year(plain: str) -> bool:
    found = re.fullmatch(r"(\d{4})/(\d{2})", plain)
    return found is not None and (int(found[1]) + 1) % 100 == int(found[2])
