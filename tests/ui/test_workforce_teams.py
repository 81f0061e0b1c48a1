"""Teams on the screen: proposed, typed, taken back; who is in which; what roles improve."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import delete
from sqlalchemy.orm import Session

from pch_desktop.models.workforce import NetworkStaff
from pch_desktop.models.workforce_teams import RoleAim, Team
from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports.workforce_counts import beside_ours
from pch_desktop.reports.workforce_teams import teams_table
from pch_desktop.store import trail, workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.cell_roles import TROUBLE_ROLE
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.workforce.counts import BesideView, CensusView, PracticeStaffView
from pch_desktop.ui.sections.workforce.people import PeopleView
from pch_desktop.ui.sections.workforce.posts import PostsView
from pch_desktop.ui.sections.workforce.role_aims import AimsView
from pch_desktop.ui.sections.workforce.screen import WorkforceScreen
from pch_desktop.ui.sections.workforce.team_members import MembersView
from pch_desktop.ui.sections.workforce.teams import TeamsView
from pch_desktop.ui.style import Style
from tests.ui.conftest import OCTOBER
from tests.ui.driving import in_window

ON = OCTOBER.last
VIEWS = {
    "Teams/Teams": TeamsView,
    "Who is in which": MembersView,
    "What roles improve": AimsView,
    "Network census": CensusView,
    "Practice staff": PracticeStaffView,
    "Beside ours": BesideView,
}
SEDGE = "Sedge Lane Surgery"


@pytest.fixture
def screen(
    qtbot: QtBot, sample: LocalityFile, style: Style, preferences: PreferenceFile
) -> WorkforceScreen:
    """The section on the sample, shown."""
    return in_window(qtbot, WorkforceScreen(Desk(sample, OCTOBER, style, preferences)))


@pytest.fixture
def teams(screen: WorkforceScreen) -> TeamsView:
    view = screen.view("Teams/Teams")
    assert isinstance(view, TeamsView)
    return view


@pytest.fixture
def members(screen: WorkforceScreen) -> MembersView:
    view = screen.view("Who is in which")
    assert isinstance(view, MembersView)
    return view


@pytest.fixture
def aims(screen: WorkforceScreen) -> AimsView:
    view = screen.view("What roles improve")
    assert isinstance(view, AimsView)
    return view


def put(grid: Grid, line: int, key: str, text: str) -> str:
    """Type a text into a cell; return what is refused."""
    return grid.model.change_cell(line, grid.model.column_at(key), text)


def on_last(grid: Grid, key: str, text: str) -> str:
    return put(grid, grid.model.rowCount() - 1, key, text)


def labels(file: LocalityFile) -> list[str]:
    return [row.label for row in file.read(trail.changes)]


def watched(grid: Grid) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(grid.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def trouble(teams: TeamsView, team_id: int) -> str:
    """Return what is wrong with a team's lead."""
    model = teams.model
    index = model.index(model.line_of(team_id), model.column_at("lead"))
    return str(model.data(index, TROUBLE_ROLE))


def test_every_view_opens_and_every_control_has_a_name(screen: WorkforceScreen) -> None:
    for title, kind in VIEWS.items():
        view = screen.view(title)
        assert isinstance(view, kind)
        for each in (QAbstractButton, QLineEdit, QComboBox, Grid):
            for control in view.findChildren(each):
                shown = control.view if isinstance(control, Grid) else control
                if shown.isVisibleTo(view) and not shown.objectName().startswith("qt_"):
                    text = control.text() if isinstance(control, QAbstractButton) else ""
                    assert shown.accessibleName() or text, f"{title}: {control}"


# Teams


def test_the_side_answers_who_the_team_is_and_names_its_members(teams: TeamsView) -> None:
    row = next(row for row in teams.model.rows if row.practice == "Valley Health Centre")
    teams.show_record(row.id)
    assert teams.side.sentence.text().startswith("The team of Valley Health Centre is led by ")
    assert len(teams.side.shown) == row.members == 39
    first = teams.side.shown[0].findChildren(type(teams.side.sentence))
    assert [each.text() for each in first[:2]] == [row.lead, "Leads the team, GP partner"]
    assert any("@" in each.text() for each in first)


def test_the_screen_and_the_sheet_show_the_same_teams(
    teams: TeamsView, sample: LocalityFile
) -> None:
    printed = teams_table(sample, OCTOBER).rows
    assert [(row.name, row.members, row.wte, row.there_wte) for row in teams.model.rows] == [
        (row.name, row.members, row.wte, row.there_wte) for row in printed
    ]


