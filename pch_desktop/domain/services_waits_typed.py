"""Waits as people type or paste them: each person's days, 3, 5, 7x2, 9."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services_waits import Spell

LONGEST = 3_660
"""Ten years; a longer wait is a slip of the keys."""
MOST_PEOPLE = 100_000
WAIT = re.compile(r"(-?\d+)(?:x(\d+))?")
TIMES = re.compile(r"\s*[x×*]\s*")
ACCEPTED = "Enter whole days with commas between, such as 3, 5, 6, 7x2, 9."


def wait_days(text: str) -> tuple[int, ...]:
    """Return each person's days of a text: 3, 5, 7x2; in order, none for a blank.

    Raises:
        Refusal: one is negative, too long or no whole number; it is told by its place.
    """
    marks = TIMES.sub("x", text.replace("\N{MINUS SIGN}", "-"))
    found: list[int] = []
    for at, part in enumerate(re.findall(r"[^,;\s]+", marks), 1):
        days, people = _wait(part, at)
        found += [days] * people
    if len(found) > MOST_PEOPLE:
        raise Refusal(f"Enter at most {MOST_PEOPLE:,} waits for a month.")
    return tuple(sorted(found))


def days_words(spells: Sequence[Spell]) -> str:
    """Return each person's days as they are typed: 3, 5, 7x2."""
    return ", ".join(
        f"{each.from_days}" if each.people == 1 else f"{each.from_days}x{each.people}"
        for each in sorted(spells)
        if each.people
    )


def spells_of(days: Sequence[int]) -> tuple[Spell, ...]:
    """Return people by days waited, each day for itself."""
    return tuple(Spell(day, day + 1, count) for day, count in sorted(Counter(days).items()))


def _wait(part: str, at: int) -> tuple[int, int]:
    found = WAIT.fullmatch(part)
    if found is None:
        raise Refusal(f"Wait {at}, “{part}”, is not a whole number of days. {ACCEPTED}")
    days, count = int(found[1]), int(found[2] or 1)
    if days < 0:
        raise Refusal(
            f"Wait {at}, {days} days, is negative: the first contact would come before the "
            "referral. Check the two dates and enter 0 or more."
        )
    if days > LONGEST:
        raise Refusal(f"Wait {at}, {days:,} days, is longer than ten years. {ACCEPTED}")
    if not 1 <= count <= MOST_PEOPLE:
        raise Refusal(f"Wait {at}, “{part}”, is of {count:,} people. {ACCEPTED}")
    return days, count
