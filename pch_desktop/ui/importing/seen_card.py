"""What it looks like, and what the person can say of it: kind, table, year, dates, a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.own_fields import FIELDS, Sort
from pch_desktop.imports.own_tables import Table
from pch_desktop.imports.taking import OFFICIAL, OWN
from pch_desktop.reports.words import plural, shown
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import WordBox
from pch_desktop.ui.importing.looking import Ask, Choices, Seen
from pch_desktop.ui.parts import label, relook

DAY_FIRST, MONTH_FIRST = "Day first, 31/12/2016", "Month first, 12/31/2016"
CHOOSE = "Choose what it is"


class SeenCard(QFrame):
    """One sentence, and under it the boxes that are needed, no others."""

    said = Signal(object)
    """What of ``Choices`` the person has changed, by name."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._desk = desk
        self.words = label("", "strong", wrap=True)
        self.kind = WordBox((), may_be_blank=False)
        self.table = WordBox((), may_be_blank=False)
        self.year = QLineEdit()
        self.year.setPlaceholderText("Such as 2016/17")
        self.dates = WordBox((DAY_FIRST, MONTH_FIRST), may_be_blank=False)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("For example: these are invoice numbers")
        self._fields: dict[QWidget, QWidget] = {}
        self._year_words = label("", "small")
        self._lay_out()
        self._year: FinancialYear | None = None
        self.kind.activated.connect(self._choose_kind)
        self.table.activated.connect(self._choose_table)
        self.dates.activated.connect(self._choose_dates)
        self.year.editingFinished.connect(self._choose_year)
        self.reason.returnPressed.connect(self._give_reason)

    def show_seen(self, seen: Seen, choices: Choices) -> None:
        """Show what was seen."""
        self.words.setText(seen.words or "What this is could not be told.")
        self._show_kinds(seen)
        self._show_tables(seen)
        self._show_year(seen)
        self._show(self.dates, is_shown=_has_days(seen) or seen.ask is Ask.DATES)
        self.dates.setCurrentIndex(int(choices.is_month_first))
        asks_reason = seen.ask is Ask.REASON or choices.reason is not None
        self._show(self.reason, is_shown=asks_reason)

    def focus_on(self, ask: Ask) -> bool:
        """Put the cursor into the box that is asked for; return whether there is one."""
        boxes: dict[Ask, QWidget] = {
            Ask.YEAR: self.year,
            Ask.REASON: self.reason,
            Ask.DATES: self.dates,
            Ask.ANOTHER: self.kind,
        }
        box = boxes.get(ask)
        if box is not None:
            box.setFocus(Qt.FocusReason.OtherFocusReason)
        return box is not None

    def _show_kinds(self, seen: Seen) -> None:
        kinds = dict(OWN) if seen.read.source.path is None else {**OWN, **OFFICIAL}
        self._kinds = list(kinds)
        self.kind.clear()
        self.kind.addItems([shown(words) for words in kinds.values()])
        if seen.kind in kinds:
            self.kind.setCurrentIndex(self._kinds.index(seen.kind))
        else:
            self.kind.setPlaceholderText(CHOOSE)
            self.kind.setCurrentIndex(-1)

    def _show_tables(self, seen: Seen) -> None:
        sheet = seen.sheet
        tables = sheet.choices if sheet else ()
        self._show(self.table, is_shown=len(tables) > 1)
        self.table.clear()
        self.table.addItems([_table_words(at, one) for at, one in enumerate(tables, 1)])
        if sheet is not None:
            self.table.setCurrentIndex(tables.index(sheet.table))

    def _show_year(self, seen: Seen) -> None:
        self._show(self.year, is_shown=seen.needs_year)
        self._year = seen.year
        choices, told = seen.read.choices, seen.read.told
        if not self.year.hasFocus() or seen.ask is not Ask.YEAR:
            self.year.setText(str(seen.year or ""))
        relook(self.year, "state", "error" if seen.ask is Ask.YEAR else "")
        named = told is not None and told.year is not None and choices.year is None
        if named:
            words = "from the file's name"
        elif told is None and seen.year is not None and choices.year is None:
            words = "the newest budget's"
        else:
            words = ""
        self._year_words.setText(words)
        self.year.setAccessibleDescription(words)

    def _choose_kind(self, at: int) -> None:
        if 0 <= at < len(self._kinds):
            self.said.emit({"kind": self._kinds[at], "columns": {}})

    def _choose_table(self, at: int) -> None:
        self.said.emit({"table": at, "kind": None, "columns": {}})

    def _choose_dates(self, at: int) -> None:
        self.said.emit({"is_month_first": at == 1})

    def _choose_year(self) -> None:
        text = self.year.text().strip()
        if text == str(self._year or ""):
            return
        try:
            year = FinancialYear.read(text) if text else None
        except Refusal as refusal:
            self._year_words.setText(str(refusal))
            relook(self.year, "state", "error")
            return
        self._year = year
        self.said.emit({"year": year})

    def _give_reason(self) -> None:
        if self.reason.text().strip():
            self.said.emit({"reason": self.reason.text().strip()})

    def _show(self, box: QWidget, *, is_shown: bool) -> None:
        self._fields[box].setVisible(is_shown)

    def _lay_out(self) -> None:
        self._kinds: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 11)
        column.setSpacing(8)
        column.addWidget(self.words)
        line = QHBoxLayout()
        line.setSpacing(16)
        for title, box, width in (
            ("It is", self.kind, 190),
            ("Table", self.table, 340),
            ("Financial year", self.year, 110),
            ("Its dates are", self.dates, 180),
            ("Why it is not about patients", self.reason, 330),
        ):
            line.addWidget(self._field(title, box, width))
        line.addStretch(1)
        column.addLayout(line)

    def _field(self, title: str, box: QWidget, width: int) -> QWidget:
        made = QWidget()
        made.setProperty("look", "plain")
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        name = label(title, "secondary")
        name.setBuddy(box)
        box.setAccessibleName(title)
        if isinstance(box, WordBox):
            box.view().setAccessibleName(title)
        box.setFixedWidth(self._desk.theme.px(width))
        line.addWidget(name)
        line.addWidget(box)
        if box is self.year:
            line.addWidget(self._year_words)
        self._fields[box] = made
        return made


def _table_words(at: int, table: Table) -> str:
    title = table.title or ", ".join(filter(None, table.headings[:3]))
    hidden = ", hidden" if table.is_hidden else ""
    rows = plural(len(table.rows), "row")
    return f"{at}. {table.sheet}{hidden}: {title[:44]}, {rows} from row {table.heading_row}"


def _has_days(seen: Seen) -> bool:
    if seen.sheet is None:
        return False
    days = {field.key for field in FIELDS[seen.sheet.kind] if field.sort is Sort.DAY}
    return any(match.field in days for match in seen.matches)
