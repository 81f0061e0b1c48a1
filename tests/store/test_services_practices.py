"""What practices tell and how they are rated, in a file; what their patients used, added up."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Category, Inspection, ServiceStatus
from pch_desktop.models.estates import SiteOpening
from pch_desktop.models.population import Practice, Site
from pch_desktop.models.services import Service, ServiceSite
from pch_desktop.models.services_activity import ActivityPart
from pch_desktop.store import services
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.services import HoursRow, OfferRow, PracticeSeenRow
from tests import localities

SEPTEMBER, OCTOBER = Month(2016, 9), Month(2016, 10)
ORCHARD, MILL = "Orchard Lane Surgery", "Mill Surgery"


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """Two practices with three sites, and two services that run."""
    file = localities.made(path)
    file.edit("Seed more", _more)
    yield file
    file.close()


def _more(session: Session) -> None:
    session.add(Practice(id=2, code="M81002", name=MILL))
    session.flush()
    live, idea = ServiceStatus.LIVE, ServiceStatus.IDEA
    session.add_all(
        [
            Site(id=1, name="Orchard Lane", practice_id=1),
            Site(id=2, name="Orchard branch", practice_id=1),
            Site(id=3, name="Hub"),
            Service(id=1, code="S1", name="Diabetes", category=Category.LONG_TERM, status=live),
            Service(id=2, code="S2", name="Hub", category=Category.EXTENDED_ACCESS, status=live),
            Service(id=3, code="S3", name="Later", category=Category.PLANNED, status=idea),
        ]
    )
    session.flush()
    session.add_all(
        ServiceSite(service_id=service, site_id=site)
        for service, site in ((1, 1), (1, 2), (2, 2), (3, 1), (2, 3))
    )
    session.add(SiteOpening(site_id=1, weekday=1, opens_minute=480, closes_minute=720))
    session.flush()


def part(session: Session, month: Month, of: int | None, attended: int | None, missed: int) -> None:
    session.add(
        ActivityPart(service_id=1, month=month, place_id=1, patient_practice_id=of,
                     attended=attended, not_attended=missed)
    )  # fmt: skip
    session.flush()


def count(file: LocalityFile, field: str, value: object, month: Month = OCTOBER) -> None:
    file.edit("Count", services.set_practice_month, 1, month, field, value)


def test_a_month_holds_its_counts_and_goes_with_the_last_of_them(file: LocalityFile) -> None:
    count(file, "incidents", 3)
    count(file, "compliments", 0)
    (row,) = file.read(services.practice_months, SEPTEMBER, OCTOBER)
    assert (row.incidents, row.complaints, row.compliments) == (3, None, 0)
    assert row.source == "Entered by hand"
    count(file, "source", "Safety return")
    count(file, "incidents", None)
    count(file, "compliments", None)
    assert file.read(services.practice_months, SEPTEMBER, OCTOBER) == []


def test_a_source_without_a_count_and_a_count_under_nought_are_refused(file: LocalityFile) -> None:
    with pytest.raises(Refusal, match="Enter a count of Orchard Lane Surgery first"):
        count(file, "source", "Safety return")
    with pytest.raises(Refusal, match="the complaints received as a whole number, 0 or more"):
        count(file, "complaints", -1)


def test_ratings_are_kept_by_practice_the_latest_first(file: LocalityFile) -> None:
    old, new = date(2014, 12, 4), date(2016, 2, 11)
    file.edit("Rate", services.add_rating, ORCHARD, old, Inspection.IMPROVE, "Report 1")
    later = file.edit("Rate", services.add_rating, ORCHARD, new, Inspection.GOOD)
    file.edit("Rate", services.add_rating, "mill surgery", old, Inspection.GOOD)
    rows = file.read(services.ratings)
    assert [(row.practice, row.rating) for row in rows] == [
        (MILL, Inspection.GOOD), (ORCHARD, Inspection.GOOD), (ORCHARD, Inspection.IMPROVE)
    ]  # fmt: skip
    with pytest.raises(Refusal, match="has a rating of that day already"):
        file.edit("Rate", services.add_rating, ORCHARD, new, Inspection.GOOD)
    with pytest.raises(Refusal, match="has a rating of that day already"):
        file.edit("Change", services.set_rating, later, "rated_on", old)
    with pytest.raises(Refusal, match="Enter how the practice was rated"):
        file.edit("Change", services.set_rating, later, "rating", None)
    with pytest.raises(Refusal, match="no practice called “Elm”"):
        file.edit("Change", services.set_rating, later, "practice", "Elm")
    file.edit("Change", services.set_rating, later, "practice", MILL)
    file.edit("Delete", services.remove_ratings, (later,))
    assert [row.practice for row in file.read(services.ratings)] == [MILL, ORCHARD]


def test_what_patients_used_is_added_up_by_their_practice_wherever_they_were_seen(
    file: LocalityFile,
) -> None:
    file.edit("Part", part, OCTOBER, 1, 80, 6)
    file.edit("Part", part, SEPTEMBER, 1, 70, 4)
    file.edit("Part", part, OCTOBER, 2, 30, 1)
    file.edit("Part", part, OCTOBER, None, 9, 9)
    assert file.read(services.seen_by_practice, OCTOBER, OCTOBER) == {
        1: PracticeSeenRow(1, 80, 6, 1), 2: PracticeSeenRow(2, 30, 1, 1)
    }  # fmt: skip
    assert file.read(services.seen_by_practice, SEPTEMBER, OCTOBER)[1].due == 160


def test_a_part_that_is_not_known_makes_the_sum_not_known(file: LocalityFile) -> None:
    file.edit("Part", part, OCTOBER, 1, None, 6)
    file.edit("Part", part, SEPTEMBER, 1, 70, 4)
    row = file.read(services.seen_by_practice, SEPTEMBER, OCTOBER)[1]
    assert (row.attended, row.not_attended, row.due) == (None, 10, None)


def test_a_service_at_two_sites_of_a_practice_counts_once_and_one_that_does_not_run_never(
    file: LocalityFile,
) -> None:
    assert file.read(services.offers) == {1: OfferRow(1, sites=2, services=2, extended=1)}
    assert file.read(services.site_hours) == {1: HoursRow(1, 1, ((1, 480, 720),))}
