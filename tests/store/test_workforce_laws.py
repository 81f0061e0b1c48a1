"""What holds of the workforce whatever is typed: shares of time, days, and the log of changes."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Category
from pch_desktop.domain.workforce import SUBSTANTIVE, ContractKind
from pch_desktop.models.population import Practice, Site
from pch_desktop.models.services import Service
from pch_desktop.models.workforce import Assignment
from pch_desktop.store import workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import Place
from tests import localities

FIRST, MONTH = date(2015, 1, 1), Month(2016, 10)
LAW = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
PLACES = (
    Place("M81001"),
    Place("M81002"),
    Place(service="ART"),
    Place(site="Orchard House"),
    Place("M81002", "ART"),
)
PARTS = (Decimal("0.25"), Decimal("0.5"), Decimal("0.75"), Decimal(1), Decimal("0.1"), Decimal(0))
Stay = tuple[int, int, ContractKind, int, int | None, int]
stays = st.tuples(
    st.integers(1, 3),
    st.integers(1, 3),
    st.sampled_from(list(ContractKind)),
    st.integers(0, 900),
    st.integers(0, 400) | st.none(),
    st.integers(0, 2_700),
)
"""Post, person, kind, first day counted on, days it lasts, minutes a week."""


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """Three nurses, two practices, a service and a site."""
    made = localities.like(begun, path)
    yield made
    made.close()


def begun(path: Path) -> LocalityFile:
    """Make such a file; it is made once and copied."""
    made = localities.made(path)
    made.edit("Places", _places)
    return made


def _places(session: Session) -> None:
    session.add(Practice(id=2, code="M81002", name="Mill Lane Surgery"))
    session.add(Service(id=1, code="ART", name="Acute Response Team", category=Category.URGENT))
    session.add(Site(id=1, name="Orchard House"))


def _fill(session: Session, told: Sequence[Stay]) -> None:
    session.execute(delete(Assignment))
    for post, person, kind, begins, lasts, minutes in told:
        starts_on = FIRST + timedelta(days=begins)
        session.add(
            Assignment(
                post_id=post,
                person_id=person,
                contract_kind=kind,
                starts_on=starts_on,
                ends_on=None if lasts is None else starts_on + timedelta(days=lasts),
                weekly_minutes=minutes,
            )
        )


@LAW
@given(st.lists(st.dictionaries(st.sampled_from(PLACES), st.sampled_from(PARTS)), max_size=4))
def test_the_shares_of_somebodys_time_add_up_to_all_of_it_or_there_are_none(
    file: LocalityFile, told: list[dict[Place, Decimal]]
) -> None:
    for shares in told:
        before = file.read(workforce.deployments)
        with suppress(Refusal):
            file.edit("Split", workforce.set_deployment, 1, shares)
        kept = file.read(workforce.deployments)
        parts = [row.share for row in kept]
        assert sum(parts) in (0, 1)
        assert all(part > 0 for part in parts)
        is_whole = not shares or (sum(shares.values()) == 1 and min(shares.values()) > 0)
        assert kept == before or {row.place: row.share for row in kept} == shares
        assert is_whole == ({row.place: row.share for row in kept} == shares)


@LAW
@given(st.lists(stays, max_size=8), st.integers(0, 1_200), st.integers(0, 300))
def test_as_at_figures_agree_with_the_log_of_changes(
    file: LocalityFile, told: list[Stay], begins: int, lasts: int
) -> None:
    file.edit("Fill", _fill, told)
    first = FIRST + timedelta(days=begins)
    last = first + timedelta(days=lasts)
    log = [row for row in file.read(workforce.assignments) if row.contract_kind in SUBSTANTIVE]
    came = sum((row.wte for row in log if first < row.starts_on <= last), Decimal(0))
    went = sum(
        (row.wte for row in log if row.ends_on is not None and first <= row.ends_on < last),
        Decimal(0),
    )
    assert _in_post(file, last) == _in_post(file, first) + came - went


@LAW
@given(st.lists(stays, max_size=8))
def test_the_months_the_posts_and_the_people_tell_one_story(
    file: LocalityFile, told: list[Stay]
) -> None:
    file.edit("Fill", _fill, told)
    months = file.read(workforce.filled_by_month, MONTH)
    for row in months:
        posts = file.read(workforce.posts, row.month.last)
        assert row.funded_wte == sum(post.established_wte for post in posts)
        assert row.in_post_wte == sum(post.in_post_wte for post in posts)
        assert row.vacant_wte == sum(post.vacant_wte for post in posts)
        assert row.over_wte == sum(post.over_wte for post in posts)
        held = file.read(workforce.held, row.month.last)
        people = file.read(workforce.people, row.month.last)
        assert sum(person.wte for person in people) == sum(one.wte for one in held)
        assert sum(person.is_in_post for person in people) == len(
            {one.person_id for one in held if one.contract_kind in SUBSTANTIVE}
        )


def _in_post(file: LocalityFile, on: date) -> Decimal:
    return sum((row.in_post_wte for row in file.read(workforce.posts, on)), Decimal(0))
