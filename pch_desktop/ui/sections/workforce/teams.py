"""Named teams: who leads the team of a practice, and who is in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural, written
from pch_desktop.reports.workforce_teams import GONE, TEAMS, answer
from pch_desktop.store import population, workforce
from pch_desktop.store.workforce import MemberRow, TeamRow
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import label
from pch_desktop.ui.pill import BETTER, NEAR, WORSE, Standing
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.team_asks import Known, remove_teams
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import worded
from pch_desktop.ui.table_sheet import TableSheet

KEY = "workforce teams"
READS = frozenset(
    {"team", "team_member", "person", "assignment", "deployment", "post", "role", "partner",
     "practice", "site"}
)  # fmt: skip
WIDTH = 276
EACH = "A team for each practice"
EACH_HINT = (
    "Propose a team for each practice that has none, of everybody whose time goes there on the "
    "day. It is one step: change it, or take it back with Ctrl+Z."
)
PURPOSE = "Name teams, so that “who is my team?” has an answer."


class TeamsView(TableSheet):
    """The named teams, and at the side who is in the one chosen."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        self.known = Known()
        edits = Edits(desk, self.known.team_edits(), self.known.add_team, remove_teams)
        self.model: TableModel[TeamRow] = TableModel(TEAMS, edits, noun="team")
        self.side = TeamSide(desk, at)
        super().__init__(Grid(desk, self.model, "Teams", key=KEY), self.side)
        each = self.toolbar.add(EACH, "group", self.propose, EACH_HINT)
        each.setEnabled(not desk.is_read_only)
        self.add_columns()
        self.add_adding("Add team")
        self._empty = EmptyState(
            desk, "group", PURPOSE, (EACH, self.propose), also=("Add one yourself", self.begin)
        )
        self.grid.row_changed.connect(self.side.show_team)
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show the teams of the day; a lead who is not in post is marked."""
        read, day = self._desk.file.read, self._at.day
        self.known.know(read(workforce.person_names))
        self.model.columns = worded(
            self.model.columns,
            practice=[row.name for row in read(population.practices, self._desk.month)],
            lead=self.known.people,
        )
        rows = read(workforce.teams, day)
        self.side.know(read(workforce.team_members, day))
        self.show_rows(rows)
        gone = [row for row in rows if row.lead_is_gone]
        self.grid.show_troubles({(row.id, "lead"): GONE.format(row.lead, row.name) for row in gone})
        self._tell(rows, read(workforce.practices_without_team))

    def propose(self) -> None:
        """Name a team for each practice that has none."""
        done = self._desk.edit(EACH, workforce.add_team_for_each_practice, self._at.day)
        if done is not None:
            count = plural(done.result, "team")
            self._desk.say(f"{count} proposed. Look who leads each, and change what is not so.")

    def show_record(self, team_id: int) -> None:
        """Go to a team."""
        self.grid.select_record(team_id)

    def _tell(self, rows: Sequence[TeamRow], missing: Sequence[str]) -> None:
        leads = sum(row.lead is not None for row in rows)
        self.toolbar.set_aside(
            f"{plural(len(rows), 'team')}, {leads:,} with a lead" if rows else ""
        )
        if rows and missing:
            self.strip.tell(f"Practices without a team: {', '.join(missing)}.", Tone.NOTE)
        else:
            self.strip.hide()


class Member(QWidget):
    """One member: who it is, and under the name what they do, for whom, and their address."""

    def __init__(self, row: MemberRow) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 3, 0, 3)
        column.setSpacing(0)
        column.addWidget(label(row.person, "strong", wrap=True))
        role = row.role or "Not in post on the day"
        for words in (", ".join(filter(None, (row.part, role))), row.employer, row.work_email):
            if words:
                column.addWidget(label(words, "small", wrap=True))


class TeamSide(Inspector):
    """One team: the answer to who somebody's team is, and its members."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        super().__init__(desk, "Choose a team to see who leads it and who is in it.", WIDTH)
        self._desk, self._at = desk, at
        self._members: Sequence[MemberRow] = ()
        self.sentence = self.add(label("", "lead", wrap=True))
        self.add(label("Who is in it", "small"))
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)
        holder = QWidget()
        holder.setLayout(self._list)
        holder.setAccessibleName("Members of the team")
        self.add(holder)

    @property
    def shown(self) -> Sequence[Member]:
        """The members in sight."""
        return self.findChildren(Member)

    def know(self, members: Sequence[MemberRow]) -> None:
        """Take note of who is in which team on the day."""
        self._members = [row for row in members if row.belongs]

    def show_team(self, row: TeamRow | None) -> None:
        """Show a team, or say how to choose one."""
        if row is None:
            self.show_nothing()
            return
        self.show_record(row.name, standing(row), changed(self._desk, "team", row.id))
        self.sentence.setText(answer(row, written(self._at.day, Kind.DATE)))
        here = [one for one in self._members if one.team_id == row.id]
        self._show_members(sorted(here, key=lambda one: (one.person_id != row.lead_id, one.person)))

    def _show_members(self, rows: Sequence[MemberRow]) -> None:
        for part in self.shown:
            self._list.removeWidget(part)
            part.setParent(None)
            part.deleteLater()
        for row in rows:
            self._list.addWidget(Member(row))


def standing(row: TeamRow) -> Standing:
    """Return how a team stands: led, without a lead, or led by somebody who is gone."""
    if row.lead is None:
        return Standing(NEAR, "No lead yet")
    if row.lead_is_gone:
        return Standing(WORSE, "Its lead is not in post")
    return Standing(BETTER, "Has a lead")
