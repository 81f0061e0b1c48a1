"""The systems practices share, and how far each practice has taken them up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from pch_desktop.domain.estates import SystemKind
from pch_desktop.domain.estates_systems import Use
from pch_desktop.models.estates_premises import ItSystem, SystemUse
from pch_desktop.models.population import Practice
from pch_desktop.store.records import change, found, remove

SYSTEM_FIELDS: Mapping[str, str] = {
    "name": "the system's name",
    "kind": "what the system is for",
    "supplier": "who supplies it",
    "note": "a note",
    "source": "where that is told",
}
NOTHING: Mapping[str, object] = {}


@dataclass(frozen=True, slots=True)
class SystemRow:
    """A system, and how far practices have taken it up."""

    id: int
    name: str
    kind: SystemKind
    supplier: str | None
    note: str | None
    source: str | None
    uses: Mapping[int, Use]
    """By the practice's key; a practice that is not in it is not known."""


def systems(session: Session) -> list[SystemRow]:
    """Return the systems by what they are for and name, with each practice's use."""
    uses: dict[int, dict[int, Use]] = defaultdict(dict)
    used = select(
        SystemUse.system_id, SystemUse.practice_id, SystemUse.adoption, SystemUse.since_on
    )
    for system_id, practice_id, adoption, since_on in session.execute(used):
        uses[system_id][practice_id] = Use(adoption, since_on)
    order = {kind: at for at, kind in enumerate(SystemKind)}
    rows = [
        SystemRow(row.id, row.name, row.kind, row.supplier, row.note, row.source, uses[row.id])
        for row in session.scalars(select(ItSystem))
    ]
    return sorted(rows, key=lambda row: (order[row.kind], row.name.casefold()))


def add_system(
    session: Session, name: str, kind: SystemKind, *, rest: Mapping[str, object] = NOTHING
) -> int:
    """Add a system with what else is known, as for ``set_system``; return its id."""
    made = ItSystem(kind=kind)
    change(session, made, "name", name, SYSTEM_FIELDS["name"])
    session.add(made)
    session.flush()
    for field, value in rest.items():
        set_system(session, made.id, field, value)
    return made.id


def enter_system(
    session: Session,
    name: str,
    kind: SystemKind,
    rest: Mapping[str, object],
    uses: Mapping[int, Use],
) -> int:
    """Add a system with what was typed of practices beside it; return its id."""
    system_id = add_system(session, name, kind, rest=rest)
    for practice_id, use in uses.items():
        set_use(session, system_id, practice_id, use)
    return system_id


def set_system(session: Session, system_id: int, field: str, value: object) -> None:
    """Put a value into one of a system's ``SYSTEM_FIELDS``."""
    change(session, found(session, ItSystem, system_id), field, value, SYSTEM_FIELDS[field])


def set_use(session: Session, system_id: int, practice_id: int, use: Use | None) -> None:
    """Say how far a practice has taken a system up; None takes it back: not known."""
    found(session, ItSystem, system_id)
    found(session, Practice, practice_id)
    of_both = (SystemUse.system_id == system_id, SystemUse.practice_id == practice_id)
    if use is None:
        session.execute(delete(SystemUse).where(*of_both))
        return
    kept = session.scalars(select(SystemUse).where(*of_both)).first()
    if kept is None:
        kept = SystemUse(system_id=system_id, practice_id=practice_id)
        session.add(kept)
    kept.adoption, kept.since_on = use.adoption, use.on
    session.flush()


def remove_systems(session: Session, system_ids: Collection[int]) -> None:
    """Delete systems, with how far practices have taken them up."""
    remove(session, ItSystem, system_ids, "systems")
