"""The catalogue of roles, where they are added and changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from pch_desktop.domain.partners import Sector
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import RoleStanding, StaffGroup
from pch_desktop.reports.table import Kind, Value
from pch_desktop.reports.words import plural, written
from pch_desktop.reports.workforce import roles_on
from pch_desktop.store import workforce
from pch_desktop.store.workforce import RoleRow
from pch_desktop.ui.asking import Meaning, as_typed, changing, deletion, described, named, word
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_sheet import TableSheet

KEY = "workforce roles"
PURPOSE = (
    "Name the kinds of work the team does. Posts are made of these roles, and the staff group "
    "and sector of a role are what posts are added up by."
)
CELLS: Mapping[str, tuple[str, str, Meaning]] = {
    "name": ("name", "name", as_typed),
    "staff_group": ("staff_group", "staff group", word(StaffGroup)),
    "sector": ("sector", "sector", word(Sector)),
    "pay_basis": ("pay_basis", "pay", as_typed),
    "is_additional_role": ("is_additional_role", "additional role", as_typed),
    "standing": ("standing", "standing", word(RoleStanding)),
    "valid_from": ("valid_from", "first day", as_typed),
    "valid_to": ("valid_to", "last day", as_typed),
    "code": ("code", "code", as_typed),
    "source": ("source", "source", as_typed),
}
"""By column: the field, what a step calls it, and how what is typed is kept."""


of_role = changing(workforce.set_role, named)


def add_role(values: Mapping[str, Value]) -> Change:
    """Return the new role that was typed."""
    name = values.get("name")
    if not name:
        raise Refusal("Enter the name of the new role.")
    command = partial(workforce.add_role, rest=described(values, CELLS, "name"))
    return Change(f"Add role {name}", command, (name,), str(name))


def remove_roles(rows: Sequence[RoleRow]) -> Change:
    """Return the deletion of roles that no post has."""
    return deletion(rows, f"role {rows[0].name}", "role", workforce.remove_roles)


class RolesView(TableSheet):
    """The catalogue of roles that posts are made of."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        cells = {key: of_role(*told) for key, told in CELLS.items()}
        edits: Edits[RoleRow] = Edits(desk, cells, add_role, remove_roles)
        self._model = TableModel(roles_on(at.day), edits, noun="role")
        super().__init__(Grid(desk, self._model, "Roles", key=KEY))
        self.add_columns()
        self.add_adding("Add role")
        self.offer_beginning("workforce", PURPOSE, "Add the first role")
        desk.listen({"role"}, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show the catalogue."""
        rows, on = self._desk.file.read(workforce.roles), self._at.day
        self._model.columns = roles_on(on)
        self.show_rows(rows)
        ended = sum(row.has_ended(on) for row in rows)
        more = f", {ended:,} ended by {written(on, Kind.DATE)}" if ended else ""
        self.toolbar.set_aside(f"{plural(len(rows), 'role')}{more}")
