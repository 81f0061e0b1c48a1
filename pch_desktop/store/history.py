"""The file's history: one record for undo, redo and the audit trail.

An edit reversed an odd number of times is undone. Steps are only ever added,
so undo and redo outlive the window, and whoever reads the file sees all that
was tried. Neither goes back past a migration, whose images are of other tables.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache
from secrets import token_bytes

from sqlalchemy import Connection, Select, bindparam, func, insert, select
from sqlalchemy.orm import Session, aliased

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.history import RowChange, Step, StepKind
from pch_desktop.store import replay
from pch_desktop.store.chain import Facts, head, rows_digest, salted, seal
from pch_desktop.store.recorder import pause

REVERSALS = {StepKind.UNDO: "Undo", StepKind.REDO: "Redo"}
SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit that may be undone or redone."""

    id: int
    label: str


def to_undo(session: Session) -> Edit | None:
    """Return the last edit in effect, no further back than the last migration."""
    row = session.execute(_in_effect(), {"after": _last(session, StepKind.MIGRATION)}).first()
    return Edit(*row) if row else None


@cache
def _in_effect() -> Select[int, str]:
    reversal = aliased(Step)
    reversals = select(func.count()).where(reversal.reverses == Step.id).scalar_subquery()
    query = select(Step.id, Step.label).where(
        Step.kind == StepKind.EDIT, Step.id > bindparam("after"), reversals % 2 == 0
    )
    return query.order_by(Step.id.desc()).limit(1)


def to_redo(session: Session) -> Edit | None:
    """Return the first edit undone since the last new one."""
    newest = _last(session, StepKind.MIGRATION, StepKind.EDIT)
    after = _last(session, StepKind.MIGRATION)
    row = session.execute(_undone(), {"newest": newest, "after": after}).first()
    return Edit(*row) if row else None


@cache
def _undone() -> Select[int, str]:
    edit = aliased(Step)
    query = (
        select(edit.id, edit.label)
        .join(Step, Step.reverses == edit.id)
        .where(Step.id > bindparam("newest"), edit.id > bindparam("after"))
        .group_by(edit.id)
        .having(func.count() % 2 == 1)
        .order_by(edit.id)
    )
    return query.limit(1)


def record(
    connection: Connection, at: datetime, who: str, label: str, kind: StepKind = StepKind.EDIT
) -> frozenset[str]:
    """Seal what the transaction under way has changed; return the tables touched.

    Where nothing has changed there is no step, unless it is one of upkeep.
    """
    last, previous = head(connection)
    counted = (
        select(RowChange.table_name, func.count())
        .where(RowChange.step_id == last + 1)
        .group_by(RowChange.table_name)
    )
    counts = dict(connection.execute(counted).all())
    if counts or kind is not StepKind.EDIT:
        facts = Facts(last + 1, at, who, kind, None, sum(counts.values()))
        _append(connection, previous, facts, label)
    return frozenset(counts)


def reverse(
    connection: Connection, edit: Edit, kind: StepKind, at: datetime, who: str
) -> frozenset[str]:
    """Undo or redo an edit as a step of its own; return the tables touched.

    The rows are those of the edit, so they are not written down again.

    Raises:
        Refusal: the edit's details are gone, or its rows are no longer as recorded.
    """
    _must_be_kept(connection, edit)
    turn = replay.take_back if kind is StepKind.UNDO else replay.make_again
    with pause(connection):
        touched = turn(connection, edit.id)
    last, previous = head(connection)
    rows = select(Step.rows_changed).where(Step.id == edit.id)
    facts = Facts(last + 1, at, who, kind, edit.id, connection.scalars(rows).one())
    _append(connection, previous, facts, f"{REVERSALS[kind]} {edit.label}")
    return touched


def mark_migration(
    connection: Connection, at: datetime, who: str, from_schema: int, to_schema: int
) -> None:
    """Note in the history that the file was brought to a newer schema; undo stops here."""
    label = f"Brought the file from format {from_schema} to {to_schema}"
    record(connection, at, who, label, StepKind.MIGRATION)


def _append(connection: Connection, previous: bytes, facts: Facts, label: str) -> None:
    salt = token_bytes(SALT_BYTES)
    digest = seal(previous, facts, salted(salt, label), rows_digest(connection, facts.id))
    step = {**asdict(facts), "label": label, "salt": salt, "digest": digest}
    connection.execute(insert(Step).values(**step))


def _must_be_kept(connection: Connection, edit: Edit) -> None:
    erased = select(RowChange.id).where(RowChange.step_id == edit.id, RowChange.erased.is_not(None))
    if connection.execute(erased.limit(1)).first():
        raise Refusal(f"Details in “{edit.label}” were erased, so it is past undoing.")
    thinned = select(Step.thinned).where(Step.id == edit.id)
    if connection.scalars(thinned).one() is not None:
        raise Refusal(f"The details of “{edit.label}” were thinned out, so it is past undoing.")


def _last(session: Session, *kinds: StepKind) -> int:
    return session.scalar(select(func.max(Step.id)).where(Step.kind.in_(kinds))) or 0
