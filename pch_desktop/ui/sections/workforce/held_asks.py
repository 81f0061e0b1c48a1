"""Changing who holds what: hours as sessions too, a person put into a post by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from pch_desktop.domain import typed
from pch_desktop.domain.money import rounded
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import (
    FULL_TIME_MINUTES,
    SESSION_MINUTES,
    ContractKind,
    LeavingReason,
    typed_hours,
)
from pch_desktop.domain.workforce_people import MOST_WEEKLY_HOURS, meant_end, meant_hours
from pch_desktop.reports.table import Kind, Value
from pch_desktop.reports.words import listed, written
from pch_desktop.store import workforce
from pch_desktop.store.workforce import AssignmentRow, PersonRow, PostRow
from pch_desktop.ui.asking import Meaning, as_typed, changing, deletion, described, minutes, word
from pch_desktop.ui.change import Change
from pch_desktop.ui.fixing import Fix, of_names
from pch_desktop.ui.reading import editable
from pch_desktop.ui.sections.workforce import asks
from pch_desktop.ui.table_model import TableModel

CELLS: Mapping[str, tuple[str, str, Meaning]] = {
    "contract_kind": ("contract_kind", "contract", word(ContractKind)),
    "other_employer": ("other_employer", "other employer", as_typed),
    "weekly_hours": ("weekly_minutes", "hours", minutes),
    "wte": ("wte_override", "WTE", as_typed),
    "wte_reason": ("wte_reason", "WTE reason", as_typed),
    "starts_on": ("starts_on", "first day", as_typed),
    "ends_on": ("ends_on", "last day", as_typed),
    "leaving_reason": ("leaving_reason", "reason for leaving", word(LeavingReason)),
    "destination": ("destination", "where they went", as_typed),
}
"""By column: the field, what a step calls it, and how what is typed is kept."""


of_assignment = changing(
    workforce.set_assignment,
    lambda row: f"{row.person} in {row.post} {row.role}",
    where=lambda row: f"{row.person}, {row.post}",
)


EDITS = {key: of_assignment(*told) for key, told in CELLS.items()}


HOURS = f"Enter hours a week between 0 and {MOST_WEEKLY_HOURS}, for example 37.5."


class HeldModel(TableModel[AssignmentRow]):
    """Who holds what; hours may be typed as sessions."""

    session_minutes = SESSION_MINUTES
    """How long a GP session is in this locality."""

    def read(self, column: int, text: str) -> Value:
        """Return the value a text means in a column; Refusal otherwise."""
        is_hours = self.columns[column].key == "weekly_hours"
        if not is_hours or text.strip().startswith("="):
            return super().read(column, text)
        hours = typed_hours(text, self.session_minutes)
        if hours is not None and not 0 <= hours <= MOST_WEEKLY_HOURS:
            raise Refusal(HOURS)
        return hours


class Filling:
    """Puts people into posts by name, as they are typed in the empty line."""

    def __init__(self) -> None:
        self._people: Mapping[str, int] = {}
        self._posts: Mapping[str, PostRow] = {}
        self.first_day = date.min
        self.employers: Sequence[str] = ()
        """The partners somebody may be seconded from or to."""

    @property
    def people(self) -> tuple[str, ...]:
        """Whom one can choose; people of one name are told apart by their staff code."""
        return tuple(self._people)

    @property
    def posts(self) -> tuple[str, ...]:
        """Which posts one can choose, by reference."""
        return tuple(self._posts)

    def know(self, people: Sequence[PersonRow], posts: Sequence[PostRow], first_day: date) -> None:
        """Take note of who and what there is, and of the day people start unless told."""
        names = [person.name for person in people]
        self._people = {
            _told_apart(person) if names.count(person.name) > 1 else person.name: person.id
            for person in people
        }
        self._posts = {post.reference: post for post in posts}
        self.first_day = first_day

    def fixes(self, row: AssignmentRow | None, key: str, text: str) -> list[Fix]:
        """Return how what was refused in a cell could be put right."""
        match key:
            case "person":
                return of_names(text, self.people, add_person)
            case "post":
                return of_names(text, self.posts)
            case "other_employer":
                return of_names(text, self.employers, asks.add_employer)
            case "contract_kind":
                return of_names(text, listed(ContractKind))
            case "leaving_reason":
                return of_names(text, listed(LeavingReason))
            case "weekly_hours":
                return _hours_meant(text)
            case "ends_on" if row is not None:
                return _end_meant(row.starts_on, text)
            case _:
                return []

    def add(self, values: Mapping[str, Value]) -> Change:
        """Return what puts the person into the post, for all that is vacant of it unless told."""
        name, reference = str(values.get("person") or ""), str(values.get("post") or "")
        if name not in self._people:
            raise Refusal("Choose who it is. Add new people under People first.")
        if reference not in self._posts:
            raise Refusal(f"Choose the post that {name} holds, by its reference.")
        post = self._posts[reference]
        length = minutes(values.get("weekly_hours"))
        if length is None:
            length = rounded((post.vacant_wte or post.funded_wte) * FULL_TIME_MINUTES)
        rest = described(values, CELLS, "person", "post", "starts_on", "weekly_hours")
        starts_on = values.get("starts_on") or self.first_day
        args = (post.id, self._people[name], starts_on, length)
        command = partial(workforce.add_assignment, rest=rest)
        return Change(f"Put {name} into {reference} {post.role}", command, args, name)


def add_person(name: str) -> Change:
    """Return the new person of a name."""
    return Change(f"Add {name}", workforce.add_person, (name,), name)


def _hours_meant(text: str) -> list[Fix]:
    try:
        meant = meant_hours(typed_hours(text) or Decimal(0))
    except Refusal:
        return []
    words = editable(meant, Kind.NUMBER) if meant is not None else ""
    return [Fix(f"Use {words} hours", words)] if words else []


def _end_meant(starts_on: date, text: str) -> list[Fix]:
    try:
        day = typed.day(text)
    except Refusal:
        return []
    meant = meant_end(starts_on, day) if day is not None else None
    return [Fix(f"Use {written(meant, Kind.DATE)}", editable(meant, Kind.DATE))] if meant else []


def remove(rows: Sequence[AssignmentRow]) -> Change:
    """Return the deletion of assignments, as if they had never been."""
    return deletion(
        rows,
        f"{rows[0].person} in {rows[0].post} {rows[0].role}",
        "assignment",
        workforce.remove_assignments,
    )


def _told_apart(person: PersonRow) -> str:
    return f"{person.name} ({person.staff_code or f'no. {person.id}'})"
