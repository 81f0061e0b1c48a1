"""The two returns beside the appointments: what each is called, read, typed and checked by."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.reports import service_beds, service_calls
from pch_desktop.reports.table import Column
from pch_desktop.store import services
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.services import BedRow, CallRow
from pch_desktop.store.services.return_edits import BED_FIELDS, CALL_FIELDS

READS = frozenset({"service", "service_month"})


@dataclass(frozen=True, slots=True)
class Return:
    """What is returned each month, beside the appointments."""

    key: str
    name: str
    purpose: str
    verb: str
    does: str
    """What its services do: has beds."""
    columns: tuple[Column[Any], ...]
    fields: Mapping[str, str]
    month: Callable[[LocalityFile, Month], Sequence[Any]]
    year: Callable[[LocalityFile, Any, FinancialYear], Sequence[Any]]
    finding: Callable[[Sequence[Any], Month], str]
    troubles: Callable[[Any], Mapping[str, str]]
    command: Callable[..., Any]
    mark: Callable[..., Any]
    reads: frozenset[str]


def _bed_year(file: LocalityFile, row: BedRow, year: FinancialYear) -> list[BedRow]:
    told = file.read(services.beds, year.months[0], year.months[-1])
    found = {each.month: each for each in told if each.id == row.id}
    return [found.get(month, BedRow(row.id, row.name, month)) for month in year.months]


def _call_year(file: LocalityFile, row: CallRow, year: FinancialYear) -> list[CallRow]:
    told = file.read(services.calls, year.months[0], year.months[-1])
    found = {each.month: each for each in told if each.id == row.id}
    return [found.get(month, CallRow(row.id, row.name, month)) for month in year.months]


BEDS = Return(
    "service beds",
    "Beds of the month",
    "Beds of community hospitals and hospices are entered here month by month: how full they were "
    "and how long people stayed is worked out. Choose a service that has beds.",
    "Add a service with beds",
    "has beds",
    service_beds.BEDS,
    BED_FIELDS,
    service_beds.month_beds,
    _bed_year,
    service_beds.beds_finding,
    service_beds.bed_troubles,
    services.set_beds,
    services.mark_beds,
    READS | {"bed_month"},
)
CALLS = Return(
    "service calls",
    "Calls of the month",
    "Calls of telephone lines and single points of access are entered here month by month: "
    "offered, answered, given up. Choose a service that takes calls.",
    "Add a telephone line",
    "takes calls",
    service_calls.CALLS,
    CALL_FIELDS,
    service_calls.month_calls,
    _call_year,
    service_calls.calls_finding,
    service_calls.call_troubles,
    services.set_calls,
    services.mark_calls,
    READS | {"call_month"},
)
