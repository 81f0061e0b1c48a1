"""What partners may do in law: contract, employ, be paid."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.partners import Partner
from pch_desktop.models.partners_met import Vehicle
from pch_desktop.store.records import by_name, change, found, remove

VEHICLE_FIELDS: Mapping[str, str] = {
    "form": "its legal form",
    "may_contract": "whether it may hold a contract",
    "may_employ": "whether it may employ",
    "has_nhs_pension": "whether its staff may have the NHS pension",
    "is_vat_registered": "whether it is registered for VAT",
    "is_payee": "whether the locality's money is paid to it",
    "liability": "who is liable",
    "note": "a note",
    "source": "where that is known from",
}
_COLUMNS = tuple(getattr(Vehicle, field) for field in VEHICLE_FIELDS)


@dataclass(frozen=True, slots=True)
class VehicleRow:
    """What a partner may do in law; None where it is not known, which is not no."""

    id: int
    partner_id: int
    partner: str
    form: str | None
    may_contract: bool | None
    may_employ: bool | None
    has_nhs_pension: bool | None
    is_vat_registered: bool | None
    is_payee: bool | None
    liability: str | None
    note: str | None
    source: str | None


def vehicles(session: Session) -> list[VehicleRow]:
    """Return what is known of partners in law, the payee first, then by name."""
    query = (
        select(Vehicle.id, Vehicle.partner_id, Partner.name, *_COLUMNS)
        .join(Partner, Vehicle.partner_id == Partner.id)
        .order_by(Vehicle.is_payee.is_(True).desc(), Partner.name)
    )
    return [VehicleRow(*row) for row in session.execute(query)]


def add_vehicle(session: Session, partner: str, fields: Mapping[str, object]) -> int:
    """Say what a partner, by its name, may do in law; return the entry's id.

    Raises:
        Refusal: it is told already.
    """
    of = by_name(session, Partner, "name", partner, "partner")
    if session.scalar(select(Vehicle.id).where(Vehicle.partner_id == of.id)) is not None:
        raise Refusal(f"{of.name} has a line already. Change that one.")
    vehicle = Vehicle(partner_id=of.id)
    session.add(vehicle)
    session.flush()
    for field, value in fields.items():
        set_vehicle(session, vehicle.id, field, value)
    return vehicle.id


def set_vehicle(session: Session, vehicle_id: int, field: str, value: object) -> None:
    """Put a value into one of a ``VEHICLE_FIELDS``; there is one payee, the one named last."""
    vehicle = found(session, Vehicle, vehicle_id)
    if field == "is_payee" and value is True:
        others = (Vehicle.is_payee.is_(True), Vehicle.id != vehicle_id)
        session.execute(update(Vehicle).where(*others).values(is_payee=False))
    change(session, vehicle, field, value, VEHICLE_FIELDS[field])


def remove_vehicles(session: Session, vehicle_ids: Collection[int]) -> None:
    """Delete what is known of partners in law."""
    remove(session, Vehicle, vehicle_ids, "legal vehicles")
