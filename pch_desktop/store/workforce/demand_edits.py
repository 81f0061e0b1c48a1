"""Changing scenarios of demand, their segments and their kinds of staff."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.workforce import Role
from pch_desktop.models.workforce_demand import (
    DemandMix,
    DemandScenario,
    DemandSegment,
    DemandStaff,
    DemandStaffRole,
)
from pch_desktop.models.workforce_pay import PayPoint
from pch_desktop.store.records import by_name, cleaned, found, remove
from pch_desktop.store.workforce.texts import change

SCENARIO_FIELDS: Mapping[str, str] = {
    "weeks_worked": "the weeks worked in a year",
    "working_days": "the working days in a year",
    "note": "a note",
    "source": "where the figures come from",
}
SEGMENT_FIELDS: Mapping[str, str] = {
    "people": "how many people there are",
    "contacts_per_thousand": "the contacts of a thousand people in a year",
    "minutes": "the minutes a contact takes",
    "source": "where the figures come from",
}
STAFF_FIELDS: Mapping[str, str] = {
    "patient_facing_share": "the part of the time that is spent with patients",
    "weeks_worked": "the weeks worked in a year",
    "planned_wte": "the planned change in WTE",
    "source": "where the figures come from",
}
USUAL_WEEKS = Decimal(42)
"""Our own assumption of 52 less leave, bank holidays, study and sickness; said where it is used."""
LONGEST_NAME = 60
MOST_MINUTES, MOST_CONTACTS, MOST_PEOPLE, MOST_PLANNED = 480, 200_000, 10_000_000, 999
MOST_WEEKS, MOST_DAYS = 52, 366
FOUR, SIX = Decimal("0.0001"), Decimal("0.000001")
NOTHING: Mapping[str, object] = {}
NO_SHARES: Mapping[int, object] = {}
Owned = DemandSegment | DemandStaff


def add_demand_scenario(
    session: Session, name: str, *, rest: Mapping[str, object] = NOTHING
) -> int:
    """Add a scenario with nothing in it, and what else is known of it; return its id."""
    place = _last(session, DemandScenario) + 1
    made = DemandScenario(name="", position=place, weeks_worked=USUAL_WEEKS)
    _name_scenario(session, made, name)
    session.add(made)
    session.flush()
    for field, value in rest.items():
        set_demand_scenario(session, made.id, field, value)
    return made.id


def set_demand_scenario(session: Session, scenario_id: int, field: str, value: object) -> None:
    """Put in a scenario's name, or one of its ``SCENARIO_FIELDS``."""
    scenario = found(session, DemandScenario, scenario_id)
    if field == "name":
        _name_scenario(session, scenario, str(value or ""))
        return
    if field == "weeks_worked":
        value = weeks(value)
    if field == "working_days" and not (isinstance(value, int) and 1 <= value <= MOST_DAYS):
        raise Refusal("Enter the working days of a year, from 1 to 366, such as 253.")
    change(session, scenario, field, value, SCENARIO_FIELDS[field])


def remove_demand_scenarios(session: Session, scenario_ids: Collection[int]) -> None:
    """Delete scenarios with everything in them; posts and people stay as they are."""
    remove(session, DemandScenario, scenario_ids, "scenarios")


def add_demand_segment(
    session: Session,
    scenario_id: int,
    name: str,
    *,
    rest: Mapping[str, object] = NOTHING,
    shares: Mapping[int, object] = NO_SHARES,
) -> int:
    """Add a segment to a scenario; return its id.

    Args:
        session: the open edit.
        scenario_id: whose it is.
        name: what it is called.
        rest: what else is known of it, as for ``set_demand_segment``.
        shares: which part of its contacts each kind of staff sees, by the kind's id.
    """
    found(session, DemandScenario, scenario_id)
    place = _last(session, DemandSegment, scenario_id) + 1
    made = DemandSegment(scenario_id=scenario_id, position=place, name="")
    _name_part(session, made, name, "segment")
    session.add(made)
    session.flush()
    for field, value in rest.items():
        set_demand_segment(session, made.id, field, value)
    for staff_id, part in shares.items():
        set_demand_mix(session, made.id, staff_id, "share", part)
    return made.id


