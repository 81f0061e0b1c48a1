"""What is behind a line's actuals: each entry, where it is from, what it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from pch_desktop.domain import typed
from pch_desktop.domain.budget import Basis
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import meant, plural
from pch_desktop.store import budget
from pch_desktop.store.budget import EntryRow
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.budget import asks
from pch_desktop.ui.sections.budget.columns import ENTRIES
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel


class EntriesView:
    """The entries of one line; the line is chosen above them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._figures: Figures | None = None
        self._line_id: int | None = None
        self._model: TableModel[EntryRow] = TableModel(ENTRIES, self._edits(), noun="entry")
        self.grid = Grid(desk, self._model, "Entries of a line", key="budget entries")
        self.sheet = Sheet(desk, self.grid)
        self.choice = QComboBox()
        self.choice.setAccessibleName("Budget line")
        self.choice.setMinimumContentsLength(28)
        self.choice.currentIndexChanged.connect(self._chosen)
        toolbar = self.sheet.toolbar
        toolbar.add("Filter", "filter", self.grid.open_filter, "Show the entries that hold words")
        toolbar.add("Add entry", "plus", self.grid.add, "A new entry at the end (Ctrl++)")
        place = toolbar.layout()
        if isinstance(place, QHBoxLayout):
            place.insertWidget(0, self.choice)

    def show_figures(self, figures: Figures) -> None:
        """Show the entries of the line chosen; of the first where none is."""
        self._figures = figures
        ids = [line.id for line in figures.lines]
        if self._line_id not in ids:
            self._line_id = ids[0] if ids else None
        self.choice.blockSignals(True)
        self.choice.clear()
        for line in figures.lines:
            self.choice.addItem(line.name, line.id)
        self.choice.setCurrentIndex(ids.index(self._line_id) if self._line_id in ids else -1)
        self.choice.blockSignals(False)
        self.choice.setEnabled(bool(ids))
        self._show()

    def show_line(self, line_id: int) -> None:
        """Show the entries of a line."""
        self._line_id = line_id
        self.choice.setCurrentIndex(self.choice.findData(line_id))
        self.grid.setFocus()

    def _chosen(self, at: int) -> None:
        self._line_id = self.choice.itemData(at)
        self._show()

    def _show(self) -> None:
        rows: Sequence[EntryRow] = ()
        if self._line_id is not None:
            rows = self._desk.file.read(budget.entries, self._line_id)
        self._model.show(rows)
        self.sheet.toolbar.set_aside(plural(len(rows), "entry", "entries"))

    def _edits(self) -> Edits[EntryRow]:
        return Edits(
            self._desk,
            {
                "month": lambda entry, value: asks.of_entry(entry, "month", self._month(value)),
                "amount": lambda entry, value: asks.of_entry(entry, "amount_pence", value),
                "basis": lambda entry, value: asks.of_entry(
                    entry, "basis", meant(Basis, str(value or ""))
                ),
                "partner": lambda entry, value: asks.of_entry(entry, "partner", value),
                "reference": lambda entry, value: asks.of_entry(entry, "reference", value),
                "is_provisional": lambda entry, value: asks.of_entry(
                    entry, "is_provisional", value
                ),
            },
            self._adding,
            _removing,
        )

    def _month(self, value: Value) -> Month | None:
        """Return the month that was typed.

        Raises:
            Refusal: it does not lie in the year of this budget.
        """
        month = typed.month(str(value or ""))
        year = self._desk.month.financial_year
        if month is not None and month.financial_year != year:
            raise Refusal(f"{month.words} does not lie in {year}. Enter a month of that year.")
        return month

    def _adding(self, values: Mapping[str, Value]) -> Change:
        month, amount = self._month(values.get("month")), values.get("amount")
        if self._line_id is None or month is None or not isinstance(amount, int):
            raise Refusal("Enter the entry's month and its amount first.")
        fields = {
            key: meant(Basis, str(value)) if key == "basis" else value
            for key, value in values.items()
            if key in {"basis", "partner", "reference", "is_provisional"}
        }
        args = (self._line_id, month, amount, fields)
        return Change(f"Add entry of {month.words}", budget.add_entry, args)


def _removing(entries: Sequence[EntryRow]) -> Change:
    words = plural(len(entries), "entry", "entries")
    ids = tuple(entry.id for entry in entries)
    return Change(f"Delete {words}", budget.remove_entries, (ids,))
