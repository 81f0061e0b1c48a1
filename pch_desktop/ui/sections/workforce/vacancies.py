"""Vacant posts: since when, how they are being filled, and what is done meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import PostStatus
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import plural
from pch_desktop.reports.workforce_vacancies import VACANCIES
from pch_desktop.store import workforce
from pch_desktop.store.workforce import VacancyRow
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.recruiting_asks import Beginning
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first

KEY = "workforce vacancies"
TABLES = frozenset({"post", "assignment", "person", "role", "partner", "practice", "recruitment"})
EMPTY = (
    "Posts that are funded and not filled are listed here, with how long for and what is done "
    "meanwhile. None is vacant on this day."
)
CHOOSE = "Choose a vacancy first."
HIDDEN = ("since", "in_post_wte", "annual_cost", "practice", "funded_to")


def set_meanwhile(row: VacancyRow, value: Value) -> Change:
    """Return what says what is done meanwhile; it is kept with the post's recruitment."""
    if row.recruitment is None:
        raise Refusal(
            f"{row.post.reference} is not being filled yet. Begin its recruitment, "
            "then enter what is done meanwhile."
        )
    label = f"Change what is done meanwhile for {row.post.reference} {row.post.role}"
    args = (row.recruitment.id, "mitigation", value)
    return Change(label, workforce.set_recruitment, args, row.post.reference)


def set_may_be_filled(row: VacancyRow, value: Value) -> Change:
    """Return what lets a post be filled, or keeps it empty."""
    if value and row.post.status is not PostStatus.ACTIVE:
        raise Refusal(
            f"{row.post.reference} is {row.post.status.value}. Change its status under Posts first."
        )
    verb = "Let" if value else "Keep"
    tail = "be filled" if value else "empty"
    label = f"{verb} {row.post.reference} {row.post.role} {tail}"
    args = (row.id, "is_recruitable", bool(value))
    return Change(label, workforce.set_post, args, row.post.reference)


class VacanciesView(Sheet):
    """Posts with vacant WTE, the widest gap first."""

    def __init__(self, desk: Desk, at: AsAt, open_post: Callable[[int], object]) -> None:
        self._desk, self._at = desk, at
        self._open_post = open_post
        self._beginning = Beginning()
        cells = {"mitigation": set_meanwhile, "may_be_filled": set_may_be_filled}
        self.model: TableModel[VacancyRow] = TableModel(
            VACANCIES, Edits(desk, cells), noun="vacancy"
        )
        self.grid = Grid(desk, self.model, "Vacancies", key=KEY)
        super().__init__(desk, self.grid)
        hide_at_first(desk, self.grid, KEY, *HIDDEN)
        action = ("Go to posts", lambda: desk.visit("workforce", "Posts"))
        self._empty = EmptyState(desk, "workforce", EMPTY, action)
        self.toolbar.add("Open the post", "right", self._open)
        hint = "Begin to fill the post, or see how it is being filled"
        begin = self.toolbar.add("Recruitment", "check", self.recruit, hint)
        begin.setEnabled(not desk.is_read_only)
        self.toolbar.add("Filter", "filter", self.grid.open_filter, "Find vacancies (Ctrl+F)")
        self.toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        self.grid.view.doubleClicked.connect(self._double_clicked)
        desk.listen(TABLES, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show the vacancies of the day."""
        rows = self._desk.file.read(workforce.vacancies, self._at.day)
        self._beginning.know(rows, (), self._at.day)
        self.model.show(rows)
        self.show_empty(self._empty, is_empty=not rows)
        empty = sum(not row.post.in_post_wte for row in rows)
        words = f"{plural(len(rows), 'post')} with a vacancy, {empty:,} with nobody in post"
        self.toolbar.set_aside(words if rows else "")

    def recruit(self) -> None:
        """Go to how the post chosen is being filled, beginning it where nobody does."""
        row: VacancyRow | None = self.grid.current_row
        if row is None:
            self.grid.refuse(CHOOSE)
            return
        found = row.recruitment.id if row.recruitment else self._begun(row)
        if found is not None:
            self._desk.visit("workforce", "Recruitment", found)

    def _begun(self, row: VacancyRow) -> int | None:
        if not row.may_be_filled:
            self.grid.refuse(
                f"{row.post.reference} is kept empty. Say that it may be filled, then begin."
            )
            return None
        change = self._beginning.of(row.post.reference, {})
        done = self._desk.edit(change.label, change.command, *change.args)
        return done.result if done else None

    def _double_clicked(self, *_index: object) -> None:
        column = self.model.columns[self.grid.view.currentIndex().column()]
        if column.key not in {"mitigation", "may_be_filled"}:
            self._open()

    def _open(self, *_index: object) -> None:
        row = self.grid.current_row
        if row is None:
            self.grid.refuse(CHOOSE)
            return
        self._open_post(row.id)
