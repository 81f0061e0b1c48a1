"""What a control chart says of its latest point and of a target, in a word each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pch_desktop.domain.spc import Limits, Rule
from pch_desktop.domain.spc_points import Point


class Better(StrEnum):
    """Which way of a measure is better."""

    HIGHER = "higher is better"
    LOWER = "lower is better"
    NEITHER = "neither way is better"


class Change(StrEnum):
    """What sort of variation a point is."""

    COMMON = "no special cause"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    NEUTRAL = "change"


class Assurance(StrEnum):
    """Whether a target is met while nothing changes."""

    MET = "target met each time"
    MISSED = "target missed each time"
    HIT_OR_MISS = "hit or miss"


@dataclass(frozen=True, slots=True)
class Variation:
    """What sort of variation a point is, and to which side it tells."""

    change: Change
    is_high: bool = False
    """Whether it is high rather than low; says nothing without a special cause."""


def variation(points: Sequence[Point], at: int, better: Better) -> Variation:
    """Return what sort of variation a point is: by the rules it breaks and where it lies."""
    point = points[at]
    if not point.rules:
        return Variation(Change.COMMON)
    is_high = (point.side or _way(points, at)) > 0
    if better is Better.NEITHER:
        return Variation(Change.NEUTRAL, is_high)
    is_good = is_high == (better is Better.HIGHER)
    return Variation(Change.IMPROVEMENT if is_good else Change.CONCERN, is_high)


def assurance(limits: Limits, target: Decimal | None, better: Better) -> Assurance | None:
    """Return whether a target is met while nothing changes; nothing where that cannot be asked."""
    if target is None or better is Better.NEITHER:
        return None
    is_higher_better = better is Better.HIGHER
    if target > limits.upper:
        return Assurance.MISSED if is_higher_better else Assurance.MET
    if target < limits.lower:
        return Assurance.MET if is_higher_better else Assurance.MISSED
    return Assurance.HIT_OR_MISS


def rule_of(point: Point) -> Rule | None:
    """Return the rule that gives a point its name: the first of those it breaks."""
    return next(iter(point.rules), None)


def _way(points: Sequence[Point], at: int) -> int:
    """Return which way the points go where one of a trend lies on the mean itself."""
    before, after = points[max(at - 1, 0)].value, points[min(at + 1, len(points) - 1)].value
    return (after > before) - (after < before)