def set_demand_segment(session: Session, segment_id: int, field: str, value: object) -> None:
    """Put in a segment's name, or one of its ``SEGMENT_FIELDS``."""
    segment = found(session, DemandSegment, segment_id)
    if field == "name":
        _name_part(session, segment, str(value or ""), "segment")
        return
    if field == "minutes":
        value = minutes(value)
    if field == "contacts_per_thousand" and isinstance(value, int | Decimal):
        if not 0 <= value <= MOST_CONTACTS:
            raise Refusal("Enter the contacts of a thousand people in a year, such as 5,160.")
        value = Decimal(value).quantize(FOUR, ROUND_HALF_UP)
    if field == "people" and isinstance(value, int) and value > MOST_PEOPLE:
        raise Refusal("Enter how many people there are, up to 10,000,000.")
    change(session, segment, field, value, SEGMENT_FIELDS[field])


def remove_demand_segments(session: Session, segment_ids: Collection[int]) -> None:
    """Delete segments, and who sees them."""
    remove(session, DemandSegment, segment_ids, "segments")


def set_demand_mix(
    session: Session, segment_id: int, staff_id: int, field: str, value: object
) -> None:
    """Say which ``share`` of a segment's contacts a kind of staff sees, or its own ``minutes``.

    A blank share takes the kind of staff out of the segment.

    Raises:
        Refusal: the share is not from 0 to 1, or there are minutes without a share.
    """
    segment, staff = (
        found(session, DemandSegment, segment_id),
        found(session, DemandStaff, staff_id),
    )
    if segment.scenario_id != staff.scenario_id:
        raise Refusal(f"“{staff.name}” is of another scenario. Choose a kind of staff of this one.")
    of_both = DemandMix.segment_id == segment_id, DemandMix.staff_id == staff_id
    mix = session.scalars(select(DemandMix).where(*of_both)).first()
    if field == "share" and value is None:
        if mix is not None:
            session.delete(mix)
        return
    if field == "minutes" and mix is None:
        raise Refusal(f"Enter first which part of the contacts {staff.name} sees.")
    if mix is None:
        mix = DemandMix(segment_id=segment_id, staff_id=staff_id, share=share(value))
        session.add(mix)
    elif field == "share":
        mix.share = share(value)
    if field == "minutes":
        mix.minutes = minutes(value)


def add_demand_staff(
    session: Session, scenario_id: int, name: str, *, rest: Mapping[str, object] = NOTHING
) -> int:
    """Add a kind of staff to a scenario, with what else is known of it; return its id."""
    found(session, DemandScenario, scenario_id)
    place = _last(session, DemandStaff, scenario_id) + 1
    made = DemandStaff(scenario_id=scenario_id, position=place, name="", planned_wte=Decimal(0))
    _name_part(session, made, name, "kind of staff")
    session.add(made)
    session.flush()
    for field, value in rest.items():
        set_demand_staff(session, made.id, field, value)
    return made.id


def set_demand_staff(session: Session, staff_id: int, field: str, value: object) -> None:
    """Put in a kind of staff's name, ``roles``, ``pay_point`` or one of its ``STAFF_FIELDS``."""
    staff = found(session, DemandStaff, staff_id)
    if field == "name":
        _name_part(session, staff, str(value or ""), "kind of staff")
    elif field == "roles":
        set_demand_roles(session, staff_id, _listed(session, str(value or "")))
    elif field == "pay_point":
        point = by_name(session, PayPoint, "name", str(value), "pay point") if value else None
        staff.pay_point_id = point.id if point else None
    else:
        change(session, staff, field, _staff_value(field, value), STAFF_FIELDS[field])


def set_demand_roles(session: Session, staff_id: int, roles: Collection[str]) -> None:
    """Say which roles of the catalogue, by name, make up a kind of staff.

    Raises:
        Refusal: a role is not in the catalogue, or another kind of the scenario has it.
    """
    staff = found(session, DemandStaff, staff_id)
    wanted = {by_name(session, Role, "name", name, "role").id for name in roles}
    taken = (
        select(Role.name, DemandStaff.name)
        .join(DemandStaffRole, DemandStaffRole.role_id == Role.id)
        .join(DemandStaff, DemandStaffRole.staff_id == DemandStaff.id)
        .where(
            DemandStaff.scenario_id == staff.scenario_id,
            DemandStaff.id != staff_id,
            Role.id.in_(wanted),
        )
    )
    for role, other in session.execute(taken).all():
        raise Refusal(
            f"“{role}” counts as {other} in this scenario. Take it out there first: "
            "a role counts in one kind of staff only."
        )
    session.execute(
        delete(DemandStaffRole).where(
            DemandStaffRole.staff_id == staff_id, DemandStaffRole.role_id.not_in(wanted)
        )
    )
    kept = set(
        session.scalars(select(DemandStaffRole.role_id).where(DemandStaffRole.staff_id == staff_id))
    )
    session.add_all(
        DemandStaffRole(staff_id=staff_id, role_id=role_id) for role_id in sorted(wanted - kept)
    )


