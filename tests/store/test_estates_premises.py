"""Mobile units, premises projects and their options, in the file."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from pch_desktop.domain.estates import BookingStatus, PremisesWay, ProjectStatus, UnitKind
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Category
from pch_desktop.models.estates_bookings import Booking
from pch_desktop.models.population import Site
from pch_desktop.models.services import Service, ServiceMonth
from pch_desktop.store import estates
from pch_desktop.store.estates import UnitRow
from pch_desktop.store.estates.unit_edits import must_be_signed_off
from pch_desktop.store.locality_file import LocalityFile
from tests import localities

YEAR = FinancialYear(2016)
SIGNED = {"signed_off_by": "Medical director", "signed_off_on": date(2016, 9, 1)}


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """A locality with a site and a diagnostics service."""
    made = localities.made(path)
    made.edit("Seed more", _more)
    yield made
    made.close()


def _more(session: Session) -> None:
    session.add(Site(id=70, name="Mere Hospital", is_hub=True))
    session.add(Service(id=70, code="END", name="Endoscopy", category=Category.DIAGNOSTICS))


def unit(file: LocalityFile) -> UnitRow:
    (row,) = file.read(estates.units, YEAR)
    return row


def booked(
    file: LocalityFile, unit_id: int, *days: date, status: str = "provisional", starts: int = 540
) -> None:
    """Book a unit for days of the service."""

    def book(session: Session) -> None:
        session.add_all(
            Booking(
                unit_id=unit_id, site_id=70, service_id=70, day=day, starts_minute=starts,
                ends_minute=starts + 240, status=BookingStatus(status),
            )
            for day in days
        )  # fmt: skip

    file.edit("Book", book)


def test_a_unit_is_added_with_what_is_known_and_undone_as_one(file: LocalityFile) -> None:
    rest = {"daily_pence": 3_450_00, "patients_a_day": 12, **SIGNED}
    added = file.edit("Add", lambda session: estates.add_unit(
        session, "Endoscopy unit", UnitKind.ENDOSCOPY, rest=rest))  # fmt: skip
    row = unit(file)
    assert (row.id, row.kind, row.days) == (added, UnitKind.ENDOSCOPY, 0)
    assert row.is_signed_off
    assert row.cost_pence == 0
    file.undo()
    assert file.read(estates.units, YEAR) == []


def test_a_unit_is_not_signed_off_without_a_name_nor_unsigned_while_confirmed(
    file: LocalityFile,
) -> None:
    key = file.edit("Add", estates.add_unit, "Van", UnitKind.SCREENING)
    with pytest.raises(Refusal, match="first who answers"):
        file.edit("Sign", estates.set_unit, key, "signed_off_on", date(2016, 9, 1))
    file.edit("Name", estates.set_unit, key, "signed_off_by", "A. Wren")
    file.edit("Sign", estates.set_unit, key, "signed_off_on", date(2016, 9, 1))
    with pytest.raises(Refusal, match="Clear first the day"):
        file.edit("Name", estates.set_unit, key, "signed_off_by", None)
    booked(file, key, date(2016, 9, 5), status="confirmed")
    for later in (None, date(2016, 9, 6)):
        with pytest.raises(Refusal, match="confirmed for 5 September 2016"):
            file.edit("Sign", estates.set_unit, key, "signed_off_on", later)
    file.edit("Sign", estates.set_unit, key, "signed_off_on", date(2016, 9, 5))


def test_nothing_may_be_confirmed_before_somebody_answered_for_its_safety(
    file: LocalityFile,
) -> None:
    key = file.edit("Add", estates.add_unit, "Van", UnitKind.SCREENING)
    with pytest.raises(Refusal, match="provisional"):
        file.read(must_be_signed_off, key, date(2016, 9, 5))
    for field, value in SIGNED.items():
        file.edit("Sign", estates.set_unit, key, field, value)
    file.read(must_be_signed_off, key, date(2016, 9, 1))
    with pytest.raises(Refusal, match="provisional"):
        file.read(must_be_signed_off, key, date(2016, 8, 31))


def test_days_of_a_unit_count_once_and_those_cancelled_do_not(file: LocalityFile) -> None:
    key = file.edit("Add", estates.add_unit, "Van", UnitKind.SCREENING)
    file.edit("Cost", estates.set_unit, key, "daily_pence", 620_00)
    booked(file, key, date(2016, 9, 5), date(2016, 9, 6), date(2017, 4, 3))
    booked(file, key, date(2016, 9, 5), starts=800)
    booked(file, key, date(2016, 9, 7), status="cancelled")
    assert (unit(file).days, unit(file).cost_pence) == (2, 1_240_00)


def test_a_unit_stands_against_the_peak_of_the_service_it_is_hired_for(file: LocalityFile) -> None:
    key = file.edit("Add", estates.add_unit, "Van", UnitKind.SCREENING)
    for field, value in (("daily_pence", 620_00), ("patients_a_day", 10)):
        file.edit("Tell", estates.set_unit, key, field, value)
    booked(file, key, date(2016, 9, 5), date(2016, 9, 6), date(2016, 10, 3))

    def did(session: Session) -> None:
        month = Month(2016, 9)
        session.add(ServiceMonth(service_id=70, month=month, referrals=40, accepted=30, slots=50))
        found = session.get(Service, 70)
        assert found is not None
        found.contacts_each = Decimal(2)

    file.edit("Month", did)
    september, october = file.read(estates.peaks, YEAR)
    assert (september.service, september.month, september.peak.days) == (
        "Endoscopy", Month(2016, 9), 2,
    )  # fmt: skip
    assert (september.peak.demand, september.peak.gap, september.peak.covered) == (60, 10, 10)
    assert (september.peak.spare, september.peak.cost_each_pence) == (10, 124_00)
    assert october.peak.demand is None
    assert october.peak.gap is None


def test_a_project_is_added_changed_and_deleted_with_its_options(file: LocalityFile) -> None:
    rest = {"site": "mere hospital", "minutes_a_week": 2_400, "needed_on": date(2017, 10, 1)}
    file.edit("Add", lambda session: estates.add_project(session, "More rooms", rest=rest))
    with pytest.raises(Refusal, match="already there"):
        file.edit("Add", estates.add_project, "More rooms")
    costs = {"capital_pence": 600_000_00, "annual_pence": 30_000_00, "life_years": 30}
    build = file.edit("Add", lambda session: estates.add_option(
        session, "More rooms", PremisesWay.BUILD, None, rest=costs))  # fmt: skip
    hire = file.edit("Add", estates.add_option, "More rooms", PremisesWay.HIRE, "From the trust")
    for key in (build, hire):
        file.edit("Choose", estates.set_option, key, "is_chosen", True)
    (project,) = file.read(estates.projects)
    assert (project.site, project.options) == ("Mere Hospital", 2)
    assert project.chosen is not None
    assert project.chosen.id == hire
    first, _ = file.read(estates.premises_options)
    assert (first.name, first.offer.yearly_pence) == ("Build", 50_000_00)
    assert first.need.minutes_a_week == 2_400
    file.edit("Open", estates.set_project, project.id, "status", ProjectStatus.OPEN)
    assert not file.read(estates.projects)[0].is_open
    file.edit("Delete", estates.remove_projects, (project.id,))
    assert file.read(estates.premises_options) == []


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("life_years", 0, "from 1 to 99"),
        ("capital_pence", -1, "£0 or more"),
        ("annual_pence", -1, "£0 or more"),
        ("minutes_a_week", -60, "0 or more"),
    ],
)
def test_what_an_option_cannot_hold_is_refused(
    file: LocalityFile, field: str, value: int, said: str
) -> None:
    file.edit("Add", estates.add_project, "More rooms")
    key = file.edit("Add", estates.add_option, "More rooms", PremisesWay.BUILD, "New wing")
    with pytest.raises(Refusal, match=said):
        file.edit("Change", estates.set_option, key, field, value)
    with pytest.raises(Refusal, match="already an option of More rooms"):
        file.edit("Add", estates.add_option, "More rooms", PremisesWay.BUILD, "New wing")
