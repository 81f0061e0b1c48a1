"""What a change of the register of systems is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from pch_desktop.domain.estates import SystemKind
from pch_desktop.domain.estates_systems import use
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.estates_systems import PracticePlace, SystemLine
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import meant
from pch_desktop.store import estates
from pch_desktop.ui.asking import Meaning, as_typed, changing, deletion, described, named, word
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import CellEdit, Edits

CELLS: Mapping[str, tuple[str, str, Meaning]] = {
    "name": ("name", "name", as_typed),
    "kind": ("kind", "kind", word(SystemKind)),
    "supplier": ("supplier", "supplier", as_typed),
    "note": ("note", "note", as_typed),
    "source": ("source", "source", as_typed),
}


def system_edits(desk: Desk, practices: Sequence[PracticePlace]) -> Edits[SystemLine]:
    """Return what may be changed of systems; one cell is one practice's use of one of them."""
    cells: dict[str, CellEdit[SystemLine]] = {key: _of_system(*told) for key, told in CELLS.items()}
    cells |= {practice.key: partial(_use, practice) for practice in practices}
    return Edits(desk, cells, partial(_add, practices), _remove)


_of_system = changing(estates.set_system, named)


def _use(practice: PracticePlace, row: SystemLine, value: Value) -> Change:
    told = use(str(value or ""))
    label = f"Change {row.name} at {practice.name}"
    where = f"{row.name}, {practice.name}"
    return Change(label, estates.set_use, (row.id, practice.id, told), where)


def _add(practices: Sequence[PracticePlace], values: Mapping[str, Value]) -> Change:
    name = str(values.get("name") or "").strip()
    if not name:
        raise Refusal("Enter the system's name first.")
    kind = meant(SystemKind, str(values.get("kind") or "")) or SystemKind.OTHER
    uses = {each.id: told for each in practices
            if (told := use(str(values.get(each.key) or ""))) is not None}  # fmt: skip
    args = (name, kind, described(values, CELLS, "name", "kind"), uses)
    return Change(f"Add {name}", estates.enter_system, args, name)


def _remove(rows: Sequence[SystemLine]) -> Change:
    return deletion(rows, rows[0].name, "system", estates.remove_systems)
