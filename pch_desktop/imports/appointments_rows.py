"""The rows of national figures of appointments: what each counts, and how many."""

from __future__ import annotations

from pch_desktop.domain import typed
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.official import Headings
from pch_desktop.imports.practice_staff_cells import BadCell

MONTHS = ("appointmentmonth", "appointmentmonthstartdate")
PARTS = ("apptstatus", "hcptype", "apptmode", "timebetweenbookandappt")
COUNT = "countofappointments"
Key = tuple[Month, str, str, str, str]
"""A month, then status, staff, mode and time from booking."""


def counted(headings: Headings, row: list[str]) -> tuple[Key, int]:
    """Return what a row counts, its spaces made single, and how many.

    Raises:
        BadCell: its month or its count cannot be read.
    """
    status, staff, mode, lead = (" ".join(row[headings.needed(part)].split()) for part in PARTS)
    return (_month(headings, row), status, staff, mode, lead), _count(headings, row)


def _month(headings: Headings, row: list[str]) -> Month:
    at = headings.needed(*MONTHS)
    try:
        month = typed.month(row[at])
    except Refusal as refusal:
        raise BadCell(headings.raw[at], str(refusal)) from None
    if month is None:
        raise BadCell(headings.raw[at], "No month says when the appointments were")
    return month


def _count(headings: Headings, row: list[str]) -> int:
    at = headings.needed(COUNT)
    try:
        count = typed.count(row[at])
    except Refusal as refusal:
        raise BadCell(headings.raw[at], str(refusal)) from None
    if count is None:
        raise BadCell(headings.raw[at], "The cell is blank, so how many there were is not known")
    return count
