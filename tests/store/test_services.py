"""The services: catalogue, hours and months, on a real file."""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import PartnerKind, Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import AccessRoute, Category, Focus, ServiceStatus
from pch_desktop.models.budget import BudgetLine, BudgetVersion, BudgetYear
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Practice, Site
from pch_desktop.models.services import Service
from pch_desktop.store import services
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.services import MonthRow, ServiceRow
from tests import localities

OCTOBER = Month(2016, 10)
FEDERATION, TRUST = "Marsh Valley Federation", "Vale Community NHS Trust"


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """Two partners, two sites, and one service called Same-day access."""
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
        Partner(id=2, name=TRUST, kind=PartnerKind.COMMUNITY_TRUST, sector=Sector.COMMUNITY)
    )
    session.add_all([Site(id=1, name="Hub"), Site(id=2, name="Orchard Lane")])
    session.add(Service(id=1, code="S07", name="Same-day access", category=Category.URGENT))
    session.flush()


def only(file: LocalityFile, month: Month = OCTOBER) -> ServiceRow:
    (row,) = file.read(services.services, month)
    return row


def months(file: LocalityFile) -> list[MonthRow]:
    return file.read(services.activity)


def count(file: LocalityFile, field: str, value: object, month: Month = OCTOBER) -> None:
    file.edit("Count", services.set_month, 1, month, field, value)


def test_a_new_service_is_given_the_next_code(file: LocalityFile) -> None:
    service_id = file.edit("Add", services.add_service, " Memory clinic ", Category.MENTAL_HEALTH)
    rows = file.read(services.services, OCTOBER)
    assert [(row.name, row.code) for row in rows if row.id == service_id] == [
        ("Memory clinic", "S08")
    ]
    assert rows[0].source == "Entered by hand"


def test_a_code_of_ones_own_is_kept_and_not_given_twice(file: LocalityFile) -> None:
    file.edit("Add", services.add_service, "Falls", Category.PREVENTION, "FAL")
    with pytest.raises(Refusal, match="“FAL” is already there"):
        file.edit("Add", services.add_service, "Balance", Category.PREVENTION, "FAL")


def test_a_service_is_described_as_it_is_added(file: LocalityFile) -> None:
    told = {
        "category": Category.DIAGNOSTICS,
        "status": ServiceStatus.LIVE,
        "lead": TRUST,
        "annual_cost_pence": 36_600_000,
    }
    file.edit("Add", services.add_described_service, "Echo", told)
    echo = file.read(services.services, OCTOBER)[0]
    assert (echo.category, echo.status, echo.lead) == (
        Category.DIAGNOSTICS,
        ServiceStatus.LIVE,
        TRUST,
    )
    assert echo.is_running
    file.edit("Add", services.add_described_service, "Not told", {})
    assert file.read(services.services, OCTOBER)[1].category is Category.PLANNED


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("access_route", AccessRoute.DISCHARGE),
        ("focus", Focus.PREVENTION),
        ("settings", "home, care home"),
        ("live_on", date(2016, 6, 6)),
        ("review_on", date(2016, 12, 31)),
        ("funding_source", "Transformation"),
        ("funding_ends_on", date(2017, 3, 31)),
        ("annual_cost_pence", 12_300_000),
        ("note", "Two-hour response"),
    ],
)
def test_each_field_is_kept_and_may_be_blanked(
    file: LocalityFile, field: str, value: object
) -> None:
    file.edit("Change", services.set_service, 1, field, value)
    assert getattr(only(file), field) == value
    file.edit("Change", services.set_service, 1, field, None)
    assert getattr(only(file), field) is None


def test_a_service_has_a_name_and_no_other_has_it(file: LocalityFile) -> None:
    with pytest.raises(Refusal, match="Enter the service's name"):
        file.edit("Change", services.set_service, 1, "name", None)
    file.edit("Add", services.add_service, "Falls", Category.PREVENTION)
    with pytest.raises(Refusal, match="already there"):
        file.edit("Change", services.set_service, 1, "name", "Falls")


def test_the_lead_is_named_whatever_the_case_and_may_be_taken_away(file: LocalityFile) -> None:
    file.edit("Lead", services.set_service, 1, "lead", TRUST.upper())
    assert only(file).lead == TRUST
    file.edit("Lead", services.set_service, 1, "lead", None)
    assert only(file).lead is None
    with pytest.raises(Refusal, match="no partner called “Nobody”"):
        file.edit("Lead", services.set_service, 1, "lead", "Nobody")


def test_the_budget_line_is_that_of_the_newest_year(file: LocalityFile) -> None:
    file.edit("Older year", _older_year)
    file.edit("Line", services.set_service, 1, "budget_line", "global SUM")
    assert only(file).budget_line == "Global sum"
    assert file.read(lambda session: session.get_one(Service, 1).budget_line_id) == 1
    file.edit("Line", services.set_service, 1, "budget_line", "")
    assert only(file).budget_line is None
    with pytest.raises(Refusal, match="no budget line called"):
        file.edit("Line", services.set_service, 1, "budget_line", "Tea")


