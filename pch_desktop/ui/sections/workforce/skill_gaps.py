"""The gaps in skills: the picture of services by competencies, and the list under it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QMenu,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
)

from pch_desktop.charts import workforce_skills as charts
from pch_desktop.charts.full_chart import FullChart, fitting
from pch_desktop.reports import workforce_skills as report
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.reports.workforce_skills import NeedRow
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.parts import label
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_parts import hide_at_first, plain_grid

READS = frozenset(
    {"person", "assignment", "post", "role", "service", "competency", "competency_role",
     "person_competency", "service_requirement"}
)  # fmt: skip
EMPTY = (
    "Say what each service needs: how many people of which level for which competency. What is "
    "missing is then shown here, with who is near."
)
NAMES_WIDTH, CELL_WIDTH, CELL_HEIGHT, EDGES_HEIGHT = 170, 80, 38, 80
"""The room the large picture needs at 100 percent, in pixels."""
LEAST_HEIGHT = 400
"""Below so many pixels at 100 percent the list needs the picture's place."""
SERVICES, ROLES = "what services need", "what roles need"
NEED_KEY, ROLE_KEY = "workforce skill gaps", "workforce skill gaps by role"


def gap_chart(rows: Sequence[NeedRow], at: AsAt, *, has_room: bool = False) -> FullChart:
    """Return the picture of what services need and have on a day.

    Where it has room, each cell says how many are short or expiring.
    """
    services, competencies = charts.shown_needs(rows)
    drawn = sum(row.service in services and row.competency in competencies for row in rows)
    part = (
        f", {drawn} of {len(rows)} needs drawn, the widest gaps first" if drawn < len(rows) else ""
    )
    day = written(at.day, Kind.DATE)
    return FullChart(
        finding=report.needs_finding(rows),
        subtitle=f"People in post who have the level needed, of those needed, {day}{part}.",
        alt_text=fitting(report.needs_alt_text(rows)),
        columns=report.NEEDS,
        rows=rows,
        make=lambda is_dark: charts.gap_figure(rows, is_dark=is_dark, has_room=has_room),
        source="Source: what services need and what people in post can do. No names.",
    )


class CompetencyGapsView(Sheet):
    """The picture alone, large."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        self.chart = ChartView(desk, "workforce competency gaps")
        self._frame = QScrollArea()
        self._frame.setWidgetResizable(True)
        self._frame.setFrameShape(QFrame.Shape.NoFrame)
        self._frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._frame.setWidget(self.chart)
        self._frame.setFocusProxy(self.chart)
        super().__init__(desk, self._frame)
        self.toolbar.hide()
        action = ("Say what services need", lambda: desk.visit("workforce", "Services need"))
        self._empty = EmptyState(desk, "check", EMPTY, action)
        desk.listen(READS, self.read, self, at.moved)
        desk.theme_changed.connect(self._fit)
        self.read()

    def read(self) -> None:
        """Show the needs of the day."""
        rows = report.service_needs(report.skills(self._desk.file, self._at.day))
        self.show_empty(self._empty, is_empty=not rows)
        self.chart.show_chart(gap_chart(rows, self._at, has_room=True))
        self._fit()

    def _fit(self, *_theme: object) -> None:
        """Give each cell the room its words need; where the window has less, it scrolls."""
        chart = self.chart.canvas.chart
        services, competencies = charts.shown_needs(chart.rows if chart else ())
        px = self._desk.theme.px
        width, height = NAMES_WIDTH + CELL_WIDTH * len(competencies), CELL_HEIGHT * len(services)
        self.chart.canvas.setMinimumSize(px(width), px(EDGES_HEIGHT + height))


class GapsView(Sheet):
    """The picture over the list of gaps: of services with who is near, or of roles."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        self.of = SERVICES
        self.chart = ChartView(desk, "workforce skill gaps")
        near = (*report.NEEDS, report.NEAR)
        self.grid = plain_grid(desk, near, "What services need", NEED_KEY, "need")
        by_role = (*report.ROLE_NEEDS, report.ROLE_NEAR)
        self.roles = plain_grid(desk, by_role, "What roles need", ROLE_KEY, "competency")
        self._stage = QStackedWidget()
        for grid in (self.grid, self.roles):
            self._stage.addWidget(grid)
        super().__init__(desk, self._split())
        self.finding = label("", "strong", wrap=True)
        place = self.layout()
        if isinstance(place, QVBoxLayout):
            place.insertWidget(1, self.finding)
        hide_at_first(desk, self.grid, NEED_KEY, "kind")
        hide_at_first(desk, self.roles, ROLE_KEY, "kind", "near")
        action = ("Say what services need", lambda: desk.visit("workforce", "Services need"))
        self._empty = EmptyState(desk, "check", EMPTY, action)
        self.toolbar.add("Filter", "filter", self._filter, "Find lines (Ctrl+F)")
        self._which = self.toolbar.add_menu("List", "table", self._lists)
        self.toolbar.add_menu("Columns", "columns", self._columns)
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    @property
    def shown_grid(self) -> Grid:
        """The list in sight."""
        return self.grid if self.of == SERVICES else self.roles

    def read(self) -> None:
        """Show the gaps of the day."""
        known = report.skills(self._desk.file, self._at.day)
        needs, roles = report.service_needs(known), report.role_needs(known)
        self.show_empty(self._empty, is_empty=not needs and not roles)
        self.chart.show_chart(gap_chart(needs, self._at))
        self.finding.setText(report.needs_finding(needs))
        self.grid.model.show(needs)
        self.roles.model.show(roles)
        self._fit()
        if not needs and roles:
            self.of = ROLES
        self.list_of(self.of)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the picture go where there is little room; its finding stays over the list."""
        is_drawn = bool(self.grid.model.rows)
        has_room = self.height() >= self._desk.theme.px(LEAST_HEIGHT)
        self.chart.setVisible(is_drawn and has_room)
        self.finding.setVisible(is_drawn and not has_room)

    def list_of(self, words: str) -> None:
        """List what services need, or what roles need."""
        self.of = words
        self._stage.setCurrentWidget(self.shown_grid)
        self._stage.setFocusProxy(self.shown_grid)
        show_choice(self._which, f"List: {words}")
        told = report.roles_finding(self.roles.model.rows) if words == ROLES else ""
        self.toolbar.set_aside(told)
        self.roles.view.setAccessibleDescription(told)

    def _split(self) -> QSplitter:
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(8)
        for part, least in ((self.chart, 150), (self._stage, 96)):
            part.setMinimumHeight(self._desk.theme.px(least))
            both.addWidget(part)
        both.setSizes([350, 210])
        both.setFocusProxy(self._stage)
        return both

    def _filter(self) -> None:
        self.shown_grid.open_filter()

    def _columns(self) -> QMenu:
        return self.shown_grid.columns.menu()

    def _lists(self) -> QMenu:
        words = [(each, each[:1].upper() + each[1:]) for each in (SERVICES, ROLES)]
        return choice_menu(self, words, self.of, self.list_of)
