"""What of the months of activity needs attention."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.reports.service_beds import bed_troubles, month_beds
from pch_desktop.reports.service_calls import call_troubles, month_calls
from pch_desktop.reports.service_checks import checks
from pch_desktop.reports.service_late import late_rows
from pch_desktop.reports.service_late_table import late_finding
from pch_desktop.reports.service_parts import wholes
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.store import services
from pch_desktop.store.services import ServiceRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


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
