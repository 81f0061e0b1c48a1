"""The columns of a return: of the services of a month, or of the months of one service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pch_desktop.reports.table import Column, Kind, Total, Value

STATES = frozenset({"beds_open"})
"""What there is in a month: that of several months has no sum."""


@dataclass(frozen=True, slots=True)
class Told:
    """A return in the table: of a service, or of a month."""

    id: int
    title: str
    row: Any
    is_ahead: bool = False
    """Whether the month at hand lies before it: a blank is then nothing, not unknown."""


def columns_of(
    columns: tuple[Column[Any], ...], names: Sequence[str], *, is_one: bool = False
) -> tuple[Column[Told], ...]:
    """Return a return's columns: of a month's services, or of the months of one.

    Args:
        names: the services that may be added.
    """
    first: Column[Told] = Column(
        "name", "Month" if is_one else "Service", _title, Kind.WORD, words=tuple(names), width=26
    )
    return (first, *(_of(column, is_one=is_one) for column in columns[1:]))


def _title(told: Told) -> str:
    return told.title


def _of(column: Column[Any], *, is_one: bool) -> Column[Told]:
    def value(told: Told) -> Value:
        return column.value(told.row)

    total = Total.NONE if is_one and column.key in STATES else column.total
    return replace(column, value=value, total=total, formula_of=None, absent=_is_ahead)


def _is_ahead(told: Told) -> bool:
    return told.is_ahead
