"""Many cells at once: pasting, filling and clearing as one step of the history.

Everything is read before anything is changed, so that one text which cannot
be read leaves the whole table as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import plural
from pch_desktop.ui import cell_words
from pch_desktop.ui.arrangement import Row
from pch_desktop.ui.change import Change
from pch_desktop.ui.clipboard import Block
from pch_desktop.ui.table_model import TableModel


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
class Batch:
    """What is to be changed, and what was left as it was."""

    changes: tuple[Change, ...]
    cells: int
    """How many cells get a text, those that hold it already included."""
    skipped: int
    """How many calculated cells were left."""

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


def batch(model: TableModel[Row], cells: Iterable[Typed]) -> Batch:
    """Return what typing all these texts would do.

    Raises:
        Refusal: one of them cannot be read there; it names row and column.
    """
    changes: list[Change] = []
    new: dict[int, dict[str, Value]] = {}
    count = skipped = 0
    for cell in cells:
        row = model.row_at(cell.line)
        if row is None and not _is_new(model, cell.line):
            continue
        if not _takes(model, cell):
            skipped += 1
            continue
        count += 1
        value = _read(model, cell)
        if row is None:
            new.setdefault(cell.line, {})[model.columns[cell.column].key] = value
        elif value != model.columns[cell.column].value(row):
            changes.append(_change(model, cell, value))
    changes += _additions(model, new)
    return Batch(tuple(changes), count, skipped)


def carry_out(model: TableModel[Row], verb: str, made: Batch) -> str:
    """Carry out a batch as one step and return what was done in a sentence.

    Raises:
        Refusal: the file refuses one of the changes; nothing was changed.
    """
    cells = plural(made.cells, "cell")
    if not made.changes:
        return made.note or "Nothing was changed."
    model.carry_out(f"{verb} {cells}", made.changes)
    return f"{verb} {cells}. {made.note}".strip()


def _is_new(model: TableModel[Row], line: int) -> bool:
    adds = model.edits is not None and model.edits.adding is not None
    return adds and line >= model.rowCount() - 1


def _takes(model: TableModel[Row], cell: Typed) -> bool:
    if model.row_at(cell.line) is None:
        return not model.columns[cell.column].formula
    return model.may_edit(cell.line, cell.column)


def _where(model: TableModel[Row], cell: Typed) -> str:
    row = model.row_at(cell.line)
    name = f"New {model.noun}" if row is None else model.name(cell.line) or f"Row {cell.line + 1}"
    return f"{name}, {cell_words.heading(model.columns[cell.column])}"


def _read(model: TableModel[Row], cell: Typed) -> Value:
    try:
        return model.read(cell.column, cell.text)
    except Refusal as refusal:
        raise Refusal(f"{_where(model, cell)}: {refusal} Nothing was changed.") from None


def _change(model: TableModel[Row], cell: Typed, value: Value) -> Change:
    where = _where(model, cell)
    try:
        change = model.change(cell.line, cell.column, value)
    except Refusal as refusal:
        raise Refusal(f"{where}: {refusal} Nothing was changed.") from None
    if change is None:
        raise Refusal(f"{where}: {model.why_not(cell.column)}")
    return Change(change.label, change.command, change.args, where)


def _additions(model: TableModel[Row], new: dict[int, dict[str, Value]]) -> list[Change]:
    adding = model.edits.adding if model.edits else None
    made: list[Change] = []
    for number, values in enumerate(new.values(), start=1):
        known = {key: value for key, value in values.items() if value is not None}
        if adding is None or not known:
            continue
        where = f"New {model.noun} {number}"
        try:
            change = adding(known)
        except Refusal as refusal:
            raise Refusal(f"{where}: {refusal} Nothing was changed.") from None
        made.append(Change(change.label, change.command, change.args, where))
    return made
