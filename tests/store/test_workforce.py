"""Posts, people, who holds what, and how far the establishment was filled."""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import PartnerKind, Sector
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Category
from pch_desktop.domain.workforce import (
    ContractKind,
    FundingStream,
    LeavingReason,
    PostStatus,
    ProfessionalBody,
    StaffGroup,
    hours,
    typed_hours,
)
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Site
from pch_desktop.models.services import Service
from pch_desktop.models.workforce import NetworkStaff
from pch_desktop.models.workforce_pay import PayPoint
from pch_desktop.store import workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import AssignmentRow, PersonRow, Place, PostRow
from pch_desktop.store.workforce.edits import NAMED, POST_FIELDS
from tests import localities

APRIL, OCTOBER = date(2016, 4, 1), Month(2016, 10)
ON = OCTOBER.last
NURSE = "Nurse 100% ':x'"
CENSUS_DAY = date(2016, 9, 30)


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """Three nurses in three posts, and an acute trust."""
    file = localities.like(begun, path)
    yield file
    file.close()


def begun(path: Path) -> LocalityFile:
    """Make such a file; it is made once and copied."""
    file = localities.made(path)
    file.edit("Seed more", _more)
    return file


def _more(session: Session) -> None:
    session.add(
        Partner(id=2, name="Ouseby Hospital", kind=PartnerKind.ACUTE_TRUST, sector=Sector.SECONDARY)
    )
    session.add(Service(id=1, code="ART", name="Acute Response Team", category=Category.URGENT))
    session.add(Site(id=1, name="Orchard House"))
    session.add(PayPoint(id=1, scale="Agenda for Change", name="Band 6 top"))


def post(file: LocalityFile, post_id: int = 1, on: date = ON) -> PostRow:
    return next(row for row in file.read(workforce.posts, on) if row.id == post_id)


def person(file: LocalityFile, person_id: int = 1) -> PersonRow:
    return next(row for row in file.read(workforce.people, ON) if row.id == person_id)


def held(file: LocalityFile, assignment_id: int = 1) -> AssignmentRow:
    return next(row for row in file.read(workforce.assignments) if row.id == assignment_id)


def refusal(file: LocalityFile, command: Callable[..., Any], *args: Any, **more: Any) -> str:
    with pytest.raises(Refusal) as refused:
        file.edit("Try", command, *args, **more)
    return str(refused.value)


# Posts


def test_a_post_is_added_with_the_next_reference_and_what_else_is_known(file: LocalityFile) -> None:
    rest = {"employer": "ouseby hospital", "practice": "Orchard Lane Surgery", "band": "6"}
    first = file.edit("Add", workforce.add_post, NURSE, Decimal("0.8"), rest=rest)
    row = post(file, first)
    assert (row.reference, row.role, row.funded_wte) == ("P001", NURSE, Decimal("0.8"))
    assert (row.employer, row.practice, row.band) == (
        "Ouseby Hospital", "Orchard Lane Surgery", "6",
    )  # fmt: skip
    second = file.edit("Add", workforce.add_post, NURSE, Decimal(1), "Q9")
    third = file.edit("Add", workforce.add_post, NURSE, Decimal(1))
    assert [post(file, each).reference for each in (second, third)] == ["Q9", "P002"]


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        ((NURSE, Decimal(0)), "A post is funded for more than 0 and at most 2 WTE"),
        ((NURSE, Decimal("2.1")), "A post is funded for more than 0 and at most 2 WTE"),
        (("Wizard", Decimal(1)), "There is no role called “Wizard”."),
        ((NURSE, Decimal(1), "N1"), "“N1” is already there. Enter the post's reference"),
    ],
)
def test_a_post_that_cannot_be_is_refused(
    file: LocalityFile, args: tuple[Any, ...], sentence: str
) -> None:
    before = file.read(workforce.posts, ON)
    assert refusal(file, workforce.add_post, *args).startswith(sentence)
    assert file.read(workforce.posts, ON) == before


