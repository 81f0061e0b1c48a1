"""What communities have to offer, set out for reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import AssetKind
from pch_desktop.reports.table import Column, Kind, Table
from pch_desktop.reports.words import listed, plural, shown
from pch_desktop.store import services
from pch_desktop.store.services import AssetRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

ASSETS: tuple[Column[AssetRow], ...] = (
    Column("name", "Offer", lambda row: row.name, width=30),
    Column("kind", "Kind", lambda row: shown(row.kind.value), Kind.WORD, words=listed(AssetKind),
           width=16),
    Column("partner", "Partner", lambda row: row.partner, width=24,
           help="The partner that offers it, where one does."),
    Column("place", "Where", lambda row: row.place, width=26),
    Column("times", "When", lambda row: row.times, width=24),
    Column("reach", "How to get in touch", lambda row: row.reach, width=26,
           help="An organisation's telephone or address, never a person's at home."),
    Column("note", "Note", lambda row: row.note, width=24, prints=False),
    Column("source", "Source", lambda row: row.source, width=20, prints=False),
)  # fmt: skip


def finding(rows: Sequence[AssetRow]) -> str:
    """Return how many offers there are, and of which kinds, in a sentence."""
    kinds = len({row.kind for row in rows})
    return f"{plural(len(rows), 'offer')} of {plural(kinds, 'kind')} to point people to."


def assets(file: Reads, _month: Month) -> Table[AssetRow]:
    """Return what communities have to offer."""
    rows = file.read(services.assets)
    return Table("Community assets", ASSETS, rows, "What people can be pointed to.")
