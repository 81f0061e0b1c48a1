"""Details of staff, set out for reading: whose are kept, whose have had their time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce_people import Registered
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.words import plural, written
from pch_desktop.store import workforce
from pch_desktop.store.workforce import PersonRow, RecordState, Retention, StaffRecordRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

STATES = {RecordState.DUE: "Due", RecordState.KEPT: "Kept"}
"""What stands with a shape: those who left, and whether their time is over."""


def _about(row: StaffRecordRow) -> str | None:
    if row.state is RecordState.ANONYMOUS:
        day = written(row.anonymised_on, Kind.DATE)
        return f"Made anonymous{f' on {day}' if day else ''}"
    if row.state is RecordState.NEVER:
        return "Never held a post"
    return "Holds a post" if row.state is RecordState.HOLDS else None


RECORDS: tuple[Column[StaffRecordRow], ...] = (
    Column("name", "Name", lambda row: row.name, width=22),
    Column("held", "Held last", lambda row: row.held, width=36),
    Column("last_day", "Last day", lambda row: row.last_day, Kind.DATE, width=13,
           help="The last day of all they held; blank while it goes on."),
    Column("kept_until", "Name kept until", lambda row: row.kept_until, Kind.DATE, width=15,
           help="The last day, and the months names are kept after it."),
    Column("state", "After leaving", lambda row: STATES.get(row.state), Kind.RATING,
           words=tuple(STATES.values()), width=12,
           help="Due: the name has been kept for its time. Kept: it still may be."),
    Column("about", "Now", _about, width=24),
)  # fmt: skip


def due(rows: Sequence[StaffRecordRow]) -> list[StaffRecordRow]:
    """Return whose names have been kept for their time, the longest first."""
    found = [row for row in rows if row.state is RecordState.DUE]
    return sorted(found, key=lambda row: (row.kept_until or date.max, row.id))


def records_finding(rows: Sequence[StaffRecordRow], kept: Retention) -> str:
    """Return the sentence on whose names are to go, and on what ground the others are kept."""
    count = len(due(rows))
    left = sum(row.state is RecordState.KEPT for row in rows)
    months = plural(kept.months, "month")
    basis = f"Lawful basis: {kept.basis.value}." if kept.basis else "No lawful basis is recorded."
    if count:
        people = "1 leaver is" if count == 1 else f"{count:,} leavers are"
        return f"{people} due to be made anonymous: they left more than {months} ago. {basis}"
    told = f"{plural(left, 'leaver')} of the last {months} still named" if left else "no leaver"
    return f"Nobody is due to be made anonymous; {told}. {basis}"


def expired(rows: Sequence[PersonRow]) -> list[PersonRow]:
    """Return who holds a post although their registration has ended, the longest first."""
    found = [row for row in rows if row.registered is Registered.ENDED]
    return sorted(found, key=lambda row: (row.registration_expires_on or date.max, row.id))


def expired_words(row: PersonRow) -> str:
    """Return the sentence on a registration that has ended."""
    day = written(row.registration_expires_on, Kind.DATE)
    return (
        f"The registration with the {row.professional_body.value} ended on {day}. "
        "Enter the new day once it is renewed."
    )


def record_findings(file: Reads, month: Month) -> list[Finding]:
    """Return what is to be seen to: names whose time is over, and no lawful basis."""
    found: list[Finding] = []
    records = file.read(workforce.staff_records, month.last)
    kept = file.read(workforce.retention)
    if first := due(records):
        title = f"{plural(len(first), 'leaver')} to be made anonymous"
        detail = f"They left more than {plural(kept.months, 'month')} ago: see Staff records."
        found.append(Finding("workforce", title, detail, Weight.LATE, "Make anonymous",
                             first[0].id, "Staff records", "state"))  # fmt: skip
    if records and kept.basis is None:
        title = "No lawful basis for staff records is recorded"
        detail = "Choose it under Settings."
        found.append(Finding("workforce", title, detail, Weight.NOTE, "Choose", records[0].id,
                             "Staff records"))  # fmt: skip
    return found
