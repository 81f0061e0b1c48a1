"""What a section gives to the board pack and to the checks.

Each module of ``reports`` that holds a ``Statement`` at its top is found by
name; the pack, the export menu and the list of things to do are made of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.reports.table import Table

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


class Weight(IntEnum):
    """How much a finding matters; the heavier comes first."""

    NOTE = 1
    LATE = 2
    MONEY = 3
    BLOCKS = 4
    """The board pack or the gain share cannot stand while it is open."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing somebody should know or do, and where."""

    section: str
    """The section's name on every floor: budget, workforce."""
    title: str
    detail: str
    weight: Weight
    verb: str = "Open"
    record_id: int | None = None
    """Which record of the section it is about."""
    view: str = ""
    """The view of the section it is seen in; nothing is where the record itself stands."""
    column: str = ""
    """The key of the column it is about, where it is about one."""


def no_findings(_file: Reads, _month: Month) -> Sequence[Finding]:
    """Return nothing to say."""
    return ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A section's part of the board pack."""

    order: int
    title: str
    """The name of its sheet."""
    build: Callable[[Reads, Month], Sequence[Table[Any]]]
    """The tables for a month, the first on the sheet of that name."""
    findings: Callable[[Reads, Month], Sequence[Finding]] = no_findings


def with_rows(first: Table[Any], *others: Table[Any]) -> tuple[Table[Any], ...]:
    """Return a section's first table, whatever it holds, and those others that hold something."""
    return (first, *(table for table in others if table.rows))
