"""Recruitment: how each vacant post is being filled, day by day of the way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from pch_desktop.domain.workforce_recruitment import Stage
from pch_desktop.reports import workforce_recruitment as report
from pch_desktop.reports.workforce_recruitment import RECRUITMENTS, TONES
from pch_desktop.store import workforce
from pch_desktop.store.workforce import RecruitmentRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.question import Question
from pch_desktop.ui.sections.workforce import recruiting_asks as asks
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.starting import Starting
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first, switch, worded

KEY = "workforce recruitment"
READS = frozenset({"recruitment", "post", "assignment", "role", "partner", "practice", "person"})
PURPOSE = (
    "Write down how each vacant post is being filled: when it was advertised, when people were "
    "interviewed, whom it was offered to, and what is done meanwhile."
)
NOT_OFFERED = (
    "{} has not been offered to anybody by this day. Enter the day of the offer, "
    "then record who starts."
)
GROUNDS = {report.NONE: "worse_soft", report.NEAR: "better_soft", report.OVER: "group"}
"""The ground of a row by how far it has come; what is under way has the usual one."""


def ground(row: RecruitmentRow) -> str:
    """Return the ground of a row; its stage says the same in a word."""
    return GROUNDS.get(TONES[row.stage], "surface")


class RecruitmentView(Sheet):
    """The recruitments under way, those that are over too if asked for."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        self.rows: Sequence[RecruitmentRow] = ()
        self._is_begun = False
        self._beginning = asks.Beginning()
        self.starting = Starting(desk, at, Question("about who starts"))
        edits = Edits(desk, asks.EDITS, self._beginning.add, asks.remove, tone=ground)
        self.model: TableModel[RecruitmentRow] = TableModel(RECRUITMENTS, edits, noun="recruitment")
        self.grid = Grid(desk, self.model, "Recruitment", key=KEY)
        super().__init__(desk, self.grid)
        hide_at_first(desk, self.grid, KEY, "employer", "vacant_wte")
        self._empty = EmptyState(desk, "workforce", PURPOSE, ("Begin the first one", self._begin))
        self._add_verbs()
        place = self.layout()
        if isinstance(place, QVBoxLayout):
            place.insertWidget(1, self.starting.question)
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show how recruitment stands on the day."""
        read, day = self._desk.file.read, self._at.day
        posts = [row.reference for row in read(workforce.posts, day) if row.is_funded]
        self._beginning.know(read(workforce.vacancies, day), posts, day)
        self.model.columns = worded(self.model.columns, post=self._beginning.posts)
        self.rows = read(workforce.recruitments, day)
        self.show_empty(self._empty, is_empty=not self.rows and not self._is_begun)
        self._show()

    def show_record(self, recruitment_id: int) -> None:
        """Go to a recruitment."""
        if self.model.line_of(recruitment_id) < 0 and not self._over.isChecked():
            self._over.click()
        self.grid.select_record(recruitment_id)
        self.grid.setFocus()

    def record_starter(self) -> None:
        """Ask who starts in the post of the recruitment chosen, once it was offered."""
        row = self._chosen()
        if row is None:
            return
        if row.stage not in {Stage.OFFERED, Stage.AGREED}:
            self.grid.refuse(NOT_OFFERED.format(row.post.reference))
            return
        self.starting.ask_in(row)

    def advertise_again(self) -> None:
        """Advertise the post of the recruitment chosen anew on the day."""
        row = self._chosen()
        if row is not None:
            label = f"Advertise {row.post.reference} {row.post.role} again"
            if self._desk.edit(label, workforce.advertise_again, row.id, self._at.day):
                self.grid.say("Enter the new closing date; what followed the last was cleared.")

    def _add_verbs(self) -> None:
        bar = self.toolbar
        bar.add("Filter", "filter", self.grid.open_filter, "Find recruitments (Ctrl+F)")
        self._over = switch(bar, "Over too", "history", lambda _on: self._show())
        self._over.setToolTip("Show also posts that are filled, and fillings given up")
        bar.add_menu("Columns", "columns", self.grid.columns.menu)
        hint = "Put somebody into the post it was offered to, and count it filled"
        for words, icon, press, said in (
            ("Record the starter", "check", self.record_starter, hint),
            ("Advertise again", "undo", self.advertise_again, "Begin the adverts anew"),
            ("Begin recruitment", "plus", self._begin, "Add a line (Ctrl++)"),
        ):
            bar.add(words, icon, press, said).setEnabled(not self._desk.is_read_only)

    def _chosen(self) -> RecruitmentRow | None:
        row: RecruitmentRow | None = self.grid.current_row
        if row is None:
            self.grid.refuse("Choose a recruitment first.")
        return row

    def _begin(self) -> None:
        self._is_begun = True
        self.show_empty(self._empty, is_empty=False)
        self.grid.add("post")

    def _show(self) -> None:
        under_way = [row for row in self.rows if not row.is_over]
        self.model.show(self.rows if self._over.isChecked() else under_way)
        self.toolbar.set_aside(report.recruitment_finding(self.rows) if self.rows else "")
