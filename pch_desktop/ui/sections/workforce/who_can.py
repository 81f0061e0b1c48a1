"""Who can do what: people by competencies, typed in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QMenu, QStackedWidget

from pch_desktop.domain.workforce_skills import CompetencyKind, typed_level
from pch_desktop.reports import workforce_who_can as report
from pch_desktop.reports.table import Kind, Value
from pch_desktop.reports.words import shown
from pch_desktop.reports.workforce_skills import skills
from pch_desktop.reports.workforce_who_can import PersonSkillsRow, column_key
from pch_desktop.store.workforce import AbilityRow, CompetencyRow
from pch_desktop.ui.changed import changed
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.fields import line_field
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.pill import BETTER, NEAR, UNKNOWN, WORSE, Standing
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.skill_asks import of_ability, of_level
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import Index, TableModel

KEY = "workforce who can do what"
READS = frozenset(
    {"person", "assignment", "post", "role", "competency", "competency_role", "person_competency",
     "team", "team_member"}
)  # fmt: skip
WIDTH = 236
EMPTY = (
    "Name the competencies people need first. Then type here how far each has come, from 0 none "
    "to 4 can teach."
)
HINT = (
    "Choose a level to see since when and until when it holds. Type 0 to 4 or the word: it is "
    "assessed on the day shown."
)
ALL_KINDS, ALL_ROLES, ALL_TEAMS = "all kinds", "all roles", "all teams"


class LevelsModel(TableModel[PersonSkillsRow]):
    """People by competencies; a level may be typed as its number or its word."""

    def read(self, column: int, text: str) -> Value:
        """Return the value a text means in a column; Refusal otherwise."""
        if competency_of(self.columns[column].key) is None:
            return super().read(column, text)
        found = typed_level(text)
        return None if found is None else str(found.value)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what Qt asks of a cell; a level is told in words to ear and mouse."""
        row = self.row_at(index.row())
        told = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole
        competency_id = competency_of(self.columns[index.column()].key)
        if row is None or competency_id is None or role not in told:
            return super().data(index, role)
        return f"{row.name}, {self.columns[index.column()].title}: {row.told(competency_id)}"


def competency_of(key: str) -> int | None:
    """Return the key of the competency a column is of; None for the columns before."""
    number = key.removeprefix(column_key(0)[:-1])
    return int(number) if number.isdigit() else None


