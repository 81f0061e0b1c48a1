"""Waits and demand in the board pack, and what of them needs attention."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.domain.services_demand import DIVERTED_TARGET
from pch_desktop.reports import service_diverted, service_diverted_table, service_waits_table
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Kind, Table
from pch_desktop.reports.words import written
from pch_desktop.store import services

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


def access_tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the tables of waits and demand that hold something."""
    waits, queues = file.read(services.waits, month), file.read(services.queues, month)
    found = (
        service_waits_table.table(waits, month),
        service_diverted_table.table(service_diverted.diverted(queues, waits), month),
    )
    return [table for table in found if table.rows]


def access_findings(file: Reads, month: Month) -> list[Finding]:
    """Return what of waits and demand needs attention."""
    waits, queues = file.read(services.waits, month), file.read(services.queues, month)
    return list(_short(service_diverted.diverted(queues, waits)))


def _short(rows: Sequence[service_diverted.DivertedRow]) -> Iterator[Finding]:
    for row in rows:
        if row.share is not None and row.share < DIVERTED_TARGET:
            title = f"{row.name}: {written(row.share, Kind.SHARE)} seen here instead of in hospital"
            yield Finding("services", title, "The target is 70%", Weight.NOTE, "Open", row.id,
                          "Instead of hospital")  # fmt: skip
