"""What can be claimed for additional roles: the entitlement of a year, each post, what is left.

W13 of the specification.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from pch_desktop.domain.money import rounded
from pch_desktop.domain.period import MONTHS
from pch_desktop.domain.workforce_pay import POUND, nearest

MOST_KEY = "additional_role_most_"
"""What the keys of the most that is paid for an additional role begin with; its code follows."""
WORD_MARKS = re.compile(r"[-_ ]+")
Most = TypeVar("Most")


@dataclass(frozen=True, slots=True)
class AdditionalPost:
    """A post that additional-roles money pays for, in a year."""

    wte: Decimal
    months: Fraction
    actual_per_wte_pence: int
    most_per_wte_pence: int


@dataclass(frozen=True, slots=True)
class Claim:
    """What can be claimed for additional roles in a year, in pence (W13).

    What is not claimed by 31 March cannot be carried into the next year.
    """

    entitlement_pence: int
    posts_pence: tuple[int, ...]
    """Each post's, before the entitlement caps them together."""

    @property
    def asked_pence(self) -> int:
        """All posts together."""
        return sum(self.posts_pence)

    @property
    def claimed_pence(self) -> int:
        """What is paid of it: never above the entitlement."""
        return min(self.asked_pence, self.entitlement_pence)

    @property
    def headroom_pence(self) -> int:
        """What can still be claimed."""
        return self.entitlement_pence - self.claimed_pence

    @property
    def beyond_pence(self) -> int:
        """What is asked beyond the entitlement, and falls on the practices."""
        return self.asked_pence - self.claimed_pence


def entitlement(weighted_people: Decimal, pounds_a_head: Decimal) -> int:
    """Return what a network may claim in a year: its weighted people times the rate a head."""
    return rounded(weighted_people * pounds_a_head * POUND)


def claim(posts: Sequence[AdditionalPost], entitlement_pence: int) -> Claim:
    """Return the claim of a year: of each post the lesser of its cost and the most for its role."""
    return Claim(entitlement_pence, tuple(claim_of(post) for post in posts))


def claim_of(post: AdditionalPost) -> int:
    """Return what can be claimed for one post."""
    least = min(post.actual_per_wte_pence, post.most_per_wte_pence)
    return nearest(_in_year(least, post))


def over_most(post: AdditionalPost) -> int:
    """Return what a post costs above the most for its role, which falls on the practices."""
    return nearest(_in_year(max(0, post.actual_per_wte_pence - post.most_per_wte_pence), post))


def most_for(role_code: str, known: Mapping[str, Most]) -> Most | None:
    """Return the most for a role by its code, or by what its code begins with: GP-S finds GP.

    Args:
        role_code: the role's own code.
        known: what there is, by the code the key of the rate ends with, whatever its case.
    """
    by_code = {_plain(code): value for code, value in known.items()}
    words = _plain(role_code).split("-")
    tried = ("-".join(words[:count]) for count in range(len(words), 0, -1))
    return next((by_code[code] for code in tried if code in by_code), None)


def most_codes(keys: Iterable[str]) -> dict[str, str]:
    """Return the keys of rates that say the most for a role, by the role codes in them."""
    return {key.removeprefix(MOST_KEY): key for key in keys if key.startswith(MOST_KEY)}


def _plain(code: str) -> str:
    return WORD_MARKS.sub("-", code.casefold())


def _in_year(per_wte_pence: int, post: AdditionalPost) -> Fraction:
    return per_wte_pence * Fraction(post.wte) * post.months / MONTHS
