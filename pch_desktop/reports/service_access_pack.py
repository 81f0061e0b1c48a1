"""Waits and demand in the board pack, and what of them needs attention."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.domain.services_demand import DIVERTED_TARGET
from pch_desktop.reports import (
    service_appointments,
    service_appointments_table,
    service_clearing,
    service_clearing_table,
    service_demand,
    service_demand_table,
    service_diverted,
    service_diverted_table,
    service_lead_times,
    service_waits_table,
)
from pch_desktop.reports.service_clearing import GROWING, ClearingRow
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Kind, Table
from pch_desktop.reports.words import plural, written
from pch_desktop.store import services

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


def access_tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the tables of waits and demand that hold something."""
    waits, queues = file.read(services.waits, month), file.read(services.queues, month)
    days = service_demand.days_of(file.read(services.hours, month))
    found = (
        service_waits_table.table(waits, month),
        service_diverted_table.table(service_diverted.diverted(queues, waits), month),
        service_demand_table.table(days, month),
        service_clearing_table.table(service_clearing.clearings(queues, month), month),
        service_lead_times.table(file.read(services.lead_times, month), month),
        *_national(file, month),
    )
    return [table for table in found if table.rows]


def _national(file: Reads, month: Month) -> Iterator[Table[Any]]:
    months = file.read(services.national_months)
    for code, name in {each.place_code: each.place_name for each in months[:1]}.items():
        nearest = service_appointments.nearest(months, code, month)
        if nearest is None:
            continue
        told = file.read(services.appointments, code, nearest)
        ours, leads = (file.read(services.activity, month, month),
                       file.read(services.lead_times, month))  # fmt: skip
        rows = service_appointments.compared(told, ours, leads)
        of = services.NationalMonth(code, name, nearest)
        yield service_appointments_table.table(rows, of, told)


def access_findings(file: Reads, month: Month) -> list[Finding]:
    """Return what of waits and demand needs attention."""
    waits, queues = file.read(services.waits, month), file.read(services.queues, month)
    return [
        *_short(service_diverted.diverted(queues, waits)),
        *_growing(service_clearing.clearings(queues, month)),
    ]


def _short(rows: Sequence[service_diverted.DivertedRow]) -> Iterator[Finding]:
    for row in rows:
        if row.share is not None and row.share < DIVERTED_TARGET:
            title = f"{row.name}: {written(row.share, Kind.SHARE)} seen here instead of in hospital"
            yield Finding("services", title, "The target is 70%", Weight.NOTE, "See why", row.id,
                          "Instead of hospital", "share")  # fmt: skip


def _growing(rows: Sequence[ClearingRow]) -> Iterator[Finding]:
    growing = [row for row in rows if row.weeks == GROWING]
    if growing:
        title = f"The wait is growing for {plural(len(growing), 'service')}"
        names = ", ".join(row.name for row in growing[:3])
        yield Finding("services", title, names, Weight.NOTE, "See why", growing[0].id,
                      "Weeks to clear", "weeks")  # fmt: skip
