"""Vacancies and their filling, starters and leavers, in a file."""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import ContractKind, LeavingReason, PostStatus, RecruitmentOutcome
from pch_desktop.domain.workforce_flow import Flow, changes, team
from pch_desktop.domain.workforce_recruitment import Stage
from pch_desktop.models.workforce import Assignment
from pch_desktop.store import trail, workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import (
    AssignmentRow,
    Leaver,
    Newcomer,
    RecruitmentRow,
    VacancyRow,
)
from tests import localities

APRIL, OCTOBER = date(2016, 4, 1), date(2016, 10, 31)
JULY = date(2016, 7, 31)


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """Three nurses in three posts."""
    file = localities.made(path)
    yield file
    file.close()


@pytest.fixture
def vacant(file: LocalityFile) -> int:
    """The recruitment of the third nurse's post, who left in July; its key."""
    leaver = Leaver(3, JULY, LeavingReason.RETIREMENT)
    file.edit("Leave", workforce.record_leaver, leaver)
    rest: dict[str, object] = {"advertised_on": date(2016, 8, 10), "mitigation": "Bank shifts"}
    return file.edit("Fill", workforce.add_recruitment, "n3", date(2016, 8, 1), rest=rest)


def refusal(file: LocalityFile, command: Callable[..., Any], *args: Any, **more: Any) -> str:
    before = file.read(localities.state)
    with pytest.raises(Refusal) as refused:
        file.edit("Try", command, *args, **more)
    assert file.read(localities.state) == before
    return str(refused.value)


def recruitment(file: LocalityFile, on: date = OCTOBER) -> RecruitmentRow:
    (row,) = file.read(workforce.recruitments, on)
    return row


def vacancy(file: LocalityFile, on: date = OCTOBER) -> VacancyRow:
    (row,) = file.read(workforce.vacancies, on)
    return row


def held(file: LocalityFile, person_id: int) -> list[AssignmentRow]:
    return [row for row in file.read(workforce.assignments) if row.person_id == person_id]


# Recruitment


def test_a_vacancy_says_since_when_how_far_and_what_is_done(
    file: LocalityFile, vacant: int
) -> None:
    row = vacancy(file)
    assert (row.post.reference, row.vacant_wte) == ("N3", Decimal(1))
    assert (row.since, row.days_vacant) == (date(2016, 8, 1), 91)
    assert (row.stage, row.mitigation) == (Stage.ADVERTISED, "Bank shifts")
    assert row.may_be_filled
    assert recruitment(file).id == vacant


def test_a_vacancy_nobody_recruits_for_is_not_advertised_and_vacant_since_the_last_one_left(
    file: LocalityFile,
) -> None:
    file.edit("Leave", workforce.record_leaver, Leaver(3, JULY))
    row = vacancy(file)
    assert (row.stage, row.since, row.mitigation) == (
        Stage.NOT_ADVERTISED, date(2016, 8, 1), None,
    )  # fmt: skip


def test_a_post_that_nobody_ever_held_is_vacant_since_it_is_funded(file: LocalityFile) -> None:
    rest: dict[str, object] = {"funded_from": date(2016, 9, 1)}
    role = file.read(workforce.roles)[0].name
    post_id = file.edit("Add", workforce.add_post, role, Decimal(1), rest=rest)
    assert vacancy(file).since == date(2016, 9, 1)
    file.edit("Change", workforce.set_post, post_id, "funded_from", None)
    row = vacancy(file)
    assert row.since is row.days_vacant is None


def test_a_frozen_or_kept_post_may_not_be_filled(file: LocalityFile, vacant: int) -> None:
    file.edit("Freeze", workforce.set_post, 3, "status", PostStatus.FROZEN)
    assert not vacancy(file).may_be_filled
    file.edit("Thaw", workforce.set_post, 3, "status", PostStatus.ACTIVE)
    file.edit("Keep", workforce.set_post, 3, "is_recruitable", False)
    assert not vacancy(file).may_be_filled
    assert recruitment(file).id == vacant


def test_every_field_of_a_recruitment_can_be_changed(file: LocalityFile, vacant: int) -> None:
    values: dict[str, object] = {
        "vacant_from": date(2016, 8, 2),
        "advertised_on": date(2016, 8, 20),
        "closes_on": date(2016, 9, 2),
        "interviews_on": date(2016, 9, 12),
        "offered_on": date(2016, 9, 13),
        "starts_on": date(2016, 12, 1),
        "outcome": RecruitmentOutcome.FILLED,
        "readvertised": 2,
        "mitigation": "An agency nurse",
    }
    for field, value in values.items():
        file.edit("Change", workforce.set_recruitment, vacant, field, value)
    row = recruitment(file)
    kept = {field: getattr(row.steps, field, None) for field in values}
    kept |= {"readvertised": row.readvertised, "mitigation": row.mitigation}
    assert kept == values
    assert row.stage is Stage.AGREED
    assert recruitment(file, date(2016, 12, 1)).is_over


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("closes_on", date(2016, 8, 1), "The closing date cannot be before the advert of 10 Aug"),
        ("starts_on", date(2016, 7, 1), "The start cannot be before the advert of 10 Aug 2016."),
        ("outcome", RecruitmentOutcome.FILLED, "Enter the day they start before the post counts"),
        ("vacant_from", None, "Enter the day the post falls vacant."),
        ("readvertised", -1, "Enter how often it was advertised again, from 0 to 99."),
        ("readvertised", None, "Enter how often it was advertised again, from 0 to 99."),
    ],
)
def test_a_recruitment_that_cannot_be_is_refused(
    file: LocalityFile, vacant: int, field: str, value: object, sentence: str
) -> None:
    said = refusal(file, workforce.set_recruitment, vacant, field, value)
    assert said.startswith(sentence)


