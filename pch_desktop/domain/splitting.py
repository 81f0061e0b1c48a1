"""A locality's gain or loss, split among its partners without losing a penny (domain 4.6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.budget_share import DrawRule, SplitRule
from pch_desktop.domain.money import apportion
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.sharing import Sharing

MILLION = 10**6
"""Shares and weighted people are kept to six places."""
LACKING = {
    SplitRule.LIST: "the people on the list",
    SplitRule.WEIGHTED_LIST: "the weighted people",
    SplitRule.BUDGET: "the budget it provides for",
    SplitRule.EQUITY: "its holding",
    SplitRule.PERFORMANCE: "its points for performance",
    SplitRule.CONTRIBUTION: "what it contributed",
    SplitRule.FIXED: "its fixed share",
}
"""What a partner needs for each rule but the equal one, in words that follow “enter”."""


@dataclass(frozen=True, slots=True)
class Taker:
    """A partner that takes part, with what each rule weighs it by; None is not known."""

    name: str
    people: int | None = None
    weighted_people: Decimal | None = None
    budget_pence: int | None = None
    units: int | None = None
    performance_points: int | None = None
    contribution_pence: int | None = None
    fixed_share: Decimal | None = None
    stop_loss_pence: int | None = None
    """The most it bears of a loss; None is no limit."""


@dataclass(frozen=True, slots=True)
class SplitBy:
    """The rule, or two of them: the second for a share of the money."""

    rule: SplitRule
    second_rule: SplitRule | None = None
    second_share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What a partner gets, or bears where below zero."""

    name: str
    share: Decimal
    """Of the locality's part, by the rule, to six places."""
    before_pence: int
    after_pence: int
    """After stop-losses, and after what others could not bear was spread."""


@dataclass(frozen=True, slots=True)
class RiskPool:
    """A year's risk pool, in pence."""

    opening_pence: int = 0
    contributed_pence: int = 0
    drawn_pence: int = 0
    returned_pence: int = 0

    @property
    def closing_pence(self) -> int:
        """What is in it at the end."""
        return self.opening_pence + self.contributed_pence - self.drawn_pence + self.returned_pence


def weight_of(taker: Taker, rule: SplitRule) -> int | None:
    """Return a partner's weight under a rule; None where it is not known."""
    match rule:
        case SplitRule.EQUAL:
            return 1
        case SplitRule.LIST:
            return taker.people
        case SplitRule.WEIGHTED_LIST:
            return _millionths(taker.weighted_people)
        case SplitRule.BUDGET:
            return taker.budget_pence
        case SplitRule.EQUITY:
            return taker.units
        case SplitRule.PERFORMANCE:
            return taker.performance_points
        case SplitRule.CONTRIBUTION:
            return taker.contribution_pence
        case SplitRule.FIXED:
            return _millionths(taker.fixed_share)


def weights(takers: Sequence[Taker], by: SplitBy) -> list[int]:
    """Return each partner's weight, two rules put together exactly.

    Raises:
        Refusal: nobody takes part, a weight is missing or all are nothing, or
            fixed shares do not add up to 100%.
    """
    first = _weights(takers, by.rule)
    if by.second_rule is None or not by.second_share:
        return first
    second = _weights(takers, by.second_rule)
    for_second = _millionths(by.second_share) or 0
    left, right = (MILLION - for_second) * sum(second), for_second * sum(first)
    return [left * one + right * other for one, other in zip(first, second, strict=True)]


def limited(
    total_pence: int, weighted: Sequence[int], stops: Sequence[int | None]
) -> tuple[list[int], int]:
    """Split an amount, no partner bearing more of a loss than its stop-loss.

    What a partner need not bear goes to those below theirs, by their weights,
    again and again until nobody is above.

    Returns:
        The amounts, and what nobody may bear, as a positive sum.
    """
    held: dict[int, int] = {}
    while True:
        free = [at for at in range(len(weighted)) if at not in held]
        left = total_pence - sum(held.values())
        if not any(weighted[at] for at in free):
            return [held.get(at, 0) for at in range(len(weighted))], -left
        found = dict(zip(free, apportion(left, [weighted[at] for at in free]), strict=True))
        above = {at: -stop for at in free if (stop := stops[at]) is not None and -found[at] > stop}
        if not above:
            return [(held | found)[at] for at in range(len(weighted))], 0
        held |= above


def split(
    total_pence: int, takers: Sequence[Taker], weighted: Sequence[int]
) -> tuple[tuple[Part, ...], int]:
    """Return each partner's part before and after stop-losses, and what nobody may bear."""
    whole = sum(weighted)
    before = apportion(total_pence, weighted)
    stops = [taker.stop_loss_pence for taker in takers]
    after, unborne = limited(total_pence, weighted, stops)
    rows = zip(takers, weighted, before, after, strict=True)
    return tuple(
        Part(taker.name, _share(weight, whole), first, last) for taker, weight, first, last in rows
    ), unborne


def from_pool(rule: DrawRule, pool: RiskPool, sharing: Sharing, unborne_pence: int) -> int:
    """Return how much of what nobody may bear the risk pool pays; the commissioner pays the rest.

    After the dead band it pays whenever a loss is shared, after the collar only
    where the loss was above it, by decision of the board what was drawn.
    """
    match rule:
        case DrawRule.BOARD:
            held = pool.drawn_pence
        case DrawRule.AFTER_COLLAR if not _is_above(sharing):
            held = 0
        case _:
            held = pool.closing_pence
    return min(max(held, 0), unborne_pence)


def _is_above(sharing: Sharing) -> bool:
    """Return whether a loss was above its collar, whichever of the two it limits."""
    limit = sharing.limit_pence
    if limit is None:
        return False
    is_cut = sharing.shareable_pence < sharing.beyond_pence
    return is_cut or sharing.beyond_pence * sharing.share > limit >= abs(
        sharing.locality_pence or 0
    )


def _weights(takers: Sequence[Taker], rule: SplitRule) -> list[int]:
    if not takers:
        raise Refusal("No partner takes part in the sharing yet. Add one under Partners.")
    found = [weight_of(taker, rule) for taker in takers]
    missing = [taker.name for taker, weight in zip(takers, found, strict=True) if weight is None]
    if missing:
        raise Refusal(
            f"The split by {rule.value} needs more of {_named(missing)}: "
            f"enter {LACKING[rule]}, or choose another rule."
        )
    known = [weight for weight in found if weight is not None]
    if not any(known):
        raise Refusal(
            f"The split by {rule.value} weighs every partner at nothing. "
            f"Enter {LACKING.get(rule, 'a weight')} of one, or choose another rule."
        )
    if rule is SplitRule.FIXED and sum(known) != MILLION:
        raise Refusal(
            f"The fixed shares add up to {_percent(sum(known))}, not 100%. "
            "Change one, or let them be made to fit."
        )
    return known


def _millionths(value: Decimal | None) -> int | None:
    return None if value is None else int(value.scaleb(6))


def _share(weight: int, whole: int) -> Decimal:
    return (Decimal(weight) / whole).quantize(Decimal("0.000001"))


def _percent(millionths: int) -> str:
    return f"{(Decimal(millionths) / 10_000).normalize():f}%"


def _named(names: Sequence[str], most: int = 4) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