def _older_year(session: Session) -> None:
    older = FinancialYear.read("2015/16")
    session.add(BudgetYear(id=9, year=older))
    session.flush()
    session.add(BudgetVersion(id=9, budget_year_id=9, baseline_year=older))
    session.flush()
    session.add(BudgetLine(id=9, version_id=9, name="Global sum", sector=Sector.PRIMARY))


def test_partners_and_sites_are_named_with_semicolons_and_counted_once(
    file: LocalityFile,
) -> None:
    file.edit("Deliver", services.set_delivering, 1, f"{TRUST}; {FEDERATION} ; {TRUST};")
    file.edit("Sites", services.set_sites, 1, "orchard lane;Hub")
    assert only(file).delivering == f"{FEDERATION}; {TRUST}"
    assert only(file).sites == "Hub; Orchard Lane"
    file.edit("Deliver", services.set_delivering, 1, "")
    assert only(file).delivering == ""
    with pytest.raises(Refusal, match="no site called “Moon”"):
        file.edit("Sites", services.set_sites, 1, "Hub; Moon")
    assert only(file).sites == "Hub; Orchard Lane"


def test_hours_are_put_in_order_and_a_full_week_is_seven_days(file: LocalityFile) -> None:
    file.edit("Hours", services.set_opening, 1, 1, ((780, 1020), (540, 720)))
    assert [row.words for row in file.read(services.openings)] == ["09:00-12:00", "13:00-17:00"]
    for day in range(2, 8):
        file.edit("Hours", services.set_opening, 1, day, ((480, 1110),))
    row = only(file)
    assert (row.days_open, row.weekly_minutes) == (7, 420 + 6 * 630)
    assert row.is_seven_day
    file.edit("Close", services.set_opening, 1, 7, ())
    assert not only(file).is_seven_day


def test_hours_that_overlap_or_run_backwards_are_refused(file: LocalityFile) -> None:
    with pytest.raises(Refusal, match="overlap at 10:00"):
        file.edit("Hours", services.set_opening, 1, 1, ((480, 720), (600, 900)))
    with pytest.raises(Refusal, match="earlier to later"):
        file.edit("Hours", services.set_opening, 1, 1, ((900, 480),))
    assert file.read(services.openings) == []


def test_a_month_is_kept_count_by_count_beside_the_month_before(file: LocalityFile) -> None:
    count(file, "slots", 100)
    count(file, "booked", 90)
    count(file, "attended", 80, OCTOBER.plus(-1))
    row = only(file)
    assert row.month is not None
    assert row.before is not None
    assert (row.month.slots, row.month.booked, row.month.attended) == (100, 90, None)
    assert row.before.attended == 80
    assert row.month.activity.fill_share is not None
    assert row.month.source == "Entered by hand"


def test_a_month_all_blank_goes_away(file: LocalityFile) -> None:
    count(file, "attended", None)
    assert months(file) == []
    count(file, "attended", 5)
    count(file, "is_provisional", True)
    assert months(file)[0].is_provisional
    count(file, "attended", None)
    assert months(file) == []


def test_a_count_below_nought_is_refused(file: LocalityFile) -> None:
    with pytest.raises(Refusal, match="Enter the people waiting at the month's end as a whole"):
        count(file, "waiting", -1)


def test_counts_that_do_not_add_up_yet_are_kept_until_the_last_is_in(file: LocalityFile) -> None:
    count(file, "booked", 50)
    count(file, "attended", 90)
    assert months(file)[0].attended == 90


def test_what_is_gone_is_said_to_be_gone(file: LocalityFile) -> None:
    gone: list[tuple[Callable[..., None], tuple[object, ...]]] = [
        (services.set_service, (99, "name", "X")),
        (services.set_delivering, (99, "")),
        (services.set_sites, (99, "")),
        (services.set_opening, (99, 1, ())),
        (services.set_month, (99, OCTOBER, "slots", 1)),
    ]
    for command, arguments in gone:
        with pytest.raises(Refusal, match="no longer in the file"):
            file.edit("Change", command, *arguments)


def test_a_service_goes_with_its_hours_and_months_and_comes_back_with_undo(
    file: LocalityFile,
) -> None:
    file.edit("Hours", services.set_opening, 1, 1, ((480, 1110),))
    count(file, "slots", 10)
    file.edit("Delete", services.remove_services, (1,))
    assert file.read(services.services, OCTOBER) == []
    assert file.read(services.openings) == []
    assert months(file) == []
    file.undo()
    assert only(file).weekly_minutes == 630
    assert months(file)[0].slots == 10


def test_codes_of_another_form_do_not_count_for_the_next(file: LocalityFile) -> None:
    file.edit("Add", services.add_service, "Falls", Category.PREVENTION, "SFX")
    file.edit("Add", services.add_service, "Echo", Category.DIAGNOSTICS)
    assert [row.code for row in file.read(services.services, OCTOBER)] == ["S08", "SFX", "S07"]


def test_the_practice_of_the_seed_is_no_site(file: LocalityFile) -> None:
    assert file.read(lambda session: session.get_one(Practice, 1).name) == "Orchard Lane Surgery"
    with pytest.raises(Refusal, match="no site called"):
        file.edit("Sites", services.set_sites, 1, "Orchard Lane Surgery")
