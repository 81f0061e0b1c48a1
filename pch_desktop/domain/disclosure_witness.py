"""Showing that a count could be another for all that is published.

A witness is a set of other true figures, all shown just as these are, that add up,
too. A value is only believed with its witness, so that too much may be hidden by
the search's giving up, never too little.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from pch_desktop.domain.disclosure_sums import Counted

MOST_MOVED = (2, 4, 6, 9, 12)
"""In how many counts a witness may differ from what it was made of; few are tried first."""
MOST_TRIES = 300
"""How many ways are tried with each before it is said that there is no witness."""
Key = TypeVar("Key")
Moved = Mapping[Key, int]
"""By how much counts differ from what they were."""
Way = tuple[Key, int, dict[int, int]]
"""A count, by how much it moves, and which sums are wrong then."""


def witness(
    found: Counted[Key], people: Mapping[Key, int], key: Key, step: int
) -> Mapping[Key, int] | None:
    """Return counts shown alike that add up, one of them more or fewer by one; or nothing."""
    if not found.may_be(key, people[key] + step):
        return None
    owed = _owed(found, {}, key, step)
    searches = (_Search(found, people, most) for most in MOST_MOVED)
    moved = next(filter(None, (search.repaired({key: step}, owed) for search in searches)), None)
    return None if moved is None else {**people, **{k: people[k] + by for k, by in moved.items()}}


def _owed(found: Counted[Key], owed: Mapping[int, int], key: Key, step: int) -> dict[int, int]:
    """Return by how much each sum is out once a count has moved; those that are right left out."""
    now = dict(owed)
    for at, side in found.places.get(key, ()):
        now[at] = now.get(at, 0) + side * step
    return {at: out for at, out in now.items() if out}


class _Search(Generic[Key]):
    """Puts sums right again, one count after another."""

    def __init__(self, found: Counted[Key], people: Mapping[Key, int], most: int) -> None:
        self._found, self._people, self._most = found, people, most
        self._tries = MOST_TRIES

    def repaired(self, moved: Moved[Key], owed: Mapping[int, int]) -> Moved[Key] | None:
        """Return by how much counts move so that every sum is right; nothing if no way is found."""
        if not owed:
            return moved
        if len(moved) + 1 > self._most:
            return None
        for key, step, after in self._ways(moved, owed):
            self._tries -= 1
            if self._tries < 0:
                return None
            done = self.repaired({**moved, key: step}, after)
            if done is not None:
                return done
        return None

    def _ways(self, moved: Moved[Key], owed: Mapping[int, int]) -> Sequence[Way[Key]]:
        """Return what may move to put the first wrong sum right, what leaves least wrong first."""
        at, out = next(iter(owed.items()))
        add, up = self._found.sums[at], -1 if out > 0 else 1
        ways = [(add.total, -up), *((part, up) for part in add.parts)]
        free = [
            (key, step, _owed(self._found, owed, key, step))
            for key, step in ways
            if key not in moved and self._found.may_be(key, self._people[key] + step)
        ]
        return sorted(free, key=lambda way: len(way[2]))
