"""The points of a control chart, and which of its four rules each breaks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from pch_desktop.domain.spc import RUN, USUAL, Limits, Method, Rule, limits

NEIGHBOURS, ENOUGH = 3, 2
"""Of so many points one after the other on one side, so many near a limit are no chance."""


@dataclass(frozen=True, slots=True)
class Point:
    """One figure, the limits it is held against, and the rules it breaks, in their order."""

    value: Decimal
    limits: Limits
    rules: tuple[Rule, ...]
    begins: bool
    """Whether its limits begin with it."""
    side: int
    """1 where it lies above the mean, -1 below, 0 on it."""


def xmr(
    values: Sequence[Decimal], method: Method = USUAL, rebased: Collection[int] = ()
) -> list[Point]:
    """Return each point with its limits and the rules it breaks.

    Args:
        values: the figures, the earliest first; those not known left out.
        method: how limits are come by.
        rebased: where new limits begin, as places in the values; nothing else changes them.
    """
    starts = sorted({0, *rebased} & set(range(len(values))))
    points: list[Point] = []
    for start, end in pairwise([*starts, len(values)]):
        points += _stretch(values[start:end], method)
    return points


def _stretch(values: Sequence[Decimal], method: Method) -> list[Point]:
    found = limits(values, method)
    told = (
        (Rule.OUTSIDE, _outside(values, found)),
        (Rule.TREND, _trends(values, method.trend)),
        (Rule.NEAR, _near(values, found)),
        (Rule.SHIFT, _shifts(values, found)),
    )
    return [
        Point(value, found, tuple(rule for rule, at_all in told if at in at_all), at == 0,
              found.side(value))
        for at, value in enumerate(values)
    ]  # fmt: skip


def _outside(values: Sequence[Decimal], found: Limits) -> set[int]:
    return {at for at, value in enumerate(values) if not found.lower <= value <= found.upper}


def _trends(values: Sequence[Decimal], length: int) -> set[int]:
    steps = [(after > before) - (after < before) for before, after in pairwise(values)]
    return {
        at
        for first in range(len(steps) - length + 2)
        if abs(sum(steps[first : first + length - 1])) == length - 1
        for at in range(first, first + length)
    }


def _near(values: Sequence[Decimal], found: Limits) -> set[int]:
    """Return the points near a limit, of each three on one side of which two are near it.

    A point outside the limits counts as outside, and not as near.
    """
    outside = _outside(values, found)
    near = {at for at, value in enumerate(values) if abs(value - found.mean) > found.near} - outside

    def holds(first: int) -> bool:
        return len(near & set(range(first, first + NEIGHBOURS))) >= ENOUGH

    windows = _one_sided(values, found, NEIGHBOURS)
    return {at for first in windows if holds(first)
            for at in range(first, first + NEIGHBOURS) if at in near}  # fmt: skip


def _shifts(values: Sequence[Decimal], found: Limits) -> set[int]:
    return {at for first in _one_sided(values, found, RUN) for at in range(first, first + RUN)}


def _one_sided(values: Sequence[Decimal], found: Limits, length: int) -> list[int]:
    """Return where so many points begin that all lie on one side of the mean."""
    sides = [found.side(value) for value in values]
    return [
        first
        for first in range(len(sides) - length + 1)
        if abs(sum(sides[first : first + length])) == length
    ]
