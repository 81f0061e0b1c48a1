"""Mobile units: a theatre, endoscopy or screening that comes for a time, and its safety."""

from __future__ import annotations

from pch_desktop.reports import estates_units as report
from pch_desktop.reports.words import plural
from pch_desktop.store import estates, partners
from pch_desktop.store.estates import PeakRow, UnitRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.page import Views
from pch_desktop.ui.sections.estates.unit_asks import unit_edits
from pch_desktop.ui.sections.estates.unit_days import UnitDaysView
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import plain_grid, worded

READS = frozenset({"mobile_unit", "booking", "partner"})
PEAK_READS = READS | {"service", "service_month"}
PURPOSE = (
    "Write down the mobile theatre, endoscopy suite or screening van that comes to you: what it "
    "costs a day, how many people it sees, and who answers for its safety."
)
NO_PEAK = (
    "Book a mobile unit for a service, and here its places stand beside what the service needed."
)


def unit_views(desk: Desk) -> Views:
    """Return what makes each view of mobile units, by its title, in their order."""
    return {
        "Units": lambda: UnitsView(desk),
        "Days": lambda: UnitDaysView(desk),
        "Against the peak": lambda: PeaksView(desk),
    }


class UnitsView(FoundSheet):
    """The mobile units, with their days in the year at hand."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._model: TableModel[UnitRow] = TableModel(
            report.UNITS, unit_edits(desk), noun="mobile unit"
        )
        super().__init__(Grid(desk, self._model, "Mobile units", key="estates units"))
        self.add_columns()
        self.add_adding("Add unit")
        self.offer_beginning("estates", PURPOSE, "Add the first unit")
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the units; one that is booked and not signed off is marked."""
        read, month = self._desk.file.read, self._desk.month
        self._model.columns = worded(self._model.columns, provider=read(partners.names))
        rows = read(estates.units, month.financial_year)
        self.show_rows(rows)
        self.grid.show_troubles(
            {
                (row.id, "signed_off_on"): f"Not signed off, and booked for {_days(row)}."
                for row in rows
                if row.days and not row.is_signed_off
            }
        )
        signed = sum(row.is_signed_off for row in rows)
        told = f"{plural(len(rows), 'mobile unit')}, {signed:,} signed off"
        self.tell(f"{told} as safe for patients.")


class PeaksView(FoundSheet):
    """The units' months of the year at hand, against the peak they were hired for."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        super().__init__(
            plain_grid(desk, report.PEAKS, "Against the peak", "estates peaks", "month")
        )
        self.add_columns()
        self._empty = EmptyState(desk, "estates", NO_PEAK, ("Days of mobile units", self._book))
        desk.listen(PEAK_READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the months, and say whether the units came when they were needed."""
        rows: list[PeakRow] = self._desk.file.read(estates.peaks, self._desk.month.financial_year)
        self.show_rows(rows)
        self.tell(report.finding(rows))

    def _book(self) -> None:
        self._desk.visit("estates", "Days")


def _days(row: UnitRow) -> str:
    return plural(row.days, "day")
