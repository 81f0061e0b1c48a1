"""The registers beside a shadow budget: moved services, bought outside, delegation, readiness."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pch_desktop.domain.budget import Phase


class ComingHome(StrEnum):
    """Whether care that is bought outside could be given in the locality."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class ReadyStep:
    """A step of the ready list: what must be in place before a phase, and who says so."""

    phase: Phase
    words: str
    source: str


def could_come_home(coming_home: ComingHome, cost_pence: int | None) -> int | None:
    """Return how much of a cost could come home, in pence; None where that is not known.

    A part is some of it, and nobody has said how much.
    """
    match coming_home:
        case ComingHome.YES:
            return cost_pence
        case ComingHome.NO:
            return 0
        case _:
            return None


def left_pence(budget: int | None, spent: int | None, to_come: int) -> int | None:
    """Return what is left of a line: budget less actual to date less commitments to come."""
    return None if budget is None or spent is None else budget - spent - to_come
