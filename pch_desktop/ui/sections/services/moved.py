"""Services moved out of hospital: what the register says of each, and the three sides."""

from __future__ import annotations

from functools import partial
from typing import Any

from pch_desktop.reports import budget_moved, services_moved
from pch_desktop.reports.services_moved_rows import FromHospitalRow
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import plural
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.inspector import Facts, Inspector
from pch_desktop.ui.parts import label
from pch_desktop.ui.sections.budget.moved_view import NAMES, short, standing_of
from pch_desktop.ui.sections.services import asks, more_asks
from pch_desktop.ui.table_model import TableModel

READS = frozenset(
    {"service", "moved_service", "safety_assessment", "partner", "budget_line", "budget_year",
     "budget_adjustment"}
)  # fmt: skip
PURPOSE = (
    "Services that moved out of hospital stand here: what they free, what is paid twice, what the "
    "hospital is left with. Mark a service as moved at its side, or fill the register."
)
HIDDEN = (
    *("status", "tariff", "contacts", "price", "still_paid", "released", "community", "sheds"),
    "provider",
)
"""What the side shows, with its formula."""
WITHOUT = "Marked as moved and not in the register of the year."
ALONE = "Only the register knows it. Name its service there."


class MovedServicesView(FoundSheet):
    """The services that moved, with the register's figures of the month's year."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        cells = {
            "acute_point": partial(_of_service, "acute_point"),
            "tariff": partial(_of_service, "tariff_pence"),
        }
        edits: Edits[FromHospitalRow] = Edits(desk, cells, fixed=_fixed)
        self.model: TableModel[FromHospitalRow] = TableModel(
            tuple(map(short, services_moved.MOVED)), edits, noun="service"
        )
        self.side = MovedServiceSide(desk)
        grid = Grid(desk, self.model, "Moved services", key="services moved")
        super().__init__(grid, self.side)
        if not desk.layout("services moved"):
            grid.columns.hide(*HIDDEN)
        self.add_columns()
        self.toolbar.add("Open the register", "budget", self.open_register,
                         "The register “Double payment” of the shadow budget")  # fmt: skip
        self._nothing = EmptyState(desk, "services", PURPOSE,
                                   ("Open the register", self.open_register))  # fmt: skip
        grid.row_changed.connect(self.side.show_moved)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show what moved, as at the month's end."""
        rows = services_moved.read_moved(self._desk.file, self._desk.month)
        self.show_empty(self._nothing, is_empty=not rows)
        self.show_rows(rows)
        self.tell(services_moved.finding(rows))
        self.toolbar.set_aside(plural(len(rows), "service") if rows else "")
        self.side.show_moved(self.grid.current_row)

    def open_register(self) -> None:
        """Go to the register, and to the line of the service chosen."""
        row: FromHospitalRow | None = self.grid.current_row
        line = row.register.id if row is not None and row.register else None
        self._desk.visit("budget", "Double payment", line)


class MovedServiceSide(Inspector):
    """One moved service as commissioner, locality and losing provider see it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Choose a service to see what it does to each side.", 260)
        self._said = self.add(label("", "secondary", wrap=True))
        self._titles: list[Any] = []
        self.facts: list[Facts] = []
        for names in NAMES:
            self._titles.append(self.add(label("", "strong", wrap=True)))
            self.facts.append(self.add_facts(*names))

    def show_moved(self, row: FromHospitalRow | None) -> None:
        """Show a service, or say how to choose one."""
        if row is None:
            self.show_nothing()
            return
        line = row.register
        self.show_record(row.name, standing_of(line) if line else None)
        told = budget_moved.counting(line) if line else WITHOUT
        self._said.setText(told if row.service else f"{told} {ALONE}")
        sides = budget_moved.sides(line) if line else ()
        for at, (title, facts) in enumerate(zip(self._titles, self.facts, strict=True)):
            title.setVisible(bool(sides))
            facts.setVisible(bool(sides))
            if sides:
                title.setText(sides[at].title)
                facts.show_facts(*(words for _, words in sides[at].facts))


def _fixed(row: FromHospitalRow) -> str:
    return "" if row.service else ALONE


def _of_service(field: str, row: FromHospitalRow, value: Value) -> Change:
    ask = more_asks.acute_point if field == "acute_point" else asks.field(field)
    return ask(row.service, value)
