"""Money, counted in whole pence.

An amount is an ``int`` number of pence and its name ends in ``_pence``. No
float ever holds money; pounds exist only in what people read. Favourable is
positive, adverse is negative.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal


def rounded(amount: Decimal) -> int:
    """Return the nearest whole number, halves away from zero."""
    return int(amount.quantize(Decimal(1), ROUND_HALF_UP))


def whole(pence: int, pounds: int = 1) -> int:
    """Return an amount in whole units of so many pounds, halves away from zero."""
    unit = 100 * pounds
    units = (abs(pence) + unit // 2) // unit
    return -units if pence < 0 else units


def apportion(total_pence: int, weights: Sequence[int]) -> list[int]:
    """Split an amount by weight without losing or inventing a penny.

    Args:
        total_pence: the amount, of either sign.
        weights: non-negative, not all zero; twelve ones give a flat year.

    Returns:
        One amount for each weight; they add up to ``total_pence`` exactly.
        Spare pennies go to the largest remainders, earliest first.

    Raises:
        ValueError: the weights are empty, all zero, or one is negative.
    """
    total = sum(weights)
    if total <= 0 or min(weights) < 0:
        raise ValueError(f"cannot apportion by weights {list(weights)!r}")
    sign = -1 if total_pence < 0 else 1
    shares = [divmod(abs(total_pence) * weight, total) for weight in weights]
    spare = abs(total_pence) - sum(pence for pence, _ in shares)
    lucky = set(sorted(range(len(shares)), key=lambda at: -shares[at][1])[:spare])
    return [sign * (pence + (at in lucky)) for at, (pence, _) in enumerate(shares)]
