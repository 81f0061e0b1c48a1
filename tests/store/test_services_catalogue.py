"""The catalogue in the file: its fields, its lawful steps, safety, targets, care homes, assets."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pch_desktop.domain.budget import Rating
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import (
    AcutePoint,
    AssetKind,
    BankHolidays,
    Category,
    ServiceStatus,
    Setting,
)
from pch_desktop.store import budget, services
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.services import ServiceRow
from tests import localities

OCTOBER = Month(2016, 10)
PARTNER, PRACTICE = "Marsh Valley Federation", "Orchard Lane Surgery"
LIVE, PAUSED = ServiceStatus.LIVE, ServiceStatus.PAUSED
SAFE = {"patients": "Adults", "capable": "A GP with the diploma", "place": "Room 4"}


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """One service called Skin clinic, an idea."""
    file = localities.made(path)
    file.edit("Add", services.add_service, "Skin clinic", Category.DERMATOLOGY)
    yield file
    file.close()


def put(file: LocalityFile, command: Any, *args: Any) -> Any:
    """Carry a command out as a step."""
    return file.edit("Change", command, *args)


def field(file: LocalityFile, name: str, value: object) -> None:
    """Put a value into a field of the clinic."""
    put(file, services.set_service, 1, name, value)


def clinic(file: LocalityFile) -> ServiceRow:
    """Return the clinic."""
    return next(row for row in file.read(services.services, OCTOBER) if row.id == 1)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("segment", "Children"),
        ("commissioner", PARTNER),
        ("operator", "Fen Mobile Clinics"),
        ("pathway", "Photographed, read, advised."),
        ("bank_holidays", BankHolidays.SUNDAY),
        ("appointment_minutes", 20),
        ("eligibility", "A mole that has changed"),
        ("exclusions", "Suspected melanoma"),
        ("acute_point", AcutePoint.FIRST),
        ("tariff_pence", 178_00),
        ("gp_freed_each", Decimal("0.3333")),
        ("contacts_each", Decimal("1.5")),
        ("recharge_pence", 31_50),
        ("due_days", 10),
        ("risks", "One reader only"),
    ],
)
def test_every_field_is_kept_blanked_and_undone(
    file: LocalityFile, name: str, value: object
) -> None:
    field(file, name, value)
    assert getattr(clinic(file).more, name) == value
    field(file, name, None)
    assert getattr(clinic(file).more, name) is None
    file.undo()
    assert getattr(clinic(file).more, name) == value


def test_yes_and_no_are_kept_and_a_blank_is_no(file: LocalityFile) -> None:
    for name in ("is_triaged", "has_beds", "takes_calls", "is_from_hospital"):
        field(file, name, True)
        assert getattr(clinic(file).more, name) is True
        field(file, name, None)
        assert getattr(clinic(file).more, name) is False


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("appointment_minutes", 0, "from 1 to 1,440"),
        ("tariff_pence", -1, "from £0 to £10,000,000"),
        ("gp_freed_each", Decimal("-0.1"), "from 0 to 1,000"),
        ("gp_freed_each", Decimal("0.33333"), "at most four decimal places"),
        ("due_days", 400, "from 0 to 366"),
        ("commissioner", "Nobody", "no partner called “Nobody”"),
        ("risks", "Ask about 943 476 5919", "check of NHS numbers"),
        ("status", None, "idea, design, pilot, live"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_changed(
    file: LocalityFile, name: str, value: object, said: str
) -> None:
    before = clinic(file)
    with pytest.raises(Refusal, match=said):
        field(file, name, value)
    assert clinic(file) == before


def test_ticks_count_and_the_words_of_old_stay_a_note(file: LocalityFile) -> None:
    field(file, "settings", "hospice, practice")
    put(file, services.set_settings, 1, (Setting.HOME, Setting.PRACTICE, Setting.HOME))
    row = clinic(file)
    assert row.more.settings == (Setting.PRACTICE, Setting.HOME)
    assert row.settings == "hospice, practice"


def test_words_of_old_are_ticked_once_and_only_where_nothing_is(file: LocalityFile) -> None:
    put(file, services.add_described_service, "Falls", {"settings": "community venue"})
    field(file, "settings", "practice, moon")
    assert put(file, services.tick_named_settings) == 2
    assert clinic(file).more.settings == (Setting.PRACTICE,)
    with pytest.raises(Refusal, match="Tick them by hand"):
        put(file, services.tick_named_settings)


def test_a_service_goes_its_way_step_by_step(file: LocalityFile) -> None:
    with pytest.raises(Refusal, match=r"stands at “idea”. From there it can only become design"):
        field(file, "status", LIVE)
    field(file, "status", ServiceStatus.DESIGN)
    with pytest.raises(Refusal, match="Enter the first day of “Skin clinic” first"):
        field(file, "status", LIVE)
    field(file, "live_on", date(2016, 6, 1))
    for status in (LIVE, PAUSED, LIVE, ServiceStatus.CLOSED, ServiceStatus.DESIGN):
        field(file, "status", status)
    steps = file.read(services.status_steps, 1)
    assert (steps[0].before, steps[0].after) == (ServiceStatus.CLOSED, ServiceStatus.DESIGN)
    assert len(steps) == 6
    assert steps[0].on == localities.NOON.date()


def test_a_service_from_hospital_is_not_live_before_its_safety_is_signed(
    file: LocalityFile,
) -> None:
    for name, value in (("is_from_hospital", True), ("live_on", date(2016, 6, 1)),
                        ("status", ServiceStatus.DESIGN)):  # fmt: skip
        field(file, name, value)
    with pytest.raises(Refusal, match="a safety assessment that says which patients"):
        field(file, "status", ServiceStatus.PILOT)
    made = put(file, services.add_safety, "skin CLINIC", {"patients": "Adults"})
    with pytest.raises(Refusal, match="who is capable of it; where it can be given; who signed"):
        field(file, "status", ServiceStatus.PILOT)
    for name in ("capable", "place"):
        put(file, services.set_safety, made, name, SAFE[name])
    put(file, services.set_safety, made, "signed_by", "C. Brook")
    put(file, services.set_safety, made, "signed_on", date(2016, 5, 20))
    field(file, "status", ServiceStatus.PILOT)
    assert clinic(file).status is ServiceStatus.PILOT


def test_a_new_service_from_hospital_may_not_be_written_down_as_live(file: LocalityFile) -> None:
    told = {"status": LIVE, "is_from_hospital": True}
    with pytest.raises(Refusal, match="moved out of hospital and cannot become live yet"):
        put(file, services.add_described_service, "Infusions", told)
    assert len(file.read(services.services, OCTOBER)) == 1


def test_an_assessment_is_signed_once_it_says_all_it_must(file: LocalityFile) -> None:
    made = put(file, services.add_safety, "Skin clinic", {})
    with pytest.raises(Refusal, match=r"which patients .* first; then it can be signed"):
        put(file, services.set_safety, made, "signed_on", date(2016, 5, 20))
    signed = {"signed_by": "C. Brook", "signed_on": date(2016, 5, 20)}
    whole = put(file, services.add_safety, "Skin clinic", {**signed, **SAFE})
    with pytest.raises(Refusal, match="before it was assessed"):
        put(file, services.set_safety, whole, "assessed_on", date(2016, 6, 1))
    put(file, services.set_safety, whole, "signed_by", None)
    (row,) = (row for row in file.read(services.safety_assessments) if row.id == whole)
    assert (row.signed_by, row.signed_on) == (None, None)
    put(file, services.remove_safety, (made, whole))
    assert file.read(services.safety_assessments) == []


def test_assessments_are_begun_for_services_moved_without_one(file: LocalityFile) -> None:
    field(file, "is_from_hospital", True)
    assert put(file, services.begin_safety) == 1
    with pytest.raises(Refusal, match="has a safety assessment"):
        put(file, services.begin_safety)


def test_targets_are_rated_by_the_month_and_readings_go_when_blanked(file: LocalityFile) -> None:
    fields = {"amber": Decimal(6), "target": Decimal(4), "is_higher_better": False}
    made = put(file, services.add_target, "Skin clinic", "Weeks waited", fields)
    for month, value in ((OCTOBER, Decimal("5.5")), (OCTOBER.plus(-1), 4), (Month(2014, 1), 9)):
        put(file, services.set_reading, made, month, value)
    (row,) = file.read(services.targets, OCTOBER)
    assert (row.reading, row.rating) == (Decimal("5.5"), Rating.AMBER)
    assert set(row.readings) == {OCTOBER, OCTOBER.plus(-1)}
    put(file, services.set_reading, made, OCTOBER, None)
    (row,) = file.read(services.targets, OCTOBER)
    assert (row.rating, row.latest, row.latest_reading) == (None, OCTOBER.plus(-1), 4)
    put(file, services.remove_targets, (made,))
    assert file.read(services.targets, OCTOBER) == []


def test_a_target_that_cannot_be_is_refused(file: LocalityFile) -> None:
    made = put(file, services.add_target, "Skin clinic", "Seen, %", {"target": Decimal(90)})
    with pytest.raises(Refusal, match="lies at or below the target"):
        put(file, services.set_target, made, "amber", Decimal(95))
    with pytest.raises(Refusal, match="has a line for this measure"):
        put(file, services.add_target, "Skin clinic", "Seen, %", {})
    with pytest.raises(Refusal, match="at most four decimal places"):
        put(file, services.set_reading, made, OCTOBER, Decimal("0.00001"))
    put(file, budget.set_actual, 1, Month(2016, 4), 100_000_00)
    put(file, budget.close_month, Month(2016, 4), localities.NOON)
    with pytest.raises(Refusal, match="April 2016 is closed"):
        put(file, services.set_reading, made, Month(2016, 4), Decimal(1))


def test_a_care_home_has_beds_and_a_practice_and_takes_no_impossible_number(
    file: LocalityFile,
) -> None:
    fields = {"beds": 42, "residents": 40, "practice": PRACTICE, "partner": PARTNER}
    made = put(file, services.add_care_home, "Alder Court", fields)
    (home,) = file.read(services.care_homes)
    assert (home.beds, home.practice, home.partner, home.has_nursing) == (
        42, PRACTICE, PARTNER, False
    )  # fmt: skip
    with pytest.raises(Refusal, match="how many beds it has, from 0"):
        put(file, services.set_care_home, made, "beds", -1)
    with pytest.raises(Refusal, match="no practice called “Moon”"):
        put(file, services.set_care_home, made, "practice", "Moon")
    put(file, services.set_care_home, made, "practice", None)
    assert file.read(services.care_homes)[0].practice is None
    put(file, services.remove_care_homes, (made,))
    assert file.read(services.care_homes) == []


def test_what_a_community_offers_is_kept_by_kind(file: LocalityFile) -> None:
    fields = {"kind": AssetKind.TRANSPORT, "partner": PARTNER, "times": "Weekdays"}
    made = put(file, services.add_asset, "Minibus", fields)
    (row,) = file.read(services.assets)
    assert (row.kind, row.partner, row.times) == (AssetKind.TRANSPORT, PARTNER, "Weekdays")
    put(file, services.set_asset, made, "partner", None)
    assert file.read(services.assets)[0].partner is None
    put(file, services.remove_assets, (made,))
    assert file.read(services.assets) == []


def test_people_seen_are_read_for_one_year_up_to_a_month(file: LocalityFile) -> None:
    for month, seen in ((OCTOBER, 30), (OCTOBER.plus(1), 40), (Month(2016, 3), 50)):
        put(file, services.set_month, 1, month, "attended", seen)
    (row,) = file.read(services.seen_in_year, OCTOBER)
    assert row.attended == {OCTOBER: 30}