def test_every_field_of_a_post_can_be_changed(file: LocalityFile) -> None:
    values: dict[str, object] = {
        "reference": "N100",
        "title": "Lead nurse",
        "funding_stream": FundingStream.COMMUNITY,
        "funded_wte": Decimal("0.5"),
        "funded_from": APRIL,
        "funded_to": date(2017, 3, 31),
        "band": "7",
        "annual_cost_pence": 0,
        "status": PostStatus.FROZEN,
        "note": "Ends with the money.",
        "employer": "Ouseby Hospital",
        "practice": "Orchard Lane Surgery",
        "budget_line": "Global sum",
        "role": NURSE,
        "site": "Orchard House",
        "pay_point": "Band 6 top",
        "is_recruitable": False,
    }
    assert set(values) == {*POST_FIELDS, *NAMED}
    for field, value in values.items():
        file.edit("Change", workforce.set_post, 1, field, value)
    row = post(file)
    assert {field: getattr(row, field) for field in values} == values
    assert row.employing_sector is Sector.SECONDARY


def test_an_employer_is_taken_away_by_a_blank(file: LocalityFile) -> None:
    file.edit("Change", workforce.set_post, 1, "employer", None)
    row = post(file)
    assert row.employer is None
    assert row.employing_sector is row.sector is Sector.PRIMARY


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("role", None, "Enter the role."),
        ("role", "Wizard", "There is no role called “Wizard”."),
        ("employer", "Nobody Ltd", "There is no partner called “Nobody Ltd”."),
        ("reference", " ", "Enter the post's reference."),
        ("reference", "N2", "“N2” is already there."),
        ("funded_wte", None, "A post is funded for more than 0"),
        ("annual_cost_pence", -1, "A post's cost cannot be below nothing."),
        ("funding_stream", None, "Enter who pays for the post."),
        ("funded_to", date(2016, 3, 31), "The post cannot end before it begins."),
    ],
)
def test_a_change_of_a_post_is_refused_with_what_is_accepted(
    file: LocalityFile, field: str, value: object, sentence: str
) -> None:
    before = post(file)
    assert refusal(file, workforce.set_post, 1, field, value).startswith(sentence)
    assert post(file) == before


def test_a_post_that_is_gone_is_refused(file: LocalityFile) -> None:
    file.edit("Delete", workforce.remove_posts, [1])
    assert [row.id for row in file.read(workforce.assignments)] == [2, 3]
    assert "no longer in the file" in refusal(file, workforce.set_post, 1, "title", "x")
    file.undo()
    assert held(file).post_id == 1


def test_a_proposed_post_is_not_in_the_establishment(file: LocalityFile) -> None:
    file.edit("Change", workforce.set_post, 1, "status", PostStatus.PROPOSED)
    row = post(file)
    assert (row.funded_wte, row.established_wte) == (Decimal(1), Decimal(0))
    assert (row.vacant_wte, row.over_wte) == (Decimal(0), Decimal(1))


def test_a_post_counts_from_its_first_day_to_its_last(file: LocalityFile) -> None:
    file.edit("Change", workforce.set_post, 1, "funded_to", ON)
    days = (date(2016, 3, 31), APRIL, ON, date(2016, 11, 1))
    assert [post(file, on=day).is_funded for day in days] == [False, True, True, False]


def test_a_vacant_post_counts_in_the_establishment(file: LocalityFile) -> None:
    file.edit("Delete", workforce.remove_assignments, [1])
    row = post(file)
    assert (row.established_wte, row.in_post_wte, row.vacant_wte) == (1, 0, 1)
    assert row.holders == ""


# People


