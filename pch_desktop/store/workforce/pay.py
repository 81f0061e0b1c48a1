"""Pay scales as dated reference data: their points, and what is paid at each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.models.workforce_pay import PayPoint, PayRate


@dataclass(frozen=True, slots=True)
class PayRateRow:
    """What a point is paid from a day on; a point without any pay yet has a row, too."""

    id: int
    """The rate's key; minus the point's where there is no rate."""
    point_id: int
    scale: str
    point: str
    position: int
    annual_pence: int | None
    valid_from: date | None
    valid_to: date | None
    source: str | None

    def holds(self, on: date) -> bool:
        """Return whether it is paid on a day, unless a later one is, too."""
        has_begun = self.valid_from is not None and self.valid_from <= on
        return has_begun and (self.valid_to is None or self.valid_to >= on)


def pay_rates(session: Session) -> list[PayRateRow]:
    """Return the points of the scales in their order, of each the latest rate first."""
    query = (
        select(
            PayPoint.id,
            PayPoint.scale,
            PayPoint.name,
            PayPoint.position,
            PayRate.id,
            PayRate.annual_pence,
            PayRate.valid_from,
            PayRate.valid_to,
            PayRate.source,
        )
        .outerjoin(PayRate, PayRate.pay_point_id == PayPoint.id)
        .order_by(PayPoint.scale, PayPoint.position, PayPoint.id, PayRate.valid_from.desc())
    )
    told = session.execute(query)
    return [
        PayRateRow(
            rate_id or -point_id, point_id, scale, name, position, pence, first, last, source
        )
        for point_id, scale, name, position, rate_id, pence, first, last, source in told
    ]


def paid_on(rows: Collection[PayRateRow], on: date) -> list[PayRateRow]:
    """Return of each point the rate of a day; the point alone where none holds."""
    held: dict[int, PayRateRow] = {}
    for row in sorted(rows, key=lambda row: row.valid_from or date.min):
        bare = PayRateRow(
            -row.point_id, row.point_id, row.scale, row.point, row.position, None, None, None, None
        )
        held.setdefault(row.point_id, bare)
        if row.holds(on):
            held[row.point_id] = row
    order = {row.point_id: at for at, row in reversed(list(enumerate(rows)))}
    return sorted(held.values(), key=lambda row: order[row.point_id])


def pay_points(session: Session, on: date) -> list[str]:
    """Return the names of the points that are paid on a day, in their order."""
    return [row.point for row in paid_on(pay_rates(session), on) if row.annual_pence is not None]
