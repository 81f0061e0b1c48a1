"""Changing what the catalogue tells of a service beyond its place in the list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Setting
from pch_desktop.domain.services_settings import in_order, named
from pch_desktop.models.partners import Partner
from pch_desktop.models.services import Service, ServiceSetting
from pch_desktop.store.records import by_name, found
from pch_desktop.store.workforce.texts import change

MORE_FIELDS: Mapping[str, str] = {
    "segment": "the part of the population it is for",
    "operator": "who runs the place or the unit",
    "pathway": "the way from referral to discharge",
    "is_triaged": "whether those referred are sorted first",
    "bank_holidays": "what it does on bank holidays",
    "appointment_minutes": "how many minutes an appointment takes",
    "eligibility": "whom it is for",
    "exclusions": "whom it is not for",
    "is_from_hospital": "whether it moved out of hospital",
    "acute_point": "what it was in hospital",
    "tariff_pence": "what a contact cost in hospital",
    "gp_freed_each": "the GP appointments that one person seen saves",
    "contacts_each": "the contacts that one referral needs",
    "recharge_pence": "what a contact is charged to another practice",
    "due_days": "after how many days its figures are due",
    "has_beds": "whether it has beds",
    "takes_calls": "whether it takes calls",
    "risks": "its risks",
}
"""What may be put into a service beside its ``SERVICE_FIELDS``, in the words of a sentence."""
FLAGS = frozenset({"is_triaged", "is_from_hospital", "has_beds", "takes_calls"})
BOUNDS: Mapping[str, tuple[int, int]] = {
    "appointment_minutes": (1, 1440),
    "tariff_pence": (0, 1_000_000_000),
    "recharge_pence": (0, 1_000_000_000),
    "gp_freed_each": (0, 1_000),
    "contacts_each": (0, 1_000),
    "due_days": (0, 366),
}
"""From and to, in the unit it is kept in."""
POUND = 100
PLACES = Decimal("0.0001")


def set_more(session: Session, service: Service, field: str, value: object) -> None:
    """Put a value into one of a service's ``MORE_FIELDS``, or name its commissioner.

    Raises:
        Refusal: a number is out of its bounds, a text names a patient, nobody is called so.
    """
    if field == "commissioner":
        known = by_name(session, Partner, "name", str(value), "partner") if value else None
        service.commissioner_id = known.id if known else None
        return
    if field in FLAGS:
        value = bool(value)
    elif field in BOUNDS and isinstance(value, (int, Decimal)):
        _must_fit(field, value)
    change(session, service, field, value, MORE_FIELDS[field])


def set_settings(session: Session, service_id: int, settings: Iterable[Setting]) -> None:
    """Tick exactly these settings of a service; the words of old stay as a note."""
    found(session, Service, service_id)
    session.execute(delete(ServiceSetting).where(ServiceSetting.service_id == service_id))
    session.add_all(
        ServiceSetting(service_id=service_id, setting=each) for each in in_order(settings)
    )


def tick_named_settings(session: Session) -> int:
    """Tick what the words of services without ticks name; return how many services that was.

    Raises:
        Refusal: no service without ticks has words that name a setting.
    """
    ticked = select(ServiceSetting.service_id)
    query = select(Service.id, Service.settings).where(Service.id.not_in(ticked))
    told = {service_id: named(text) for service_id, text in session.execute(query)}
    meant = {service_id: settings for service_id, settings in told.items() if settings}
    if not meant:
        raise Refusal("No service without ticks has words that name a setting. Tick them by hand.")
    for service_id, settings in meant.items():
        set_settings(session, service_id, settings)
    return len(meant)


def _must_fit(field: str, value: int | Decimal) -> None:
    least, most = BOUNDS[field]
    if not least <= value <= most:
        unit = POUND if field.endswith("_pence") else 1
        sign = "£" if field.endswith("_pence") else ""
        told = f"from {sign}{least // unit:,} to {sign}{most // unit:,}"
        raise Refusal(f"Enter {MORE_FIELDS[field]}, {told}.")
    if isinstance(value, Decimal) and value != value.quantize(PLACES):
        raise Refusal(f"Enter {MORE_FIELDS[field]} with at most four decimal places.")
