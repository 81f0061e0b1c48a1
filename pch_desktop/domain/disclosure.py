"""How counts of people leave the file: nobody as 0, few as *, others to the nearest 5.

The rule is that of NHS Digital for figures below the nation (HES analysis guide):
a count of 1 to 7 is hidden, every other is rounded to the nearest 5. Five and ten
may be set in the place of seven.
"""

from __future__ import annotations

from pch_desktop.domain.suppression import HIDDEN, is_few

THRESHOLDS = (5, 7, 10)
"""The most people a count may be of and still be hidden: what a locality may choose from."""
THRESHOLD = 7
NEAREST = 5


def disclosed(people: int, threshold: int = THRESHOLD) -> int | str:
    """Return a count of people as it is shown outside, hidden or rounded."""
    return HIDDEN if is_few(people, threshold + 1) else rounded_to_five(people)


def rounded_to_five(count: int) -> int:
    """Return a count to the nearest 5, halves away from zero."""
    size = (2 * abs(count) + NEAREST) // (2 * NEAREST) * NEAREST
    return -size if count < 0 else size


def shown_alike(people: int, threshold: int = THRESHOLD) -> range:
    """Return every count of people that is shown as this one is, this one among them."""
    if is_few(people, threshold + 1):
        return range(1, threshold + 1)
    if not people:
        return range(1)
    middle = rounded_to_five(people)
    reach = NEAREST // 2
    return range(max(threshold + 1, middle - reach), middle + reach + 1)


def words(threshold: int = THRESHOLD) -> str:
    """Return what must be said of figures that are shown so."""
    return (
        f"Counts of people: {HIDDEN} stands for 1 to {threshold}, or for what would let one of "
        "these be worked out; others are rounded to the nearest 5, totals by themselves, so rows "
        "may not add up. Shares and rates are worked out from the rounded counts."
    )
