"""What roles are there to improve, so that people see their contribution."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pch_desktop.imports.ready_aims import ready_aims
from pch_desktop.reports.words import plural
from pch_desktop.reports.workforce_teams import AIMS, aim_words
from pch_desktop.store import workforce
from pch_desktop.store.workforce import RoleAimRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.parts import label
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.team_asks import AIM_EDITS, add_aim, remove_aims
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import offered, switch, worded
from pch_desktop.ui.table_sheet import TableSheet

KEY = "workforce role aims"
READS = frozenset({"role_aim", "role", "post", "assignment", "quality_measure"})
READY = "Start from proposals"
READY_HINT = "Add what the sources say these roles improve, to be changed as you see it"
PURPOSE = "Say what each role is there to improve, and how."


class AimsView(TableSheet):
    """What each role improves; roles in post of which nothing is said stand below."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        edits: Edits[RoleAimRow] = Edits(desk, AIM_EDITS, add_aim, remove_aims)
        self.model: TableModel[RoleAimRow] = TableModel(AIMS, edits, noun="line")
        super().__init__(Grid(desk, self.model, "What roles improve", key=KEY))
        self._silent = switch(self.toolbar, "Without one", "warning", lambda _on: self.read())
        self._silent.setToolTip("Only roles in post of which nothing is said yet")
        ready = self.toolbar.add(READY, "check", self.propose, READY_HINT)
        ready.setEnabled(not desk.is_read_only)
        self.add_columns()
        self.add_adding("Add a line")
        self._empty = EmptyState(
            desk, "check", PURPOSE, (READY, self.propose), also=("Write one yourself", self.begin)
        )
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show what the roles improve on the day."""
        read = self._desk.file.read
        self.model.columns = offered(
            worded(self.model.columns, role=[row.name for row in read(workforce.roles)]),
            measure=read(workforce.measures),
        )
        rows = read(workforce.role_aims, self._at.day)
        silent = [row for row in rows if row.measure is None]
        self.show_rows(silent if self._silent.isChecked() else rows)
        told = {row.role_id for row in rows} - {row.role_id for row in silent}
        words = f"{plural(len(told), 'role')} with a measure, {len(silent):,} in post without"
        self.toolbar.set_aside(words if rows else "")

    def propose(self) -> None:
        """Add the ready proposals for the roles that posts have."""
        done = self._desk.edit("Add proposals of what roles improve", workforce.add_ready_aims,
                               ready_aims())  # fmt: skip
        if done is not None:
            count = plural(done.result, "proposal")
            self._desk.say(f"{count} added, each with its source. Change what is not so here.")


class AimsPart(QWidget):
    """“Here to improve” in the side of a person or a post."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._told = label("", "body", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        column.addWidget(label("Here to improve", "small"))
        column.addWidget(self._told)

    @property
    def words(self) -> str:
        """What is said."""
        return self._told.text()

    def show_roles(self, *roles: str) -> None:
        """Say what some roles are there to improve; nothing where there is none."""
        self.setVisible(bool(roles))
        self._told.setText(aim_words(self._desk.file.read(workforce.aims_of, roles)))
        self._told.setAccessibleName(f"Here to improve: {self._told.text()}")
