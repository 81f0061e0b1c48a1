"""How a capitated sum is built: growth, fair shares, rates by people, what is kept back.

Every step is as ``domain.md`` 4.2 states it; amounts are whole pence, rounded
once at the end of a line, halves away from zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pch_desktop.domain.money import rounded

ONE = Decimal(1)


class RateBase(StrEnum):
    """What a rate is paid for each of."""

    REGISTERED = "registered people"
    WEIGHTED = "weighted people"
    BEDS = "care-home beds"


@dataclass(frozen=True, slots=True)
class Growth:
    """What a recurrent baseline is changed by, each a share: 0.036 is 3.6%."""

    demographic: Decimal = Decimal(0)
    non_demographic: Decimal = Decimal(0)
    cost_uplift: Decimal = Decimal(0)
    efficiency: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class FairShare:
    """A line's fair share of its board's money, and the way there."""

    target_pence: int
    distance_share: Decimal
    """How far the line is from its target, of the target: below zero is under it."""
    budget_pence: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A gross sum, and what is left of it once parts are kept back, in pence."""

    gross_pence: int
    top_slice_pence: int
    contingency_pence: int

    @property
    def operating_pence(self) -> int:
        """What is left to run services with."""
        return self.gross_pence - self.top_slice_pence - self.contingency_pence


def grown_pence(recurrent_pence: int, growth: Growth, *, is_net: bool = False) -> int:
    """Return a recurrent baseline a year on.

    The four rates multiply, and the product is rounded once. Where ``is_net``,
    cost uplift and efficiency are one net rate, as national guidance prints it.
    """
    costs = (
        ONE + growth.cost_uplift - growth.efficiency
        if is_net
        else (ONE + growth.cost_uplift) * (ONE - growth.efficiency)
    )
    people = (ONE + growth.demographic) * (ONE + growth.non_demographic)
    return rounded(recurrent_pence * people * costs)


def fair_share(
    current_pence: int, board_pence: int, weighted: tuple[Decimal, Decimal], pace: Decimal
) -> FairShare | None:
    """Return a line's target, its distance from it and its budget at a pace of change.

    Args:
        current_pence: the line's budget as it would be without it.
        board_pence: what the board has for the line.
        weighted: the locality's and the board's people as weighted for it.
        pace: the part of the way that is gone this year, 0 to 1.

    The target is rounded before the pace is applied. None where it is nothing,
    or the board has nobody.
    """
    ours, all_of_them = weighted
    if not all_of_them:
        return None
    target = rounded(board_pence * ours / all_of_them)
    if not target:
        return None
    budget = rounded(current_pence + pace * (target - current_pence))
    return FairShare(target, Decimal(current_pence - target) / target, budget)


def by_rates_pence(rates: Iterable[tuple[Decimal, Decimal]]) -> int:
    """Return what rates in pounds come to, each times its people, rounded once together."""
    return rounded(sum((rate * people for rate, people in rates), Decimal(0)) * 100)


def kept_back(gross_pence: int, top_slice: Decimal, contingency: Decimal) -> Kept:
    """Return a gross sum with its top-slice, and its contingency of what that leaves."""
    sliced = rounded(gross_pence * top_slice)
    return Kept(gross_pence, sliced, rounded((gross_pence - sliced) * contingency))


def per_head_pence(pence: int, people: Decimal | int | None) -> int | None:
    """Return a sum for each person, or None where nobody was counted."""
    return rounded(Decimal(pence) / people) if people else None


@dataclass(frozen=True, slots=True)
class Weighted:
    """A list weighted by the work its people make (Carr-Hill's way)."""

    registered: int
    raw_workload: Decimal
    """People times the weight of their sex and age band."""
    age_sex_index: Decimal
    """The raw workload a head, against the nation's."""
    weighted_people: Decimal

    @property
    def over_list(self) -> Decimal | None:
        """Weighted people for each registered one."""
        return self.weighted_people / self.registered if self.registered else None


def weighted_list(
    bands: Sequence[tuple[int, Decimal]], national_raw_per_head: Decimal, indices: Sequence[Decimal]
) -> Weighted | None:
    """Return a list as weighted: people times the index of age and sex and the other indices.

    Args:
        bands: the people of each sex and age band and the weight of one of them.
        national_raw_per_head: the nation's raw workload a head.
        indices: of additional needs, turnover, staff costs and the like; 1 is the nation.

    None where the list is empty or the nation's workload is not above nothing.
    """
    registered = sum(people for people, _ in bands)
    if not registered or national_raw_per_head <= 0:
        return None
    raw = sum((people * weight for people, weight in bands), Decimal(0))
    index = raw / registered / national_raw_per_head
    weighted = registered * index
    for each in indices:
        weighted *= each
    return Weighted(registered, raw, index, weighted)
