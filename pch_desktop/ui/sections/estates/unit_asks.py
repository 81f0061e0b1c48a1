"""What a change of mobile units is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from pch_desktop.domain.estates import UnitKind
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import meant
from pch_desktop.store import estates
from pch_desktop.store.estates import UnitRow
from pch_desktop.ui.asking import Meaning, as_typed, changing, deletion, described, named, word
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits

CELLS: Mapping[str, tuple[str, str, Meaning]] = {
    "name": ("name", "name", as_typed),
    "kind": ("kind", "kind", word(UnitKind)),
    "provider": ("provider", "provider", as_typed),
    "requirements": ("requirements", "what its place must offer", as_typed),
    "daily": ("daily_pence", "cost a day", as_typed),
    "patients_a_day": ("patients_a_day", "people a day", as_typed),
    "signed_off_by": ("signed_off_by", "who signs it off", as_typed),
    "signed_off_on": ("signed_off_on", "day of signing off", as_typed),
    "note": ("note", "note", as_typed),
}
"""By column: the field, what a step calls it, and how what is typed is kept."""


def unit_edits(desk: Desk) -> Edits[UnitRow]:
    """Return what may be changed of mobile units."""
    cells = {key: _of_unit(*told) for key, told in CELLS.items()}
    return Edits(desk, cells, add_unit, remove_units)


def add_unit(values: Mapping[str, Value]) -> Change:
    """Return the new unit that was typed."""
    name = values.get("name")
    if not name:
        raise Refusal("Enter the name of the new mobile unit.")
    kind = meant(UnitKind, str(values.get("kind") or "")) or UnitKind.OTHER
    command = partial(estates.add_unit, rest=described(values, CELLS, "name", "kind"))
    return Change(f"Add {name}", command, (name, kind), str(name))


def remove_units(rows: Sequence[UnitRow]) -> Change:
    """Return the deletion of units, with their bookings."""
    return deletion(rows, rows[0].name, "mobile unit", estates.remove_units)


_of_unit = changing(estates.set_unit, named)
