"""Looking an organisation up in the register, to add it or to fill a partner from it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout

from pch_desktop.reports.partners_codes import found_words
from pch_desktop.store import partners
from pch_desktop.store.partners import OrganisationRow, PartnerRow
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.parts import button, label
from pch_desktop.ui.sections.partners import asks

TALL = 132
NONE_HELD = (
    "No register has been brought in. Import the ODS files of trusts (etr), commissioners (eccg) "
    "or, as organisations to look up, practices (epraccur) and networks (ePCN)."
)
NONE_FOUND = "Nothing in the register has this code or these words."


class LookUp(QFrame):
    """A line to type a code or part of a name in, and what the register has of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setAccessibleName("Look up in the register")
        self._desk = desk
        self._partner: PartnerRow | None = None
        self.found: list[OrganisationRow] = []
        self.line = QLineEdit()
        self.line.setPlaceholderText("ODS code, or part of a name")
        self.line.setAccessibleName("Code or part of a name to look up")
        self.list = QListWidget()
        self.list.setAccessibleName("Organisations found in the register")
        self.list.setFixedHeight(desk.theme.px(TALL))
        self.said = label("", "secondary", wrap=True)
        said = "Add the organisation chosen as a new partner (Enter)"
        self.add = button("Add as a partner", self.take, "", said)
        self.fill = button("Fill the partner chosen", self.give, "",
                           "Give the partner chosen its name, code and kind")  # fmt: skip
        self.line.textChanged.connect(self.look)
        self.line.returnPressed.connect(self.take)
        self.list.itemActivated.connect(self.take)
        self._lay_out()
        self.hide()

    def open(self) -> None:
        """Come into sight, ready to be typed in."""
        self.show()
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.look()

    def know(self, partner: PartnerRow | None) -> None:
        """Take note of the partner chosen in the list, which can be filled."""
        self._partner = partner
        words = f"Fill {partner.name}" if partner else "Fill the partner chosen"
        self.fill.setText(words.replace("&", "&&"))
        self._allow()

    def look(self) -> None:
        """Show what the register has of what was typed."""
        text = self.line.text()
        self.found = self._desk.file.read(partners.organisations, text)
        self.list.clear()
        self.list.addItems([found_words(row) for row in self.found])
        self.list.setCurrentRow(0 if self.found else -1)
        is_held = bool(self.found) or bool(self._desk.file.read(partners.registered))
        nothing = NONE_FOUND if text.strip() and not self.found else ""
        self.said.setText(nothing if is_held else NONE_HELD)
        self.said.setVisible(bool(self.said.text()))
        self._allow()

    def take(self, *_line: object) -> None:
        """Add the organisation chosen as a partner."""
        row = self.chosen
        if row is not None and not self._desk.is_read_only:
            self._carry_out(asks.taking(row))

    def give(self) -> None:
        """Fill the partner chosen in the list from the organisation chosen."""
        row = self.chosen
        if row is not None and self._partner is not None:
            self._carry_out(asks.filling(self._partner, row))

    @property
    def chosen(self) -> OrganisationRow | None:
        """The organisation chosen of those found."""
        at = self.list.currentRow()
        return self.found[at] if 0 <= at < len(self.found) else None

    def _carry_out(self, change: Change) -> None:
        if self._desk.edit(change.label, change.command, *change.args) is not None:
            self._desk.say(f"{change.label}.")

    def _allow(self) -> None:
        may = self.chosen is not None and not self._desk.is_read_only
        self.add.setEnabled(may)
        self.fill.setEnabled(may and self._partner is not None)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addWidget(self.fill)
        foot.addStretch(1)
        foot.addWidget(button("Close", self.hide, "link", "Leave the register (Esc)"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        for part in (self.line, self.list, self.said):
            column.addWidget(part)
        column.addLayout(foot)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.hide)
