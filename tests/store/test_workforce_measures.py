"""What the measures are kept by: the locality's rules, and days lost by group."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import StaffGroup
from pch_desktop.models.population import Practice, Site
from pch_desktop.models.workforce import Post
from pch_desktop.store import population, workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import AbsenceGroup, Place, WorkforceRules
from tests import localities

OCTOBER = Month(2016, 10)
ON = OCTOBER.last
NURSES = AbsenceGroup(StaffGroup.NURSE)
OURS = AbsenceGroup(StaffGroup.NURSE, "Marsh Valley Federation")
THERE = AbsenceGroup(StaffGroup.NURSE, practice="Orchard Lane Surgery")


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """Three nurses in three posts, and a site of the practice."""
    file = localities.like(begun, path)
    yield file
    file.close()


def begun(path: Path) -> LocalityFile:
    """Make such a file; it is made once and copied."""
    file = localities.made(path)
    file.edit("More", _more)
    return file


def _more(session: Session) -> None:
    session.add(Site(id=1, name="Orchard House", practice_id=1))
    session.add(Practice(id=2, code="M81002", name="Ferry Road Surgery"))


def refused(file: LocalityFile, field: str, value: object) -> str:
    with pytest.raises(Refusal) as refusal:
        file.edit("Try", workforce.set_rule, field, value)
    return str(refusal.value)


def absent(file: LocalityFile, group: AbsenceGroup, field: str, value: object) -> None:
    file.edit("Days", workforce.set_absence, OCTOBER, group, field, value)


# How the locality counts


def test_what_nobody_has_chosen_is_as_usual(file: LocalityFile) -> None:
    rules = file.read(workforce.rules)
    assert rules == WorkforceRules()
    assert (rules.session_minutes, rules.retirement_age, rules.least_shown) == (250, 55, 5)
    assert not rules.counts_all_gps


def test_every_rule_can_be_chosen_and_undone(file: LocalityFile) -> None:
    for field, value in (
        ("session_minutes", 240),
        ("retirement_age", 60),
        ("least_shown", 10),
        ("counts_all_gps", True),
    ):
        file.edit("Choose", workforce.set_rule, field, value)
    rules = file.read(workforce.rules)
    assert rules == WorkforceRules(240, 60, 10, True)
    for _ in range(4):
        file.undo()
    assert file.read(workforce.rules) == WorkforceRules()


def test_a_blank_goes_back_to_what_is_usual(file: LocalityFile) -> None:
    file.edit("Choose", workforce.set_rule, "session_minutes", 240)
    file.edit("Choose", workforce.set_rule, "session_minutes", None)
    assert file.read(workforce.rules).session_minutes == 250


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("session_minutes", 4, "Enter the minutes of a GP session from 60 to 480"),
        ("retirement_age", 20, "Enter an age from 40 to 80"),
        ("least_shown", 0, "Enter how many people a group must have"),
    ],
)
def test_a_rule_that_cannot_be_is_refused(
    file: LocalityFile, field: str, value: object, sentence: str
) -> None:
    assert refused(file, field, value).startswith(sentence)
    assert file.read(workforce.rules) == WorkforceRules()


# Days lost


def test_days_of_a_group_are_begun_changed_and_taken_away(file: LocalityFile) -> None:
    absent(file, NURSES, "days_lost", Decimal("3.5"))
    (row,) = file.read(workforce.absences, OCTOBER, OCTOBER)
    assert (row.group, row.days_lost, row.days_available) == (NURSES, Decimal("3.5"), None)
    assert row.source == "Entered by hand"
    absent(file, NURSES, "days_available", 90)
    absent(file, NURSES, "source", "Staff return")
    (row,) = file.read(workforce.absences, OCTOBER, OCTOBER)
    assert (row.days_available, row.source) == (90, "Staff return")
    absent(file, NURSES, "days_lost", None)
    absent(file, NURSES, "days_available", None)
    assert file.read(workforce.absences, OCTOBER, OCTOBER) == []
    file.undo()
    assert len(file.read(workforce.absences, OCTOBER, OCTOBER)) == 1


def test_clearing_what_is_not_there_leaves_nothing(file: LocalityFile) -> None:
    absent(file, NURSES, "days_lost", None)
    assert file.read(workforce.absences, OCTOBER, OCTOBER) == []


def test_a_group_is_told_by_employer_and_by_practice(file: LocalityFile) -> None:
    absent(file, OURS, "days_lost", Decimal(2))
    absent(file, THERE, "days_lost", Decimal(1))
    rows = file.read(workforce.absences, OCTOBER, OCTOBER)
    assert [row.group for row in rows] == [THERE, OURS]
    file.edit("Delete", workforce.remove_absences, [rows[0].id])
    assert len(file.read(workforce.absences, OCTOBER, OCTOBER)) == 1
    assert file.read(workforce.absences, OCTOBER.plus(1), OCTOBER.plus(2)) == []


@pytest.mark.parametrize(
    ("first", "then", "sentence"),
    [
        (OURS, NURSES, "The days of nurse in October 2016 are told by employer or practice."),
        (NURSES, OURS, "The days of nurse in October 2016 are told for all of them together."),
    ],
)
def test_days_are_not_counted_twice(
    file: LocalityFile, first: AbsenceGroup, then: AbsenceGroup, sentence: str
) -> None:
    absent(file, first, "days_lost", Decimal(1))
    with pytest.raises(Refusal) as refusal:
        absent(file, then, "days_lost", Decimal(1))
    assert str(refusal.value).startswith(sentence)
    assert len(file.read(workforce.absences, OCTOBER, OCTOBER)) == 1


@pytest.mark.parametrize(
    ("group", "value", "sentence"),
    [
        (NURSES, Decimal(-1), "Enter days of 0 or more"),
        (NURSES, Decimal(10_000_000), "Enter days of 0 or more"),
        (NURSES, "many", "Enter days of 0 or more"),
        (AbsenceGroup(StaffGroup.NURSE, "Nobody"), 1, "There is no partner called “Nobody”."),
        (AbsenceGroup(StaffGroup.NURSE, practice="None"), 1, "There is no practice called"),
    ],
)
def test_days_that_cannot_be_are_refused(
    file: LocalityFile, group: AbsenceGroup, value: object, sentence: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        absent(file, group, "days_lost", value)
    assert str(refusal.value).startswith(sentence)
    assert file.read(workforce.absences, OCTOBER, OCTOBER) == []


def test_no_more_days_are_lost_than_there_are(file: LocalityFile) -> None:
    days = {"days_available": Decimal(10), "days_lost": Decimal(11)}
    with pytest.raises(Refusal, match="No more days can be lost than there are"):
        file.edit("Days", workforce.enter_absence, OCTOBER, NURSES, days)
    assert file.read(workforce.absences, OCTOBER, OCTOBER) == []


# Work, and where it goes


def test_time_follows_the_split_and_a_site_is_its_practice(file: LocalityFile) -> None:
    shares = {Place("M81002"): Decimal("0.4"), Place(site="Orchard House"): Decimal("0.6")}
    file.edit("Split", workforce.set_deployment, 1, shares)
    rows = {row.id: row for row in file.read(workforce.work_on, ON)}
    assert rows[1].wte_by_practice == {"M81001": Decimal("0.6"), "M81002": Decimal("0.4")}
    assert rows[2].wte_by_practice == {"M81001": 1}


def test_a_post_based_at_a_site_is_at_the_sites_practice(file: LocalityFile) -> None:
    def move(session: Session) -> None:
        post = session.get_one(Post, 1)
        post.practice_id, post.site_id = None, 1

    file.edit("Move", move)
    (first, *_) = file.read(workforce.work_on, ON)
    assert first.practice == "M81001"


def test_work_is_told_of_the_days_it_runs(file: LocalityFile) -> None:
    file.edit("End", workforce.set_assignment, 1, "ends_on", ON)
    assert len(file.read(workforce.work_on, ON)) == 3
    assert len(file.read(workforce.work_on, date(2016, 11, 1))) == 2
    assert len(file.read(workforce.work, ON, date(2016, 11, 1))) == 3
    assert file.read(workforce.work_on, date(2016, 3, 31)) == []


def test_practices_are_read_with_the_list_that_serves_a_day(file: LocalityFile) -> None:
    for day, size in ((date(2016, 10, 1), 9_000), (date(2016, 10, 20), 9_100)):
        file.edit("List", population.set_list_size, 1, day, size)
    first = file.read(population.practices, OCTOBER, by=date(2016, 10, 19))[0]
    assert (first.list_size, first.list_on) == (9_000, date(2016, 10, 1))
    assert file.read(population.practices, OCTOBER)[0].list_size == 9_100
