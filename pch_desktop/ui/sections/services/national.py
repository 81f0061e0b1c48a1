"""National figures of appointments beside our services' months."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QMenu

from pch_desktop.domain.period import Month
from pch_desktop.reports import service_appointments, service_appointments_table
from pch_desktop.reports.service_appointments_table import COMPARED
from pch_desktop.store import services
from pch_desktop.store.services import NationalMonth
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.sections.services.chosen import Chosen, offered
from pch_desktop.ui.table_parts import plain_grid

KEY = "service national figures"
READS = frozenset({"appointment_count", "service", "service_month", "lead_time_count"})
PURPOSE = (
    "Bring in the national file of appointments in general practice of your commissioner or your "
    "practices, and compare it with what your services tell."
)
NONE_YET = "No figures yet"


class NationalView(FoundSheet):
    """Measures of the national figures, and the same of our services where they are counted."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.place_code = ""
        self._places: Mapping[str, str] = {}
        super().__init__(plain_grid(desk, COMPARED, "National figures", KEY, "measure"))
        self._where = self.toolbar.add_menu(NONE_YET, "overview", self.place_menu)
        self.service = Chosen(self.toolbar, "services", "All services", self.read)
        self.toolbar.add("Import", "import", self.begin, "Bring in a national file (Ctrl+I)")
        self.offer_beginning("import", PURPOSE, "Import figures")
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the national month nearest to the month at hand beside ours."""
        file, month = self._desk.file, self._desk.month
        months = file.read(services.national_months)
        self._places = {each.place_code: each.place_name for each in months}
        if self.place_code not in self._places:
            self.place_code = next(iter(self._places), "")
        self.service.offer(offered(file.read(services.service_names), set()))
        show_choice(self._where, self._places.get(self.place_code, NONE_YET))
        nearest = service_appointments.nearest(months, self.place_code, month)
        if nearest is None:
            self.show_rows(())
            self.toolbar.set_aside("")
        else:
            self._compare(nearest)

    def show_place(self, code: str) -> None:
        """Compare another place, by its code."""
        self.place_code = code
        self.read()

    def place_menu(self) -> QMenu:
        """Return the menu of places."""
        return choice_menu(self, list(self._places.items()), self.place_code, self.show_place)

    def begin(self) -> None:
        """Go to where files are brought in."""
        self._desk.command("import")

    def _compare(self, national: Month) -> None:
        file, month = self._desk.file, self._desk.month
        told = file.read(services.appointments, self.place_code, national)
        ours = file.read(services.activity, month, month)
        leads = file.read(services.lead_times, month)
        rows = service_appointments.compared(
            told,
            [row for row in ours if self.service.has(row.service_id)],
            [row for row in leads if self.service.has(row.service_id)],
        )
        of = NationalMonth(self.place_code, self._places[self.place_code], national)
        self.show_rows(rows)
        self.tell(service_appointments_table.finding(rows, of))
        self.tell_notes(*service_appointments_table.notes(told))
        self.toolbar.set_aside(f"{national.words} beside ours of {month.words}")