def test_a_person_is_added_with_what_else_is_known(file: LocalityFile) -> None:
    rest: dict[str, object] = {
        "staff_code": "S9",
        "professional_body": ProfessionalBody.NMC,
        "registration_expires_on": date(2017, 1, 31),
        "birth_year": 1980,
        "work_email": "a@b.example",
    }
    made = file.edit("Add", workforce.add_person, "Ann Lee", rest=rest)
    row = person(file, made)
    assert {field: getattr(row, field) for field in rest} == rest
    assert (row.posts, row.wte, row.is_in_post, row.is_volunteer) == ("", 0, False, False)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "Enter the name people know them by."),
        ("birth_year", 1899, "Enter the year of birth, such as 1980"),
        ("birth_year", 2101, "Enter the year of birth, such as 1980"),
        ("staff_code", "S2", "“S2” is already there."),
    ],
)
def test_a_change_of_a_person_is_refused_with_what_is_accepted(
    file: LocalityFile, field: str, value: object, sentence: str
) -> None:
    before = person(file)
    assert refusal(file, workforce.set_person, 1, field, value).startswith(sentence)
    assert person(file) == before


def test_somebody_without_a_name_is_refused(file: LocalityFile) -> None:
    assert refusal(file, workforce.add_person, "  ") == "Enter the name people know them by."


def test_who_is_deleted_holds_nothing(file: LocalityFile) -> None:
    file.edit("Delete", workforce.remove_people, [1, 2])
    assert [row.person_id for row in file.read(workforce.assignments)] == [3]
    assert post(file).vacant_wte == 1


# Who holds what


def test_somebody_put_into_a_post_fills_it(file: LocalityFile) -> None:
    new = file.edit("Add", workforce.add_post, NURSE, Decimal(1))
    rest = {"contract_kind": ContractKind.FIXED_TERM, "ends_on": date(2017, 3, 31)}
    file.edit("Put", workforce.add_assignment, new, 1, APRIL, 1125, rest=rest)
    row = post(file, new)
    assert (row.in_post_wte, row.vacant_wte) == (Decimal("0.5"), Decimal("0.5"))
    assert row.holders == "Person Example 1"
    assert person(file).wte == Decimal("1.5")
    assert person(file).posts == f"{NURSE} (N1), {NURSE} (P001)"


@pytest.mark.parametrize("kind", [ContractKind.BANK, ContractKind.AGENCY, ContractKind.LOCUM])
def test_cover_stands_apart_from_in_post(file: LocalityFile, kind: ContractKind) -> None:
    file.edit("Change", workforce.set_assignment, 1, "contract_kind", kind)
    row = post(file)
    assert (row.in_post_wte, row.cover_wte, row.vacant_wte) == (0, 1, 1)
    assert not person(file).is_in_post


def test_a_volunteer_is_of_the_team_without_wte(file: LocalityFile) -> None:
    file.edit("Change", workforce.set_assignment, 1, "contract_kind", ContractKind.VOLUNTEER)
    assert (held(file).wte, person(file).is_volunteer) == (0, True)


def test_an_over_filled_post_hides_no_other_vacancy(file: LocalityFile) -> None:
    file.edit("Put", workforce.add_assignment, 1, 2, APRIL, 2250)
    file.edit("Delete", workforce.remove_assignments, [2])
    assert (post(file).over_wte, post(file).vacant_wte) == (1, 0)
    assert post(file, 2).vacant_wte == 1


def test_a_wte_by_hand_needs_a_reason_and_goes_with_it(file: LocalityFile) -> None:
    sentence = refusal(file, workforce.set_assignment, 1, "wte_override", Decimal("0.9"))
    assert sentence == "First enter why the WTE is not the hours divided by 37.5."
    file.edit("Why", workforce.set_assignment, 1, "wte_reason", "Works 40 hours for the pay of 36")
    file.edit("Set", workforce.set_assignment, 1, "wte_override", Decimal("0.9"))
    assert held(file).wte == Decimal("0.9")
    file.edit("Why", workforce.set_assignment, 1, "wte_reason", None)
    assert (held(file).wte_override, held(file).wte) == (None, 1)
    assert held(file).weekly_hours == Decimal("37.5")


