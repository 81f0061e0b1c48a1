from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import Column, Float, Integer, LargeBinary, MetaData, Numeric, Table, text
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine

from pch_desktop.models.history import RowChange
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.recorder import WATCHED, image, watch
from tests.localities import seed


@pytest.mark.parametrize("kind", [Float(), Numeric(), LargeBinary()])
def test_a_column_that_an_image_would_not_give_back_exactly_is_refused(
    kind: TypeEngine[object],
) -> None:
    table = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("x", kind))
    with pytest.raises(TypeError, match="would not come back unchanged"):
        image("new", table)


@pytest.mark.parametrize("table", WATCHED, ids=str)
def test_every_table_has_one_whole_number_as_its_key(table: Table) -> None:
    (key,) = table.primary_key.columns
    assert isinstance(key.type, Integer)


@pytest.mark.parametrize("table", WATCHED, ids=str)
def test_every_table_is_recorded_column_by_column(table: Table) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        connection.execute(f'CREATE TABLE "{table.name}" ({names})')
        connection.execute("CREATE TABLE step (id INTEGER PRIMARY KEY)")
        connection.execute(
            "CREATE TABLE row_change (step_id, table_name, row_id, before, after, salt)"
        )
        watch(connection, [table], "t_")
        connection.execute(f'INSERT INTO "{table.name}" DEFAULT VALUES')
        (after,) = connection.execute("SELECT after FROM row_change").fetchone()
        assert all(f'"{column.name}":null' in after for column in table.columns)


def test_a_change_by_plain_sql_is_recorded_like_any_other(file: LocalityFile) -> None:
    def plainly(session: Session) -> None:
        session.execute(text("UPDATE post SET title = 'x' WHERE id <> 2"))

    file.edit("Seed", seed)
    file.edit("Titles", plainly)
    assert file.changes()[0].rows_changed == 2


def test_a_row_set_to_what_it_is_is_not_recorded(file: LocalityFile) -> None:
    def the_same(session: Session) -> None:
        session.execute(text("UPDATE post SET title = title"))

    file.edit("Seed", seed)
    file.edit("The same", the_same)
    assert len(file.changes()) == 1


def test_no_two_images_share_their_salt(file: LocalityFile) -> None:
    def salts(session: Session) -> list[bytes | None]:
        return [row.salt for row in session.query(RowChange)]

    file.edit("Seed", seed)
    found = file.read(salts)
    assert len(set(found)) == len(found)
    assert all(salt is not None and len(salt) == 16 for salt in found)
