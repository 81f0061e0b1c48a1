"""Which services an agreement covers, as a list to tick."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from pch_desktop.store import services
from pch_desktop.store.partners import AgreementRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.parts import label
from pch_desktop.ui.sections.partners import asks

TALL = 150


class CoveredTicks(QWidget):
    """The services, those an agreement names ticked; each tick is a step of the history."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._row: AgreementRow | None = None
        self.list = QListWidget()
        self.list.setAccessibleName("Services the agreement covers")
        self.list.setFixedHeight(desk.theme.px(TALL))
        self.list.setEnabled(not desk.is_read_only)
        self.list.itemChanged.connect(self._ticked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 2)
        column.setSpacing(3)
        column.addWidget(label("Services it covers", "small"))
        column.addWidget(self.list)

    def show_agreement(self, row: AgreementRow) -> None:
        """Tick what an agreement covers; where the list stands stays."""
        at = self.list.currentRow()
        self._row = row
        self.list.blockSignals(True)
        self.list.clear()
        for service in self._desk.file.read(services.services, self._desk.month):
            line = QListWidgetItem(service.name, self.list)
            line.setData(Qt.ItemDataRole.UserRole, service.id)
            is_covered = service.name in row.services
            line.setCheckState(Qt.CheckState.Checked if is_covered else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(at)
        self.list.blockSignals(False)

    def _ticked(self, _line: QListWidgetItem) -> None:
        if self._row is None:
            return
        lines = [self.list.item(at) for at in range(self.list.count())]
        wanted = [
            int(line.data(Qt.ItemDataRole.UserRole))
            for line in lines
            if line.checkState() is Qt.CheckState.Checked
        ]
        change = asks.covering(self._row, wanted)
        self._desk.edit(change.label, change.command, *change.args)
