"""What employers pay on top of pay: pension and levy, and National Insurance of the day."""

from __future__ import annotations

from datetime import date

from pch_desktop.domain.period import FinancialYear
from pch_desktop.reports.workforce_pay import ON_COSTS, insurance_words
from pch_desktop.store import partners, workforce
from pch_desktop.store.workforce import OnCostRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.workforce import pay_asks as asks
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import worded
from pch_desktop.ui.table_sheet import TableSheet

PURPOSE = (
    "Keep what employers pay into pensions, and as levy, on top of pay: by scheme and employer, "
    "each with the days it holds. Without it no cost can be worked out."
)


class OnCostsView(TableSheet):
    """One line for each scheme, employer and first day."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        adding = asks.adding_on_cost(self._first_day)
        edits: Edits[OnCostRow] = Edits(desk, asks.on_cost_edits(), adding, asks.removing_on_costs)
        self.model: TableModel[OnCostRow] = TableModel(ON_COSTS, edits, noun="rate")
        super().__init__(Grid(desk, self.model, "On-costs", key="workforce on-costs"))
        self.add_columns()
        self.add_adding("Add rate")
        self.toolbar.add("National Insurance", "settings", self._visit_rates,
                         "Its rate and threshold stand in Settings, Rates")  # fmt: skip
        self.offer_beginning("table", PURPOSE, "Add the first rate")
        tables = {"on_cost_rate", "reference_value", "partner"}
        desk.listen(tables, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show the rates, and what National Insurance is on the day."""
        read, on = self._desk.file.read, self._at.day
        names = [row.name for row in read(partners.partners, on)]
        self.model.columns = worded(self.model.columns, employer=names)
        self.show_rows(read(workforce.on_costs))
        said = insurance_words(read(workforce.insurance_on, on))
        self.toolbar.set_aside(f"National Insurance {said}")

    def _visit_rates(self) -> None:
        self._desk.visit("settings", "Rates")

    def _first_day(self) -> date:
        return FinancialYear.of(self._at.day).first
