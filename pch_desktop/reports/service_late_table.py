"""The tables of figures that are late: with whom to ask on the screen, without on paper."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.domain.period import Month
from pch_desktop.reports.service_late import DUE_WORDS, PROVISIONAL, LateRow
from pch_desktop.reports.table import Column, Holds, Kind, Table, Worse
from pch_desktop.reports.words import plural, written

LATE: tuple[Column[LateRow], ...] = (
    Column("service", "Service", lambda row: row.name, width=22),
    Column("month", "Month", lambda row: row.month.words, width=13),
    Column("what", "Figures", lambda row: row.what, width=8,
           help="Activity, beds or calls."),
    Column("state", "They are", lambda row: row.state, width=18,
           help="Missing, told without how many attended, or provisional."),
    Column("due_on", "Due", lambda row: row.due_on, Kind.DATE, width=11, help=f"{DUE_WORDS}."),
    Column("days_late", "Days late", lambda row: row.days_late, Kind.COUNT, width=8,
           worse=Worse.ABOVE, help="By the last day of the month at hand; blank if not due yet."),
    Column("lead", "From", lambda row: row.sender.lead, width=21,
           help="The partner that leads the service."),
)  # fmt: skip
"""The columns of what is late."""
ASKED: tuple[Column[LateRow], ...] = (
    *LATE,
    Column("contact", "Ask", lambda row: row.sender.contact, width=10,
           help="The lead's preferred contact; on the screen only.", holds=Holds.NAMES),
)  # fmt: skip
"""The same with whom to ask, for the screen alone."""


def missing(rows: Sequence[LateRow]) -> list[LateRow]:
    """Return what has not been told, without what is provisional."""
    return [row for row in rows if row.state != PROVISIONAL]


def late_finding(rows: Sequence[LateRow], month: Month) -> str:
    """Return the sentence on what is late and what is provisional."""
    gone = missing(rows)
    late = [row for row in gone if row.days_late]
    provisional = len(rows) - len(gone)
    still = f"; {plural(provisional, 'month')} still provisional" if provisional else ""
    if not gone:
        return f"Nothing is missing up to {month.words}{still}"
    if not late:
        one = "is" if len(gone) == 1 else "are"
        return f"{plural(len(gone), 'return')} missing, none of which {one} due yet{still}"
    most = late[0]
    return (
        f"{plural(len(late), 'return')} late of {len(gone)} missing; longest {most.name}, "
        f"{most.month.words}, due {written(most.due_on, Kind.DATE)}{still}"
    )


def request(row: LateRow) -> str:
    """Return the words in which a month's figures are asked for."""
    who = row.sender.contact or row.sender.lead or "all"
    wanted = "confirm as final" if row.state == PROVISIONAL else "send"
    return (
        f"Dear {who}, please {wanted} the {row.what.lower()} figures of {row.name} for "
        f"{row.month.words}. They were due by {written(row.due_on, Kind.DATE)}."
    )


def late_table(rows: Sequence[LateRow], month: Month) -> Table[LateRow]:
    """Return what is late as it prints, without names of people."""
    days = written(month.last, Kind.DATE)
    notes = (f"{DUE_WORDS}. Days late are counted to {days}.",)
    return Table("Late figures", LATE, rows, f"Up to {month.words}.", notes=notes)
