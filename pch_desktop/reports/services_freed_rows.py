"""GP appointments that each service frees, in a month and in the year up to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import RUNNING
from pch_desktop.domain.services_freed import freed, freed_in
from pch_desktop.store.services import SeenRow


@dataclass(frozen=True, slots=True)
class FreedRow:
    """What a service frees in a month and in the year up to it; None is not known."""

    id: int
    name: str
    each: Decimal | None
    attended: int | None
    year_attended: int | None
    told: int
    """In how many months of the year, up to the one at hand, it has said whom it saw."""
    expected: int
    """How many of them it ran."""
    is_running: bool

    @property
    def freed(self) -> Decimal | None:
        """GP appointments freed in the month."""
        return freed(self.attended, self.each)

    @property
    def year_freed(self) -> Decimal | None:
        """GP appointments freed in the months of the year that are told."""
        return freed_in((self.year_attended,), self.each)

    @property
    def is_whole(self) -> bool:
        """Whether each month that it ran is told."""
        return self.told >= self.expected


def freed_rows(rows: Sequence[SeenRow], month: Month) -> list[FreedRow]:
    """Return what services free, those first that free most in the year.

    Services that neither run nor have said what each saves are left out.
    """
    found = [
        _row(row, month) for row in rows if row.status in RUNNING or row.gp_freed_each is not None
    ]
    return sorted(found, key=lambda row: (-(row.year_freed or Decimal(-1)), row.name))


def _row(row: SeenRow, month: Month) -> FreedRow:
    months = [each for each in month.financial_year.months if each <= month]
    ran = [each for each in months if row.live_on is None or each.last >= row.live_on]
    is_running = row.status in RUNNING
    told = [row.attended[each] for each in months if each in row.attended]
    return FreedRow(
        row.id,
        row.name,
        row.gp_freed_each,
        row.attended.get(month),
        sum(told) if told else None,
        len(told),
        max(len(told), len(ran) if is_running else 0),
        is_running,
    )
