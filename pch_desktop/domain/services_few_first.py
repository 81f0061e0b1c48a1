"""What is best hidden first of a month's counts by name, so that least else need be.

A count that is not shown is still told where the sum so far stands beside that
of the month before, so the two are hidden together; and it is told by the sum
of all names where no other name is hidden, so there are always two.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from pch_desktop.domain.suppression import is_few


def first_hidden(
    months: Sequence[Mapping[str, int]], before: Collection[str], least: int
) -> tuple[set[str], set[str]]:
    """Return the names whose last month, and those whose sum so far, are hidden first.

    Args:
        months: people by name up to the month at hand.
        before: the names whose sum up to the month before is hidden.
        least: the fewest people that are shown.
    """
    now, so_far = months[-1], added(months)
    few = {name for name, people in now.items() if is_few(people, least)}
    if len(few) == 1:
        few |= _best(now, few, lambda name: (name not in before, now[name], name))
    # Hidden before and hidden now: that sum may be shown, for it tells neither part.
    sums = (few ^ set(before)) | {name for name in so_far if is_few(so_far[name], least)}
    if len(sums) == 1:
        touched = few | set(before)
        sums |= _best(so_far, sums, lambda name: (name not in touched, so_far[name], name))
    return few, sums


def added(months: Sequence[Mapping[str, int]]) -> dict[str, int]:
    """Return people by name over several months."""
    found: dict[str, int] = {}
    for people in months:
        for name, count in people.items():
            found[name] = found.get(name, 0) + count
    return found


def _best(
    people: Mapping[str, int], without: Collection[str], order: Callable[[str], Any]
) -> set[str]:
    """Return the name that comes first in an order among those somebody is counted by."""
    names = [name for name, count in people.items() if count and name not in without]
    return {min(names, key=order)} if names else set()