def test_a_start_before_the_vacancy_is_refused(file: LocalityFile, vacant: int) -> None:
    file.edit("Change", workforce.set_recruitment, vacant, "advertised_on", date(2016, 5, 2))
    said = refusal(file, workforce.set_recruitment, vacant, "starts_on", JULY)
    assert said.startswith("Nobody can start before the post falls vacant on 1 Aug 2016.")
    newcomer = Newcomer("T. Rook", JULY, 2250)
    assert refusal(file, workforce.fill, vacant, newcomer) == said


def test_a_post_is_filled_once_at_a_time(file: LocalityFile, vacant: int) -> None:
    said = refusal(file, workforce.add_recruitment, "N3", OCTOBER)
    assert said.startswith("N3 is being filled already.")
    file.edit("Give up", workforce.set_recruitment, vacant, "outcome", RecruitmentOutcome.WITHDRAWN)
    file.edit("Again", workforce.add_recruitment, "N3", OCTOBER)
    outcome = (vacant, "outcome", RecruitmentOutcome.OPEN)
    assert refusal(file, workforce.set_recruitment, *outcome) == said


def test_a_post_that_is_not_there_cannot_be_filled(file: LocalityFile) -> None:
    said = refusal(file, workforce.add_recruitment, "X9", OCTOBER)
    assert said.startswith("There is no post called “X9”.")


def test_advertising_again_takes_back_what_followed_and_counts(
    file: LocalityFile, vacant: int
) -> None:
    file.edit("Change", workforce.set_recruitment, vacant, "closes_on", date(2016, 9, 1))
    file.edit("Again", workforce.advertise_again, vacant, date(2016, 10, 3))
    row = recruitment(file)
    assert (row.readvertised, row.steps.advertised_on, row.steps.closes_on) == (
        1, date(2016, 10, 3), None,
    )  # fmt: skip
    said = refusal(file, workforce.advertise_again, vacant, date(2016, 10, 3))
    assert said.startswith("It is advertised again after the last advert.")
    file.edit("Change", workforce.set_recruitment, vacant, "advertised_on", None)
    assert refusal(file, workforce.advertise_again, vacant, OCTOBER).startswith("Nobody has")


def test_recruitments_are_deleted_and_go_with_their_post(file: LocalityFile, vacant: int) -> None:
    file.edit("Delete", workforce.remove_recruitments, [vacant])
    assert file.read(workforce.recruitments, OCTOBER) == []
    file.undo()
    file.edit("Delete post", workforce.remove_posts, [3])
    assert file.read(workforce.recruitments, OCTOBER) == []


# Starters


def test_a_starter_fills_the_post_in_one_step_for_all_that_is_vacant(
    file: LocalityFile, vacant: int
) -> None:
    before = file.read(localities.state)
    file.edit("Start", workforce.fill, vacant, Newcomer("T. Rook", date(2016, 11, 7)))
    row = recruitment(file, date(2016, 11, 7))
    assert (row.stage, row.days_vacant) == (Stage.FILLED, 98)
    assert file.read(workforce.vacancies, date(2016, 11, 7)) == []
    (new,) = [each for each in file.read(workforce.assignments) if each.person == "T. Rook"]
    assert (new.post, new.starts_on, new.wte) == ("N3", date(2016, 11, 7), Decimal(1))
    assert file.read(workforce.fill_days, JULY, date(2016, 11, 30)) == [98]
    file.undo()
    assert file.read(localities.state) == before


def test_somebody_already_in_the_file_can_start_in_a_second_post(
    file: LocalityFile, vacant: int
) -> None:
    file.edit("Start", workforce.fill, vacant, Newcomer(1, date(2016, 11, 7), 1125))
    assert [row.post for row in held(file, 1)] == ["N1", "N3"]
    log = changes(
        file.read(workforce.stints, OCTOBER, date(2016, 11, 30)), OCTOBER, date(2016, 11, 30)
    )
    assert [(each.flow, each.heads) for each in log] == [(Flow.MORE, 0)]


def test_a_second_holder_of_a_full_post_needs_hours_of_their_own(file: LocalityFile) -> None:
    said = refusal(file, workforce.record_starter, 1, Newcomer("T. Rook", OCTOBER))
    assert said.startswith("N1 has nothing vacant on 31 Oct 2016. Enter their hours a week")
    file.edit("Start", workforce.record_starter, 1, Newcomer("T. Rook", OCTOBER, 600))
    over = [row.over_wte for row in file.read(workforce.posts, OCTOBER) if row.over_wte]
    assert over == [Decimal("0.2667")]


