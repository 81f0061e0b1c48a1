"""Bringing the rows of a step to what they were, or to what it made of them.

The change of each row is reckoned from the first image a step took of it to
the last, whatever lay between. Then all the rows change at once: those that
stand are taken out, those that shall stand are put in. So neither the order of
parents and children, nor two rows that changed places, can stand in the way;
and a step of a hundred thousand rows takes two statements for each table.

Keys must not be enforced meanwhile: what a cascade did is in the images too,
and must not be done twice. Afterwards they are checked.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Column, Connection, Table

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models import Base

CHANGED = "The file was changed by another program, so this cannot be undone or redone."
TURNS = """
CREATE TEMP TABLE turn AS
SELECT table_name, row_id, {now}(id) AS now_id, {then}(id) AS then_id
FROM row_change WHERE step_id = ? GROUP BY table_name, row_id
"""
MOVED = """
SELECT turn.row_id FROM temp.turn
JOIN main.row_change AS now ON now.id = turn.now_id
LEFT JOIN main."{table}" AS present ON present."{key}" = turn.row_id
WHERE turn.table_name = ? AND NOT iif(
  now.{now_side} IS NULL, present."{key}" IS NULL, present."{key}" IS NOT NULL AND {alike}
)
LIMIT 20
"""
TAKE_OUT = """
DELETE FROM main."{table}"
WHERE "{key}" IN (SELECT row_id FROM temp.turn WHERE table_name = ?)
"""
PUT_IN = """
INSERT INTO main."{table}" ({names})
SELECT {values} FROM temp.turn JOIN main.row_change AS kept ON kept.id = turn.then_id
WHERE turn.table_name = ? AND kept.{then_side} IS NOT NULL
ORDER BY turn.row_id
"""


def take_back(connection: Connection, step_id: int) -> frozenset[str]:
    """Bring every row of a step back to what it was; return the tables touched."""
    return _replay(connection, step_id, "after", "before")


def make_again(connection: Connection, step_id: int) -> frozenset[str]:
    """Bring every row of a step to what it made of it; return the tables touched."""
    return _replay(connection, step_id, "before", "after")


def _replay(connection: Connection, step_id: int, now: str, then: str) -> frozenset[str]:
    ends = {"before": "min", "after": "max"}
    connection.exec_driver_sql("DROP TABLE IF EXISTS temp.turn")
    connection.exec_driver_sql(TURNS.format(now=ends[now], then=ends[then]), (step_id,))
    listed = connection.exec_driver_sql("SELECT DISTINCT table_name FROM temp.turn")
    touched = frozenset(str(name) for (name,) in listed)
    tables = [_table(name) for name in sorted(touched)]
    if any(moved(connection, table, now) for table in tables):
        raise Refusal(CHANGED)
    for table in tables:
        _turn(connection, table, then)
    connection.exec_driver_sql("DROP TABLE temp.turn")
    _must_hold_together(connection, touched)
    return touched


def _table(name: str) -> Table:
    table = Base.metadata.tables.get(name)
    if table is None:
        raise Refusal(f"The history speaks of a table called {name}, which is not ours.")
    return table


def moved(connection: Connection, table: Table, side: str) -> list[int]:
    """Return the first rows that are not what the images in ``temp.turn`` say."""
    alike = " AND ".join(
        f'present."{column.name}" IS {_read(column, f"now.{side}")}' for column in table.columns
    )
    query = MOVED.format(table=table.name, key=_key(table), now_side=side, alike=alike)
    return [int(row_id) for (row_id,) in connection.exec_driver_sql(query, (table.name,))]


def _turn(connection: Connection, table: Table, side: str) -> None:
    key = _key(table)
    connection.exec_driver_sql(TAKE_OUT.format(table=table.name, key=key), (table.name,))
    statement = PUT_IN.format(
        table=table.name,
        names=", ".join(f'"{column.name}"' for column in table.columns),
        values=", ".join(_read(column, f"kept.{side}") for column in table.columns),
        then_side=side,
    )
    connection.exec_driver_sql(statement, (table.name,))


def _must_hold_together(connection: Connection, touched: Iterable[str]) -> None:
    """Check the keys of what was touched, and of all that points there."""
    names = set(touched)
    for table in Base.metadata.sorted_tables:
        if names.isdisjoint({table.name, *(key.column.table.name for key in table.foreign_keys)}):
            continue
        if connection.exec_driver_sql(f'PRAGMA main.foreign_key_check("{table.name}")').first():
            raise Refusal(CHANGED)


def _key(table: Table) -> str:
    (column,) = table.primary_key.columns
    return column.name


def _read(column: Column[object], image: str) -> str:
    return f"""json_extract({image}, '$."{column.name}"')"""
