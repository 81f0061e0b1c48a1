"""What a file is built of, and in what it differs."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator

import pytest

from pch_desktop.store import structure


@pytest.fixture
def connection() -> Generator[sqlite3.Connection]:
    """A file built as today's, in memory."""
    made = sqlite3.connect(":memory:", isolation_level=None)
    for statement in structure.statements():
        made.execute(statement)
    yield made
    made.close()


def test_a_new_file_differs_in_nothing(connection: sqlite3.Connection) -> None:
    assert structure.differences(connection) == []


@pytest.mark.parametrize(
    ("statement", "difference"),
    [
        ("CREATE VIEW peek AS SELECT 1", "a view called peek"),
        (
            "CREATE TRIGGER wipe AFTER INSERT ON person BEGIN DELETE FROM person; END",
            "a trigger called wipe",
        ),
        ("CREATE TABLE loot (id INTEGER)", "a table called loot, which is not ours"),
        ("DROP TABLE opening", "no table called opening"),
        ("DROP INDEX ix_post_role_id", "post lacks index ix_post_role_id (role_id)"),
        ("ALTER TABLE post ADD COLUMN x TEXT", "post has column x text key 0 hidden 0"),
        ("CREATE INDEX own ON post (title DESC)", "post has index own (title desc)"),
        (
            "CREATE UNIQUE INDEX own ON post (title) WHERE title > 'a'",
            "post has index own unique (title) where some",
        ),
    ],
)
def test_what_is_not_ours_is_told(
    statement: str, difference: str, connection: sqlite3.Connection
) -> None:
    connection.execute(statement)
    assert structure.differences(connection) == [difference]


def test_what_sqlite_keeps_for_itself_is_no_difference(connection: sqlite3.Connection) -> None:
    connection.execute("ANALYZE")
    assert structure.differences(connection) == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("CHECK (n > 0)", "CHECK (n >= 0)"),
        ("REFERENCES t (id) ON DELETE CASCADE", "REFERENCES t (id)"),
        (
            "CONSTRAINT fk REFERENCES t (id) DEFERRABLE INITIALLY DEFERRED",
            "CONSTRAINT fk REFERENCES t (id)",
        ),
        ("NOT NULL", ""),
        ("DEFAULT 3", "DEFAULT 4"),
        ("UNIQUE", ""),
    ],
)
def test_a_column_with_another_rule_is_another_structure(ours: str, theirs: str) -> None:
    one, two = (
        built(f"id INTEGER PRIMARY KEY, n INTEGER {ours}"),
        built(f"id INTEGER PRIMARY KEY, n INTEGER {theirs}"),
    )
    assert structure.compared(one, two) != []


def test_the_same_written_otherwise_is_the_same() -> None:
    one = built("id INTEGER PRIMARY KEY, n TEXT, CONSTRAINT ck CHECK (n IN ('A  b', 'c')) -- why\n")
    two = built(
        "\"id\" integer PRIMARY KEY, `n` TEXT, constraint [ck]\n CHECK(\"n\" in('A  b','c'))"
    )
    assert structure.compared(one, two) == []


def test_text_inside_a_rule_is_compared_letter_by_letter() -> None:
    one = built("id INTEGER PRIMARY KEY, CONSTRAINT ck CHECK (id != 'A b')")
    two = built("id INTEGER PRIMARY KEY, CONSTRAINT ck CHECK (id != 'a b')")
    assert len(structure.compared(one, two)) == 2


def test_a_table_that_is_not_strict_is_told() -> None:
    strict, loose = built("id INTEGER PRIMARY KEY"), built("id INTEGER PRIMARY KEY", "")
    assert structure.compared(loose, strict) == ["t lacks strict typing", "t has loose typing"]


def test_named_rules_are_read_from_a_statement() -> None:
    sql = "CREATE TABLE t (n, CONSTRAINT a CHECK ((n) > 1 OR n || ')' = ')'), CHECK (n < 9))"
    assert structure.checks(sql) == {
        "a": "( n ) > 1 or n || ')' = ')'",
        "nothing": "n < 9",
    }


def built(columns: str, typing: str = "STRICT") -> structure.Structure:
    """Return the structure of a table t."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute(f"CREATE TABLE t ({columns}) {typing}")
    found = structure.of(connection)
    connection.close()
    return found