class WhoCanView(Sheet):
    """Everybody in post with their levels, by kind of competency, role and team."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        self._stage = QStackedWidget()
        self.grid: Grid | None = None
        self.rows: Sequence[PersonSkillsRow] = ()
        self._known: Sequence[CompetencyRow] = ()
        self._kind, self._role, self._team = CompetencyKind.MANDATORY.value, ALL_ROLES, ALL_TEAMS
        self.side = LevelSide(desk)
        super().__init__(desk, self._stage, self.side)
        action = ("Name the competencies", lambda: desk.visit("workforce", "Competencies"))
        self._empty = EmptyState(desk, "workforce", EMPTY, action)
        add = self.toolbar
        add.add("Filter", "filter", self._filter, "Find people (Ctrl+F)")
        self._kinds = add.add_menu("All kinds", "columns", self._kind_menu)
        self._roles = add.add_menu("All roles", "workforce", self._role_menu)
        self._teams = add.add_menu("All teams", "group", self._team_menu)
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show the people and levels of the day."""
        known = skills(self._desk.file, self._at.day)
        self._known = known.competencies
        self.rows = report.people(known)
        self.show_empty(self._empty, is_empty=not self._known)
        if not any(row.kind.value == self._kind for row in self._known):
            self._kind = ALL_KINDS
        self._show()

    def choose_kind(self, words: str) -> None:
        """Show the competencies of a kind only."""
        self._kind = words
        self._show()

    def choose_role(self, words: str) -> None:
        """Show the people of a role only."""
        self._role = words
        self._show()

    def choose_team(self, words: str) -> None:
        """Show the people of a team only."""
        self._team = words
        self._show()

    def show_record(self, person_id: int) -> None:
        """Go to a person."""
        self._role, self._team = ALL_ROLES, ALL_TEAMS
        self._show()
        if self.grid is not None:
            self.grid.select_record(person_id)

    def _show(self) -> None:
        kind = None if self._kind == ALL_KINDS else CompetencyKind(self._kind)
        competencies = report.of_kind(self._known, kind)
        rows = [
            row
            for row in self.rows
            if (self._role == ALL_ROLES or self._role in row.roles)
            and (self._team == ALL_TEAMS or self._team in row.teams)
        ]
        grid = self._grid_of(competencies)
        grid.model.show(rows)
        for verb, words in (
            (self._kinds, self._kind), (self._roles, self._role), (self._teams, self._team),
        ):  # fmt: skip
            show_choice(verb, shown(words))
        self.toolbar.set_aside(report.finding(rows, competencies))
        self._tell_cell()

    def _grid_of(self, competencies: Sequence[CompetencyRow]) -> Grid:
        """Return the table for these competencies, made again where its columns differ."""
        columns = report.columns(competencies)
        edits: Edits[PersonSkillsRow] = Edits(
            self._desk, {column_key(row.id): of_level(row, self._at.day) for row in competencies}
        )
        old = self.grid
        if old is not None and _titles(old) == [(each.key, each.title) for each in columns]:
            old.model.columns, old.model.edits = columns, edits
            return old
        model = LevelsModel(columns, edits, noun="person")
        made = Grid(self._desk, model, "Who can do what", key=f"{KEY} {self._kind}")
        if not any(row.teams for row in self.rows):
            made.columns.hide("teams")
        made.view.selectionModel().currentChanged.connect(self._tell_cell)
        model.arranged.connect(self._tell_cell)
        self.grid = made
        self._stage.addWidget(made)
        self._stage.setCurrentWidget(made)
        self._stage.setFocusProxy(made)
        if old is not None:
            self._stage.removeWidget(old)
            old.deleteLater()
        return made

    def _tell_cell(self, *_index: QModelIndex) -> None:
        if self.grid is None:
            return
        row, at = self.grid.current_row, self.grid.view.currentIndex().column()
        key = self.grid.model.columns[at].key if at >= 0 else ""
        competency_id = competency_of(key)
        found = next((each for each in self._known if each.id == competency_id), None)
        self.side.show_level(row, found)

    def _filter(self) -> None:
        if self.grid is not None:
            self.grid.open_filter()

    def _kind_menu(self) -> QMenu:
        there = {row.kind for row in self._known}
        words = [ALL_KINDS, *(kind.value for kind in CompetencyKind if kind in there)]
        return choice_menu(self, _worded(words), self._kind, self.choose_kind)

    def _role_menu(self) -> QMenu:
        roles = sorted({role for row in self.rows for role in row.roles})
        return choice_menu(self, _worded([ALL_ROLES, *roles]), self._role, self.choose_role)

    def _team_menu(self) -> QMenu:
        teams = sorted({team for row in self.rows for team in row.teams})
        return choice_menu(self, _worded([ALL_TEAMS, *teams]), self._team, self.choose_team)


class LevelSide(Inspector):
    """One person's level of one competency: since when and until when."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, HINT, WIDTH)
        self._desk = desk
        self._facts = self.add_facts("Competency", "Level", "Their role")
        self.assessed = self.add_field(
            line_field(desk, "Assessed on", of_ability("assessed_on", "assessment"), Kind.DATE)
        )
        self.expires = self.add_field(
            line_field(desk, "Expires on", of_ability("expires_on", "expiry"), Kind.DATE)
        )

    def show_level(self, row: PersonSkillsRow | None, competency: CompetencyRow | None) -> None:
        """Show a level, or say how to choose one."""
        if row is None or competency is None:
            self.show_nothing()
            return
        held = row.abilities.get(competency.id)
        words = changed(self._desk, "person_competency", held.id) if held else ""
        self.show_record(row.name, _standing(row, held), words)
        needs = "needs it" if competency.id in row.needed else "does not need it"
        self._facts.show_facts(competency.name, row.told(competency.id).partition(",")[0], needs)
        for field, day in (
            (self.assessed, held.assessed_on if held else None),
            (self.expires, held.expires_on if held else None),
        ):
            field.setVisible(held is not None)
            field.show_value(held, day)


def _standing(row: PersonSkillsRow, held: AbilityRow | None) -> Standing | None:
    if held is None:
        return Standing(UNKNOWN, "Not known")
    if held.ability.has_lapsed(row.on):
        return Standing(WORSE, "Lapsed")
    if held.ability.ends_soon(row.on):
        return Standing(NEAR, "Ends within 90 days")
    return Standing(BETTER, "Holds") if held.level else Standing(UNKNOWN, "None")


def _titles(grid: Grid) -> list[tuple[str, str]]:
    return [(column.key, column.title) for column in grid.model.columns]


def _worded(words: Sequence[str]) -> list[tuple[str, str]]:
    return [(each, shown(each)) for each in words]
