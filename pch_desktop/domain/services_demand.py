"""Demand against capacity: weeks to clear, the gap, who does not come by when it was booked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

WEEK = 7
DIVERTED_TARGET = Decimal("0.7")
"""Of those who would before have gone to hospital, the part to be seen here (domain.md 2)."""
LEAD_BANDS: tuple[tuple[int, int | None], ...] = ((0, 1), (1, 2), (2, 8), (8, None))
"""How long before it was booked: the same day, the next, 2 to 7 days, over 7."""
NATIONAL_MISSED: tuple[tuple[Decimal, Decimal], ...] = tuple(
    (Decimal(low), Decimal(high))
    for low, high in (("0.019", "0.019"), ("0.05", "0.05"), ("0.068", "0.068"), ("0.082", "0.089"))
)
"""Not attended nationally by the same bands, from and to."""
MISSED_SOURCE = "GPonline, article 1521402, on appointments in general practice in England"


@dataclass(frozen=True, slots=True)
class Clearing:
    """How long it takes until nobody waits, at the pace of a month."""

    weekly_seen: Decimal
    """People first seen in a week."""
    weekly_joined: Decimal
    """Referrals in a week, without those that were rejected."""
    weeks: Decimal | None
    """None where the queue does not get shorter."""


def joined(referrals: int | None, rejected: int | None) -> int | None:
    """Return who came to wait: the referrals received, without those rejected where told."""
    return None if referrals is None else max(0, referrals - (rejected or 0))


def clearing(
    waiting: int | None, first_seen: int | None, joining: int | None, days: int
) -> Clearing | None:
    """Return weeks to clear: waiting ÷ (first seen in a week - joining in a week).

    Args:
        waiting: people waiting at the month's end.
        first_seen: people seen for the first time in the month.
        joining: people who came to wait in the month.
        days: how many days the month has.
    """
    if waiting is None or first_seen is None or joining is None:
        return None
    seen, come = (Decimal(count * WEEK) / days for count in (first_seen, joining))
    fewer = (first_seen - joining) * WEEK
    return Clearing(seen, come, Decimal(waiting * days) / fewer if fewer > 0 else None)


def capacity_gap(
    accepted: int | None, contacts_each: Decimal | None, slots: int | None
) -> Decimal | None:
    """Return appointments too few: referrals taken on × contacts each - appointments.

    Below nothing there are some to spare.
    """
    if accepted is None or contacts_each is None or slots is None:
        return None
    return accepted * contacts_each - slots


def share_of(part: int | None, rest: int | None) -> Decimal | None:
    """Return a part of itself and the rest; None where either is not known or both are nothing."""
    if part is None or rest is None or not part + rest:
        return None
    return Decimal(part) / (part + rest)


def unmet(asked: int | None, slots: int | None) -> int | None:
    """Return how many more asked than there were appointments; below nothing some were spare."""
    return None if asked is None or slots is None else asked - slots


def added(counts: Sequence[int | None]) -> int | None:
    """Return counts added up; None where one of them is not known, or there is none."""
    known = [count for count in counts if count is not None]
    return sum(known) if known and len(known) == len(counts) else None
