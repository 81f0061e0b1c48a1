"""Which services an agreement covers, and which services no agreement does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from pch_desktop.domain.partners_cover import Binding, cover
from pch_desktop.domain.services import RUNNING, ServiceStatus
from pch_desktop.models.partners import Agreement, Partner
from pch_desktop.models.partners_met import AgreementService
from pch_desktop.models.services import Service, ServicePartner
from pch_desktop.store.partners.bindings import bindings
from pch_desktop.store.partners.rows import AgreementRow
from pch_desktop.store.records import found


@dataclass(frozen=True, slots=True)
class CoverRow:
    """A service that runs, and the agreement that covers it on a day."""

    id: int
    name: str
    status: ServiceStatus
    lead: str | None
    delivering: str
    """Who delivers it beside its lead, with semicolons between: names hold commas."""
    agreement_id: int | None
    agreement: str | None
    """The agreement in force that leaves the fewest of its partners out."""
    ends_on: date | None
    missing: tuple[str, ...]
    """Its partners that this agreement does not bind."""

    @property
    def is_covered(self) -> bool:
        """Whether one agreement in force binds its lead and all who deliver it."""
        return self.agreement is not None and self.lead is not None and not self.missing


def covers(session: Session, on: date) -> list[CoverRow]:
    """Return the services that are live or on trial, by name, and what covers each on a day."""
    names = {row[0]: row[1] for row in session.execute(_NAMES)}
    beside = _many(session, _BESIDE)
    ticked = _many(session, _TICKED)
    rows, bound = bindings(session, on)
    services = session.scalars(
        select(Service).where(Service.status.in_(RUNNING)).order_by(Service.name)
    )
    return [
        _row(service, sorted(names[one] for one in beside[service.id] - {service.lead_partner_id}),
             _best(service, beside, ticked, bound), (names, rows))
        for service in services
    ]  # fmt: skip


def set_covered(session: Session, agreement_id: int, service_ids: Collection[int]) -> None:
    """Say which services an agreement covers."""
    found(session, Agreement, agreement_id)
    wanted = set(service_ids)
    of_agreement = select(AgreementService).where(AgreementService.agreement_id == agreement_id)
    for tick in session.scalars(of_agreement).all():
        if tick.service_id not in wanted:
            session.delete(tick)
        wanted.discard(tick.service_id)
    session.add_all(
        AgreementService(agreement_id=agreement_id, service_id=key) for key in sorted(wanted)
    )


_NAMES = select(Partner.id, Partner.name)
_BESIDE = select(ServicePartner.service_id, ServicePartner.partner_id)
_TICKED = select(AgreementService.service_id, AgreementService.agreement_id)
Many = Mapping[int, set[int]]
Best = tuple[int | None, frozenset[int]]


def _many(session: Session, query: Select[int, int]) -> Many:
    gathered: dict[int, set[int]] = defaultdict(set)
    for one, many in session.execute(query):
        gathered[one].add(many)
    return gathered


def _best(service: Service, beside: Many, ticked: Many, bound: Mapping[int, Binding]) -> Best:
    lead = {service.lead_partner_id} if service.lead_partner_id is not None else set[int]()
    known = [bound[one] for one in ticked[service.id] if one in bound]
    best = cover(frozenset(beside[service.id] | lead), known)
    return best.agreement_id, best.missing


def _row(
    service: Service,
    delivering: list[str],
    best: Best,
    told: tuple[Mapping[int, str], Mapping[int, AgreementRow]],
) -> CoverRow:
    names, agreements = told
    agreement = agreements.get(best[0] or 0)
    return CoverRow(
        service.id, service.name, service.status, names.get(service.lead_partner_id or 0),
        "; ".join(delivering), best[0], agreement.title if agreement else None,
        agreement.expires_on if agreement else None,
        tuple(sorted(names[one] for one in best[1])) if agreement else (),
    )  # fmt: skip
