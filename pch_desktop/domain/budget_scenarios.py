"""What a line's outturn would be if something were so: beside the real figure, never over it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.budget_plan import ScenarioKind
from pch_desktop.domain.money import rounded


@dataclass(frozen=True, slots=True)
class Supposal:
    """What a what-if does to one line's outturn."""

    kind: ScenarioKind
    amount_pence: int | None = None
    share: Decimal | None = None


def supposed_pence(outturn: int | None, supposal: Supposal | None) -> int | None:
    """Return a line's outturn under a what-if; without a supposal it is the real one.

    An outturn that is set needs no real one. None where what it depends on is
    not known.
    """
    match supposal:
        case None:
            return outturn
        case Supposal(ScenarioKind.SET, amount):
            return amount
        case Supposal(ScenarioKind.ADD, int() as amount) if outturn is not None:
            return outturn + amount
        case Supposal(ScenarioKind.SHARE, _, Decimal() as share) if outturn is not None:
            return rounded(outturn * (1 + share))
        case _:
            return None
