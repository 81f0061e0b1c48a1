"""Named teams, what roles improve, and where time goes, in the file."""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import ContractKind
from pch_desktop.domain.workforce_teams import ReadyAim
from pch_desktop.models.population import Practice, Site
from pch_desktop.models.workforce import Assignment, Deployment
from pch_desktop.store import trail, workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import MemberRow, Place, TeamRow
from tests import localities

ON = date(2016, 10, 31)
NURSE = "Nurse 100% ':x'"
ORCHARD, MARSH = "Orchard Lane Surgery", "Marsh Road"


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """Three nurses at Orchard Lane, a second practice with a site, nobody in a team."""
    made = localities.like(begun, path)
    yield made
    made.close()


def begun(path: Path) -> LocalityFile:
    """Make such a file; it is made once and copied."""
    made = localities.made(path)
    made.edit("Seed more", _more)
    return made


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalityFile]:
    """The sample, only read here."""
    made = localities.sample(tmp_path_factory.mktemp("sample") / "s.pch")
    yield made
    made.close()


def _more(session: Session) -> None:
    session.add(Practice(id=2, code="M81002", name=MARSH))
    session.flush()
    session.add(Site(id=1, name="Marsh annexe", practice_id=2))


def team(file: LocalityFile, team_id: int, on: date = ON) -> TeamRow:
    return next(row for row in file.read(workforce.teams, on) if row.id == team_id)


def members(file: LocalityFile, on: date = ON) -> list[MemberRow]:
    return [row for row in file.read(workforce.team_members, on) if row.belongs]


def refusal(file: LocalityFile, command: Callable[..., Any], *args: Any, **more: Any) -> str:
    before = file.read(localities.state)
    with pytest.raises(Refusal) as refused:
        file.edit("Try", command, *args, **more)
    assert file.read(localities.state) == before
    return str(refused.value)


# Where time goes


def test_time_that_is_not_split_goes_where_the_post_is_based(file: LocalityFile) -> None:
    rows = file.read(workforce.time_there, ON)
    assert [(row.practice_id, row.wte) for row in rows] == [(1, Decimal(1))] * 3
    assert {row.employer for row in rows} == {"Marsh Valley Federation"}


def test_time_is_split_over_practices_sites_and_services(file: LocalityFile) -> None:
    shares = {Place("M81001"): Decimal("0.5"), Place(site="Marsh annexe"): Decimal("0.5")}
    file.edit("Split", workforce.set_deployment, 1, shares)
    rows = [row for row in file.read(workforce.time_there, ON) if row.assignment_id == 1]
    assert {row.practice_id: row.wte for row in rows} == {1: Decimal("0.5"), 2: Decimal("0.5")}
    file.edit("End", workforce.set_assignment, 1, "ends_on", date(2016, 9, 30))
    assert all(row.assignment_id != 1 for row in file.read(workforce.time_there, ON))
    assert len(file.read(workforce.time_there, date(2016, 9, 30))) == 4


def test_time_by_practice_adds_up_to_the_wte_of_everybody_in_the_sample(
    sample: LocalityFile,
) -> None:
    rows = sample.read(workforce.time_there, ON)
    held = sample.read(workforce.held, ON)
    assert sum(row.wte for row in rows) == sum(row.wte for row in held)
    assert {row.assignment_id for row in rows} == {row.id for row in held}


# Teams


def test_a_team_has_a_lead_a_practice_and_its_people_with_their_time(file: LocalityFile) -> None:
    rest = {"practice": "orchard lane surgery", "lead": 1, "purpose": "Care of its people"}
    made = file.edit("Add", workforce.add_team, " Orchard  team ", rest=rest)
    shares = {Place("M81001"): Decimal("0.25"), Place("M81002"): Decimal("0.75")}
    file.edit("Split", workforce.set_deployment, 2, shares)
    for person_id in (1, 2):
        file.edit("Join", workforce.add_member, "Orchard team", person_id)
    row = team(file, made)
    assert (row.name, row.for_whom, row.lead, row.lead_role) == (
        "Orchard team", ORCHARD, "Person Example 1", NURSE,
    )  # fmt: skip
    assert (row.members, row.wte, row.there_wte) == (2, Decimal(2), Decimal("1.25"))
    assert not row.lead_is_gone
    assert file.read(workforce.practices_without_team) == [MARSH]
    assert [one.person for one in file.read(workforce.in_no_team, ON)] == ["Person Example 3"]


