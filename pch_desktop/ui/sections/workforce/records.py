"""Details of staff: whose are kept, whose have had their time, all that is held about one."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.reports.words import plural
from pch_desktop.reports.workforce_records import RECORDS, due, records_finding
from pch_desktop.store import workforce
from pch_desktop.store.workforce import RecordState, StaffRecordRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.person_export import choose_person_file, make_anonymous
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.table_parts import plain_grid
from pch_desktop.ui.table_sheet import TableSheet

KEY = "workforce records"
SETTINGS = "settings"
READS = frozenset({"person", "assignment", "post", "role", "setting"})
PURPOSE = (
    "Names of people who left are kept for a time and then taken out, by your choice, while posts, "
    "hours and money stay. Nobody is in the file yet."
)
WHAT_GOES = (
    "Names, codes, e-mails, registrations and competencies go for good, out of the history too; "
    "posts, hours and money stay. It cannot be undone, and backups still hold the names."
)


class RecordsView(TableSheet):
    """Everybody the file names, those whose time is over first."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        self.rows: Sequence[StaffRecordRow] = ()
        grid: Grid = plain_grid(desk, RECORDS, "Staff records", KEY, "person")
        super().__init__(grid)
        add = self.toolbar.add
        self.anonymise = add("Make them anonymous", "lock", self.ask, "The people selected")
        self.all_due = add("All due", "check", self.ask_due, "Everybody whose time is over")
        add("All about one person", "export", self.export, "All that is held, to a workbook")
        add("Lawful basis", "settings", self._settings, "And how long names are kept: Settings")
        for verb in (self.anonymise, self.all_due):
            verb.setEnabled(not desk.is_read_only)
        self.offer_beginning("workforce", PURPOSE, "Go to People")
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show whose details are kept, those due first, then by their last day."""
        read = self._desk.file.read
        self.rows = read(workforce.staff_records, self._at.day)
        order = {row.id: at for at, row in enumerate(due(self.rows))}
        self.show_rows(sorted(self.rows, key=lambda row: order.get(row.id, len(order))))
        self._tell()
        count = len(self.rows)
        named = sum(row.state is not RecordState.ANONYMOUS for row in self.rows)
        self.toolbar.set_aside(f"{plural(count, 'person', 'people')}, {named:,} named")

    def _tell(self) -> None:
        """Say whose names are to go."""
        words = records_finding(self.rows, self._desk.file.read(workforce.retention))
        self.strip.tell(words, Tone.NOTE, may_close=False)
        self.strip.setVisible(bool(self.rows))

    def begin(self) -> None:
        """Go where people are added."""
        self._desk.visit("workforce", "People")

    def show_record(self, person_id: int) -> None:
        """Go to a person."""
        self.grid.select_record(person_id)

    def ask(self) -> None:
        """Ask whether the people selected are to be made anonymous, those who hold no post."""
        model = self.grid.model
        chosen = [model.row_at(at) for at in self.grid.view.area().lines]
        rows = [row for row in chosen if row is not None]
        may = [row for row in rows if row.state in (RecordState.DUE, RecordState.KEPT)]
        if not may:
            self.grid.refuse("Select people who left. Whoever holds a post keeps their name.")
            return
        self._ask(may)

    def ask_due(self) -> None:
        """Ask whether everybody whose time is over is to be made anonymous."""
        if rows := due(self.rows):
            self._ask(rows)
        else:
            self.grid.say("Nobody's time is over yet.")

    def export(self) -> None:
        """Write all that is held about the person chosen."""
        row = self.grid.current_row
        if row is None:
            self.grid.refuse("Choose a person first.")
        else:
            choose_person_file(self._desk, self, self.grid.strip, row.id)

    def _ask(self, rows: Sequence[StaffRecordRow]) -> None:
        early = sum(row.state is RecordState.KEPT for row in rows)
        people = rows[0].name if len(rows) == 1 else f"{len(rows):,} people"
        before = f" {early:,} of them may still be kept." if early else ""
        self.strip.tell(
            f"Make {people} anonymous for good?{before} {WHAT_GOES}",
            Tone.WARNING,
            ("Keep the names", self._tell),
            ("Make anonymous for good", lambda: self._make_anonymous(rows)),
            may_close=False,
        )

    def _make_anonymous(self, rows: Sequence[StaffRecordRow]) -> None:
        self._tell()
        if make_anonymous(self._desk, [row.id for row in rows]):
            self.grid.say(f"{plural(len(rows), 'person is', 'people are')} anonymous now.")

    def _settings(self) -> None:
        self._desk.visit(SETTINGS, "")
