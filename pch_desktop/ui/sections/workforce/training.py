"""Training: courses with their places, what they cost and what they lead to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pch_desktop.domain.workforce_skills import PlaceStatus, share_pence
from pch_desktop.reports import workforce_training as report
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import listed, meant, plural, shown, written
from pch_desktop.store import workforce
from pch_desktop.store.workforce import CoursePlaceRow, CourseRow
from pch_desktop.ui.change import Change, carry_out
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import WordBox
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import button, icon_button, label
from pch_desktop.ui.sections.workforce import training_asks as asks
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.names import Names
from pch_desktop.ui.sections.workforce.skill_asks import LevelModel
from pch_desktop.ui.sections.workforce.skill_lists import LEVELS
from pch_desktop.ui.table_parts import hide_at_first, worded

KEY = "workforce training"
READS = frozenset({"course", "course_place", "competency", "person", "assignment"})
PURPOSE = (
    "Write down the courses people go on: who gives them, who pays, what they cost and which "
    "competency they lead to. Whoever attends then has it."
)
WIDTH = 292
BOOK = "Book a place for…"


class TrainingView(FoundSheet):
    """Courses, the latest first, with the places of the one chosen at the side."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        self._model = LevelModel(report.COURSES, asks.course_edits(desk), noun="course")
        grid = Grid(desk, self._model, "Training", key=KEY)
        self.side = CourseSide(desk)
        super().__init__(grid, self.side)
        hide_at_first(desk, grid, KEY, "provider_kind", "starts_on", "hours", "competency", "level")
        if not desk.layout(KEY):
            self._model.arrange(sorts=(("ends_on", True),))
        self.add_groups({"who pays": report.funding, "provider": _provider})
        self.add_columns()
        self.add_adding("Add course")
        self.offer_beginning("chart", PURPOSE, "Add the first course")
        grid.row_changed.connect(self.side.show_course)
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show all courses."""
        read = self._desk.file.read
        names = [row.name for row in read(workforce.competencies)]
        self._model.columns = worded(self._model.columns, competency=names, level=LEVELS)
        self.side.names.know(read(workforce.workers, self._at.day))
        rows = read(workforce.courses)
        self.show_rows(rows)
        self.tell(report.courses_finding(rows))
        self.toolbar.set_aside(plural(len(rows), "course") if rows else "")


class CourseSide(Inspector):
    """One course: what a place costs, who has one, and what became of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Choose a course to book places and mark who attended.", WIDTH)
        self._desk = desk
        self.names = Names()
        self._facts = self.add_facts("Leads to", "Cost a place", "Places")
        self.places = self.add(Places(desk, self.names))

    def show_course(self, row: CourseRow | None) -> None:
        """Show a course, or say how to choose one."""
        if row is None:
            self.show_nothing()
            return
        self.show_record(row.name, None, changed(self._desk, "course", row.id))
        leads = f"{row.competency}, {report.level_words(row)}" if row.competency else "No level"
        cost = written(share_pence(row.cost_pence, row.places), Kind.EXACT)
        counts = f"{row.booked:,} booked, {row.attended:,} attended, {row.missed:,} missed"
        self._facts.show_facts(leads, cost, counts)
        self.places.show_course(row)


class Place(QWidget):
    """One person's place: their name, what became of it, and giving it back."""

    def __init__(self, places: Places, row: CoursePlaceRow) -> None:
        super().__init__()
        name = label(row.person, "body")
        self.status = WordBox(listed(PlaceStatus), may_be_blank=False)
        self.status.setAccessibleName(f"What became of the place of {row.person}")
        self.status.put(shown(row.status.value))
        self.status.textActivated.connect(partial(places.mark, row))
        drop = icon_button(places.desk.style, "close", f"Take {row.person} off the course",
                           lambda: places.drop(row))  # fmt: skip
        for part in (self.status, drop):
            part.setEnabled(not places.desk.is_read_only)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(name, 1)
        line.addWidget(self.status)
        line.addWidget(drop)


class Places(QWidget):
    """The places of a course: booked by name, marked one by one or all together."""

    def __init__(self, desk: Desk, names: Names) -> None:
        super().__init__()
        self.desk = desk
        self.lines: list[Place] = []
        self._names = names
        self._course: CourseRow | None = None
        self._rows: Sequence[CoursePlaceRow] = ()
        self.book = WordBox((), may_be_blank=False)
        self.book.setAccessibleName("Book a place for somebody")
        self.book.textActivated.connect(self._book)
        self.all = button("All booked attended", self.mark_all, "link",
                          "Mark all who are booked as attended")  # fmt: skip
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 4, 0, 4)
        outer.setSpacing(6)
        outer.addWidget(label("Places", "small"))
        outer.addWidget(self.book)
        outer.addLayout(self._column)
        outer.addWidget(self.all)

    def show_course(self, course: CourseRow) -> None:
        """Show who has a place on a course, and offer who may have one."""
        self._course = course
        self._rows = self.desk.file.read(workforce.course_places, course.id)
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [Place(self, row) for row in self._rows]
        for line in self.lines:
            self._column.addWidget(line)
        may = not self.desk.is_read_only
        self.all.setVisible(any(row.status is PlaceStatus.BOOKED for row in self._rows))
        self.all.setEnabled(may)
        self.book.clear()
        self.book.addItems([BOOK, *self._free()])
        self.book.setEnabled(may)

    def mark(self, row: CoursePlaceRow, words: str) -> None:
        """Say what became of a place."""
        status = meant(PlaceStatus, words)
        if self._course is not None and status is not None and status is not row.status:
            self._carry_out(asks.mark(self._course, [row], status))

    def mark_all(self) -> None:
        """Mark all who are booked as attended, as one step."""
        booked = [row for row in self._rows if row.status is PlaceStatus.BOOKED]
        if self._course is not None and booked:
            self._carry_out(asks.mark(self._course, booked, PlaceStatus.ATTENDED))

    def drop(self, row: CoursePlaceRow) -> None:
        """Give somebody's place back."""
        if self._course is not None:
            self._carry_out(asks.give_back(self._course, row))

    def _book(self, name: str) -> None:
        if self._course is not None and name != BOOK:
            self._carry_out(asks.book(self._course, name, self._names.key(name)))

    def _carry_out(self, change: Change) -> None:
        """Carry out a change; where it is refused, say so and show what is in the file."""
        self.desk.attempt(lambda: carry_out(self.desk, change.label, [change]))
        if self._course is not None:
            self.show_course(self._course)

    def _free(self) -> list[str]:
        taken = {row.person_id for row in self._rows}
        return [name for name in self._names.offered if self._names.key(name) not in taken]


def _provider(row: CourseRow) -> str:
    return row.provider or "No provider named"
