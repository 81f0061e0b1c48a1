"""Entries of the ledger: which take themselves back, with what sign, and what they leave owing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.budget import EntryKind
from pch_desktop.domain.money import rounded
from pch_desktop.domain.refusal import Refusal

TAKEN_BACK = frozenset({EntryKind.ACCRUAL, EntryKind.PREPAYMENT})
"""The kinds that are reversed a month later."""
BELOW_ZERO = frozenset({EntryKind.CREDIT, EntryKind.PREPAYMENT})
"""The kinds that take off what a month cost, whatever sign is typed."""
RECENT = 3
"""How many of the latest months known make the run rate."""


@dataclass(frozen=True, slots=True)
class Owing:
    """One accrual, prepayment or reversal, as a balance counts it."""

    kind: EntryKind
    pence: int
    is_income: bool = False


@dataclass(frozen=True, slots=True)
class Balance:
    """What stands at a month's end, in pence, neither below zero in the usual way of things."""

    creditors_pence: int
    """Received and not yet paid for: accruals of spending, income had in advance."""
    debtors_pence: int
    """Paid for and not yet received: prepayments, income that is due."""


def held_pence(kind: EntryKind, pence: int) -> int:
    """Return an amount with the sign an entry of its kind is kept with.

    Raises:
        Refusal: an accrual below zero; a prepayment says that better.
    """
    if kind in BELOW_ZERO:
        return -abs(pence)
    if kind is EntryKind.ACCRUAL and pence < 0:
        raise Refusal(
            "An accrual is above zero. Enter what was paid ahead as a prepayment, "
            "and what comes back as a credit note."
        )
    return pence


def balance(entries: Iterable[Owing]) -> Balance:
    """Return what accruals and prepayments, less what was taken back, leave at a month's end.

    A reversal has the sign of neither kind by itself, so its ``kind`` is that of
    the entry it takes back.
    """
    creditors = debtors = 0
    for entry in entries:
        is_accrual = entry.kind is EntryKind.ACCRUAL
        if is_accrual != entry.is_income:
            creditors += entry.pence if is_accrual else -entry.pence
        else:
            debtors += entry.pence if is_accrual else -entry.pence
    return Balance(creditors, debtors)


def estimate_pence(
    budget: Sequence[int], actual: Sequence[int | None], month_number: int
) -> int | None:
    """Return what a month without an actual most likely cost: its profile times the run rate.

    The run rate is actual by budget over the latest months known, three at most
    (domain 4.3). Where those months have no budget it is their mean; where no
    month before is known, nothing is.

    Args:
        budget: the twelve months' budget, April first.
        actual: the twelve months' actuals, April first, None where not known.
        month_number: the month to estimate; April is 1.
    """
    before = [at for at in range(month_number - 1) if actual[at] is not None][-RECENT:]
    if not before:
        return None
    spent = sum(actual[at] or 0 for at in before)
    planned = sum(budget[at] for at in before)
    if not planned:
        return rounded(Decimal(spent) / len(before))
    return rounded(Decimal(budget[month_number - 1]) * spent / planned)
