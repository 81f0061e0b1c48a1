"""Starters, leavers, vacancies and their measures: tables, sentences, figures."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce import LeavingReason, RoleStanding
from pch_desktop.domain.workforce_recruitment import Stage
from pch_desktop.reports.totals import total_of
from pch_desktop.reports.workforce import STATEMENT, by_employer, by_group, filled
from pch_desktop.reports.workforce_flow import (
    FLOWS,
    flow_measures,
    flow_rows,
    flows,
    periods,
)
from pch_desktop.reports.workforce_flow_months import flow_months, reasons
from pch_desktop.reports.workforce_flow_pack import starters_and_leavers
from pch_desktop.reports.workforce_flow_words import (
    finding,
    measure_words,
    months_alt_text,
    months_finding,
    reasons_finding,
)
from pch_desktop.reports.workforce_recruitment import recruitment_finding
from pch_desktop.reports.workforce_vacancies import vacancies_finding, vacancies_table
from pch_desktop.store import workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import Leaver
from tests import localities
from tests.reports.teams import END, write_example

OCTOBER = Month(2016, 10)
SINCE, UNTIL = date(2015, 10, 31), OCTOBER.last


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalityFile]:
    """The sample, only read here."""
    path: Path = tmp_path_factory.mktemp("sample") / "sample.pch"
    file = localities.sample(path)
    yield file
    file.close()


@pytest.fixture
def small(path: Path) -> Generator[LocalityFile]:
    """Three nurses in three posts since April 2016."""
    file = localities.made(path)
    yield file
    file.close()


# Figures


def test_wte_of_coming_and_going_is_that_of_the_posts(sample: LocalityFile) -> None:
    found = flow_measures(sample, UNTIL)
    assert found.start_wte == filled(sample.read(workforce.posts, SINCE))[1]
    assert found.end_wte == filled(sample.read(workforce.posts, UNTIL))[1] == Decimal("207.9")


def test_the_log_leads_from_one_day_to_the_other(sample: LocalityFile) -> None:
    found, log = flow_measures(sample, UNTIL), flows(sample, SINCE, UNTIL)
    assert found.start_heads + sum(change.heads for change in log) == found.end_heads
    assert found.start_wte + sum(change.wte for change in log) == found.end_wte


def test_measures_of_the_sample(sample: LocalityFile) -> None:
    found = flow_measures(sample, UNTIL)
    assert (found.leavers_heads, found.leavers_wte) == (24, Decimal("16.6"))
    assert (found.start_heads, found.end_heads, found.stayed_heads) == (265, 274, 243)
    assert (found.filled, found.fill_days) == (30, Decimal("166.4"))


def test_the_worked_example_stands_in_a_file(small: LocalityFile) -> None:
    """D23 of the specification, from assignments to words."""
    small.edit("Write", write_example)
    found = flow_measures(small, END)
    assert (found.start_heads, found.end_heads) == (78, 82)
    assert (found.start_wte, found.end_wte) == (Decimal("58.1"), Decimal("57.35"))
    assert (found.leavers_heads, found.leavers_wte) == (9, Decimal("6.8"))
    assert measure_words(found) == {
        "Turnover, heads": "11.25%: 9 left of 80.0 on average",
        "Turnover, WTE": "11.78%: 6.80 left of 57.73 on average",
        "Stability": "89.74%: 70 of 78 stayed",
        "Time to fill": "65.3 days, mean of 3 posts",
    }
    funded, in_post, vacant = filled(small.read(workforce.posts, END))
    assert (funded, in_post, vacant) == (Decimal("64.20"), Decimal("57.35"), Decimal("6.85"))


def test_roles_in_training_are_left_out_unless_asked_for(small: LocalityFile) -> None:
    role_id = small.read(workforce.roles)[0].id
    small.edit("Train", workforce.set_role, role_id, "standing", RoleStanding.TRAINING)
    assert flow_measures(small, UNTIL).end_heads == 0
    assert flow_measures(small, UNTIL, left_out=()).end_heads == 3
    assert flow_rows(small, SINCE, UNTIL) == []


def test_nothing_is_known_of_a_team_that_is_not_there_yet(small: LocalityFile) -> None:
    words = measure_words(flow_measures(small, date(2016, 3, 1)))
    assert set(words.values()) == {""}


# Tables


def test_months_join_on_and_add_up_to_the_year(sample: LocalityFile) -> None:
    rows, found = flow_months(sample, OCTOBER), flow_measures(sample, UNTIL)
    assert [row.month for row in rows] == [OCTOBER.plus(at) for at in range(-11, 1)]
    for before, after in pairwise(rows):
        assert (before.end_heads, before.end_wte) == (after.start_heads, after.start_wte)
    assert (rows[0].start_heads, rows[-1].end_heads) == (found.start_heads, found.end_heads)
    assert (rows[0].start_wte, rows[-1].end_wte) == (found.start_wte, found.end_wte)
    assert sum(row.left for row in rows) == found.leavers_heads
    assert sum(row.lost_wte for row in rows) == found.leavers_wte


def test_every_row_of_a_list_can_be_told_apart(sample: LocalityFile) -> None:
    rows = flow_rows(sample, SINCE, UNTIL)
    assert len({row.id for row in rows}) == len(rows) == 57
    both = [row for row in rows if row.person == "L. Larch"]
    assert [(row.flow.value, row.heads) for row in both] == [("started", 1), ("left", -1)]
    assert [row.has_gone for row in both] == [False, True]
    assert both[0].leaving_reason is None


def test_a_list_totals_what_the_team_has_gained(sample: LocalityFile) -> None:
    rows, found = flow_rows(sample, SINCE, UNTIL), flow_measures(sample, UNTIL)
    named = {column.key: column for column in FLOWS}
    totals = {key: total_of(named[key], FLOWS, rows) for key in ("heads", "wte")}
    assert {key: total.value for key, total in totals.items() if total} == {
        "heads": found.end_heads - found.start_heads,
        "wte": found.end_wte - found.start_wte,
    }


def test_leavers_by_reason_are_all_the_leavers(sample: LocalityFile) -> None:
    rows, found = reasons(flow_rows(sample, SINCE, UNTIL)), flow_measures(sample, UNTIL)
    assert sum(row.heads for row in rows) == found.leavers_heads
    assert sum(row.wte for row in rows) == found.leavers_wte
    assert [row.heads for row in rows] == sorted((row.heads for row in rows), reverse=True)
    assert reasons_finding(rows) == "Resignation accounts for 9 of 24 leavers"


def test_a_leaver_without_a_reason_is_not_known_and_never_left_out(small: LocalityFile) -> None:
    small.edit("Leave", workforce.record_leaver, Leaver(1, date(2016, 7, 31)))
    leaver = Leaver(2, date(2016, 7, 31), LeavingReason.RETIREMENT)
    small.edit("Leave", workforce.record_leaver, leaver)
    rows = reasons(flow_rows(small, SINCE, UNTIL))
    assert {row.reason: row.heads for row in rows} == {"Not known": 1, "Retirement": 1}
    assert reasons_finding(rows) == "Retirement accounts for 1 of 2 leavers"


def test_a_year_begins_with_april_and_the_day_before_is_what_it_is_compared_with() -> None:
    assert periods(UNTIL) == {
        "12 months": (SINCE, UNTIL),
        "2016/17 so far": (date(2016, 3, 31), UNTIL),
        "2015/16": (date(2015, 3, 31), date(2016, 3, 31)),
    }


def test_employers_foot_to_staff_groups(sample: LocalityFile) -> None:
    groups, employers = by_group(sample, OCTOBER), by_employer(sample, OCTOBER)
    for key in ("posts", "funded_wte", "in_post_wte", "vacant_wte", "cover_wte"):
        sums = [sum(getattr(row, key) for row in table.rows) for table in (groups, employers)]
        assert sums[0] == sums[1]


def test_the_pack_holds_the_sheets_and_no_name(sample: LocalityFile) -> None:
    tables = {table.title: table for table in STATEMENT.build(sample, OCTOBER)}
    names = {row.name for row in sample.read(workforce.people, UNTIL)}
    for title in ("Workforce by employer", "Vacancies", "Starters and leavers",
                  "Leavers by reason", "Coming and going"):  # fmt: skip
        table = tables[title]
        said = {str(column.value(row)) for column in table.columns for row in table.rows}
        assert table.rows
        assert not said & names


def test_the_sheet_says_the_measures_with_what_they_are_made_of(sample: LocalityFile) -> None:
    notes = starters_and_leavers(sample, OCTOBER).notes
    assert notes[0] == "33 started and 24 left: the team is 10.70 WTE larger."
    assert "Turnover, heads 8.91%: 24 left of 269.5 on average." in notes
    assert "Stability 91.70%: 243 of 265 stayed." in notes
    assert "Time to fill 166.4 days, mean of 30 posts." in notes


def test_a_file_without_coming_and_going_has_no_such_sheets(small: LocalityFile) -> None:
    titles = [table.title for table in STATEMENT.build(small, Month(2018, 10))]
    assert "Vacancies" not in titles
    assert "Starters and leavers" not in titles


# Sentences


def test_vacancies_say_how_long_and_what_nobody_does(sample: LocalityFile) -> None:
    rows = sample.read(workforce.vacancies, UNTIL)
    assert vacancies_finding(rows) == (
        "20 posts with a vacancy, 13 for more than 90 days; 5 not advertised, 1 of them kept empty"
    )
    assert vacancies_finding([]) == "No post is vacant"
    assert vacancies_table(sample, OCTOBER).rows == rows
    assert sum(row.vacant_wte for row in rows) == filled(sample.read(workforce.posts, UNTIL))[2]


def test_recruitment_says_how_far_it_has_come(sample: LocalityFile) -> None:
    rows = sample.read(workforce.recruitments, UNTIL)
    assert recruitment_finding(rows) == (
        "15 posts being filled, 5 offered or with a start agreed; 7 advertised again"
    )
    assert recruitment_finding([]) == "No post is being filled"


def test_a_team_that_does_not_change_says_so(small: LocalityFile) -> None:
    assert finding([]) == "Nobody has started or left"
    assert reasons_finding([]) == "Nobody has left"
    rows = flow_rows(small, SINCE, UNTIL)
    assert finding(rows) == "3 started and 0 left: the team is 3.00 WTE larger"


def test_the_chart_is_told_with_its_numbers(sample: LocalityFile) -> None:
    months = flow_months(sample, OCTOBER)
    why = reasons(flow_rows(sample, SINCE, UNTIL))
    told = months_alt_text(months, why)
    assert months_finding(months) in told
    assert "Nov 15 1 in, 2 out" in told
    assert "resignation 9" in told
    assert 40 <= len(told) <= 400


def test_what_stands_still_is_a_finding(sample: LocalityFile) -> None:
    found = STATEMENT.findings(sample, OCTOBER)
    titles = [each.title for each in found if each.section == "workforce"]
    assert "4 vacant posts not advertised" in titles
    late = STATEMENT.findings(sample, Month(2016, 11))
    assert "3 starts agreed whose day has passed" in [each.title for each in late]
    rows = sample.read(workforce.vacancies, Month(2016, 11).last)
    assert sum(row.stage is Stage.AGREED for row in rows) == 4
