"""More room for care: what building, hiring or extending hours costs, and whether it is in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pch_desktop.domain.money import rounded

WEEKS_A_YEAR = 52
HOUR = 60


@dataclass(frozen=True, slots=True)
class Need:
    """What a project is to give. None is not known."""

    minutes_a_week: int | None
    needed_on: date | None


@dataclass(frozen=True, slots=True)
class Way:
    """One way to come by room, as it is offered. None is not known."""

    capital_pence: int | None
    annual_pence: int | None
    life_years: int | None
    minutes_a_week: int | None
    ready_on: date | None

    @property
    def yearly_pence(self) -> int | None:
        """What it costs a year: the capital spread evenly over its life, and the running cost.

        Nothing is discounted. Capital of nought needs no life.
        """
        spread = self._spread_pence()
        if spread is None or self.annual_pence is None:
            return None
        return rounded(spread + self.annual_pence)

    @property
    def hour_pence(self) -> int | None:
        """What one hour of room costs in a year of 52 weeks."""
        if self.yearly_pence is None or not self.minutes_a_week:
            return None
        hours = Decimal(self.minutes_a_week) * WEEKS_A_YEAR / HOUR
        return rounded(self.yearly_pence / hours)

    def over_pence(self, years: int) -> int | None:
        """Return what is paid out over so many years, the capital again each time its life ends."""
        if self.capital_pence is None or self.annual_pence is None:
            return None
        if not self.capital_pence:
            return self.annual_pence * years
        if not self.life_years:
            return None
        times = -(-years // self.life_years)
        return self.capital_pence * times + self.annual_pence * years

    def is_enough(self, need: Need) -> bool | None:
        """Tell whether it gives the room that is needed."""
        if need.minutes_a_week is None or self.minutes_a_week is None:
            return None
        return self.minutes_a_week >= need.minutes_a_week

    def is_in_time(self, need: Need) -> bool | None:
        """Tell whether it is ready by the day it is needed."""
        if need.needed_on is None or self.ready_on is None:
            return None
        return self.ready_on <= need.needed_on

    def _spread_pence(self) -> Decimal | None:
        if self.capital_pence == 0:
            return Decimal(0)
        if self.capital_pence is None or not self.life_years:
            return None
        return Decimal(self.capital_pence) / self.life_years