def test_a_member_counts_from_the_first_day_through_the_last(file: LocalityFile) -> None:
    made = file.edit("Add", workforce.add_team, "Frailty", rest={"segment": "Frail people"})
    days = {"starts_on": date(2016, 6, 1), "ends_on": date(2016, 8, 31), "part": "On the rota"}
    member = file.edit("Join", workforce.add_member, "Frailty", 1, rest=days)
    for day, count in ((date(2016, 5, 31), 0), (date(2016, 8, 31), 1), (date(2016, 9, 1), 0)):
        assert team(file, made, day).members == count
    assert team(file, made, date(2016, 6, 1)).there_wte is None
    file.edit("Longer", workforce.set_member, member, "ends_on", None)
    assert team(file, made).members == 1
    assert members(file)[0].part == "On the rota"


def test_nobody_is_in_a_team_twice_or_leaves_before_they_join(file: LocalityFile) -> None:
    file.edit("Add", workforce.add_team, "North")
    file.edit("Add", workforce.add_team, "South")
    first = file.edit("Join", workforce.add_member, "North", 1)
    second = file.edit("Join", workforce.add_member, "South", 1)
    twice = "Person Example 1 is in this team already. Change the days on their line instead."
    assert refusal(file, workforce.add_member, "north", 1) == twice
    assert refusal(file, workforce.set_member, second, "team", "North") == twice
    file.edit("From", workforce.set_member, first, "starts_on", date(2016, 6, 1))
    sentence = refusal(file, workforce.set_member, first, "ends_on", date(2016, 5, 31))
    assert sentence.endswith("Enter a later last day.")
    assert refusal(file, workforce.set_member, first, "team", None).startswith("Choose a team")
    assert "no team called “West”" in refusal(file, workforce.add_member, "West", 2)
    assert refusal(file, workforce.add_team, "North").startswith("“North” is already there.")


def test_a_lead_who_holds_no_post_on_the_day_is_told_apart(file: LocalityFile) -> None:
    made = file.edit("Add", workforce.add_team, "North", rest={"lead": 1})
    file.edit("End", workforce.set_assignment, 1, "ends_on", date(2016, 9, 30))
    assert team(file, made).lead_is_gone
    assert not team(file, made, date(2016, 9, 30)).lead_is_gone
    file.edit("Nobody", workforce.set_team, made, "lead", None)
    assert (team(file, made).lead, team(file, made).lead_is_gone) == (None, False)


def test_a_team_for_each_practice_is_one_step_of_whoever_works_there(file: LocalityFile) -> None:
    file.edit("Split", workforce.set_deployment, 3, {Place("M81002"): Decimal(1)})
    file.edit("Cover", workforce.set_assignment, 2, "contract_kind", ContractKind.LOCUM)
    steps = len(file.read(trail.changes))
    assert file.edit("Each", workforce.add_team_for_each_practice, ON) == 2
    assert len(file.read(trail.changes)) == steps + 1
    found = {row.name: row for row in file.read(workforce.teams, ON)}
    assert set(found) == {f"{ORCHARD} team", f"{MARSH} team"}
    assert [(row.team, row.person) for row in members(file)] == [
        (f"{MARSH} team", "Person Example 3"),
        (f"{ORCHARD} team", "Person Example 1"),
    ]
    assert file.read(workforce.practices_without_team) == []
    assert refusal(file, workforce.add_team_for_each_practice, ON).startswith("Every practice has")
    file.undo()
    assert file.read(workforce.teams, ON) == []


def test_a_proposal_takes_another_name_where_that_is_taken(file: LocalityFile) -> None:
    file.edit("Add", workforce.add_team, f"{MARSH} TEAM", rest={"practice": ORCHARD})
    file.edit("Each", workforce.add_team_for_each_practice, ON)
    assert f"{MARSH} team (M81002)" in {row.name for row in file.read(workforce.teams, ON)}


