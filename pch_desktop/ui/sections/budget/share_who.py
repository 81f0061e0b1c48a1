"""Who gets what of the year's gain or loss, and what it would be for any other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QStackedWidget, QVBoxLayout, QWidget

from pch_desktop.charts import budget_share as charts
from pch_desktop.charts.full_chart import FullChart, fitting
from pch_desktop.domain.budget_phases import NOTIONAL
from pch_desktop.reports import budget_share as report
from pch_desktop.reports.budget_explained_share import explain_partner, explain_step
from pch_desktop.reports.budget_share import Reckoning, SharePartnerRow, StepRow
from pch_desktop.reports.budget_share_words import (
    CAUTION,
    SHARE_KEY,
    finding,
    gain_words,
    notes,
    quality_words,
    side,
)
from pch_desktop.reports.explained import Explanation
from pch_desktop.reports.table import Column
from pch_desktop.store.budget import sharing
from pch_desktop.ui.aloud import announce
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.explaining import Explains
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.parts import card, label, relook, row
from pch_desktop.ui.room import at_least, scrolling
from pch_desktop.ui.sections.budget import share_asks as asks
from pch_desktop.ui.sections.budget.explained import goes_by
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel

STEP_PENCE = 25_000_00
MOST_STEPS = 20
"""From £500,000 over budget to £500,000 under."""
STAGE_HEIGHT = 300
PURPOSE = (
    "Say how the locality and its commissioner share what a year ends under or over budget, and "
    "see who would get what."
)
SLIDER = "How the year ends, from £500,000 over budget to £500,000 under, in steps of £25,000"


class WhoView:
    """The finding, a slider that supposes another end of the year, and the reckoning."""

    def __init__(self, desk: Desk, show_scheme: Callable[[], object]) -> None:
        self._desk = desk
        self._figures: Figures | None = None
        self._found: Reckoning | None = None
        self._supposed: int | None = None
        self._steps: TableModel[StepRow] = TableModel(step_columns(), noun="step")
        self._partners: TableModel[SharePartnerRow] = TableModel(partner_columns(), noun="partner")
        self.steps = Grid(desk, self._steps, "The reckoning, step by step", key="share steps")
        self.partners = Grid(desk, self._partners, "What each partner gets", key="share parts")
        self.steps.explains = Explains(self._explain_step, goes_by(desk))
        self.partners.explains = Explains(self._explain_partner, goes_by(desk))
        self.chart = ChartView(desk, key="share chart")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self._notional = label(f"{NOTIONAL}: no cash moves.", "worse")
        self._finding = label("", "card_title", wrap=True)
        self._notes = label("", "small", wrap=True)
        self._now = label("", "strong")
        self._stage = QStackedWidget()
        self.sheet = Sheet(desk, self._laid_out())
        add = self.sheet.toolbar.add
        self.forecast = add("As forecast", "undo", self.go_back, "Suppose nothing")
        self.choice = add("Chart", "chart", self.toggle, "Show it as a chart, or as tables")
        self.choice.setCheckable(True)
        self._empty = EmptyState(
            desk, "partners", PURPOSE, ("Agree on the usual terms", partial(self._agree))
        )
        self._show_scheme = show_scheme

    @property
    def finding(self) -> str:
        """The sentence on who would get what."""
        return self._finding.text()

    def show_figures(self, figures: Figures) -> None:
        """Show the reckoning as forecast, or of what is supposed, with what is known now."""
        self._figures = figures
        facts = self._desk.file.read(sharing.share_facts, figures.month)
        self._found = None if facts is None else report.reckoning_of(facts, figures.lines)
        self.sheet.show_empty(self._empty, is_empty=self._found is None)
        self.sheet.toolbar.setVisible(self._found is not None)
        if self._found is not None:
            self._show(self._found)

    def suppose(self, steps: int) -> None:
        """Show what would be if the year ended so many steps of £25,000 under budget."""
        self._supposed = steps * STEP_PENCE
        if self._found is not None:
            self._show(self._found)
            announce(self.slider, self.finding)

    def go_back(self) -> None:
        """Suppose nothing more."""
        self._supposed = None
        if self._found is not None:
            self._show(self._found)

    def toggle(self) -> None:
        """Show the chart instead of the tables, or the tables again."""
        is_chart = self._stage.currentIndex() == 0
        self._stage.setCurrentIndex(int(is_chart))
        self.choice.setChecked(is_chart)
        relook(self.choice, "look", "strong" if is_chart else "")
        if is_chart and self._found is not None:
            self._show(self._found)

    @property
    def _shown(self) -> Reckoning | None:
        """The reckoning on show: as known, or as supposed."""
        if self._found is None or self._supposed is None:
            return self._found
        return self._found.supposing(self._supposed)

    def _explain_step(self, row: StepRow, key: str) -> Explanation | None:
        found = self._shown
        return None if found is None else explain_step(found, report.steps(found), row, key)

    def _explain_partner(self, row: SharePartnerRow, key: str) -> Explanation | None:
        found = self._shown
        return None if found is None else explain_partner(found, row, key)

    def _show(self, known: Reckoning) -> None:
        found = known if self._supposed is None else known.supposing(self._supposed)
        said = finding(found)
        self._notional.setVisible(found.is_notional)
        self._finding.setText(said)
        self._steps.show(report.steps(found))
        self._partners.show(report.partner_rows(found))
        self._notes.setText(" ".join(notes(found)))
        self._place(found)
        if self._stage.currentIndex() and self._figures is not None:
            self.chart.show_chart(chart_of(found, self._figures))

    def _place(self, found: Reckoning) -> None:
        """Put the slider where the year ends, and say where that is."""
        pool = found.outcome.sharing.pool_pence if found.outcome.sharing else 0
        at = max(-MOST_STEPS, min(MOST_STEPS, round(pool / STEP_PENCE)))
        self.slider.blockSignals(True)
        self.slider.setValue(at)
        self.slider.blockSignals(False)
        supposed = "As forecast" if self._supposed is None else "Supposed"
        self._now.setText(f"{supposed}: {side(pool)}" if found.outcome.sharing else "Not known")
        self.slider.setAccessibleDescription(f"{self._now.text()}. {self.finding}")
        self.forecast.setEnabled(self._supposed is not None)

    def _agree(self) -> None:
        change = asks.agreeing(self._desk.month.financial_year)
        if self._desk.edit(change.label, change.command, *change.args):
            self._show_scheme()

    def _laid_out(self) -> QWidget:
        slider = self.slider
        slider.setRange(-MOST_STEPS, MOST_STEPS)
        slider.setPageStep(4)
        slider.setAccessibleName(SLIDER)
        slider.setToolTip(f"{SLIDER}. Arrow keys move it; it changes nothing.")
        slider.valueChanged.connect(self.suppose)
        top, column = card(margin=12)
        column.addWidget(self._notional)
        column.addWidget(self._finding)
        ends = (label("£500k over", "secondary"), label("£500k under", "secondary"))
        line = row(ends[0], None, ends[1])
        line.takeAt(1)
        line.insertWidget(1, slider, 1)
        line.addWidget(self._now)
        column.addLayout(line)
        tables = QWidget()
        beside = QHBoxLayout(tables)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self.steps, 13)
        beside.addWidget(self.partners, 9)
        self._stage.addWidget(tables)
        self._stage.addWidget(self.chart)
        whole = QWidget()
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(top)
        outer.addWidget(self._stage, 1)
        outer.addWidget(self._notes)
        at_least(self._stage, self._desk.theme.px(STAGE_HEIGHT))
        return scrolling(whole, slider)


def step_columns() -> tuple[Column[StepRow], ...]:
    """Return the steps as the screen has room for them."""
    narrow = {"name": 27, "share": 7, "amount": 11, "words": 44}
    return tuple(replace(column, width=narrow[column.key]) for column in report.STEPS)


def partner_columns() -> tuple[Column[SharePartnerRow], ...]:
    """Return the partners as the screen has room for them: what was moved is told in the help."""
    narrow = {"name": 25, "share": 6, "before": 9, "after": 9}
    return tuple(
        replace(column, width=narrow[column.key])
        for column in report.PARTNERS
        if column.key in narrow
    )


def chart_of(found: Reckoning, figures: Figures) -> FullChart:
    """Return the chart of who has which part of a gain or loss."""
    rows = report.gain_rows(found)
    marked = f"{NOTIONAL}. " if found.is_notional else ""
    subtitle = (
        f"{marked}Of the whole gain or loss, £ and %. {figures.place}, month "
        f"{figures.month.number} of {found.inputs.year}. {SHARE_KEY}"
    )
    return FullChart(
        finding(found).rstrip("."),
        subtitle,
        fitting(gain_words(rows, found)),
        report.GAINS,
        rows,
        partial(charts.gain_figure, rows),
        f"{quality_words(found)} {CAUTION}",
    )


def gain_chart(desk: Desk, figures: Figures) -> FullChart:
    """Return the chart of who would get what, as the year is forecast to end."""
    facts = desk.file.read(sharing.share_facts, figures.month)
    if facts is None:
        said = finding(None)
        where = f"Of the whole gain or loss, £ and %. {figures.place}."
        return FullChart(said.rstrip("."), where, f"Bars of who would get what. {said}",
                         report.GAINS, (), partial(charts.gain_figure, ()), CAUTION)  # fmt: skip
    return chart_of(report.reckoning_of(facts, figures.lines), figures)
