"""Months of activity in the board pack, and what of them needs attention."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import RUNNING
from pch_desktop.reports import service_load_table, service_parts_table
from pch_desktop.reports.service_beds import beds_table, month_beds
from pch_desktop.reports.service_calls import calls_table, month_calls
from pch_desktop.reports.service_counts import ALL, MODES, MONTH
from pch_desktop.reports.service_late import late_rows
from pch_desktop.reports.service_late_table import late_table
from pch_desktop.reports.service_load import load
from pch_desktop.reports.service_parts import wholes
from pch_desktop.reports.service_periods import YEAR, first_of, words_of
from pch_desktop.reports.table import Table
from pch_desktop.store import population, services
from pch_desktop.store.services import ServiceRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

SHEETS = {
    "Service appointments": (
        "planned_sessions", "sessions", "per_session", "slots", "booked", "attended",
        "not_attended", "cancelled_by_patient", "cancelled_by_service", "is_provisional",
    ),
    "Appointments taken up": (
        "slots", "booked", "attended", "not_attended", "fill_share", "not_attended_share",
        "utilisation_share", "lost_slots", "unfilled_slots", "overbooked",
    ),
    "Referrals": (
        "referrals", "accepted", "rejected", "waiting", "first_contacts", "admissions_avoided",
        "source",
    ),
    "Ways of contact": (*MODES, "contacts"),
}  # fmt: skip
"""The sheets of a month's counts, and the columns of each."""
RULES = (
    "Filled is booked of all appointments; missed is not attended of all who were due, without "
    "cancellations; used is attended of all appointments. Overbooked services lose none.",
    "A blank is not known; a total over a blank is incomplete.",
)


def activity_tables(file: Reads, month: Month) -> list[Table[Any]]:
    """Return the tables of activity that hold something."""
    rows = [
        row for row in file.read(services.services, month) if row.month or row.status in RUNNING
    ]
    parts = file.read(services.parts, month, month)
    year = file.read(services.parts, first_of(YEAR, month), month)
    seen = load(year, file.read(population.practices, month))
    so_far = f"{words_of(YEAR, month)}: where patients of each practice were seen."
    found: tuple[Table[Any], ...] = (
        *(_sheet(title, rows, month) for title in SHEETS),
        service_parts_table.table(wholes(parts, rows), month),
        service_load_table.load_table(seen, so_far),
        service_load_table.recharge_table(seen, so_far),
        beds_table(month_beds(file, month), month),
        calls_table(month_calls(file, month), month),
        late_table(late_rows(file, month), month),
    )
    return [table for table in found if table.rows]


def _sheet(title: str, rows: Sequence[ServiceRow], month: Month) -> Table[ServiceRow]:
    """Return a month's counts of one kind, without services that told none of them."""
    by_key = {column.key: column for column in MONTH}
    keys = SHEETS[title]
    columns = (by_key["name"], *(by_key[key] for key in keys))
    notes = RULES if "fill_share" in keys else RULES[1:]
    counts = [key for key in keys if key in ALL]
    told = [row for row in rows if any(getattr(row.month, key, None) is not None for key in counts)]
    silent = [row.name for row in rows if row not in told and row.status in RUNNING]
    if silent:
        notes = (*notes, f"Not in the totals, for nothing of this is told: {', '.join(silent)}.")
    return Table(title, columns, told, f"{month.words}.", notes=notes)
