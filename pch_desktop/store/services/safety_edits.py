"""Changing the safety assessments of services; one is signed once it says all it must."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services_safety import Safety
from pch_desktop.models.services import Service
from pch_desktop.models.services_care import SafetyAssessment
from pch_desktop.store.records import by_name, found, remove
from pch_desktop.store.services.safety import SAFETY_FIELDS
from pch_desktop.store.workforce.texts import change


def add_safety(session: Session, service: str, fields: Mapping[str, object]) -> int:
    """Add a safety assessment of a service, told by its name; return its id."""
    named = by_name(session, Service, "name", service, "service")
    made = SafetyAssessment(service_id=named.id)
    session.add(made)
    session.flush()
    # The texts and who signs come before the day, which asks for them.
    for field in SAFETY_FIELDS:
        if field in fields:
            set_safety(session, made.id, field, fields[field])
    return made.id


def set_safety(session: Session, assessment_id: int, field: str, value: object) -> None:
    """Put a value into one of an assessment's ``SAFETY_FIELDS``, or name another service.

    Taking away who signed takes the day of signing with it.

    Raises:
        Refusal: it is signed before it says all it must, or before it was assessed.
    """
    made = found(session, SafetyAssessment, assessment_id)
    if field == "service":
        made.service_id = by_name(session, Service, "name", str(value or ""), "service").id
        return
    if field == "signed_on" and value is not None:
        _may_be_signed(made)
    change(session, made, field, value, SAFETY_FIELDS[field])
    if made.signed_by is None:
        made.signed_on = None
    if made.signed_on and made.assessed_on and made.signed_on < made.assessed_on:
        raise Refusal("It cannot be signed before it was assessed. Enter a later day of signing.")


def remove_safety(session: Session, assessment_ids: Collection[int]) -> None:
    """Delete safety assessments."""
    remove(session, SafetyAssessment, assessment_ids, "safety assessments")


def begin_safety(session: Session) -> int:
    """Begin an assessment for each service moved from hospital without one; return how many.

    Raises:
        Refusal: each has one already.
    """
    begun = select(SafetyAssessment.service_id)
    query = select(Service.id).where(Service.is_from_hospital, Service.id.not_in(begun))
    wanted = list(session.scalars(query))
    if not wanted:
        raise Refusal("Each service marked as moved from hospital has a safety assessment.")
    session.add_all(SafetyAssessment(service_id=service_id) for service_id in wanted)
    session.flush()
    return len(wanted)


def _may_be_signed(made: SafetyAssessment) -> None:
    missing = list(Safety(made.patients, made.capable, made.place).missing)
    if not made.signed_by:
        missing.append(SAFETY_FIELDS["signed_by"])
    if missing:
        raise Refusal(f"Enter {'; '.join(missing)} first; then it can be signed.")
