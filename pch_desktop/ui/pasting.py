"""Many cells at once: pasting, filling and clearing as one step of the history.

What can stand of a block stands, and what cannot is told by row and column:
three bad cells do not cost the forty good ones beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import plural
from pch_desktop.ui import cell_words
from pch_desktop.ui.arrangement import Row
from pch_desktop.ui.change import Change, those_that_may
from pch_desktop.ui.clipboard import Block
from pch_desktop.ui.table_model import TableModel

MOST_TOLD = 5
"""So many refusals are told in full at once."""
BACK = "Undo takes it all back."


@dataclass(frozen=True, slots=True)
class Area:
    """The lines and columns that are selected, as they are shown."""

    lines: tuple[int, ...]
    columns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """A text on its way into a cell; a line past the end asks for a new record."""

    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a block."""

    sentence: str
    left: int = 0
    """How many of its cells or new records were refused."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What is to be changed, and what was left as it was."""

    changes: tuple[Change, ...]
    cells: int
    """How many cells get a text, those that hold it already included."""
    skipped: int
    """How many calculated cells were left."""
    refused: tuple[str, ...] = ()
    """What could not be read, each with its row and column."""

    @property
    def note(self) -> str:
        """What was left, in a sentence."""
        if not self.skipped:
            return ""
        if self.skipped == 1:
            return "1 calculated cell was left as it is."
        return f"{self.skipped:,} calculated cells were left as they are."


def spread(block: Block, area: Area, below: Sequence[int], right: Sequence[int]) -> list[Typed]:
    """Return where each text of a block goes.

    One value fills the area, and a block repeats where the area holds it a
    whole number of times; otherwise it goes in once from the top left.

    Args:
        block: what is pasted.
        area: what is selected.
        below: the lines from the area's top on, the empty ones past the end too.
        right: the columns from the area's left on.
    """
    height, width = len(block), len(block[0]) if block else 0
    if not height or not width:
        return []
    tall, wide = len(area.lines), len(area.columns)
    if tall % height == 0 and wide % width == 0:
        lines, columns = area.lines, area.columns
    else:
        lines, columns = tuple(below[:height]), tuple(right[:width])
    return [
        Typed(line, column, block[down % height][across % width])
        for down, line in enumerate(lines)
        for across, column in enumerate(columns)
    ]


def sifted(model: TableModel[Row], cells: Iterable[Typed]) -> Batch:
    """Return what typing those texts would do that can be read where they go.

    The others are told by row and column in ``refused``.
    """
    changes: list[Change] = []
    refused: list[str] = []
    new: dict[int, dict[str, Value]] = {}
    bad: set[int] = set()
    count = skipped = 0
    for cell in cells:
        row = model.row_at(cell.line)
        if row is None and not _is_new(model, cell.line):
            continue
        if not _takes(model, cell):
            skipped += 1
            continue
        count += 1
        try:
            value = model.read(cell.column, cell.text)
            if row is None:
                new.setdefault(cell.line, {})[model.columns[cell.column].key] = value
            elif value != model.columns[cell.column].value(row):
                changes.append(_change(model, cell, value))
        except Refusal as refusal:
            refused.append(f"{_where(model, cell)}: {refusal}")
            bad.add(cell.line)
    for line, values in new.items():
        try:
            changes += _addition(model, line, values)
        except Refusal as refusal:
            if line not in bad:  # What it lacks is told already: the text that was refused.
                refused.append(f"{_new(model, line)}: {refusal}")
    return Batch(tuple(changes), count, skipped, tuple(refused))


def carry_out(model: TableModel[Row], verb: str, made: Batch) -> Done:
    """Carry out what may stand of a batch as one step; return what was done and what was not.

    Raises:
        Refusal: nothing of it may stand, and nothing was changed.
    """
    label = f"{verb} {plural(made.cells, 'cell')}"
    if made.refused and not made.changes:
        raise Refusal(f"{_listed(made.refused)} Nothing was changed.")
    if not made.changes:
        return Done(made.note or "Nothing was changed.")
    if made.refused:
        return _part(model, label, made)
    try:
        model.carry_out(label, made.changes)
    except Refusal:
        if len(made.changes) == 1:
            raise
        return _part(model, label, made)
    return Done(f"{label}. {made.note}".strip())


def _part(model: TableModel[Row], label: str, made: Batch) -> Done:
    """Carry out the good cells of a batch, which has others too."""
    whole = Change(label, those_that_may, (made.changes,))
    late = cast("list[str] | None", model.carry_out(label, [whole]))
    if late is None:  # A fault, which has been reported.
        return Done("Nothing was changed.")
    refused = [*made.refused, *late]
    left = (
        "1 was left as it was" if len(refused) == 1 else f"{len(refused):,} were left as they were"
    )
    return Done(f"{label}: {left}. {_listed(refused)} {BACK}", len(refused))


def _listed(refused: Sequence[str]) -> str:
    more = f" And {len(refused) - MOST_TOLD} more." if len(refused) > MOST_TOLD else ""
    return f"{' '.join(refused[:MOST_TOLD])}{more}"


def _is_new(model: TableModel[Row], line: int) -> bool:
    adds = model.edits is not None and model.edits.adding is not None
    return adds and line >= model.rowCount() - 1


def _takes(model: TableModel[Row], cell: Typed) -> bool:
    if model.row_at(cell.line) is None:
        return not model.columns[cell.column].formula
    return model.may_edit(cell.line, cell.column)


def _where(model: TableModel[Row], cell: Typed) -> str:
    row = model.row_at(cell.line)
    name = _new(model, cell.line) if row is None else model.name(cell.line)
    name = name or f"Row {cell.line + 1}"
    return f"{name}, {cell_words.heading(model.columns[cell.column])}"


def _new(model: TableModel[Row], line: int) -> str:
    """Return what a record that is not there yet is called: counted from the empty line on."""
    return f"New {model.noun} {line - model.rowCount() + 2}"


def _change(model: TableModel[Row], cell: Typed, value: Value) -> Change:
    change = model.change(cell.line, cell.column, value)
    if change is None:
        raise Refusal(model.why_not(cell.column))
    return replace(change, where=_where(model, cell))


def _addition(model: TableModel[Row], line: int, values: Mapping[str, Value]) -> list[Change]:
    adding = model.edits.adding if model.edits else None
    known = {key: value for key, value in values.items() if value is not None}
    if adding is None or not known:
        return []
    change = adding(known)
    return [Change(change.label, change.command, change.args, _new(model, line))]
