"""The estates for the board pack and the checks: sites, rooms, and how they are used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.reports import (
    estates_premises,
    estates_systems_pack,
    estates_units,
    estates_use_tables,
    estates_use_words,
    estates_week,
)
from pch_desktop.reports.estates_places import ROOMS, SITES, ending, finding
from pch_desktop.reports.statement import Finding, Statement, Weight, with_rows
from pch_desktop.reports.table import Kind, Table
from pch_desktop.reports.words import written
from pch_desktop.store import estates
from pch_desktop.store.estates import RoomRow, SiteRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


def sites(file: Reads, month: Month) -> Table[SiteRow]:
    """Return the sites as they stand at a month's end."""
    rows = file.read(estates.sites)
    said = finding(rows, file.read(estates.rooms))
    return Table("Estates", SITES, rows, f"As at {written(month.last, Kind.DATE)}. {said}")


def rooms(file: Reads, _month: Month) -> Table[RoomRow]:
    """Return the rooms by site."""
    return Table("Rooms", ROOMS, file.read(estates.rooms), "Rates in £ an hour.")


def _tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    return with_rows(
        sites(file, month),
        rooms(file, month),
        *estates_week.tables(file, month),
        *estates_use_tables.tables(file, month),
        *estates_units.tables(file, month),
        *estates_premises.tables(file, month),
        *estates_systems_pack.tables(file, month),
    )


def _findings(file: Reads, month: Month) -> list[Finding]:
    return [
        Finding("estates", _lease(row, month), "Renew it, or find another place.",
                Weight.LATE, "Renew", row.id, "Sites", "lease_ends_on")
        for row in ending(file.read(estates.sites), month.last)
    ] + [
        *estates_use_words.findings(file, month),
        *estates_units.findings(file, month),
        *estates_premises.findings(file, month),
        *estates_systems_pack.findings(file, month),
    ]  # fmt: skip


def _lease(row: SiteRow, month: Month) -> str:
    day = row.lease_ends_on
    verb = "ended" if day is not None and day < month.last else "ends"
    return f"The lease of {row.name} {verb} on {written(day, Kind.DATE)}"


STATEMENT = Statement(45, "Estates", _tables, _findings)
