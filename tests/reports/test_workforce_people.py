"""What is said of people: posts held twice, names whose time is over, exports without names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce import ContractKind
from pch_desktop.domain.workforce_people import LawfulBasis, Registered
from pch_desktop.reports.person_file import person_tables, person_text
from pch_desktop.reports.table import Kind, Total
from pch_desktop.reports.workforce import ASSIGNMENTS, PEOPLE, POSTS
from pch_desktop.reports.workforce_checks import over_held
from pch_desktop.reports.workforce_names import nameless, team_list
from pch_desktop.reports.workforce_records import (
    RECORDS,
    due,
    expired,
    expired_words,
    record_findings,
    records_finding,
)
from pch_desktop.store import workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import AssignmentRow, PostRow, RecordState, Retention
from tests.reports.told import told

OCTOBER = Month(2016, 10)
ON = OCTOBER.last


def filled(file: LocalityFile) -> tuple[PostRow, AssignmentRow]:
    """Return a post of one WTE that one person holds, and that assignment."""
    held = {row.post_id: row for row in file.read(workforce.held, ON)}
    post = next(
        row
        for row in file.read(workforce.posts, ON)
        if row.funded_wte == row.in_post_wte == 1 and row.id in held
    )
    return post, held[post.id]


# Held for more than funded


def test_a_second_holder_of_a_full_post_is_said_with_the_ways_out(
    marsh_valley: LocalityFile,
) -> None:
    post, first = filled(marsh_valley)
    second = replace(first, id=9_001, person="New", starts_on=date(2016, 10, 3))
    (found,) = over_held([post], [first, second], ON)
    assert found.sentence == f"{post.reference} is now held for 2.00 of 1.00 WTE funded."
    assert [(one.assignment.id, one.on) for one in found.endings] == [
        (first.id, date(2016, 10, 2))
    ]  # fmt: skip
    assert found.may_fund


def test_a_handover_to_come_is_said_with_its_first_day(marsh_valley: LocalityFile) -> None:
    post, first = filled(marsh_valley)
    second = replace(first, id=9_001, starts_on=date(2016, 12, 1))
    (found,) = over_held([post], [first, second], ON)
    assert found.sentence.endswith("held for 2.00 of 1.00 WTE funded from 1 Dec 2016 on.")
    ending = replace(first, ends_on=date(2016, 11, 30))
    assert over_held([post], [ending, second], ON) == []


def test_cover_and_volunteers_hold_no_post_twice(marsh_valley: LocalityFile) -> None:
    post, first = filled(marsh_valley)
    for kind in (ContractKind.BANK, ContractKind.VOLUNTEER, ContractKind.SECONDMENT_OUT):
        assert over_held([post], [first, replace(first, id=9_001, contract_kind=kind)], ON) == []
    ended = replace(post, funded_to=ON)
    late = replace(first, id=9_001, starts_on=date(2016, 12, 1))
    assert over_held([ended], [first, late], ON) == []


def test_no_post_of_the_sample_is_held_for_more_than_it_is_funded_for(
    marsh_valley: LocalityFile,
) -> None:
    posts = marsh_valley.read(workforce.posts, ON)
    assert over_held(posts, marsh_valley.read(workforce.assignments, ON), ON) == []


# Names whose time is over


def test_leavers_of_more_than_a_year_ago_are_found(marsh_valley: LocalityFile) -> None:
    rows = marsh_valley.read(workforce.staff_records, ON)
    names = due(rows)
    assert len(names) == 19
    assert [row.kept_until for row in names] == sorted(row.kept_until or ON for row in names)
    titles = {found.title: found for found in record_findings(marsh_valley, OCTOBER)}
    assert list(titles) == ["19 leavers to be made anonymous"]
    assert not any(row.name in str(titles) for row in rows)
    kept = marsh_valley.read(workforce.retention)
    assert kept.basis is LawfulBasis.PUBLIC_TASK
    assert records_finding(rows, kept) == (
        "19 leavers are due to be made anonymous: they left more than 12 months ago. "
        "Lawful basis: public task."
    )


def test_nobody_due_and_no_basis_are_said(marsh_valley: LocalityFile) -> None:
    rows = [
        row
        for row in marsh_valley.read(workforce.staff_records, ON)
        if row.state is not RecordState.DUE
    ]
    sentence = records_finding(rows, Retention(1, None, 12))
    assert sentence.startswith("Nobody is due to be made anonymous; 24 leavers of the last")
    assert sentence.endswith("No lawful basis is recorded.")
    unknown = told(marsh_valley, {workforce.retention: Retention(1, None, 12)})
    titles = [found.title for found in record_findings(unknown, OCTOBER)]
    assert titles[-1] == "No lawful basis for staff records is recorded"
    states = {column.value(row) for row in rows for column in RECORDS if column.key == "state"}
    assert states == {"Kept", None}


def test_who_holds_a_post_with_a_registration_that_has_ended_is_listed(
    marsh_valley: LocalityFile,
) -> None:
    rows = marsh_valley.read(workforce.people, ON)
    ended = expired(rows)
    assert ended
    assert all(row.posts and row.registered is Registered.ENDED for row in ended)
    assert expired_words(ended[0]).startswith("The registration with the ")
    column = next(column for column in PEOPLE if column.key == "registered")
    assert column.kind is Kind.RATING
    assert {column.value(row) for row in ended} == {"Ended"}


# Without names


def test_tables_without_names_hold_none(marsh_valley: LocalityFile) -> None:
    people = marsh_valley.read(workforce.people, ON)
    names = {row.name for row in people} | {row.staff_code for row in people}
    tables: list[tuple[str, Any, Any]] = [
        ("People", PEOPLE, people),
        ("Posts", POSTS, marsh_valley.read(workforce.posts, ON)),
        ("Held", ASSIGNMENTS, marsh_valley.read(workforce.held, ON)),
    ]
    for title, columns, rows in tables:
        table = nameless(team_list(title, columns, rows))
        cells = {str(column.value(row)) for column in table.columns for row in table.rows}
        assert not names & cells
        assert not {name for name in names if name and any(name in cell for cell in cells)}
        assert table.notes == ("Names of people are left out; a person keeps their number.",)


def test_a_column_worked_out_from_one_that_is_not_there_stands_as_it_is(
    marsh_valley: LocalityFile,
) -> None:
    rows = marsh_valley.read(workforce.posts, ON)
    vacant = next(column for column in POSTS if column.key == "vacant_wte")
    alone = team_list("Posts", [POSTS[0], vacant], rows)
    assert alone.columns[1].formula == ""
    assert alone.columns[1].total is Total.SUM
    whole = team_list("Posts", POSTS, rows)
    assert next(c for c in whole.columns if c.key == "vacant_wte").formula == vacant.formula


def test_volunteers_hours_are_added_up_in_a_column_of_their_own(
    marsh_valley: LocalityFile,
) -> None:
    tables: list[tuple[Any, Any]] = [
        (PEOPLE, marsh_valley.read(workforce.people, ON)),
        (ASSIGNMENTS, marsh_valley.read(workforce.held, ON)),
        (POSTS, marsh_valley.read(workforce.posts, ON)),
    ]
    sums = {
        sum(value for row in rows if isinstance(value := column.value(row), Decimal))
        for columns, rows in tables
        for column in columns
        if column.key == "volunteer_hours"
    }
    assert sums == {Decimal("108.5")}


# All about one person


def test_all_that_is_held_is_set_out_with_a_summary_first(marsh_valley: LocalityFile) -> None:
    person = next(row for row in marsh_valley.read(workforce.people, ON) if row.name == "R. Fern")
    found = marsh_valley.read(workforce.person_file, person.id)
    tables = person_tables(found, ON)
    assert tables[0].title == "About this person"
    assert [(row.what, row.rows) for row in tables[0].rows] == [
        (table.title, len(table.rows)) for table in tables[1:]
    ]
    assert {"Person", "Assignment", "Changes"} <= {table.title for table in tables}
    for table in tables:
        titles = [column.title for column in table.columns]
        assert len(set(titles)) == len(titles)
    text = person_text(tables)
    assert "Name: R. Fern" in text
    assert "Hours a week: 22.5" in text
    assert "Step: Open the sample" in text
