"""The competencies there are, and what each service needs of them."""

from __future__ import annotations

from pch_desktop.domain.workforce_skills import Level
from pch_desktop.imports.competencies import ready_competencies
from pch_desktop.reports import workforce_skills as report
from pch_desktop.reports.words import plural, shown
from pch_desktop.reports.workforce_skills import NeedRow
from pch_desktop.store import services, workforce
from pch_desktop.store.workforce import CompetencyRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.fields import line_field, text_field
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.sections.workforce import skill_asks as asks
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.skill_asks import LevelModel
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first, worded
from pch_desktop.ui.table_sheet import TableSheet

PURPOSE = (
    "Name what people are to be able to do: clinical, mandatory, digital, leadership. Say how "
    "long each holds and which roles need it."
)
NEEDS = (
    "Say how many people of which level each service needs for a competency. The gap is worked "
    "out from who is in post on the day."
)
LEVELS = tuple(level.words for level in Level if level)
NEED_READS = frozenset(
    {"service_requirement", "competency", "service", "person_competency", "assignment", "person"}
)


class CompetenciesView(TableSheet):
    """What people can be able to do, and which roles need it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[CompetencyRow] = Edits(
            desk, asks.COMPETENCY_EDITS, asks.add_competency, asks.remove_competencies
        )
        model = TableModel(report.COMPETENCIES, edits, noun="competency")
        grid = Grid(desk, model, "Competencies", key="workforce competencies")
        self.side = CompetencySide(desk)
        super().__init__(grid, self.side)
        hide_at_first(desk, grid, "workforce competencies", "note", "source")
        self.add_groups({"kind": lambda row: shown(row.kind.value)})
        self.add_columns()
        self.add_adding("Add competency")
        hint = "Add the competencies of the ready list that are not here yet"
        made = self.toolbar.add("Add the ready list", "compass", self.add_ready, hint)
        made.setEnabled(not desk.is_read_only)
        self._empty = EmptyState(
            desk, "workforce", PURPOSE, ("Add the ready list", self.add_ready),
            also=("Add the first of your own", self.begin),
        )  # fmt: skip
        grid.row_changed.connect(self.side.show_competency)
        desk.listen({"competency", "competency_role", "role"}, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the competencies."""
        rows = self._desk.file.read(workforce.competencies)
        self.show_rows(rows)
        self.toolbar.set_aside(plural(len(rows), "competency", "competencies"))

    def add_ready(self) -> None:
        """Add those of the ready list that are not there yet."""
        self._desk.edit(
            "Add the ready list", workforce.add_ready_competencies, ready_competencies()
        )


class CompetencySide(Inspector):
    """One competency: the roles that need it, each on a line, a note and its source."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Choose a competency to see which roles need it.", 264)
        self._roles = self.add_field(
            text_field(desk, "Needed by roles, one to a line",
                       asks.of_competency("roles", "roles that need it"), 8)
        )  # fmt: skip
        self._note = self.add_field(text_field(desk, "Note", asks.of_competency("note", "note"), 3))
        self._source = self.add_field(
            line_field(desk, "Source", asks.of_competency("source", "source"))
        )

    def show_competency(self, row: CompetencyRow | None) -> None:
        """Show a competency, or say how to choose one."""
        if row is None:
            self.show_nothing()
            return
        self.show_record(row.name)
        self._roles.show_value(row, "\n".join(row.roles) or None)
        self._note.show_value(row, row.note)
        self._source.show_value(row, row.source)


class ServiceNeedsView(FoundSheet):
    """How many people of which level each service needs, and who there is."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        edits: Edits[NeedRow] = Edits(desk, asks.NEED_EDITS, asks.add_need, asks.remove_needs)
        self._model = LevelModel(report.REQUIREMENTS, edits, noun="need")
        super().__init__(Grid(desk, self._model, "Services need", key="workforce service needs"))
        self.add_groups({"service": lambda row: row.service,
                         "competency": lambda row: row.competency})  # fmt: skip
        self.add_columns()
        self.add_adding("Add need")
        self.offer_beginning("services", NEEDS, "Say what the first service needs")
        desk.listen(NEED_READS, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show what services need on the day."""
        known = report.skills(self._desk.file, self._at.day)
        offered = self._desk.file.read(services.services, self._desk.month)
        self._model.columns = worded(
            self._model.columns,
            service=[row.name for row in offered],
            competency=[row.name for row in known.competencies],
            least_level=LEVELS,
        )
        rows = report.service_needs(known)
        # In the order of their names, so that no line moves while it is typed.
        self.show_rows(sorted(rows, key=lambda row: (row.service, row.competency)))
        self.tell(report.needs_finding(rows))
        self.toolbar.set_aside(plural(len(rows), "need") if rows else "")
