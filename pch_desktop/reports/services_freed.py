"""GP appointments that services free, by month and year to date, set out for reading."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.domain.services_freed import METHOD
from pch_desktop.reports.services_freed_rows import FreedRow, freed_rows
from pch_desktop.reports.table import Column, Holds, Kind, Table, Total
from pch_desktop.reports.words import plural, written
from pch_desktop.store import services

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

NOW, YEAR = "Month at hand", "Year to date"
NOTES = (
    METHOD,
    "Year to date adds up the months that are told, April on; “Months told” says how many of "
    "those it ran. Services that have not said what each saves are left out.",
)


def _is_silent(row: FreedRow) -> bool:
    return row.each is None


FREED: tuple[Column[FreedRow], ...] = (
    Column("name", "Service", lambda row: row.name, width=28),
    Column("each", "Saved by each", lambda row: row.each, Kind.WTE, width=11,
           help="GP appointments that one person seen here saves; 0 where none is."),
    Column("attended", "Attended", lambda row: row.attended, Kind.COUNT, band=NOW, width=10,
           holds=Holds.PEOPLE),
    Column("freed", "GP freed", lambda row: row.freed, Kind.NUMBER, Total.SUM, NOW,
           formula='IF(OR({attended}="",{each}=""),"",{attended}*{each})', absent=_is_silent,
           width=10, help=METHOD),
    Column("year_attended", "Attended, year", lambda row: row.year_attended, Kind.COUNT,
           band=YEAR, width=10, holds=Holds.PEOPLE),
    Column("year_freed", "GP freed, year", lambda row: row.year_freed, Kind.NUMBER, Total.SUM,
           YEAR, formula='IF(OR({year_attended}="",{each}=""),"",{year_attended}*{each})',
           absent=_is_silent, width=10, help=METHOD),
    Column("told", "Months told", lambda row: f"{row.told} of {row.expected}", band=YEAR,
           width=10, help="Of the months it ran since April, how many are told."),
)  # fmt: skip


def finding(rows: Sequence[FreedRow], month: Month) -> str:
    """Return what is freed in the month and the year, and what is not known, in a sentence."""
    saying = [row for row in rows if row.each is not None]
    if not saying:
        return "No service has said yet how many GP appointments each person seen there saves."
    now = [row.freed for row in saying if row.freed is not None]
    year = [row.year_freed for row in saying if row.year_freed is not None]
    part = "" if all(row.is_whole for row in saying) else ", incomplete"
    here = f"{_words(now)} in {month.words}" if now else f"not known for {month.words}"
    return (
        f"GP appointments freed by {plural(len(saying), 'service')}: {here}, "
        f"{_words(year)} since April{part}."
    )


def _words(amounts: Sequence[Decimal]) -> str:
    return written(sum(amounts, Decimal(0)), Kind.NUMBER)


def gp_freed(file: Reads, month: Month) -> Table[FreedRow]:
    """Return what services that say what each saves have freed."""
    rows = [
        row for row in freed_rows(file.read(services.seen_in_year, month), month)
        if row.each is not None
    ]  # fmt: skip
    subtitle = f"GP appointments, {month.words} and since April."
    return Table("GP appointments freed", FREED, rows, subtitle, notes=(finding(rows, month),
                 *NOTES))  # fmt: skip
