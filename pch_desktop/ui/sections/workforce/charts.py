"""The charts of the workforce: over time, and the skill mix with its table."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QSplitter

from pch_desktop.charts import workforce as charts
from pch_desktop.charts.full_chart import FullChart, fitting
from pch_desktop.charts.workforce_pictures import MEASURE, SOURCE, team_chart
from pch_desktop.charts.workforce_shares import share_mix, shares_alt_text
from pch_desktop.reports import team
from pch_desktop.reports.table import Kind
from pch_desktop.reports.team import GROUPINGS, PARTS
from pch_desktop.reports.words import written
from pch_desktop.reports.workforce import GAPS, filled_by_month, gaps
from pch_desktop.store import locality, workforce
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.room import roomy
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_parts import choices, plain_grid, switch

READS = frozenset({"post", "assignment", "role", "partner", "practice", "locality"})
EMPTY = (
    "What is funded and who is in post is drawn here, month by month, once there are posts and "
    "people in them."
)
EMPTY_MIX = (
    "Who makes up the team is drawn here from the posts of the day and who holds them; there are "
    "none on this day."
)
LEAST, WIDE, LEAST_MIX = 330, 840, 440
"""Where there is less room, as with large letters, the page scrolls."""


class OverTimeView(Sheet):
    """WTE in post under WTE funded for thirteen months, and the skill mix beside."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.chart = ChartView(desk, "workforce over time")
        super().__init__(desk, roomy(desk, self.chart, LEAST, WIDE))
        self.toolbar.hide()
        action = ("Go to posts", lambda: desk.visit("workforce", "Posts"))
        self._empty = EmptyState(desk, "workforce", EMPTY, action)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the months up to the one at hand."""
        file, month = self._desk.file, self._desk.month
        months = filled_by_month(file, month)
        posts = file.read(workforce.posts, month.last)
        found = team.mix(posts, GROUPINGS["staff group"], PARTS["sector"])
        self.show_empty(
            self._empty, is_empty=not any(row.funded_wte or row.in_post_wte for row in months)
        )
        name = file.read(locality.locality).name
        self.chart.show_chart(team_chart(months, found, name))


class SkillMixView(Sheet):
    """Who makes up the team, as bars and as a table of the gaps."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        self.by, self.part = "staff group", "sector"
        self.chart = ChartView(desk, "workforce skill mix")
        self.grid = plain_grid(desk, GAPS, "Gaps", "workforce gaps", "group")
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(8)
        for part, least in ((self.chart, 250), (self.grid, 120)):
            part.setMinimumHeight(desk.theme.px(least))
            both.addWidget(part)
        both.setSizes([310, 262])
        both.setFocusProxy(self.grid)
        super().__init__(desk, roomy(desk, both, LEAST_MIX))
        action = ("Go to posts", lambda: desk.visit("workforce", "Posts"))
        self._empty = EmptyState(desk, "workforce", EMPTY_MIX, action)
        self._by = self.toolbar.add_menu("By", "group", self._groupings)
        self._part = self.toolbar.add_menu("Colours", "chart", self._parts)
        self._shares = switch(self.toolbar, "As shares", "chart", lambda _is_on: self.read())
        self._shares.setToolTip("Every bar the same length: how each group is split")
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show the skill mix of the day."""
        posts = self._desk.file.read(workforce.posts, self._at.day)
        found = team.mix(posts, GROUPINGS[self.by], PARTS[self.part])
        self.show_empty(self._empty, is_empty=not posts)
        self._by.setText(f" By {self.by}")
        self._part.setText(f" Colours: {self.part}")
        most = charts.MOST_BARS
        limits = f", the {most} largest of {len(found.rows)}" if len(found.rows) > most else ""
        day = written(self._at.day, Kind.DATE)
        is_share = self._shares.isChecked()
        draw = share_mix if is_share else charts.skill_mix
        tell = shares_alt_text if is_share else team.mix_alt_text
        measure = "Share of WTE in post" if is_share else "WTE in post"
        parts = "sector of employer" if self.part == "sector" else "employer"
        self.chart.show_chart(
            FullChart(
                finding=team.mix_finding(found),
                subtitle=f"{measure} by {self.by} and {parts}, {day}{limits}.",
                alt_text=fitting(tell(found)),
                columns=found.columns,
                rows=found.rows,
                make=lambda is_dark: draw(found, is_dark=is_dark),
                source=f"{SOURCE} {MEASURE}",
            )
        )
        title = self.by[:1].upper() + self.by[1:]
        self.grid.model.columns = (replace(GAPS[0], title=title), *GAPS[1:])
        self.grid.model.show(gaps(posts, GROUPINGS[self.by]))
        self.grid.view.header.viewport().update()

    def add_up_by(self, words: str) -> None:
        """Add the posts up by something else."""
        self.by = words
        self.read()

    def colour_by(self, words: str) -> None:
        """Let the parts of the bars be something else."""
        self.part = words
        self.read()

    def _groupings(self) -> QMenu:
        return choices(self._by, tuple(GROUPINGS), self.add_up_by)

    def _parts(self) -> QMenu:
        return choices(self._part, tuple(PARTS), self.colour_by)
