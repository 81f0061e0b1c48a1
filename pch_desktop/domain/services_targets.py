"""How a reading stands against what a service is to reach."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.budget import Rating


@dataclass(frozen=True, slots=True)
class Aim:
    """What is to be reached, how near is near, and which way is better."""

    target: Decimal | None
    amber: Decimal | None = None
    """What is still near; nothing where whatever misses the target is red."""
    is_higher_better: bool = True

    @property
    def is_in_order(self) -> bool:
        """Whether the amber mark lies on the worse side of the target, or on it."""
        if self.target is None or self.amber is None:
            return True
        return self._reaches(self.target, self.amber)

    def rating(self, value: Decimal | None) -> Rating | None:
        """Return how a reading stands; None where it or the target is not known.

        A reading equal to the target meets it, one equal to the amber mark is near.
        """
        if value is None or self.target is None:
            return None
        if self._reaches(value, self.target):
            return Rating.GREEN
        is_near = self.amber is not None and self._reaches(value, self.amber)
        return Rating.AMBER if is_near else Rating.RED

    def _reaches(self, value: Decimal, mark: Decimal) -> bool:
        return value >= mark if self.is_higher_better else value <= mark
