"""The marginal rate: activity above a baseline is paid at a part of its price."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.money import rounded


@dataclass(frozen=True, slots=True)
class Marginal:
    """What a contract's activity comes to in pence; None where it is not known."""

    full_pence: int | None
    """All of it at the full price."""
    payable_pence: int | None
    abated_pence: int | None
    """What need not be paid: full less payable."""


def marginal(
    baseline: int | None, actual: int | None, price_pence: int | None, rate_share: Decimal | None
) -> Marginal:
    """Return what activity costs where only a part is paid above a baseline.

    Up to the baseline the price is paid in full; each one above it is paid at
    ``rate_share`` of the price (``domain.md`` 4.6). Rounded once.
    """
    if actual is None or price_pence is None:
        return Marginal(None, None, None)
    full = actual * price_pence
    if baseline is None or rate_share is None:
        return Marginal(full, None, None)
    above = max(actual - baseline, 0)
    payable = (actual - above) * price_pence + rounded(above * price_pence * rate_share)
    return Marginal(full, payable, full - payable)
