"""Service targets as bullets: how far each reading runs from worse to better."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.budget import Rating
from pch_desktop.reports.services_targets import TARGETS, finding, kind_of
from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.words import written
from pch_desktop.store.services import TargetRow

ORDER = {Rating.RED: 0, Rating.AMBER: 1, Rating.GREEN: 2, None: 3}
STANDS = {Rating.RED: "missed", Rating.AMBER: "near", Rating.GREEN: "met", None: "not known"}
ABOVE, TWICE = Decimal("1.18"), 2
"""How far the scale goes beyond the furthest mark; and beyond a target that is to be kept below."""
KEPT = ("service", "measure", "better", "target", "amber", "reading")


@dataclass(frozen=True, slots=True)
class Bullet:
    """A target with its reading and that of a year before, and where each lies from 0 to 1.

    0 is the worse end of its own scale, 1 the better one: nothing where the better way is down.
    """

    row: TargetRow
    reading: float | None
    target: float
    amber: float | None
    last_year: float | None

    @property
    def stands(self) -> str:
        """How the month stands: met, near, missed, not known."""
        return STANDS[self.row.rating]

    def words(self, value: Decimal | None) -> str:
        """Return a number of it as read."""
        return written(value, kind_of(self.row))


def year_before(row: TargetRow) -> Decimal | None:
    """Return what was reached in the same month a year before."""
    return row.readings.get(row.month.plus(-12))


BULLETS: tuple[Column[TargetRow], ...] = (
    *(column for column in TARGETS if column.key in KEPT),
    Column("last_year", "Last year", year_before, Kind.NUMBER, kind_of=kind_of, width=9,
           help="What was reached in the same month a year before."),
    *(column for column in TARGETS if column.key == "rating"),
)  # fmt: skip
"""The columns of the targets drawn as bullets."""


def bullets(rows: Sequence[TargetRow]) -> list[Bullet]:
    """Return the targets whose number is known, those missed first."""
    known = [row for row in rows if row.aim.target is not None]
    return [_bullet(row) for row in sorted(known, key=lambda row: ORDER[row.rating])]


def alt_text(rows: Sequence[TargetRow]) -> str:
    """Return the finding and each reading against its target, for those who do not see the bars."""
    told = "; ".join(
        f"{each.row.name} {each.words(each.row.reading) or 'not known'} against "
        f"{each.words(each.row.aim.target)}, {each.stands}"
        for each in bullets(rows)
    )
    return f"Bars of readings against targets. {finding(rows)} {told}."


def _bullet(row: TargetRow) -> Bullet:
    target = row.aim.target or Decimal(0)
    marks = [target, *filter(None, (row.aim.amber, row.reading, year_before(row)))]
    low, top = min(Decimal(0), *marks), max(Decimal(0), *marks) * ABOVE
    if not row.aim.is_higher_better:
        top = max(top, target * TWICE)
    span = top - low or Decimal(1)

    def place(value: Decimal | None) -> float | None:
        if value is None:
            return None
        part = float((value - low) / span)
        return part if row.aim.is_higher_better else 1 - part

    return Bullet(row, place(row.reading), place(target) or 0.0, place(row.aim.amber),
                  place(year_before(row)))  # fmt: skip
