from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from sqlalchemy import text

from pch_desktop.store.connection import connect_watched
from pch_desktop.store.guard import strangers
from pch_desktop.store.locality_file import LocalityFile
from tests.localities import seed

HOSTILE = {
    "wipe": "CREATE TRIGGER wipe AFTER UPDATE ON post BEGIN DELETE FROM assignment; END",
    "mute": "CREATE TRIGGER mute BEFORE UPDATE ON post BEGIN SELECT RAISE(IGNORE); END",
    "lie": "CREATE TRIGGER lie AFTER INSERT ON row_change BEGIN DELETE FROM row_change; END",
}


@pytest.fixture(params=HOSTILE.values(), ids=list(HOSTILE))
def hostile(request: pytest.FixtureRequest, file: LocalityFile, path: Path) -> Path:
    """A file to which somebody has added a trigger of their own."""
    file.edit("Seed", seed)
    file.close()
    with closing(sqlite3.connect(path)) as stranger:
        stranger.execute(str(request.param))
    return path


def test_a_trigger_in_the_file_cannot_act_even_while_writing(hostile: Path) -> None:
    with closing(connect_watched(hostile, "rw")) as connection:
        before = connection.execute("SELECT count(*) FROM row_change").fetchone()
        with suppress(sqlite3.DatabaseError):  # Python 3.11 refuses, later ones pass it over
            connection.execute("UPDATE post SET title = title")
        assert connection.execute("SELECT count(*) FROM assignment").fetchone() == (3,)
        assert connection.execute("SELECT count(*) FROM row_change").fetchone() == before


def test_a_view_in_the_file_does_not_answer(file: LocalityFile, path: Path) -> None:
    file.close()
    with closing(sqlite3.connect(path)) as stranger:
        stranger.execute("CREATE VIEW lies AS SELECT 1 AS id")
    with closing(connect_watched(path, "rw")) as connection:
        assert strangers(connection) == {"lies"}
        with pytest.raises(sqlite3.DatabaseError, match=r"prohibited|not authorized"):
            connection.execute("SELECT id FROM lies")


def test_a_table_that_is_not_ours_is_a_stranger(file: LocalityFile, path: Path) -> None:
    file.close()
    with closing(sqlite3.connect(path)) as connection:
        ours = strangers(connection, frozenset())
        connection.execute("CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT")
        assert strangers(connection, ours) == {"extra"}


def test_a_query_with_a_table_of_its_own_is_no_stranger(file: LocalityFile) -> None:
    file.edit("Seed", seed)
    query = text("WITH p AS (SELECT id FROM post) SELECT count(*) FROM p JOIN p AS q USING (id)")
    assert file.read(lambda session: session.execute(query).scalar_one()) == 3
