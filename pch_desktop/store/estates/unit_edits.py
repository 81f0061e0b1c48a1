"""Changing mobile units: none is confirmed before somebody has answered for its safety."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.estates import BookingStatus, UnitKind
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.estates import MobileUnit
from pch_desktop.models.estates_bookings import Booking
from pch_desktop.models.partners import Partner
from pch_desktop.store.records import by_name, change, found, remove

UNIT_FIELDS: Mapping[str, str] = {
    "name": "the unit's name",
    "kind": "what the unit is",
    "requirements": "what its place must offer",
    "daily_pence": "what a day costs",
    "patients_a_day": "how many people it sees a day",
    "signed_off_by": "who answers for its safety",
    "signed_off_on": "the day it was signed off",
    "note": "a note",
}
MOST_A_DAY = 999
NOTHING: Mapping[str, object] = {}


def add_unit(
    session: Session, name: str, kind: UnitKind, *, rest: Mapping[str, object] = NOTHING
) -> int:
    """Add a mobile unit with what else is known, as for ``set_unit``; return its id."""
    plain = name.strip()
    if session.scalar(select(MobileUnit.id).where(MobileUnit.name == plain)):
        raise Refusal(f"“{plain}” is already there. Enter another name for the unit.")
    made = MobileUnit(name=plain, kind=kind)
    session.add(made)
    session.flush()
    for field in sorted(rest, key=lambda field: field == "signed_off_on"):
        set_unit(session, made.id, field, rest[field])
    return made.id


def set_unit(session: Session, unit_id: int, field: str, value: object) -> None:
    """Put a value into one of a unit's ``UNIT_FIELDS``, or name its ``provider``.

    Raises:
        Refusal: a day of signing off without a name, or the sign-off is taken
            back while bookings are confirmed.
    """
    unit = found(session, MobileUnit, unit_id)
    if field == "provider":
        name = str(value or "")
        unit.provider_id = by_name(session, Partner, "name", name, "partner").id if name else None
        return
    if field in {"signed_off_on", "signed_off_by"}:
        _must_stay_signed(session, unit, field, value)
    if isinstance(value, int) and field == "patients_a_day" and not 0 <= value <= MOST_A_DAY:
        raise Refusal(f"Enter how many people it sees a day, from 0 to {MOST_A_DAY}.")
    if isinstance(value, int) and field == "daily_pence" and value < 0:
        raise Refusal("Enter what a day costs: an amount of £0 or more.")
    change(session, unit, field, value, UNIT_FIELDS[field])


def remove_units(session: Session, unit_ids: Collection[int]) -> None:
    """Delete mobile units, with their bookings."""
    remove(session, MobileUnit, unit_ids, "mobile units")


def must_be_signed_off(session: Session, unit_id: int, day: date) -> None:
    """Refuse to confirm a unit for a day before which nobody has answered for its safety."""
    unit = found(session, MobileUnit, unit_id)
    if unit.signed_off_on is None or unit.signed_off_on > day:
        raise Refusal(
            f"Nobody has signed {unit.name} off as safe for patients by then. Book it as "
            "provisional, or enter first who signed it off and when, under Mobile units."
        )


def _must_stay_signed(session: Session, unit: MobileUnit, field: str, value: object) -> None:
    if field == "signed_off_on" and value is not None and not unit.signed_off_by:
        raise Refusal("Enter first who answers for the unit's safety, then the day.")
    if field == "signed_off_by" and not value and unit.signed_off_on is not None:
        raise Refusal("Clear first the day it was signed off, then the name.")
    if field != "signed_off_on":
        return
    confirmed = [Booking.unit_id == unit.id, Booking.status == BookingStatus.CONFIRMED]
    if value is not None:
        confirmed.append(Booking.day < value)
    first = session.scalar(select(func.min(Booking.day)).where(*confirmed))
    if first is not None:
        raise Refusal(
            f"{unit.name} is confirmed for {first.day} {first:%B %Y}. Make its bookings "
            "provisional first, or enter a day of signing off before that."
        )
