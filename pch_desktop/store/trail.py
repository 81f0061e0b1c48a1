"""Reading the history: who changed what, when, from what to what."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import cast

from sqlalchemy import Column, Dialect, Table, select
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
from sqlalchemy.orm import Session

from pch_desktop.models import Base
from pch_desktop.models.history import RowChange, Step, StepKind

Image = Mapping[str, int | str | None]
DIALECT: Dialect = sqlite_dialect()
NAMES = ("name", "title", "reference", "heading", "label", "words", "key", "code", "measure")
"""The columns a row is called by, the best first."""
A_PAGE = 500


class Change(StrEnum):
    """What became of a row."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A line of the history, as people read it."""

    id: int
    at: datetime
    who: str
    label: str
    kind: StepKind
    rows_changed: int
    is_thinned: bool


@dataclass(frozen=True, slots=True)
class ColumnChange:
    """One column of a row before and after; a key to another row is that row's name."""

    column: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class RowChangeRow:
    """One row a step changed."""

    id: int
    table_name: str
    row_id: int
    subject: str
    """What the row was called, or its number."""
    change: Change
    columns: tuple[ColumnChange, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """What a step did to one row: who, when, from what to what."""

    id: int
    at: datetime
    who: str
    label: str
    row: RowChangeRow


@dataclass(frozen=True, slots=True)
class TouchedRow:
    """The step that made a row what it is."""

    id: int
    at: datetime
    who: str
    label: str


def changes(
    session: Session, limit: int | None = None, before: int | None = None
) -> list[ChangeRow]:
    """Return steps, newest first.

    Args:
        limit: at most so many.
        before: only those earlier than the step of this number.
    """
    query = select(
        Step.id,
        Step.at,
        Step.who,
        Step.label,
        Step.kind,
        Step.rows_changed,
        Step.thinned.is_not(None),
    ).order_by(Step.id.desc())
    if before is not None:
        query = query.where(Step.id < before)
    return [ChangeRow(*row) for row in session.execute(query.limit(limit))]


def step_rows(
    session: Session, step_id: int, limit: int = A_PAGE, after: int = 0
) -> list[RowChangeRow]:
    """Return what a step did, row by row in the order it was done.

    Args:
        limit: at most so many.
        after: only rows whose own number is above this.
    """
    step = session.get_one(Step, step_id)
    is_back = step.kind is StepKind.UNDO
    query = (
        select(RowChange)
        .where(RowChange.step_id == (step.reverses or step_id), RowChange.id > after)
        .order_by(RowChange.id)
        .limit(limit)
    )
    return [_told(session, row, is_back) for row in session.scalars(query)]


def row_history(session: Session, table_name: str, row_id: int) -> list[FigureRow]:
    """Return every step that changed one row, newest first."""
    here = RowChange.table_name == table_name, RowChange.row_id == row_id
    return told_rows(session, session.scalars(select(RowChange.id).where(*here)).all())


def told_rows(session: Session, change_ids: Collection[int]) -> list[FigureRow]:
    """Return some changes of rows by their numbers, with whoever took them back; newest first."""
    found: list[FigureRow] = []
    for edit, row in _changes(session, change_ids):
        reversals = session.scalars(select(Step).where(Step.reverses == edit.id))
        for step in (edit, *reversals):
            told = _told(session, row, step.kind is StepKind.UNDO)
            found.append(FigureRow(step.id, step.at, step.who, step.label, told))
    return sorted(found, key=lambda figure: (figure.id, figure.row.id), reverse=True)


def _changes(session: Session, change_ids: Collection[int]) -> list[tuple[Step, RowChange]]:
    """Return steps with the changes of rows asked for, read so many at a time as SQLite takes."""
    ids = sorted(change_ids)
    found: list[tuple[Step, RowChange]] = []
    for at in range(0, len(ids), A_PAGE):
        query = (
            select(Step, RowChange)
            .join(RowChange, RowChange.step_id == Step.id)
            .where(RowChange.id.in_(ids[at : at + A_PAGE]))
        )
        found += [(edit, row) for edit, row in session.execute(query)]
    return found


def last_touched(
    session: Session, table_name: str, row_ids: Collection[int]
) -> Mapping[int, TouchedRow]:
    """Return the step that made each row what it is, by row; an edit undone made nothing.

    A row that never changed since the file began, or whose history was thinned, is left out.
    """
    query = (
        select(RowChange.row_id, Step.id, Step.at, Step.who, Step.label)
        .join(Step, RowChange.step_id == Step.id)
        .where(RowChange.table_name == table_name, RowChange.row_id.in_(row_ids))
        .order_by(RowChange.id.desc())
    )
    rows = session.execute(query).all()
    undone = _undone(session, {step_id for _, step_id, *_ in rows})
    found: dict[int, TouchedRow] = {}
    for row_id, step_id, at, who, label in rows:
        if step_id not in undone:
            found.setdefault(row_id, TouchedRow(step_id, at, who, label))
    return found


def _undone(session: Session, step_ids: Collection[int]) -> frozenset[int]:
    """Return those steps that were taken back and not done again."""
    query = select(Step.reverses, Step.kind).where(Step.reverses.in_(step_ids)).order_by(Step.id)
    last = dict(session.execute(query).all())
    return frozenset(step for step, kind in last.items() if step and kind is StepKind.UNDO)


def _told(session: Session, row: RowChange, is_back: bool) -> RowChangeRow:
    before, after = _image(row.before), _image(row.after)
    if is_back:
        before, after = after, before
    table = Base.metadata.tables.get(row.table_name)
    return RowChangeRow(
        row.id,
        row.table_name,
        row.row_id,
        _subject(after or before, row.row_id),
        Change.ERASED if row.erased else _change(before, after),
        tuple(_columns(session, table, before or {}, after or {})),
    )


def _change(before: Image | None, after: Image | None) -> Change:
    if before is None:
        return Change.ADDED
    return Change.REMOVED if after is None else Change.CHANGED


def _columns(
    session: Session, table: Table | None, before: Image, after: Image
) -> list[ColumnChange]:
    names = [name for name in after or before if before.get(name) != after.get(name)]
    return [
        ColumnChange(
            name,
            _value(session, table, name, before.get(name)),
            _value(session, table, name, after.get(name)),
        )
        for name in names
        if name != "id"
    ]


def _value(session: Session, table: Table | None, name: str, stored: int | str | None) -> object:
    """Return a stored value as the program knows it; as stored where it does not any more."""
    column = None if table is None else table.columns.get(name)
    if column is None or stored is None:
        return stored
    for key in column.foreign_keys:
        return _called(session, key.column.table, stored)
    try:
        return _restored(column, stored)
    except (ValueError, ArithmeticError):
        return stored


def _restored(column: Column[object], stored: int | str) -> object:
    restore = column.type.result_processor(DIALECT, None)
    return stored if restore is None else cast(object, restore(stored))


def _called(session: Session, table: Table, row_id: int | str) -> str:
    names = [table.columns[name] for name in NAMES if name in table.columns]
    if names:
        row = session.execute(select(*names).where(table.columns["id"] == row_id)).first()
        called = next((str(value) for value in row or () if value), None)
        if called:
            return called
    return f"#{row_id}"


def _subject(image: Image | None, row_id: int) -> str:
    return next((str(image[name]) for name in NAMES if image and image.get(name)), f"#{row_id}")


def _image(text: str | None) -> Image | None:
    return None if text is None else cast(Image, json.loads(text))