def remove_demand_staff(session: Session, staff_ids: Collection[int]) -> None:
    """Delete kinds of staff, with their parts in mixes and shifts."""
    remove(session, DemandStaff, staff_ids, "kinds of staff")


def share(value: object) -> Decimal:
    """Return a part of one, to six places.

    Raises:
        Refusal: it is none.
    """
    if not isinstance(value, int | Decimal) or not 0 <= value <= 1:
        raise Refusal("Enter a share from 0% to 100%, for example 25%.")
    return Decimal(value).quantize(SIX, ROUND_HALF_UP)


def minutes(value: object) -> Decimal | None:
    """Return the minutes a contact takes, to four places; None where it is not told.

    Raises:
        Refusal: it is none, or longer than a working day.
    """
    if value is None:
        return None
    if not isinstance(value, int | Decimal) or not 0 < value <= MOST_MINUTES:
        raise Refusal("Enter the minutes a contact takes, more than 0 and at most 480.")
    return Decimal(value).quantize(FOUR, ROUND_HALF_UP)


def weeks(value: object) -> Decimal:
    """Return the weeks worked in a year, to four places.

    Raises:
        Refusal: they are not from 1 to 52.
    """
    if not isinstance(value, int | Decimal) or not 1 <= value <= MOST_WEEKS:
        raise Refusal("Enter the weeks worked in a year, from 1 to 52, such as 42.")
    return Decimal(value).quantize(FOUR, ROUND_HALF_UP)


def _staff_value(field: str, value: object) -> object:
    if field == "weeks_worked" and value is not None:
        return weeks(value)
    if field == "patient_facing_share" and value is not None:
        if not share(value):
            raise Refusal("Enter the part of the time spent with patients, above 0%, such as 68%.")
        return share(value)
    if field == "planned_wte":
        if not isinstance(value, int | Decimal) or abs(value) > MOST_PLANNED:
            raise Refusal("Enter the planned change in WTE, such as 2 or −1.5; 0 for none.")
        return Decimal(value).quantize(FOUR, ROUND_HALF_UP)
    return value


def _listed(session: Session, text: str) -> Sequence[str]:
    """Return the names of roles in a list with commas between; a name may hold commas itself."""
    known: dict[str, str] = {name.casefold(): name for name in session.scalars(select(Role.name))}
    words = [word for word in (" ".join(part.split()) for part in text.split(",")) if word]
    names: list[str] = []
    at = 0
    while at < len(words):
        ends = range(len(words), at, -1)
        joined = ((end, ", ".join(words[at:end]).casefold()) for end in ends)
        end, name = next(((end, known[told]) for end, told in joined if told in known),
                         (at + 1, words[at]))  # fmt: skip
        names.append(name)
        at = end
    return names


def _name_scenario(session: Session, scenario: DemandScenario, name: str) -> None:
    plain = _short(name, "the scenario")
    twin = select(DemandScenario.id).where(func.lower(DemandScenario.name) == plain.lower())
    with session.no_autoflush:
        if session.scalar(twin) not in (None, scenario.id):
            raise Refusal(f"“{plain}” is already a scenario. Enter another name.")
    scenario.name = plain


def _name_part(session: Session, part: Owned, name: str, words: str) -> None:
    plain = _short(name, f"the {words}")
    kind: Any = type(part)
    of_name = kind.scenario_id == part.scenario_id, func.lower(kind.name) == plain.lower()
    with session.no_autoflush:
        if session.scalar(select(kind.id).where(*of_name)) not in (None, part.id):
            raise Refusal(f"“{plain}” is already a {words} of this scenario. Enter another name.")
    part.name = plain


def _short(name: str, words: str) -> str:
    plain = cleaned(" ".join(name.split()))
    if plain is None:
        raise Refusal(f"Enter what {words} is called.")
    if len(plain) > LONGEST_NAME:
        raise Refusal(f"Shorten the name to {LONGEST_NAME} characters; it heads a column.")
    return plain


def _last(session: Session, kind: Any, scenario_id: int | None = None) -> int:
    query = select(func.max(kind.position))
    if scenario_id is not None:
        query = query.where(kind.scenario_id == scenario_id)
    return session.scalar(query) or 0
