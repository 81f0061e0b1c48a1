"""Changing what services are to reach, and what was reached in a month."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services_targets import Aim
from pch_desktop.models.services import Service
from pch_desktop.models.services_targets import ServiceTarget, TargetReading
from pch_desktop.store.budget.closing import must_be_open
from pch_desktop.store.records import by_name, change, found, remove

TARGET_FIELDS: Mapping[str, str] = {
    "measure": "what is measured",
    "target": "what is to be reached",
    "amber": "what is still near",
    "is_higher_better": "whether higher is better",
    "is_outcome": "whether it tells of people's health",
    "period": "over what it is measured",
    "source": "where the readings come from",
    "owner": "who answers for it",
}
FLAGS = {"is_higher_better": True, "is_outcome": False}
MOST = Decimal(1_000_000_000)
PLACES = Decimal("0.0001")


def add_target(session: Session, service: str, measure: str, fields: Mapping[str, object]) -> int:
    """Add what a service, told by its name, is to reach; return its id."""
    target = ServiceTarget(service_id=by_name(session, Service, "name", service, "service").id)
    change(session, target, "measure", " ".join(measure.split()), TARGET_FIELDS["measure"])
    _once(session, target)
    session.add(target)
    session.flush()
    # Which way is better comes first: the amber mark is judged by it.
    for field in sorted(fields, key=list(FLAGS).__contains__, reverse=True):
        set_target(session, target.id, field, fields[field])
    return target.id


def set_target(session: Session, target_id: int, field: str, value: object) -> None:
    """Put a value into one of a target's ``TARGET_FIELDS``, or name another service.

    Raises:
        Refusal: the amber mark is better than the target, or the service has the measure.
    """
    target = found(session, ServiceTarget, target_id)
    with session.no_autoflush:
        if field == "service":
            target.service_id = by_name(session, Service, "name", str(value or ""), "service").id
        else:
            kept = FLAGS[field] if field in FLAGS and value is None else _fitting(value)
            change(session, target, field, kept, TARGET_FIELDS[field])
        _once(session, target)
    if not Aim(target.target, target.amber, target.is_higher_better).is_in_order:
        side = "at or below" if target.is_higher_better else "at or above"
        raise Refusal(f"What is still near lies {side} the target. Enter one that does.")


def set_reading(session: Session, target_id: int, month: Month, value: object) -> None:
    """Say what was reached in a month; a blank takes the reading away.

    Raises:
        Refusal: the month is closed.
    """
    must_be_open(session, month)
    target = found(session, ServiceTarget, target_id)
    of_month = (TargetReading.target_id == target.id, TargetReading.month == month)
    kept = session.scalars(select(TargetReading).where(*of_month)).first()
    if not isinstance(value, (int, Decimal)):
        if kept is not None:
            session.delete(kept)
        return
    if kept is None:
        kept = TargetReading(target_id=target.id, month=month)
        session.add(kept)
    kept.value = Decimal(str(_fitting(value)))


def remove_targets(session: Session, target_ids: Collection[int]) -> None:
    """Delete what services are to reach, with its readings."""
    remove(session, ServiceTarget, target_ids, "targets")


def _fitting(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return value
    number = Decimal(value)
    if abs(number) > MOST or number != number.quantize(PLACES):
        raise Refusal("Enter a number up to 1,000,000,000 with at most four decimal places.")
    return number


def _once(session: Session, target: ServiceTarget) -> None:
    twin = select(ServiceTarget.id).where(
        ServiceTarget.service_id == target.service_id,
        ServiceTarget.measure == target.measure,
        ServiceTarget.id.is_not(target.id),
    )
    if session.scalar(twin) is not None:
        raise Refusal("The service has a line for this measure already. Change that line.")