def test_how_somebody_left_is_kept(file: LocalityFile) -> None:
    for field, value in (
        ("ends_on", date(2016, 9, 30)),
        ("leaving_reason", LeavingReason.RETIREMENT),
        ("destination", "The allotment"),
    ):
        file.edit("Leave", workforce.set_assignment, 1, field, value)
    row = held(file)
    assert (row.leaving_reason, row.destination) == (LeavingReason.RETIREMENT, "The allotment")
    assert (row.is_live(date(2016, 9, 30)), row.is_live(date(2016, 10, 1))) == (True, False)
    assert (post(file).vacant_wte, person(file).posts) == (1, "")


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("weekly_minutes", None, "Enter hours a week between 0 and 100, for example 37.5."),
        ("weekly_minutes", 6001, "Enter hours a week between 0 and 100, for example 37.5."),
        ("starts_on", None, "Enter the first day."),
        ("ends_on", date(2016, 3, 31), "The assignment cannot end before it begins."),
        ("contract_kind", None, "Enter how they are engaged."),
    ],
)
def test_a_change_of_an_assignment_is_refused_with_what_is_accepted(
    file: LocalityFile, field: str, value: object, sentence: str
) -> None:
    before = held(file)
    assert refusal(file, workforce.set_assignment, 1, field, value).startswith(sentence)
    assert held(file) == before


def test_nobody_is_put_into_a_post_that_is_not_there(file: LocalityFile) -> None:
    gone = "That line is no longer in the file."
    assert refusal(file, workforce.add_assignment, 99, 1, APRIL, 2250).startswith(gone)
    assert refusal(file, workforce.add_assignment, 1, 99, APRIL, 2250).startswith(gone)


# Where the time goes


def test_where_the_time_goes_adds_up_to_all_of_it(file: LocalityFile) -> None:
    shares = {
        Place("M81001"): Decimal("0.6"),
        Place(service="ART"): Decimal("0.3"),
        Place("M81001", "ART"): Decimal("0.1"),
    }
    file.edit("Split", workforce.set_deployment, 1, shares)
    kept = file.read(workforce.deployments)
    assert {row.place: row.share for row in kept} == shares
    file.edit("Not split", workforce.set_deployment, 1, {})
    assert file.read(workforce.deployments) == []
    file.undo()
    assert file.read(workforce.deployments) == kept


@pytest.mark.parametrize(
    ("shares", "sentence"),
    [
        ({Place("M81001"): Decimal("0.9")}, "The parts of somebody's time are each above 0%"),
        (
            {Place("M81001"): Decimal("1.5"), Place(service="ART"): Decimal("-0.5")},
            "The parts of somebody's time are each above 0%",
        ),
        ({Place(): Decimal(1)}, "Choose a practice, a site or a service"),
        ({Place("X"): Decimal(1)}, "There is no practice called “X”."),
        ({Place(service="X"): Decimal(1)}, "There is no service called “X”."),
        ({Place(site="X"): Decimal(1)}, "There is no site called “X”."),
    ],
)
def test_a_split_that_is_not_whole_is_refused(
    file: LocalityFile, shares: dict[Place, Decimal], sentence: str
) -> None:
    assert refusal(file, workforce.set_deployment, 1, shares).startswith(sentence)
    assert file.read(workforce.deployments) == []


# Month by month


def test_the_months_are_those_of_the_posts(file: LocalityFile) -> None:
    file.edit("Leave", workforce.set_assignment, 1, "ends_on", date(2016, 9, 15))
    file.edit("Bank", workforce.set_assignment, 2, "contract_kind", ContractKind.BANK)
    file.edit("Over", workforce.add_assignment, 3, 2, APRIL, 225)
    rows = file.read(workforce.filled_by_month, OCTOBER)
    assert [row.month for row in rows] == [Month(2016, number) for number in range(4, 11)]
    for row in rows:
        posts = file.read(workforce.posts, row.month.last)
        assert row.funded_wte == sum(each.established_wte for each in posts)
        assert row.in_post_wte == sum(each.in_post_wte for each in posts)
        assert row.vacant_wte == sum(each.vacant_wte for each in posts)
        assert row.over_wte == sum(each.over_wte for each in posts)
    assert (rows[-1].vacant_wte, rows[-1].over_wte) == (2, Decimal("0.1"))


