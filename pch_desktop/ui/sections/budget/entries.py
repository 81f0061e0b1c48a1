"""What is behind the actuals: each entry, what it is, where it is from, what it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu

from pch_desktop.domain.budget import EntryKind
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.budget_ledger import (
    GROUPS,
    LEDGER,
    LedgerRow,
    balance_words,
    ledger_rows,
    waiting_words,
    why_fixed,
)
from pch_desktop.reports.table import Kind, Value
from pch_desktop.reports.words import plural, shown, written
from pch_desktop.store import budget
from pch_desktop.store.budget import EntryRow
from pch_desktop.ui.change import Change
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.budget import entry_asks
from pch_desktop.ui.sections.budget.behind import Behind, Span, months_of, span_short, span_words
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.table_model import TableModel

SHORTEST = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
PURPOSE = (
    "Entries are what each figure of spending is made of, down to the file and row. They stand "
    "under budget lines: add those in Lines, or bring them in."
)
EVERY_LINE = 0
"""Stands in the choice of lines for all of them."""
NONE = "none"
MONTH = "month"


class EntriesView:
    """The entries of one line, or of all; the line is chosen above them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._figures: Figures | None = None
        self._line_id: int | None = None
        self._span: Span | Month = Span.YEAR
        self._behind: Behind | None = None
        self._grouped = MONTH
        edits = Edits(desk, entry_asks.cells(desk), self._adding, entry_asks.removing, why_fixed)
        self._model: TableModel[LedgerRow] = TableModel(LEDGER, edits, noun="entry")
        self.grid = Grid(desk, self._model, "Entries of a line", key="budget entries")
        self.grid.left = self._leave
        self.grid.group(GROUPS[MONTH])
        if not desk.layout("budget entries"):
            self.grid.columns.hide("sheet_name")
        self.sheet = Sheet(desk, self.grid)
        self.choice = QComboBox()
        self.choice.setAccessibleName("Budget line")
        self.choice.setMinimumContentsLength(18)
        self.choice.setSizeAdjustPolicy(SHORTEST)
        self.choice.currentIndexChanged.connect(self._chosen)
        bring = ("Bring in a file", lambda: desk.command("import"))
        self._empty = EmptyState(desk, "table", PURPOSE, bring)
        self._verbs()

    def show_figures(self, figures: Figures) -> None:
        """Show the entries of the line chosen; of the first where none is."""
        if isinstance(self._span, Month) and self._span not in figures.month.financial_year.months:
            self._span = Span.YEAR
        self._figures = figures
        ids = [EVERY_LINE, *(line.id for line in figures.lines)]
        if self._line_id not in ids:
            self._line_id = ids[-1] if len(ids) < 2 else ids[1]
        self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItem("All lines", EVERY_LINE)
        for line in figures.lines:
            self.choice.addItem(line.name, line.id)
        self.choice.setCurrentIndex(ids.index(self._line_id))
        self.choice.blockSignals(False)
        self.choice.setEnabled(len(ids) > 1)
        self.sheet.show_empty(self._empty, is_empty=not figures.lines)
        self._show()

    def show_line(self, line_id: int) -> None:
        """Show the entries of a line, of the whole year."""
        self._span, self._behind = Span.YEAR, None
        self._go(line_id)

    def show_behind(self, behind: Behind) -> None:
        """Show exactly the entries behind a figure; Esc goes back to it."""
        self._span, self._behind = behind.span, behind
        self._go(behind.line_id)

    def accrue_missing(self) -> None:
        """Accrue an estimate for each line without an actual for the month at hand."""
        month = self._desk.month
        label = f"Accrue what is missing for {month.words}"
        done = self._desk.edit(label, budget.accrue_missing, month)
        if done is not None:
            self.grid.say(entry_asks.accrued_words(done.result, month))

    def _go(self, line_id: int) -> None:
        self._line_id = line_id
        at = self.choice.findData(line_id)
        if self.choice.currentIndex() == at:
            self._show()
        self.choice.setCurrentIndex(at)
        self.grid.setFocus()

    def _chosen(self, at: int) -> None:
        self._line_id = self.choice.itemData(at)
        if self._behind is not None and self._behind.line_id != self._line_id:
            self._behind = None
        self._show()

    def _show(self) -> None:
        months = set(months_of(self._span, self._desk.month))
        rows = [row for row in ledger_rows(self._read()) if row.entry.month in months]
        self._model.show(rows)
        is_every = self._line_id == EVERY_LINE
        for key, is_hidden in (("line", not is_every), ("to_date", is_every)):
            self.grid.view.setColumnHidden(self._model.column_at(key), is_hidden)
        self.grid.columns.fit()
        show_choice(self._spans, span_short(self._span, self._desk.month))
        self._tell(rows)

    def _read(self) -> Sequence[EntryRow]:
        if self._line_id is None or self._figures is None:
            return ()
        if self._line_id == EVERY_LINE:
            return self._desk.file.read(budget.year_entries, self._desk.month.financial_year)
        return self._desk.file.read(budget.entries, self._line_id)

    def _tell(self, rows: Sequence[LedgerRow]) -> None:
        month = self._desk.month
        standing = self._desk.file.read(budget.balances, month, self._line_id or None)
        count = plural(len(rows), "entry", "entries")
        self.sheet.toolbar.set_aside(balance_words(standing, month))
        self._desk.tell_rows(count)
        waiting = self._desk.file.read(budget.waiting, month.financial_year)
        strip = self.sheet.strip
        if self._behind is not None:
            pence = written(sum(row.entry.amount_pence for row in rows), Kind.MONEY)
            said = f"Behind {self.choice.currentText()}, {span_words(self._span, month)}"
            back = (f"Back to {self._behind.came_from}", self._leave)
            strip.tell(f"{said}: {pence} in {count}. Esc goes back.", Tone.NOTE, back)
        elif ready := [row for row in waiting if row.has_budget]:
            can = any(row.has_line for row in ready)
            verbs = [("Take back now", self._reverse)] if can else []
            strip.tell(waiting_words(ready[0]), Tone.WARNING, *verbs)
        else:
            strip.hide()

    def _leave(self) -> bool:
        """Go back to where one came from; return whether one came from anywhere."""
        behind, self._behind = self._behind, None
        if behind is None:
            return False
        self.sheet.strip.hide()
        behind.back()
        return True

    def _reverse(self) -> None:
        year = self._desk.month.financial_year
        label = f"Take back what {year.plus(-1)} owed"
        self._desk.edit(label, budget.reverse_march, year)

    def _verbs(self) -> None:
        toolbar = self.sheet.toolbar
        toolbar.add("Filter", "filter", self.grid.open_filter, "Show the entries that hold words")
        self._spans = toolbar.add_menu(Span.YEAR, "table", self.span_menu)
        toolbar.add_menu("Group", "group", self.group_menu)
        begin = partial(self.begin, EntryKind.SPENDING)
        toolbar.add("Add entry", "plus", begin, "A new entry of the month at hand (Ctrl++)")
        toolbar.add_menu("Accrue", "check", self.accrue_menu)
        credit = partial(self.begin, EntryKind.CREDIT)
        toolbar.add("Credit note", "undo", credit, "What came back; it is below zero by itself")
        place = toolbar.layout()
        if isinstance(place, QHBoxLayout):
            place.insertWidget(0, self.choice)

    def span_menu(self) -> QMenu:
        """Return the choice of months."""
        month = self._desk.month
        spans = [(span, span_words(span, month)) for span in (Span.YEAR, Span.TO_DATE, Span.MONTH)]
        return choice_menu(self.sheet, spans, self._span, self._choose_span)

    def _choose_span(self, span: Span | Month) -> None:
        self._span, self._behind = span, None
        self._show()

    def group_menu(self) -> QMenu:
        """Return the choice of what entries are added up by."""
        groups = [(words, shown(words)) for words in (*GROUPS, NONE)]
        return choice_menu(self.sheet, groups, self._grouped, self._choose_group)

    def _choose_group(self, words: str) -> None:
        self._grouped = words
        self.grid.group(GROUPS.get(words))

    def accrue_menu(self) -> QMenu:
        """Return the ways to enter what is owed or was paid ahead."""
        menu = QMenu(self.sheet)
        menu.addAction("Accrual: had and not yet paid for", lambda: self.begin(EntryKind.ACCRUAL))
        menu.addAction("Prepayment: paid for and not yet had",
                       lambda: self.begin(EntryKind.PREPAYMENT))  # fmt: skip
        menu.addAction("Accrue what is missing, all lines", self.accrue_missing)
        return menu

    def begin(self, kind: EntryKind) -> None:
        """Go to the amount of a new entry of a kind, its month filled in."""
        span = self._span if isinstance(self._span, Month) else self._desk.month
        self._model.begin({"month": span.words, "kind": shown(kind.value)})
        self.grid.add("line" if self._line_id == EVERY_LINE else "amount")

    def _adding(self, values: Mapping[str, Value]) -> Change:
        lines = self._figures.lines if self._figures else ()
        line_id = self._line_id
        if line_id == EVERY_LINE:
            named = str(values.get("line") or "").casefold().strip()
            line_id = next((line.id for line in lines if line.name.casefold() == named), None)
            if line_id is None:
                raise Refusal("Enter the budget line's name as it stands in Lines.")
        return entry_asks.adding(self._desk, line_id, values)
