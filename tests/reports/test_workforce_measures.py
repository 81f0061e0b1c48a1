"""The measures of the workforce from what a file holds: whole, by part, by age, of sickness."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.population import Weighting
from pch_desktop.domain.suppression import HIDDEN
from pch_desktop.domain.workforce import ContractKind, RoleStanding, StaffGroup
from pch_desktop.reports import workforce_sickness_table as sick
from pch_desktop.reports.table import Kind
from pch_desktop.reports.totals import total_of
from pch_desktop.reports.words import written
from pch_desktop.reports.workforce import filled
from pch_desktop.reports.workforce_ages import EVERYBODY, HEADS, WTE, age_profile, profile_on
from pch_desktop.reports.workforce_ages_table import alt_text, columns, finding, lines, notes
from pch_desktop.reports.workforce_day import (
    heads,
    heads_by_practice,
    team_day,
    wte,
    wte_by_practice,
)
from pch_desktop.reports.workforce_measure import MEASURES, MeasureRow
from pch_desktop.reports.workforce_measures import finding as measures_finding
from pch_desktop.reports.workforce_measures import measure_rows
from pch_desktop.reports.workforce_scopes import BY_PRACTICE, SCOPES, scope_columns, scope_rows
from pch_desktop.reports.workforce_sickness import read_sickness
from pch_desktop.store import population, workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import AbsenceGroup, WorkforceRules, WorkRow
from tests import localities, workforce_teams
from tests.workforce_teams import GP, ON, TRAINEE

OCTOBER = Month(2016, 10)
NURSES = AbsenceGroup(StaffGroup.NURSE)


@pytest.fixture
def team(path: Path) -> Generator[LocalityFile]:
    """The team of D23 and D24."""
    file = localities.like(workforce_teams.measured, path)
    yield file
    file.close()


@pytest.fixture
def aged(path: Path) -> Generator[LocalityFile]:
    """The team of D36, every count shown."""
    file = localities.like(workforce_teams.aged, path)
    file.edit("Show all", workforce.set_rule, "least_shown", 1)
    yield file
    file.close()


def measures(file: LocalityFile, day: date = ON) -> dict[str, MeasureRow]:
    return {row.name: row for row in measure_rows(file, day)}


def told(file: LocalityFile, name: str) -> str:
    row = measures(file)[name]
    return written(row.figure.value, row.measure.kind)


# The worked examples


def test_d23_vacancy_and_sickness_come_from_the_file(team: LocalityFile) -> None:
    assert told(team, "WTE in post") == "57.35"
    assert told(team, "Establishment") == "64.20"
    assert told(team, "Vacancy") == "6.85"
    assert told(team, "Vacancy rate") == "10.67%"
    assert told(team, "Sickness, month") == "4.17%"
    assert told(team, "Sickness, 12 months") == "4.17%"
    row = measures(team)["Sickness, month"]
    assert (row.figure.numerator, row.figure.denominator) == (Decimal("873.6"), 20_955)


def test_d24_patients_per_wte_come_from_the_file(team: LocalityFile) -> None:
    assert told(team, "GP WTE") == "19.60"
    assert told(team, "Clinical WTE") == "57.35"
    assert told(team, "Patients per GP WTE") == "2,041"
    assert told(team, "Weighted patients per GP WTE") == "2,136"
    assert told(team, "Weighted patients per clinical WTE") == "730"
    assert told(team, "GP WTE per 10,000 weighted") == "4.68"


def test_d36_who_may_retire_comes_from_the_file(aged: LocalityFile) -> None:
    profile = profile_on(aged, ON)
    gps = next(group for group in profile.groups if group.name == "GP")
    assert (gps.every.wte, gps.old.wte) == (Decimal("4.47"), Decimal("2.00"))
    assert written(gps.risk_share, Kind.SHARE) == "44.7%"
    assert written(profile.everybody.risk_share, Kind.SHARE) == "49.5%"
    assert told(aged, "Retirement risk: GP") == "44.7%"
    assert told(aged, "Retirement risk: all staff") == "49.5%"


def test_d36_is_not_shown_of_so_few_people(aged: LocalityFile) -> None:
    aged.edit("Hide few", workforce.set_rule, "least_shown", 5)
    rows = measures(aged)
    names = [name for name in rows if name.startswith("Retirement risk")]
    assert names == ["Retirement risk: all staff", "Retirement risk: GP and nurse"]
    profile = profile_on(aged, ON)
    shown = {line.group.cells[at].value(HEADS) for line in lines(profile, HEADS)
             for at in range(len(profile.titles))}  # fmt: skip
    assert shown == {0, HIDDEN}
    assert "* stands for under 5" in notes(profile)[1]


# What is not known


def test_a_list_or_a_weighting_that_is_missing_is_not_known(team: LocalityFile) -> None:
    weighting = (1, FinancialYear(2016), Weighting.CARR_HILL, (None, None))
    team.edit("Forget", population.set_weighted, *weighting)
    row = measures(team)["Weighted patients per GP WTE"]
    assert row.figure.value is None
    assert "Incomplete: no weighted list of Orchard Lane Surgery." in row.how
    assert told(team, "Patients per GP WTE") == "2,041"


def test_primary_medical_weighting_stands_in_for_carr_hill(team: LocalityFile) -> None:
    for weighting, people in (
        (Weighting.CARR_HILL, (None, None)),
        (Weighting.PRIMARY_MEDICAL, (Decimal(40_000), Decimal(41_870))),
    ):
        team.edit("Weigh", population.set_weighted, 1, FinancialYear(2016), weighting, people)
    assert told(team, "Weighted patients per GP WTE") == "2,136"


def test_a_weighting_of_a_later_year_does_not_serve(team: LocalityFile) -> None:
    row = measures(team, date(2015, 10, 31))["GP WTE per 10,000 weighted"]
    assert row.figure.value is None


def test_a_missing_year_of_birth_leaves_the_risk_not_known(aged: LocalityFile) -> None:
    aged.edit("Forget", workforce.set_person, 1, "birth_year", None)
    row = measures(aged)["Retirement risk: GP"]
    assert row.figure.value is None
    assert row.figure.numerator == Decimal("2.00")
    assert "Incomplete: 1 year of birth is not known." in row.how
    assert "the year of birth of 1 person is not known" in notes(profile_on(aged, ON))[-1]


def test_a_return_without_days_lost_leaves_sickness_not_known(team: LocalityFile) -> None:
    gps = AbsenceGroup(StaffGroup.GP)
    team.edit("Blank", workforce.set_absence, OCTOBER, gps, "days_available", Decimal(100))
    row = measures(team)["Sickness, month"]
    assert row.figure.value is None
    assert "Incomplete: 1 return without days lost." in row.how
    assert (
        "No return has been entered." in measures(team, date(2015, 10, 31))["Sickness, month"].how
    )


def test_an_empty_file_has_no_measures(file: LocalityFile) -> None:
    assert measure_rows(file, ON) == []
    assert measures_finding([]).startswith("No post has been added")
    profile = profile_on(file, ON)
    assert lines(profile, HEADS) == []
    assert finding(profile) == "Nobody is in post yet."


# How GPs and heads are counted


def test_trainees_and_locums_are_counted_apart_unless_told(team: LocalityFile) -> None:
    team.edit("Trainee", workforce_teams.people, [(TRAINEE, None, "1.0")], first=101)
    team.edit("Locum", workforce_teams.people, [(GP, None, "0.5")], first=102,
              kind=ContractKind.LOCUM)  # fmt: skip
    assert told(team, "GP WTE") == "19.60"
    assert told(team, "GP WTE with trainees and locums") == "21.10"
    assert told(team, "Patients per GP WTE") == "2,041"
    team.edit("Count all", workforce.set_rule, "counts_all_gps", True)
    assert told(team, "Patients per GP WTE") == "1,896"
    assert told(team, "Cover: locum") == "0.50"


def test_a_person_in_two_jobs_is_one_head_and_volunteers_are_counted_in_hours(
    team: LocalityFile,
) -> None:
    before = told(team, "Headcount")
    team.edit("Second job", workforce.add_assignment, 2, 1, date(2016, 4, 1), 225)
    assert told(team, "Headcount") == before == "58"
    team.edit("Volunteer", workforce_teams.people, [(2, None, "1.0")], first=201,
              kind=ContractKind.VOLUNTEER)  # fmt: skip
    assert told(team, "Headcount") == "58"
    assert told(team, "Volunteers") == "1"
    assert told(team, "Volunteers' time") == "37.5"


def test_the_same_a_year_before_stands_beside(marsh_valley: LocalityFile) -> None:
    now, then = measures(marsh_valley), measures(marsh_valley, date(2015, 10, 31))
    for name in ("WTE in post", "Headcount", "Vacancy rate", "Sickness, month"):
        assert now[name].before == then[name].figure.value
        assert now[name].before is not None


# One figure, one function


def test_the_samples_measures_are_those_of_its_posts(marsh_valley: LocalityFile) -> None:
    rows = measures(marsh_valley)
    funded, in_post, vacancy = filled(marsh_valley.read(workforce.posts, ON))
    assert rows["Establishment"].figure.value == funded == Decimal("221.6")
    assert rows["WTE in post"].figure.value == in_post == Decimal("207.9")
    assert rows["Vacancy"].figure.value == vacancy == Decimal("13.7")
    assert len({column.key for column in MEASURES}) == len(MEASURES)
    assert all(row.how for row in rows.values())


@pytest.mark.parametrize("scope", [BY_PRACTICE, *SCOPES])
def test_the_parts_add_up_to_the_whole(marsh_valley: LocalityFile, scope: str) -> None:
    team = team_day(marsh_valley, ON)
    rows = scope_rows(team, scope)
    whole = measures(marsh_valley)
    for key, name in (
        ("in_post_wte", "WTE in post"),
        ("cover_wte", "Cover"),
        ("funded_wte", "Establishment"),
        ("vacant_wte", "Vacancy"),
        ("gp_wte", "GP WTE"),
        ("clinical_wte", "Clinical WTE"),
    ):
        assert sum(getattr(row, key) for row in rows) == whole[name].figure.value, key
    assert sum(row.heads for row in rows) >= heads(team.work)


def test_practices_totals_are_the_localitys(marsh_valley: LocalityFile) -> None:
    rows = scope_rows(team_day(marsh_valley, ON), BY_PRACTICE)
    assert rows[-1].name == "At no practice"
    assert rows[-1].patients_per_gp is None
    made = scope_columns(BY_PRACTICE)
    whole = measures(marsh_valley)
    for key, name in (
        ("patients_per_gp", "Patients per GP WTE"),
        ("weighted_per_gp", "Weighted patients per GP WTE"),
        ("patients_per_clinical", "Patients per clinical WTE"),
        ("vacancy_share", "Vacancy rate"),
    ):
        column = next(each for each in made if each.key == key)
        total = total_of(column, made, rows)
        assert total is not None
        assert total.value == whole[name].figure.value
    assert {column.key for column in scope_columns("role")} < {column.key for column in made}


def test_where_time_goes_is_told_the_same_everywhere(marsh_valley: LocalityFile) -> None:
    work = marsh_valley.read(workforce.work_on, ON)
    codes = {row.id: row.code for row in marsh_valley.read(population.practices, OCTOBER)}
    codes_of = {**codes, None: None}
    there: dict[str | None, Decimal] = {}
    for row in marsh_valley.read(workforce.time_there, ON):
        code = codes_of[row.practice_id]
        there[code] = there.get(code, Decimal(0)) + row.wte
    ours = wte_by_practice(work, lambda _row: True)
    assert {code: part for code, part in ours.items() if part} == {
        code: part for code, part in there.items() if part
    }


# The law of practices


@st.composite
def works(draw: st.DrawFn) -> Sequence[WorkRow]:
    """People in posts, their time split over practices or over none."""
    rows: list[WorkRow] = []
    for number in range(1, draw(st.integers(1, 8)) + 1):
        places = draw(st.lists(st.sampled_from(["A", "B", "C", None]), max_size=3, unique=True))
        cuts = sorted(draw(st.sets(st.integers(1, 9_999), min_size=max(len(places) - 1, 0),
                                   max_size=max(len(places) - 1, 0))))  # fmt: skip
        edges = [0, *cuts, 10_000]
        shares = tuple(
            (place, Decimal(edges[at + 1] - edges[at]).scaleb(-4))
            for at, place in enumerate(places)
        )
        rows.append(worker(number, draw(st.integers(1, 4)), draw(st.integers(0, 2_250)), shares))
    return rows


def worker(
    number: int,
    person: int,
    minutes: int = 2_250,
    shares: tuple[tuple[str | None, Decimal], ...] = (),
) -> WorkRow:
    """Return somebody's work in a nurse's post at a practice."""
    return WorkRow(
        id=number,
        person_id=person,
        birth_year=1980,
        role="Practice nurse",
        standing=RoleStanding.USUAL,
        staff_group=StaffGroup.NURSE,
        employer="Orchard Lane",
        practice="A",
        contract_kind=ContractKind.PERMANENT,
        starts_on=date(2014, 4, 1),
        ends_on=None,
        weekly_minutes=minutes,
        wte_override=None,
        shares=shares,
    )


@given(works())
def test_wte_by_practice_sums_to_the_localitys_and_heads_need_not(rows: Sequence[WorkRow]) -> None:
    assert sum(wte_by_practice(rows).values()) == wte(rows)
    by_practice = heads_by_practice(rows)
    assert sum(by_practice.values()) >= heads(rows)
    assert max(by_practice.values()) <= heads(rows)


def test_a_split_person_counts_at_both_practices_and_once_in_all() -> None:
    half = (("A", Decimal("0.5")), ("B", Decimal("0.5")))
    rows = [worker(1, 1, shares=half), worker(2, 2)]
    assert heads_by_practice(rows) == {"A": 2, "B": 1}
    assert heads(rows) == 2
    assert wte_by_practice(rows) == {"A": Decimal("1.5"), "B": Decimal("0.5")}


# Ages


@given(st.lists(st.tuples(st.sampled_from(list(StaffGroup)), st.integers(20, 75)), max_size=60),
       st.integers(1, 7))  # fmt: skip
def test_no_few_people_are_shown_by_age(
    people: Sequence[tuple[StaffGroup, int]], least: int
) -> None:
    rows = [
        replace(worker(at, at), staff_group=group, birth_year=2016 - age)
        for at, (group, age) in enumerate(people)
    ]
    profile = age_profile(rows, WorkforceRules(least_shown=least), ON)
    for group in (*profile.groups, profile.everybody):
        for cell in (*group.cells, group.old):
            assert cell.is_hidden or cell.heads == 0 or cell.heads >= least
    assert profile.everybody.every.heads == len(people)
    assert sum(group.every.heads for group in profile.groups) == len(people)


def test_the_samples_ages_are_told_with_what_is_hidden(marsh_valley: LocalityFile) -> None:
    profile = profile_on(marsh_valley, ON)
    assert profile.everybody.name == EVERYBODY
    assert profile.everybody.every.wte == Decimal("207.9")
    assert profile.has_hidden
    rows = lines(profile, HEADS, WTE)
    assert [row.counted for row in rows[-2:]] == [HEADS, WTE]
    titles = [column.title for column in columns(profile)]
    assert titles[1:3] == ["Counted", "Under 25"]
    assert "▲ 55 and over" in titles
    assert finding(profile).startswith("21.2% of the team's WTE is 55 or over; most in")
    assert 40 <= len(alt_text(profile)) <= 400


def test_another_age_of_risk_makes_a_band_of_its_own(marsh_valley: LocalityFile) -> None:
    work = marsh_valley.read(workforce.work_on, ON)
    profile = age_profile(work, WorkforceRules(retirement_age=57, least_shown=1), ON)
    assert "57 to 59" in profile.titles
    assert profile.old == {"57 to 59", "60 to 64", "65 and over"}
    old = sum(cell.heads for title, cell in zip(profile.titles, profile.everybody.cells,
              strict=True) if title in profile.old)  # fmt: skip
    assert profile.everybody.old.heads == old


# Sickness


def test_days_available_are_worked_out_where_none_were_typed(path: Path) -> None:
    file = localities.made(path)
    file.edit("Days", workforce.set_absence, OCTOBER, NURSES, "days_lost", Decimal("3.1"))
    file.edit("Show", workforce.set_rule, "least_shown", 1)
    (row,) = sick.month_rows(read_sickness(file, OCTOBER))
    assert (row.days_available, row.is_typed, row.heads) == (Decimal(93), False, 3)
    assert written(sick.shown_rate(row.now), Kind.RATE) == "3.33%"
    file.edit("Typed", workforce.set_absence, OCTOBER, NURSES, "days_available", Decimal(62))
    (row,) = sick.month_rows(read_sickness(file, OCTOBER))
    assert (row.days_available, row.is_typed) == (62, True)
    assert written(sick.shown_rate(row.now), Kind.RATE) == "5.00%"
    file.edit("Hide", workforce.set_rule, "least_shown", 5)
    told_ = read_sickness(file, OCTOBER)
    (row,) = sick.month_rows(told_)
    assert sick.lost(row.now) == sick.shown_rate(row.now) == sick.shown_rate(row.year) == HIDDEN
    points = sick.points(told_, None)
    assert [sick.shown_rate(each.now) for each in points] == [HIDDEN]
    assert "too few people" in sick.finding(points, EVERYBODY)
    assert measures(file)["Sickness, month"].figure.value == HIDDEN
    file.close()


def test_twelve_months_hold_what_their_months_hold(marsh_valley: LocalityFile) -> None:
    told_ = read_sickness(marsh_valley, OCTOBER)
    points = sick.points(told_, None)
    assert len(points) == 13
    last = points[-1]
    assert last.year.days_lost == sum(row.now.days_lost or 0 for row in points[1:])
    assert (last.year.months, last.year.of_months) == (12, 12)
    assert 40 <= len(sick.alt_text(points, EVERYBODY)) <= 400
    for group in told_.staff_groups:
        by_group = sick.points(told_, group)
        assert sum(row.now.days_lost or 0 for row in by_group) > 0


def test_groups_of_few_are_hidden_with_one_that_would_tell(marsh_valley: LocalityFile) -> None:
    told_ = read_sickness(marsh_valley, OCTOBER)
    rows = [row for row in sick.month_rows(told_) if row.now.months]
    few = [row for row in rows if row.heads < 5]
    assert few
    assert all(row.now.is_hidden for row in few)
    for group in told_.staff_groups:
        hidden = [row for row in rows if row.group.staff_group is group and row.now.is_hidden]
        assert len(hidden) != 1
    for row in rows:
        assert row.year.is_hidden or not row.now.is_hidden


def test_groups_that_sent_no_return_are_offered(marsh_valley: LocalityFile) -> None:
    rows = sick.month_rows(read_sickness(marsh_valley, OCTOBER))
    missing = [row for row in rows if not row.now.months]
    assert any(row.group.employer == "Ouseby District Hospital" for row in missing)
    assert all(row.entry_id is None for row in missing)
    assert len({row.id for row in rows}) == len(rows)
    table = sick.sickness_by_group(marsh_valley, OCTOBER)
    assert {row.name for row in table.rows} < {row.name for row in rows}
