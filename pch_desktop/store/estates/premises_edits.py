"""Changing premises projects and the ways to come by their room."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from pch_desktop.domain.estates import PremisesWay
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.estates_premises import PremisesOption, PremisesProject
from pch_desktop.models.population import Site
from pch_desktop.store.records import by_name, change, found, remove

PROJECT_FIELDS: Mapping[str, str] = {
    "name": "the project's name",
    "status": "where the project stands",
    "needed_on": "the day the room is needed",
    "minutes_a_week": "the room hours it is to give a week",
    "owner": "who sees to it",
    "note": "a note",
}
OPTION_FIELDS: Mapping[str, str] = {
    "way": "how the room is come by",
    "name": "what the option is called",
    "capital_pence": "what it costs once",
    "annual_pence": "what it costs a year",
    "life_years": "for how many years it lasts",
    "minutes_a_week": "the room hours it gives a week",
    "ready_on": "the day it is ready",
    "note": "a note",
}
LONGEST_LIFE, LONGEST_WEEK = 99, 1_000_000
NOTHING: Mapping[str, object] = {}


def add_project(session: Session, name: str, *, rest: Mapping[str, object] = NOTHING) -> int:
    """Add a project with what else is known, as for ``set_project``; return its id."""
    if session.scalar(select(PremisesProject.id).where(PremisesProject.name == name.strip())):
        raise Refusal(f"“{name.strip()}” is already there. Enter another name for the project.")
    made = PremisesProject(name=name.strip())
    session.add(made)
    session.flush()
    for field, value in rest.items():
        set_project(session, made.id, field, value)
    return made.id


def set_project(session: Session, project_id: int, field: str, value: object) -> None:
    """Put a value into one of a project's ``PROJECT_FIELDS``, or name its ``site``."""
    project = found(session, PremisesProject, project_id)
    if field == "site":
        name = str(value or "")
        project.site_id = by_name(session, Site, "name", name, "site").id if name else None
        return
    _must_fit(field, value)
    change(session, project, field, value, PROJECT_FIELDS[field])


def remove_projects(session: Session, project_ids: Collection[int]) -> None:
    """Delete projects, with the ways they were offered."""
    remove(session, PremisesProject, project_ids, "projects")


def add_option(
    session: Session,
    project: str,
    way: PremisesWay,
    name: str | None,
    *,
    rest: Mapping[str, object] = NOTHING,
) -> int:
    """Add a way to a project by its name; without a name of its own it is called by the way."""
    of = by_name(session, PremisesProject, "name", project, "project")
    called = (name or way.value.capitalize()).strip()
    query = select(PremisesOption.id).where(
        PremisesOption.project_id == of.id,
        PremisesOption.way == way,
        PremisesOption.name == called,
    )
    if session.scalar(query):
        raise Refusal(f"“{called}” is already an option of {of.name}. Give this one another name.")
    made = PremisesOption(project_id=of.id, way=way, name=called)
    session.add(made)
    session.flush()
    for field, value in rest.items():
        set_option(session, made.id, field, value)
    return made.id


def set_option(session: Session, option_id: int, field: str, value: object) -> None:
    """Put a value into one of an option's ``OPTION_FIELDS``, or choose it with ``is_chosen``.

    Of a project's options one is chosen at most: choosing one lets go of another.
    """
    option = found(session, PremisesOption, option_id)
    if field == "is_chosen":
        if value:
            of_project = PremisesOption.project_id == option.project_id
            session.execute(update(PremisesOption).where(of_project).values(is_chosen=False))
        option.is_chosen = bool(value)
        return
    _must_fit(field, value)
    change(session, option, field, value, OPTION_FIELDS[field])


def remove_options(session: Session, option_ids: Collection[int]) -> None:
    """Delete options."""
    remove(session, PremisesOption, option_ids, "options")


def _must_fit(field: str, value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        return
    if field == "life_years" and not 1 <= value <= LONGEST_LIFE:
        raise Refusal(f"Enter for how many years it lasts, from 1 to {LONGEST_LIFE}.")
    if field in {"capital_pence", "annual_pence"} and value < 0:
        raise Refusal("Enter what it costs: an amount of £0 or more.")
    if field == "minutes_a_week" and not 0 <= value <= LONGEST_WEEK:
        raise Refusal("Enter room hours a week: a number of 0 or more, such as 40.")
