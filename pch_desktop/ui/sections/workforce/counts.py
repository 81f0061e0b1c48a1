"""National counts of staff: of networks, of practices, and beside ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QMenu

from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural, shown, written
from pch_desktop.reports.workforce_counts import (
    BESIDE,
    CENSUS,
    CENSUS_BY,
    NOT_THE_SAME,
    PRACTICE_STAFF,
    BesideRow,
    beside_ours,
    census_rows,
)
from pch_desktop.store import workforce
from pch_desktop.store.workforce import NetworkStaffRow, PracticeStaffRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.table_parts import choices, plain_grid
from pch_desktop.ui.table_sheet import TableSheet

OURS = frozenset({"practice_staff", "assignment", "deployment", "post", "role", "practice", "site"})
LATEST = "latest"
EMPTY_NETWORK = "No census of network (PCN) staff is here yet."
EMPTY_PRACTICES = "No national figures of practices' staff are here yet."
BY_DAY: Mapping[str, Callable[[PracticeStaffRow], str]] = {
    "day": lambda row: written(row.counted_on, Kind.DATE),
    "practice": lambda row: row.practice,
    "staff group": lambda row: shown(row.staff_group),
}
BY_PLACE: Mapping[str, Callable[[BesideRow], str]] = {
    "practice": lambda row: row.practice,
    "staff group": lambda row: shown(row.staff_group),
}


class CensusView(TableSheet):
    """Staff of the networks as the national census counts them: by staff group, or by role."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.by = "staff group"
        self.day: date | None = None
        self.rows: Sequence[NetworkStaffRow] = ()
        grid = plain_grid(desk, CENSUS, "Network census", "workforce census", "line")
        super().__init__(grid)
        self._by = self.toolbar.add_menu("By staff group", "group", self._groupings)
        self._of = self.toolbar.add_menu(f"Census: {LATEST}", "history", self._days)
        self.add_columns()
        self._empty = EmptyState(
            desk, "import", EMPTY_NETWORK, ("Import a file", lambda: desk.command("import"))
        )
        desk.listen({"network_staff"}, self.read, self)
        self.read()

    def read(self) -> None:
        """Show what the census counted."""
        self.rows = self._desk.file.read(workforce.network_staff)
        if self.day not in self.days:
            self.day = None
        self.show_rows(census_rows(self.rows, CENSUS_BY[self.by], self.day))
        self._by.setText(f" By {self.by}")
        chosen = LATEST if self.day is None else written(self.day, Kind.DATE)
        self._of.setText(f" Census: {chosen}")
        words = f"{plural(len(self.days), 'census', 'censuses')}, not added to the posts"
        self.toolbar.set_aside(words if self.days else "")

    @property
    def days(self) -> list[date]:
        """The days on which networks were counted, the latest first."""
        return sorted({row.counted_on for row in self.rows}, reverse=True)

    def add_up_by(self, words: str) -> None:
        """Show a line for each staff group, or for each role."""
        self.by = words
        self.read()

    def show_day(self, words: str) -> None:
        """Show the census of a day beside the one before it."""
        named = {written(day, Kind.DATE): day for day in self.days}
        self.day = named.get(words)
        self.read()

    def _groupings(self) -> QMenu:
        return choices(self._by, tuple(CENSUS_BY), self.add_up_by)

    def _days(self) -> QMenu:
        words = (LATEST, *(written(day, Kind.DATE) for day in self.days))
        return choices(self._of, words, self.show_day)


class PracticeStaffView(TableSheet):
    """Staff of practices as national figures count them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        grid = plain_grid(desk, PRACTICE_STAFF, "Practice staff", "workforce practice staff",
                          "count")  # fmt: skip
        super().__init__(grid)
        self.add_groups(BY_DAY)
        self.add_columns()
        self._empty = EmptyState(
            desk, "import", EMPTY_PRACTICES, ("Import a file", lambda: desk.command("import"))
        )
        desk.listen({"practice_staff", "practice"}, self.read, self)
        self.read()

    def read(self) -> None:
        """Show what was counted, newest first."""
        rows = self._desk.file.read(workforce.practice_staff)
        self.show_rows(rows)
        days = sorted({row.counted_on for row in rows})
        last = written(days[-1], Kind.DATE) if days else ""
        self.toolbar.set_aside(
            f"{plural(len(days), 'day')} counted, the last {last}" if days else ""
        )


class BesideView(TableSheet):
    """Our WTE by practice and staff group beside the national count."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        grid = plain_grid(desk, BESIDE, "Beside ours", "workforce beside ours", "line")
        super().__init__(grid)
        self.add_groups(BY_PLACE)
        self.add_columns()
        self._empty = EmptyState(
            desk, "import", EMPTY_PRACTICES, ("Import a file", lambda: desk.command("import"))
        )
        desk.listen(OURS, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show ours of the day beside the count that serves it."""
        rows = beside_ours(self._desk.file, self._at.day)
        self.show_rows(rows)
        if rows:
            self.strip.tell(NOT_THE_SAME, Tone.NOTE, may_close=False)
        else:
            self.strip.hide()
        self.toolbar.set_aside(f"Ours at {written(self._at.day, Kind.DATE)}" if rows else "")
