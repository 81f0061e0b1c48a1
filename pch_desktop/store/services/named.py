"""The services by name alone, for views that need no more of them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.services import RUNNING, ServiceStatus
from pch_desktop.models.services import Service


@dataclass(frozen=True, slots=True)
class ServiceName:
    """A service, and whether it sees people."""

    id: int
    name: str
    status: ServiceStatus

    @property
    def is_running(self) -> bool:
        """Whether it sees people, and so has months to tell of."""
        return self.status in RUNNING


def service_names(session: Session) -> list[ServiceName]:
    """Return every service by name."""
    query = select(Service.id, Service.name, Service.status).order_by(Service.name)
    return [ServiceName(*row) for row in session.execute(query)]
