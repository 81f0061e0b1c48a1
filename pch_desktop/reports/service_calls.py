"""Calls of a month: how many were answered, how many given up, how long people waited."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.domain.period import Month
from pch_desktop.domain.services_activity import Calls
from pch_desktop.reports.table import Column, Holds, Kind, Table, Total
from pch_desktop.reports.words import plural, written
from pch_desktop.store import services
from pch_desktop.store.services import CallRow
from pch_desktop.store.shared import Reads

COUNTS = ("offered", "answered", "abandoned", "wait_seconds")


def _count(key: str, title: str, meaning: str) -> Column[CallRow]:
    return Column(key, title, lambda row: getattr(row, key), Kind.COUNT, Total.SUM, help=meaning,
                  holds=Holds.PEOPLE,
                  width=10)  # fmt: skip


CALLS: tuple[Column[CallRow], ...] = (
    Column("name", "Service", lambda row: row.name, width=28),
    _count("offered", "Offered", "Calls that came in."),
    _count("answered", "Answered", "Calls answered by somebody."),
    _count("abandoned", "Given up", "Calls given up before somebody answered."),
    Column("answered_share", "Answered %", lambda row: row.calls.answered_share, Kind.SHARE,
           Total.RATIO, ratio=("answered", "offered"), formula="{answered}/{offered}", width=10,
           help="Answered of all offered."),
    Column("abandoned_share", "Given up %", lambda row: row.calls.abandoned_share, Kind.SHARE,
           Total.RATIO, ratio=("abandoned", "offered"), formula="{abandoned}/{offered}", width=10,
           help="Given up of all offered."),
    Column("wait_seconds", "Mean wait, seconds", lambda row: row.wait_seconds, Kind.COUNT,
           holds=Holds.PEOPLE, of="answered",
           width=14, help="How long those answered had waited, on average."),
    Column("source", "Source", lambda row: row.source, width=20),
)  # fmt: skip
"""The columns of the calls of a month, service by service."""


def month_calls(file: Reads, month: Month) -> list[CallRow]:
    """Return the telephone lines in a month, those too that have told nothing."""
    told = {row.id: row for row in file.read(services.calls, month, month)}
    known = file.read(services.call_services)
    return [told.get(number, CallRow(number, name, month)) for number, name in known]


def call_troubles(row: CallRow) -> dict[str, str]:
    """Return what does not add up in a month's calls, by the key of the count."""
    ended = (row.answered or 0) + (row.abandoned or 0)
    if row.offered is None or ended <= row.offered:
        return {}
    said = f"{ended:,} answered or given up are more than the {row.offered:,} offered. "
    return {"offered": f"{said}Make offered {ended:,}, or correct the others."}


def calls_finding(rows: Sequence[CallRow], month: Month) -> str:
    """Return the sentence on how many calls were answered."""
    known = [row for row in rows if row.calls.answered_share is not None]
    if not known:
        return f"No telephone line has told of {month.words} yet."
    offered = sum(row.offered or 0 for row in known)
    answered = sum(row.answered or 0 for row in known)
    share = written(Calls(offered, answered, None).answered_share, Kind.SHARE)
    left = len(rows) - len(known)
    without = f", without {plural(left, 'service')}" if left else ""
    return f"{share} of {offered:,} calls answered in {month.words}{without}"


def calls_table(rows: Sequence[CallRow], month: Month) -> Table[CallRow]:
    """Return the calls of a month as they print."""
    notes = (
        "Given up are calls that ended before somebody answered. Calls neither answered nor given "
        "up were met by a message, or are not accounted for.",
    )
    listed = rows if any(row.is_told for row in rows) else ()
    return Table("Calls", CALLS, listed, f"{month.words}. Telephone lines and single points of "
                 "access.", notes=notes)  # fmt: skip
