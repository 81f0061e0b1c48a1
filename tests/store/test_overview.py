"""What the Overview asks across the sections."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import AgreementKind, AgreementStatus
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Category, ServiceStatus
from pch_desktop.models.partners import Agreement
from pch_desktop.models.services import Service
from pch_desktop.models.workforce import Post
from pch_desktop.store import overview
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.overview import Begun, Event
from tests import localities

AFTER, UNTIL = date(2016, 10, 31), date(2017, 1, 31)
IN_TIME, TOO_LATE = date(2016, 12, 31), date(2017, 2, 1)


@pytest.fixture
def seeded(file: LocalityFile) -> LocalityFile:
    """Three nurses' posts and a budget of one line."""
    file.edit("Seed", localities.seed)
    return file


def service(session: Session, status: ServiceStatus, **days: date) -> None:
    """Add a service with some of its days."""
    row = Service(code="S1", name="Saturday hub", category=Category.URGENT, status=status, **days)
    session.add(row)


def agreement(session: Session, status: AgreementStatus, renews_itself: bool, **days: date) -> None:
    """Add an agreement with some of its days."""
    session.add(
        Agreement(id=7, title="Hub", kind=AgreementKind.SERVICE_LEVEL, status=status,
                  renews_itself=renews_itself, **days)
    )  # fmt: skip


def end_post(session: Session, day: date) -> None:
    """Let the first post's funding end."""
    session.get_one(Post, 1).funded_to = day


def coming(file: LocalityFile) -> list[tuple[date, Event, str, int]]:
    """Return what comes up, without its number."""
    found = file.read(overview.coming_up, AFTER, UNTIL)
    return [(row.on, row.event, row.section, row.record_id) for row in found]


def test_an_empty_file_holds_nothing(file: LocalityFile) -> None:
    assert file.read(overview.begun) == Begun(0, 0, 0, 0, 0, 0, 0)
    assert coming(file) == []


def test_each_kind_is_counted(seeded: LocalityFile) -> None:
    assert seeded.read(overview.begun) == Begun(
        practices=1, lists=0, posts=3, services=0, partners=1, lines=1, actuals=0
    )


def test_what_comes_first_stands_first(seeded: LocalityFile) -> None:
    seeded.edit("Post", end_post, IN_TIME)
    days = {"funding_ends_on": date(2016, 12, 1), "review_on": date(2016, 11, 5)}
    seeded.edit("Service", service, ServiceStatus.LIVE, **days)
    assert coming(seeded) == [
        (date(2016, 11, 5), Event.SERVICE_REVIEW, "services", 1),
        (date(2016, 12, 1), Event.FUNDING_ENDS, "services", 1),
        (IN_TIME, Event.POST_ENDS, "workforce", 1),
    ]


def test_a_post_is_named_by_its_reference(seeded: LocalityFile) -> None:
    seeded.edit("Post", end_post, IN_TIME)
    (row,) = seeded.read(overview.coming_up, AFTER, UNTIL)
    assert row.name == "N1 Nurse O'Neil 1"


@pytest.mark.parametrize("day", [AFTER, TOO_LATE])
def test_what_is_past_or_too_far_off_is_left_out(seeded: LocalityFile, day: date) -> None:
    seeded.edit("Post", end_post, day)
    assert coming(seeded) == []


def test_the_last_day_of_the_time_ahead_still_counts(seeded: LocalityFile) -> None:
    seeded.edit("Post", end_post, UNTIL)
    assert [row[0] for row in coming(seeded)] == [UNTIL]


def test_a_closed_service_is_not_reviewed(seeded: LocalityFile) -> None:
    seeded.edit("Service", service, ServiceStatus.CLOSED, review_on=IN_TIME)
    assert coming(seeded) == []


def test_an_agreement_goes_by_minus_its_key(seeded: LocalityFile) -> None:
    seeded.edit("Agree", agreement, AgreementStatus.IN_FORCE, False, expires_on=IN_TIME)
    assert coming(seeded) == [(IN_TIME, Event.AGREEMENT_ENDS, "partners", -7)]


def test_an_agreement_that_renews_itself_does_not_end_but_is_reviewed(
    seeded: LocalityFile,
) -> None:
    days = {"expires_on": IN_TIME, "review_on": IN_TIME}
    seeded.edit("Agree", agreement, AgreementStatus.IN_FORCE, True, **days)
    assert coming(seeded) == [(IN_TIME, Event.AGREEMENT_REVIEW, "partners", -7)]


def test_three_different_figures_are_chosen_for_the_tiles(file: LocalityFile) -> None:
    assert file.read(overview.tiles) == ()
    for keys in (("a", "b"), ("a", "a", "b"), ("a", "b", "c", "d")):
        with pytest.raises(Refusal, match="three different"):
            file.edit("Choose", overview.choose_tiles, keys)
    file.edit("Choose", overview.choose_tiles, ("a", "b", "c"))
    file.edit("Choose", overview.choose_tiles, ("c", "b", "d"))
    assert file.read(overview.tiles) == ("c", "b", "d")
    file.undo()
    assert file.read(overview.tiles) == ("a", "b", "c")


def test_a_draft_does_not_end(seeded: LocalityFile) -> None:
    seeded.edit("Agree", agreement, AgreementStatus.DRAFT, False, expires_on=IN_TIME)
    assert coming(seeded) == []
