"""Premises projects, and building, hiring or extending hours beside each other."""

from __future__ import annotations

from pch_desktop.reports import estates_premises as report
from pch_desktop.reports.words import plural
from pch_desktop.store import estates
from pch_desktop.store.estates import OptionRow, ProjectRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.page import Views
from pch_desktop.ui.sections.estates.premises_asks import option_edits, project_edits
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import worded

READS = frozenset({"premises_project", "premises_option", "site"})
PROJECTS = "Write down where more room for care is needed, by when, and how many hours a week."
OPTIONS = (
    "Enter the ways to come by the room: build, hire, or extend the hours of what there is. What "
    "each costs an hour stands beside it."
)


def premises_views(desk: Desk) -> Views:
    """Return what makes each view of premises, by its title, in their order."""
    return {
        "Projects": lambda: ProjectsView(desk),
        "Build, hire or extend": lambda: OptionsView(desk),
    }


class ProjectsView(FoundSheet):
    """The projects, each with the way that was chosen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._model: TableModel[ProjectRow] = TableModel(
            report.PROJECTS, project_edits(desk), noun="project"
        )
        super().__init__(Grid(desk, self._model, "Premises projects", key="estates projects"))
        self.add_columns()
        self.add_adding("Add project")
        self.offer_beginning("estates", PROJECTS, "Add the first project")
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the projects, and how many have nothing chosen yet."""
        read = self._desk.file.read
        sites = [row.name for row in read(estates.sites)]
        self._model.columns = worded(self._model.columns, site=sites)
        rows = read(estates.projects)
        self.show_rows(rows)
        open_ = [row for row in rows if row.is_open]
        waiting = sum(row.chosen is None for row in open_)
        self.tell(f"{plural(len(open_), 'project')} not finished, {waiting:,} with nothing chosen.")


class OptionsView(FoundSheet):
    """Every project's ways to come by its room, with what an hour of each costs."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._model: TableModel[OptionRow] = TableModel(
            report.OPTIONS, option_edits(desk), noun="option"
        )
        super().__init__(Grid(desk, self._model, "Build, hire or extend", key="estates options"))
        self.add_groups({"project": lambda row: row.project})
        self.add_columns()
        self.add_adding("Add option")
        self.offer_beginning("estates", OPTIONS, "Add the first option")
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the options, and which is the cheapest that does."""
        read = self._desk.file.read
        self._model.columns = worded(self._model.columns, project=read(estates.project_names))
        rows = read(estates.premises_options)
        self.show_rows(rows)
        self.tell(report.finding(rows))
