"""The register of systems: a line for each system, a column for each practice."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pch_desktop.reports.estates_systems import (
    PracticePlace,
    Register,
    SystemLine,
    register,
    register_finding,
)
from pch_desktop.reports.estates_systems_columns import register_columns
from pch_desktop.reports.words import plural, shown
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.page import Views
from pch_desktop.ui.sections.estates.system_asks import system_edits
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first

KEY = "estates systems"
READS = frozenset({"it_system", "system_use", "practice", "list_snapshot", "weighted_population"})
PURPOSE = (
    "Write down the systems practices share, such as the shared record, telephones and monitoring "
    "at home, and beside each practice: live, planned with its day, or none."
)


def system_views(desk: Desk) -> Views:
    """Return what makes each view of systems, by its title, in their order."""
    return {"Systems": lambda: SystemsView(desk)}


class SystemsView(QWidget):
    """The register; it is laid out again where practices come, go or change their names."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        told = register(desk.file, desk.month)
        self.sheet = RegisterSheet(desk, told)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._put(self.sheet)
        desk.listen(READS, self.read, self)

    def read(self) -> None:
        """Show the register at the end of the month at hand."""
        told = register(self._desk.file, self._desk.month)
        if _places(told) == self.sheet.places:
            self.sheet.show_register(told)
            return
        old, self.sheet = self.sheet, RegisterSheet(self._desk, told)
        self._column.removeWidget(old)
        old.hide()
        old.deleteLater()
        self._put(self.sheet)

    def show_record(self, record_id: int) -> None:
        """Select a system."""
        self.sheet.show_record(record_id)

    def _put(self, sheet: RegisterSheet) -> None:
        self._column.addWidget(sheet)
        self.setFocusProxy(sheet)


class RegisterSheet(FoundSheet):
    """The register of some practices."""

    def __init__(self, desk: Desk, told: Register) -> None:
        self.places = _places(told)
        self._model: TableModel[SystemLine] = TableModel(
            register_columns(told.practices), system_edits(desk, told.practices), noun="system"
        )
        grid = Grid(desk, self._model, "Systems by practice", key=KEY)
        super().__init__(grid)
        hide_at_first(desk, grid, KEY, "source")
        self.add_groups({"what they are for": lambda line: shown(line.system.kind.value)})
        self.add_columns()
        self.add_adding("Add system")
        self.offer_beginning("estates", PURPOSE, "Add the first system")
        self.show_register(told)

    def show_register(self, told: Register) -> None:
        """Show the systems, those planned for a day that has passed marked."""
        self.show_rows(told.lines)
        self.tell(register_finding(told))
        self.toolbar.set_aside(plural(len(told.lines), "system") if told.lines else "")
        self.grid.show_troubles(
            {
                (line.id, at.key): f"{line.name} was planned for a day that has passed. Enter "
                "live with its day, or another day."
                for line in told.lines
                for at in told.practices
                if _is_late(line, at, told)
            }
        )


def _is_late(line: SystemLine, at: PracticePlace, told: Register) -> bool:
    use = line.system.uses.get(at.id)
    return use is not None and use.is_late(told.month.last)


def _places(told: Register) -> list[tuple[int, str]]:
    return [(each.id, each.name) for each in told.practices]
