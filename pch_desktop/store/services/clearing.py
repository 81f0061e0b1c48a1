"""What a month says of the queue: who waits, who came, who was first seen, who went elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import RUNNING, ServiceStatus
from pch_desktop.models.services import Service, ServiceMonth
from pch_desktop.store.records import change, found

MOST_CONTACTS = 1_000


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A service with what its month says of the queue; None is not known."""

    id: int
    name: str
    status: ServiceStatus
    contacts_each: Decimal | None
    """Contacts one referral taken on needs."""
    slots: int | None
    referrals: int | None
    accepted: int | None
    rejected: int | None
    first_contacts: int | None
    waiting: int | None
    instead_of_hospital: int | None
    still_to_hospital: int | None

    @property
    def is_running(self) -> bool:
        """Whether it sees people, and so has months to tell of."""
        return self.status in RUNNING


def queues(session: Session, month: Month) -> list[QueueRow]:
    """Return every service by name with what a month says of its queue."""
    query = (
        select(
            Service.id,
            Service.name,
            Service.status,
            Service.contacts_each,
            ServiceMonth.slots,
            ServiceMonth.referrals,
            ServiceMonth.accepted,
            ServiceMonth.rejected,
            ServiceMonth.first_contacts,
            ServiceMonth.waiting,
            ServiceMonth.instead_of_hospital,
            ServiceMonth.still_to_hospital,
        )
        .outerjoin(
            ServiceMonth,
            and_(ServiceMonth.service_id == Service.id, ServiceMonth.month == month),
        )
        .order_by(Service.name)
    )
    return [QueueRow(*row) for row in session.execute(query)]


def set_contacts_each(session: Session, service_id: int, value: object) -> None:
    """Say how many contacts one referral taken on needs.

    Raises:
        Refusal: it is negative, or far more than anybody needs.
    """
    service = found(session, Service, service_id)
    if isinstance(value, (int, Decimal)) and not 0 <= value <= MOST_CONTACTS:
        raise Refusal("Enter the contacts one referral needs, from 0 to 1,000, such as 4.5.")
    kept = Decimal(value) if isinstance(value, int) else value
    change(session, service, "contacts_each", kept, "the contacts one referral needs")
