"""Changing what of a scenario's contacts could be met by others, and by whom."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.workforce_demand import (
    DemandScenario,
    DemandShift,
    DemandShiftTo,
    DemandStaff,
)
from pch_desktop.store.records import found, remove
from pch_desktop.store.workforce.demand_edits import minutes, share
from pch_desktop.store.workforce.texts import change

SHIFT_FIELDS: Mapping[str, str] = {
    "divertible_share": "the part of the contacts that others could meet",
    "achieved_share": "the part of those for which it is achieved",
    "minutes": "the minutes a contact takes now",
    "source": "where the figures come from",
}
TO_FIELDS: Mapping[str, str] = {
    "share": "the part of the contacts taken on",
    "minutes": "the minutes a contact takes there",
}
DIVERTIBLE = Decimal("0.25")
"""About a quarter of contacts with GPs could be met in a more effective way (NAPC)."""
DIVERTIBLE_SOURCE = (
    "About 25% of patient contact with GPs could be met in a more effective way "
    "(NAPC, in Medeconomics 2016)"
)
NOTHING: Mapping[str, object] = {}


def add_demand_shift(
    session: Session, scenario_id: int, kind: str, *, rest: Mapping[str, object] = NOTHING
) -> int:
    """Add a shift of contacts away from a kind of staff, by its name; return its id.

    Unless told, a quarter could be met by others, as NAPC says of GPs, and all of that is
    achieved.
    """
    found(session, DemandScenario, scenario_id)
    staff_id = _giver(session, scenario_id, kind, None)
    made = DemandShift(
        scenario_id=scenario_id,
        staff_id=staff_id,
        divertible_share=DIVERTIBLE,
        achieved_share=Decimal(1),
        source=None if "divertible_share" in rest else DIVERTIBLE_SOURCE,
    )
    session.add(made)
    session.flush()
    for field, value in rest.items():
        set_demand_shift(session, made.id, field, value)
    return made.id


def set_demand_shift(session: Session, shift_id: int, field: str, value: object) -> None:
    """Put in whose contacts a shift is of (``kind``), or one of its ``SHIFT_FIELDS``."""
    shift = found(session, DemandShift, shift_id)
    if field == "kind":
        shift.staff_id = _giver(session, shift.scenario_id, str(value or ""), shift)
        return
    change(session, shift, field, _meant(field, value), SHIFT_FIELDS[field])


def remove_demand_shifts(session: Session, shift_ids: Collection[int]) -> None:
    """Delete shifts, and who would take the contacts on."""
    remove(session, DemandShift, shift_ids, "shifts")


def add_demand_shift_to(
    session: Session, shift_id: int, kind: str, *, rest: Mapping[str, object] = NOTHING
) -> int:
    """Add a kind of staff, by its name, that takes contacts on; return its id.

    Unless told, its share is what is still missing of all of them.
    """
    shift = found(session, DemandShift, shift_id)
    told = select(func.sum(DemandShiftTo.share)).where(DemandShiftTo.shift_id == shift_id)
    missing = max(Decimal(0), 1 - (session.scalar(told) or Decimal(0)))
    staff_id = _taker(session, shift, kind, None)
    made = DemandShiftTo(shift_id=shift_id, staff_id=staff_id, share=missing)
    session.add(made)
    session.flush()
    for field, value in rest.items():
        set_demand_shift_to(session, made.id, field, value)
    return made.id


def set_demand_shift_to(session: Session, to_id: int, field: str, value: object) -> None:
    """Put in who takes contacts on (``kind``), or one of its ``TO_FIELDS``."""
    to = found(session, DemandShiftTo, to_id)
    if field == "kind":
        shift = session.get_one(DemandShift, to.shift_id)
        to.staff_id = _taker(session, shift, str(value or ""), to)
        return
    change(session, to, field, _meant(field, value), TO_FIELDS[field])


def remove_demand_shift_to(session: Session, to_ids: Collection[int]) -> None:
    """Let kinds of staff take no contacts on."""
    remove(session, DemandShiftTo, to_ids, "kinds of staff")


def _meant(field: str, value: object) -> object:
    if field.endswith("share"):
        return share(value)
    return minutes(value) if field == "minutes" else value


def _giver(session: Session, scenario_id: int, kind: str, kept: DemandShift | None) -> int:
    staff = _staff(session, scenario_id, kind)
    with session.no_autoflush:
        twin = session.scalar(select(DemandShift.id).where(DemandShift.staff_id == staff.id))
    if twin is not None and (kept is None or twin != kept.id):
        raise Refusal(f"{staff.name} has a shift in this scenario. Change that one.")
    if kept is not None and _takes(session, kept.id, staff.id) is not None:
        raise Refusal(f"{staff.name} takes contacts of this shift on. Choose another kind.")
    return staff.id


def _taker(session: Session, shift: DemandShift, kind: str, kept: DemandShiftTo | None) -> int:
    staff = _staff(session, shift.scenario_id, kind)
    if staff.id == shift.staff_id:
        raise Refusal(f"The contacts leave {staff.name}. Choose another kind to meet them.")
    twin = _takes(session, shift.id, staff.id)
    if twin is not None and (kept is None or twin != kept.id):
        raise Refusal(f"{staff.name} is there already. Change its share.")
    return staff.id


def _takes(session: Session, shift_id: int, staff_id: int) -> int | None:
    of_both = DemandShiftTo.shift_id == shift_id, DemandShiftTo.staff_id == staff_id
    with session.no_autoflush:
        return session.scalar(select(DemandShiftTo.id).where(*of_both))


def _staff(session: Session, scenario_id: int, name: str) -> DemandStaff:
    plain = " ".join(name.split())
    of_name = func.lower(DemandStaff.name) == plain.lower()
    query = select(DemandStaff).where(DemandStaff.scenario_id == scenario_id, of_name)
    staff = session.scalars(query).first()
    if staff is None:
        raise Refusal(
            f"There is no kind of staff called “{plain}” in this scenario. "
            "Add it under Kinds of staff, or choose another."
        )
    return staff
