"""Waits, hours, lead times and queues, kept in a real file."""

from __future__ import annotations

from collections.abc import Callable, Generator
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from pch_desktop.domain.budget_plan import ClosingKind
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Category, ServiceStatus, WaitKind
from pch_desktop.domain.services_waits import NATIONAL, Spell
from pch_desktop.models.budget_plan import MonthClosing
from pch_desktop.models.population import Site
from pch_desktop.models.services import Service
from pch_desktop.store import services
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.services import HourPlace, LeadPlace, QueueRow, WaitRow
from tests import localities

OCTOBER = Month(2016, 10)


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """Two services, one of them live, and a site."""
    file = localities.made(path)
    file.edit("Seed more", _more)
    yield file
    file.close()


def _more(session: Session) -> None:
    live = ServiceStatus.LIVE
    session.add_all(
        [
            Service(id=1, code="S1", name="Memory", category=Category.MENTAL_HEALTH, status=live),
            Service(id=2, code="S2", name="Idea", category=Category.PLANNED),
            Site(id=1, name="Hub"),
        ]
    )


def _closed(session: Session) -> None:
    session.add(MonthClosing(month=OCTOBER, kind=ClosingKind.CLOSED, at=localities.NOON))


def memory(file: LocalityFile) -> WaitRow:
    return next(row for row in file.read(services.waits, OCTOBER) if row.id == 1)


def queue(file: LocalityFile) -> QueueRow:
    return next(row for row in file.read(services.queues, OCTOBER) if row.id == 1)


def test_days_are_kept_as_days_with_people_and_undone_as_one(file: LocalityFile) -> None:
    file.edit("Days", services.set_wait_days, 1, OCTOBER, (3, 7, 7, 41))
    assert memory(file).kind is WaitKind.DAYS
    assert memory(file).spells == (Spell(3, 4, 1), Spell(7, 8, 2), Spell(41, 42, 1))
    file.undo()
    assert memory(file).kind is None
    assert not memory(file).spells


def test_every_service_is_there_to_be_typed_in(file: LocalityFile) -> None:
    assert [(row.name, row.is_running) for row in file.read(services.waits, OCTOBER)] == [
        ("Idea", False),
        ("Memory", True),
    ]


def test_bands_are_put_in_one_by_one_and_a_blank_takes_one_out(file: LocalityFile) -> None:
    for (first, _), count in zip(NATIONAL, range(7), strict=True):
        file.edit("Band", services.set_wait_band, 1, OCTOBER, first, count)
    assert memory(file).spells[-1] == Spell(29, None, 6)
    file.edit("Blank", services.set_wait_band, 1, OCTOBER, 29, None)
    assert [each.people for each in memory(file).spells] == [0, 1, 2, 3, 4, 5]


def test_days_take_the_place_of_bands_and_bands_wait_for_the_days_to_go(
    file: LocalityFile,
) -> None:
    file.edit("Band", services.set_wait_band, 1, OCTOBER, 0, 5)
    file.edit("Days", services.set_wait_days, 1, OCTOBER, (1, 2))
    assert memory(file).spells == (Spell(1, 2, 1), Spell(2, 3, 1))
    with pytest.raises(Refusal, match="Each person's days of Memory are told for October 2016"):
        file.edit("Band", services.set_wait_band, 1, OCTOBER, 0, 5)
    file.edit("Days", services.set_wait_days, 1, OCTOBER, ())
    file.edit("Band", services.set_wait_band, 1, OCTOBER, 0, 5)
    assert memory(file).kind is WaitKind.BANDS


def test_the_months_of_one_service_come_in_their_order(file: LocalityFile) -> None:
    file.edit("Days", services.set_wait_days, 1, OCTOBER, (5,))
    months = [OCTOBER.plus(-1), OCTOBER]
    before, now = file.read(services.wait_history, 1, months)
    assert (before.kind, now.spells) == (None, (Spell(5, 6, 1),))


