"""What a partner is to the locality, as a list to tick."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from pch_desktop.domain.partners import PartnerRole
from pch_desktop.reports.words import shown
from pch_desktop.store.partners import PartnerRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.parts import label
from pch_desktop.ui.sections.partners import asks

ACROSS = 2


class RoleTicks(QWidget):
    """The roles of a partner; each tick is a step of the history."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._row: PartnerRow | None = None
        self.boxes: dict[PartnerRole, QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 2)
        grid.setSpacing(2)
        grid.addWidget(label("What they are here", "small"), 0, 0, 1, ACROSS)
        for at, role in enumerate(PartnerRole):
            box = QCheckBox(shown(role.value))
            box.setAccessibleName(f"Role: {role.value}")
            box.setEnabled(not desk.is_read_only)
            box.clicked.connect(self._ticked)
            grid.addWidget(box, 1 + at // ACROSS, at % ACROSS)
            self.boxes[role] = box

    def show_roles(self, row: PartnerRow) -> None:
        """Tick what a partner is."""
        self._row = row
        for role, box in self.boxes.items():
            box.setChecked(role in row.roles)

    def _ticked(self, _is_checked: bool) -> None:
        if self._row is None:
            return
        wanted = [role for role, box in self.boxes.items() if box.isChecked()]
        change = asks.roles(self._row, wanted)
        self._desk.edit(change.label, change.command, *change.args)