def test_a_team_for_each_practice_is_proposed_by_the_keyboard_and_taken_back(
    teams: TeamsView, sample: LocalityFile
) -> None:
    tester = watched(teams.grid)
    assert teams.strip.sentence == f"Practices without a team: {SEDGE}."
    verb = next(each for each in teams.findChildren(QAbstractButton)
                if each.accessibleName() == "A team for each practice")  # fmt: skip
    verb.setFocus()
    QTest.keyClick(verb, Qt.Key.Key_Space)
    made = next(row for row in teams.model.rows if row.practice == SEDGE)
    assert (made.name, made.members, made.lead_role) == (f"{SEDGE} team", 12, "GP partner")
    assert labels(sample)[0] == "A team for each practice"
    assert teams.strip.isHidden()
    sample.undo()
    assert len(teams.model.rows) == 7
    assert not teams.strip.isHidden()
    assert tester.model() is teams.grid.model


def test_a_team_is_typed_changed_and_deleted(teams: TeamsView, sample: LocalityFile) -> None:
    said: list[str] = []
    teams.grid.model.refused.connect(said.append)
    on_last(teams.grid, "segment", "Children")
    assert said[-1] == "Enter the name of the team, or choose the practice it is for."
    on_last(teams.grid, "practice", SEDGE)
    made = next(row for row in teams.model.rows if row.practice == SEDGE)
    assert made.name == f"{SEDGE} team"
    line = teams.model.line_of(made.id)
    assert put(teams.grid, line, "lead", "T. Swift") == ""
    assert put(teams.grid, line, "lead", "Nobody Known").startswith("“Nobody Known” is not in")
    assert put(teams.grid, line, "name", "Acute Response Team").startswith("“Acute Response Team”")
    assert put(teams.grid, line, "lead", "") == ""
    assert labels(sample)[0] == f"Change lead of {SEDGE} team"
    teams.grid.select_record(made.id)
    teams.grid.remove()
    assert labels(sample)[0] == f"Delete {SEDGE} team"


def test_a_lead_who_has_left_is_marked(
    screen: WorkforceScreen, teams: TeamsView, sample: LocalityFile
) -> None:
    row = next(row for row in teams.model.rows if row.name == "Frailty team")
    held = next(one for one in sample.read(workforce.held, ON) if one.person_id == row.lead_id)
    sample.edit("Leave", workforce.set_assignment, held.id, "ends_on", OCTOBER.first)
    teams.show_record(row.id)
    assert "holds no post on the day" in trouble(teams, row.id)
    screen.at.choose(OCTOBER.first)
    assert trouble(teams, row.id) == ""