def test_what_cannot_be_waited_is_refused_and_nothing_is_changed(file: LocalityFile) -> None:
    refused: list[tuple[Callable[..., None], tuple[object, ...], str]] = [
        (services.set_wait_days, (1, OCTOBER, (3, -1)), "cannot be negative"),
        (services.set_wait_band, (1, OCTOBER, 0, -1), "whole number, 0 or more"),
        (services.set_wait_band, (1, OCTOBER, 5, 1), "one of the national bands"),
        (services.set_wait_days, (9, OCTOBER, (3,)), "no longer in the file"),
    ]
    for command, args, said in refused:
        with pytest.raises(Refusal, match=said):
            file.edit("Bad", command, *args)
    assert memory(file).kind is None


def test_an_hour_is_kept_by_site_and_by_no_site_apart(file: LocalityFile) -> None:
    hub, nowhere = HourPlace(1, 1, OCTOBER), HourPlace(1, None, OCTOBER)
    for place, count in ((hub, 12), (nowhere, 3), (nowhere, 4)):
        file.edit("Asked", services.set_hour, place, (6, 9), "asked", count)
    file.edit("Slots", services.set_hour, hub, (6, 9), "slots", 8)
    rows = file.read(services.hours, OCTOBER)
    assert {(row.site, row.weekday, row.hour, row.asked, row.slots) for row in rows} == {
        ("Hub", 6, 9, 12, 8),
        (None, 6, 9, 4, None),
    }
    file.edit("Blank", services.set_hour, nowhere, (6, 9), "asked", None)
    assert [row.site for row in file.read(services.hours, OCTOBER)] == ["Hub"]
    with pytest.raises(Refusal, match="how many asked as a whole number"):
        file.edit("Bad", services.set_hour, hub, (6, 9), "asked", -2)


def test_a_lead_time_is_kept_by_band_and_goes_when_it_is_blank(file: LocalityFile) -> None:
    place = LeadPlace(1, OCTOBER, 2)
    file.edit("Came", services.set_lead_time, place, "attended", 90)
    file.edit("Missed", services.set_lead_time, place, "not_attended", 6)
    (row,) = file.read(services.lead_times, OCTOBER)
    assert (row.from_days, row.until_days, row.attended, row.not_attended) == (2, 8, 90, 6)
    for field in ("attended", "not_attended"):
        file.edit("Blank", services.set_lead_time, place, field, None)
    assert not file.read(services.lead_times, OCTOBER)
    with pytest.raises(Refusal, match="one of the bands"):
        file.edit("Bad", services.set_lead_time, LeadPlace(1, OCTOBER, 3), "attended", 1)


def test_a_queue_reads_the_month_and_what_a_referral_needs(file: LocalityFile) -> None:
    assert queue(file).waiting is None
    for field, count in (("waiting", 40), ("first_contacts", 12), ("still_to_hospital", 3)):
        file.edit("Count", services.set_month, 1, OCTOBER, field, count)
    file.edit("Each", services.set_contacts_each, 1, Decimal("2.5"))
    row = queue(file)
    assert (row.waiting, row.first_contacts, row.still_to_hospital) == (40, 12, 3)
    assert row.contacts_each == Decimal("2.5")
    with pytest.raises(Refusal, match="from 0 to 1,000"):
        file.edit("Each", services.set_contacts_each, 1, -1)


def test_a_closed_month_takes_no_waits_hours_or_lead_times(file: LocalityFile) -> None:
    file.edit("Close", _closed)
    hub = HourPlace(1, 1, OCTOBER)
    refused: list[tuple[Callable[..., None], tuple[object, ...]]] = [
        (services.set_wait_days, (1, OCTOBER, (3,))),
        (services.set_wait_band, (1, OCTOBER, 0, 3)),
        (services.set_hour, (hub, (1, 9), "asked", 2)),
        (services.set_lead_time, (LeadPlace(1, OCTOBER, 0), "attended", 2)),
    ]
    for command, args in refused:
        with pytest.raises(Refusal, match="October 2016 is closed"):
            file.edit("Late", command, *args)
    assert memory(file).kind is None
