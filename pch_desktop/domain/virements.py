"""Budget moved between lines during a year, month by month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pch_desktop.domain.budget import phased
from pch_desktop.domain.period import MONTHS


@dataclass(frozen=True, slots=True)
class Move:
    """What one virement adds to a line from a month on; below zero it takes away."""

    amount_pence: int
    first_month: int
    """April is 1."""


def spread(move: Move, weights: Sequence[int]) -> tuple[int, ...]:
    """Return a move month by month, April first: nothing before its first month.

    From there it follows the line's own weights, evenly where they leave nothing; the
    months add up to the move. Months close in order, so those before it stay as they were.
    """
    before = move.first_month - 1
    later = list(weights[before:])
    if not any(later):
        later = [1] * (MONTHS - before)
    return (*(0,) * before, *phased(move.amount_pence, later))


def moved(
    months: Sequence[int], moves: Iterable[Move], weights: Sequence[int]
) -> tuple[tuple[int, ...], int]:
    """Return a line's months with its moves, and what the moves come to, in pence."""
    total, now = 0, list(months)
    for move in moves:
        total += move.amount_pence
        now = [had + added for had, added in zip(now, spread(move, weights), strict=True)]
    return tuple(now), total