def test_people_stay_when_their_team_goes(file: LocalityFile) -> None:
    made = file.edit("Add", workforce.add_team, "North")
    member = file.edit("Join", workforce.add_member, "North", 1)
    assert "nothing to take out" in refusal(file, workforce.remove_members, (-1,))
    file.edit("Out", workforce.remove_members, (member, -2))
    assert members(file) == []
    file.edit("Join", workforce.add_member, "North", 1)
    file.edit("Gone", workforce.remove_teams, (made,))
    assert members(file) == []
    assert len(file.read(workforce.people, ON)) == 3


def test_the_practices_teams_of_the_sample_have_no_more_time_than_there_is(
    sample: LocalityFile,
) -> None:
    rows = [row for row in sample.read(workforce.teams, ON) if row.practice_id]
    there = sum(row.there_wte or Decimal(0) for row in rows)
    total = sum(row.wte for row in sample.read(workforce.time_there, ON) if row.practice_id)
    assert Decimal(0) < there <= total
    assert all((row.there_wte or 0) <= row.wte for row in rows)
    assert sample.read(workforce.practices_without_team) == ["Sedge Lane Surgery"]


# What roles improve


def test_a_role_in_post_without_an_aim_is_listed_until_it_has_one(file: LocalityFile) -> None:
    rows = file.read(workforce.role_aims, ON)
    assert [(row.id, row.role, row.measure, row.holders) for row in rows] == [(-1, NURSE, None, 3)]
    made = file.edit("Say", workforce.add_aim, NURSE, " Diabetes  control ", rest={"source": "Us"})
    row = file.read(workforce.role_aims, ON)[0]
    assert (row.id, row.measure, row.source) == (made, "Diabetes control", "Us")
    assert (row.holders, row.in_post_wte) == (3, Decimal(3))
    assert file.read(workforce.measures) == ["Diabetes control"]
    assert file.read(workforce.aims_of, [NURSE]) == [("Diabetes control", None)]


def test_a_measure_is_written_down_once_for_a_role(file: LocalityFile) -> None:
    first = file.edit("Say", workforce.add_aim, NURSE, "Access")
    second = file.edit("Say", workforce.add_aim, NURSE, "Diabetes control")
    assert "already" in refusal(file, workforce.add_aim, NURSE, "ACCESS")
    assert "already" in refusal(file, workforce.set_aim, second, "measure", "access")
    assert refusal(file, workforce.set_aim, first, "measure", " ").startswith("Enter the measure")
    assert "nothing to delete" in refusal(file, workforce.remove_aims, (-1,))
    file.edit("Gone", workforce.remove_aims, (first,))
    assert [row.measure for row in file.read(workforce.role_aims, ON)] == ["Diabetes control"]


def test_only_proposals_for_roles_that_posts_have_are_added_and_once(file: LocalityFile) -> None:
    ready = (
        ReadyAim("NURSE", "Diabetes control", "Supports people", "A source"),
        ReadyAim("WIZARD", "Magic", "By spells", "Another"),
    )
    assert file.edit("Ready", workforce.add_ready_aims, ready) == 1
    assert file.read(workforce.role_aims, ON)[0].source == "A source"
    assert "no proposal left" in refusal(file, workforce.add_ready_aims, ready)


def test_the_samples_measures_are_those_of_its_gain_share_and_those_typed(
    sample: LocalityFile,
) -> None:
    names = sample.read(workforce.measures)
    assert {"Staff who would stay", "GP appointments freed"} <= set(names)
    assert len(names) == len(set(names))


def test_a_second_job_has_its_time_where_it_is_deployed(file: LocalityFile) -> None:
    def deploy(session: Session) -> None:
        session.add(Assignment(id=9, post_id=1, person_id=3, starts_on=ON, weekly_minutes=1125))
        session.flush()
        session.add(Deployment(assignment_id=9, practice_id=2, share=Decimal(1)))

    file.edit("Second job", deploy)
    rows = [row for row in file.read(workforce.time_there, ON) if row.person_id == 3]
    assert {(row.practice_id, row.wte) for row in rows} == {(1, Decimal(1)), (2, Decimal("0.5"))}
