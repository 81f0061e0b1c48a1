"""What the catalogue tells of a service beyond its place in the list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.services import AcutePoint, BankHolidays, Setting
from pch_desktop.domain.services_settings import in_order
from pch_desktop.models.partners import Agreement, Partner
from pch_desktop.models.partners_met import AgreementService
from pch_desktop.models.services import Service, ServiceSetting


@dataclass(frozen=True, slots=True)
class ServiceMore:
    """The rest of a service's catalogue entry; None is not known."""

    settings: tuple[Setting, ...] = ()
    """Where it is given, as ticked: these are counted."""
    segment: str | None = None
    commissioner: str | None = None
    operator: str | None = None
    pathway: str | None = None
    is_triaged: bool = False
    bank_holidays: BankHolidays | None = None
    appointment_minutes: int | None = None
    eligibility: str | None = None
    exclusions: str | None = None
    is_from_hospital: bool = False
    acute_point: AcutePoint | None = None
    tariff_pence: int | None = None
    gp_freed_each: Decimal | None = None
    contacts_each: Decimal | None = None
    recharge_pence: int | None = None
    due_days: int | None = None
    has_beds: bool = False
    takes_calls: bool = False
    risks: str | None = None
    agreements: str = ""
    """The agreements that cover it, with semicolons between."""


NOTHING_MORE = ServiceMore()
COLUMNS = tuple(
    name for name in ServiceMore.__slots__ if name not in {"settings", "commissioner", "agreements"}
)
"""What is a column of the service itself."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the services in tables of its own, by service."""

    settings: Mapping[int, tuple[Setting, ...]]
    commissioners: Mapping[int, str]
    agreements: Mapping[int, list[str]]

    def more(self, service: Service) -> ServiceMore:
        """Return the rest of a service's entry."""
        own = {name: getattr(service, name) for name in COLUMNS}
        return ServiceMore(
            settings=self.settings.get(service.id, ()),
            commissioner=self.commissioners.get(service.id),
            agreements="; ".join(self.agreements.get(service.id, ())),
            **own,
        )


def beside(session: Session) -> Beside:
    """Return what stands beside all services."""
    ticks: dict[int, list[Setting]] = defaultdict(list)
    for service_id, setting in session.execute(
        select(ServiceSetting.service_id, ServiceSetting.setting)
    ):
        ticks[service_id].append(setting)
    commissioners = select(Service.id, Partner.name).join(
        Partner, Service.commissioner_id == Partner.id
    )
    return Beside(
        {service_id: in_order(settings) for service_id, settings in ticks.items()},
        dict(session.execute(commissioners).all()),
        _agreements(session),
    )


def _agreements(session: Session) -> Mapping[int, list[str]]:
    query = (
        select(AgreementService.service_id, Agreement.title)
        .join(Agreement, AgreementService.agreement_id == Agreement.id)
        .order_by(Agreement.title)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for service_id, title in session.execute(query):
        found[service_id].append(title)
    return found
