"""What a first scenario is made of: the population by age, and the kinds of staff that see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

TURNS = (16, 65, 75)
"""The ages at which how often people come is known to turn: adults, older, oldest."""
NO_END = 130
"""The last year of age of a band that has no end."""


@dataclass(frozen=True, slots=True)
class Band:
    """People of an age band, both sexes together."""

    age_from: int
    age_to: int
    people: int

    @property
    def words(self) -> str:
        """The band as people say it: Aged 16 to 64, Aged 75 and over."""
        if self.age_from == 0 and self.age_to >= NO_END:
            return "Everybody on our lists"
        if self.age_to >= NO_END:
            return f"Aged {self.age_from} and over"
        return f"Aged {self.age_from} to {self.age_to}"


@dataclass(frozen=True, slots=True)
class KindStart:
    """A kind of staff a first scenario has, and the roles of the catalogue it is made of."""

    name: str
    role_codes: tuple[str, ...]


def age_groups(bands: Iterable[Band]) -> list[Band]:
    """Return the people at 0 to 15, 16 to 64, 65 to 74 and from 75 on, as their bands allow.

    Bands of five years turn at 15: a group begins where the band nearest to it does. Nobody is
    lost or counted twice.
    """
    told = sorted(bands, key=lambda band: (band.age_from, band.age_to))
    starts = sorted({band.age_from for band in told})
    if not starts:
        return []
    firsts = sorted({starts[0], *(_nearest(starts, age) for age in TURNS)})
    ends = [*(first - 1 for first in firsts[1:]), max(band.age_to for band in told)]
    return [
        Band(first, last, sum(band.people for band in told if first <= band.age_from <= last))
        for first, last in zip(firsts, ends, strict=True)
    ]


def _nearest(starts: Sequence[int], age: int) -> int:
    return min(starts, key=lambda start: (abs(start - age), start))
