"""The safety assessments of services, and changing them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.services import ServiceStatus
from pch_desktop.domain.services_safety import Safety
from pch_desktop.models.services import Service
from pch_desktop.models.services_care import SafetyAssessment

SAFETY_FIELDS: Mapping[str, str] = {
    "patients": "which patients it is safe for",
    "capable": "who is capable of it",
    "place": "where it can be given",
    "conditions": "on which conditions",
    "assessed_on": "the day it was assessed",
    "signed_by": "who answers for it",
    "signed_on": "the day it was signed",
    "review_on": "the day it is reviewed",
}
"""What may be put into a safety assessment, in the words of a sentence that asks for it."""


@dataclass(frozen=True, slots=True)
class SafetyRow:
    """A safety assessment with the service it is of."""

    id: int
    service_id: int
    name: str
    """The service."""
    status: ServiceStatus
    is_from_hospital: bool
    live_on: date | None
    patients: str | None
    capable: str | None
    place: str | None
    conditions: str | None
    assessed_on: date | None
    signed_by: str | None
    signed_on: date | None
    review_on: date | None

    @property
    def safety(self) -> Safety:
        """It without whose it is."""
        return Safety(
            self.patients, self.capable, self.place, self.signed_by, self.signed_on, self.review_on
        )


def safety_assessments(session: Session) -> list[SafetyRow]:
    """Return all safety assessments, by service and in the order they were made."""
    query = (
        select(SafetyAssessment, Service)
        .join(Service, SafetyAssessment.service_id == Service.id)
        .order_by(Service.name, SafetyAssessment.id)
    )
    return [
        SafetyRow(
            made.id,
            service.id,
            service.name,
            service.status,
            service.is_from_hospital,
            service.live_on,
            **{field: getattr(made, field) for field in SAFETY_FIELDS},
        )
        for made, service in session.execute(query)
    ]
