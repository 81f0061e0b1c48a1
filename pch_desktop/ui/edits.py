"""What may be changed in a table, and how."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pch_desktop.reports.table import Value
from pch_desktop.ui.change import Change, Doing
from pch_desktop.ui.fixing import Fixes

Row = TypeVar("Row")
CellEdit = Callable[[Row, Value], Change]


def _no_cells() -> Mapping[str, Callable[[Any, Value], Change]]:
    return {}


@dataclass(frozen=True, slots=True)
class Edits(Generic[Row]):
    """A table's changes: each is asked for as a ``Change``, and done by ``doing``."""

    doing: Doing
    cells: Mapping[str, CellEdit[Row]] = field(default_factory=_no_cells)
    """By column key; a column that is not here is worked out and cannot be typed in."""
    adding: Callable[[Mapping[str, Value]], Change] | None = None
    """A new record from what was typed in the empty last line; its command returns the id."""
    removing: Callable[[Sequence[Row]], Change] | None = None
    fixed: Callable[[Row], str] | None = None
    """Why a row cannot be typed in; nothing where it can."""
    tone: Callable[[Row], str] | None = None
    """A row's ground, a colour of the theme by its name, where rows differ; never alone."""
    fixes: Fixes | None = None
    """How what was refused in a cell could be put right."""
