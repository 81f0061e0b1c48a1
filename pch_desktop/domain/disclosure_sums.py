"""Counts of people as others see them: which are hidden, and what adds up to what.

Whoever reads the figures knows of each shown count a short range it lies in, and of
each hidden one that it is few.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from pch_desktop.domain.disclosure import THRESHOLD, shown_alike
from pch_desktop.domain.suppression import is_few

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Adds(Generic[Key]):
    """Counts that add up to another."""

    total: Key
    parts: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Counted(Generic[Key]):
    """Counts of people, which of them are hidden, and what adds up to what."""

    people: Mapping[Key, int]
    sums: Sequence[Adds[Key]]
    places: Mapping[Key, Sequence[tuple[int, int]]]
    """In which sums each stands: +1 as a part, -1 as the total."""
    hidden: frozenset[Key]
    threshold: int

    def also(self, key: Key) -> Counted[Key]:
        """Return the same with one more count hidden."""
        return replace(self, hidden=self.hidden | {key})

    def may_be(self, key: Key, people: int) -> bool:
        """Return whether a count could be so many, for all that is shown of it alone.

        Whoever reads is taken to know which counts are hidden for being few, and
        that what is hidden for their sake is more.
        """
        true = self.people[key]
        if key not in self.hidden or is_few(true, self.threshold + 1):
            return people in shown_alike(true, self.threshold)
        return people > self.threshold


def counted(
    people: Mapping[Key, int], sums: Sequence[Adds[Key]], threshold: int = THRESHOLD
) -> Counted[Key]:
    """Return counts of which those are hidden that are few, and no others."""
    places: dict[Key, list[tuple[int, int]]] = {}
    for at, add in enumerate(sums):
        places.setdefault(add.total, []).append((at, -1))
        for part in add.parts:
            places.setdefault(part, []).append((at, 1))
    few = frozenset(key for key, count in people.items() if is_few(count, threshold + 1))
    return Counted(people, sums, places, few, threshold)
