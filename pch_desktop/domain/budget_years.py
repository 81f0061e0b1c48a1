"""What changed in a line from one year to the next: more people, or more for each of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.money import rounded
from pch_desktop.domain.period import FinancialYear

CARRIED = re.compile(r"Budget \d{4}/\d\d, version \d+")


@dataclass(frozen=True, slots=True)
class Counted:
    """The people a sum was paid for, and which count that is."""

    people: Decimal
    told: str
    """Such as the year of the weighted lists: the same twice says nothing of a change."""


@dataclass(frozen=True, slots=True)
class Portion:
    """What was paid in a year for a line, to one practice or for the whole locality."""

    pence: int
    counted: Counted | None


@dataclass(frozen=True, slots=True)
class Split:
    """A change in pence and what it is made of; the parts that are known and the rest add up."""

    list_pence: int | None
    """Of a change of list: the change of people at last year's payment a head."""
    rate_pence: int | None
    """Of a change of the payment a head."""
    other_pence: int | None
    """What cannot be split: new, gone, or without two counts of the people. None if all is."""

    @property
    def change_pence(self) -> int:
        """The whole change."""
        return sum(part or 0 for part in (self.list_pence, self.rate_pence, self.other_pence))


def split(before: Portion | None, after: Portion | None) -> Split:
    """Return the change from a portion to the next year's; None is one that did not stand then."""
    was, now = (portion.counted if portion else None for portion in (before, after))
    change = (after.pence if after else 0) - (before.pence if before else 0)
    if before is None or was is None or now is None or not _tells(was, now):
        return Split(None, None, change)
    by_list = rounded(before.pence * (now.people - was.people) / was.people)
    return Split(by_list, change - by_list, None)


def together(parts: Collection[Split]) -> Split:
    """Return the changes of some portions as one."""
    return Split(
        _known_sum(part.list_pence for part in parts),
        _known_sum(part.rate_pence for part in parts),
        _known_sum(part.other_pence for part in parts),
    )


def carried_source(year: FinancialYear, number: int) -> str:
    """Return the source of a baseline that was carried over from a version of last year."""
    return f"Budget {year}, version {number}"


def is_carried(source: object) -> bool:
    """Tell whether a baseline's source says that it was carried over from last year's budget."""
    return isinstance(source, str) and CARRIED.fullmatch(source) is not None


def _tells(was: Counted, now: Counted) -> bool:
    return was.people > 0 and was.told != now.told


def _known_sum(amounts: Iterable[int | None]) -> int | None:
    known = [pence for pence in amounts if pence is not None]
    return sum(known) if known else None
