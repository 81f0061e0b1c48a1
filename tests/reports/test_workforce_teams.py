"""What the sheets and sentences of teams, roles' aims and national counts say."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce import ContractKind, RoleStanding, StaffGroup
from pch_desktop.imports.ready_aims import ready_aims
from pch_desktop.reports.statement import Weight
from pch_desktop.reports.workforce import STATEMENT
from pch_desktop.reports.workforce_counts import (
    CENSUS_BY,
    beside,
    beside_ours,
    census_rows,
    latest_census,
)
from pch_desktop.reports.workforce_teams import (
    TEAM_SHEET,
    aim_words,
    aims_table,
    answer,
    findings,
    teams_table,
)
from pch_desktop.store import workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import NetworkStaffRow, PracticeStaffRow, TeamRow, TimeRow
from tests import localities

OCTOBER = Month(2016, 10)
CODES = {1: "M1", 2: "M2"}
BY_GROUP, BY_ROLE = CENSUS_BY["staff group"], CENSUS_BY["role"]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalityFile]:
    """The sample, only read here."""
    path = tmp_path_factory.mktemp("sample") / "sample.pch"
    file = localities.sample(path)
    yield file
    file.close()


def team(
    practice: str | None = "Valley", segment: str | None = None, lead: str | None = "A. Alder",
    role: str = "GP partner",
) -> TeamRow:  # fmt: skip
    return TeamRow(
        id=1, name="North team", practice_id=1 if practice else None, practice=practice,
        segment=segment, lead_id=7 if lead else None, lead=lead, lead_role=role, purpose=None,
        members=3, wte=Decimal("2.5"), there_wte=Decimal(2),
    )  # fmt: skip


def counted(
    group: str, role: str, wte: str | None, on: date = date(2016, 9, 30), code: str = "M1"
) -> PracticeStaffRow:
    amount = None if wte is None else Decimal(wte)
    return PracticeStaffRow(1, code, "Valley", on, group, role, amount, None, 9000, "A source")


def time(
    wte: str, group: StaffGroup = StaffGroup.GP, standing: RoleStanding = RoleStanding.USUAL,
    kind: ContractKind = ContractKind.PERMANENT, practice: int | None = 1,
) -> TimeRow:  # fmt: skip
    return TimeRow(1, 1, practice, "Role", standing, group, None, kind, Decimal(wte))


def census(group: str, role: str, on: date, wte: str, heads: int | None = 1) -> NetworkStaffRow:
    return NetworkStaffRow(1, "U1", "Marsh", on, group, role, Decimal(wte), heads)


# Teams


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (team(), "The team of Valley is led by A. Alder (GP partner): 3 people, 2.50 WTE."),
        (team(role="Practice manager"),
         "The team of Valley is led by A. Alder (practice manager): 3 people, 2.50 WTE."),
        (team(segment="Frail people"),
         "The team of Valley for frail people is led by A. Alder (GP partner): "
         "3 people, 2.50 WTE."),
        (team(practice=None, segment="Frail people", lead=None),
         "North team, for frail people, has no lead yet: 3 people, 2.50 WTE."),
        (team(practice=None, role=""), "North team is led by A. Alder: 3 people, 2.50 WTE."),
    ],
)  # fmt: skip
def test_who_is_my_team_is_answered_in_a_sentence(row: TeamRow, sentence: str) -> None:
    assert answer(row) == sentence
    assert answer(row, "31 Oct 2016") == sentence.replace("WTE.", "WTE on 31 Oct 2016.")


def test_the_sheet_of_teams_names_nobody(sample: LocalityFile) -> None:
    table = teams_table(sample, OCTOBER)
    people = {row.name for row in sample.read(workforce.people, OCTOBER.last)}
    cells = {str(column.value(row)) for column in TEAM_SHEET for row in table.rows}
    assert len(table.rows) == 7
    assert not people & cells
    assert "GP partner" in cells
    assert "Practices without a team of their own: Sedge Lane Surgery." in table.notes


def test_the_sheets_stand_in_the_pack_and_say_what_has_none(sample: LocalityFile) -> None:
    titles = [table.title for table in STATEMENT.build(sample, OCTOBER)]
    assert {"Teams", "Role aims", "Beside national counts"} <= set(titles)
    aims = aims_table(sample, OCTOBER)
    assert all(row.measure for row in aims.rows)
    assert aims.notes[0].startswith("Roles in post without a measure: Administrator,")


def test_practices_without_a_team_are_found(sample: LocalityFile) -> None:
    found = findings(sample, OCTOBER)
    assert [(each.title, each.detail, each.weight) for each in found] == [
        ("1 practice without a named team", "Sedge Lane Surgery", Weight.NOTE)
    ]


def test_what_somebody_improves_is_told_line_by_line() -> None:
    told = aim_words([("Access", "Sees people"), ("Staff who would stay", None)])
    assert told == "Access: sees people\nStaff who would stay"
    assert aim_words([]) == "Nothing is written down for the role yet"


def test_every_proposal_is_for_a_role_of_the_catalogue_and_has_its_source(
    sample: LocalityFile,
) -> None:
    codes = {row.code for row in sample.read(workforce.roles)}
    ready = ready_aims()
    assert {one.role_code for one in ready} <= codes
    assert all(one.measure and one.contribution and len(one.source) > 20 for one in ready)
    assert len({(one.role_code, one.measure) for one in ready}) == len(ready)


# National counts


def test_gps_stand_beside_the_count_without_training_and_locums_where_there_is_one() -> None:
    counts = [counted("GP", "all", "5"), counted("GP", "without training and locums", "4")]
    ours = [
        time("2.5"),
        time("1", standing=RoleStanding.TRAINING),
        time("0.5", kind=ContractKind.LOCUM),
    ]
    (only,) = beside(counts, ours, CODES, OCTOBER.last)
    assert (only.our_wte, only.counted_wte, only.difference_wte) == (
        Decimal("2.5"), 4, Decimal("-1.5"),
    )  # fmt: skip
    (whole,) = beside(counts[:1], ours, CODES, OCTOBER.last)
    assert (whole.our_wte, whole.counted_wte) == (Decimal("3.5"), 5)


def test_the_latest_count_up_to_the_day_stands_beside_and_parts_do_not() -> None:
    counts = [
        counted("nurse", "all", "1", date(2015, 9, 30)),
        counted("nurse", "all", None, date(2016, 9, 30)),
        counted("nurse", "all", "3", date(2017, 9, 30)),
        counted("nurse", "managers", "9"),
    ]
    ours = [time("2", StaffGroup.NURSE), time("1", StaffGroup.NURSE, practice=None)]
    (only,) = beside(counts, ours, CODES, OCTOBER.last)
    assert (only.our_wte, only.counted_wte, only.difference_wte) == (2, None, None)
    (first,) = beside(counts[2:3], ours, CODES, OCTOBER.last)
    assert first.counted_on == date(2017, 9, 30)


def test_our_side_of_the_sample_is_the_time_of_those_in_post(sample: LocalityFile) -> None:
    rows = [row for row in beside_ours(sample, OCTOBER.last) if row.staff_group == "nurse"]
    posts = sample.read(workforce.posts, OCTOBER.last)
    based = sum(
        row.in_post_wte for row in posts
        if row.practice and row.staff_group is StaffGroup.NURSE
    )  # fmt: skip
    assert sum(row.our_wte for row in rows) == based
    unknown = [row for row in beside_ours(sample, OCTOBER.last) if row.counted_wte is None]
    assert [(row.practice, row.difference_wte) for row in unknown] == [("Sedge Lane Surgery", None)]


def test_a_census_stands_beside_the_one_before() -> None:
    june, march = date(2021, 6, 30), date(2021, 3, 31)
    rows = [
        census("DPC", "Pharmacists", june, "2.5"),
        census("DPC", "Paramedics", june, "1"),
        census("DPC", "Pharmacists", march, "2"),
        census("Admin", "Managers", march, "1", None),
    ]
    assert [(row.staff_group, row.wte, row.heads, row.earlier_wte, row.change_wte)
            for row in census_rows(rows, BY_GROUP)] == [
        ("Admin", 0, None, 1, -1), ("DPC", Decimal("3.5"), 2, 2, Decimal("1.5")),
    ]  # fmt: skip
    first = census_rows(rows, BY_GROUP, march)
    assert [(row.wte, row.earlier_on, row.change_wte) for row in first] == [
        (1, None, None), (2, None, None),
    ]  # fmt: skip
    assert [row.role for row in census_rows(rows, BY_ROLE)] == [
        "Managers", "Paramedics", "Pharmacists",
    ]  # fmt: skip
    assert {row.counted_on for row in latest_census(rows)} == {june}
    assert census_rows(rows, BY_GROUP, date(2020, 1, 1)) == []


@given(
    st.lists(
        st.builds(
            census, st.sampled_from(("GP", "DPC", "Admin")), st.sampled_from(("A", "B", "C")),
            st.sampled_from((date(2021, 3, 31), date(2021, 6, 30))),
            st.decimals(0, 20, places=4).map(str),
        ),
        min_size=1, max_size=12, unique_by=lambda row: (row.staff_group, row.role, row.counted_on),
    )
)  # fmt: skip
def test_a_census_added_up_by_group_loses_nothing(rows: list[NetworkStaffRow]) -> None:
    latest = latest_census(rows)
    for by in (BY_GROUP, BY_ROLE):
        found = census_rows(rows, by)
        assert sum(row.wte for row in found) == sum(row.wte for row in latest)
        earlier = [row for row in rows if row not in latest]
        assert sum(row.earlier_wte or 0 for row in found) == sum(row.wte for row in earlier)
