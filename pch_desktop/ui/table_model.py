"""Qt's view of a table of rows: one definition of the columns, no copy of the file.

A committed cell goes to its column's edit, which changes the file; the file's
listeners read again and bring the new rows to ``show``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Generic, cast

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Column, Value
from pch_desktop.reports.totals import Totalled, total_of
from pch_desktop.reports.words import written
from pch_desktop.ui import cell_roles, cell_words
from pch_desktop.ui.arrangement import Adding, Arrangement, Group, Line, Row, key_of, runs
from pch_desktop.ui.cell_roles import ADVERSE_ROLE, CALCULATED_ROLE, TONE_ROLE, TROUBLE_ROLE, side
from pch_desktop.ui.change import Change, carry_out
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.fixing import MOST, Fix, of_names
from pch_desktop.ui.reading import editable, read

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
MANY = 20_000
"""From so many lines on, a new arrangement is shown afresh, not step by step."""
MOST_RUNS = 60


class TableModel(QAbstractTableModel, Generic[Row]):
    """Rows in columns, found, sorted, grouped and totalled as asked."""

    refused = Signal(str)
    """A sentence: what was asked for cannot be done, and what can."""
    done = Signal(str, object)
    """The label of a step that was carried out, and what its last command returned."""
    arranged = Signal()
    """What is shown, or its totals, may have changed."""

    def __init__(
        self,
        columns: tuple[Column[Row], ...],
        edits: Edits[Row] | None = None,
        parent: QObject | None = None,
        *,
        noun: str = "row",
    ) -> None:
        super().__init__(parent)
        self.columns = columns
        self.edits = edits
        self.noun = noun
        self._at = {column.key: at for at, column in enumerate(columns)}
        self._rows: Sequence[Row] = ()
        self._shown: Sequence[Row] = ()
        self._lines: list[Line[Row]] = []
        self._arrangement: Arrangement[Row] = Arrangement(columns)
        self._texts: dict[int, list[str | None]] = {}
        self._totals: dict[tuple[str, str], Totalled | None] = {}
        self._troubles: Mapping[tuple[int, str], str] = {}
        self._draft: dict[str, Value] = {}
        self._is_adding = False

    # What is shown

    @property
    def rows(self) -> Sequence[Row]:
        """All rows, found or not."""
        return self._rows

    @property
    def shown(self) -> Sequence[Row]:
        """The rows that are found, in their order, those of folded groups included."""
        return self._shown

    @property
    def arrangement(self) -> Arrangement[Row]:
        """What has been asked for; change it by ``arrange``."""
        return self._arrangement

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows, keeping the selection where the records are the same."""
        before = {row.id: row for row in self._rows}
        is_told = self.columns == self._arrangement.columns
        self._arrangement.columns = self.columns
        changed = {row.id for row in rows if not is_told or before.get(row.id) != row}
        for key in changed | (before.keys() - {row.id for row in rows}):
            self._texts.pop(key, None)
        is_same = len(before) == len(rows) and all(row.id in before for row in rows)
        self._rows = tuple(rows)
        self._rearrange(changed, keeps_order=is_same)

    def arrange(self, **asked: Any) -> None:
        """Change what is asked for: words, chips, sorts, group_by, closed."""
        for name, value in asked.items():
            setattr(self._arrangement, name, value)
        self._rearrange(set())

    def fold(self, line: int) -> None:
        """Close an open group, or open a closed one."""
        group = self._lines[line]
        if isinstance(group, Group):
            self.arrange(closed=self._arrangement.closed ^ {group.title})

    def show_troubles(self, troubles: Mapping[tuple[int, str], str]) -> None:
        """Mark cells, by record and column key, with the sentence of a check they fail."""
        self._troubles = troubles
        self._say_changed(0, len(self._lines) - 1)

    def line(self, at: int) -> Line[Row]:
        """Return what stands in a line: a row, a group's heading, or the empty line."""
        return self._lines[at]

    def row_at(self, at: int) -> Row | None:
        """Return the row in a line; None for headings and the empty line."""
        if not 0 <= at < len(self._lines):
            return None
        line = self._lines[at]
        return None if isinstance(line, (Group, Adding)) else line

    def line_of(self, record_id: int) -> int:
        """Return the line that shows a record, -1 if none does."""
        for at in range(len(self._lines)):
            row = self.row_at(at)
            if row is not None and row.id == record_id:
                return at
        return -1

    def column_at(self, key: str) -> int:
        """Return where a column stands."""
        return self._at[key]

    def name(self, line: int) -> str:
        """Return what a line is called: its first column as written."""
        shown = self._lines[line]
        if isinstance(shown, Group):
            return shown.title
        return "New " + self.noun if isinstance(shown, Adding) else self._text(shown, 0)

    def texts(self, column: int, most: int) -> list[str]:
        """Return what the first cells of a column read."""
        found: list[str] = []
        for line in self._lines[:most]:
            if isinstance(line, Group):
                said = self._group_data(line, self.columns[column], Role.DisplayRole)
            elif isinstance(line, Adding):
                said = self._adding_data(self.columns[column], Role.DisplayRole)
            else:
                said = self._text(line, column)
            found.append(str(said or ""))
        return found

    def total(self, column: Column[Row], group: Group[Row] | None = None) -> Totalled | None:
        """Return the total of what is found, or of a group; reckoned once."""
        key = (column.key, "" if group is None else f"g{group.title}")
        if key not in self._totals:
            self._totals[key] = total_of(
                column, self.columns, self._shown if group is None else group.rows
            )
        return self._totals[key]

    # Changing it

    def may_edit(self, line: int, column: int) -> bool:
        """Return whether something can be typed into a cell."""
        if self.edits is None or not 0 <= line < len(self._lines):
            return False
        shown = self._lines[line]
        if isinstance(shown, Group):
            return False
        if isinstance(shown, Adding):
            return True
        return self.columns[column].key in self.edits.cells and not self._fixed(shown)

    def _fixed(self, row: Row) -> str:
        """Return why a row cannot be typed in, nothing where it can."""
        fixed = self.edits.fixed if self.edits else None
        return fixed(row) if fixed is not None else ""

    def read(self, column: int, text: str) -> Value:
        """Return the value a text means in a column; Refusal otherwise."""
        meant = self.columns[column]
        return read(text, meant.kind, () if meant.is_open else meant.words)

    def change(self, line: int, column: int, value: Value) -> Change | None:
        """Return what typing a value into a cell would do, None if nothing."""
        shown, key = self._lines[line], self.columns[column].key
        if self.edits is None or isinstance(shown, (Group, Adding)):
            return None
        edit = self.edits.cells.get(key)
        return None if edit is None else edit(shown, value)

    def change_cell(self, line: int, column: int, text: str) -> str:
        """Carry out what was typed into a cell; return the refusal, or nothing."""
        try:
            value = self.read(column, text)
            if isinstance(self._lines[line], Adding):
                return self._add(column, value)
            row = cast("Row", self._lines[line])
            if value != self.columns[column].value(row):
                if why := self._fixed(row):
                    raise Refusal(why)
                change = self.change(line, column, value)
                if change is None:
                    raise Refusal(self.why_not(column))
                self.carry_out(change.label, [change])
        except Refusal as refusal:
            return str(refusal)
        return ""

    def fixes(self, line: int, column: int, text: str) -> Sequence[Fix]:
        """Return how what was refused in a cell could be put right."""
        meant = self.columns[column]
        if self.edits is not None and self.edits.fixes is not None:
            return self.edits.fixes(self.row_at(line), meant.key, text)[:MOST]
        return of_names(text, meant.words)

    def apply_fix(self, fix: Fix) -> str:
        """Carry out what a fix needs first; return the refusal, or nothing."""
        try:
            if fix.first is not None and self.edits is not None:
                carry_out(self.edits.doing, fix.first.label, [fix.first])
        except Refusal as refusal:
            return str(refusal)
        return ""

    def why_not(self, column: int) -> str:
        """Return why nothing can be typed in a column."""
        title = self.columns[column].title
        if self.columns[column].formula:
            return f"{title} is worked out from other figures."
        return f"{title} is not changed here."

    def carry_out(self, label: str, changes: Sequence[Change]) -> Any:
        """Carry out changes as one step; Refusal if one of them is refused."""
        if self.edits is None or not changes:
            return None
        done = carry_out(self.edits.doing, label, changes)
        if done is None:
            return None
        self.done.emit(changes[0].label if len(changes) == 1 else label, done.result)
        return done.result

    @property
    def has_draft(self) -> bool:
        """Whether something has been typed into the empty line."""
        return bool(self._draft)

    def begin(self, values: Mapping[str, Value]) -> None:
        """Fill the empty last line with what is known of a new record."""
        self._draft = dict(values)
        self._say_changed(len(self._lines) - 1, len(self._lines) - 1)

    def forget_draft(self) -> None:
        """Empty the last line of what has been typed there so far."""
        self._draft.clear()
        self._say_changed(len(self._lines) - 1, len(self._lines) - 1)

    def _add(self, column: int, value: Value) -> str:
        if self.edits is None or self.edits.adding is None or self._is_adding:
            return ""  # The view commits an open editor again when the new record is gone to.
        self._draft[self.columns[column].key] = value
        known = {key: value for key, value in self._draft.items() if value is not None}
        self._is_adding = True
        try:
            change = self.edits.adding(known) if known else None
            if change is not None:
                self.carry_out(change.label, [change])
                self._draft.clear()
        except Refusal as refusal:
            self.refused.emit(str(refusal))
        finally:
            self._is_adding = False
        at = len(self._lines) - 1
        self._say_changed(at, at)
        return ""

    # Qt's side

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        line, at = self._lines[index.row()], index.column()
        if isinstance(line, Group):
            return self._group_data(line, self.columns[at], role)
        if isinstance(line, Adding):
            return self._adding_data(self.columns[at], role)
        if role == Role.DisplayRole:
            return self._text(line, at)
        return self._row_data(line, self.columns[at], role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        return cell_roles.of_heading(self.columns[section], role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.may_edit(index.row(), index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or not self.may_edit(index.row(), index.column()):
            return False
        said = self.change_cell(index.row(), index.column(), str(value))
        if said:
            self.refused.emit(said)
        return not said

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        is_down = order is Qt.SortOrder.DescendingOrder
        self.arrange(sorts=((self.columns[column].key, is_down),))

    def _text(self, row: Row, at: int) -> str:
        texts = self._texts.get(row.id)
        if texts is None:
            texts = self._texts[row.id] = [None] * len(self.columns)
        text = texts[at]
        if text is None:
            column = self.columns[at]
            text = texts[at] = written(column.value(row), column.kind_for(row))
        return text

    def _row_data(self, row: Row, column: Column[Row], role: int) -> Any:
        match role:
            case Role.EditRole:
                return editable(column.value(row), column.kind_for(row))
            case Role.TextAlignmentRole:
                return side(column)
            case Role.AccessibleTextRole:
                said = cell_words.sentence(column, row, self._row_name(row, column))
                trouble = self._troubles.get((row.id, column.key))
                more = trouble or self._fixed(row)
                return f"{said}. {more}" if more else said
            case Role.ToolTipRole:
                trouble = self._troubles.get((row.id, column.key)) or self._fixed(row)
                return trouble or self._text(row, self._at[column.key])
            case _ if role == ADVERSE_ROLE:
                return cell_words.is_worse(column.value(row), column.worse)
            case _ if role == CALCULATED_ROLE:
                return bool(column.formula or self._fixed(row))
            case _ if role == TROUBLE_ROLE:
                return self._troubles.get((row.id, column.key), "")
            case _ if role == TONE_ROLE and self.edits is not None and self.edits.tone:
                return self.edits.tone(row)
            case _:
                return None

    def _row_name(self, row: Row, column: Column[Row]) -> str:
        return "" if column is self.columns[0] else self._text(row, 0)

    def _group_data(self, group: Group[Row], column: Column[Row], role: int) -> Any:
        if column is self.columns[0]:
            return cell_roles.of_title(group, column, self.noun, role)
        return cell_roles.of_total(group, column, self.total(column, group), role)

    def _adding_data(self, column: Column[Row], role: int) -> Any:
        is_hint = column is self.columns[0] and not self._draft
        value = self._draft.get(column.key)
        return cell_roles.of_adding(column, value, self.noun, role, is_hint=is_hint)

    # From one arrangement to the next

    def _rearrange(self, changed: set[int], *, keeps_order: bool = False) -> None:
        """Show the rows as asked; an edit does not make its own row jump elsewhere."""
        adds = self.edits is not None and self.edits.adding is not None
        order = self._shown if keeps_order and self._arrangement.sorts else ()
        self._shown, lines = self._arrangement.lines(self._rows, order, adds=adds)
        self._totals.clear()
        is_long = max(len(lines), len(self._lines)) > MANY
        if is_long and len(lines) != len(self._lines):
            self._reset(lines)
        else:
            before, after = list(map(key_of, self._lines)), list(map(key_of, lines))
            if before == after:
                self._lines = lines
                self._say_rows(lines, changed)
            elif is_long or not self._step_to(lines, before, after):
                self._reset(lines)
            else:
                self._say_rows(lines, changed)
        self.arranged.emit()

    def _reset(self, lines: list[Line[Row]]) -> None:
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def _step_to(self, lines: list[Line[Row]], before: list[Any], after: list[Any]) -> bool:
        """Take lines out, reorder and put in, so that the view keeps its place."""
        old, new = set(before), set(after)
        gone = runs([at for at, key in enumerate(before) if key not in new])
        come = runs([at for at, key in enumerate(after) if key not in old])
        if len(gone) + len(come) > MOST_RUNS:
            return False
        for first, last in reversed(gone):
            self.beginRemoveRows(NOWHERE, first, last)
            del self._lines[first : last + 1]
            self.endRemoveRows()
        self._reorder([line for line, key in zip(lines, after, strict=True) if key in old])
        for first, last in come:
            self.beginInsertRows(NOWHERE, first, last)
            self._lines[first:first] = lines[first : last + 1]
            self.endInsertRows()
        return True

    def _reorder(self, lines: list[Line[Row]]) -> None:
        if list(map(key_of, lines)) == list(map(key_of, self._lines)):
            self._lines = list(lines)
            return
        self.layoutAboutToBeChanged.emit()
        places = {key_of(line): at for at, line in enumerate(lines)}
        held = self.persistentIndexList()
        moved = [
            self.index(places[key_of(self._lines[index.row()])], index.column()) for index in held
        ]
        self._lines = list(lines)
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _say_rows(self, lines: list[Line[Row]], changed: set[int]) -> None:
        is_grouped = self._arrangement.group_by is not None
        told = [
            at
            for at, line in enumerate(lines)
            if (is_grouped if isinstance(line, Group) else key_of(line) in changed)
        ]
        for first, last in runs(told):
            self._say_changed(first, last)

    def _say_changed(self, first: int, last: int) -> None:
        if 0 <= first <= last < len(self._lines):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
