"""Which roles of the catalogue make up a kind of staff: each may be taken out, others put in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.workforce_demand import KindRow
from pch_desktop.store.workforce import demand_edits
from pch_desktop.ui.change import Change, carry_out
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import WordBox
from pch_desktop.ui.parts import icon_button, label


class Roles(QWidget):
    """The roles of a kind of staff."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._row: KindRow | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._refusal = label("", "error", wrap=True)
        self._refusal.hide()
        self.box = WordBox((), may_be_blank=True)
        self.box.setItemText(0, "Choose a role to add")
        self.box.setAccessibleName("Add a role")
        self.box.setEnabled(not desk.is_read_only)
        self.box.textActivated.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(label("Roles that count", "small"))
        column.addLayout(self._lines)
        column.addWidget(self.box)
        column.addWidget(self._refusal)

    def show_kind(self, row: KindRow, free: Sequence[str]) -> None:
        """Show a kind of staff's roles, and those that no kind of its scenario has."""
        self._row = row
        self._refusal.hide()
        while self.box.count() > 1:
            self.box.removeItem(1)
        self.box.addItems(list(free))
        self.box.setCurrentIndex(0)
        while (taken := self._lines.takeAt(0)) is not None:
            line = taken.widget()
            if line is not None:
                line.hide()
                line.deleteLater()
        for role in row.staff.roles:
            self._lines.addWidget(self._line(role))

    def take_out(self, role: str) -> None:
        """Let a role count no more."""
        if self._row is not None:
            self._keep([each for each in self._row.staff.roles if each != role], f"Take {role} out")

    def _add(self, role: str) -> None:
        if self._row is not None and self.box.currentIndex() > 0:
            self._keep([*self._row.staff.roles, role], f"Let {role} count")

    def _keep(self, roles: Sequence[str], label_: str) -> None:
        if self._row is None:
            return
        words = f"{label_} as {self._row.name}"
        change = Change(words, demand_edits.set_demand_roles, (self._row.id, tuple(roles)))
        try:
            carry_out(self._desk, words, [change])
        except Refusal as refusal:
            self._refusal.setText(str(refusal))
            self._refusal.show()

    def _line(self, role: str) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        across.addWidget(label(role, "status_strong", wrap=True), 1)
        drop = icon_button(self._desk.style, "close", f"Take {role} out",
                           partial(self.take_out, role))  # fmt: skip
        drop.setEnabled(not self._desk.is_read_only)
        across.addWidget(drop)
        return line
