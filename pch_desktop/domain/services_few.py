"""Which counts of a year told month by month are not shown, for too few people stand behind them.

Each month's pack shows that month and the year so far; who keeps the pack of
the month before could take one from the other. So the packs are gone through
in their order: what one has shown is known for good, and what one has hidden
stays hidden in every later one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pch_desktop.domain.services_few_first import first_hidden
from pch_desktop.domain.suppression import LEAST_SHOWN, OUTSIDE, Count, hidden

NOW, SO_FAR = "in the month", "so far"
EVERY = ""
"""The name of all names together."""
Key = tuple[str, int, str]
"""In the month or so far, which month, April being nought, and the name counted by."""
Months = Sequence[Mapping[str, int]]
"""People by name, month by month."""


def few(months: Months, least: int = LEAST_SHOWN) -> frozenset[Key]:
    """Return which counts by name, and which of their sums under ``EVERY``, are not shown.

    Whoever has every pack up to the last month can work none of them out.
    """
    sums = few_of_line([sum(people.values()) for people in months], least)
    found: frozenset[Key] = frozenset()
    for last in range(len(months)):
        found |= {key for key in sums if key[1] <= last} | _first(months[: last + 1], found, least)
        counts = _table(months[: last + 1], found)
        found |= hidden(counts, least, found & counts.keys())
    return found


def few_of_line(people: Sequence[int], least: int = LEAST_SHOWN) -> frozenset[Key]:
    """Return which months of one count, and which of its sums so far, are not shown."""
    found: frozenset[Key] = frozenset()
    for last in range(len(people)):
        alone = [{EVERY: each} for each in people[: last + 1]]
        found |= _first(alone, found, least)
        found = hidden(_line(people[: last + 1], found), least, found)
    return found


def _first(months: Months, found: frozenset[Key], least: int) -> frozenset[Key]:
    last = len(months) - 1
    names = {name for people in months for name in people}
    before = {name for when, at, name in found if (when, at) == (SO_FAR, last - 1)} & names
    now, so_far = first_hidden(months, before, least)
    return frozenset(
        {(NOW, last, name) for name in now} | {(SO_FAR, last, name) for name in so_far}
    )


def _line(people: Sequence[int], found: frozenset[Key]) -> dict[Key, Count]:
    """Return the months and the sums so far as a stream: each sum is the next one's beginning."""
    counts: dict[Key, Count] = {}
    so_far, last = 0, len(people) - 1
    for at, each in enumerate(people):
        so_far += each
        end = ("sum", at + 1) if at < last else OUTSIDE
        ways = ((NOW, each, OUTSIDE, ("sum", at)), (SO_FAR, so_far, ("sum", at), end))
        for when, count, start, to in ways:
            key = (when, at, EVERY)
            is_past = at < last and key not in found
            counts[key] = Count(count, start, to, is_sum=when == SO_FAR, is_public=is_past)
    return counts


def _table(months: Months, found: frozenset[Key]) -> dict[Key, Count]:
    """Return counts by name and month with all their sums, as a stream.

    The sums of all names are known from the pages on referrals, where they are not hidden.
    """
    counts: dict[Key, Count] = {}
    last, whole = len(months) - 1, 0
    names = list(dict.fromkeys(name for people in months for name in people))
    for name in names:
        so_far = 0
        for at, people in enumerate(months):
            so_far += people.get(name, 0)
            end = ("sum", name, at + 1) if at < last else ("sum", EVERY, at)
            ends = (
                (NOW, people.get(name, 0), ("month", at), ("sum", name, at)),
                (SO_FAR, so_far, ("sum", name, at), end),
            )
            for when, count, start, to in ends:
                key = (when, at, name)
                is_past = at < last and key not in found
                counts[key] = Count(count, start, to, is_sum=when == SO_FAR, is_public=is_past)
    for at, people in enumerate(months):
        now = sum(people.values())
        whole += now
        key = (NOW, at, EVERY)
        is_known = key not in found
        counts[key] = Count(now, OUTSIDE, ("month", at), is_sum=True, is_public=is_known)
        if at == last:
            key = (SO_FAR, at, EVERY)
            is_known = key not in found
            counts[key] = Count(whole, ("sum", EVERY, at), OUTSIDE, is_sum=True, is_public=is_known)
    return counts
