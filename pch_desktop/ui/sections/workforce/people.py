"""The people of the team."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.domain.workforce import hours
from pch_desktop.domain.workforce_people import Registered
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural, written
from pch_desktop.reports.workforce import PEOPLE
from pch_desktop.reports.workforce_records import expired, expired_words
from pch_desktop.store import workforce
from pch_desktop.store.workforce import PersonRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.workforce import asks
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.list_export import ListExport
from pch_desktop.ui.sections.workforce.person_side import PersonSide
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first, switch

KEY = "workforce people"
MOST_NAMED = 3
READS = frozenset({"person", "assignment", "post", "role", "deployment", "practice", "service"})
EMPTY = (
    "Name the people who work for the locality, whoever employs them. No more is kept of anybody "
    "than running the team needs."
)


class PeopleView(Sheet):
    """Everybody by name, with what they hold on the day."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        self.rows: Sequence[PersonRow] = ()
        self._is_begun = False
        edits = Edits(desk, asks.PEOPLE_EDITS, asks.add_person, asks.remove_people)
        self.model: TableModel[PersonRow] = TableModel(PEOPLE, edits, noun="person")
        self.grid = Grid(desk, self.model, "People", key=KEY)
        self.side = PersonSide(desk, at, self.grid.strip)
        super().__init__(desk, self.grid, self.side)
        hide_at_first(desk, self.grid, KEY, "birth_year", "work_email")
        self._empty = EmptyState(desk, "population", EMPTY, ("Add the first person", self._begin))
        self.toolbar.add("Filter", "filter", self.grid.open_filter, "Find people (Ctrl+F)")
        self._now = switch(self.toolbar, "In post now", "workforce", lambda _on: self._show())
        self._now.setToolTip("Only people who hold a post on the day")
        self.toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        self.toolbar.add("Add person", "plus", self._begin, "Add person (Ctrl++)")
        self.export = ListExport(self, self.grid, "People", self._at_words)
        self.grid.row_changed.connect(self.side.show_person)
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show the people of the day."""
        self.rows = self._desk.file.read(workforce.people, self._at.day)
        self.show_empty(self._empty, is_empty=not self.rows and not self._is_begun)
        self._show()
        self._tell_expired()

    def _tell_expired(self) -> None:
        """Mark and list whose registration has ended though they hold a post; never refuse it."""
        ended = expired(self.rows)
        self.grid.show_troubles(
            {(row.id, "registration_expires_on"): expired_words(row) for row in ended}
        )
        if not ended:
            self.strip.hide()
            return
        count = len(ended)
        words = f"{plural(count, 'registration')} {'has' if count == 1 else 'have'} ended"
        named = ", ".join(row.name for row in ended[:MOST_NAMED])
        more = f" and {count - MOST_NAMED} more" if count > MOST_NAMED else ""
        self.strip.tell(f"{words}: {named}{more}.", Tone.WARNING,
                        ("Show them", self.show_expired))  # fmt: skip

    def show_expired(self) -> None:
        """Show only people whose registration has ended."""
        self.grid.filter.keep("registered", written(Registered.ENDED.value, Kind.RATING))
        self.grid.setFocus()

    def _at_words(self) -> str:
        return f"At {written(self._at.day, Kind.DATE)}"

    def show_record(self, person_id: int) -> None:
        """Go to a person."""
        if self._now.isChecked():
            self._now.click()
        self.grid.select_record(person_id)

    def _begin(self) -> None:
        self._is_begun = True
        self.show_empty(self._empty, is_empty=False)
        self.grid.add()

    def _show(self) -> None:
        here = [row for row in self.rows if row.posts]
        self.model.show(here if self._now.isChecked() else self.rows)
        words = f"{plural(len(self.rows), 'person', 'people')}, {len(here):,} hold a post"
        minutes = sum(row.volunteer_minutes for row in here)
        if minutes:
            words += f"; volunteers give {written(hours(minutes), Kind.NUMBER)} hours a week"
        self.toolbar.set_aside(words if self.rows else "")
