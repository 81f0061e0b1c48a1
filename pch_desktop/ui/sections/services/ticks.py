"""The settings a service is given in, as a list to tick."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from pch_desktop.domain.services import Setting
from pch_desktop.reports.words import shown
from pch_desktop.store.services import ServiceRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.parts import label
from pch_desktop.ui.sections.services import more_asks


class SettingTicks(QWidget):
    """Where a service is given; each tick is a step of the history."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._row: ServiceRow | None = None
        self.boxes: dict[Setting, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 2)
        column.setSpacing(2)
        column.addWidget(label("Where it is given: what is ticked counts", "small", wrap=True))
        for setting in Setting:
            box = QCheckBox(shown(setting.value))
            box.setAccessibleName(f"Given in: {setting.value}")
            box.setEnabled(not desk.is_read_only)
            box.clicked.connect(self._ticked)
            column.addWidget(box)
            self.boxes[setting] = box

    def show_service(self, row: ServiceRow) -> None:
        """Tick where a service is given."""
        self._row = row
        for setting, box in self.boxes.items():
            box.setChecked(setting in row.more.settings)

    def _ticked(self, _is_checked: bool) -> None:
        if self._row is None:
            return
        wanted = tuple(setting for setting, box in self.boxes.items() if box.isChecked())
        change = more_asks.ticked(self._row, wanted)
        self._desk.edit(change.label, change.command, *change.args)
