"""What Qt is told, role by role, of the lines that are no record: headings, groups, the empty."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from pch_desktop.reports.table import Column, Value
from pch_desktop.reports.totals import Totalled
from pch_desktop.reports.words import plural, written
from pch_desktop.ui import cell_words
from pch_desktop.ui.arrangement import Group, Row
from pch_desktop.ui.reading import editable

Role = Qt.ItemDataRole
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ADVERSE_ROLE = Role.UserRole + 1
"""Whether the figure stands in brackets."""
CALCULATED_ROLE = Role.UserRole + 2
"""Whether the cell is worked out from others."""
TROUBLE_ROLE = Role.UserRole + 3
"""The sentence of a check that the cell does not pass."""
INCOMPLETE_ROLE = Role.UserRole + 4
"""Whether a total is over a blank."""
TONE_ROLE = Role.UserRole + 5
"""The colour of the row's ground, by its name in the theme; nothing for the usual one."""
VOWELS = frozenset("aeio")


def side(column: Column[Any]) -> Qt.AlignmentFlag:
    """Return the side a column's cells stand at: numbers at the right."""
    return RIGHT if column.is_number else LEFT


def of_heading(column: Column[Any], role: int) -> Any:
    """Return what a column's heading says."""
    match role:
        case Role.DisplayRole:
            return column.title
        case Role.TextAlignmentRole:
            return side(column)
        case Role.ToolTipRole:
            return column.help or cell_words.heading(column)
        case Role.AccessibleTextRole:
            return cell_words.heading(column)
        case _:
            return None


def of_title(group: Group[Any], column: Column[Any], noun: str, role: int) -> Any:
    """Return what the first cell of a group's line says: what the group is called."""
    match role:
        case Role.DisplayRole | Role.ToolTipRole | Role.EditRole:
            return group.title
        case Role.TextAlignmentRole:
            return side(column)
        case Role.AccessibleTextRole:
            state = "open" if group.is_open else "closed"
            return f"{group.title}, group of {plural(len(group.rows), noun)}, {state}"
        case _ if role in {ADVERSE_ROLE, INCOMPLETE_ROLE}:
            return False
        case _:
            return None


def of_total(group: Group[Row], column: Column[Row], total: Totalled | None, role: int) -> Any:
    """Return what another cell of a group's line says: the column's total, if it has one."""
    match role:
        case Role.DisplayRole | Role.ToolTipRole | Role.EditRole:
            return cell_words.total_text(total, column.kind)
        case Role.TextAlignmentRole:
            return side(column)
        case Role.AccessibleTextRole:
            return f"{group.title}: {cell_words.total_sentence(column, group.rows, total)}"
        case _ if role == ADVERSE_ROLE:
            return total is not None and cell_words.is_worse(total.value, column.worse)
        case _ if role == INCOMPLETE_ROLE:
            return total is not None and total.is_incomplete
        case _:
            return None


def of_adding(column: Column[Any], value: Value, noun: str, role: int, *, is_hint: bool) -> Any:
    """Return what a cell of the empty last line says: what was typed there, or how to begin."""
    match role:
        case Role.DisplayRole:
            an = "an" if noun[:1] in VOWELS else "a"
            return f"Add {an} {noun}" if is_hint else written(value, column.kind)
        case Role.EditRole:
            return editable(value, column.kind)
        case Role.TextAlignmentRole:
            return side(column)
        case Role.AccessibleTextRole:
            return f"New {noun}, {cell_words.heading(column)}, empty"
        case _:
            return None
