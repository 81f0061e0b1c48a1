"""Appointments as the national figures count them: the places and months, and their counts."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.models.services_waits import AppointmentCount


@dataclass(frozen=True, slots=True, order=True)
class NationalMonth:
    """A month of a place that was brought in."""

    place_code: str
    place_name: str
    month: Month


@dataclass(frozen=True, slots=True)
class AppointmentRow:
    """Appointments of one status, staff, mode and time between booking and appointment."""

    id: int
    status: str
    staff: str
    mode: str
    lead_time: str
    appointments: int
    source: str | None


def national_months(session: Session) -> list[NationalMonth]:
    """Return the places and months there are national figures of, in order."""
    query = select(
        AppointmentCount.place_code, AppointmentCount.place_name, AppointmentCount.month
    ).distinct()
    return sorted(NationalMonth(*row) for row in session.execute(query))


def appointments(session: Session, place_code: str, month: Month) -> list[AppointmentRow]:
    """Return the counts of a place in a month."""
    query = select(
        AppointmentCount.id,
        AppointmentCount.status,
        AppointmentCount.staff,
        AppointmentCount.mode,
        AppointmentCount.lead_time,
        AppointmentCount.appointments,
        AppointmentCount.source,
    ).where(AppointmentCount.place_code == place_code, AppointmentCount.month == month)
    return [AppointmentRow(*row) for row in session.execute(query)]
