"""What a locality file is built of, told so that two files can be compared.

A rebuilt table is written by SQLite in words of its own, so the text of two
files never matches; what the text says does.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from sqlalchemy import Dialect
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
from sqlalchemy.schema import CreateIndex, CreateTable, ExecutableDDLElement

from pch_desktop.models import Base

DIALECT: Dialect = sqlite_dialect()
Structure = Mapping[str, frozenset[str]]
"""Each table's parts, a readable line each, by the table's name."""

PART = re.compile(
    r"""(?P<text>'(?:[^']|'')*')|["\[`](?P<quoted>[^"\]`]*)["\]`]|(?P<word>\w+(?:\.\d+)?)"""
    r"""|(?P<comment>--[^\n]*|/\*.*?\*/)|(?P<sign>\|\||<>|[<>=!]=|[^\s\w])""",
    re.DOTALL,
)
RULES = {"c": "index", "u": "unique", "pk": "primary key"}


class Words(NamedTuple):
    """The statements that made a table and its indexes: all that its parts follow from."""

    table: str
    sql: str
    indexes: tuple[str, ...]
    is_strict: bool


TOLD: dict[Words, frozenset[str]] = {}
"""What was told of a table before. Most files are of the very same words, and to ask
SQLite about each part of each table takes a quarter of the time of opening a file."""


def of(connection: sqlite3.Connection) -> Structure:
    """Return what a file's tables are made of; views and triggers are strangers."""
    strict = {name for name, is_strict in _rows(connection, LISTED) if is_strict}
    added: dict[str, list[str]] = {}
    for table, sql in _rows(connection, MADE):
        added.setdefault(table, []).append(sql)
    return {
        table: _told(connection, Words(table, sql, tuple(added.get(table, ())), table in strict))
        for table, sql in tables(connection).items()
    }


