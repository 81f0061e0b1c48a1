"""What the board sees of the toy library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.reports.statement import Statement
from pch_desktop.reports.table import Column, Kind, Table, Total
from pch_desktop.store import toy
from pch_desktop.store.toy import ToyRow

if TYPE_CHECKING:
    from pch_desktop.store.locality_file import LocalityFile

COLUMNS: tuple[Column[ToyRow], ...] = (
    Column("name", "Toy", lambda row: row.name),
    Column("pieces", "Pieces", lambda row: row.pieces, Kind.COUNT, Total.SUM),
)


def build(file: LocalityFile, _month: Month) -> Sequence[Table[ToyRow]]:
    """Return the toys as a table."""
    return (Table("Toys", COLUMNS, file.read(toy.toys)),)


STATEMENT = Statement(order=900, title="Toys", build=build)
