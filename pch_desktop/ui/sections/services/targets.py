"""What services are to reach, and what they reached: a month rated, or a year typed."""

from __future__ import annotations

from pch_desktop.domain.budget import Rating
from pch_desktop.reports import services_readings, services_targets
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store import services
from pch_desktop.store.services import TargetRow
from pch_desktop.ui.changed import changed
from pch_desktop.ui.choice_menu import show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import Field, line_field
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.pill import BETTER, NEAR, UNKNOWN, WORSE, Standing
from pch_desktop.ui.sections.services.records import RecordSheet
from pch_desktop.ui.sections.services.target_asks import TARGETS, reading_cells
from pch_desktop.ui.sparkline import Trend
from pch_desktop.ui.table_parts import worded

MONTHS = tuple(f"m{at}" for at in range(12))
BY_YEAR = ("service", "measure", "target", "amber", *MONTHS)
BY_MONTH = ("service", "measure", "better", "target", "amber", "reading", "rating", "latest")
ASIDE = ("kind", "period", "source")
"""Out of sight at first, as are the months."""
YEAR, MONTH = "Months of the year", "Month at hand"
POINTS = 12
WAYS = {Rating.GREEN: BETTER, Rating.AMBER: NEAR, Rating.RED: WORSE}
SAID = {Rating.GREEN: "Met", Rating.AMBER: "Near", Rating.RED: "Missed"}


class TargetsView(RecordSheet):
    """Targets with the reading of the month at hand, or with all of its year."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.side = TargetSide(desk)
        columns = (*services_targets.TARGETS, *services_readings.month_cells(desk.month))
        super().__init__(desk, TARGETS, columns, side=self.side, more=reading_cells(desk))
        self.is_year = False
        self._turn = self.toolbar.add(YEAR, "chart", self.turn, "Enter and read April to March")
        if not desk.layout(TARGETS.key):
            self.grid.columns.hide(*ASIDE, *MONTHS)
        self.grid.row_changed.connect(self.side.show_target)
        self.listen(self.read)

    def read(self) -> None:
        """Show the targets with the readings of the month's year."""
        month = self._desk.month
        rows = self._desk.file.read(services.targets, month)
        names = [row.name for row in self._desk.file.read(services.service_names)]
        columns = (*services_targets.TARGETS, *services_readings.month_cells(month))
        self.model.columns = worded(columns, service=names)
        self.grid.view.header.viewport().update()
        self.show_all(rows, services_targets.finding(rows))
        self.side.show_target(self.grid.current_row)

    def turn(self) -> None:
        """Show the months of the year instead of the month at hand, or the month again."""
        self.is_year = not self.is_year
        show_choice(self._turn, MONTH if self.is_year else YEAR)
        self._arrange()
        self.grid.setFocus()

    def _arrange(self) -> None:
        self.grid.columns.show_only(*(BY_YEAR if self.is_year else BY_MONTH))


class TargetSide(Inspector):
    """One target: its year of readings, how it stands, and who answers for it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Choose a target to see its readings.", 250)
        self._desk = desk
        self._trend = self.add_trend("Readings, last 12 months")
        self._facts = self.add_facts("Reading", "Target", "Amber mark", "Latest")
        fields = (("owner", "Answers for it"), ("source", "Source"), ("period", "Over"))
        self.fields: dict[str, Field[TargetRow]] = {
            key: self.add_field(line_field(desk, name, TARGETS.ask(key))) for key, name in fields
        }

    def show_target(self, row: TargetRow | None) -> None:
        """Show a target, or say how to choose one."""
        if row is None:
            self.show_nothing()
            return
        seen = changed(self._desk, "service_target", row.id)
        self.show_record(row.name, standing_of(row), seen)
        self._trend.show_trend(_trend(row))
        kind = services_targets.kind_of(row)
        way = "or more" if row.aim.is_higher_better else "or less"
        goal = written(row.aim.target, kind)
        near = written(row.aim.amber, kind) or "None: a miss is red"
        latest = f"{written(row.latest_reading, kind)}, {row.latest.words}" if row.latest else ""
        self._facts.show_facts(
            written(row.reading, kind), f"{goal} {way}" if goal else "", near, latest
        )
        for key, field in self.fields.items():
            field.show_value(row, getattr(row, key))


def standing_of(row: TargetRow) -> Standing:
    """Return how a target stands in the month at hand."""
    if row.rating is None:
        return Standing(UNKNOWN, f"No reading for {row.month.words}")
    kind = Kind.RATING
    return Standing(WAYS[row.rating], f"{SAID[row.rating]} ({written(row.rating.value, kind)[2:]})")


def _trend(row: TargetRow) -> Trend:
    months = [row.month.plus(-back) for back in range(POINTS - 1, -1, -1)]
    points = [row.readings.get(month) for month in months]
    goal = None if row.aim.target is None else float(row.aim.target)
    way = WAYS[row.rating] if row.rating else UNKNOWN
    return Trend(tuple(None if each is None else float(each) for each in points), goal, way)
