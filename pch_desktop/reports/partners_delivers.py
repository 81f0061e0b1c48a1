"""Who delivers what for whom: the flow, gathered until its words can be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pch_desktop.domain.partners import PartnerKind, Sector
from pch_desktop.reports.partner_map import FOR_WHOM, MANY_PRACTICES, PRACTICES, Group
from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.words import shown
from pch_desktop.store.partners import DeliveryRow

if TYPE_CHECKING:
    pass

MOST_SERVICES = 22
"""With more services than this they are drawn by what they are for."""
EVERYBODY = "Everybody"
NO_PRACTICE = "Practice not known"
PEOPLE, SEGMENTS, BY_PRACTICE = "people", "segments", "practices"


@dataclass(frozen=True, slots=True)
class FlowRow:
    """A partner's part in one service, for one part of the people."""

    id: int
    partner: str
    drawn_as: str
    """The partner, or the practices together."""
    sector: Sector
    one_service: str
    service: str
    """The service, or what it is for where there are many."""
    category: str
    leads: bool
    whom: str


FLOWS: tuple[Column[FlowRow], ...] = (
    Column("partner", "Who: partner", lambda row: row.partner, width=30),
    Column("sector", "Sector", lambda row: shown(row.sector.value), Kind.WORD, width=16),
    Column("service", "What: service", lambda row: row.one_service, width=32),
    Column("category", "What it is for", lambda row: row.category, width=24),
    Column("leads", "Leads it", lambda row: row.leads, Kind.YES, width=9),
    Column("whom", "For whom", lambda row: row.whom, width=30),
)  # fmt: skip


def whom(row: DeliveryRow, by: str, practices: Mapping[int, Sequence[str]]) -> Sequence[str]:
    """Return for whom a service is: its people, its segment, or whose patients it sees."""
    if by == BY_PRACTICE:
        return practices.get(row.service_id) or (NO_PRACTICE,)
    if by == SEGMENTS:
        return (shown(row.segment) if row.segment else EVERYBODY,)
    return (shown(FOR_WHOM.get(row.category, Group.EVERYONE).value),)


def flows(
    rows: Sequence[DeliveryRow],
    by: str = PEOPLE,
    practices: Mapping[int, Sequence[str]] | None = None,
    *,
    only: str = "",
) -> list[FlowRow]:
    """Return the flow from partners by services to people.

    Args:
        rows: who delivers what.
        by: how the people are told apart, one of the three words above.
        practices: whose patients each service sees.
        only: the sector, category or partner to show alone; nothing shows all.
    """
    chosen = [row for row in rows if only in ("", row.partner, *_kinds(row))]
    together = _together(chosen)
    is_many = len({row.service for row in chosen}) > MOST_SERVICES
    pairs = [(row, each) for row in chosen for each in whom(row, by, practices or {})]
    return [
        FlowRow(
            number,
            row.partner,
            together if together and row.kind is PartnerKind.PRACTICE else row.partner,
            row.sector,
            row.service,
            shown(row.category.value) if is_many else row.service,
            shown(row.category.value),
            row.leads,
            each,
        )
        for number, (row, each) in enumerate(pairs, start=1)
    ]


def choices(rows: Sequence[DeliveryRow]) -> Mapping[str, Sequence[str]]:
    """Return what may be shown alone: the sectors, what services are for, the partners."""
    return {
        "Sectors": sorted({_kinds(row)[0] for row in rows}),
        "What services are for": sorted({_kinds(row)[1] for row in rows}),
        "Partners": sorted({row.partner for row in rows}),
    }


def ribbons(rows: Sequence[FlowRow]) -> list[FlowRow]:
    """Return one row for each ribbon: what would be drawn over each other stands once."""
    found = {(row.drawn_as, row.service, row.whom): row for row in reversed(rows)}
    return list(reversed(found.values()))


def services_for(rows: Sequence[FlowRow]) -> Mapping[str, int]:
    """Return how many services each part of the people has."""
    pairs = {(row.whom, row.one_service) for row in rows}
    return Counter(whom for whom, _ in pairs)


def is_gathered(rows: Sequence[FlowRow]) -> bool:
    """Return whether services are drawn by what they are for."""
    return any(row.service != row.one_service for row in rows)


def _kinds(row: DeliveryRow) -> tuple[str, str]:
    return shown(row.sector.value), shown(row.category.value)


def _together(rows: Sequence[DeliveryRow]) -> str:
    practices = {row.partner for row in rows if row.kind is PartnerKind.PRACTICE}
    return f"{len(practices)} {PRACTICES}" if len(practices) >= MANY_PRACTICES else ""
