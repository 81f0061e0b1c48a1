"""Looking an organisation up in the register, to add it or to fill a partner from it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from pch_desktop.store.partners import PartnerRow
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.parts import button
from pch_desktop.ui.sections.partners import asks
from pch_desktop.ui.sections.partners.finder import Finder


class LookUp(QFrame):
    """What the register has, and the verbs that take it; Esc closes it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setAccessibleName("Look up in the register")
        self._desk = desk
        self._partner: PartnerRow | None = None
        self.left: Callable[[], object] | None = None
        """What is to be done once it goes out of sight."""
        self.finder = Finder(desk)
        said = "Add the organisation chosen as a new partner (Enter)"
        self.add = button("Add as a partner", self.take, "", said)
        self.fill = button("Fill the partner chosen", self.give, "",
                           "Give the partner chosen its name, code and kind")  # fmt: skip
        self.finder.looked.connect(self._allow)
        self.finder.taken.connect(self.take)
        self._lay_out()
        self.hide()

    def open(self) -> None:
        """Come into sight, ready to be typed in."""
        self.show()
        self.finder.begin()

    def close_again(self) -> None:
        """Go out of sight."""
        self.hide()
        if self.left is not None:
            self.left()

    def know(self, partner: PartnerRow | None) -> None:
        """Take note of the partner chosen in the list, which can be filled."""
        self._partner = partner
        words = f"Fill {partner.name}" if partner else "Fill the partner chosen"
        self.fill.setText(words.replace("&", "&&"))
        self._allow()

    def take(self) -> None:
        """Add the organisation chosen as a partner."""
        row = self.finder.chosen
        if row is not None and not self._desk.is_read_only:
            self._carry_out(asks.taking(row))

    def give(self) -> None:
        """Fill the partner chosen in the list from the organisation chosen."""
        row = self.finder.chosen
        if row is not None and self._partner is not None:
            self._carry_out(asks.filling(self._partner, row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_again()
        else:
            super().keyPressEvent(event)

    def _carry_out(self, change: Change) -> None:
        if self._desk.edit(change.label, change.command, *change.args) is not None:
            self._desk.say(f"{change.label}.")

    def _allow(self) -> None:
        may = self.finder.chosen is not None and not self._desk.is_read_only
        self.add.setEnabled(may)
        self.fill.setEnabled(may and self._partner is not None)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addWidget(self.fill)
        foot.addStretch(1)
        foot.addWidget(button("Close", self.close_again, "link", "Leave the register (Esc)"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.finder)
        column.addLayout(foot)
