"""Who delivers what for whom, and the partners by sector."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pch_desktop.domain.partners import PartnerKind, PartnerStatus, Sector
from pch_desktop.domain.period import Month
from pch_desktop.domain.services import Category, ServiceStatus
from pch_desktop.reports.table import Column, Kind, Total
from pch_desktop.reports.words import plural, shown
from pch_desktop.store.partners import PartnerRow
from pch_desktop.store.services import ServiceRow


class Group(StrEnum):
    """The people a service is there for."""

    EVERYONE = "everyone"
    LONG_TERM = "long-term conditions"
    FRAIL = "older and frail people"
    MINDS = "emotional and social needs"
    CHILDREN = "children and families"
    LAST_YEAR = "the last year of life"


FOR_WHOM: Mapping[Category, Group] = {
    Category.LONG_TERM: Group.LONG_TERM,
    Category.PHARMACY: Group.LONG_TERM,
    Category.FRAILTY: Group.FRAIL,
    Category.REHABILITATION: Group.FRAIL,
    Category.MENTAL_HEALTH: Group.MINDS,
    Category.SOCIAL_PRESCRIBING: Group.MINDS,
    Category.CHILDREN: Group.CHILDREN,
    Category.END_OF_LIFE: Group.LAST_YEAR,
}
"""Told by what a service is for; what is not here is for everyone."""
MANY_PRACTICES = 3
"""From so many on, practices are drawn as one."""
PRACTICES = "GP practices"


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A partner's part in one service."""

    id: int
    partner: str
    drawn_as: str
    """The partner, or the practices together."""
    sector: Sector
    service: str
    leads: bool
    group: Group

    @property
    def whom(self) -> str:
        """The people it is for, as they are drawn."""
        return shown(self.group.value)


LINKS: tuple[Column[LinkRow], ...] = (
    Column("partner", "Who: partner", lambda row: row.partner, width=30),
    Column("sector", "Sector", lambda row: shown(row.sector.value), Kind.WORD, width=16),
    Column("service", "What: service", lambda row: row.service, width=30),
    Column("leads", "Leads it", lambda row: row.leads, Kind.YES, width=9),
    Column("group", "For whom", lambda row: shown(row.group.value), width=30,
           help="Told by what the service is for."),
)  # fmt: skip
"""The columns of the table behind the map."""


@dataclass(frozen=True, slots=True)
class SectorRow:
    """How many partners of a sector there are, and how many have signed."""

    id: int
    sector: Sector
    signed: int
    others: int

    @property
    def partners(self) -> int:
        """All of them."""
        return self.signed + self.others


SECTORS: tuple[Column[SectorRow], ...] = (
    Column("sector", "Sector", lambda row: shown(row.sector.value), width=24),
    Column("signed", "Signed", lambda row: row.signed, Kind.COUNT, Total.SUM),
    Column("others", "Not signed", lambda row: row.others, Kind.COUNT, Total.SUM),
    Column("partners", "Partners", lambda row: row.partners, Kind.COUNT, Total.SUM),
)
"""The columns of the partners by sector."""


def links(partners: Sequence[PartnerRow], services: Sequence[ServiceRow]) -> list[LinkRow]:
    """Return each partner's part in each service that is not closed, by service and partner."""
    known = {row.name: row for row in partners}
    parts = [
        (known[name], service, name == service.lead)
        for service in services
        if service.status is not ServiceStatus.CLOSED
        for name in dict.fromkeys([service.lead or "", *service.delivering.split("; ")])
        if name in known
    ]
    practices = {row.id for row, _, _ in parts if row.kind is PartnerKind.PRACTICE}
    together = f"{len(practices)} {PRACTICES}" if len(practices) >= MANY_PRACTICES else ""
    return [
        LinkRow(
            number,
            row.name,
            together if together and row.id in practices else row.name,
            row.sector,
            service.name,
            leads,
            FOR_WHOM.get(service.category, Group.EVERYONE),
        )
        for number, (row, service, leads) in enumerate(parts, start=1)
    ]


def map_finding(rows: Sequence[LinkRow]) -> str:
    """Return the sentence on who carries most, and what one partner carries alone."""
    if not rows:
        return "No partner leads or delivers a service yet"
    names = Counter(row.drawn_as for row in dict.fromkeys(_drawn(rows)))
    services = {row.service for row in rows}
    most, count = min(names.items(), key=lambda pair: (-pair[1], pair[0]))
    alone = sum(len({row.partner for row in rows if row.service == one}) == 1 for one in services)
    verb = "take" if most.endswith(PRACTICES) else "takes"
    said = f"{most} {verb} part in {count} of {plural(len(services), 'service')}"
    if not alone:
        return said
    return f"{said}; {alone} {'rests' if alone == 1 else 'rest'} on one partner alone"


def map_alt_text(rows: Sequence[LinkRow]) -> str:
    """Return the finding and its numbers, for those who do not see the ribbons."""
    names = Counter(row.drawn_as for row in dict.fromkeys(_drawn(rows)))
    numbers = "; ".join(f"{name} in {plural(n, 'service')}" for name, n in names.most_common(8))
    said = "Ribbons from partners to services to the people they are for."
    return f"{said} {map_finding(rows)}. {numbers}."[:400]


@dataclass(frozen=True, slots=True)
class _Drawn:
    drawn_as: str
    service: str


def _drawn(rows: Sequence[LinkRow]) -> list[_Drawn]:
    return [_Drawn(row.drawn_as, row.service) for row in rows]


def sectors(partners: Sequence[PartnerRow]) -> list[SectorRow]:
    """Return the sectors that have partners, in the order of the list of sectors."""
    found: list[SectorRow] = []
    for number, sector in enumerate(Sector, start=1):
        of_sector = [row for row in partners if row.sector is sector]
        signed = sum(row.status is PartnerStatus.SIGNED for row in of_sector)
        if of_sector:
            found.append(SectorRow(number, sector, signed, len(of_sector) - signed))
    return found


def sectors_finding(rows: Sequence[SectorRow]) -> str:
    """Return the sentence on how many have signed, and which sectors nobody signed from."""
    partners = sum(row.partners for row in rows)
    if not partners:
        return "No partner has been added yet"
    signed = sum(row.signed for row in rows)
    have = "has" if partners == 1 else "have"
    said = f"{signed} of {plural(partners, 'partner')} {have} signed"
    without = [row.sector.value for row in rows if not row.signed]
    return f"{said}; nobody from {_and(without)}" if without else said


def sectors_alt_text(rows: Sequence[SectorRow]) -> str:
    """Return the finding and its numbers, for those who do not see the bars."""
    numbers = "; ".join(
        f"{shown(row.sector.value)} {row.partners}, {row.signed} signed" for row in rows
    )
    return f"Bars of partners by sector. {sectors_finding(rows)}. {numbers}."[:400]


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def links_subtitle(place: str, month: Month) -> str:
    """Return what a ribbon of the map stands for, and how the groups are told."""
    return (
        f"{place}, {month.words}. Each ribbon is one partner's part in one service; "
        "the people are told by what the service is for."
    )
