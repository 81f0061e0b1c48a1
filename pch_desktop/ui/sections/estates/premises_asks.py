"""What a change of premises projects and options is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from pch_desktop.domain.estates import PremisesWay, ProjectStatus
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import meant
from pch_desktop.store import estates
from pch_desktop.store.estates import OptionRow, ProjectRow
from pch_desktop.ui.asking import (
    Meaning,
    as_typed,
    changing,
    deletion,
    described,
    minutes,
    named,
    word,
)
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits

PROJECT_CELLS: Mapping[str, tuple[str, str, Meaning]] = {
    "name": ("name", "name", as_typed),
    "site": ("site", "site", as_typed),
    "status": ("status", "standing", word(ProjectStatus)),
    "needed_on": ("needed_on", "day needed", as_typed),
    "hours_a_week": ("minutes_a_week", "room hours", minutes),
    "owner": ("owner", "owner", as_typed),
    "note": ("note", "note", as_typed),
}
"""By column: the field, what a step calls it, and how what is typed is kept."""
OPTION_CELLS: Mapping[str, tuple[str, str, Meaning]] = {
    "way": ("way", "way", word(PremisesWay)),
    "name": ("name", "name", as_typed),
    "capital": ("capital_pence", "capital", as_typed),
    "annual": ("annual_pence", "running cost", as_typed),
    "life_years": ("life_years", "life", as_typed),
    "hours_a_week": ("minutes_a_week", "room hours", minutes),
    "ready_on": ("ready_on", "day ready", as_typed),
    "is_chosen": ("is_chosen", "choice", as_typed),
    "note": ("note", "note", as_typed),
}


def project_edits(desk: Desk) -> Edits[ProjectRow]:
    """Return what may be changed of projects."""
    cells = {key: _of_project(*told) for key, told in PROJECT_CELLS.items()}
    return Edits(desk, cells, _add_project, _remove_projects)


def option_edits(desk: Desk) -> Edits[OptionRow]:
    """Return what may be changed of options."""
    cells = {key: _of_option(*told) for key, told in OPTION_CELLS.items()}
    return Edits(desk, cells, _add_option, _remove_options)


def _add_project(values: Mapping[str, Value]) -> Change:
    name = values.get("name")
    if not name:
        raise Refusal("Enter the name of the new project.")
    command = partial(estates.add_project, rest=described(values, PROJECT_CELLS, "name"))
    return Change(f"Add {name}", command, (name,), str(name))


def _add_option(values: Mapping[str, Value]) -> Change:
    project = values.get("project")
    if not project:
        raise Refusal("Choose the project it is an option of.")
    way = meant(PremisesWay, str(values.get("way") or ""))
    if way is None:
        raise Refusal("Choose how the room is come by: build, hire or extend hours.")
    name = values.get("name")
    command = partial(
        estates.add_option, rest=described(values, OPTION_CELLS, "project", "way", "name")
    )
    return Change(f"Add option of {project}", command, (project, way, name), str(project))


def _remove_projects(rows: Sequence[ProjectRow]) -> Change:
    return deletion(rows, rows[0].name, "project", estates.remove_projects)


def _remove_options(rows: Sequence[OptionRow]) -> Change:
    one = f"{rows[0].name} of {rows[0].project}"
    return deletion(rows, one, "option", estates.remove_options)


_of_project = changing(estates.set_project, named)


_of_option = changing(
    estates.set_option,
    lambda row: f"{row.name}, {row.project}",
    where=lambda row: f"{row.project}, {row.name}",
)
