"""Who was at a meeting and said what, and whether it was quorate.

Abstentions are not cast. Who is absent is not there. Members without a vote may bring
the kind that is required, and do not count otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.partners import Cast, DecisionRule, PartnerKind


@dataclass(frozen=True, slots=True)
class Voice:
    """What a member said, with its votes and the people on its list on the day."""

    kind: PartnerKind
    said: Cast
    votes: int = 1
    weight: int | None = 0
    """None where its list is not known; who is no practice has no list, and weighs nothing."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How a forum decides: its rule, and who must be there."""

    rule: DecisionRule | None
    """None where it is not laid down."""
    threshold: Decimal | None = None
    """The share of one that must be passed; half for weighted votes unless told."""
    quorum: int | None = None
    """Voting members who must be there; None where nothing is laid down."""
    needs: frozenset[PartnerKind] = frozenset()


def not_quorate(rules: Rules, voices: Sequence[Voice]) -> str:
    """Return the sentence why a meeting is not quorate, or nothing where it is.

    Quorate: at least as many voting members there as the quorum, and each required kind.
    """
    there = [voice for voice in voices if voice.said is not Cast.ABSENT]
    voting = sum(voice.votes > 0 for voice in there)
    missing = rules.needs - {voice.kind for voice in there}
    said: list[str] = []
    if voting < (rules.quorum or 0):
        said.append(f"{voting} of the {rules.quorum} voting members needed were there")
    if missing:
        said.append(f"nobody was there from: {', '.join(sorted(missing))}")
    return f"Not quorate: {'; '.join(said)}." if said else ""
