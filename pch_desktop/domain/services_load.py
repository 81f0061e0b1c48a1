"""Whose patients are seen where, and what practices owe each other for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seen:
    """So many patients of a practice seen at a place, of one service."""

    patients_of: int
    """The practice on whose list they are."""
    place: int | None
    """The practice at which they were seen; None where the place is no practice's."""
    attended: int
    price_pence: int | None = None
    """What is charged for one of them; None where nothing is agreed."""

    @property
    def is_elsewhere(self) -> bool:
        """Whether they were seen at another place than their own practice."""
        return self.place != self.patients_of

    @property
    def charge_pence(self) -> int:
        """What their practice owes to the one that saw them; between practices only."""
        if self.place is None or not self.is_elsewhere:
            return 0
        return self.attended * (self.price_pence or 0)


@dataclass(frozen=True, slots=True)
class Recharge:
    """What a practice pays others for its patients, and is paid for theirs, in pence."""

    pays_pence: int = 0
    receives_pence: int = 0

    @property
    def net_pence(self) -> int:
        """What is left to it; negative where it owes. All nets add up to nought."""
        return self.receives_pence - self.pays_pence


def recharges(seen: Iterable[Seen]) -> Mapping[int, Recharge]:
    """Return what each practice that is charged or paid owes and is owed."""
    pays: dict[int, int] = defaultdict(int)
    receives: dict[int, int] = defaultdict(int)
    for each in seen:
        if each.charge_pence and each.place is not None:
            pays[each.patients_of] += each.charge_pence
            receives[each.place] += each.charge_pence
    return {key: Recharge(pays[key], receives[key]) for key in sorted({*pays, *receives})}
