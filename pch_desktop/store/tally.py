"""What a file holds, in numbers that must survive whatever is done to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from sqlalchemy import ColumnElement, Dialect, column, func, select, table
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect

from pch_desktop.store import structure

DIALECT: Dialect = sqlite_dialect()
HISTORY = frozenset({"step", "row_change"})
"""Tables of the history: what they hold is counted in steps, not in records."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Rows of each table, and the sum of each column of money in pence."""

    counts: Mapping[str, int]
    sums: Mapping[str, int]
    """By table and column, as ``actual.amount_pence``."""


def of(connection: sqlite3.Connection) -> Tally:
    """Return how much a file holds."""
    names = sorted(structure.tables(connection))
    counts = {name: _one(connection, func.count(), name) for name in names}
    sums = {
        f"{name}.{money}": _one(connection, func.sum(column(money)), name)
        for name in names
        for money in structure.columns(connection, name)
        if money.endswith("_pence")
    }
    return Tally(counts, sums)


def losses(before: Tally, after: Tally) -> list[str]:
    """Return what is not as it was, a line each: a table or column that is new is no loss."""
    return [
        f"{name} had {had:,} and has {have:,}"
        for old, new in ((before.counts, after.counts), (before.sums, after.sums))
        for name, had in old.items()
        if (have := new.get(name, 0)) != had
    ]


def _one(connection: sqlite3.Connection, figure: ColumnElement[int], name: str) -> int:
    query = str(select(figure).select_from(table(name)).compile(dialect=DIALECT))
    (found,) = cast(tuple[int | None], connection.execute(query).fetchone())
    return found or 0
