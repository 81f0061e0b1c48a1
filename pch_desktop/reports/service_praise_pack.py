"""Incidents, complaints and compliments by practice in the board pack."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.reports.service_praise import PraiseRow, praise
from pch_desktop.reports.service_praise_columns import PRAISE
from pch_desktop.reports.table import Column, Kind, Table, Total

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

REGISTERED: Column[PraiseRow] = Column(
    "registered", "Registered", lambda row: row.registered, Kind.COUNT, Total.SUM, width=11
)
LIVE = 'IF(N({{registered}})=0,"",{{{count}_so_far}}/{{registered}}*1000)'
NOTES = (
    "Per 1,000 people on the list at the month's end, once every month since April is known. "
    "More told may mean that more is told, not that more goes wrong.",
)


def praise_table(file: Reads, month: Month) -> Table[PraiseRow]:
    """Return incidents, complaints and compliments by practice, once any are told."""
    rows = praise(file, month)
    is_told = any(row.so_far.months for row in rows)
    subtitle = f"Counts for {month.words} and since April, by practice. Nobody is named."
    name, *others = (_printed(each) for each in PRAISE if each.key != "source")
    columns = (name, REGISTERED, *others)
    return Table("Incidents and praise", columns, rows if is_told else (), subtitle, (), NOTES)


def _printed(column: Column[PraiseRow]) -> Column[PraiseRow]:
    """Return a column that says itself what its band says on the screen, and how it is come by."""
    count, _, of = column.key.rpartition("_")
    live = LIVE.format(count=count) if of == "rate" else ""
    title = f"{column.title}, {column.band[:1].lower()}{column.band[1:]}"
    return replace(column, title=title if column.band else column.title, formula=live)
