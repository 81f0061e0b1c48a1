"""The table of months by place held against the whole, and what it says."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.domain.period import Month
from pch_desktop.reports.service_months import COUNTS
from pch_desktop.reports.service_parts import WholeRow
from pch_desktop.reports.table import Column, Holds, Kind, Table, Total
from pch_desktop.reports.words import plural


def _apart(key: str) -> Column[WholeRow]:
    title = f"{COUNTS[key][0]} ±"
    return Column(f"apart_{key}", title, lambda row: row.apart(key), Kind.COUNT, holds=Holds.PEOPLE,
                  band="Parts less month", help="Brackets where the parts are fewer.",
                  width=9)  # fmt: skip


WHOLE: tuple[Column[WholeRow], ...] = (
    Column("name", "Service", lambda row: row.name, width=26),
    Column("parts", "Parts", lambda row: row.parts, Kind.COUNT, width=6),
    Column("by_place", "Attended by place", lambda row: row.sums["attended"], Kind.COUNT, Total.SUM,
           "Attended", width=9, holds=Holds.PEOPLE, help="What the parts add up to."),
    Column("whole", "Attended in month", lambda row: row.month["attended"], Kind.COUNT, Total.SUM,
           "Attended", width=9, holds=Holds.PEOPLE,
           help="What the service told for the month as a whole."),
    *(_apart(key) for key in ("attended", "slots", "booked", "not_attended", "referrals")),
    Column("agrees", "Parts are", lambda row: "Apart" if row.differences else "The whole",
           width=10, help="Whether all counts known of both agree."),
)  # fmt: skip
"""The columns of the parts against the whole."""


def parts_finding(rows: Sequence[WholeRow], month: Month) -> str:
    """Return the sentence on how far the parts are the whole."""
    if not rows:
        return f"No service has told of {month.words} by place yet."
    apart = [row for row in rows if row.differences]
    if not apart:
        return f"{plural(len(rows), 'service')} told by place, each as its month as a whole."
    more = f" {plural(len(apart) - 1, 'other')} differ too." if len(apart) > 1 else ""
    return f"{apart[0].name}: {apart[0].sentence}.{more}"


def table(rows: Sequence[WholeRow], month: Month) -> Table[WholeRow]:
    """Return the parts against the whole as they print."""
    notes = (
        "By place adds up what was told by place of care and by the patients' practice. "
        "A difference is told and never put right by itself.",
        "A blank is not known; a sum with a blank part is not known.",
    )
    return Table("Activity by place", WHOLE, rows, f"{month.words}.", notes=notes)
