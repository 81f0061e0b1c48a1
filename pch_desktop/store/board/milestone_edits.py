"""Changing the milestones and measures of initiatives."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.board_registers import Initiative, InitiativeMeasure, Milestone
from pch_desktop.store.records import by_name, change, found, remove

MILESTONE_FIELDS: Mapping[str, str] = {
    "name": "what is to be done",
    "baseline_on": "when it was first to be done",
    "due_on": "when it is to be done",
    "done_on": "when it was done",
    "owner": "who sees to it",
    "note": "a note",
}
MEASURE_FIELDS: Mapping[str, str] = {
    "name": "what is measured",
    "unit": "the unit, such as visits",
    "baseline": "where it began",
    "target": "where it is to go",
    "latest": "what was measured last",
    "latest_on": "the day it was measured",
}


def add_milestone(session: Session, initiative: str, name: str, rest: Mapping[str, object]) -> int:
    """Add a milestone of an initiative, by its name; return its id.

    The day it is due is also the one it was first to be done, unless that is told.
    """
    of = by_name(session, Initiative, "name", initiative, "initiative")
    milestone = Milestone(initiative_id=of.id)
    change(session, milestone, "name", name, MILESTONE_FIELDS["name"])
    session.add(milestone)
    session.flush()
    for field, value in {"baseline_on": rest.get("due_on"), **rest}.items():
        set_milestone(session, milestone.id, field, value)
    return milestone.id


def set_milestone(session: Session, milestone_id: int, field: str, value: object) -> None:
    """Put a value into one of a milestone's ``MILESTONE_FIELDS``.

    The first day it is due is kept as the one it was first to be done.
    """
    milestone = found(session, Milestone, milestone_id)
    change(session, milestone, field, value, MILESTONE_FIELDS[field])
    if field == "due_on" and milestone.baseline_on is None:
        milestone.baseline_on = milestone.due_on


def remove_milestones(session: Session, milestone_ids: Collection[int]) -> None:
    """Delete milestones."""
    remove(session, Milestone, milestone_ids, "milestones")


def add_measure(session: Session, initiative: str, name: str, rest: Mapping[str, object]) -> int:
    """Add a measure of an initiative, by its name; return its id."""
    of = by_name(session, Initiative, "name", initiative, "initiative")
    measure = InitiativeMeasure(initiative_id=of.id)
    _alone(session, measure, name)
    change(session, measure, "name", name, MEASURE_FIELDS["name"])
    session.add(measure)
    session.flush()
    for field, value in rest.items():
        set_measure(session, measure.id, field, value)
    return measure.id


def set_measure(session: Session, measure_id: int, field: str, value: object) -> None:
    """Put a value into one of a measure's ``MEASURE_FIELDS``."""
    measure = found(session, InitiativeMeasure, measure_id)
    if field == "name":
        _alone(session, measure, str(value or ""))
    change(session, measure, field, value, MEASURE_FIELDS[field])


def remove_measures(session: Session, measure_ids: Collection[int]) -> None:
    """Delete measures."""
    remove(session, InitiativeMeasure, measure_ids, "measures")


def _alone(session: Session, measure: InitiativeMeasure, name: str) -> None:
    query = select(InitiativeMeasure.id).where(
        InitiativeMeasure.initiative_id == measure.initiative_id,
        InitiativeMeasure.name == name.strip(),
        InitiativeMeasure.id.is_not(measure.id),
    )
    if session.scalar(query.limit(1)) is not None:
        raise Refusal(f"“{name.strip()}” is measured there already. Enter another name.")
