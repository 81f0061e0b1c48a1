"""Who holds what: each person in each post, from a day to another, with their hours."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.domain.workforce import PensionScheme
from pch_desktop.domain.workforce_people import BY_HOURS_WORKED, SECONDED, counted
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.reports.workforce import ASSIGNMENTS
from pch_desktop.reports.workforce_checks import OverHeld, over_held
from pch_desktop.store import partners, workforce
from pch_desktop.store.workforce import AssignmentRow
from pch_desktop.ui.asking import word
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.fields import line_field, word_field
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.sections.workforce import held_asks
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.costs import CostPart, offer_words
from pch_desktop.ui.sections.workforce.held_asks import Filling, HeldModel, of_assignment
from pch_desktop.ui.sections.workforce.list_export import ListExport
from pch_desktop.ui.sections.workforce.over_strip import OverStrip
from pch_desktop.ui.sections.workforce.split import Split
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_parts import hide_at_first, switch, worded

KEY = "workforce held"
READS = frozenset(
    {"assignment", "person", "post", "role", "deployment", "practice", "service", "pay_point",
     "pay_rate", "on_cost_rate", "reference_value", "setting", "partner"}
)  # fmt: skip
WIDTH = 264
EMPTY = (
    "Say who holds which post, from which day and for how many hours. Posts and people come "
    "first; a list from a spreadsheet may be pasted."
)
SESSIONS = (
    "Hours may be typed as sessions, such as 6 sessions; how long one is, is set under Measures."
)


class HeldView(Sheet):
    """Assignments: those that run or are to come, the ended ones too if asked for."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        self.rows: Sequence[AssignmentRow] = ()
        self._is_begun = False
        self._filling = Filling()
        filling = self._filling
        edits = Edits(desk, held_asks.EDITS, filling.add, held_asks.remove, fixes=filling.fixes)
        self.model = HeldModel(ASSIGNMENTS, edits, noun="assignment")
        self.grid = Grid(desk, self.model, "Who holds what", key=KEY)
        self.side = HeldSide(desk, at)
        super().__init__(desk, self.grid, self.side)
        hide_at_first(desk, self.grid, KEY, "wte_reason", "counted", "volunteer_hours")
        begin = ("Put somebody in a post", self._begin)
        self._empty = EmptyState(desk, "workforce", EMPTY, begin)
        self.checks = OverStrip(desk, self.strip)
        self.toolbar.add("Filter", "filter", self.grid.open_filter, "Find lines (Ctrl+F)")
        self._ended = switch(self.toolbar, "Ended too", "history", lambda _on: self._show_all())
        self._ended.setToolTip("Show also what ended before this month")
        self.toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        self.toolbar.add("Put somebody in a post", "plus", self._begin, "Add a line (Ctrl++)")
        self.export = ListExport(self, self.grid, "Who holds what", self._at_words)
        self.grid.row_changed.connect(self.side.show_assignment)
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show who holds what in the month."""
        read, day = self._desk.file.read, self._at.day
        self.model.session_minutes = read(workforce.rules).session_minutes
        people, posts = read(workforce.people, day), read(workforce.posts, day)
        first = self._desk.month.first if self._at.is_month_end else day
        self._filling.know(people, posts, first)
        self._filling.employers = [row.name for row in read(partners.partners, day)]
        self.model.columns = worded(
            self.model.columns,
            person=self._filling.people,
            post=self._filling.posts,
            other_employer=self._filling.employers,
        )
        self.side.offer(read(workforce.pay_points, day), self._filling.employers)
        self._show_all()
        self._mark(over_held(posts, self.rows, day))

    def _show_all(self) -> None:
        """Show what runs or is to come; what ended is read only where it is asked for."""
        read, first = self._desk.file.read, self._filling.first_day
        self.rows = read(workforce.assignments, None if self._ended.isChecked() else first)
        self.model.show(self.rows)
        here = [row for row in self.rows if row.ends_on is None or row.ends_on >= first]
        people = plural(len({row.person_id for row in here}), "person", "people")
        gone = read(workforce.ended, first)
        self.show_empty(self._empty, is_empty=not (self.rows or gone or self._is_begun))
        words = f"{plural(len(here), 'assignment')} of {people}, {gone:,} ended before"
        self.toolbar.set_aside(words if here or gone else "")

    def _mark(self, found: Sequence[OverHeld]) -> None:
        """Mark who holds a post together for more than it is funded for, and say so."""
        self.checks.show_checks(found)
        self.grid.show_troubles(
            {(one.id, "post"): each.sentence for each in found for one in each.holders}
        )

    def _begin(self) -> None:
        self._is_begun = True
        self.show_empty(self._empty, is_empty=False)
        self.grid.add()

    def _at_words(self) -> str:
        return f"At {written(self._at.day, Kind.DATE)}"


class HeldSide(Inspector):
    """One assignment: where its time goes, what it costs, why its WTE is set by hand."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        super().__init__(desk, f"Choose a line to see where the time goes. {SESSIONS}", WIDTH)
        self._desk, self._at = desk, at
        self._facts = self.add_facts("Post", "Counts as")
        self.split = self.add(Split(desk))
        self._other = self.add_field(
            word_field(
                desk, "Seconded from or to", (), of_assignment("other_employer", "other employer")
            )
        )
        self._reason = self.add_field(
            line_field(desk, "Why WTE is set by hand", of_assignment("wte_reason", "WTE reason"))
        )
        self.cost = self.add(CostPart())
        self._point = self.add_field(
            word_field(desk, "Pay point", (), of_assignment("pay_point", "pay point"))
        )
        self._pay = self.add_field(
            line_field(desk, "Full-time pay, where no point says it",
                       of_assignment("full_time_pay_pence", "full-time pay"), Kind.MONEY)
        )  # fmt: skip
        self._scheme = self.add_field(
            word_field(desk, "Pension scheme", listed(PensionScheme),
                       of_assignment("pension_scheme", "pension scheme", word(PensionScheme)))
        )  # fmt: skip

    def offer(self, points: Sequence[str], employers: Sequence[str]) -> None:
        """Offer the pay points that are paid on the day, and partners to be seconded from or to."""
        offer_words(self._point.box, points)
        offer_words(self._other.box, employers)

    def show_assignment(self, row: AssignmentRow | None) -> None:
        """Show an assignment, or say how to choose one."""
        if row is None:
            self.split.show_assignment(None)
            self.show_nothing()
            return
        self.show_record(row.person, None, changed(self._desk, "assignment", row.id))
        self._facts.show_facts(f"{row.post} {row.role}", _counts(row))
        self.split.show_assignment(row)
        self.cost.show_costing(
            self._desk.file.read(workforce.assignment_costing, row, self._at.day)
        )
        scheme = shown(row.pension_scheme.value) if row.pension_scheme else None
        self._other.setVisible(row.contract_kind in SECONDED or row.other_employer is not None)
        for field, value in (
            (self._other, row.other_employer),
            (self._reason, row.wte_reason),
            (self._point, row.pay_point),
            (self._pay, row.full_time_pay_pence),
            (self._scheme, scheme),
        ):
            field.show_value(row, value)


def _counts(row: AssignmentRow) -> str:
    told = shown(counted(row.contract_kind).value)
    if row.contract_kind in BY_HOURS_WORKED:
        return f"{told}, by the hours worked on average"
    if row.volunteer_minutes:
        return f"{told}, {written(row.weekly_hours, Kind.NUMBER)} hours a week, no WTE"
    return told
