"""The days mobile units come, typed or pasted."""

from __future__ import annotations

from pch_desktop.domain.estates import BookingStatus
from pch_desktop.reports.estates_units import DAYS, days_finding
from pch_desktop.reports.words import shown
from pch_desktop.store import estates, partners, services
from pch_desktop.store.estates import UnitDayRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.estates.unit_day_asks import day_edits
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import worded

READS = frozenset({"mobile_unit", "booking", "partner", "service", "site"})
PURPOSE = (
    "Write down on which days a mobile unit comes, where it stands and for which service. Until it "
    "is signed off as safe, its days are provisional."
)


class UnitDaysView(FoundSheet):
    """The days of the year at hand on which units come."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._model: TableModel[UnitDayRow] = TableModel(DAYS, day_edits(desk), noun="day")
        super().__init__(Grid(desk, self._model, "Days of mobile units", key="estates unit days"))
        self.add_groups(
            {"unit": lambda row: row.unit, "status": lambda row: shown(row.status.value)}
        )
        self.add_columns()
        self.add_adding("Add day")
        self.offer_beginning("estates", PURPOSE, "Add the first day")
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the days; those gone by and still provisional are marked."""
        read, month = self._desk.file.read, self._desk.month
        year = month.financial_year
        self._model.columns = worded(
            self._model.columns,
            unit=[row.name for row in read(estates.units, year)],
            site=[row.name for row in read(estates.sites)],
            service=[row.name for row in read(services.services, month)],
            partner=read(partners.names),
        )
        rows = read(estates.unit_days, year)
        self.show_rows(rows)
        self.grid.show_troubles(
            {
                (row.id, "status"): "The day has gone by and it is still provisional."
                for row in rows
                if row.status is BookingStatus.PROVISIONAL and row.day <= month.last
            }
        )
        self.tell(days_finding(rows, year))
