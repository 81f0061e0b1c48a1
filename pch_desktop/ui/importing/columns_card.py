"""Matching columns: ours on the left, theirs on the right, as a table one types in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pch_desktop.domain.period import FinancialYear
from pch_desktop.imports.matching import Match
from pch_desktop.imports.own_reading import OwnReading
from pch_desktop.reports.table import Value
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk, Done
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.importing.lines import Ours, labels, ours, ours_columns
from pch_desktop.ui.parts import label
from pch_desktop.ui.table_model import TableModel


class ColumnsCard(QWidget):
    """Which of their columns fills which of ours; a choice is not yet a change of the file."""

    said = Signal(object)
    """What of ``Choices`` the person has changed, by name."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sheet: OwnReading | None = None
        self._matches: Sequence[Match] = ()
        self._picked: Mapping[int, str | None] = {}
        self._model: TableModel[Ours] | None = None
        self.grid: Grid | None = None
        self._count = label("", "small", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(label("Which column is which", "card_title"))
        self._column.addWidget(self._count)
        self.setMinimumWidth(desk.theme.px(340))

    def show_matches(
        self,
        sheet: OwnReading,
        matches: Sequence[Match],
        year: FinancialYear | None,
        picked: Mapping[int, str | None],
    ) -> None:
        """Show how a sheet's columns are matched."""
        is_same = (
            self._sheet is not None
            and self._sheet.table == sheet.table
            and self._sheet.kind == sheet.kind
        )
        self._sheet, self._matches, self._picked = sheet, matches, picked
        if not is_same or self._model is None:
            self._build(sheet)
        if self._model is not None:
            self._model.show(ours(sheet, matches, year))
        used = sum(bool(match.field) for match in matches)
        self._count.setText(
            f"{used} of its {len(matches)} columns are used. "
            "F2 chooses another of theirs, Delete leaves it out; your choices are remembered."
        )

    def pick(self, key: str, theirs: str | None) -> None:
        """Fill one of our columns from another of theirs, or from none."""
        if self._sheet is None:
            return
        picked = dict(self._picked)
        for match in self._matches:
            if match.field == key:
                picked[match.position] = None
        if theirs is not None:
            picked[labels(self._sheet.table).index(theirs)] = key
        self._picked = picked
        self.said.emit({"columns": picked})

    def _build(self, sheet: OwnReading) -> None:
        if self.grid is not None:
            self._column.removeWidget(self.grid)
            self.grid.deleteLater()
        edits: Edits[Ours] = Edits(Picking(), {"theirs": self._asked})
        self._model = TableModel(ours_columns(sheet), edits, noun="column")
        self.grid = Grid(self._desk, self._model, "Which column is which")
        self._column.addWidget(self.grid, 1)
        self.setFocusProxy(self.grid)

    def _asked(self, line: Ours, value: Value) -> Change:
        theirs = None if value is None else str(value)

        def pick(_session: object) -> None:
            self.pick(line.key, theirs)

        return Change(f"Match {line.words}", pick)


class Picking:
    """Stands where a table has the file: what is picked here changes the page alone."""

    def __init__(self) -> None:
        """Be its own file."""
        self.file: Any = self

    def edit(self, _label: str, command: Callable[..., Any], *args: Any) -> Any:
        """Carry it out at once."""
        return command(None, *args)

    def attempt(self, work: Callable[[], Any]) -> Done[Any]:
        """Carry it out; a refusal goes to the table."""
        return Done(work())
