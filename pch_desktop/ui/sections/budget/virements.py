"""Budget moved between lines: the list to type in, and what each line has now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from pch_desktop.domain import typed
from pch_desktop.domain.budget import Scope, VersionStatus
from pch_desktop.domain.budget_phases import Right, allows
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.budget_virements import MOVED, VIREMENTS, MovedRow, finding, moved_rows
from pch_desktop.reports.table import Column, Kind, Value
from pch_desktop.reports.words import plural, written
from pch_desktop.store import budget
from pch_desktop.store.budget import VirementRow
from pch_desktop.store.budget.virements import VIREMENT_FIELDS
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import CellEdit, Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.room import scrolling
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.table_model import TableModel

LEAST = 150
"""How high each table stands at least; with large letters the page scrolls."""
ENDS = {"from_line": "from", "to_line": "to"}
WORDS = {
    "words": "reason",
    "is_recurrent": "recurrence",
    "approver": "approver",
    "minute_reference": "minute",
    "decided_on": "day",
}


class VirementsView:
    """The virements over the lines they moved budget between."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._model: TableModel[VirementRow] = TableModel(VIREMENTS, self._edits(), noun="virement")
        self.grid = Grid(desk, self._model, "Virements", key="budget virements")
        self._moved: TableModel[MovedRow] = TableModel(MOVED, noun="line")
        self.lines = Grid(desk, self._moved, "Opening, virements, current", key="budget moved")
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        for grid in (self.grid, self.lines):
            grid.setMinimumHeight(desk.theme.px(LEAST))
            halves.addWidget(grid)
        halves.setStretchFactor(0, 2)
        halves.setStretchFactor(1, 3)
        self.sheet = Sheet(desk, scrolling(halves, self.grid))
        add = self.sheet.toolbar.add
        add("Filter", "filter", self.grid.open_filter, "Show the virements that hold words")
        self.sheet.toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        self.add = add("Add virement", "plus", self.grid.add, "A new one at the end (Ctrl++)")

    def show_figures(self, figures: Figures) -> None:
        """Show what was moved in the year at hand, and what each line has now."""
        year = figures.year
        moved: Sequence[VirementRow] = ()
        if year is not None:
            moved = self._desk.file.read(budget.virements, year.version_id)
        self._model.columns = _offering(
            tuple(line.name for line in figures.lines if line.scope is not Scope.OUT)
        )
        self._model.show(moved)
        self._moved.show(moved_rows(figures.lines, moved))
        self.sheet.toolbar.set_aside(finding(moved) if year is not None else "")
        self._tell(figures)

    def _tell(self, figures: Figures) -> None:
        """Say why nothing can be moved, where that is so."""
        year, strip = figures.year, self.sheet.strip
        may = True
        if year is None:
            strip.tell(
                f"There is no budget of {figures.month.financial_year} yet. Add its lines first.",
                Tone.NOTE, may_close=False,
            )  # fmt: skip
            may = False
        elif not allows(year.phase, Right.VIRE):
            strip.tell(
                "In the mapping phase nothing is moved: it is of scope and past spending.",
                Tone.NOTE, may_close=False,
            )  # fmt: skip
            may = False
        elif year.status is not VersionStatus.APPROVED:
            strip.tell(
                f"Version {year.version} is {year.status.value}: change its lines. Budget is "
                "moved between lines once the version is approved.",
                Tone.NOTE, may_close=False,
            )  # fmt: skip
            may = False
        else:
            strip.hide()
        self.add.setEnabled(may and not self._desk.is_read_only)

    def _edits(self) -> Edits[VirementRow]:
        cells: dict[str, CellEdit[VirementRow]] = {
            **{key: _end(key) for key in ENDS},
            **{key: _said(key) for key in VIREMENT_FIELDS},
            "amount": lambda row, value: _move(row, value, row.month),
            "month": lambda row, value: _move(row, row.amount_pence, _month(value)),
        }
        return Edits(self._desk, cells, self._adding, _removing)

    def _adding(self, values: Mapping[str, Value]) -> Change:
        source, target = (str(values.get(key) or "") for key in ENDS)
        amount, month = values.get("amount"), _month(values.get("month"))
        if not (source and target and isinstance(amount, int) and month):
            raise Refusal("Enter from which line to which, how much, and from which month on.")
        fields = {key: values[key] for key in VIREMENT_FIELDS if values.get(key) is not None}
        year = self._desk.month.financial_year
        label = f"Move {written(amount, Kind.MONEY)} from {source} to {target}"
        args = (year, (source, target), (amount, month), fields)
        return Change(label, budget.add_virement, args, "New virement")


def _offering(names: tuple[str, ...]) -> tuple[Column[VirementRow], ...]:
    """Return the columns with the lines of the budget offered at either end."""
    return tuple(
        replace(column, kind=Kind.WORD, words=names) if column.key in ENDS else column
        for column in VIREMENTS
    )


def _end(key: str) -> CellEdit[VirementRow]:
    def change(virement: VirementRow, value: Value) -> Change:
        label = f"Change where {virement.name.lower()} comes {ENDS[key]}"
        if key == "to_line":
            label = f"Change where {virement.name.lower()} goes"
        args = (virement.id, ENDS[key], str(value or ""))
        return Change(label, budget.set_virement_end, args, virement.name)

    return change


def _said(key: str) -> CellEdit[VirementRow]:
    def change(virement: VirementRow, value: Value) -> Change:
        told = bool(value) if key == "is_recurrent" else value
        label = f"Change {WORDS[key]} of {virement.name.lower()}"
        return Change(label, budget.set_virement, (virement.id, key, told), virement.name)

    return change


def _move(virement: VirementRow, pence: Value, month: Month | None) -> Change:
    label = f"Change what {virement.name.lower()} moves"
    return Change(label, budget.set_virement_move, (virement.id, pence, month), virement.name)


def _month(value: Value) -> Month | None:
    return typed.month(str(value or ""))


def _removing(rows: Sequence[VirementRow]) -> Change:
    words = rows[0].name.lower() if len(rows) == 1 else plural(len(rows), "virement")
    ids = tuple(row.id for row in rows)
    return Change(f"Take {words} back", budget.remove_virements, (ids,))
