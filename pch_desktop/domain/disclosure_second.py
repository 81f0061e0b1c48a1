"""Second suppression: a further count is hidden till no hidden one can be narrowed.

The rounded sums around a hidden count may leave it fewer than three values; then
the least count beside it that frees it is hidden, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from pch_desktop.domain.disclosure import THRESHOLD
from pch_desktop.domain.disclosure_sums import Adds, Counted, counted
from pch_desktop.domain.disclosure_witness import witness

LEAST_VALUES = 3
"""How many values a hidden count must still be able to take."""
Key = TypeVar("Key")


def published(
    people: Mapping[Key, int], sums: Sequence[Adds[Key]], threshold: int = THRESHOLD
) -> Counted[Key]:
    """Return counts with those hidden that are few, and what must be hidden beside them.

    Nobody is shown as nobody. What stays narrowed though all beside it is hidden
    is told by ``narrowed``.
    """
    found = counted(people, sums, threshold)
    safe: set[Key] = set()
    while (key := next((key for key in people if key in found.hidden - safe), None)) is not None:
        shield = None if _is_safe(found, key) else _shield(found, key)
        if shield is None:
            safe.add(key)
        else:
            found = found.also(shield)
    return found


def narrowed(found: Counted[Key]) -> frozenset[Key]:
    """Return the hidden counts that are not proved to have three values."""
    return frozenset(key for key in found.hidden if not _is_safe(found, key))


def possible(found: Counted[Key], key: Key) -> frozenset[int]:
    """Return values a hidden count could take: the true one, and up to two on either side."""
    return frozenset({found.people[key], *_others(found, key, 1), *_others(found, key, -1)})


def _is_safe(found: Counted[Key], key: Key) -> bool:
    above = len(list(_others(found, key, 1)))
    return 1 + above >= LEAST_VALUES or len(possible(found, key)) >= LEAST_VALUES


def _others(found: Counted[Key], key: Key, step: int) -> Iterator[int]:
    people: Mapping[Key, int] | None = found.people
    for _ in range(LEAST_VALUES - 1):
        people = witness(found, people, key, step)
        if people is None:
            return
        yield people[key]


def _shield(found: Counted[Key], narrow: Key) -> Key | None:
    """Return what to hide next: the least beside a count that frees it, or else the least."""
    beside: dict[Key, bool] = {}
    for at, _ in found.places.get(narrow, ()):
        add = found.sums[at]
        beside |= {part: False for part in add.parts if part not in beside}
        beside.setdefault(add.total, True)
    shown = [key for key in beside if key not in found.hidden and found.people[key]]
    shown.sort(key=lambda key: (beside[key], found.people[key]))
    frees = (key for key in shown if _is_safe(found.also(key), narrow))
    return next(frees, shown[0] if shown else None)
