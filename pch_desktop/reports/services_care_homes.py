"""Care homes and what communities have to offer, set out for reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.domain.services_care_homes import Beds, Cover, cover
from pch_desktop.reports.table import Column, Holds, Kind, Table, Total
from pch_desktop.reports.words import plural, written
from pch_desktop.store import services
from pch_desktop.store.services import CareHomeRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

NOBODY = "No practice"
CARE_HOMES: tuple[Column[CareHomeRow], ...] = (
    Column("name", "Care home", lambda row: row.name, width=28),
    Column("partner", "Run by", lambda row: row.partner, width=24),
    Column("practice", "Practice", lambda row: row.practice, width=26,
           help="The practice aligned to it."),
    Column("service", "Rounds by", lambda row: row.service, width=24,
           help="The service that does its rounds."),
    Column("has_nursing", "Nursing", lambda row: row.has_nursing, Kind.YES, width=8),
    Column("beds", "Beds", lambda row: row.beds, Kind.COUNT, Total.SUM, width=8),
    Column("residents", "Residents", lambda row: row.residents, Kind.COUNT, Total.SUM, width=9,
           holds=Holds.PEOPLE),
    Column("occupied", "Occupied", lambda row: Decimal(row.residents) / row.beds
           if row.beds and row.residents is not None else None, Kind.SHARE, Total.RATIO,
           ratio=("residents", "beds"), width=9,
           formula='IF(OR(N({beds})=0,{residents}=""),"",{residents}/{beds})',
           help="Residents of beds."),
    Column("postcode", "Postcode", lambda row: row.postcode, width=10),
    Column("note", "Note", lambda row: row.note, width=24, prints=False),
    Column("source", "Source", lambda row: row.source, width=20, prints=False),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CoverRow:
    """The care homes one practice looks after, or that none does."""

    id: int
    name: str
    cover: Cover


COVER: tuple[Column[CoverRow], ...] = (
    Column("name", "Practice", lambda row: row.name, width=32),
    Column("homes", "Care homes", lambda row: row.cover.homes, Kind.COUNT, Total.SUM),
    Column("beds", "Beds", lambda row: row.cover.beds, Kind.COUNT, Total.SUM),
    Column("unknown", "Beds not known", lambda row: row.cover.unknown, Kind.COUNT, Total.SUM,
           help="Care homes whose beds are not known; they are not in the beds."),
)  # fmt: skip


def covered(rows: Sequence[CareHomeRow]) -> Cover:
    """Return how far care homes are covered by practices."""
    return cover(Beds(row.beds, row.practice is not None) for row in rows)


def by_practice(rows: Sequence[CareHomeRow]) -> list[CoverRow]:
    """Return the care homes of each practice by name, and last those of none."""
    names = sorted({row.practice for row in rows if row.practice})
    groups = [(name, [row for row in rows if row.practice == name]) for name in names]
    alone = [row for row in rows if row.practice is None]
    groups += [(NOBODY, alone)] if alone else []
    return [CoverRow(at, name, covered(homes)) for at, (name, homes) in enumerate(groups, start=1)]


def finding(rows: Sequence[CareHomeRow]) -> str:
    """Return how many beds practices cover and which homes have none, in a sentence."""
    if not rows:
        return "No care home has been written down yet."
    found = covered(rows)
    alone = [row.name for row in rows if row.practice is None]
    share = f", {written(found.share, Kind.SHARE)}" if found.share is not None else ""
    said = f"{found.aligned_beds:,} of {plural(found.beds, 'bed')} have a practice{share}"
    if not alone:
        return f"{said}; so has each of {plural(found.homes, 'care home')}."
    more = f" and {len(alone) - 2} more" if len(alone) > 2 else ""
    return f"{said}; without one: {', '.join(alone[:2])}{more}."


def care_homes(file: Reads, _month: Month) -> Table[CareHomeRow]:
    """Return the care homes."""
    rows = file.read(services.care_homes)
    notes = (finding(rows), "A blank is not known; a total over a blank is incomplete.")
    return Table("Care homes", CARE_HOMES, rows, "Beds, residents and who looks after them.",
                 notes=notes)  # fmt: skip


def cover_by_practice(file: Reads, _month: Month) -> Table[CoverRow]:
    """Return the care homes and beds of each practice."""
    rows = by_practice(file.read(services.care_homes))
    return Table("Care homes by practice", COVER, rows, "Care homes and beds aligned to each.")
