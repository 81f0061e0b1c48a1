"""Whether a meeting was quorate, by who was there for whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pch_desktop.domain.board import Presence
from pch_desktop.domain.partners import Cast, PartnerKind
from pch_desktop.domain.partners_quorum import Rules, Voice, not_quorate

THERE = frozenset({Presence.PRESENT, Presence.DEPUTY})
"""Who sits at the table; somebody in attendance does not count."""
NO_RULE = "No quorum is laid down for it."


@dataclass(frozen=True, slots=True)
class Seat:
    """A partner's seat in the forum that meets."""

    partner_id: int
    kind: PartnerKind
    votes: int | None


@dataclass(frozen=True, slots=True)
class Quorum:
    """Whether a meeting is quorate, and the sentence that says why."""

    is_quorate: bool | None
    """None where no quorum is laid down, or nobody has been written down yet."""
    why: str


def voices(seats: Iterable[Seat], there: Mapping[int, Presence]) -> list[Voice]:
    """Return each seat as a voice: a member or its deputy is there, or it is absent."""
    return [
        Voice(
            seat.kind,
            Cast.FOR if there.get(seat.partner_id) in THERE else Cast.ABSENT,
            1 if seat.votes is None else seat.votes,
        )
        for seat in seats
    ]


def quorum(rules: Rules | None, said: Sequence[Voice], *, is_written: bool) -> Quorum:
    """Return whether a meeting is quorate.

    Args:
        rules: how its forum decides; None where it is nobody's meeting.
        said: its seats as voices.
        is_written: whether anybody has been written down as there.
    """
    if not is_written:
        return Quorum(None, "Nobody has been written down yet.")
    if rules is None or (rules.quorum is None and not rules.needs):
        return Quorum(None, NO_RULE)
    if why := not_quorate(rules, said):
        return Quorum(False, why)
    there = sum(voice.votes > 0 and voice.said is not Cast.ABSENT for voice in said)
    needed = f"; {rules.quorum} are needed" if rules.quorum is not None else ""
    return Quorum(True, f"Quorate: {there} voting members were there{needed}.")
