"""Whether votes carry, and the laws that hold whoever votes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.partners import Cast, DecisionRule, PartnerKind
from pch_desktop.domain.partners_forums import is_loop, laid_out
from pch_desktop.domain.partners_quorum import Rules, Voice, not_quorate
from pch_desktop.domain.partners_verdict import Outcome
from pch_desktop.domain.partners_votes import under_each_rule, verdict

PRACTICE, TRUST, CCG = (
    PartnerKind.PRACTICE, PartnerKind.COMMUNITY_TRUST, PartnerKind.COMMISSIONER
)  # fmt: skip
FOR, AGAINST, ABSTAINED, ABSENT = Cast
VOICES = st.builds(
    Voice,
    st.sampled_from([PRACTICE, TRUST, CCG]),
    st.sampled_from(Cast),
    st.integers(0, 3),
    st.one_of(st.none(), st.integers(0, 20_000)),
)
MEETINGS = st.lists(VOICES, max_size=12)
RULES = st.builds(
    Rules,
    st.sampled_from([*DecisionRule, None]),
    st.one_of(st.none(), st.integers(0, 100).map(lambda part: Decimal(part) / 100)),
    st.one_of(st.none(), st.integers(0, 8)),
    st.frozensets(st.sampled_from([PRACTICE, TRUST, CCG]), max_size=2),
)


def practices(*said: Cast) -> list[Voice]:
    """Practices with a vote and 5,000 people each."""
    return [Voice(PRACTICE, each, 1, 5000) for each in said]


def outcome(rule: DecisionRule, voices: list[Voice], threshold: str = "0.75") -> Outcome:
    return verdict(Rules(rule, Decimal(threshold)), voices).outcome


@pytest.mark.parametrize(
    ("rule", "said", "expected"),
    [
        (DecisionRule.UNANIMOUS, (FOR, FOR, ABSTAINED, ABSENT), Outcome.CARRIED),
        (DecisionRule.UNANIMOUS, (FOR, FOR, AGAINST), Outcome.NOT_CARRIED),
        (DecisionRule.CONSENSUS, (FOR, FOR, FOR, FOR, AGAINST), Outcome.REFERRED),
        (DecisionRule.CONSENSUS, (FOR, ABSTAINED), Outcome.CARRIED),
        (DecisionRule.MAJORITY, (FOR, FOR, AGAINST, ABSTAINED), Outcome.CARRIED),
        (DecisionRule.MAJORITY, (FOR, AGAINST), Outcome.NOT_CARRIED),
        (DecisionRule.QUALIFIED, (FOR, FOR, FOR, AGAINST), Outcome.NOT_CARRIED),
        (DecisionRule.QUALIFIED, (FOR, FOR, FOR, FOR, AGAINST), Outcome.CARRIED),
        (DecisionRule.MAJORITY, (ABSTAINED, ABSTAINED), Outcome.NOT_CARRIED),
    ],
)  # fmt: skip
def test_a_vote_carries_as_its_rule_says(
    rule: DecisionRule, said: tuple[Cast, ...], expected: Outcome
) -> None:
    assert outcome(rule, practices(*said)) is expected


def test_a_weighted_vote_goes_by_the_people_on_the_lists() -> None:
    large, small, other = (Voice(PRACTICE, FOR, 1, 12_000), Voice(PRACTICE, AGAINST, 1, 4_000),
                           Voice(PRACTICE, AGAINST, 1, 5_000))  # fmt: skip
    assert outcome(DecisionRule.MAJORITY, [large, small, other]) is Outcome.NOT_CARRIED
    assert outcome(DecisionRule.WEIGHTED, [large, small, other], "0.5") is Outcome.CARRIED
    told = verdict(Rules(DecisionRule.WEIGHTED), [large, small, other])
    assert told.why == (
        "12,000 of 21,000 people on the lists of those who voted: 57.1%; more than 50% is needed."
    )
    half = [Voice(PRACTICE, FOR, 1, 5000), Voice(PRACTICE, AGAINST, 1, 5000)]
    assert outcome(DecisionRule.WEIGHTED, half, "0.5") is Outcome.NOT_CARRIED


def test_a_list_that_is_not_known_leaves_a_weighted_vote_open_only_where_it_decides() -> None:
    unknown = Voice(PRACTICE, AGAINST, 1, None)
    assert outcome(DecisionRule.WEIGHTED, [*practices(FOR), unknown]) is Outcome.NOT_KNOWN
    assert outcome(DecisionRule.WEIGHTED, [*practices(AGAINST), unknown]) is Outcome.NOT_CARRIED
    agrees = replace(unknown, said=FOR)
    assert outcome(DecisionRule.WEIGHTED, [*practices(FOR), agrees]) is Outcome.CARRIED
    assert outcome(DecisionRule.WEIGHTED, [agrees]) is Outcome.NOT_KNOWN


def test_what_is_reserved_carries_only_if_the_commissioner_is_for() -> None:
    others = practices(FOR, FOR, FOR)
    for said in (AGAINST, ABSTAINED, ABSENT):
        assert outcome(DecisionRule.RESERVED, [*others, Voice(CCG, said)]) is Outcome.NOT_CARRIED
    assert outcome(DecisionRule.RESERVED, others) is Outcome.NOT_CARRIED
    voices = [*practices(AGAINST), Voice(CCG, FOR, 0)]
    assert outcome(DecisionRule.RESERVED, voices) is Outcome.CARRIED


def test_a_qualified_vote_without_a_share_laid_down_is_not_known() -> None:
    told = verdict(Rules(DecisionRule.QUALIFIED), practices(FOR))
    assert told.outcome is Outcome.NOT_KNOWN
    assert "Enter one" in told.why


def test_a_meeting_is_quorate_with_enough_voting_members_and_each_required_kind() -> None:
    rules = Rules(DecisionRule.MAJORITY, quorum=3, needs=frozenset({TRUST}))
    attends = Voice(TRUST, ABSTAINED, 0)
    assert not not_quorate(rules, [*practices(FOR, FOR, ABSTAINED), attends])
    assert not_quorate(rules, [*practices(FOR, FOR, ABSENT), attends]) == (
        "Not quorate: 2 of the 3 voting members needed were there."
    )
    assert "nobody was there from: community trust" in not_quorate(rules, practices(FOR, FOR, FOR))
    told = verdict(rules, practices(FOR, FOR, FOR))
    assert (told.outcome, told.is_carried) == (Outcome.NOT_QUORATE, False)


@given(RULES, MEETINGS, VOICES)
def test_a_vote_for_never_undoes_what_carried(
    rules: Rules, voices: list[Voice], more: Voice
) -> None:
    before = verdict(rules, voices)
    after = verdict(rules, [*voices, replace(more, said=FOR)])
    assert not before.is_carried or after.is_carried


@given(RULES, MEETINGS, VOICES)
def test_a_vote_against_never_carries_what_had_not(
    rules: Rules, voices: list[Voice], more: Voice
) -> None:
    before = verdict(rules, voices)
    after = verdict(rules, [*voices, replace(more, said=AGAINST)])
    if before.outcome is not Outcome.NOT_QUORATE:
        assert before.is_carried or not after.is_carried


@given(RULES, MEETINGS, st.randoms())
def test_the_order_of_the_voices_does_not_matter(
    rules: Rules, voices: list[Voice], chance: Random
) -> None:
    shuffled = list(voices)
    chance.shuffle(shuffled)
    assert verdict(rules, shuffled) == verdict(rules, voices)


@given(RULES, MEETINGS)
def test_who_is_absent_changes_nothing(rules: Rules, voices: list[Voice]) -> None:
    there = [voice for voice in voices if voice.said is not ABSENT]
    assert verdict(rules, there).outcome is verdict(rules, voices).outcome


@given(RULES, MEETINGS)
def test_what_is_not_quorate_carries_under_no_rule(rules: Rules, voices: list[Voice]) -> None:
    told = under_each_rule(rules, voices)
    assert list(told) == list(DecisionRule)
    is_short = bool(not_quorate(rules, voices))
    assert {each.outcome is Outcome.NOT_QUORATE for each in told.values()} == {is_short}
    if rules.rule is not None:
        assert told[rules.rule] == verdict(rules, voices)
    assert all(each.why.endswith(".") for each in told.values())


@given(MEETINGS, st.integers(0, 100))
def test_what_is_unanimous_carries_by_consensus_and_majority_too(
    voices: list[Voice], part: int
) -> None:
    told = under_each_rule(Rules(DecisionRule.UNANIMOUS, Decimal(part) / 100), voices)
    if told[DecisionRule.UNANIMOUS].is_carried:
        assert told[DecisionRule.CONSENSUS].is_carried
        assert told[DecisionRule.MAJORITY].is_carried


@given(st.dictionaries(st.integers(1, 8), st.one_of(st.none(), st.integers(1, 8))))
def test_every_forum_stands_once_and_below_the_one_it_reports_to(
    above: dict[int, int | None],
) -> None:
    rows = laid_out(above, list(above))
    assert sorted(key for key, _ in rows) == sorted(above)
    depth = dict(rows)
    places = [key for key, _ in rows]
    runs_round = any(is_loop(above, key, over) for key, over in above.items())
    for key, over in above.items():
        if over in depth and not runs_round:
            assert places.index(over) < places.index(key)
            assert depth[key] == depth[over] + 1


def test_a_chain_that_would_run_round_is_seen() -> None:
    above = {1: None, 2: 1, 3: 2}
    assert is_loop(above, 1, 3)
    assert is_loop(above, 1, 1)
    assert not is_loop(above, 3, 1)
    assert not is_loop(above, 3, None)
    assert laid_out(above, [3, 2, 1]) == [(1, 0), (2, 1), (3, 2)]
