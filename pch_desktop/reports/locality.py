"""The locality's own facts, set out for reading: its rates and what was brought in."""

from __future__ import annotations

from pch_desktop.reports.history import plain
from pch_desktop.reports.table import Column, Kind, Total
from pch_desktop.reports.words import bracketed, shown
from pch_desktop.store.locality import BatchRow, ControlRow, ReferenceRow

RATES: tuple[Column[ReferenceRow], ...] = (
    Column("words", "Rate", lambda row: row.words, width=40),
    Column("value", "Value", lambda row: bracketed(plain(row.value)), width=10,
           help="As its unit says; a share is a part of one."),
    Column("unit", "Unit", lambda row: row.unit, width=14),
    Column("valid_from", "From", lambda row: row.valid_from, Kind.DATE, width=13),
    Column("valid_to", "To", lambda row: row.valid_to, Kind.DATE, width=13,
           help="The last day it holds; blank while it goes on."),
    Column("source", "Source", lambda row: row.source, width=50),
)  # fmt: skip

BATCHES: tuple[Column[BatchRow], ...] = (
    Column("file_name", "File", lambda row: row.file_name, width=38),
    Column("kind", "What it is", lambda row: shown(row.kind.replace("_", " ")), width=22),
    Column("at", "Brought in", lambda row: row.at.astimezone().date(), Kind.DATE, width=13),
    Column("year", "Year", lambda row: str(row.year) if row.year else None, width=8),
    Column("taken_on", "Counted on", lambda row: row.taken_on, Kind.DATE, width=13),
    Column("rows_read", "Rows read", lambda row: row.rows_read, Kind.COUNT, Total.SUM, width=9),
    Column("rows_kept", "Kept", lambda row: row.rows_kept, Kind.COUNT, Total.SUM, width=9,
           help="Rows of this locality that were taken in."),
    Column("rows_refused", "Left out", lambda row: row.rows_refused, Kind.COUNT, Total.SUM,
           width=9, help="Rows of other places, and rows that could not be read."),
    Column("note", "Note", lambda row: row.note, width=24),
)  # fmt: skip

CONTROLS: tuple[Column[ControlRow], ...] = (
    Column("measure", "Total", lambda row: shown(row.measure.replace("_", " ")), width=40),
    Column("place", "Of", lambda row: row.place, width=20),
    Column("value", "In the whole file", lambda row: bracketed(plain(row.value)), width=20,
           help="As the file adds up, in the file's own unit."),
)  # fmt: skip
