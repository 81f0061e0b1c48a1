"""The side of an initiative: its money, its milestones, its measures, its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pch_desktop.domain.board_registers import Confidence
from pch_desktop.reports.board_initiatives import INITIATIVES, following
from pch_desktop.reports.board_milestones import MEASURES, MILESTONES
from pch_desktop.reports.table import Column, Kind, Value
from pch_desktop.reports.words import written
from pch_desktop.store.board import InitiativeRow
from pch_desktop.ui.change import Change
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.fields import Field, line_field, text_field
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.pill import BETTER, NEAR, UNKNOWN, WORSE, Standing
from pch_desktop.ui.sections.board import initiative_asks as asks
from pch_desktop.ui.table_model import TableModel

WIDTH = 320
TALL = 132
WAYS = {Confidence.GREEN: BETTER, Confidence.AMBER: NEAR, Confidence.RED: WORSE}
STONES = ("name", "due_on", "done_on", "standing")
TOLD = ("name", "latest", "target", "way")


class InitiativeSide(Inspector):
    """One initiative."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Choose an initiative to see its milestones and measures.", WIDTH)
        self._desk = desk
        self._row: InitiativeRow | None = None
        self._facts = self.add_facts("Next", "Spent", "Saved")
        self.fields: dict[str, Field[Any]] = {
            "progress": self.add_field(
                text_field(desk, "How it goes", asks.of_initiative("progress"), 3)
            )
        }
        stones = Edits(desk, {key: asks.of_milestone(key) for key in asks.MILESTONE},
                       self._adding(asks.adding_milestone), asks.removing_milestones)  # fmt: skip
        told = Edits(desk, {key: asks.of_measure(key) for key in asks.MEASURE},
                     self._adding(asks.adding_measure), asks.removing_measures)  # fmt: skip
        self.stones = self._table(MILESTONES, STONES, stones, "milestone")
        self.told = self._table(MEASURES, TOLD, told, "measure")
        for key, name in (("aim", "Aim"), ("lead", "Lead"), ("sponsor", "Sponsor")):
            build = text_field if key == "aim" else line_field
            self.fields[key] = self.add_field(build(desk, name, asks.of_initiative(key)))

    def show_initiative(self, row: InitiativeRow | None) -> None:
        """Show an initiative, or say how to choose one."""
        self._row = row
        if row is None:
            self.show_nothing()
            return
        self.show_record(row.name, standing(row), changed(self._desk, "initiative", row.id))
        self._facts.show_facts(
            following(row) or "",
            part(row.spent_pence, row.cost_pence),
            part(row.saved_pence, row.saving_pence),
        )
        self.stones.model.show(row.milestones)
        self.told.model.show(row.measures)
        values = {column.key: column.value(row) for column in INITIATIVES}
        for key, field in self.fields.items():
            field.show_value(row, values[key])

    def _table(
        self, columns: tuple[Column[Any], ...], keys: tuple[str, ...], edits: Edits[Any], noun: str
    ) -> Grid:
        seen = tuple(column for column in columns if column.key in keys)
        model: TableModel[Any] = TableModel(seen, edits, noun=noun)
        name = f"{noun.capitalize()}s of the initiative"
        grid = self.add(Grid(self._desk, model, name, key=f"initiative side {noun}"))
        grid.setFixedHeight(self._desk.theme.px(TALL))
        return grid

    def _adding(
        self, ask: Callable[[Mapping[str, Value]], Change]
    ) -> Callable[[Mapping[str, Value]], Change]:
        return lambda values: ask({**values, "initiative": self._row.name if self._row else None})


def part(done: int | None, planned: int | None) -> str:
    """Return an amount beside what was planned: £134,000 of £220,000."""
    if done is None and planned is None:
        return ""
    told, of = (written(pence, Kind.MONEY) or "not known" for pence in (done, planned))
    return f"{told} of {of}"


def standing(row: InitiativeRow) -> Standing:
    """Return how sure an initiative is, in the board's own three words."""
    if row.confidence is None:
        return Standing(UNKNOWN, "Confidence not told")
    return Standing(WAYS[row.confidence], row.confidence.value)
