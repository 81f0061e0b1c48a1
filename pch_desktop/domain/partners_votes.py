"""Whether a vote carried, under each rule a forum may have.

Abstentions are not cast. Members without a vote are not counted; the commissioner
speaks on what is reserved to it, vote or not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from pch_desktop.domain.partners import Cast, DecisionRule, PartnerKind
from pch_desktop.domain.partners_quorum import Rules, Voice, not_quorate
from pch_desktop.domain.partners_verdict import (
    Outcome,
    Verdict,
    counted,
    counted_words,
    judged,
    nobody,
    percent,
)

HALF = Decimal("0.5")
COMMISSIONERS = frozenset({PartnerKind.COMMISSIONER, PartnerKind.NHS_ENGLAND})
"""Who may say yes to what is reserved to the commissioner."""


Judge = Callable[[Rules, Sequence[Voice]], Verdict]


def verdict(rules: Rules, voices: Sequence[Voice]) -> Verdict:
    """Return what became of a vote; without a quorum nothing carries."""
    if sentence := not_quorate(rules, voices):
        return Verdict(Outcome.NOT_QUORATE, sentence)
    if rules.rule is None:
        return Verdict(Outcome.NOT_KNOWN, "It is not laid down when a vote carries. Choose a rule.")
    return JUDGES[rules.rule](rules, voices)


def under_each_rule(rules: Rules, voices: Sequence[Voice]) -> Mapping[DecisionRule, Verdict]:
    """Return what would become of the same voices under each rule, quorum and all."""
    return {
        rule: verdict(Rules(rule, rules.threshold, rules.quorum, rules.needs), voices)
        for rule in DecisionRule
    }


def _unanimous(_rules: Rules, voices: Sequence[Voice]) -> Verdict:
    against = counted(voices)[1]
    why = f"{counted_words(voices)}; every vote cast must be for."
    return nobody(voices) or judged(against == 0, why)


def _consensus(_rules: Rules, voices: Sequence[Voice]) -> Verdict:
    objecting = sum(voice.said is Cast.AGAINST and voice.votes > 0 for voice in voices)
    if objecting:
        noun = "member objects" if objecting == 1 else "members object"
        return Verdict(
            Outcome.REFERRED, f"{counted_words(voices)}; {objecting} {noun}, which refers it."
        )
    return nobody(voices) or judged(True, f"{counted_words(voices)}; nobody objects.")


def _majority(_rules: Rules, voices: Sequence[Voice]) -> Verdict:
    for_, against = counted(voices)
    why = f"{counted_words(voices)}; more than half of the votes cast are needed."
    return nobody(voices) or judged(for_ > against, why)


def _qualified(rules: Rules, voices: Sequence[Voice]) -> Verdict:
    if rules.threshold is None:
        why = "No share is laid down above which it carries. Enter one, such as 75%."
        return Verdict(Outcome.NOT_KNOWN, why)
    for_, against = counted(voices)
    share = f"{percent(for_, for_ + against)} of the votes cast"
    why = f"{counted_words(voices)}: {share}; more than {percent(rules.threshold)} is needed."
    return nobody(voices) or judged(for_ > rules.threshold * (for_ + against), why)


def _weighted(rules: Rules, voices: Sequence[Voice]) -> Verdict:
    """Return the verdict by people on lists: not known only where an unknown list decides it."""
    threshold = HALF if rules.threshold is None else rules.threshold
    voting = [voice for voice in voices if voice.votes]
    for_, against = (
        [voice.weight for voice in voting if voice.said is said]
        for said in (Cast.FOR, Cast.AGAINST)
    )
    known, others = _sum(for_), _sum(against)
    cast = known + others
    needed = f"more than {percent(threshold)} is needed"
    why = f"{known:,} of {cast:,} people on the lists of those who voted: "
    why += f"{percent(known, cast)}; {needed}."
    is_over = known > threshold * cast
    # What is not known can only pull to the side it was cast on.
    if None in (against if is_over else for_):
        why = f"The list of a member who voted is not known, and it decides; {needed}."
        return Verdict(Outcome.NOT_KNOWN, why)
    if not cast and None not in for_ + against:
        return Verdict(Outcome.NOT_CARRIED, "Nobody with a list cast a vote.")
    return judged(is_over, why)


def _sum(weights: Sequence[int | None]) -> int:
    return sum(weight for weight in weights if weight is not None)


def _reserved(_rules: Rules, voices: Sequence[Voice]) -> Verdict:
    said = {voice.said for voice in voices if voice.kind in COMMISSIONERS}
    advice = (
        f"The others advise: {counted_words([v for v in voices if v.kind not in COMMISSIONERS])}."
    )
    if Cast.AGAINST in said:
        return judged(False, f"The commissioner is against. {advice}")
    if Cast.FOR in said:
        return judged(True, f"The commissioner is for. {advice}")
    return judged(False, f"The commissioner has not said yes. {advice}")


JUDGES: Mapping[DecisionRule, Judge] = {
    DecisionRule.UNANIMOUS: _unanimous,
    DecisionRule.CONSENSUS: _consensus,
    DecisionRule.MAJORITY: _majority,
    DecisionRule.WEIGHTED: _weighted,
    DecisionRule.QUALIFIED: _qualified,
    DecisionRule.RESERVED: _reserved,
}
