"""The register of services moved out of hospital, and what of it is counted in the budget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from pch_desktop.domain.budget import Rating
from pch_desktop.domain.budget_moved import Moved, rating
from pch_desktop.domain.period import Month
from pch_desktop.models.budget import BudgetLine
from pch_desktop.models.budget_plan import BudgetAdjustment
from pch_desktop.models.budget_registers import MovedService
from pch_desktop.models.partners import Partner
from pch_desktop.models.services import Service


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A moved service of a year, as it stands at a month's end."""

    id: int
    name: str
    service: str | None
    provider: str | None
    """The partner that loses the activity."""
    from_line_id: int | None
    from_line: str | None
    """The line the tariff leaves."""
    to_line: str | None
    """The line that pays for the service now."""
    moved: Moved
    is_agreed: bool
    agreed_on: date | None
    transitional_until: date | None
    minute_reference: str | None
    note: str | None
    rating: Rating | None
    """How paying twice stands; None where it is not known."""
    counted_pence: int | None
    """The saving that is part of the budget; None where none of it is."""

    @property
    def is_counted(self) -> bool:
        """Whether its saving is part of the budget."""
        return self.counted_pence is not None

    @property
    def uncounted_pence(self) -> int | None:
        """The part of the benefit that is not in the budget; None where it is not known."""
        benefit = self.moved.benefit_pence
        return None if benefit is None else benefit - (self.counted_pence or 0)


def moved_services(session: Session, month: Month) -> list[MovedRow]:
    """Return the moved services of a month's year, as they stand at the month's end."""
    gone, now = aliased(BudgetLine), aliased(BudgetLine)
    query = (
        select(MovedService, Service.name, Partner.name, gone.name, now.name)
        .outerjoin(Service, MovedService.service_id == Service.id)
        .outerjoin(Partner, MovedService.provider_id == Partner.id)
        .outerjoin(gone, MovedService.from_line_id == gone.id)
        .outerjoin(now, MovedService.to_line_id == now.id)
        .where(MovedService.year == month.financial_year)
        .order_by(MovedService.id)
    )
    counted = _counted(session)
    return [
        _row(service, names, (month.last, counted.get(service.id)))
        for service, *names in session.execute(query)
    ]


def figures_of(service: MovedService) -> Moved:
    """Return what a moved service is reckoned from."""
    return Moved(
        service.contacts_moved,
        service.hospital_price_pence,
        service.still_paid_share,
        service.community_cost_pence,
        service.one_off_cost_pence,
        service.provider_sheds_pence,
    )


def _counted(session: Session) -> Mapping[int, int]:
    """Return what each moved service takes off the budget, in pence: favourable is positive."""
    query = (
        select(MovedService.id, -func.sum(BudgetAdjustment.amount_pence))
        .join(BudgetAdjustment, BudgetAdjustment.moved_service_id == MovedService.id)
        .where(BudgetAdjustment.approved_on.is_not(None))
        .group_by(MovedService.id)
    )
    return dict(session.execute(query).all())


def _row(
    service: MovedService, names: Sequence[str | None], now: tuple[date, int | None]
) -> MovedRow:
    named, provider, from_line, to_line = names
    on, counted = now
    moved = figures_of(service)
    return MovedRow(
        id=service.id,
        name=service.name,
        service=named,
        provider=provider,
        from_line_id=service.from_line_id,
        from_line=from_line,
        to_line=to_line,
        moved=moved,
        is_agreed=service.is_agreed,
        agreed_on=service.agreed_on,
        transitional_until=service.transitional_until,
        minute_reference=service.minute_reference,
        note=service.note,
        rating=rating(moved.double_pence, service.transitional_until, on),
        counted_pence=counted,
    )
