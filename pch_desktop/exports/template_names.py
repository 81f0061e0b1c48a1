"""The names of a secretary's own template: which are for us, and which was meant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pch_desktop.reports.table import Column, Kind, Table, Value

BEGINS = "PCH_"
TABLE = "PCH_table_"
NEAR = 0.7
"""How alike a name must be to one there is, to be told as what was meant."""


@dataclass(frozen=True, slots=True)
class Named:
    """What stands at a name of a template."""

    id: int
    name: str
    words: str
    """What it is, for the list of names."""
    value: Value
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Known:
    """What may stand in a template, by names in small letters."""

    places: Mapping[str, Named]
    tables: Mapping[str, Table[Any]]

    def __contains__(self, name: str) -> bool:
        """Return whether a name stands for something."""
        return name.casefold() in self.places or name.casefold() in self.tables

    def is_blank(self, name: str) -> bool:
        """Return whether what a name stands for is not known this month."""
        found = self.places.get(name.casefold())
        return found is not None and found.value in {None, ""}

    def meant(self, name: str) -> str:
        """Return a name that stands for nothing as it is told, with what may be meant."""
        right = {named.name.casefold(): named.name for named in self.places.values()}
        right |= {key: TABLE + word(table.title) for key, table in self.tables.items()}
        near = get_close_matches(name.casefold(), right, 1, NEAR)
        return f"{name} (did you mean {right[near[0]]}?)" if near else name


NAMES: tuple[Column[Named], ...] = (
    Column("name", "Name", lambda row: row.name, width=44),
    Column("words", "What stands there", lambda row: row.words, width=60),
    Column("value", "This month", lambda row: row.value, kind_of=lambda row: row.kind, width=24),
)


def is_ours(name: str) -> bool:
    """Return whether a name of a template is for us."""
    return name.casefold().startswith(BEGINS.casefold())


def is_table(name: str) -> bool:
    """Return whether a name of a template is that of a whole table."""
    return name.casefold().startswith(TABLE.casefold())


def word(title: str) -> str:
    """Return a table's title as part of a name: By month is By_month."""
    return re.sub(r"\W+", "_", title).strip("_")
