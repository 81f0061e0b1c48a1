"""Tables of the team as they leave the file: without names, unless names are asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from typing import Any, TypeVar

from pch_desktop.reports.table import Block, Column, Table, Total

Row = TypeVar("Row")
NUMBERED = {"name": "id", "person": "person_id"}
"""The columns that name somebody, and what tells the person's number in the row."""
LEFT_OUT = frozenset({"holders", "staff_code", "work_email", "destination", "wte_reason"})
"""The columns that tell somebody too, or hold words that may: left out with the names."""
KEYS = re.compile(r"\{(\w+)")
"""The columns a formula is made of."""
NOTE = "Names of people are left out; a person keeps their number."


def without_names(columns: Sequence[Column[Row]]) -> tuple[Column[Row], ...]:
    """Return columns that name nobody: people stand by their numbers."""
    return tuple(_numbered(column) for column in columns if column.key not in LEFT_OUT)


def team_list(
    title: str,
    columns: Sequence[Column[Row]],
    rows: Sequence[Row],
    blocks: Sequence[Block[Row]] = (),
    subtitle: str = "",
) -> Table[Row]:
    """Return rows as they stand on the screen as a table to be exported, every column printed."""
    keys = {column.key for column in columns}
    shown = tuple(_alone(replace(column, prints=True, band=""), keys) for column in columns)
    return Table(title, shown, rows, subtitle, blocks=tuple(blocks))


def nameless(table: Table[Row]) -> Table[Row]:
    """Return a table without names, and a note that says so."""
    return replace(table, columns=without_names(table.columns), notes=(*table.notes, NOTE))


def _alone(column: Column[Row], keys: Set[str]) -> Column[Row]:
    """Return a column that is worked out from those beside it, or stands as it is without them."""
    needed = {*KEYS.findall(column.formula), *filter(None, column.ratio)}
    if needed <= keys:
        return column
    is_ratio = column.total is Total.RATIO
    return replace(column, formula="", total=Total.NONE if is_ratio else column.total)


def _numbered(column: Column[Row]) -> Column[Row]:
    field = NUMBERED.get(column.key)
    if field is None:
        return column

    def value(row: Any) -> str:
        return f"Person {getattr(row, field)}"

    return replace(column, value=value)
