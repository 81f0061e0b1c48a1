"""How people are counted, what a slip of the fingers meant, and how long names are kept."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from pch_desktop.domain.workforce import PLACES, SUBSTANTIVE, ContractKind
from pch_desktop.domain.workforce_skills import SOON_DAYS

Key = TypeVar("Key")

COVER = frozenset(
    {
        ContractKind.BANK,
        ContractKind.AGENCY,
        ContractKind.LOCUM,
        ContractKind.HONORARY,
        ContractKind.ZERO_HOURS,
    }
)
"""Who stands in for somebody: shown apart, never counted as in post."""
SECONDED = frozenset({ContractKind.SECONDMENT_IN, ContractKind.SECONDMENT_OUT})
BY_HOURS_WORKED = frozenset({ContractKind.BANK, ContractKind.ZERO_HOURS})
"""Who has no hours by contract, so that the hours worked, on average, stand for them (W1)."""
KEPT_MONTHS = 12
"""How long the names of those who left are kept, unless the locality says otherwise."""
MOST_KEPT_MONTHS = 120
MOST_WEEKLY_HOURS = Decimal(100)
LIKENESS = 0.65
"""How like another a name must be to be offered for it."""


class Counted(StrEnum):
    """How somebody in a post is counted."""

    IN_POST = "in post"
    COVER = "cover"
    AWAY = "seconded out"
    VOLUNTEER = "volunteer"
    APART = "apart"


class Registered(StrEnum):
    """How somebody's registration stands on a day."""

    IN_FORCE = "In force"
    SOON = "Ends soon"
    ENDED = "Ended"


class LawfulBasis(StrEnum):
    """Why details of staff may be kept: article 6(1) of the UK GDPR."""

    CONSENT = "consent"
    CONTRACT = "contract"
    LEGAL_OBLIGATION = "legal obligation"
    VITAL_INTERESTS = "vital interests"
    PUBLIC_TASK = "public task"
    LEGITIMATE_INTERESTS = "legitimate interests"


def counted(kind: ContractKind) -> Counted:
    """Return how somebody engaged in a way is counted."""
    if kind in SUBSTANTIVE:
        return Counted.IN_POST
    if kind in COVER:
        return Counted.COVER
    return {
        ContractKind.SECONDMENT_OUT: Counted.AWAY,
        ContractKind.VOLUNTEER: Counted.VOLUNTEER,
    }.get(kind, Counted.APART)


def registered(expires_on: date | None, on: date) -> Registered | None:
    """Return how a registration stands on a day; its last day is still in force.

    It ends soon within 90 days. None where no day is known.
    """
    if expires_on is None:
        return None
    if expires_on < on:
        return Registered.ENDED
    return Registered.SOON if expires_on <= on + timedelta(days=SOON_DAYS) else Registered.IN_FORCE


def kept_until(last_day: date, months: int) -> date:
    """Return the last day on which the name of somebody who left is kept."""
    at = last_day.year * 12 + last_day.month - 1 + months
    year, month = at // 12, at % 12 + 1
    return date(year, month, min(last_day.day, monthrange(year, month)[1]))


def nearest(text: str, names: Iterable[str]) -> str | None:
    """Return the name a text is most like, or None where none is like it.

    A name that has all words of the text wins over one that is only spelt like it.
    """
    by_plain = {name.casefold(): name for name in names}
    plain = text.strip().casefold()
    words = plain.split()
    if not words:
        return None
    holding = [name for name in by_plain if all(word in name for word in words)]
    if holding:
        return by_plain[min(holding, key=len)]
    alike = get_close_matches(plain, by_plain, n=1, cutoff=LIKENESS)
    return by_plain[alike[0]] if alike else None


def meant_hours(hours: Decimal) -> Decimal | None:
    """Return the hours a week that were meant by too many, or None where nothing is likely.

    The point was left out (375 for 37.5), or they are minutes (2,250 for 37.5).
    """
    for by in (10, 60):
        if hours > MOST_WEEKLY_HOURS and hours / by <= MOST_WEEKLY_HOURS / 2:
            return (hours / by).quantize(PLACES)
    return None


def meant_end(starts_on: date, ends_on: date) -> date | None:
    """Return the same day of the first year in which it does not come before the start.

    None where it does not come before it, or there is no such day in the year.
    """
    if ends_on >= starts_on:
        return None
    for year in (starts_on.year, starts_on.year + 1):
        try:
            meant = ends_on.replace(year=year)
        except ValueError:
            return None
        if meant >= starts_on:
            return meant
    return None


def day_before(day: date) -> date:
    """Return the day before."""
    return day - timedelta(days=1)


def made_whole(shares: Mapping[Key, Decimal]) -> dict[Key, Decimal]:
    """Return shares in the same proportions that add up to one, each to four places.

    What rounding leaves goes to the largest. Shares of nothing stay out.
    """
    above = {key: share for key, share in shares.items() if share > 0}
    total = sum(above.values(), Decimal(0))
    if not total:
        return {}
    made = {key: (share / total).quantize(PLACES) for key, share in above.items()}
    largest = max(made, key=lambda key: made[key])
    made[largest] += 1 - sum(made.values(), Decimal(0))
    return {key: share for key, share in made.items() if share > 0}
