"""Months of the sections as series for a control chart."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.domain.spc_verdict import Better
from pch_desktop.reports.service_months import TWO_YEARS, SumRow, months_of
from pch_desktop.reports.table import Kind
from pch_desktop.reports.workforce_sickness_table import EVERYBODY, SicknessPoint
from pch_desktop.reports.xmr import MonthSeries
from pch_desktop.store import services

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

ATTENDED = "Appointments attended"


def attended_series(rows: Sequence[SumRow], name: str = "") -> MonthSeries:
    """Return appointments attended of one service or of all; months that may change left blank."""
    told = {
        row.month: Decimal(row.attended) if row.is_firm and row.attended is not None else None
        for row in rows
    }
    return MonthSeries(f"{ATTENDED}, {name}" if name else ATTENDED, Kind.COUNT, told)


def sickness_series(rows: Sequence[SicknessPoint], name: str) -> MonthSeries:
    """Return the sickness rate of one group or of all; months that are not shown left blank."""
    told = {row.month: None if row.now.is_hidden else row.now.rate for row in rows}
    who = name.lower() if name == EVERYBODY else name
    return MonthSeries(f"Sickness rate, {who}", Kind.RATE, told, Better.LOWER)


def sums(file: Reads, month: Month) -> list[SumRow]:
    """Return the two years up to a month, of all services together."""
    rows = file.read(services.services, month)
    names = {row.id: row.name for row in rows}
    running = {row.id for row in rows if row.is_running}
    known = file.read(services.activity, month.plus(1 - TWO_YEARS), month)
    return months_of(known, names, running, month, file.read(services.spans))
