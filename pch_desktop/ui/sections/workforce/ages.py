"""The age profile: bars, a grid by staff group, and its table."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from pch_desktop.charts import workforce_ages as charts
from pch_desktop.charts.full_chart import FullChart, fitting
from pch_desktop.reports import workforce_ages_table as ages
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.reports.workforce_ages import HEADS, WTE, AgeProfile, profile_on
from pch_desktop.ui.chart_over_table import ChartOverTable
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_parts import plain_grid

READS = frozenset({"assignment", "post", "role", "person", "setting"})
EMPTY = (
    "How old the team is, is drawn here from the years of birth of those in post; nobody is in "
    "post on this day."
)


class AgeProfileView(Sheet):
    """Who is in post by age, few of them never shown."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        self.counted = HEADS
        self.chart = ChartView(desk, "workforce ages")
        profile = profile_on(desk.file, at.day)
        self.grid = self._grid(profile)
        self.both = ChartOverTable(desk, self.chart, self.grid, (332, 240))
        super().__init__(desk, self.both)
        action = ("Go to people", lambda: desk.visit("workforce", "Who holds what"))
        self._empty = EmptyState(desk, "population", EMPTY, action)
        self._count = self.toolbar.add_menu(f"Table: {HEADS}", "group", self.count_menu)
        self._count.setToolTip("Count people or whole-time equivalents in the table")
        desk.listen(READS, self.read, self, at.moved)
        self._show(profile)

    def read(self) -> None:
        """Show the ages of the day."""
        profile = profile_on(self._desk.file, self._at.day)
        titles = [column.title for column in ages.columns(profile)]
        if titles != [column.title for column in self.grid.model.columns]:
            # Another age of retirement risk makes other bands, and so other columns.
            self.grid = self._grid(profile)
            self.both.put_table(self.grid)
        self._show(profile)

    def count(self, words: str) -> None:
        """Count people, or whole-time equivalents, in the table."""
        self.counted = words
        show_choice(self._count, f"Table: {words}")
        self.read()

    def count_menu(self) -> QMenu:
        """Return the menu of what the table counts."""
        return choice_menu(self, [(each, each) for each in (HEADS, WTE)], self.counted, self.count)

    def _grid(self, profile: AgeProfile) -> Grid:
        return plain_grid(
            self._desk, ages.columns(profile), "Age profile", "workforce ages table", "staff group"
        )

    def _show(self, profile: AgeProfile) -> None:
        day = written(self._at.day, Kind.DATE)
        hidden = " * stands for too few to be shown." if profile.has_hidden else ""
        every = profile.everybody.every
        self.show_empty(self._empty, is_empty=not every.heads)
        self.chart.show_chart(
            FullChart(
                finding=ages.finding(profile),
                subtitle=f"{every.heads:,} people in post by age, and by staff group, {day}.",
                alt_text=fitting(ages.alt_text(profile)),
                columns=ages.columns(profile),
                rows=ages.lines(profile, HEADS, WTE),
                make=lambda is_dark: charts.age_profile(profile, is_dark=is_dark),
                source=f"Source: people in post. Age: year less year of birth.{hidden}",
            )
        )
        self.grid.model.show(ages.lines(profile, self.counted))
        self.grid.view.setAccessibleDescription(" ".join(ages.notes(profile)))
        missing = profile.everybody.unknown_heads
        self.toolbar.set_aside(f"{missing:,} without a year of birth" if missing else "")
