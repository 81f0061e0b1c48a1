"""The register of records that pass from one partner to another."""

from __future__ import annotations

from pch_desktop.reports.partners_flows import FLOWS, VIEW, flow_word, flows_finding
from pch_desktop.reports.words import plural
from pch_desktop.store import partners
from pch_desktop.store.partners import FlowRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.partners import register_asks as asks
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import worded

KEY = "partners flows"
READS = frozenset({"agreement", "agreement_party", "partner", "record_flow"})
PURPOSE = (
    "Write down what passes from one partner to another: figures, lists, care plans; whether it "
    "is about people, and under which agreement. Nothing of it is kept here but the fact."
)


class FlowsView(FoundSheet):
    """The flows of records, those without an agreement marked."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._model: TableModel[FlowRow] = TableModel(FLOWS, asks.flows(desk), noun="flow")
        super().__init__(Grid(desk, self._model, VIEW, key=KEY))
        if not desk.layout(KEY):
            self.grid.columns.hide("lawful_basis", "note")
        self.add_groups({"standing": flow_word, "from": lambda row: row.from_partner or "Nobody"})
        self.add_columns()
        self.add_adding("Add flow")
        self.offer_beginning("partners", PURPOSE, "Add the first flow")
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the flows as they stand at the month's end."""
        read, on = self._desk.file.read, self._desk.month.last
        names = read(partners.names)
        titles = sorted({row.title for row in read(partners.agreements, on)})
        self._model.columns = worded(FLOWS, **{"from": names, "to": names, "agreement": titles})
        rows = read(partners.record_flows, on)
        self.show_rows(rows)
        self.grid.show_troubles({(row.id, "standing"): f"{row.gap}." for row in rows if row.gap})
        self._desk.tell_rows(plural(len(rows), "flow"))
        self.tell(flows_finding(rows))
        self.toolbar.set_aside(plural(len(rows), "flow") if rows else "")
