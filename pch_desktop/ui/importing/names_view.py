"""Which budget line each of their names is: an account, a cost centre, a point of delivery."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pch_desktop.imports.plan import NamedLine
from pch_desktop.reports.table import Column, Kind, Value
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.importing.columns_card import Picking
from pch_desktop.ui.importing.looking import Seen
from pch_desktop.ui.table_model import TableModel

NONE_OF_OURS = "None of our lines"


class NamesView(QWidget):
    """Their names with ours beside them; a choice is not yet a change of the file."""

    said = Signal(object)
    """What of ``Choices`` the person has changed, by name."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: tuple[str, ...] = ()
        self._chosen: Mapping[str, str | None] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.grid: Grid | None = None
        self._model: TableModel[NamedLine] | None = None

    def show_seen(self, seen: Seen) -> int:
        """Show the names of a plan; return how many of them are not known."""
        named = seen.plan.named if seen.plan else ()
        if self._model is None or self._lines != seen.budget_lines:
            self._lines = seen.budget_lines
            self._build()
        if self._model is not None:
            self._model.show(named)
        return sum(not one.known_by for one in named)

    def begin(self, chosen: Mapping[str, str | None]) -> None:
        """Go on from what was chosen so far."""
        self._chosen = chosen

    def pick(self, theirs: str, ours: str | None) -> None:
        """Take one of their names for one of our lines, or for none of them."""
        self.said.emit({"lines": {**self._chosen, theirs: ours}})

    def _build(self) -> None:
        if self.grid is not None:
            self._column.removeWidget(self.grid)
            self.grid.deleteLater()
        columns: tuple[Column[NamedLine], ...] = (
            Column("theirs", "Theirs", lambda line: line.theirs, width=26),
            Column("ours", "Our budget line", _ours, Kind.WORD, width=26,
                   words=(*self._lines, NONE_OF_OURS),
                   help="Press F2 or Alt+Down to choose; it is remembered for the next file."),
            Column("known", "Known by", lambda line: line.known_by or None, width=10),
            Column("rows", "Rows", lambda line: line.rows, Kind.COUNT, width=7),
            Column("pence", "Amount £", lambda line: line.pence, Kind.MONEY, width=12),
        )  # fmt: skip
        edits: Edits[NamedLine] = Edits(Picking(), {"ours": self._asked})
        self._model = TableModel(columns, edits, noun="name")
        self.grid = Grid(self._desk, self._model, "Which budget line is which")
        self._column.addWidget(self.grid)
        self.setFocusProxy(self.grid)

    def _asked(self, line: NamedLine, value: Value) -> Change:
        ours = None if value in (None, NONE_OF_OURS) else str(value)

        def pick(_session: object) -> None:
            self.pick(line.theirs, ours)

        return Change(f"Match {line.theirs}", pick)


def _ours(line: NamedLine) -> str | None:
    return NONE_OF_OURS if line.known_by == "left out" else line.ours
