"""Parts of months by place and practice, beds, calls, and who is to send what, in the file."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from pch_desktop.domain.budget_plan import ClosingKind
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Category, ServiceStatus
from pch_desktop.models.budget_plan import MonthClosing
from pch_desktop.models.partners import Contact
from pch_desktop.models.population import Practice, Site
from pch_desktop.models.services import Service
from pch_desktop.store import services
from pch_desktop.store.locality_file import LocalityFile
from tests import localities

OCTOBER = Month(2016, 10)
ORCHARD, MILLPOND, HUB = "Orchard Lane Surgery", "Millpond Surgery", "Hub"


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """Two practices, a hub, a building of a practice, and two services."""
    file = localities.made(path)
    file.edit("Seed more", _more)
    yield file
    file.close()


def _more(session: Session) -> None:
    session.add(Practice(id=2, code="M81002", name=MILLPOND))
    session.flush()
    session.add_all([Site(id=1, name=HUB), Site(id=2, name="Annexe", practice_id=2)])
    session.add_all(
        Service(
            id=at,
            code=f"S{at:02d}",
            name=name,
            category=Category.PLANNED,
            status=ServiceStatus.LIVE,
            lead_partner_id=1,
            recharge_pence=1250,
        )
        for at, name in ((1, "Echo"), (2, "Falls"))
    )
    session.add_all(
        [
            Contact(partner_id=1, name="Ann Reed"),
            Contact(
                partner_id=1, name="Zoe Marsh", is_preferred=True, work_email="z@marsh.example"
            ),
        ]
    )


def add(file: LocalityFile, **told: object) -> int:
    return file.edit("Add", services.add_part, OCTOBER, "Echo", told)


def rows(file: LocalityFile) -> list[services.PartRow]:
    return file.read(services.parts, OCTOBER, OCTOBER)


def test_a_part_is_told_by_place_and_practice_and_undone(file: LocalityFile) -> None:
    add(file, place=MILLPOND.upper(), patients_of="orchard  lane surgery", attended=9, slots=12)
    (row,) = rows(file)
    assert (row.service, row.place, row.patients_of) == ("Echo", MILLPOND, ORCHARD)
    assert (row.attended, row.slots, row.booked) == (9, 12, None)
    assert (row.place_practice_id, row.patient_practice_id, row.recharge_pence) == (2, 1, 1250)
    assert row.source == "Entered by hand"
    file.undo()
    assert rows(file) == []


def test_a_building_is_a_place_and_stands_for_its_practice_where_it_has_one(
    file: LocalityFile,
) -> None:
    hub = add(file, place=HUB, patients_of=ORCHARD)
    add(file, place="Annexe", patients_of=ORCHARD)
    assert [(row.place, row.place_practice_id) for row in rows(file)] == [
        ("Annexe", 2),
        (HUB, None),
    ]
    assert file.read(services.places) == [MILLPOND, ORCHARD, "Annexe", HUB]
    file.edit("Place", services.set_part, hub, "place", MILLPOND)
    file.edit("Patients", services.set_part, hub, "patients_of", None)
    assert (MILLPOND, None) in {(row.place, row.patients_of) for row in rows(file)}


def test_what_cannot_be_a_part_is_refused_and_nothing_changed(file: LocalityFile) -> None:
    first = add(file, place=HUB)
    with pytest.raises(Refusal, match="already tells of Echo at that place"):
        add(file, place=HUB)
    second = add(file, place=HUB, patients_of=ORCHARD)
    with pytest.raises(Refusal, match="already tells of Echo"):
        file.edit("Patients", services.set_part, second, "patients_of", "")
    with pytest.raises(Refusal, match="no practice or site called “Moon”"):
        file.edit("Place", services.set_part, first, "place", "Moon")
    with pytest.raises(Refusal, match="no practice called “Moon”"):
        file.edit("Patients", services.set_part, first, "patients_of", "Moon")
    with pytest.raises(Refusal, match="no service called"):
        file.edit("Service", services.set_part, first, "service", None)
    with pytest.raises(Refusal, match="those attended as a whole number, 0 or more"):
        file.edit("Seen", services.set_part, first, "attended", -1)
    assert [row.attended for row in rows(file)] == [None, None]
    file.edit("Delete", services.remove_parts, (first, second))
    assert rows(file) == []
    assert file.read(services.last_part, OCTOBER) is None


def test_a_month_begins_with_the_lines_of_the_one_before_left_blank(file: LocalityFile) -> None:
    add(file, place=HUB, patients_of=ORCHARD, attended=9)
    add(file, place=MILLPOND, patients_of=ORCHARD, attended=3)
    november = OCTOBER.plus(1)
    file.edit("One", services.add_part, november, "Echo", {"place": HUB, "patients_of": ORCHARD})
    assert file.edit("Repeat", services.repeat_parts, november) == 1
    found = file.read(services.parts, november, november)
    assert [(row.place, row.attended) for row in found] == [(HUB, None), (MILLPOND, None)]
    with pytest.raises(Refusal, match="No month before November 2016 has lines"):
        file.edit("Repeat", services.repeat_parts, november)


def test_a_closed_month_keeps_its_parts_beds_and_calls(file: LocalityFile) -> None:
    part = add(file, place=HUB, attended=3)
    file.edit("Beds", services.set_beds, 1, OCTOBER, "beds_open", 12)
    file.edit("Close", _close)
    commands: tuple[Callable[[Session], object], ...] = (
        lambda session: services.add_part(session, OCTOBER, "Falls", {}),
        lambda session: services.set_part(session, part, "attended", 4),
        lambda session: services.remove_parts(session, (part,)),
        lambda session: services.set_beds(session, 1, OCTOBER, "beds_open", 13),
        lambda session: services.set_calls(session, 1, OCTOBER, "offered", 13),
    )
    for command in commands:
        with pytest.raises(Refusal, match="October 2016 is closed"):
            file.edit("Change", command)


def _close(session: Session) -> None:
    session.add(MonthClosing(month=OCTOBER, kind=ClosingKind.CLOSED, at=localities.NOON))


def test_beds_and_calls_are_kept_month_by_month_and_a_blank_month_goes(file: LocalityFile) -> None:
    for field, value in (("beds_open", 18), ("occupied_days", 502), ("source", "Bed return")):
        file.edit("Beds", services.set_beds, 1, OCTOBER, field, value)
    (beds,) = file.read(services.beds, OCTOBER, OCTOBER)
    assert (beds.name, beds.beds_open, beds.admissions, beds.source) == (
        "Echo",
        18,
        None,
        "Bed return",
    )
    assert beds.beds.available_days == 18 * 31
    assert file.read(services.bed_services) == [(1, "Echo")]
    with pytest.raises(Refusal, match="the people admitted as a whole number"):
        file.edit("Beds", services.set_beds, 1, OCTOBER, "admissions", -2)
    for field in ("beds_open", "occupied_days"):
        file.edit("Beds", services.set_beds, 1, OCTOBER, field, None)
    assert file.read(services.beds, OCTOBER, OCTOBER) == []
    file.edit("Calls", services.set_calls, 2, OCTOBER, "offered", None)
    file.edit("Calls", services.set_calls, 2, OCTOBER, "offered", 400)
    (calls,) = file.read(services.calls, OCTOBER, OCTOBER)
    assert (calls.name, calls.calls.offered, calls.wait_seconds) == ("Falls", 400, None)
    assert file.edit("Beds", services.mark_beds, ("falls",)) == 2
    assert file.edit("Calls", services.mark_calls, ("Echo",)) == 1
    assert file.read(services.bed_services) == [(2, "Falls")]
    assert file.read(services.call_services) == [(1, "Echo"), (2, "Falls")]


def test_figures_are_asked_of_the_leads_preferred_contact(file: LocalityFile) -> None:
    file.edit("Count", services.set_month, 1, OCTOBER, "waiting", 4)
    file.edit("Calls", services.set_calls, 1, OCTOBER.plus(-3), "offered", 4)
    echo, falls = file.read(services.senders)
    assert (echo.contact, echo.email, echo.lead) == ("Zoe Marsh", "z@marsh.example", falls.lead)
    (told,) = file.read(services.tellings, OCTOBER, OCTOBER)
    assert (told.service_id, told.is_attended_known, told.is_provisional) == (1, False, False)
    assert file.read(services.first_calls) == {1: OCTOBER.plus(-3)}
    assert file.read(services.first_beds) == {}
