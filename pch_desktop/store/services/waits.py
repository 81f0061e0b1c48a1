"""Waits as people read them: each person's days, or people in bands, by service and month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import WaitKind
from pch_desktop.domain.services_waits import Spell
from pch_desktop.models.services import Service
from pch_desktop.models.services_waits import WaitCount
from pch_desktop.store.records import found
from pch_desktop.store.services.named import service_names

Spells = dict[WaitKind, tuple[Spell, ...]]


@dataclass(frozen=True, slots=True)
class WaitRow:
    """The people a service first saw in a month, by how long they had waited."""

    id: int
    """The service's key."""
    name: str
    is_running: bool
    month: Month
    kind: WaitKind | None
    """How they were counted; each person's days go before bands. None where nobody told."""
    spells: tuple[Spell, ...]

    @property
    def is_days(self) -> bool:
        """Whether each person's days are known."""
        return self.kind is WaitKind.DAYS


def waits(session: Session, month: Month) -> list[WaitRow]:
    """Return every service by name with the waits of a month, where they are told."""
    told = _told(session, [month])
    return [
        _row(each.id, each.name, month, told.get((each.id, month), {}), is_running=each.is_running)
        for each in service_names(session)
    ]


def wait_history(session: Session, service_id: int, months: Sequence[Month]) -> list[WaitRow]:
    """Return the waits of one service in some months, in their order, told or not."""
    service, told = found(session, Service, service_id), _told(session, months)
    return [
        _row(service.id, service.name, month, told.get((service.id, month), {}), is_running=True)
        for month in months
    ]


def _told(session: Session, months: Sequence[Month]) -> dict[tuple[int, Month], Spells]:
    query = (
        select(
            WaitCount.service_id,
            WaitCount.month,
            WaitCount.kind,
            WaitCount.from_days,
            WaitCount.until_days,
            WaitCount.people,
        )
        .where(WaitCount.month.in_(list(months)))
        .order_by(WaitCount.from_days)
    )
    told: dict[tuple[int, Month], Spells] = defaultdict(dict)
    for service_id, month, kind, first, until, people in session.execute(query):
        kinds = told[service_id, month]
        kinds[kind] = (*kinds.get(kind, ()), Spell(first, until, people))
    return told


def _row(service_id: int, name: str, month: Month, told: Spells, *, is_running: bool) -> WaitRow:
    kind = next((kind for kind in WaitKind if kind in told), None)
    return WaitRow(service_id, name, is_running, month, kind, told[kind] if kind else ())
