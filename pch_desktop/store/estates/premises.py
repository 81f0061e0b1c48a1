"""Premises projects and the ways to come by the room they need."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.estates import PremisesWay, ProjectStatus
from pch_desktop.domain.estates_premises import Need, Way
from pch_desktop.models.estates_premises import PremisesOption, PremisesProject
from pch_desktop.models.population import Site


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One way to come by the room a project needs."""

    id: int
    project_id: int
    project: str
    way: PremisesWay
    name: str
    capital_pence: int | None
    annual_pence: int | None
    life_years: int | None
    minutes_a_week: int | None
    ready_on: date | None
    is_chosen: bool
    note: str | None
    need: Need

    @property
    def offer(self) -> Way:
        """What follows from its figures."""
        return Way(
            self.capital_pence,
            self.annual_pence,
            self.life_years,
            self.minutes_a_week,
            self.ready_on,
        )


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project, with the way that was chosen for it."""

    id: int
    name: str
    site: str | None
    status: ProjectStatus
    needed_on: date | None
    minutes_a_week: int | None
    owner: str | None
    note: str | None
    options: int
    """How many ways it has been offered."""
    chosen: OptionRow | None

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done for it."""
        return self.status not in {ProjectStatus.OPEN, ProjectStatus.DROPPED}


def projects(session: Session) -> list[ProjectRow]:
    """Return the projects by name."""
    of_project: dict[int, list[OptionRow]] = defaultdict(list)
    for option in premises_options(session):
        of_project[option.project_id].append(option)
    query = (
        select(PremisesProject, Site.name)
        .outerjoin(Site, PremisesProject.site_id == Site.id)
        .order_by(PremisesProject.name)
    )
    return [
        ProjectRow(
            project.id,
            project.name,
            site,
            project.status,
            project.needed_on,
            project.minutes_a_week,
            project.owner,
            project.note,
            len(of_project[project.id]),
            next((option for option in of_project[project.id] if option.is_chosen), None),
        )
        for project, site in session.execute(query)
    ]


def premises_options(session: Session) -> list[OptionRow]:
    """Return every way of every project, by project, way and name."""
    query = (
        select(PremisesOption, PremisesProject)
        .join(PremisesProject, PremisesOption.project_id == PremisesProject.id)
        .order_by(PremisesProject.name, PremisesOption.way, PremisesOption.name)
    )
    return [
        OptionRow(
            option.id,
            project.id,
            project.name,
            option.way,
            option.name,
            option.capital_pence,
            option.annual_pence,
            option.life_years,
            option.minutes_a_week,
            option.ready_on,
            option.is_chosen,
            option.note,
            Need(project.minutes_a_week, project.needed_on),
        )
        for option, project in session.execute(query)
    ]


def project_names(session: Session) -> list[str]:
    """Return what the projects are called, in order."""
    return list(session.scalars(select(PremisesProject.name).order_by(PremisesProject.name)))
