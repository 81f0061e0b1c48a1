"""Whether a mobile unit was worth its hire: its places against the peak it came for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.money import rounded


@dataclass(frozen=True, slots=True)
class Peak:
    """A service's month with a mobile unit there. None is not known."""

    demand: int | None
    """Contacts that were needed."""
    slots: int | None
    """Contacts the service had room for without the unit."""
    days: int
    """Days the unit was there."""
    patients_a_day: int | None
    daily_pence: int | None

    @property
    def gap(self) -> int | None:
        """Contacts needed beyond what the service had room for; never below nought."""
        if self.demand is None or self.slots is None:
            return None
        return max(0, self.demand - self.slots)

    @property
    def places(self) -> int | None:
        """People the unit could see in its days."""
        return None if self.patients_a_day is None else self.days * self.patients_a_day

    @property
    def covered(self) -> int | None:
        """How much of the gap its places could meet."""
        if self.gap is None or self.places is None:
            return None
        return min(self.gap, self.places)

    @property
    def short(self) -> int | None:
        """The gap that is left."""
        if self.gap is None or self.covered is None:
            return None
        return self.gap - self.covered

    @property
    def spare(self) -> int | None:
        """Places hired that nobody needed."""
        if self.places is None or self.covered is None:
            return None
        return self.places - self.covered

    @property
    def cost_pence(self) -> int | None:
        """What its days cost."""
        return None if self.daily_pence is None else self.days * self.daily_pence

    @property
    def cost_each_pence(self) -> int | None:
        """What one contact of the gap it could meet cost; None where there was none."""
        if self.cost_pence is None or not self.covered:
            return None
        return rounded(Decimal(self.cost_pence) / self.covered)
