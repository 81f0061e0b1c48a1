"""Staff lists with sites, pay, secondments, splits, leavers: bad cells named, good rows taken."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.services import Category
from pch_desktop.domain.workforce import (
    ContractKind,
    LeavingReason,
    PensionScheme,
    PostStatus,
)
from pch_desktop.imports import own, preview
from pch_desktop.imports.own_fields import OwnKind
from pch_desktop.imports.own_split import parted
from pch_desktop.imports.plan import ImportPlan
from pch_desktop.models.population import Practice, Site
from pch_desktop.models.services import Service
from pch_desktop.models.workforce_pay import PayPoint
from pch_desktop.store import own as standing
from pch_desktop.store import workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import Place
from tests import localities

ON = date(2016, 10, 31)
VALLEY, MARSH = "Valley Health Centre", "Marsh Road Surgery"


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """Three nurses in posts N1 to N3, three practices, a site, a service, a pay point."""
    made = localities.like(begun, path)
    yield made
    made.close()


def begun(path: Path) -> LocalityFile:
    """Make such a file; it is made once and copied."""
    made = localities.made(path)
    made.edit("Seed more", _more)
    return made


def _more(session: Session) -> None:
    session.add_all(
        [
            Practice(id=2, code="M81002", name=VALLEY),
            Practice(id=3, code="M81003", name=MARSH),
            Site(id=1, name="Marsh annexe, Weir Lane"),
            Service(id=1, code="ART", name="Acute Response Team", category=Category.URGENT),
            PayPoint(id=1, scale="Agenda for Change", name="Band 6 top"),
        ]
    )


def taken(file: LocalityFile, *lines: str, kind: OwnKind = OwnKind.PEOPLE) -> ImportPlan:
    """Bring in a pasted staff list and return its plan."""
    sheet = own.read("\n".join(lines) + "\n", kind)
    plan = own.plan_for(file, sheet, year=FinancialYear(2016))
    own.commit(file, plan)
    return plan


def rows(file: LocalityFile, table: str) -> list[dict[str, Any]]:
    """Return the rows of a table, oldest first."""
    return [dict(row) for row in file.read(standing.standing).tables[table]]


def newest(file: LocalityFile, table: str) -> dict[str, Any]:
    return rows(file, table)[-1]


def split_of(file: LocalityFile, name: str) -> dict[Place, Decimal]:
    held = next(row for row in file.read(workforce.assignments) if row.person == name)
    found = file.read(workforce.deployments)
    return {row.place: row.share for row in found if row.assignment_id == held.id}


def told(plan: ImportPlan) -> list[tuple[int, str, str]]:
    return [(row.row, row.column, row.reason) for row in plan.refused]


# What a row may say


def test_a_list_brings_site_pay_pension_secondment_and_leaving(file: LocalityFile) -> None:
    plan = taken(
        file,
        "Name\tJob title\tSite\tHours\tStart date\tEnd date\tPay point\tFull-time pay\t"
        "Pension scheme\tSeconded from\tReason for leaving\tDestination\tRecruitable",
        "Ada Reed\tPractice nurse\tMarsh annexe, Weir Lane\t30\t1/4/2016\t30/9/2016\tband 6 top\t"
        "£35,000\tLGPS\tFen County Council\tretired\tSpain\tno",
    )
    assert plan.refused == ()
    held, post = newest(file, "assignment"), newest(file, "post")
    assert (held["ends_on"], held["leaving_reason"], held["destination"]) == (
        date(2016, 9, 30), LeavingReason.RETIREMENT, "Spain",
    )  # fmt: skip
    assert (held["full_time_pay_pence"], held["pay_point_id"]) == (35_000_00, 1)
    assert (held["pension_scheme"], held["contract_kind"]) == (
        PensionScheme.COUNCIL, ContractKind.SECONDMENT_IN,
    )  # fmt: skip
    assert newest(file, "partner")["name"] == "Fen County Council"
    assert held["other_employer_id"] == newest(file, "partner")["id"]
    assert (post["site_id"], post["is_recruitable"], post["pay_point_id"]) == (1, False, None)


def test_a_post_without_anybody_keeps_its_own_pay_point(file: LocalityFile) -> None:
    taken(file, "Job title\tFunded WTE\tPay point\tSite", f"Nurse lead\t1\tBand 6 top\t{VALLEY}",
          kind=OwnKind.POSTS)  # fmt: skip
    post = newest(file, "post")
    assert (post["pay_point_id"], post["practice_id"], post["site_id"]) == (1, 2, None)


def test_hours_may_be_sessions_or_a_volunteers(file: LocalityFile) -> None:
    taken(file, "Name\tRole\tSessions\tVolunteer hours\tStart date",
          "Dr Lark\tSalaried GP\t6\t\t1/4/2016", "Vi Moss\tVolunteer\t\t3\t1/4/2016")  # fmt: skip
    doctor, volunteer = rows(file, "assignment")[-2:]
    assert (doctor["weekly_minutes"], volunteer["weekly_minutes"]) == (1_500, 180)
    assert volunteer["contract_kind"] is ContractKind.VOLUNTEER
    assert newest(file, "post")["status"] is PostStatus.PROPOSED
    before = file.read(workforce.posts, ON)
    assert next(row for row in before if row.holders == "Vi Moss").established_wte == 0


# Where time goes


def test_one_cell_may_split_the_time_over_practices(file: LocalityFile) -> None:
    taken(file, "Name\tRole\tHours\tStart date\tTime split",
          "Ada Reed\tPharmacist\t37.5\t1/4/2016\tValley 60%, Marsh Road 40%")  # fmt: skip
    assert split_of(file, "Ada Reed") == {
        Place("M81002"): Decimal("0.6"), Place("M81003"): Decimal("0.4"),
    }  # fmt: skip
    there = file.read(workforce.time_there, ON)
    mine = {row.practice_id: row.wte for row in there if row.role == newest(file, "role")["name"]}
    assert mine == {2: Decimal("0.6"), 3: Decimal("0.4")}


def test_a_row_for_each_practice_is_one_post_and_one_assignment(file: LocalityFile) -> None:
    lines = (
        "Name\tRole\tHours\tStart date\tPractice\tShare of time",
        f"Ada Reed\tPharmacist\t37.5\t1/4/2016\t{VALLEY}\t60%",
        "Bo Ash\tPharmacist\t30\t1/4/2016\tOrchard Lane Surgery\t100",
        f"Ada Reed\tPharmacist\t37.5\t1/4/2016\t{MARSH}\t40",
    )
    plan = taken(file, *lines)
    assert (plan.rows_kept, plan.rows_refused) == (3, 0)
    assert len(rows(file, "assignment")) == 5
    assert split_of(file, "Ada Reed") == {
        Place("M81002"): Decimal("0.6"), Place("M81003"): Decimal("0.4"),
    }  # fmt: skip
    assert split_of(file, "Bo Ash") == {Place("M81001"): Decimal(1)}
    again = own.plan_for(file, own.read("\n".join(lines) + "\n", OwnKind.PEOPLE))
    assert again.changes == ()


def test_another_split_takes_the_place_of_the_one_before_and_is_undone(file: LocalityFile) -> None:
    head = "Name\tRole\tHours\tStart date\tTime split"
    start = "Ada Reed\tPharmacist\t37.5\t1/4/2016\t"
    taken(file, head, f"{start}Valley 60%, Marsh Road 40%")
    taken(file, head, f"{start}Valley 50%; Acute Response Team 50%")
    assert split_of(file, "Ada Reed") == {
        Place("M81002"): Decimal("0.5"), Place(service="ART"): Decimal("0.5"),
    }  # fmt: skip
    file.undo()
    assert split_of(file, "Ada Reed")[Place("M81003")] == Decimal("0.4")
    plan = taken(file, head, f"{start}Marsh annexe, Weir Lane")
    assert split_of(file, "Ada Reed") == {Place(site="Marsh annexe, Weir Lane"): Decimal(1)}
    assert any("Ada Reed" in row.what for row in preview.rows(plan))


@given(st.lists(st.integers(1, 99), min_size=1, max_size=4), st.booleans())
def test_shares_are_read_whichever_way_round_they_are_written(
    parts: list[int], leads: bool
) -> None:
    names = ["Valley", "Marsh annexe, Weir Lane", "Practice 2", "MV001"]
    listed = list(zip(names, parts, strict=False))
    text = ", ".join(f"{part}% {name}" if leads else f"{name} {part}%" for name, part in listed)
    assert parted(text) == [(name, Decimal(part) / 100) for name, part in listed]


# What no row may say


BAD = (
    "Name\tPost ref\tRole\tHours\tStart date\tEnd date\tTime split\tRegistration expires",
    "Ada Reed\t\tPharmacist\t400\t1/4/2016\t\t\t",
    "Bo Ash\t\tPharmacist\t30\t1/4/2016\t31/3/2016\t\t",
    "Cy Elm\t\tPharmacist\t30\t1/4/2016\t\tValley 60%, Marsh Road 50%\t",
    "Di Fir\t\tPharmacist\t30\t1/4/2016\t\tNowhere 60%, Valley 40%\t",
    "Ed Gum\tN1\tPractice nurse\t37.5\t1/6/2016\t\t\t",
    "Fay Ivy\t\tPharmacist\t30\t1/4/2016\t\tValley, Marsh Road\t",
    "Gil Oak\t\tPharmacist\t30\t1/4/2016\t\t\t31/3/2015",
    "Hal Yew\t\tPharmacist\t30\t1/4/2016\t\tValley 50%, Marsh Road 50%\t31/3/2018",
)


def test_each_bad_row_is_named_by_row_and_column_and_the_good_ones_are_taken(
    file: LocalityFile,
) -> None:
    plan = taken(file, *BAD)
    assert told(plan) == [
        (2, "Hours", "D2: Enter hours a week between 0 and 100, for example 37.5."),
        (3, "End date", "F3: Somebody cannot leave a post before they begin in it. "
         "Enter a later end date."),
        (4, "Time split", "G4: The shares add up to 110.0%, that is 10.0% too much. "
         "They add up to 100% together."),
        (5, "Time split", "G5: There is no practice, site or service called “Nowhere”. Enter one "
         "of: Acute Response Team, Marsh Road Surgery, Marsh annexe, Weir Lane, "
         "Orchard Lane Surgery, Valley Health Centre."),
        (6, "Post ref", "B6: Post N1 is held in full by Person Example 1. Enter the day they "
         "leave it, or give Ed Gum another post."),
        (7, "Time split", "G7: Each place needs its share of the time. "
         "Enter them such as Valley 60%, Marsh 40%."),
    ]  # fmt: skip
    names = {row["name"] for row in rows(file, "person")}
    assert {"Gil Oak", "Hal Yew"} <= names
    assert not {"Ada Reed", "Bo Ash", "Cy Elm", "Di Fir", "Ed Gum", "Fay Ivy"} & names
    assert any("Gil Oak (H8, 31/03/2015)" in note for note in plan.notes)
    assert plan.rows_read == plan.rows_kept + plan.rows_refused == 8


def test_shares_in_rows_that_are_not_whole_refuse_all_rows_of_the_person(
    file: LocalityFile,
) -> None:
    plan = taken(
        file,
        "Name\tRole\tHours\tStart date\tPractice\tShare of time",
        f"Ada Reed\tPharmacist\t37.5\t1/4/2016\t{VALLEY}\t60%",
        f"Ada Reed\tPharmacist\t37.5\t1/4/2016\t{MARSH}\t50%",
        f"Bo Ash\tPharmacist\t37.5\t1/4/2016\t{MARSH}\t90%",
    )
    assert [(row, column) for row, column, _ in told(plan)] == [
        (2, "Share of time"), (3, "Share of time"), (4, "Share of time"),
    ]  # fmt: skip
    assert "110.0%, that is 10.0% too much" in plan.refused[0].reason
    assert "90.0%, 10.0% is missing" in plan.refused[2].reason
    assert plan.is_nothing


def test_a_full_post_takes_somebody_once_its_holder_has_left(file: LocalityFile) -> None:
    head = "Name\tPost ref\tRole\tHours\tStart date\tEnd date"
    plan = taken(
        file,
        head,
        "Ed Gum\tN1\tPractice nurse\t37.5\t1/10/2016\t",
        "Person Example 1\tN1\tPractice nurse\t37.5\t1/4/2016\t30/9/2016",
    )
    assert plan.refused == ()
    post = next(row for row in file.read(workforce.posts, ON) if row.reference == "N1")
    assert (post.holders, post.in_post_wte) == ("Ed Gum", Decimal(1))


def test_a_full_post_of_the_sheet_itself_takes_nobody_more_and_cover_may_stand_in(
    file: LocalityFile,
) -> None:
    plan = taken(
        file,
        "Name\tPost ref\tRole\tFunded WTE\tHours\tStart date\tContract",
        "Ada Reed\tX1\tPharmacist\t0.5\t18.75\t1/4/2016\tpermanent",
        "Bo Ash\tX1\tPharmacist\t0.5\t18.75\t1/4/2016\tpermanent",
        "Cy Elm\tX1\tPharmacist\t0.5\t18.75\t1/4/2016\tlocum",
    )
    assert [(row, column) for row, column, _ in told(plan)] == [(3, "Post ref")]
    assert "Post X1 is held in full by Ada Reed." in plan.refused[0].reason
    assert plan.rows_kept == 2


def test_roles_and_employers_nobody_knows_are_named_with_their_cells(file: LocalityFile) -> None:
    plan = taken(
        file,
        "Name\tRole\tEmployer\tHours\tStart date",
        "Ada Reed\tStar gazer\tMoonlight Ltd\t30\t1/4/2016",
    )
    notes = " ".join(plan.notes)
    assert "Star gazer (direct patient care) in B2" in notes
    assert "Moonlight Ltd" in notes
    assert "in C2" in notes


def test_a_pay_point_nobody_knows_is_left_blank_and_its_cell_named(file: LocalityFile) -> None:
    plan = taken(file, "Name\tRole\tHours\tStart date\tPay point",
                 "Ada Reed\tPharmacist\t30\t1/4/2016\tBand 99")  # fmt: skip
    assert newest(file, "assignment")["pay_point_id"] is None
    assert "There is no pay point called so; left blank: Band 99 (E2)." in plan.notes
