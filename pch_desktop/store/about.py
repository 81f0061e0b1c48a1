"""Which rows of the file are about a person: told by the tables, so that none is forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, func, or_, select
from sqlalchemy.orm import Session

from pch_desktop.models.history import RowChange
from pch_desktop.models.workforce import Assignment, Person
from pch_desktop.models.workforce_skills import CoursePlace, Supervision
from pch_desktop.store.recorder import WATCHED

KEPT = frozenset(
    {
        (Assignment.__tablename__, "person_id"),
        (CoursePlace.__tablename__, "person_id"),
        (Supervision.__tablename__, "supervisor_id"),
    }
)
"""Rows that stay when who it was is taken out: what posts, training and others rest on."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A column that points at rows of another table."""

    table: Table
    column: str
    goes_along: bool
    """Whether its row is part of what it points at, and goes with it."""

    @property
    def is_kept(self) -> bool:
        """Whether its row stays when a person is made anonymous."""
        return (self.table.name, self.column) in KEPT


def pointers(target: str = Person.__tablename__) -> tuple[Pointer, ...]:
    """Return every column of the file that points at a table, people unless told."""
    return tuple(
        Pointer(table, column.name, key.ondelete == "CASCADE")
        for table in WATCHED
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name == target
    )


def rows_about(session: Session, person_id: int) -> dict[str, list[int]]:
    """Return the keys of the rows about a person by table: theirs, and what is part of those."""
    found: dict[str, list[int]] = {Person.__tablename__: [person_id]}
    for pointer in pointers():
        _gather(session, pointer, [person_id], found)
    return {table: sorted(set(ids)) for table, ids in found.items()}


def images_about(session: Session, pointer: Pointer, person_ids: Iterable[int]) -> list[int]:
    """Return the numbers of the images in which a column points at one of some people."""
    wanted = list(person_ids)
    sides = (RowChange.before, RowChange.after)
    points = or_(*(func.json_extract(side, f"$.{pointer.column}").in_(wanted) for side in sides))
    query = select(RowChange.id).where(RowChange.table_name == pointer.table.name, points)
    return list(session.scalars(query))


def _gather(
    session: Session, pointer: Pointer, targets: list[int], found: dict[str, list[int]]
) -> None:
    table: Any = pointer.table
    ids = list(session.scalars(select(table.c.id).where(table.c[pointer.column].in_(targets))))
    if ids:
        found.setdefault(table.name, []).extend(ids)
        for part in _parts(table.name):
            _gather(session, part, ids, found)


def _parts(table: str) -> Iterator[Pointer]:
    return (pointer for pointer in pointers(table) if pointer.goes_along)
