"""The rates the locality goes by, dated and with their sources."""

from __future__ import annotations

from pch_desktop.reports.locality import RATES
from pch_desktop.reports.words import plural
from pch_desktop.store import locality
from pch_desktop.store.locality import ReferenceRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.settings import asks
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_sheet import TableSheet

PURPOSE = (
    "Keep the rates and figures from outside that the locality goes by, such as pension and "
    "National Insurance, each with the days it holds and where it was read."
)


class RatesView(TableSheet):
    """One line for each rate and the days it holds."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[ReferenceRow] = Edits(
            desk, asks.RATE_EDITS, asks.adding_rate, asks.removing_rates
        )
        self._model = TableModel(RATES, edits, noun="rate")
        super().__init__(Grid(desk, self._model, "Rates", key="rates"))
        self.add_columns()
        self.add_adding("Add rate")
        self.offer_beginning("table", PURPOSE, "Add the first rate")
        desk.listen({"reference_value"}, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the rates, of each the latest first."""
        rows = self._desk.file.read(locality.reference_values)
        self.show_rows(rows)
        self.toolbar.set_aside(plural(len(rows), "rate") if rows else "")
