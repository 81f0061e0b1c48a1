"""Showing that a count could be another for all that is published.

A witness is a set of other true figures, all shown just as these are, that add up,
too. A value is only believed with its witness, so that too much may be hidden by
the search's giving up, never too little.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from pch_desktop.domain.disclosure_sums import Counted

MOST_MOVED = 12
"""In how many counts a witness may differ from what it was made of."""
MOST_TRIES = 1500
"""How many ways are tried before it is said that there is no witness."""
Key = TypeVar("Key")
Moved = Mapping[Key, int]
"""By how much counts differ from what they were."""


def witness(
    found: Counted[Key], people: Mapping[Key, int], key: Key, step: int
) -> Mapping[Key, int] | None:
    """Return counts shown alike that add up, one of them more or fewer by one; or nothing."""
    if not found.may_be(key, people[key] + step):
        return None
    moved = _Search(found, people).repaired({key: step}, _owed(found, {}, key, step))
    return None if moved is None else {**people, **{k: people[k] + by for k, by in moved.items()}}


def _owed(found: Counted[Key], owed: Mapping[int, int], key: Key, step: int) -> dict[int, int]:
    """Return by how much each sum is out once a count has moved; those that are right left out."""
    now = dict(owed)
    for at, side in found.places.get(key, ()):
        now[at] = now.get(at, 0) + side * step
    return {at: out for at, out in now.items() if out}


class _Search(Generic[Key]):
    """Puts sums right again, one count after another."""

    def __init__(self, found: Counted[Key], people: Mapping[Key, int]) -> None:
        self._found, self._people = found, people
        self._tries = MOST_TRIES

    def repaired(self, moved: Moved[Key], owed: Mapping[int, int]) -> Moved[Key] | None:
        """Return by how much counts move so that every sum is right; nothing if no way is found."""
        if not owed:
            return moved
        if len(moved) == MOST_MOVED:
            return None
        at, out = next(iter(owed.items()))
        for key, step in self._ways(at, -1 if out > 0 else 1):
            if key in moved or not self._found.may_be(key, self._people[key] + step):
                continue
            self._tries -= 1
            if self._tries < 0:
                return None
            done = self.repaired({**moved, key: step}, _owed(self._found, owed, key, step))
            if done is not None:
                return done
        return None

    def _ways(self, at: int, step: int) -> Iterable[tuple[Key, int]]:
        """Return what may move to put a sum right, what stands in the fewest sums first."""
        add = self._found.sums[at]
        ways = [(add.total, -step), *((part, step) for part in add.parts)]
        return sorted(ways, key=lambda way: len(self._found.places[way[0]]))
