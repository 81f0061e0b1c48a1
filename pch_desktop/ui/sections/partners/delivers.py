"""Who delivers what for whom: the flow as a picture, gathered or narrowed till it reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from pch_desktop.charts.partners_pictures import delivers_chart
from pch_desktop.reports import partners_delivers as report
from pch_desktop.store import locality, partners
from pch_desktop.store.partners import DeliveryRow
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.room import Roomy, scrolling
from pch_desktop.ui.sheet import Sheet

READS = frozenset(
    {"partner", "service", "service_partner", "service_site", "site", "practice",
     "activity_part", "locality"}
)  # fmt: skip
ALL = "everything"
BY: Mapping[str, str] = {
    "the people it is for": report.PEOPLE,
    "segments of the population": report.SEGMENTS,
    "whose patients it sees": report.BY_PRACTICE,
}
PURPOSE = (
    "The flow shows which partner delivers which service for whom. Name who leads and delivers "
    "each service in Services."
)
EACH, LEAST, WIDE = 17, 330, 860
"""Pixels at 100 percent that a name needs, and that the picture is high and wide at least."""


class DeliversView(Sheet):
    """The flow of all, or of one sector, sort of service or partner alone."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.only, self.by = ALL, next(iter(BY))
        self._rows: Sequence[DeliveryRow] = ()
        self._practices: Mapping[int, Sequence[str]] = {}
        self.chart = ChartView(desk, "who delivers what")
        self._room = Roomy(desk, self.chart, LEAST, WIDE)
        area = scrolling(self._room, self.chart)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        super().__init__(desk, area)
        self._only = self.toolbar.add_menu(f"Show: {self.only}", "filter", self.only_menu)
        self._by = self.toolbar.add_menu(f"For: {self.by}", "group", self.by_menu)
        visit = ("Go to the services", lambda: desk.go("services"))
        self._empty = EmptyState(desk, "partners", PURPOSE, visit)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show who delivers what in the month at hand."""
        read = self._desk.file.read
        self._rows = read(partners.deliveries)
        self._practices = read(partners.practices_served, self._desk.month)
        offered = {each for names in report.choices(self._rows).values() for each in names}
        self.show_only(self.only if self.only in offered else ALL)

    def show_only(self, only: str) -> None:
        """Show everything, or one sector, sort of service or partner alone."""
        self.only = only
        show_choice(self._only, f"Show: {only}")
        self._draw()

    def show_by(self, by: str) -> None:
        """Tell the people apart by what services are for, by segment, or by practice."""
        self.by = by
        show_choice(self._by, f"For: {by}")
        self._draw()

    def only_menu(self) -> QMenu:
        """Return the menu of what may be shown alone."""
        menu = QMenu(self)
        menu.addAction(ALL.capitalize(), lambda: self.show_only(ALL))
        for title, names in report.choices(self._rows).items():
            part = menu.addMenu(title)
            for name in names:
                part.addAction(name, lambda name=name: self.show_only(name))
        return menu

    def by_menu(self) -> QMenu:
        """Return the menu of how the people are told apart."""
        names = [(each, each.capitalize()) for each in BY]
        return choice_menu(self, names, self.by, self.show_by)

    def _draw(self) -> None:
        only = "" if self.only == ALL else self.only
        rows = report.flows(self._rows, BY[self.by], self._practices, only=only)
        self.show_empty(self._empty, is_empty=not self._rows)
        tallest = max((len(set(names)) for names in _columns(rows)), default=0)
        self._room.need(max(LEAST, EACH * tallest + 110))
        place = self._desk.file.read(locality.locality).name
        self.toolbar.set_aside("Ctrl+T shows the table" if rows else "")
        self.chart.show_chart(
            delivers_chart(
                rows,
                f"Partners and services of {place}, {self._desk.month.words}. For {self.by}.",
            )
        )


def _columns(rows: Sequence[report.FlowRow]) -> Sequence[Sequence[str]]:
    return (
        [row.drawn_as for row in rows],
        [row.service for row in rows],
        [row.whom for row in rows],
    )
