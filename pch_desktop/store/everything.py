"""All that the file holds, table by table, in names instead of numbers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from pch_desktop.models.partners import Contact
from pch_desktop.models.workforce import Person
from pch_desktop.store import naming
from pch_desktop.store.recorder import WATCHED

NAMES = ("reference", "code", "name", "title", "year", "file_name")
"""What a row is called by, the first of these that it has."""
CALLED = {Person.__tablename__: "Person", Contact.__tablename__: "Contact"}
"""What somebody is called, with a number, where names are left out."""
LEFT_OUT = frozenset({"staff_code", "work_email", "work_phone"})
"""What else of somebody's own row is left out with the name."""
NAMED = {
    "agreement_party": frozenset({"signed_by"}),
    "engagement": frozenset({"attendees", "owner"}),
    "forum": frozenset({"chair"}),
    "forum_member": frozenset({"name"}),
    "charge": frozenset({"name"}),
    "meeting": frozenset({"chair", "secretary"}),
    "paper": frozenset({"author", "sponsor"}),
    "agenda_line": frozenset({"lead"}),
    "attendance": frozenset({"name", "stands_for"}),
    "interest": frozenset({"name"}),
    "interest_declared": frozenset({"name", "interest"}),
    "board_action": frozenset({"owner"}),
}
"""Where else somebody is named who may be in no list of people, and so is left out."""
Called = Mapping[str, Mapping[int, object]]
"""What each row is called, by table and key."""


@dataclass(frozen=True, slots=True)
class TableDump:
    """A table with its rows: values as they are, other rows by what they are called."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def every_table(session: Session) -> list[TableDump]:
    """Return every table of the file that is not its history, by name, rows by number."""
    called = {table.name: _called(session, table) for table in WATCHED}
    return [_dump(session, table, called) for table in _by_name()]


def every_table_nameless(session: Session) -> list[TableDump]:
    """Return every table as ``every_table`` does, without the names of people.

    Staff and partners' contacts are called by their numbers, in notes too; their
    codes, e-mails and telephones are left out.
    """
    numbered: dict[str, Mapping[int, object]] = {
        kind.__tablename__: {
            key: f"{CALLED[kind.__tablename__]} {key}" for key in session.scalars(select(kind.id))
        }
        for kind in (Person, Contact)
    }
    called = {table.name: _called(session, table) for table in WATCHED} | numbered
    whose = _whose(session)
    named = naming.pattern(whose)

    def instead(found: re.Match[str]) -> str:
        return whose.get(found[0].casefold(), CALLED[Person.__tablename__])

    return [_nameless(_dump(session, table, called), named, instead) for table in _by_name()]


def dumps(session: Session, wanted: Mapping[str, Collection[int]]) -> list[TableDump]:
    """Return some rows of some tables, by key, other rows by what they are called."""
    called = {table.name: _called(session, table) for table in WATCHED}
    return [
        _dump(session, table, called, wanted[table.name])
        for table in _by_name()
        if table.name in wanted
    ]


def _by_name() -> Iterable[Table]:
    return sorted(WATCHED, key=lambda table: table.name)


def _called(session: Session, table: Table) -> Mapping[int, object]:
    columns = [table.c[name] for name in NAMES if name in table.c]
    if not columns:
        return {}
    return {
        row_id: next((word for word in words if word is not None), row_id)
        for row_id, *words in session.execute(select(table.c.id, *columns))
    }


def _whose(session: Session) -> dict[str, str]:
    """Return what people are called instead of each name, staff code and e-mail of theirs."""
    found: dict[str, str] = {}
    for kind, words in ((Contact, ("name", "work_email")), (Person, naming.OWN)):
        table: Any = kind.__table__
        for key, *told in session.execute(select(table.c.id, *(table.c[name] for name in words))):
            for word in told:
                if word and naming.is_telling(word):
                    found[word.casefold()] = f"{CALLED[table.name]} {key}"
    return found


def _nameless(dump: TableDump, named: re.Pattern[str], instead: Any) -> TableDump:
    own = dump.name in CALLED
    key = dump.columns.index("id")

    def told(row: tuple[object, ...], at: int) -> object:
        column, value = dump.columns[at], row[at]
        if own and column == "name":
            return f"{CALLED[dump.name]} {row[key]}"
        if (own and column in LEFT_OUT) or column in NAMED.get(dump.name, frozenset()):
            return None
        return named.sub(instead, value) if type(value) is str else value

    rows = (tuple(told(row, at) for at in range(len(row))) for row in dump.rows)
    return replace(dump, rows=tuple(rows))


def _dump(
    session: Session, table: Table, called: Called, only: Collection[int] | None = None
) -> TableDump:
    targets = {
        column.name: next(iter(column.foreign_keys)).column.table.name
        for column in table.columns
        if column.foreign_keys
    }
    names = [column.name for column in table.columns]
    targeted = [called.get(targets.get(name, ""), {}) for name in names]
    query = select(table).order_by(table.c.id)
    if only is not None:
        query = query.where(table.c.id.in_(only))
    rows = tuple(
        tuple(_shown(value, of) for value, of in zip(row, targeted, strict=True))
        for row in session.execute(query)
    )
    columns = tuple(name.removesuffix("_id") if name in targets else name for name in names)
    return TableDump(table.name, columns, rows)


def _shown(value: Any, called: Mapping[int, object]) -> object:
    """Return a value, or what the row it points at is called."""
    return called.get(value, value) if called else value
