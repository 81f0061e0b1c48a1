"""Checking a locality file from end to end, without changing it, whoever has it open."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.orm import aliased

from pch_desktop.models.history import Step, StepKind
from pch_desktop.models.workforce import Assignment, Deployment
from pch_desktop.store import chain, inspecting, opening, replay
from pch_desktop.store.connection import connect_watched, engine, for_purpose, plain
from pch_desktop.store.faults import in_words
from pch_desktop.store.identity import SCHEMA, Damaged, pragma
from pch_desktop.store.recorder import WATCHED

EXPECTED = """
CREATE TEMP TABLE turn AS
SELECT table_name, row_id, {end}(id) AS now_id FROM (
  SELECT kept.*, max(step.id) OVER (PARTITION BY table_name, row_id) AS newest,
    step.id AS said_by, step.kind AS said_as
  FROM main.step JOIN main.row_change AS kept ON kept.step_id = coalesce(step.reverses, step.id)
  WHERE step.id > ?
) WHERE said_by = newest AND (said_as = 'undo') = ? AND erased IS NULL
GROUP BY table_name, row_id
"""
"""Of each row the last image the history gives it: what an undo left is the
earliest before, what anything else left is the latest after."""
SIDES = (("after", "max", 0), ("before", "min", 1))


class Area(StrEnum):
    """What was looked at."""

    FILE = "The file"
    PARTS = "Its parts"
    REFERENCES = "References"
    HISTORY = "The history"
    RECORDS = "Records"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check has found."""

    area: Area
    words: str
    is_damage: bool = True
    """Whether something is wrong; if not, it is only good to know."""


def check(path: Path) -> list[Finding]:
    """Return what a check of a locality file finds; nothing where all is well.

    Raises:
        Refusal: it is not a locality file, or cannot be read now.
    """
    try:
        opening.identify(path)
    except Damaged as damaged:
        return [Finding(Area.FILE, str(damaged))]
    with in_words():
        opened = engine(lambda: connect_watched(path, "ro"))
        try:
            return _checked(plain(opened)) or _checked_records(for_purpose(opened, "read"))
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF not in inspecting.UNREADABLE:
                raise
            return [Finding(Area.FILE, f"It cannot be read: {error}.")]
        finally:
            opened.dispose()


def _checked(connection: sqlite3.Connection) -> list[Finding]:
    """Return what is wrong with the file as such; the rest is looked at only where nothing is."""
    broken = _found(Area.FILE, inspecting.broken(connection, is_whole_check=True))
    if broken:
        return broken
    if pragma(connection, "user_version") < SCHEMA:
        words = "It was made by an older version; opening it once brings it up to date."
        return [Finding(Area.FILE, words, is_damage=False)]
    loose = _found(Area.REFERENCES, inspecting.loose(connection))
    return _found(Area.PARTS, inspecting.foreign(connection)) + loose


def _checked_records(reader: Engine) -> list[Finding]:
    with reader.connect() as connection:
        seals = [_told(connection, flaw) for flaw in chain.verify(connection)]
        return seals + _differing(connection) + _found(Area.RECORDS, _badly_shared(connection))


def _found(area: Area, lines: Iterable[str]) -> list[Finding]:
    return [Finding(area, line) for line in lines]


def _told(connection: Connection, found: chain.Finding) -> Finding:
    label = connection.scalar(select(Step.label).where(Step.id == found.step_id))
    called = f"Step {found.step_id}" + (f" (“{label}”)" if label else "")
    return Finding(Area.HISTORY, f"{called} {found.flaw}.", found.flaw.is_damage)


def _differing(connection: Connection) -> list[Finding]:
    """Return the rows that are not what the history last made of them.

    Such a row was changed by another program, or by a fault of the disk that
    left the file readable.
    """
    floor = _floor(connection)
    found: list[str] = []
    for side, end, is_undo in SIDES:
        connection.exec_driver_sql("DROP TABLE IF EXISTS temp.turn")
        connection.exec_driver_sql(EXPECTED.format(end=end), (floor, is_undo))
        for table in WATCHED:
            found += [
                f"Row {row_id} of {table.name} is not what the history last made of it."
                for row_id in replay.moved(connection, table, side)
            ]
    return _found(Area.RECORDS, sorted(found))


def _floor(connection: Connection) -> int:
    """Return the step up to which the history cannot tell what rows are like now."""
    edit = aliased(Step)
    thinned = (
        select(Step.id)
        .outerjoin(edit, edit.id == Step.reverses)
        .where(func.coalesce(edit.thinned, Step.thinned).is_not(None))
    )
    migrated = select(Step.id).where(Step.kind == StepKind.MIGRATION)
    newest = select(func.max(Step.id)).where(Step.id.in_(thinned.union(migrated)))
    return connection.scalar(newest) or 0


def _badly_shared(connection: Connection) -> list[str]:
    """Return the assignments whose shares neither add up to one nor are left out."""
    shared = (
        select(Assignment.id, func.sum(Deployment.share))
        .join(Deployment, Deployment.assignment_id == Assignment.id)
        .group_by(Assignment.id)
    )
    rows = connection.execute(shared).all()
    return [
        f"The shares of assignment {assignment_id} add up to {share}, not to 1."
        for assignment_id, share in rows
        if share != 1
    ]
