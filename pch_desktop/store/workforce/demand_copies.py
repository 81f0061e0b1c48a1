"""Copying a scenario of demand whole, and beginning one from what the file knows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.starter import Sheet
from pch_desktop.domain.workforce_demand_start import NO_END, Band, KindStart, age_groups
from pch_desktop.models import Base
from pch_desktop.models.locality import ReferenceValue
from pch_desktop.models.workforce import Role
from pch_desktop.models.workforce_demand import (
    DemandMix,
    DemandScenario,
    DemandSegment,
    DemandShift,
    DemandShiftTo,
    DemandStaff,
    DemandStaffRole,
)
from pch_desktop.store import starters
from pch_desktop.store.population.lists import bands, latest_lists
from pch_desktop.store.records import found
from pch_desktop.store.workforce.demand_edits import (
    LONGEST_NAME,
    USUAL_WEEKS,
    add_demand_scenario,
    add_demand_segment,
    add_demand_staff,
    set_demand_roles,
)

CONTACTS, MINUTES = "consultations_a_person", "minutes_gp_surgery"
"""The keys of the reference values a first scenario is filled with."""
THOUSAND = 1_000
FIRST = "From our lists"
ROOM_FOR_NUMBER = 4
Keys = Mapping[int, int]
"""From the id of what was copied to that of its copy."""


def copy_demand_scenario(session: Session, scenario_id: int, name: str | None = None) -> int:
    """Copy a scenario with everything in it under another name; return the copy's id.

    Without a name it is called a copy of the other.
    """
    old = found(session, DemandScenario, scenario_id)
    usual = f"Copy of {old.name}"[: LONGEST_NAME - ROOM_FOR_NUMBER]
    new_id = add_demand_scenario(session, name or _free(session, usual))
    new = session.get_one(DemandScenario, new_id)
    for field in ("weeks_worked", "working_days", "note", "source"):
        setattr(new, field, getattr(old, field))
    scenario = {scenario_id: new_id}
    segments = _copied(session, DemandSegment, {"scenario_id": scenario})
    staff = _copied(session, DemandStaff, {"scenario_id": scenario})
    _copied(session, DemandStaffRole, {"staff_id": staff})
    _copied(session, DemandMix, {"segment_id": segments, "staff_id": staff})
    shifts = _copied(session, DemandShift, {"scenario_id": scenario, "staff_id": staff})
    _copied(session, DemandShiftTo, {"shift_id": shifts, "staff_id": staff})
    return new_id


def start_demand(session: Session, month: Month, kinds: Sequence[KindStart]) -> int:
    """Begin a scenario with the people of our lists by age; return its id.

    What a source says is filled in with its source; the mix, the time spent with patients and
    what else nobody has told stay blank.

    Args:
        session: the open edit.
        month: the lists that serve its end are taken.
        kinds: the kinds of staff, and the codes of their roles; a role that is not in the
            catalogue is passed over.

    Raises:
        Refusal: no list is known.
    """
    day, people = _people(session, month)
    note = f"{USUAL_WEEKS} weeks a year is our own assumption: change it where you know better."
    rest = {"note": note, "source": f"People of our lists at {day.day} {day:%B %Y}"}
    scenario_id = add_demand_scenario(session, _free(session, FIRST), rest=rest)
    rates = _rates(session)
    for band in people:
        filled = {"people": band.people, **rates}
        add_demand_segment(session, scenario_id, band.words, rest=filled)
    known: dict[str, str] = dict(session.execute(select(Role.code, Role.name)).all())
    for kind in kinds:
        staff_id = add_demand_staff(session, scenario_id, kind.name)
        roles = [known[code] for code in kind.role_codes if code in known]
        set_demand_roles(session, staff_id, roles)
    return scenario_id


def add_demand_example(session: Session, sheets: Iterable[Sheet]) -> None:
    """Add the worked example, an illustration with invented figures.

    Raises:
        Refusal: it is there already.
    """
    told = tuple(sheets)
    names = {str(row["name"]) for sheet in told if sheet.table == "demand_scenario"
             for row in sheet.rows}  # fmt: skip
    query = select(DemandScenario.name).where(DemandScenario.name.in_(names))
    for name in session.scalars(query):
        raise Refusal(f"“{name}” is there already. Delete or rename it to add it afresh.")
    known = set(session.scalars(select(Role.code)))
    starters.load_more(session, [_of_known(sheet, known) for sheet in told])


def _of_known(sheet: Sheet, known: Collection[str]) -> Sheet:
    """Return a sheet without the roles that are no longer in the catalogue."""
    if sheet.table != "demand_staff_role":
        return sheet
    return Sheet(sheet.table, tuple(row for row in sheet.rows if row["role"] in known))


def _copied(session: Session, kind: type[Base], owners: Mapping[str, Keys]) -> Keys:
    """Copy the rows of a table that belong to what was copied."""
    table: Any = kind.__table__
    first = next(iter(owners))
    query = select(table).where(table.c[first].in_(owners[first])).order_by(table.c.id)
    keys: dict[int, int] = {}
    for row in session.execute(query).mappings().all():
        fields = {name: value for name, value in row.items() if name != "id"}
        fields |= {column: keys_of[row[column]] for column, keys_of in owners.items()}
        made: Any = kind(**fields)
        session.add(made)
        session.flush()
        keys[row["id"]] = made.id
    return keys


def _people(session: Session, month: Month) -> tuple[date, Sequence[Band]]:
    day, told = bands(session, month)
    if day is not None:
        return day, age_groups(Band(row.age_from, row.age_to, row.people) for row in told)
    lists: Collection[tuple[date, int]] = latest_lists(session, month.last).values()
    if not lists:
        raise Refusal("No list is known yet. Enter the practices' lists under Population first.")
    everybody = Band(0, NO_END, sum(people for _, people in lists))
    return max(day for day, _ in lists), [everybody]


def _rates(session: Session) -> Mapping[str, object]:
    """Return how often and for how long people come, as far as a source says it."""
    query = (
        select(ReferenceValue)
        .where(ReferenceValue.key.in_((CONTACTS, MINUTES)))
        .order_by(ReferenceValue.valid_from)
    )
    newest = {row.key: row for row in session.scalars(query)}
    rates: dict[str, object] = {}
    sources: list[str] = []
    if (often := newest.get(CONTACTS)) is not None:
        rates["contacts_per_thousand"] = often.value * THOUSAND
        sources.append(f"{often.words} {often.value.normalize()}, all ages alike ({often.source})")
    if (long := newest.get(MINUTES)) is not None:
        rates["minutes"] = long.value
        sources.append(f"{long.words} {long.value.normalize()} minutes ({long.source})")
    return {**rates, "source": "; ".join(sources)} if sources else {}


def _free(session: Session, name: str) -> str:
    """Return a name no scenario has yet: From our lists, From our lists 2."""
    taken = {each.casefold() for each in session.scalars(select(DemandScenario.name))}
    made, number = name, 2
    while made.casefold() in taken:
        made, number = f"{name} {number}", number + 1
    return made
