"""Taking a file in: what a plan would write, and the one command that writes exactly that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Table, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models import Base
from pch_desktop.models.history import RowChange
from pch_desktop.models.locality import ControlTotal, ImportBatch
from pch_desktop.models.workforce import Deployment
from pch_desktop.store.budget.ledger import take_out

MOVED_ON = (
    "The locality has changed since this file was looked at, so nothing was taken in. "
    "Look at the file again."
)


@dataclass(frozen=True, slots=True)
class Link:
    """The row that the change of this name adds, before it has a number."""

    name: str


@dataclass(frozen=True, slots=True)
class Change:
    """A row to be added, or changed from something to something else."""

    table: str
    words: str
    """Which row it is, as a person calls it: Global sum, N81024, 2015/16."""
    after: Mapping[str, object]
    """The new values by column; a value may be a ``Link``."""
    before: Mapping[str, object] | None = None
    """The old values of the same columns; nothing where the row is new."""
    row_id: int | None = None
    name: str = ""
    """What a ``Link`` calls the row; names are the plan's own."""
    is_gone: bool = False
    """Whether the row goes; the columns are what is shown of it."""

    @property
    def is_new(self) -> bool:
        """Whether it adds a row."""
        return self.row_id is None


@dataclass(frozen=True, slots=True)
class Batch:
    """The file a change came from, and how many of its rows were used."""

    kind: str
    file_name: str
    file_digest: str
    year: FinancialYear | None
    taken_on: date | None
    rows_read: int
    rows_kept: int
    rows_refused: int
    note: str | None


@dataclass(frozen=True, slots=True)
class Control:
    """A total of the whole file: of England, or of a board by its code."""

    place: str
    measure: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Intake:
    """All that taking one file in writes, and the state of the locality it was planned for."""

    batch: Batch
    changes: tuple[Change, ...]
    controls: tuple[Control, ...]
    stamp: int


def stamp(session: Session) -> int:
    """Return a number that grows with every change to the file."""
    return session.scalar(select(func.max(RowChange.id))) or 0


def commit(session: Session, intake: Intake, at: datetime) -> int:
    """Write a plan, and nothing but the plan; return the batch's number.

    Raises:
        Refusal: the file has changed since the plan was made.
    """
    if stamp(session) != intake.stamp:
        raise Refusal(MOVED_ON)
    batch_id = _recorded(session, intake, at)
    ids: dict[str, int] = {}
    try:
        # What goes first makes room for what comes.
        for change in sorted(intake.changes, key=lambda one: not one.is_gone):
            _write(session, change, batch_id, ids)
        session.flush()
    except IntegrityError as error:
        raise Refusal(MOVED_ON) from error
    session.expire_all()
    return batch_id


def _take_out_share(session: Session, deployment_id: int) -> None:
    """Delete where a part of somebody's time went."""
    session.execute(delete(Deployment).where(Deployment.id == deployment_id))


GOING: Mapping[str, Callable[[Session, int], None]] = {
    "actual": take_out,
    "deployment": _take_out_share,
}
"""How a row of a table goes, with what belongs to it."""


def _recorded(session: Session, intake: Intake, at: datetime) -> int:
    facts = intake.batch
    batch = ImportBatch(
        kind=facts.kind,
        file_name=facts.file_name,
        file_digest=facts.file_digest,
        at=at,
        year=facts.year,
        taken_on=facts.taken_on,
        rows_read=facts.rows_read,
        rows_kept=facts.rows_kept,
        rows_refused=facts.rows_refused,
        note=facts.note,
    )
    session.add(batch)
    session.flush()
    for control in intake.controls:
        session.add(
            ControlTotal(
                batch_id=batch.id,
                place=control.place,
                measure=control.measure,
                value=control.value,
            )
        )
    session.flush()
    return batch.id


def _write(session: Session, change: Change, batch_id: int, ids: dict[str, int]) -> None:
    table = Base.metadata.tables[change.table]
    values = {column: _value(value, ids) for column, value in change.after.items()}
    if "batch_id" in table.c:
        values["batch_id"] = batch_id
    if change.is_gone and change.row_id is not None:
        if _now(session, table, change) != dict(change.before or {}):
            raise Refusal(MOVED_ON)
        GOING[change.table](session, change.row_id)
        return
    if change.row_id is None:
        added = insert(table).values(**values).returning(table.c["id"])
        ids[change.name] = session.execute(added).scalar_one()
        return
    if _now(session, table, change) != dict(change.before or {}):
        raise Refusal(MOVED_ON)
    session.execute(update(table).where(table.c.id == change.row_id).values(**values))
    ids[change.name] = change.row_id


def _now(session: Session, table: Table, change: Change) -> dict[str, Any]:
    columns = [table.c[column] for column in change.after]
    found = session.execute(select(*columns).where(table.c.id == change.row_id)).first()
    return {} if found is None else dict(zip(change.after, found, strict=True))


def _value(value: object, ids: Mapping[str, int]) -> object:
    return ids[value.name] if isinstance(value, Link) else value
