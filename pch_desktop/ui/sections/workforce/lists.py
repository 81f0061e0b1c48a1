"""Tables of the workforce that are only read: vacancies."""

from __future__ import annotations

from collections.abc import Callable

from pch_desktop.reports.words import plural
from pch_desktop.reports.workforce import POSTS
from pch_desktop.store import workforce
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.parts import hide_at_first, ordered, plain_grid
from pch_desktop.ui.sheet import Sheet

VACANCIES = (
    "role", "reference", "employer", "vacant_wte", "established_wte", "in_post_wte", "cover_wte",
    "funding_stream", "annual_cost", "practice", "funded_to",
)  # fmt: skip
POST_TABLES = frozenset({"post", "assignment", "person", "role", "partner", "practice"})


class VacanciesView(Sheet):
    """Posts with vacant WTE, the widest gap first."""

    def __init__(self, desk: Desk, at: AsAt, open_post: Callable[[int], object]) -> None:
        self._desk, self._at = desk, at
        self._open_post = open_post
        columns = ordered(POSTS, *VACANCIES)[: len(VACANCIES)]
        self.grid = plain_grid(desk, columns, "Vacancies", "workforce vacancies", "vacancy")
        super().__init__(desk, self.grid)
        hide_at_first(desk, self.grid, "workforce vacancies", "in_post_wte")
        self.toolbar.add("Open the post", "right", self._open)
        self.toolbar.add("Filter", "filter", self.grid.open_filter, "Find vacancies (Ctrl+F)")
        self.toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        self.grid.view.doubleClicked.connect(self._open)
        desk.listen(POST_TABLES, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show the vacancies of the day."""
        posts = self._desk.file.read(workforce.posts, self._at.day)
        rows = sorted(
            (row for row in posts if row.vacant_wte), key=lambda row: (-row.vacant_wte, row.id)
        )
        self.grid.model.show(rows)
        empty = sum(not row.in_post_wte for row in rows)
        words = f"{plural(len(rows), 'post')} with a vacancy, {empty:,} with nobody in post"
        self.toolbar.set_aside(words)

    def _open(self, *_index: object) -> None:
        row = self.grid.current_row
        if row is not None:
            self._open_post(row.id)