def test_hours_of_400_are_refused(file: LocalityFile, vacant: int) -> None:
    said = refusal(file, workforce.fill, vacant, Newcomer("T. Rook", OCTOBER, 24_000))
    assert said == "Enter hours a week between 0 and 100, for example 37.5."


# Leavers


def test_a_leaver_ends_all_they_hold_in_one_step(file: LocalityFile) -> None:
    file.edit("Second", workforce.add_assignment, 2, 1, date(2016, 5, 1), 300)
    file.edit("Ended", workforce.add_assignment, 3, 1, APRIL, 300,
              rest={"ends_on": date(2016, 6, 30)})  # fmt: skip
    leaver = Leaver(1, OCTOBER, LeavingReason.RESIGNATION, "A practice outside")
    assert file.edit("Record that somebody leaves", workforce.record_leaver, leaver) == 2
    assert [(row.ends_on, row.leaving_reason) for row in held(file, 1)] == [
        (OCTOBER, LeavingReason.RESIGNATION),
        (date(2016, 6, 30), None),
        (OCTOBER, LeavingReason.RESIGNATION),
    ]
    assert file.read(trail.changes)[0].label == "Record that somebody leaves"
    file.undo()
    assert [row.ends_on for row in held(file, 1)] == [None, date(2016, 6, 30), None]


def test_one_of_several_jobs_can_end_alone(file: LocalityFile) -> None:
    second = file.edit("Second", workforce.add_assignment, 2, 1, date(2016, 5, 1), 300)
    leaver = Leaver(1, OCTOBER, LeavingReason.END_OF_TERM, assignment_id=second)
    assert file.edit("Leave", workforce.record_leaver, leaver) == 1
    assert [row.ends_on for row in held(file, 1)] == [None, OCTOBER]


def test_nobody_leaves_before_they_began_or_twice(file: LocalityFile) -> None:
    said = refusal(file, workforce.record_leaver, Leaver(1, date(2016, 3, 1)))
    assert (
        said == "Person Example 1 is in N1 only from 1 Apr 2016 on. Enter that day or a later one."
    )
    file.edit("Leave", workforce.record_leaver, Leaver(1, JULY))
    said = refusal(file, workforce.record_leaver, Leaver(1, OCTOBER))
    assert said == "Person Example 1 holds no post on 31 Oct 2016. Enter a day on which they do."


def test_an_end_before_a_start_is_refused(file: LocalityFile) -> None:
    said = refusal(file, workforce.set_assignment, 1, "ends_on", date(2016, 3, 1))
    assert said == "The assignment cannot end before it begins. Enter a later last day."


# Laws


@pytest.fixture(scope="module")
def team_file(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalityFile]:
    """A file whose assignments are written anew again and again."""
    file = localities.made(tmp_path_factory.mktemp("team") / "team.pch")
    yield file
    file.close()


DAYS = st.integers(0, 700).map(lambda at: date(2015, 6, 1) + timedelta(days=at))
KINDS = st.sampled_from(
    [ContractKind.PERMANENT, ContractKind.FIXED_TERM, ContractKind.BANK, ContractKind.VOLUNTEER,
     ContractKind.SECONDMENT_OUT]
)  # fmt: skip
ASSIGNMENTS = st.lists(
    st.tuples(
        st.integers(1, 3), st.integers(1, 3), DAYS, st.none() | st.integers(0, 400),
        st.sampled_from([450, 1125, 2250]), KINDS, st.none() | st.sampled_from(LeavingReason),
    ),
    max_size=10,
)  # fmt: skip


def _write(session: Session, told: list[tuple[Any, ...]]) -> None:
    session.execute(delete(Assignment))
    for post_id, person_id, starts_on, length, minutes, kind, reason in told:
        ends_on = None if length is None else starts_on + timedelta(days=length)
        session.add(
            Assignment(
                post_id=post_id, person_id=person_id, starts_on=starts_on, ends_on=ends_on,
                weekly_minutes=minutes, contract_kind=kind, leaving_reason=reason,
            )
        )  # fmt: skip


@given(told=ASSIGNMENTS, one=DAYS, other=DAYS)
def test_as_at_figures_of_a_file_agree_with_its_log(
    team_file: LocalityFile, told: list[tuple[Any, ...]], one: date, other: date
) -> None:
    team_file.edit("Write", _write, told)
    since, until = min(one, other), max(one, other)
    rows = team_file.read(workforce.stints, since, until)
    log = changes(rows, since, until)
    for day, gained in ((since, Decimal(0)), (until, sum((x.wte for x in log), Decimal(0)))):
        posts = team_file.read(workforce.posts, day)
        in_post = sum((row.in_post_wte for row in posts), Decimal(0))
        assert in_post == team(rows, day).wte
        assert in_post == team(rows, since).wte + gained
    heads = {row.id for row in team_file.read(workforce.people, until) if row.is_in_post}
    assert team(rows, since).heads + sum(x.heads for x in log) == len(heads)
