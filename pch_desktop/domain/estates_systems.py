"""How far practices have taken up a system: what is typed in a cell of the register, and read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pch_desktop.domain import typed
from pch_desktop.domain.estates import Adoption
from pch_desktop.domain.refusal import Refusal

WORDS = {
    **dict.fromkeys(("live", "in use", "yes", "y"), Adoption.LIVE),
    **dict.fromkeys(("planned", "plan"), Adoption.PLANNED),
    **dict.fromkeys(("none", "no", "n", "not planned"), Adoption.NONE),
}
"""What people write for each; a blank is not known, and that is not none."""
LONGEST_FIRST = "|".join(sorted(WORDS, key=len, reverse=True))
TYPED = re.compile(
    rf"({LONGEST_FIRST})\b,?\s*(?:(?:since|from|for|by|on)\b)?(.*)", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Use:
    """How far one practice has taken up one system, and the day that goes with it."""

    adoption: Adoption
    on: date | None = None
    """Since when it is live, or from when it is planned."""

    @property
    def words(self) -> str:
        """It as it stands in a cell: Live 4 Apr 2016, Planned 1 Mar 2017, None."""
        day = f" {self.on.day} {self.on:%b %Y}" if self.on else ""
        return f"{self.adoption.value.capitalize()}{day}"

    def is_live(self, by: date) -> bool:
        """Return whether it is in use by a day; one without a day is in use already."""
        return self.adoption is Adoption.LIVE and (self.on is None or self.on <= by)

    def is_planned(self, by: date) -> bool:
        """Return whether it is still to come after a day."""
        return self.adoption is Adoption.PLANNED or (
            self.adoption is Adoption.LIVE and not self.is_live(by)
        )

    def is_late(self, by: date) -> bool:
        """Return whether it was planned to be in use by a day, and nobody said that it is."""
        return self.adoption is Adoption.PLANNED and self.on is not None and self.on <= by


def use(text: str) -> Use | None:
    """Return what a text says of a practice and a system; None for a blank: not known.

    Raises:
        Refusal: it says something else.
    """
    if typed.is_blank(text):
        return None
    found = TYPED.fullmatch(text.strip())
    if found is None:
        raise Refusal(
            f"“{text.strip()}” is not how far a system is taken up. Enter live, planned with its "
            "day as planned 1/3/2017, none, or leave it blank where it is not known."
        )
    adoption, day = WORDS[found[1].casefold()], typed.day(found[2])
    if adoption is Adoption.NONE and day is not None:
        raise Refusal("A system a practice does not have has no day. Enter none, or planned.")
    return Use(adoption, day)


@dataclass(frozen=True, slots=True)
class Spread:
    """How many practices a system reaches by a day, and how many people with them."""

    live: int
    planned: int
    none: int
    unknown: int
    people: Decimal | None
    """On the lists of the practices where it is live; None where one of them is not known."""
    share: Decimal | None
    """Of everybody on the lists; None where any list is not known."""


def spread(practices: Iterable[tuple[Use | None, Decimal | None]], by: date) -> Spread:
    """Return how far a system has come by a day, of each practice's use and its people."""
    told = list(practices)
    live = [people for each, people in told if each is not None and each.is_live(by)]
    reached, everybody = _sum(live), _sum([people for _, people in told])
    return Spread(
        len(live),
        sum(each is not None and each.is_planned(by) for each, _ in told),
        sum(each is not None and each.adoption is Adoption.NONE for each, _ in told),
        sum(each is None for each, _ in told),
        reached,
        reached / everybody if reached is not None and everybody else None,
    )


def _sum(people: Iterable[Decimal | None]) -> Decimal | None:
    listed = list(people)
    known = [each for each in listed if each is not None]
    return sum(known, Decimal(0)) if len(known) == len(listed) else None
