"""What each phase of a shadow budget allows and prints."""

import pytest

from pch_desktop.domain.budget import Phase
from pch_desktop.domain.budget_phases import (
    FACTS,
    FROM,
    NOTIONAL,
    Right,
    allows,
    must_allow,
    next_phase,
    printed,
    rights,
)
from pch_desktop.domain.refusal import Refusal


def test_mapping_gives_no_right_but_to_look() -> None:
    assert rights(Phase.MAPPING) == ()


def test_shadow_rates_forecasts_and_reckons_but_settles_nothing() -> None:
    assert rights(Phase.SHADOW) == (Right.RATE, Right.FORECAST, Right.VIRE, Right.RECKON)


def test_a_settlement_is_signed_from_shared_on_and_money_committed_from_delegated_on() -> None:
    assert allows(Phase.SHARED, Right.SETTLE)
    assert not allows(Phase.SHARED, Right.COMMIT)
    assert allows(Phase.DELEGATED, Right.COMMIT)
    assert not allows(Phase.DELEGATED, Right.HOLD)


def test_a_right_once_gained_is_kept() -> None:
    gained: set[Right] = set()
    for phase in Phase:
        assert gained <= set(rights(phase))
        gained = set(rights(phase))
    assert gained == set(Right) == set(FROM)


@pytest.mark.parametrize("right", [Right.SETTLE, Right.COMMIT])
def test_what_a_phase_does_not_give_is_refused_with_the_phase_that_does(right: Right) -> None:
    with pytest.raises(Refusal, match=f"from the {FROM[right].value} phase on"):
        must_allow(Phase.SHADOW, right)
    must_allow(Phase.FULL, right)


def test_pages_are_marked_notional_while_no_money_moves() -> None:
    assert [printed(phase) for phase in Phase] == [NOTIONAL, NOTIONAL, "", "", ""]


def test_phases_follow_each_other_and_each_is_told() -> None:
    walked = [Phase.MAPPING]
    while (after := next_phase(walked[-1])) is not None:
        walked.append(after)
    assert walked == list(Phase) == list(FACTS)
