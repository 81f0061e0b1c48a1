"""What is told of the load between practices."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.services_compared import per_thousand
from pch_desktop.domain.services_load import Recharge


@dataclass(frozen=True, slots=True)
class LoadRow:
    """The patients of one practice: where they were seen, and what that costs and brings."""

    id: int
    """The practice's key; nought for those whose practice is not known."""
    name: str
    registered: int | None
    seen: tuple[int | None, ...]
    """How many at each place, in the order of the places; None where nobody was."""
    elsewhere: int | None
    """Seen at another place than their own practice.

    None where whose they are is not known, or where some of them were seen.
    """
    received: int
    """Patients of other practices seen at this one."""
    recharge: Recharge

    @property
    def everywhere(self) -> int:
        """How many were seen in all."""
        return sum(count for count in self.seen if count is not None)

    @property
    def elsewhere_share(self) -> Decimal | None:
        """Those seen elsewhere, of all of them."""
        whole = self.everywhere
        return Decimal(self.elsewhere) / whole if self.elsewhere is not None and whole else None

    @property
    def per_thousand(self) -> Decimal | None:
        """Seen for each 1,000 people on the list."""
        return per_thousand(self.everywhere, self.registered)


@dataclass(frozen=True, slots=True)
class Load:
    """Whose patients were seen where in some months."""

    places: tuple[str, ...]
    rows: tuple[LoadRow, ...]
    untold: int
    """Parts that do not say how many were seen: what is added up is without them."""
    unpriced: int
    """People seen at another practice by services that charge nothing."""
    unplaced: int = 0
    """People of whom it is not known where they were seen."""