def test_a_file_without_posts_has_no_months(path: Path) -> None:
    with_nothing = localities.empty(path)
    assert with_nothing.read(workforce.filled_by_month, OCTOBER, 3) == []
    with_nothing.close()


# The catalogue and the census


def test_the_catalogue_tells_what_a_role_is(file: LocalityFile) -> None:
    (row,) = file.read(workforce.roles)
    assert (row.code, row.name, row.staff_group, row.sector) == (
        "NURSE", NURSE, StaffGroup.NURSE, Sector.PRIMARY,
    )  # fmt: skip


def test_the_census_stands_apart(file: LocalityFile) -> None:
    def count(session: Session) -> None:
        session.add(
            NetworkStaff(network_code="U37593", network_name="Teesdale", counted_on=CENSUS_DAY,
                         staff_group="Nurses", role="Nurse", wte=Decimal("1.25"), heads=2)
        )  # fmt: skip

    before = file.read(workforce.posts, ON)
    file.edit("Census", count)
    (row,) = file.read(workforce.network_staff)
    assert (row.network_code, row.wte, row.heads) == ("U37593", Decimal("1.25"), 2)
    assert file.read(workforce.posts, ON) == before


# Hours


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("37.5", "37.5"), ("37.5 h", "37.5"), ("37.5 hours a week", "37.5"), ("37:30", "37.5"),
        ("9 sessions", "37.5"), ("6 GP sessions", "25"), ("1 session", "4.1667"), ("6s", "25"),
        ("0", "0"),
    ],
)  # fmt: skip
def test_hours_are_read_as_people_write_them(text: str, told: str) -> None:
    assert typed_hours(text) == Decimal(told)


@pytest.mark.parametrize("text", ["sessions", "full time", "9 sessions or so", "37:75"])
def test_what_is_no_length_of_time_is_refused(text: str) -> None:
    with pytest.raises(
        Refusal, match=r"is not a length of time\. Enter hours a week such as 37\.5"
    ):
        typed_hours(text)


def test_blank_hours_are_not_known() -> None:
    assert typed_hours(" ") is None


@given(st.integers(0, 6000))
def test_hours_tell_their_minutes(minutes: int) -> None:
    assert round(hours(minutes) * 60) == minutes


def test_held_on_a_day_is_what_runs_on_it_its_last_day_too(file: LocalityFile) -> None:
    everyone = file.read(workforce.assignments)
    days = {day for row in everyone for day in (row.starts_on, row.ends_on) if day}
    near = {day + timedelta(days=by) for day in days for by in (-1, 0, 1)}
    for day in sorted(near):
        expected = [row for row in everyone if row.is_live(day)]
        assert file.read(workforce.held, day) == expected
        since = [row for row in everyone if row.ends_on is None or row.ends_on >= day]
        assert file.read(workforce.assignments, day) == since


def test_time_may_go_to_a_site_as_well(file: LocalityFile) -> None:
    shares = {Place(site="Orchard House"): Decimal("0.25"), Place("M81001"): Decimal("0.75")}
    file.edit("Split", workforce.set_deployment, 1, shares)
    assert {row.place: row.share for row in file.read(workforce.deployments)} == shares


def test_a_secondment_names_the_other_employer(file: LocalityFile) -> None:
    file.edit("Lend", workforce.set_assignment, 1, "contract_kind", ContractKind.SECONDMENT_OUT)
    file.edit("To whom", workforce.set_assignment, 1, "other_employer", "ouseby hospital")
    assert held(file).other_employer == "Ouseby Hospital"
    sentence = "There is no partner called “Nowhere”. Add it first, or choose another."
    assert refusal(file, workforce.set_assignment, 1, "other_employer", "Nowhere") == sentence
