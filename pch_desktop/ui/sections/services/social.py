"""The views of social prescribing, and its months as they are entered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from pch_desktop.reports.service_social import social_rows, social_year
from pch_desktop.reports.service_social_months import SOCIAL, social_finding
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.services import social_asks as asks
from pch_desktop.ui.sections.services.social_choice import (
    READS,
    ServiceChoice,
    add_years,
    nothing_yet,
)
from pch_desktop.ui.sections.services.social_names import SocialNamesView
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import Finding

KEY = "services social months"


def social_views(desk: Desk) -> Mapping[str, Callable[[], QWidget]]:
    """Return what makes each view of social prescribing, by its title, in their order."""
    return {"Months": lambda: SocialMonthsView(desk), "Counts": lambda: SocialNamesView(desk)}


class SocialMonthsView(Sheet):
    """A year of a service of social prescribing, typed or pasted month by month."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits = Edits(desk, asks.MONTH_CELLS)
        self.grid = Grid(desk, TableModel(SOCIAL, edits, noun="month"), "Social prescribing",
                         key=KEY)  # fmt: skip
        super().__init__(desk, self.grid)
        self.finding = Finding(self)
        self.choice = ServiceChoice(self, self.toolbar, self.read)
        add_years(desk, self.toolbar)
        self.toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        self._empty = nothing_yet(desk)
        desk.listen(READS, self.read, self)
        self.read()
        self.grid.select_record(desk.month.number, "referred")

    def read(self) -> None:
        """Show the financial year of the month at hand."""
        told = social_year(self._desk.file, self._desk.month)
        service = self.choice.show(told.services)
        rows = social_rows(told, service.id) if service else []
        self.show_empty(self._empty, is_empty=service is None)
        self.grid.model.show(rows)
        self.finding.tell(social_finding(rows) if service else "")
        self.toolbar.set_aside(f"April {told.year.start} to March {told.year.start + 1}")
        found = {(row.id, key): f"{row.name}: {said}" for row in rows
                 for key, said in row.troubles.items()}  # fmt: skip
        self.grid.show_troubles(found)
        self._warn(found)

    def show_record(self, record_id: int) -> None:
        """Show a service, and the month at hand."""
        self.choice.choose(record_id)
        self.grid.select_record(self._desk.month.number, "referred")
        self.grid.setFocus()

    def _warn(self, found: Mapping[tuple[int, str], str]) -> None:
        first = next(iter(found.items()), None)
        if first is None:
            self.strip.hide()
            return
        (number, key), sentence = first
        more = f" {len(found) - 1} more like it." if len(found) > 1 else ""
        show = ("Show", partial(self.grid.select_record, number, key))
        self.strip.tell(f"{sentence}.{more}", Tone.ERROR, show, may_close=False)
