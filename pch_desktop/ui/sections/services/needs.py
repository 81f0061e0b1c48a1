"""What services need in competencies, and who there is who can."""

from __future__ import annotations

from pch_desktop.reports import workforce_skills as report
from pch_desktop.reports.words import plural
from pch_desktop.reports.workforce_skills import NeedRow
from pch_desktop.store import services, workforce
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.workforce import skill_asks as asks
from pch_desktop.ui.sections.workforce.skill_asks import LevelModel
from pch_desktop.ui.sections.workforce.skill_lists import LEVELS, NEED_READS, NEEDS
from pch_desktop.ui.table_parts import worded


class NeedsView(FoundSheet):
    """What each service needs of people, as at the month's end; the gaps are the workforce's."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[NeedRow] = Edits(desk, asks.NEED_EDITS, asks.add_need, asks.remove_needs)
        self.model = LevelModel(report.REQUIREMENTS, edits, noun="need")
        super().__init__(Grid(desk, self.model, "What services need", key="services needs"))
        self.add_groups({"service": lambda row: row.service,
                         "competency": lambda row: row.competency}, "service")  # fmt: skip
        self.add_columns()
        self.add_adding("Add need")
        self.toolbar.add("Who is near", "workforce", self.open_gaps,
                         "Gaps with who could fill them, under Workforce, Skills")  # fmt: skip
        self.offer_beginning("services", NEEDS, "Say what the first service needs")
        desk.listen(NEED_READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show what services need at the month's end."""
        known = report.skills(self._desk.file, self._desk.month.last)
        self.model.columns = worded(
            self.model.columns,
            service=[row.name for row in self._desk.file.read(services.service_names)],
            competency=[row.name for row in self._desk.file.read(workforce.competencies)],
            least_level=LEVELS,
        )
        rows = report.service_needs(known)
        # In the order of their names, so that no line moves while it is typed.
        self.show_rows(sorted(rows, key=lambda row: (row.service, row.competency)))
        self.tell(report.needs_finding(rows))
        self.toolbar.set_aside(plural(len(rows), "need") if rows else "")

    def show_record(self, record_id: int) -> None:
        """Select the first need of a service, told by the service's id."""
        wanted = self._desk.file.read(workforce.requirements)
        first = next((row.id for row in wanted if row.service_id == record_id), record_id)
        self.grid.select_record(first)
        self.grid.setFocus()

    def open_gaps(self) -> None:
        """Go to the gaps in skills, which name who is near."""
        self._desk.visit("workforce", "Gaps")