def test_without_teams_the_page_offers_to_propose_them(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    def none(session: Session) -> None:
        session.execute(delete(Team))

    sample.edit("None", none)
    view = screen.view("Teams/Teams")
    assert isinstance(view, TeamsView)
    assert view.grid.isHidden()
    verbs = [each for each in view.findChildren(QAbstractButton)
             if each.text() == "A team for each practice" and each.isVisible()]  # fmt: skip
    verbs[-1].click()
    assert len(view.model.rows) == 6
    assert not view.grid.isHidden()


# Who is in which


def test_people_in_no_team_are_listed_and_put_into_one(
    members: MembersView, sample: LocalityFile
) -> None:
    tester = watched(members.grid)
    alone = next(row for row in members.model.rows if row.team is None)
    assert alone.id == -alone.person_id
    line = members.model.line_of(alone.id)
    assert put(members.grid, line, "part", "Rota") == f"Choose the team of {alone.person} first."
    assert put(members.grid, line, "team", "Frailty team") == ""
    row = next(row for row in members.model.rows if row.person_id == alone.person_id)
    assert (row.team, row.id > 0) == ("Frailty team", True)
    line = members.model.line_of(row.id)
    assert put(members.grid, line, "starts_on", "1/10/2016") == ""
    assert "later last day" in put(members.grid, line, "ends_on", "30/9/2016")
    assert put(members.grid, line, "team", "Acute Response Team") == ""
    assert labels(sample)[0] == f"Change team of {alone.person}"
    members.grid.select_record(row.id)
    members.grid.remove()
    assert labels(sample)[0] == f"Delete {alone.person} from Acute Response Team"
    assert tester.model() is members.grid.model


def test_only_those_in_no_team_are_shown_on_request(
    members: MembersView, sample: LocalityFile
) -> None:
    verb = next(each for each in members.findChildren(QAbstractButton)
                if each.accessibleName() == "In no team")  # fmt: skip
    verb.click()
    assert {row.team for row in members.model.rows} == {None}
    assert len(members.model.rows) == len(sample.read(workforce.in_no_team, ON))
    first = members.model.rows[0]
    members.grid.select_record(first.id)
    members.grid.remove()
    assert members.grid.strip.sentence.startswith("They are in no team")
    members.show_record(1)
    assert not verb.isChecked()


def test_somebody_is_put_in_a_team_on_the_last_line(
    members: MembersView, sample: LocalityFile
) -> None:
    said: list[str] = []
    members.grid.model.refused.connect(said.append)
    on_last(members.grid, "person", "T. Swift")
    assert said[-1] == "Choose the team they join."
    on_last(members.grid, "team", "Frailty team")
    assert labels(sample)[0] == "Put T. Swift into Frailty team"
    on_last(members.grid, "person", "T. Swift")
    on_last(members.grid, "team", "Frailty team")
    assert "T. Swift is in this team already." in said[-1]


# What roles improve


def test_a_role_without_an_aim_is_given_one_on_its_own_line(
    aims: AimsView, sample: LocalityFile
) -> None:
    tester = watched(aims.grid)
    silent = next(row for row in aims.model.rows if row.measure is None)
    line = aims.model.line_of(silent.id)
    assert put(aims.grid, line, "contribution", "Helps").startswith("Enter first what")
    assert put(aims.grid, line, "measure", "Board papers on time") == ""
    made = next(row for row in aims.model.rows if row.role_id == silent.role_id)
    line = aims.model.line_of(made.id)
    assert put(aims.grid, line, "contribution", "Sends them out a week before") == ""
    assert labels(sample)[0] == f"Change way of what {silent.role} improves"
    column = aims.model.columns[aims.model.column_at("measure")]
    assert {"Board papers on time", "Named care plan for frail people"} <= set(column.words)
    assert tester.model() is aims.grid.model


def test_proposals_are_added_by_a_verb_once_and_never_by_themselves(
    aims: AimsView, sample: LocalityFile
) -> None:
    def none(session: Session) -> None:
        session.execute(delete(RoleAim))

    sample.edit("None", none)
    assert all(row.measure is None for row in aims.model.rows)
    aims.propose()
    told = [row for row in aims.model.rows if row.measure]
    assert len(told) > 20
    assert all(row.source for row in told)
    refused: list[str] = []
    aims.grid.desk.was_refused.connect(refused.append)
    aims.propose()
    assert refused[0].startswith("There is no proposal left")
    sample.undo()
    assert all(row.measure is None for row in aims.model.rows)


def test_a_person_and_a_post_say_what_they_are_here_to_improve(screen: WorkforceScreen) -> None:
    people = screen.view("People/People")
    assert isinstance(people, PeopleView)
    matron = next(row for row in people.rows if "Community matron" in row.posts)
    people.show_record(matron.id)
    assert people.side.aims.words == (
        "Emergency admissions of older people: looks after frail people at home\n"
        "Named care plan for frail people: writes the plan with the person"
    )
    posts = screen.view("Posts/Posts")
    assert isinstance(posts, PostsView)
    posts.show_record(next(row for row in posts.rows if row.role == "Practice nurse").id)
    assert posts.side.aims.words == "Nothing is written down for the role yet"


# National counts


def test_ours_stand_beside_the_national_count_as_in_the_sheet(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = screen.view("Beside ours")
    assert isinstance(view, BesideView)
    assert list(view.grid.model.rows) == beside_ours(sample, ON)
    total = view.grid.model.total(view.grid.model.columns[3])
    assert total is not None
    assert total.value == sum(row.our_wte for row in beside_ours(sample, ON))
    assert "not the same thing" in view.strip.sentence
    screen.at.choose(OCTOBER.first)
    assert list(view.grid.model.rows) == beside_ours(sample, OCTOBER.first)


def test_a_census_of_two_days_shows_the_change_and_either_day(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = screen.view("Network census")
    assert isinstance(view, CensusView)
    assert view.grid.isHidden()
    sample.edit("Count", _two_days)
    assert [(row.wte, row.change_wte) for row in view.grid.model.rows] == [(3, 1)]
    view.show_day("31 Mar 2016")
    assert [(row.wte, row.change_wte) for row in view.grid.model.rows] == [(2, None)]
    view.add_up_by("role")
    view.show_day("latest")
    assert [row.role for row in view.grid.model.rows] == ["Nurse", "Nurse lead"]


def _two_days(session: Session) -> None:
    for role, day, wte in (
        ("Nurse", date(2016, 3, 31), 2), ("Nurse", date(2016, 9, 30), 2),
        ("Nurse lead", date(2016, 9, 30), 1),
    ):  # fmt: skip
        session.add(
            NetworkStaff(network_code="U1", network_name="Marsh", counted_on=day,
                         staff_group="Nurses", role=role, wte=Decimal(wte), heads=wte)
        )  # fmt: skip
