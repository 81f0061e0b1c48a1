"""What may still move the outturn, weighted by how likely it is."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from pch_desktop.domain.budget_plan import RiskKind
from pch_desktop.domain.money import rounded


def weighted_pence(
    kind: RiskKind, amount_pence: int | None, likelihood: Decimal | None
) -> int | None:
    """Return what a risk adds to the cost, or a mitigation takes off it, below zero.

    Each is rounded once, so that the risks of a line and of the year add up to
    what is printed. None where the amount or the likelihood is not known.
    """
    if amount_pence is None or likelihood is None:
        return None
    weighted = rounded(amount_pence * likelihood)
    return weighted if kind is RiskKind.RISK else -weighted


def adjusted_pence(outturn: int | None, weighted: Iterable[int | None]) -> int | None:
    """Return a cost with the weighted risks and mitigations it does not hold yet (domain 4.5).

    It is the same for a line and for the year. Not known where the outturn, or
    anything that moves it, is not known.
    """
    moves = list(weighted)
    if outturn is None or None in moves:
        return None
    return outturn + sum(move for move in moves if move is not None)
