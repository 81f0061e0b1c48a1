"""How the workforce is measured: heads, WTE, vacancy, sickness, ages, patients per WTE.

Each measure is one function; what is divided by nothing is not known (None).
The numbers W1 to W10 are those of the domain's page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from pch_desktop.domain.workforce import SUBSTANTIVE, ContractKind, RoleStanding, StaffGroup

RETIREMENT_AGE = 55
"""From which age on WTE counts as at risk of retiring, unless the locality says otherwise."""
TEN_THOUSAND = 10_000
CLINICAL = frozenset({StaffGroup.GP, StaffGroup.MEDICAL, StaffGroup.NURSE, StaffGroup.DIRECT_CARE})
"""The staff groups that see patients."""
LOCUM_KINDS = frozenset({ContractKind.BANK, ContractKind.AGENCY, ContractKind.LOCUM})
"""The contracts of GPs who stand in; with those in training they are counted apart."""
STARTS = (0, 25, 35, 45, 55, 60, 65)
"""The first age of each band of the age profile."""
NOT_KNOWN = "Not known"
Place = TypeVar("Place")


@dataclass(frozen=True, slots=True, order=True)
class Band:
    """A band of ages, to the end of its last."""

    first: int
    last: int | None

    @property
    def words(self) -> str:
        """It as people say it: under 25, 45 to 54, 65 and over."""
        if self.last is None:
            return f"{self.first} and over"
        if not self.first:
            return f"Under {self.last + 1}"
        return f"{self.first} to {self.last}" if self.first != self.last else f"{self.first}"


def counts_in_post(kind: ContractKind) -> bool:
    """Return whether a contract counts as in post (W4)."""
    return kind in SUBSTANTIVE


def counts_as_head(kind: ContractKind) -> bool:
    """Return whether somebody of a contract is counted (W3); volunteers are, apart, in hours."""
    return kind is not ContractKind.VOLUNTEER


def counts_as_gp(kind: ContractKind, standing: RoleStanding) -> bool:
    """Return whether a GP counts in GP WTE: in post, and of no role that is counted apart."""
    return kind in SUBSTANTIVE and standing is RoleStanding.USUAL


def counts_among_all_gps(kind: ContractKind) -> bool:
    """Return whether a GP counts once trainees and locums are counted, too."""
    return kind in SUBSTANTIVE | LOCUM_KINDS


def rate(part: Decimal | int | None, whole: Decimal | int | None) -> Decimal | None:
    """Return a part of a whole; None where either is not known or there is no whole (W5, W8, W9).

    Its sign is that of the part.
    """
    if part is None or not whole:
        return None
    return Decimal(part) / Decimal(whole)


def patients_per_wte(people: Decimal | int | None, wte: Decimal) -> Decimal | None:
    """Return how many people there are to one WTE (W10)."""
    return rate(people, wte)


def wte_per_ten_thousand(wte: Decimal, people: Decimal | int | None) -> Decimal | None:
    """Return the WTE to ten thousand people (W10)."""
    share = rate(wte, people)
    return None if share is None else share * TEN_THOUSAND


def days_available(wte: Decimal, days: int) -> Decimal:
    """Return the days available of so many WTE in a month of so many days (W8).

    Calendar days, as the Electronic Staff Record counts them.
    """
    return wte * days


def age(birth_year: int | None, on: date) -> int | None:
    """Return somebody's age: the year of the day less their year of birth; None if not known."""
    return None if birth_year is None else on.year - birth_year


def bands(threshold: int = RETIREMENT_AGE) -> tuple[Band, ...]:
    """Return the bands of ages, the youngest first; one begins at the threshold."""
    starts = sorted({*STARTS, threshold} - {0})
    return tuple(
        Band(first, None if after is None else after - 1)
        for first, after in zip((0, *starts), (*starts, None), strict=True)
    )


def band_of(years: int | None, among: Sequence[Band]) -> Band | None:
    """Return the band an age lies in, or None where it is not known."""
    if years is None:
        return None
    return next(band for band in reversed(among) if years >= band.first or not band.first)


def shared_out(wte: Decimal, shares: Mapping[Place, Decimal], home: Place) -> dict[Place, Decimal]:
    """Return where somebody's WTE goes: by the shares of their time, else all of it at home.

    What it is split into adds up to it exactly.
    """
    return {place: wte * share for place, share in shares.items()} if shares else {home: wte}


def known_sum(amounts: Iterable[Decimal | int | None]) -> Decimal | None:
    """Return what amounts add up to; None where one is not known, or there is none."""
    listed = list(amounts)
    known = [Decimal(amount) for amount in listed if amount is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(listed) else None
