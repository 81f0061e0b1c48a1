"""A list weighted by the file's own coefficients."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pch_desktop.domain.period import FinancialYear
from pch_desktop.reports.budget_weighting import (
    BANDS,
    CAUTION,
    RESULTS,
    VALUES,
    ResultRow,
    result_rows,
    weighting_finding,
)
from pch_desktop.store import budget
from pch_desktop.store.budget import WeightBandRow, WeightingValueRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import CellEdit, Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.parts import label
from pch_desktop.ui.sections.budget import capitation_asks as asks
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel


class WeightingView:
    """Bands of age and sex at the left; the other values and what they come to at the right."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        cells: dict[str, CellEdit[WeightBandRow]] = {
            key: asks.of_band(key) for key in asks.BAND_FIELDS
        }
        cells["sex"] = asks.band_sex
        bands = Edits(desk, cells, asks.adding_band, asks.removing_bands)
        values = {key: asks.weighting_value(self._year, key) for key in ("value", "source")}
        self._bands: TableModel[WeightBandRow] = TableModel(BANDS, bands, noun="band")
        self._values: TableModel[WeightingValueRow] = TableModel(
            VALUES, Edits(desk, values), noun="value"
        )
        self._results: TableModel[ResultRow] = TableModel(RESULTS, noun="step")
        self.bands = Grid(desk, self._bands, "Weights by sex and age", key="budget weights")
        self.values = Grid(desk, self._values, "Other values of the weighting", key="budget index")
        self.results = Grid(desk, self._results, "What the list weighs", key="budget weighed")
        if not desk.layout("budget weights"):
            self.bands.columns.hide("source")
        self.sheet = Sheet(desk, self._laid_out())
        toolbar = self.sheet.toolbar
        adds = toolbar.add("Add band", "plus", self.bands.add, "A new line at the end (Ctrl++)")
        hint = "Let the sum be for these weighted people"
        self._use = toolbar.add("Use for the sum", "check", self.use, hint)
        adds.setEnabled(not desk.is_read_only)

    def show_figures(self, figures: Figures) -> None:
        """Show the list that serves 1 April as weighted here."""
        found = self._desk.file.read(budget.weighting, figures.month.financial_year)
        self._bands.show(found.bands)
        self._values.show(found.values)
        self._results.show(result_rows(found))
        self._use.setEnabled(found.result is not None and not self._desk.is_read_only)
        self.sheet.toolbar.set_aside(weighting_finding(found))

    def use(self) -> None:
        """Take the weighted people for those of the year's sum."""
        year = self._year()
        if self._desk.edit("Use the weighted list for the sum", budget.use_weighted, year):
            self._desk.say(f"The sum of {year} is for the weighted people as worked out here.")

    def _year(self) -> FinancialYear:
        return self._desk.month.financial_year

    def _laid_out(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(CAUTION, "secondary", wrap=True))
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.values, 1)
        right.addWidget(self.results, 1)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.bands, 1)
        line.addLayout(right, 1)
        column.addLayout(line, 1)
        page.setFocusProxy(self.bands)
        return page
