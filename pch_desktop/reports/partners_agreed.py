"""Which agreements end, renew themselves, or wait for notice: the next 30, 60 and 90 days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pch_desktop.domain.partners import AgreementStatus
from pch_desktop.domain.partners_agreed import WITHIN, band
from pch_desktop.domain.period import Month
from pch_desktop.reports.table import Column, Kind, Table, Total
from pch_desktop.reports.words import plural, shown, written
from pch_desktop.store import partners
from pch_desktop.store.partners import AgreementRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

NOTICE_WITHIN = WITHIN[0]
ENDED, NOTICE = "Has ended", "Notice only"
BANDS = (ENDED, *(f"Within {days} days" for days in WITHIN), NOTICE)
"""In the order they are told."""


@dataclass(frozen=True, slots=True)
class EndRow:
    """An agreement that ends, renews itself or must be given notice of soon."""

    id: int
    title: str
    parties: str
    within: str
    """One of ``BANDS``."""
    ends_on: date | None
    days_left: int | None
    """From the day asked about to its last day; below nought once it has ended."""
    then: str
    last_notice_on: date | None
    notice_left: int | None
    value_pence: int | None
    services: str


ENDS: tuple[Column[EndRow], ...] = (
    Column("title", "Agreement", lambda row: row.title, width=30),
    Column("within", "When", lambda row: row.within, Kind.WORD, words=BANDS, width=15,
           help="Has ended: in force as its keeper says, but its last day has passed."),
    Column("ends_on", "Last day", lambda row: row.ends_on, Kind.DATE, width=12),
    Column("days_left", "Days left", lambda row: row.days_left, Kind.COUNT, width=8,
           help="From the month's end to its last day."),
    Column("then", "Then", lambda row: row.then, width=13),
    Column("last_notice_on", "Last day for notice", lambda row: row.last_notice_on, Kind.DATE,
           width=12, help="Its last day less the days of notice."),
    Column("notice_left", "Days to notice", lambda row: row.notice_left, Kind.COUNT, width=9,
           help="Below nothing, in brackets: the day for notice has passed."),
    Column("value", "Value £ a year", lambda row: row.value_pence, Kind.MONEY, Total.SUM,
           width=12),
    Column("parties", "Parties", lambda row: row.parties, width=36),
    Column("services", "Covers", lambda row: row.services, width=30),
)  # fmt: skip


def ends(rows: Sequence[AgreementRow], on: date) -> list[EndRow]:
    """Return the agreements in force to act on: ended, ending soon, then those to give notice of.

    One that renews itself is told for its notice and its renewal; after its last
    day it has been renewed, and is told no more.
    """
    found = [_row(row, within, on) for row in rows if (within := _within(row, on))]
    return sorted(found, key=lambda row: (BANDS.index(row.within), row.ends_on or date.max))


def ends_finding(rows: Sequence[EndRow]) -> str:
    """Return the sentence on what ends."""
    if not rows:
        return "No agreement in force ends within 90 days or waits for notice within 30."
    counts = Counter(row.within for row in rows)
    told = [f"{counts[each]} {each[0].lower()}{each[1:]}" for each in BANDS[:4] if counts[each]]
    notice = sum(row.notice_left is not None and 0 <= row.notice_left <= NOTICE_WITHIN
                 for row in rows)  # fmt: skip
    last = f"notice of {plural(notice, 'agreement')} is due within {NOTICE_WITHIN} days"
    sentence = "; ".join([*told, *([last] if notice else [])])
    return f"{shown(sentence)}."


def ends_table(file: Reads, month: Month) -> Table[EndRow]:
    """Return what ends, as at a month's end."""
    rows = ends(file.read(partners.agreements, month.last), month.last)
    subtitle = f"As at {written(month.last, Kind.DATE)}. {ends_finding(rows)}"
    note = "The last day for notice is the last day of the agreement less its days of notice."
    return Table("What ends", ENDS, rows, subtitle, notes=(note,))


def _within(row: AgreementRow, on: date) -> str:
    if row.status is not AgreementStatus.IN_FORCE or row.expires_on is None:
        return ""
    if row.expires_on < on:
        return "" if row.renews_itself else ENDED
    days = band(row.expires_on, on)
    if days is not None:
        return f"Within {days} days"
    return NOTICE if band(row.last_notice_on, on) == NOTICE_WITHIN else ""


def _row(row: AgreementRow, within: str, on: date) -> EndRow:
    then = "Renews itself" if row.renews_itself else "Ends"
    notice = row.last_notice_on
    return EndRow(
        row.id, row.title, row.parties, within, row.expires_on,
        (row.expires_on - on).days if row.expires_on else None,
        "" if within == ENDED else then, notice, (notice - on).days if notice else None,
        row.value_pence, ", ".join(row.services),
    )  # fmt: skip
