"""Weeks to clear and appointments short as a table."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pch_desktop.domain.period import Month
from pch_desktop.reports.service_clearing import GAP, METHOD, ClearingRow, alt_text, finding
from pch_desktop.reports.service_waits import nothing_live, worded
from pch_desktop.reports.table import Chart, Column, Holds, Kind, Shape, Table, Total, Value, Worse
from pch_desktop.store.services import QueueRow

COUNTS = {
    "waiting": ("Waiting", "People waiting at the month's end."),
    "referrals": ("Referrals", "Referrals received."),
    "rejected": ("Rejected", "Of the referrals, those not taken on."),
    "first_contacts": ("First seen", "People seen for the first time."),
    "accepted": ("Taken on", "Of the referrals, those taken on."),
}
QUEUE, CAPACITY = "The queue", "Capacity"


def _count(key: str, band: str) -> Column[ClearingRow]:
    title, meaning = COUNTS[key]

    def value(row: ClearingRow) -> Value:
        queue: QueueRow = row.queue
        return getattr(queue, key)

    return Column(key, title, value, Kind.COUNT, Total.SUM, band, help=meaning, width=8,
                  holds=Holds.PEOPLE)  # fmt: skip


def _weeks(row: ClearingRow) -> Value:
    return row.weeks


def _weekly(row: ClearingRow) -> Decimal | None:
    return None if row.pace is None else row.pace.weekly_seen - row.pace.weekly_joined


def _needed(row: ClearingRow) -> str:
    return "" if row.needed is None else "{accepted}*{contacts_each}"


def _gap(row: ClearingRow) -> str:
    return "" if row.gap is None else "{needed}-{slots}"


CLEARING: tuple[Column[ClearingRow], ...] = (
    Column("name", "Service", lambda row: row.name, width=25),
    *(_count(key, QUEUE) for key in ("waiting", "referrals", "rejected", "first_contacts")),
    Column("weekly", "Fewer a week", _weekly, Kind.NUMBER, band=QUEUE, width=8, formula="pace",
           holds=Holds.PEOPLE,
           formula_of=nothing_live,
           help="First seen in a week, less those who join; below nought the queue grows."),
    Column("weeks", "Weeks to clear", _weeks, Kind.NUMBER, band=QUEUE, width=9, formula="pace",
           holds=Holds.PEOPLE,
           formula_of=nothing_live, kind_of=worded(_weeks, Kind.NUMBER), help=METHOD),
    _count("accepted", CAPACITY),
    Column("contacts_each", "Contacts each", lambda row: row.queue.contacts_each, Kind.NUMBER,
           band=CAPACITY, width=9, help="Contacts one referral taken on needs."),
    Column("needed", "Contacts needed", lambda row: row.needed, Kind.NUMBER, Total.SUM, CAPACITY,
           formula="needed", formula_of=_needed, width=9,
           help="Referrals taken on × contacts each needs."),
    Column("slots", "Appointments", lambda row: row.queue.slots, Kind.COUNT, Total.SUM, CAPACITY,
           width=11, help="Appointments there were."),
    Column("gap", "Short", lambda row: row.gap, Kind.NUMBER, band=CAPACITY, worse=Worse.ABOVE,
           formula="gap", formula_of=_gap, width=8, help=GAP),
)  # fmt: skip
"""The columns of weeks to clear."""


def table(rows: Sequence[ClearingRow], month: Month) -> Table[ClearingRow]:
    """Return weeks to clear as they print, what is short on top."""
    told = sorted((row for row in rows if row.is_told), key=lambda row: (row.gap is None,
                  -(row.gap or 0), row.name))  # fmt: skip
    drawn = sum(row.gap is not None for row in told)
    chart = Chart(Shape.BARS, "name", ("needed", "slots"), finding(rows, month),
                  alt_text(rows, month), drawn)  # fmt: skip
    subtitle = f"At the pace of {month.words}."
    return Table("Weeks to clear", CLEARING, told, subtitle, (chart,) if drawn else (),
                 (METHOD, GAP))  # fmt: skip
