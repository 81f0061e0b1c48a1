"""What a change of teams and of roles' aims is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Value
from pch_desktop.store import workforce
from pch_desktop.store.workforce import MemberRow, PersonName, RoleAimRow, TeamRow
from pch_desktop.ui.asking import Meaning, as_typed, changing, deletion, described, named
from pch_desktop.ui.change import Change
from pch_desktop.ui.edits import CellEdit

TEAM_CELLS: Mapping[str, tuple[str, str, Meaning]] = {
    "name": ("name", "name", as_typed),
    "practice": ("practice", "practice", as_typed),
    "segment": ("segment", "part of the population", as_typed),
    "purpose": ("purpose", "purpose", as_typed),
}
"""By column: the field, what a step calls it, and how what is typed is kept."""
MEMBER_CELLS: Mapping[str, tuple[str, str, Meaning]] = {
    "part": ("part", "part", as_typed),
    "starts_on": ("starts_on", "first day", as_typed),
    "ends_on": ("ends_on", "last day", as_typed),
}
AIM_CELLS: Mapping[str, tuple[str, str, Meaning]] = {
    "measure": ("measure", "measure", as_typed),
    "contribution": ("contribution", "way", as_typed),
    "source": ("source", "source", as_typed),
}


class Known:
    """The people there are, by the names they are chosen by."""

    def __init__(self) -> None:
        self._people: Mapping[str, int] = {}

    @property
    def people(self) -> tuple[str, ...]:
        """Whom one can choose; people of one name are told apart by their staff code."""
        return tuple(self._people)

    def know(self, people: Sequence[PersonName]) -> None:
        """Take note of who there is."""
        names = [person.name for person in people]
        self._people = {
            _told_apart(person) if names.count(person.name) > 1 else person.name: person.id
            for person in people
        }

    def person(self, value: Value) -> int:
        """Return whom a name means.

        Raises:
            Refusal: nobody is called so.
        """
        found = self._people.get(str(value or ""))
        if found is None:
            raise Refusal("Choose who it is from the list. Add new people under People first.")
        return found

    # Teams

    def team_edits(self) -> dict[str, CellEdit[TeamRow]]:
        """Return how a team's cells are changed."""
        return {"lead": self._lead, **{key: of_team(*told) for key, told in TEAM_CELLS.items()}}

    def add_team(self, values: Mapping[str, Value]) -> Change:
        """Return the new team that was typed; one for a practice is called by it."""
        practice = values.get("practice")
        name = values.get("name") or (f"{practice} team" if practice else None)
        if not name:
            raise Refusal("Enter the name of the team, or choose the practice it is for.")
        rest = described(values, TEAM_CELLS, "name")
        if values.get("lead"):
            rest["lead"] = self.person(values["lead"])
        return Change(f"Add {name}", partial(workforce.add_team, rest=rest), (name,), str(name))

    def _lead(self, row: TeamRow, value: Value) -> Change:
        lead = self.person(value) if value else None
        label = f"Change lead of {row.name}"
        return Change(label, workforce.set_team, (row.id, "lead", lead), row.name)

    # Who is in which

    def add_member(self, values: Mapping[str, Value]) -> Change:
        """Return what puts somebody into a team."""
        person_id, team = self.person(values.get("person")), values.get("team")
        if not team:
            raise Refusal("Choose the team they join.")
        rest = described(values, MEMBER_CELLS)
        label = f"Put {values['person']} into {team}"
        command = partial(workforce.add_member, rest=rest)
        return Change(label, command, (team, person_id), str(values["person"]))


of_team = changing(workforce.set_team, named)


def remove_teams(rows: Sequence[TeamRow]) -> Change:
    """Return the deletion of teams; the people in them stay."""
    return deletion(rows, rows[0].name, "team", workforce.remove_teams)


def of_member(field: str, words: str, turn: Meaning = as_typed) -> CellEdit[MemberRow]:
    """Return how one of a membership's fields is changed; who is in no team has none yet."""

    def ask(row: MemberRow, value: Value) -> Change:
        if row.team is None:
            raise Refusal(f"Choose the team of {row.person} first.")
        label = f"Change {words} of {row.person} in {row.team}"
        args = (row.id, field, turn(value))
        return Change(label, workforce.set_member, args, f"{row.person}, {row.team}")

    return ask


def team_of_member(row: MemberRow, value: Value) -> Change:
    """Return what puts somebody into a team, or into another than they are in."""
    if row.team is None and value:
        label = f"Put {row.person} into {value}"
        return Change(label, workforce.add_member, (value, row.person_id), row.person)
    if row.team is None:
        raise Refusal(f"Choose the team of {row.person}.")
    label = f"Change team of {row.person}"
    return Change(label, workforce.set_member, (row.id, "team", value), row.person)


MEMBER_EDITS: Mapping[str, CellEdit[MemberRow]] = {
    "team": team_of_member,
    **{key: of_member(*told) for key, told in MEMBER_CELLS.items()},
}


def remove_members(rows: Sequence[MemberRow]) -> Change:
    """Return what takes people out of teams, as if they had never been in them."""
    one = f"{rows[0].person} from {rows[0].team or 'no team'}"
    return deletion(rows, one, "membership", workforce.remove_members)


# What roles improve


def of_aim(field: str, words: str, turn: Meaning = as_typed) -> CellEdit[RoleAimRow]:
    """Return how one of an aim's fields is changed; a role without one is given its measure."""

    def ask(row: RoleAimRow, value: Value) -> Change:
        if row.measure is None and field == "measure" and value:
            label = f"Say what {row.role} improves"
            return Change(label, workforce.add_aim, (row.role, value), row.role)
        if row.measure is None:
            raise Refusal(f"Enter first what {row.role} is there to improve.")
        label = f"Change {words} of what {row.role} improves"
        return Change(label, workforce.set_aim, (row.id, field, turn(value)), row.role)

    return ask


def role_of_aim(row: RoleAimRow, value: Value) -> Change:
    """Return what gives an aim to another role."""
    if row.measure is None:
        raise Refusal("This role is in post. Enter what it is there to improve.")
    label = f"Change role of “{row.measure}”"
    return Change(label, workforce.set_aim, (row.id, "role", value), row.role)


AIM_EDITS: Mapping[str, CellEdit[RoleAimRow]] = {
    "role": role_of_aim,
    **{key: of_aim(*told) for key, told in AIM_CELLS.items()},
}


def add_aim(values: Mapping[str, Value]) -> Change:
    """Return the new aim that was typed."""
    role, measure = values.get("role"), values.get("measure")
    if not role:
        raise Refusal("Choose the role first.")
    if not measure:
        raise Refusal(f"Enter what {role} is there to improve.")
    command = partial(workforce.add_aim, rest=described(values, AIM_CELLS, "measure"))
    return Change(f"Say what {role} improves", command, (role, measure), str(role))


def remove_aims(rows: Sequence[RoleAimRow]) -> Change:
    """Return the deletion of what was written down of roles."""
    one = f"what {rows[0].role} improves"
    return deletion(rows, one, "line of what roles improve", workforce.remove_aims,
                    "lines of what roles improve")  # fmt: skip


def _told_apart(person: PersonName) -> str:
    return f"{person.name} ({person.staff_code or f'no. {person.id}'})"
