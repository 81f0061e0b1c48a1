"""Months of activity in the board pack, and what of them needs attention."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.reports import service_load_table, service_parts_table
from pch_desktop.reports.service_beds import bed_troubles, beds_table, month_beds
from pch_desktop.reports.service_calls import call_troubles, calls_table, month_calls
from pch_desktop.reports.service_checks import checks
from pch_desktop.reports.service_counts import ALL, MODES, MONTH
from pch_desktop.reports.service_late import late_rows
from pch_desktop.reports.service_late_table import late_finding, late_table
from pch_desktop.reports.service_load import load
from pch_desktop.reports.service_parts import wholes
from pch_desktop.reports.statement import Finding, Weight
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
    rows = [row for row in file.read(services.services, month) if row.month is not None]
    parts = file.read(services.parts, month, month)
    year = file.read(services.parts, month.financial_year.months[0], month)
    seen = load(year, file.read(population.practices, month))
    so_far = f"April to {month.words}: where patients of each practice were seen."
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
    told = [row for row in rows if any(getattr(row.month, key) is not None for key in counts)]
    return Table(title, columns, told, f"{month.words}.", notes=notes)


def activity_findings(file: Reads, month: Month) -> list[Finding]:
    """Return what of the months of activity needs attention."""
    rows = file.read(services.services, month)
    undecided = file.read(services.undecided, month)
    found = [
        _note(row.id, f"{row.name}: {check.sentence}", month, "Month", "Correct")
        for row in rows
        for check in checks(row, undecided.get(row.id, 0))
    ]
    return [*found, *_overdue(file, month), *_apart(file, rows, month), *_returns(file, month)]


def _overdue(file: Reads, month: Month) -> Iterator[Finding]:
    rows = late_rows(file, month)
    late = [row for row in rows if row.days_late]
    if late:
        yield Finding("services", late_finding(rows, month), late[0].sender.lead or "",
                      Weight.LATE, "Ask", late[0].sender.id, "What is late")  # fmt: skip


def _apart(file: Reads, rows: Sequence[ServiceRow], month: Month) -> Iterator[Finding]:
    for row in wholes(file.read(services.parts, month, month), rows):
        if row.differences:
            yield _note(row.id, f"{row.name}: {row.sentence}", month, "By place", "Correct")


def _returns(file: Reads, month: Month) -> Iterator[Finding]:
    told = [
        *(("Beds", row.id, row.name, bed_troubles(row)) for row in month_beds(file, month)),
        *(("Calls", row.id, row.name, call_troubles(row)) for row in month_calls(file, month)),
    ]
    for view, record_id, name, troubles in told:
        for sentence in troubles.values():
            yield _note(record_id, f"{name}: {sentence}", month, view, "Correct")


def _note(record_id: int, title: str, month: Month, view: str, verb: str) -> Finding:
    return Finding("services", title, month.words, Weight.NOTE, verb, record_id, view)
