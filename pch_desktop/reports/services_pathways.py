"""Whom services are for and how people pass through them, set out for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.reports.services_catalogue import BY_KEY, NAME
from pch_desktop.reports.table import Column, Table
from pch_desktop.store import services
from pch_desktop.store.services import ServiceRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

PATHWAYS: tuple[Column[ServiceRow], ...] = (
    NAME,
    Column("pathway", "From referral to discharge", lambda row: row.more.pathway, width=44),
    BY_KEY["is_triaged"],
    Column("eligibility", "For", lambda row: row.more.eligibility, width=30),
    Column("exclusions", "Not for", lambda row: row.more.exclusions, width=26),
    Column("risks", "Risks", lambda row: row.more.risks, width=34),
)


def pathways(file: Reads, month: Month) -> Table[ServiceRow]:
    """Return whom each service is for and how people pass through it, where that is told."""
    rows = [
        row for row in file.read(services.services, month)
        if any((row.more.pathway, row.more.eligibility, row.more.exclusions, row.more.risks))
    ]  # fmt: skip
    return Table("Service pathways", PATHWAYS, rows, "Services with a pathway written down.")
