"""What each partner holds of the body the locality acts through."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget_share import PartnerHolding
from pch_desktop.models.partners import Partner
from pch_desktop.store.budget.kept import keep
from pch_desktop.store.records import found, remove

HOLDING_FIELDS: Mapping[str, str] = {
    "partner": "the partner",
    "held_from": "the day from which it is held",
    "units": "the units held, 0 where it holds none any more",
    "source": "where it is written",
}
"""What may be put into a holding, in the words of a sentence that asks for it."""


@dataclass(frozen=True, slots=True)
class HoldingRow:
    """A partner's holding from a day on, and how it counts on the day asked for."""

    id: int
    partner_id: int
    partner: str
    held_from: date
    units: int
    source: str | None
    share: Decimal | None
    """Of all that is held, 0 to 1; None where the row does not count that day."""
    is_to_come: bool = False
    """Whether it begins after that day."""


def holdings(session: Session, on: date) -> list[HoldingRow]:
    """Return what each partner holds on a day, by name: its latest row up to that day."""
    return [row for row in all_holdings(session, on) if row.share is not None]


def all_holdings(session: Session, on: date) -> list[HoldingRow]:
    """Return every holding there ever was, by partner and day; those that count have a share."""
    query = (
        select(PartnerHolding, Partner.name)
        .join(Partner, PartnerHolding.partner_id == Partner.id)
        .order_by(Partner.name, PartnerHolding.held_from)
    )
    rows = session.execute(query).all()
    latest = {row.partner_id: row for row, _ in rows if row.held_from <= on}
    total = sum(row.units for row in latest.values())
    return [
        HoldingRow(
            *(row.id, row.partner_id, partner, row.held_from, row.units, row.source),
            _share(row.units, total) if latest.get(row.partner_id) is row else None,
            row.held_from > on,
        )
        for row, partner in rows
    ]


def add_holding(
    session: Session, partner: str, held_from: date, units: int, source: str | None = None
) -> int:
    """Add what a partner holds from a day on; return its id."""
    holding = PartnerHolding(held_from=held_from)
    for field, value in (("partner", partner), ("units", units), ("source", source)):
        _keep(session, holding, field, value)
    _stand_alone(session, holding)
    session.add(holding)
    session.flush()
    return holding.id


def set_holding(session: Session, holding_id: int, field: str, value: object) -> None:
    """Put a value into one of a holding's ``HOLDING_FIELDS``."""
    holding = found(session, PartnerHolding, holding_id)
    with session.no_autoflush:
        _keep(session, holding, field, value)
        _stand_alone(session, holding)


def remove_holdings(session: Session, holding_ids: Collection[int]) -> None:
    """Delete holdings."""
    remove(session, PartnerHolding, holding_ids, "holdings")


def _keep(session: Session, holding: PartnerHolding, field: str, value: object) -> None:
    day = value if isinstance(value, date) else holding.held_from
    year = Month.of(day).financial_year
    keep(session, holding, field, value, (year, HOLDING_FIELDS[field]))


def _stand_alone(session: Session, holding: PartnerHolding) -> None:
    query = select(PartnerHolding.id).where(
        PartnerHolding.partner_id == holding.partner_id,
        PartnerHolding.held_from == holding.held_from,
    )
    if session.scalar(query) not in (None, holding.id):
        name = session.get_one(Partner, holding.partner_id).name
        raise Refusal(
            f"“{name}” has a holding from {holding.held_from:%d/%m/%Y} already. "
            "Change that one, or enter another day."
        )


def _share(units: int, total: int) -> Decimal:
    return Decimal(units) / total if total else Decimal(0)
