"""What a change of an initiative, a milestone or a measure is called, and what makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pch_desktop.domain.board_registers import Confidence, InitiativeStatus
from pch_desktop.reports.table import Value
from pch_desktop.store import board
from pch_desktop.store.board import InitiativeRow, MeasureRow, MilestoneRow
from pch_desktop.ui.asking import (
    Ask,
    Meaning,
    as_typed,
    changing,
    deletion,
    described,
    named,
    needed,
    word,
)
from pch_desktop.ui.change import Change

INITIATIVE: Mapping[str, tuple[str, str, Meaning]] = {
    "name": ("name", "name", as_typed),
    "workstream": ("workstream", "workstream", as_typed),
    "status": ("status", "status", word(InitiativeStatus)),
    "confidence": ("confidence", "confidence", word(Confidence)),
    "lead": ("lead", "lead", as_typed),
    "sponsor": ("sponsor", "sponsor", as_typed),
    "aim": ("aim", "aim", as_typed),
    "partner": ("partner", "partner", as_typed),
    "service": ("service", "service", as_typed),
    "line": ("line", "budget line", as_typed),
    "starts_on": ("starts_on", "first day", as_typed),
    "ends_on": ("ends_on", "last day", as_typed),
    "cost": ("cost_pence", "cost", as_typed),
    "spent": ("spent_pence", "spending", as_typed),
    "saving": ("saving_pence", "saving planned", as_typed),
    "saved": ("saved_pence", "saving so far", as_typed),
    "progress": ("progress", "progress", as_typed),
}
"""By column: the field, what undo calls it, and how a value is meant."""
MILESTONE: Mapping[str, tuple[str, str, Meaning]] = {
    "name": ("name", "words", as_typed),
    "baseline_on": ("baseline_on", "day first planned", as_typed),
    "due_on": ("due_on", "day due", as_typed),
    "done_on": ("done_on", "day done", as_typed),
    "owner": ("owner", "owner", as_typed),
    "note": ("note", "note", as_typed),
}
MEASURE: Mapping[str, tuple[str, str, Meaning]] = {
    "name": ("name", "name", as_typed),
    "unit": ("unit", "unit", as_typed),
    "baseline": ("baseline", "baseline", as_typed),
    "target": ("target", "target", as_typed),
    "latest": ("latest", "latest figure", as_typed),
    "latest_on": ("latest_on", "day measured", as_typed),
}
WHOSE = "Enter first which initiative it belongs to."


def of_initiative(key: str) -> Ask:
    """Return the change of one of an initiative's fields."""
    return changing(board.set_initiative, named)(*INITIATIVE[key])


def adding_initiative(values: Mapping[str, Value]) -> Change:
    """Return the new initiative that was typed.

    Raises:
        Refusal: it has no name yet.
    """
    name = needed(values, "name", "Enter what the initiative is called first.")
    rest = described(values, INITIATIVE, "name")
    return Change(f"Add {name}", board.add_initiative, (name, rest), name)


def removing_initiatives(rows: Sequence[InitiativeRow]) -> Change:
    """Return the deletion of initiatives with their milestones and measures."""
    return deletion(rows, rows[0].name, "initiative", board.remove_initiatives)


def of_milestone(key: str) -> Ask:
    """Return the change of one of a milestone's fields."""
    return changing(board.set_milestone, named)(*MILESTONE[key])


def adding_milestone(values: Mapping[str, Value]) -> Change:
    """Return the new milestone that was typed.

    Raises:
        Refusal: its initiative, or what is to be done, is not told yet.
    """
    of = needed(values, "initiative", WHOSE)
    name = needed(values, "name", "Enter what is to be done by then.")
    rest = described(values, MILESTONE, "name")
    return Change(f"Add milestone {name}", board.add_milestone, (of, name, rest), name)


def removing_milestones(rows: Sequence[MilestoneRow]) -> Change:
    """Return the deletion of milestones."""
    return deletion(rows, f"milestone {rows[0].name}", "milestone", board.remove_milestones)


def of_measure(key: str) -> Ask:
    """Return the change of one of a measure's fields."""
    return changing(board.set_measure, named)(*MEASURE[key])


def adding_measure(values: Mapping[str, Value]) -> Change:
    """Return the new measure that was typed.

    Raises:
        Refusal: its initiative, or what is measured, is not told yet.
    """
    of = needed(values, "initiative", WHOSE)
    name = needed(values, "name", "Enter what is measured, such as Visits a month.")
    rest = described(values, MEASURE, "name")
    return Change(f"Add measure {name}", board.add_measure, (of, name, rest), name)


def removing_measures(rows: Sequence[MeasureRow]) -> Change:
    """Return the deletion of measures."""
    return deletion(rows, f"measure {rows[0].name}", "measure", board.remove_measures)
