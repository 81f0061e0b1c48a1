"""What each partner may do in law, and who is the nominated payee."""

from __future__ import annotations

from pch_desktop.reports.partners_vehicles import VEHICLES, VIEW, payee
from pch_desktop.reports.words import plural
from pch_desktop.store import partners
from pch_desktop.store.partners import VehicleRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.partners import register_asks as asks
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import worded

KEY = "partners vehicles"
READS = frozenset({"partner", "vehicle"})
PURPOSE = (
    "Write down what each partner may do in law: hold a contract, employ, be paid. A blank is not "
    "known, which is not no. Begin with the one the money is paid to."
)


class VehiclesView(FoundSheet):
    """The legal vehicles, the payee first."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._model: TableModel[VehicleRow] = TableModel(
            VEHICLES, asks.vehicles(desk), noun="legal vehicle"
        )
        super().__init__(Grid(desk, self._model, VIEW, key=KEY))
        if not desk.layout(KEY):
            self.grid.columns.hide("source", "note")
        self.add_columns()
        self.add_adding("Add legal vehicle")
        self.offer_beginning("partners", PURPOSE, "Add the first one")
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show what is known of partners in law."""
        read = self._desk.file.read
        self._model.columns = worded(VEHICLES, partner=read(partners.names))
        rows = read(partners.vehicles)
        self.show_rows(rows)
        self._desk.tell_rows(plural(len(rows), "legal vehicle"))
        self.tell(payee(rows))
        self.toolbar.set_aside(plural(len(rows), "legal vehicle") if rows else "")
