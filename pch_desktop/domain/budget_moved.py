"""A service moved out of hospital, as three sides see it: who pays twice, who gains, who loses.

As ``domain.md`` 2 states it. A blank is not known, and so is whatever depends on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pch_desktop.domain.budget import Rating
from pch_desktop.domain.money import rounded

MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Moved:
    """A year of a moved service: what was told of it, and what follows, in pence."""

    contacts: int | None
    price_pence: int | None
    """What the hospital was paid for each contact."""
    still_paid_share: Decimal | None
    """Of the tariff, paid to the hospital all the same, 0 to 1."""
    community_cost_pence: int | None
    one_off_cost_pence: int | None = None
    sheds_pence: int | None = None
    """The cost the losing provider no longer has."""

    @property
    def gross_pence(self) -> int | None:
        """The tariff of what was moved: contacts × hospital price."""
        return _product(self.contacts, self.price_pence)

    @property
    def double_pence(self) -> int | None:
        """What is paid to the hospital though the service went: gross × still paid."""
        if self.still_paid_share == 0:
            return 0
        if self.gross_pence is None or self.still_paid_share is None:
            return None
        return rounded(self.gross_pence * self.still_paid_share)

    @property
    def released_pence(self) -> int | None:
        """What the commissioner has free: gross less what is still paid."""
        return _less(self.gross_pence, self.double_pence)

    @property
    def benefit_pence(self) -> int | None:
        """What is gained each year: released less the cost in the community."""
        return _less(self.released_pence, self.community_cost_pence)

    @property
    def payback_months(self) -> Decimal | None:
        """How many months of the benefit repay the one-off cost; None where none ever does."""
        if self.one_off_cost_pence == 0:
            return Decimal(0)
        if self.one_off_cost_pence is None or (self.benefit_pence or 0) <= 0:
            return None
        return Decimal(self.one_off_cost_pence * MONTHS_A_YEAR) / Decimal(self.benefit_pence or 1)

    @property
    def lost_pence(self) -> int | None:
        """The income the losing provider no longer has: what the commissioner has free."""
        return self.released_pence

    @property
    def stranded_pence(self) -> int | None:
        """The cost the losing provider is left with: income lost less cost it can shed.

        Below zero it sheds more than it loses.
        """
        return _less(self.lost_pence, self.sheds_pence)


def rating(double_pence: int | None, until: date | None, on: date) -> Rating | None:
    """Return how paying twice stands on a day; None where it is not known.

    Green without it; amber up to the last day of an agreed transition; red after
    it, and where nothing was agreed.
    """
    if double_pence is None:
        return None
    if double_pence == 0:
        return Rating.GREEN
    return Rating.AMBER if until is not None and on <= until else Rating.RED


def _product(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one * other


def _less(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one - other
