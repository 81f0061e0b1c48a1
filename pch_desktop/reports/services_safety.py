"""The safety assessments of services, set out for reading."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import RUNNING
from pch_desktop.domain.services_safety import SafetyStanding, needed
from pch_desktop.reports.table import Column, Kind, Table
from pch_desktop.reports.words import plural, shown, written
from pch_desktop.store import services
from pch_desktop.store.services import SafetyRow, ServiceRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

MARKS = {
    SafetyStanding.SIGNED: "●",
    SafetyStanding.REVIEW: "▲",
    SafetyStanding.READY: "◆",
    SafetyStanding.OPEN: "◆",
}
METHOD = (
    "A service that moved out of hospital becomes pilot or live only once an assessment says "
    "which patients, who is capable and where, and is signed."
)


def standing(row: SafetyRow, on: date) -> str:
    """Return how an assessment stands on a day, its shape first: ● Signed."""
    found = row.safety.standing(on)
    return f"{MARKS[found]} {shown(found.value)}"


def safety_columns(on: date) -> tuple[Column[SafetyRow], ...]:
    """Return the columns of safety assessments as they stand on a day, without who signed."""
    return (
        Column("name", "Service", lambda row: row.name, width=26),
        Column("status", "Status", lambda row: shown(row.status.value), width=9),
        Column("standing", "Standing", lambda row: standing(row, on), width=17, help=METHOD),
        Column("is_from_hospital", "Moved", lambda row: row.is_from_hospital, Kind.YES, width=7,
               prints=False,
               help="Whether the service moved out of hospital."),
        Column("patients", "Which patients", lambda row: row.patients, width=26,
               help="Which patients it is safe for, and which not."),
        Column("capable", "Who is capable", lambda row: row.capable, width=24,
               help="Who is able to give it, with which competencies; roles, not names."),
        Column("place", "Where", lambda row: row.place, width=22,
               help="Where it can be given, with what."),
        Column("conditions", "On condition that", lambda row: row.conditions, width=18),
        Column("assessed_on", "Assessed", lambda row: row.assessed_on, Kind.DATE, width=11),
        Column("signed_on", "Signed", lambda row: row.signed_on, Kind.DATE, width=11),
        Column("review_on", "Review", lambda row: row.review_on, Kind.DATE, width=11),
    )  # fmt: skip


def unsigned(
    rows: Sequence[ServiceRow], assessments: Sequence[SafetyRow], on: date
) -> list[ServiceRow]:
    """Return the running services that moved from hospital without a signed assessment."""
    return [
        row
        for row in rows
        if row.more.is_from_hospital and row.status in RUNNING
        and needed(tuple(each.safety for each in assessments if each.service_id == row.id
                         and (each.signed_on is None or each.signed_on <= on)))
    ]  # fmt: skip


def reviews_due(assessments: Sequence[SafetyRow], on: date) -> list[SafetyRow]:
    """Return the signed assessments of running services whose review has come."""
    return [
        row
        for row in assessments
        if row.status in RUNNING and row.safety.standing(on) is SafetyStanding.REVIEW
    ]


def finding(rows: Sequence[ServiceRow], assessments: Sequence[SafetyRow], on: date) -> str:
    """Return how many moved services run without a signature, or that none does."""
    moved = [row for row in rows if row.more.is_from_hospital]
    if not moved:
        return "No service is marked as moved out of hospital."
    without = [row.name for row in unsigned(rows, assessments, on)]
    said = f"{plural(len(moved), 'service')} moved out of hospital"
    if without:
        return f"{said}; running without a signed assessment: {', '.join(without)}."
    due = [row.name for row in reviews_due(assessments, on)]
    also = f"; review due: {', '.join(due)}" if due else ""
    return f"{said}; none runs without a signed assessment{also}."


def safety(file: Reads, month: Month) -> Table[SafetyRow]:
    """Return the safety assessments as they stand at a month's end, without names."""
    assessed = file.read(services.safety_assessments)
    said = finding(file.read(services.services, month), assessed, month.last)
    subtitle = f"As at {written(month.last, Kind.DATE)}. No names."
    return Table("Safety assessments", safety_columns(month.last), assessed, subtitle,
                 notes=(said, METHOD))  # fmt: skip
