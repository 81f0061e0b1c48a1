"""What each phase of a shadow budget lets a locality do, and what its pages say.

As ``domain.md`` 4.1 orders them: mapping, shadow, shared, delegated, full.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from pch_desktop.domain.budget import Phase
from pch_desktop.domain.refusal import Refusal

NOTIONAL = "SHADOW – NOTIONAL"
"""What stands on each page while no money moves."""


class Right(Enum):
    """Something that may be done from a phase on, in words that follow “may”."""

    RATE = "rate variances"
    FORECAST = "forecast the year"
    VIRE = "move budget between lines"
    RECKON = "work out gain and loss"
    SETTLE = "settle and sign gain and loss"
    COMMIT = "commit money within the limits of its delegation"
    HOLD = "hold the money itself"


FROM: dict[Right, Phase] = {
    Right.RATE: Phase.SHADOW,
    Right.FORECAST: Phase.SHADOW,
    Right.VIRE: Phase.SHADOW,
    Right.RECKON: Phase.SHADOW,
    Right.SETTLE: Phase.SHARED,
    Right.COMMIT: Phase.DELEGATED,
    Right.HOLD: Phase.FULL,
}
"""The phase in which the locality gains each right; it keeps it in those after."""


@dataclass(frozen=True, slots=True)
class PhaseFacts:
    """What a phase is, in the words of its page."""

    holder: str
    """Who holds the money."""
    shows: str
    """What this program shows."""
    right: str
    """The locality's part, in a word."""


FACTS: dict[Phase, PhaseFacts] = {
    Phase.MAPPING: PhaseFacts(
        "Commissioner and providers", "What is in scope, and what was spent so far", "view"
    ),
    Phase.SHADOW: PhaseFacts(
        "Commissioner and providers; nothing moves",
        "Budget, actual, variance, forecast, and the gain or loss there would have been",
        "learn",
    ),
    Phase.SHARED: PhaseFacts(
        "The commissioner; gain and loss are shared",
        "As in shadow, and the settlement, signed by the partners",
        "influence",
    ),
    Phase.DELEGATED: PhaseFacts(
        "The commissioner; the locality decides",
        "As shared, and what is committed, within each office's limit",
        "commit",
    ),
    Phase.FULL: PhaseFacts(
        "The locality's own body", "As delegated; payments are made outside this program", "own"
    ),
}


def allows(phase: Phase, right: Right) -> bool:
    """Return whether a phase gives a right."""
    order = list(Phase)
    return order.index(phase) >= order.index(FROM[right])


def rights(phase: Phase) -> tuple[Right, ...]:
    """Return what may be done in a phase, in the order it was gained."""
    return tuple(right for right in Right if allows(phase, right))


def must_allow(phase: Phase, right: Right) -> None:
    """Refuse what a phase does not give the right to.

    Raises:
        Refusal: it names the phase at hand and the one that gives the right.
    """
    if not allows(phase, right):
        raise Refusal(
            f"In the {phase.value} phase the locality does not {right.value}. "
            f"It may from the {FROM[right].value} phase on: change the phase under Versions."
        )


def is_notional(phase: Phase) -> bool:
    """Return whether no money moves in a phase."""
    return phase in {Phase.MAPPING, Phase.SHADOW}


def printed(phase: Phase) -> str:
    """Return what must stand on each page in a phase; nothing where money moves."""
    return NOTIONAL if is_notional(phase) else ""


def next_phase(phase: Phase) -> Phase | None:
    """Return the phase after one, or None after the last."""
    order = list(Phase)
    at = order.index(phase) + 1
    return order[at] if at < len(order) else None
