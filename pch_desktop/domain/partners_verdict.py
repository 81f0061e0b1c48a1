"""What becomes of a vote, and how votes are counted and told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from pch_desktop.domain.partners import Cast
from pch_desktop.domain.partners_quorum import Voice


class Outcome(StrEnum):
    """What became of a vote."""

    CARRIED = "carried"
    NOT_CARRIED = "not carried"
    REFERRED = "referred"
    """Not carried either: one objection takes it to where the forum reports."""
    NOT_QUORATE = "not quorate"
    NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a vote, and the sentence why."""

    outcome: Outcome
    why: str

    @property
    def is_carried(self) -> bool:
        """Whether it carried; what is referred, not quorate or not known has not."""
        return self.outcome is Outcome.CARRIED


def votes_of(voices: Sequence[Voice], said: Cast) -> int:
    """Return the votes of those who said it."""
    return sum(voice.votes for voice in voices if voice.said is said)


def counted(voices: Sequence[Voice]) -> tuple[int, int]:
    """Return the votes for and those against."""
    return votes_of(voices, Cast.FOR), votes_of(voices, Cast.AGAINST)


def counted_words(voices: Sequence[Voice]) -> str:
    """Return the votes for and against in words."""
    for_, against = counted(voices)
    return f"{for_} for, {against} against"


def judged(is_carried: bool, why: str) -> Verdict:
    """Return that a vote carried, or not, and why."""
    return Verdict(Outcome.CARRIED if is_carried else Outcome.NOT_CARRIED, why)


def nobody(voices: Sequence[Voice]) -> Verdict | None:
    """Return that nobody cast a vote, or nothing where somebody did."""
    if any(counted(voices)):
        return None
    return Verdict(Outcome.NOT_CARRIED, "No vote was cast; abstentions are not cast.")


def percent(part: Decimal | int, whole: int = 1) -> str:
    """Return a share as people read it: 66.7%, or none where there is nothing to share."""
    if not whole:
        return "none"
    share = (Decimal(part) / whole * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{share}%".replace(".0%", "%")
