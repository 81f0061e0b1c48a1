"""National counts of staff: what they are called, and what of ours they may stand beside."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

ALL = "all"
"""The role of a count of a whole staff group."""
SETTLED = "without training and locums"
"""The role of a count of GPs that leaves out those in training and locums."""


def serving(days: Iterable[date], on: date) -> date | None:
    """Return the count that serves a day: the latest up to it, else the first after it."""
    known = sorted(days)
    before = [day for day in known if day <= on]
    return before[-1] if before else next(iter(known), None)


def apart(ours: Decimal | None, counted: Decimal | None) -> Decimal | None:
    """Return ours less what was counted; not known where either is not."""
    return None if ours is None or counted is None else ours - counted


def patients_per_wte(patients: int | None, wte: Decimal | None) -> Decimal | None:
    """Return how many registered people there are for each WTE; None where that is not known."""
    return Decimal(patients) / wte if patients is not None and wte else None
