"""Taking a service from one status to the next; one moved from hospital must be safe first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import RUNNING, ServiceStatus
from pch_desktop.domain.services_safety import Safety, needed
from pch_desktop.domain.services_status import step_refused
from pch_desktop.models.services import Service
from pch_desktop.models.services_care import SafetyAssessment
from pch_desktop.store import trail
from pch_desktop.store.records import found


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step a service took in this file: from one status to another, on a day."""

    id: int
    on: date
    who: str
    before: ServiceStatus
    after: ServiceStatus


def become(session: Session, service: Service, status: object) -> None:
    """Take a service to another status.

    Raises:
        Refusal: no step leads there from where it stands, its first day is not known, or it
            moved out of hospital and no safety assessment is signed.
    """
    if not isinstance(status, ServiceStatus):
        raise Refusal("Choose where it stands: idea, design, pilot, live, paused or closed.")
    if said := step_refused(service.name, service.status, status, service.live_on):
        raise Refusal(said)
    if status is not service.status:
        must_be_safe(session, service, status)
    service.status = status


def must_be_safe(session: Session, service: Service, status: ServiceStatus) -> None:
    """Refuse that a service moved from hospital sees people before its safety is signed for."""
    if not service.is_from_hospital or status not in RUNNING:
        return
    if wanted := needed(safety_of(session, service.id)):
        raise Refusal(
            f"“{service.name}” moved out of hospital and cannot become {status.value} yet. "
            f"Enter {wanted}, under From hospital, Safety."
        )


def safety_of(session: Session, service_id: int) -> tuple[Safety, ...]:
    """Return the safety assessments of a service, the oldest first."""
    query = select(SafetyAssessment).where(SafetyAssessment.service_id == service_id)
    return tuple(
        Safety(each.patients, each.capable, each.place, each.signed_by, each.signed_on,
               each.review_on)
        for each in session.scalars(query.order_by(SafetyAssessment.id))
    )  # fmt: skip


def status_steps(session: Session, service_id: int) -> list[StepRow]:
    """Return the steps a service took in this file, the latest first, from its history."""
    found(session, Service, service_id)
    return [
        StepRow(figure.id, figure.at.date(), figure.who, column.before, column.after)
        for figure in trail.row_history(session, "service", service_id)
        for column in figure.row.columns
        if column.column == "status"
        and isinstance(column.before, ServiceStatus)
        and isinstance(column.after, ServiceStatus)
    ]
