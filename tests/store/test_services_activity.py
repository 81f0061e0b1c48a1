"""Months of activity in the file: every count kept, blocks as one, what is left undecided."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Category
from pch_desktop.models.services import Service
from pch_desktop.store import services
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.services.month_fields import COUNT_FIELDS
from tests import localities

OCTOBER = Month(2016, 10)
COUNTS = tuple(COUNT_FIELDS)
TOLD = st.tuples(
    st.integers(1, 3),
    st.integers(-2, 1).map(OCTOBER.plus),
    st.sampled_from(COUNTS),
    st.none() | st.integers(0, 999),
)


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """Three services that have told nothing."""
    file = localities.made(path)
    file.edit("Services", _three)
    yield file
    file.close()


def _three(session: Session) -> None:
    session.add_all(
        Service(id=at, code=f"S{at:02d}", name=f"Service {at}", category=Category.PLANNED)
        for at in (1, 2, 3)
    )


def counts(file: LocalityFile) -> dict[tuple[int, Month, str], int]:
    """Return every count that is known."""
    return {
        (row.service_id, row.month, name): value
        for row in file.read(services.activity)
        for name in COUNTS
        if (value := getattr(row, name)) is not None
    }


def test_every_count_of_a_month_is_kept_and_a_month_all_blank_goes(file: LocalityFile) -> None:
    for field in COUNTS:
        file.edit("Count", services.set_month, 1, OCTOBER, field, 12)
        assert counts(file) == {(1, OCTOBER, field): 12}
        with pytest.raises(Refusal, match=r"^Enter .+ as a whole number, 0 or more\.$"):
            file.edit("Count", services.set_month, 1, OCTOBER, field, -1)
        file.edit("Blank", services.set_month, 1, OCTOBER, field, None)
        assert file.read(services.activity) == []


def test_a_block_with_one_bad_count_changes_nothing(file: LocalityFile) -> None:
    block = [(1, OCTOBER, "slots", 9), (2, OCTOBER, "slots", -9)]
    with pytest.raises(Refusal, match="the appointments there were as a whole number"):
        file.edit("Paste", services.set_months, block)
    with pytest.raises(Refusal, match="no longer in the file"):
        file.edit(
            "Paste", services.set_months, [(1, OCTOBER, "slots", 9), (7, OCTOBER, "slots", 1)]
        )
    assert file.read(services.activity) == []


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(TOLD, max_size=30))
def test_a_block_leaves_what_its_cells_one_by_one_would_and_undo_takes_it_all_back(
    file: LocalityFile, block: list[tuple[int, Month, str, int | None]]
) -> None:
    before = counts(file)
    told = {(service, month, field): value for service, month, field, value in block}
    expected = {key: value for key, value in {**before, **told}.items() if value is not None}
    file.edit("Paste", services.set_months, block)
    assert counts(file) == expected
    if expected != before:
        file.undo()
        assert counts(file) == before
        file.redo()
    assert all(
        any(getattr(row, name) is not None for name in COUNTS)
        for row in file.read(services.activity)
    )


def test_the_state_and_source_of_a_month_are_told_with_its_counts(file: LocalityFile) -> None:
    block = [
        (1, OCTOBER, "is_provisional", True),
        (1, OCTOBER, "source", " Monthly return "),
        (1, OCTOBER, "attended", 3),
    ]
    file.edit("Paste", services.set_months, block)
    (row,) = file.read(services.activity)
    assert (row.is_provisional, row.source, row.attended) == (True, "Monthly return", 3)
    with pytest.raises(Refusal, match="Enter Yes or No"):
        file.edit("State", services.set_month, 1, OCTOBER, "is_provisional", None)


def test_referrals_not_decided_on_wait_from_month_to_month(file: LocalityFile) -> None:
    block = [
        (1, OCTOBER.plus(-2), "referrals", 10),
        (1, OCTOBER.plus(-2), "accepted", 6),
        (1, OCTOBER.plus(-2), "rejected", 1),
        (1, OCTOBER.plus(-1), "referrals", 9),
        (2, OCTOBER.plus(-1), "referrals", 1),
        (2, OCTOBER.plus(-1), "accepted", 4),
        (2, OCTOBER.plus(-1), "rejected", 0),
    ]
    file.edit("Paste", services.set_months, block)
    assert file.read(services.undecided, OCTOBER) == {1: 3, 2: 0}
    assert file.read(services.undecided, OCTOBER.plus(-2)) == {}


def test_months_are_read_between_two_and_spans_tell_the_first_and_last(file: LocalityFile) -> None:
    for back in (0, 5, 30):
        file.edit("Count", services.set_month, 1, OCTOBER.plus(-back), "attended", back)
    file.edit("Count", services.set_month, 2, OCTOBER, "waiting", 4)
    found = file.read(services.activity, OCTOBER.plus(-10), OCTOBER.plus(-1))
    assert [row.month for row in found] == [OCTOBER.plus(-5)]
    assert file.read(services.spans) == {1: (OCTOBER.plus(-30), OCTOBER)}
