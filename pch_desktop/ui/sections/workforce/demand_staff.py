"""The kinds of staff of a scenario: their time with patients, their roles, what is planned."""

from __future__ import annotations

from collections.abc import Mapping

from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Kind, Value
from pch_desktop.reports.words import plural, written
from pch_desktop.reports.workforce_demand import KindRow, Worked
from pch_desktop.reports.workforce_demand_inputs import STAFF
from pch_desktop.store import workforce
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.fields import text_field
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.sections.workforce import demand_asks
from pch_desktop.ui.sections.workforce.demand_chosen import READS, Chosen, ScenarioVerb, empty
from pch_desktop.ui.sections.workforce.demand_roles import Roles
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first, worded

KEY, NAME = "workforce demand staff", "Kinds of staff"
WIDTH = 240


class StaffView(Sheet):
    """Kinds of staff, with the roles of the one chosen at the side."""

    def __init__(self, desk: Desk, chosen: Chosen) -> None:
        self._desk, self._chosen = desk, chosen
        cells = {key: demand_asks.of_staff(key) for key in demand_asks.STAFF}
        edits: Edits[KindRow] = Edits(desk, cells, self._add, demand_asks.remove_staff)
        self.model: TableModel[KindRow] = TableModel(STAFF, edits, noun="kind of staff")
        self.grid = Grid(desk, self.model, NAME, key=KEY)
        self.side = StaffSide(desk, chosen)
        super().__init__(desk, self.grid, self.side)
        hide_at_first(desk, self.grid, KEY, "capacity", "own_weeks", "funded_wte", "source")
        self._empty = empty(chosen)
        self._verb = ScenarioVerb(chosen, self.toolbar)
        self.toolbar.add("Filter", "filter", self.grid.open_filter, "Find kinds of staff (Ctrl+F)")
        self.toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        self._add_verb = self.toolbar.add(
            "Add kind of staff", "plus", self.grid.add, "Add one (Ctrl++)"
        )
        self.grid.row_changed.connect(self.side.show_kind)
        desk.listen(READS, self.read, self, chosen.moved)
        self.read()

    def read(self) -> None:
        """Show the kinds of staff of the scenario chosen."""
        told = self._chosen.read()
        self.show_empty(self._empty, is_empty=told is None)
        self._verb.tell()
        self._add_verb.setEnabled(told is not None and not self._desk.is_read_only)
        points = self._desk.file.read(workforce.pay_points, self._chosen.at.day)
        self.model.columns = worded(self.model.columns, pay_point=points)
        self.model.show(told.kinds if told else ())
        self.side.show_kind(self.grid.current_row)
        day = written(self._chosen.at.day, Kind.DATE)
        words = plural(len(told.kinds), "kind") if told else ""
        self.toolbar.set_aside(f"{words} of staff, in post at {day}" if words else "")

    def show_record(self, staff_id: int) -> None:
        """Go to a kind of staff."""
        self.grid.select_record(staff_id)

    def _add(self, values: Mapping[str, Value]) -> Change:
        now = self._chosen.now
        if now is None:
            raise Refusal("Add a scenario first.")
        return demand_asks.add_staff(now.id, values)


class StaffSide(Inspector):
    """A kind of staff: what it comes to, its roles, its source."""

    def __init__(self, desk: Desk, chosen: Chosen) -> None:
        super().__init__(desk, "Choose a kind of staff to see its roles.", WIDTH)
        self._desk, self._chosen = desk, chosen
        self._facts = self.add_facts("Required", "In post", "Funded", "Minutes per WTE")
        self.roles = self.add(Roles(desk))
        self._source = self.add_field(text_field(desk, "Source", demand_asks.of_staff("source"), 3))

    def show_kind(self, row: KindRow | None) -> None:
        """Show a kind of staff, or say how to choose one."""
        told = self._chosen.now
        if row is None or told is None:
            self.show_nothing()
            return
        self.show_record(row.name)
        wte = (row.required_wte, row.in_post_wte, row.funded_wte)
        self._facts.show_facts(
            *(f"{written(each, Kind.WTE)} WTE" if each is not None else "" for each in wte),
            written(row.required.capacity_minutes, Kind.COUNT),
        )
        self.roles.show_kind(row, self._free(told))
        self._source.show_value(row, row.staff.source)

    def _free(self, told: Worked) -> list[str]:
        """Return the roles that no kind of the scenario has."""
        taken = {role for row in told.kinds for role in row.staff.roles}
        return [role.name for role in self._desk.file.read(workforce.roles)
                if role.name not in taken]  # fmt: skip
