"""Who is in which team, and who is in none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pch_desktop.reports.words import plural
from pch_desktop.reports.workforce_teams import MEMBERS, NO_TEAM
from pch_desktop.store import workforce
from pch_desktop.store.workforce import MemberRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.team_asks import MEMBER_EDITS, Known, remove_members
from pch_desktop.ui.sections.workforce.teams import READS
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import switch, worded
from pch_desktop.ui.table_sheet import TableSheet

KEY = "workforce team members"
PURPOSE = "Put people into the teams you have named under Teams."
GROUPS: Mapping[str, Callable[[MemberRow], str]] = {
    "team": lambda row: row.team or NO_TEAM,
    "employer": lambda row: row.employer or "No employer named",
    "role": lambda row: row.role or "Not in post",
}


class MembersView(TableSheet):
    """A line for each person in each team; those in post and in no team stand below."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        self._known = Known()
        self._members: Sequence[MemberRow] = ()
        self._without: Sequence[MemberRow] = ()
        edits: Edits[MemberRow] = Edits(desk, MEMBER_EDITS, self._known.add_member, remove_members)
        self.model: TableModel[MemberRow] = TableModel(MEMBERS, edits, noun="membership")
        super().__init__(Grid(desk, self.model, "Who is in which team", key=KEY))
        self._alone = switch(self.toolbar, NO_TEAM, "warning", lambda _on: self._show())
        self._alone.setToolTip("Only people who hold a post on the day and are in no team")
        self.add_groups(GROUPS)
        self.add_columns()
        self.add_adding("Put somebody in a team")
        self.offer_beginning("group", PURPOSE, "Put somebody in a team")
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show who is in which team on the day."""
        read, day = self._desk.file.read, self._at.day
        self._known.know(read(workforce.person_names))
        self.model.columns = worded(
            self.model.columns,
            person=self._known.people,
            team=read(workforce.team_names),
        )
        self._members = [row for row in read(workforce.team_members, day) if row.belongs]
        self._without = read(workforce.in_no_team, day)
        missing = read(workforce.practices_without_team)
        if missing:
            self.strip.tell(f"Practices without a team: {', '.join(missing)}.", Tone.NOTE)
        else:
            self.strip.hide()
        self._show()

    def show_record(self, member_id: int) -> None:
        """Go to a membership."""
        if self._alone.isChecked():
            self._alone.click()
        self.grid.select_record(member_id)

    def _show(self) -> None:
        alone = self._alone.isChecked()
        self.show_rows(self._without if alone else (*self._members, *self._without))
        people = len({row.person_id for row in self._members})
        words = f"{plural(people, 'person', 'people')} in teams, {len(self._without):,} in none"
        self.toolbar.set_aside(words if self._members or self._without else "")
