"""The register of systems: what is typed in a cell, and how far a system reaches."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.estates import Adoption
from pch_desktop.domain.estates_systems import Use, spread, use
from pch_desktop.domain.refusal import Refusal

BY = date(2016, 10, 31)
LIVE, PLANNED, NONE = Adoption.LIVE, Adoption.PLANNED, Adoption.NONE
DAYS = st.none() | st.dates(date(2000, 1, 1), date(2099, 12, 31))
USES = st.builds(Use, st.sampled_from((LIVE, PLANNED)), DAYS) | st.just(Use(NONE))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("live", Use(LIVE)),
        ("Live since 4/4/2016", Use(LIVE, date(2016, 4, 4))),
        ("in use, from 4 Apr 16", Use(LIVE, date(2016, 4, 4))),
        ("PLANNED for 2017-03-01", Use(PLANNED, date(2017, 3, 1))),
        ("planned", Use(PLANNED)),
        ("none", Use(NONE)),
        ("no", Use(NONE)),
        ("yes", Use(LIVE)),
        ("not planned", Use(NONE)),
        ("", None),
        (" – ", None),
        ("not known", None),
    ],
)
def test_what_people_type_is_understood(text: str, kept: Use | None) -> None:
    assert use(text) == kept


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nearly", "Enter live, planned with its day as planned 1/3/2017, none"),
        ("planned soon", "not a date"),
        ("none 1/3/2017", "has no day"),
        ("nonetheless", "Enter live"),
    ],
)
def test_what_is_something_else_is_refused_with_what_is_accepted(text: str, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        use(text)


@given(USES)
def test_what_stands_in_a_cell_may_be_copied_into_another(told: Use) -> None:
    assert use(told.words) == told


def test_a_system_that_goes_live_later_is_still_planned() -> None:
    told = Use(LIVE, date(2016, 12, 1))
    assert (told.is_live(BY), told.is_planned(BY), told.is_late(BY)) == (False, True, False)
    assert Use(PLANNED, BY).is_late(BY)
    assert not Use(PLANNED).is_late(BY)


def test_a_blank_is_not_none_and_no_list_is_not_nobody() -> None:
    told = spread([(Use(LIVE), Decimal(6_000)), (None, Decimal(2_000)), (Use(NONE), None)], BY)
    assert (told.live, told.planned, told.none, told.unknown) == (1, 0, 1, 1)
    assert (told.people, told.share) == (6_000, None)
    assert spread([(Use(LIVE), None), (None, Decimal(9))], BY).people is None


@given(st.lists(st.tuples(st.none() | USES, st.decimals(0, 20_000, places=0))))
def test_every_practice_is_counted_once_and_no_more_people_than_there_are(
    practices: list[tuple[Use | None, Decimal]],
) -> None:
    told = spread(practices, BY)
    assert told.live + told.planned + told.none + told.unknown == len(practices)
    assert told.people is not None
    assert told.people <= sum(people for _, people in practices)
    assert told.share is None or 0 <= told.share <= 1
