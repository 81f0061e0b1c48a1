"""The services moved out of hospital: the register's figures beside the catalogue's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import AcutePoint
from pch_desktop.reports import budget_moved, services_safety
from pch_desktop.reports.services_moved_rows import FromHospitalRow, moved_rows
from pch_desktop.reports.signs import marking
from pch_desktop.reports.table import Column, Kind, Table
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store import budget, services
from pch_desktop.store.budget import moved
from pch_desktop.store.budget.moved import MovedRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

REGISTER = (
    *("contacts", "price", "still_paid", "gross", "double", "released", "community", "benefit"),
    *("lost", "sheds", "stranded", "rating"),
)
"""The register's columns that are shown, by key."""


def _lifted(column: Column[MovedRow]) -> Column[FromHospitalRow]:
    """Return a column of the register for these rows: the same figure, formula and help."""

    def value(row: FromHospitalRow) -> Any:
        return column.value(row.register) if row.register else None

    changed: Any = replace(column, prints=True)
    return replace(changed, value=value)


BY_KEY = {column.key: column for column in budget_moved.MOVED}
MOVED: tuple[Column[FromHospitalRow], ...] = (
    Column("name", "Moved service", lambda row: row.name, width=24),
    Column("status", "Status", lambda row: shown(row.service.status.value) if row.service
           else None, width=9),
    Column("acute_point", "In hospital", lambda row: shown(row.service.more.acute_point.value)
           if row.service and row.service.more.acute_point else None, Kind.WORD,
           words=listed(AcutePoint), width=17, help="What it was in hospital."),
    Column("tariff", "Tariff £", lambda row: row.service.more.tariff_pence if row.service
           else None, Kind.EXACT, width=9, prints=False,
           help="What a contact cost in hospital, by the catalogue."),
    *(_lifted(BY_KEY[key]) for key in REGISTER),
    Column("provider", "Losing provider", lambda row: row.register.provider if row.register
           else None, width=20, prints=False),
    Column("safety", "Safety", lambda row: row.safety or None, width=14,
           help=services_safety.METHOD),
)  # fmt: skip
"""The register's columns beside those of the catalogue."""


def finding(rows: Sequence[FromHospitalRow]) -> str:
    """Return what the register says of the year, and which services are not in it."""
    said = budget_moved.finding([row.register for row in rows if row.register])
    without = [row.name for row in rows if row.register is None]
    if not without:
        return said
    return f"{said} Not in the register: {plural(len(without), 'moved service')}."


def read_moved(file: Reads, month: Month) -> list[FromHospitalRow]:
    """Return what moved out of hospital as at a month's end."""
    return moved_rows(
        file.read(services.services, month),
        file.read(moved.moved_services, month),
        file.read(services.safety_assessments),
        month.last,
    )


def from_hospital(file: Reads, month: Month) -> Table[FromHospitalRow]:
    """Return the services moved out of hospital with the register's figures of the year."""
    rows = read_moved(file, month)
    year = file.read(budget.budget_year, month.financial_year)
    subtitle = f"£ a year, {month.financial_year}, as at {written(month.last, Kind.DATE)}."
    notes = (finding(rows), "The figures are those of the register “Double payment”.",
             *budget_moved.NOTES)  # fmt: skip
    return Table("Moved services", MOVED, rows, subtitle, notes=notes, marking=marking(year))