def tables(connection: sqlite3.Connection) -> dict[str, str]:
    """Return each table of a file by name, with the statement that made it."""
    found = _rows(connection, "SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
    return {name: sql for name, sql in found if not name.startswith("sqlite_")}


def columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """Return the names of a table's columns."""
    return [row[0] for row in _rows(connection, COLUMNS, table)]


def strangers(connection: sqlite3.Connection) -> list[str]:
    """Return the views and triggers a file holds: a file of ours has none."""
    found = _rows(connection, "SELECT type, name FROM sqlite_schema WHERE type != 'table'")
    return [f"a {kind} called {name}" for kind, name in found if kind in {"trigger", "view"}]


def differences(connection: sqlite3.Connection) -> list[str]:
    """Return in what a file differs from one made today, a line each; none where in nothing."""
    return strangers(connection) + compared(of(connection), shipped())


def compared(found: Structure, wanted: Structure) -> list[str]:
    """Return in what one structure differs from another."""
    lines: list[str] = []
    for table in sorted(found.keys() | wanted.keys()):
        if table not in wanted:
            lines.append(f"a table called {table}, which is not ours")
        elif table not in found:
            lines.append(f"no table called {table}")
        else:
            lines += [f"{table} lacks {part}" for part in sorted(wanted[table] - found[table])]
            lines += [f"{table} has {part}" for part in sorted(found[table] - wanted[table])]
    return lines


@cache
def shipped() -> Structure:
    """Return the structure of a file made by this program today."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for statement in statements():
            connection.execute(statement)
        return MappingProxyType(dict(of(connection)))


def statements() -> list[str]:
    """Return the statements that make today's tables and indexes, in order."""
    tables = Base.metadata.sorted_tables
    made: list[ExecutableDDLElement] = [CreateTable(table) for table in tables]
    made += [
        CreateIndex(index)
        for table in tables
        for index in sorted(table.indexes, key=lambda index: index.name or "")
    ]
    return [str(statement.compile(dialect=DIALECT)) for statement in made]


def checks(sql: str) -> dict[str, str]:
    """Return each named CHECK of a CREATE TABLE statement: its expression, spaced alike."""
    return {name: rule for kind, name, rule in _constraints(sql) if kind == "check"}


LISTED = "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"
MADE = "SELECT tbl_name, sql FROM sqlite_schema WHERE type = 'index' AND sql NOT NULL ORDER BY name"
COLUMNS = 'SELECT name, type, "notnull", dflt_value, pk, hidden FROM pragma_table_xinfo(?)'
KEYS = (
    'SELECT id, group_concat("from"), "table", group_concat(ifnull("to", \'\')), on_update,'
    " on_delete FROM (SELECT * FROM pragma_foreign_key_list(?) ORDER BY id, seq) GROUP BY id"
)
INDEXES = 'SELECT name, "unique", origin, partial FROM pragma_index_list(?)'
INDEXED = 'SELECT name, "desc", coll FROM pragma_index_xinfo(?) WHERE key ORDER BY seqno'


def _told(connection: sqlite3.Connection, words: Words) -> frozenset[str]:
    if words not in TOLD:
        TOLD[words] = frozenset(_parts(connection, words.table, words.sql, words.is_strict))
    return TOLD[words]


def _parts(connection: sqlite3.Connection, table: str, sql: str, is_strict: bool) -> Generator[str]:
    yield "strict typing" if is_strict else "loose typing"
    for name, kind, is_needed, default, place, hidden in _rows(connection, COLUMNS, table):
        needed = " not null" if is_needed else ""
        given = f" default {default}" if default else ""
        yield f"column {name} {kind.lower()}{needed}{given} key {place} hidden {hidden}"
    for _, names, other, others, updated, deleted in _rows(connection, KEYS, table):
        yield f"key ({names}) to {other} ({others}) update {updated} delete {deleted}"
    for name, is_unique, origin, is_partial in _rows(connection, INDEXES, table):
        called = f" {name}" if origin == "c" else ""
        unique = " unique" if is_unique and origin == "c" else ""
        partial = " where some" if is_partial else ""
        indexed = ", ".join(_indexed(connection, name))
        yield f"{RULES[origin]}{called}{unique} ({indexed}){partial}"
    for kind, name, rule in _constraints(sql):
        yield f"{kind} called {name}: {rule}"


def _indexed(connection: sqlite3.Connection, index: str) -> Generator[str]:
    for name, is_descending, collation in _rows(connection, INDEXED, index):
        down = " desc" if is_descending else ""
        yield f"{name}{down}" if collation == "BINARY" else f"{name}{down} by {collation}"


def _constraints(sql: str) -> Generator[tuple[str, str, str]]:
    """Give kind, name and rule of each constraint; the rule only where it is a CHECK.

    What PRAGMAs tell of keys leaves out whether they wait for the end of the
    transaction, so that is read here.
    """
    parts = _split(sql)
    for at, part in enumerate(parts):
        if part == "constraint":
            rest = parts[at + 2 :]
            rule = _enclosed(rest) if rest[0] == "check" else _waiting(rest)
            yield rest[0], parts[at + 1], rule
        elif part == "check" and parts[at - 2] != "constraint":
            yield "check", "nothing", _enclosed(parts[at:])


def _enclosed(parts: Sequence[str]) -> str:
    depth = 0
    for at, part in enumerate(parts):
        depth += (part == "(") - (part == ")")
        if at and not depth:
            return " ".join(parts[2:at])
    return " ".join(parts)


def _waiting(parts: Sequence[str]) -> str:
    end = parts.index("constraint") if "constraint" in parts else len(parts)
    return "waits" if "deferred" in parts[:end] else "at once"


def _split(sql: str) -> list[str]:
    found: list[str] = []
    for part in PART.finditer(sql):
        if part["text"]:
            found.append(part["text"])
        elif not part["comment"]:
            found.append((part["quoted"] or part["word"] or part["sign"] or "").lower())
    return found


def _rows(connection: sqlite3.Connection, sql: str, *values: str) -> list[tuple[str, ...]]:
    return connection.execute(sql, values).fetchall()
