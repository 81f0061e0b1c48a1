"""What months of activity come to: slots, beds, calls, and when figures are due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from pch_desktop.domain.money import rounded
from pch_desktop.domain.period import Month
from pch_desktop.domain.services import ratio

DUE_DAYS = 15
"""By so many days after a month its figures are due, unless the service says otherwise.

Money is ready by the eighth to the twelfth working day, and the pack takes both.
"""


def slots_of(sessions: int, per_session: Decimal) -> int:
    """Return the slots of so many sessions, rounded half away from zero."""
    return rounded(sessions * per_session)


def per_session(sessions: int | None, slots: int | None) -> Decimal | None:
    """Return how many slots a session had; None where that is not known."""
    return Decimal(slots) / sessions if slots is not None and sessions else None


def due_on(month: Month, due_days: int | None = None) -> date:
    """Return the day by which a month's figures are due."""
    return month.last + timedelta(days=DUE_DAYS if due_days is None else due_days)


@dataclass(frozen=True, slots=True)
class Beds:
    """The beds of a month, or of several together. None is not known."""

    available_days: int | None
    """Beds open times the days of the month."""
    admissions: int | None
    discharges: int | None
    occupied_days: int | None
    stay_days: int | None
    """Days that those discharged had stayed, added up."""

    @property
    def occupancy_share(self) -> Decimal | None:
        """Occupied bed days of all bed days there were; above 1 where over full."""
        return ratio(self.occupied_days, self.available_days)

    @property
    def mean_stay_days(self) -> Decimal | None:
        """Days that those discharged had stayed, on average."""
        return ratio(self.stay_days, self.discharges)

    @property
    def turnover_days(self) -> Decimal | None:
        """Days a bed stood empty between two people, on average; None where over full."""
        if self.available_days is None or self.occupied_days is None:
            return None
        empty = self.available_days - self.occupied_days
        return ratio(empty, self.discharges) if empty >= 0 else None


def turnover(discharges: int | None, beds_open: int | None) -> Decimal | None:
    """Return how many people left each bed, on average."""
    return ratio(discharges, beds_open)


@dataclass(frozen=True, slots=True)
class Calls:
    """The calls of a month, or of several together. None is not known."""

    offered: int | None
    answered: int | None
    abandoned: int | None

    @property
    def answered_share(self) -> Decimal | None:
        """Answered of all offered."""
        return ratio(self.answered, self.offered)

    @property
    def abandoned_share(self) -> Decimal | None:
        """Abandoned of all offered."""
        return ratio(self.abandoned, self.offered)
