"""The names a secretary's own template may use, and what stands at each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pch_desktop.exports.board import Pack
from pch_desktop.exports.template_names import BEGINS, NAMES, TABLE, Known, Named, word
from pch_desktop.reports.table import Kind, Table, Value
from pch_desktop.reports.totals import totals_of

MOST_ASKED = 5
PARTS = {
    "": ("value", ""),
    "_against": ("against", ": what it is held against"),
    "_rating": ("rating", ": its rating"),
    "_says": ("sentence", " in a sentence"),
}
"""What is told of a headline measure: how its name ends, the summary's column, its words."""


def known(pack: Pack) -> Known:
    """Return all that may stand in a template."""
    return Known(names(pack), tables(pack))


def names(pack: Pack) -> Mapping[str, Named]:
    """Return what may stand in a template, by its name in small letters."""
    facts = [*_facts(pack), *_measures(pack), *_totals(pack)]
    found = (
        Named(at, BEGINS + key, words, value, kind)
        for at, (key, words, value, kind) in enumerate(facts, start=1)
    )
    return {named.name.casefold(): named for named in found}


def tables(pack: Pack) -> Mapping[str, Table[Any]]:
    """Return the tables a template may hold, by their names in small letters."""
    return {f"{TABLE}{word(table.title)}".casefold(): table for table in pack.tables}


def names_table(pack: Pack) -> Table[Named]:
    """Return every name with what stands there this month, to be printed or saved."""
    whole = [
        Named(0, f"{TABLE}{word(table.title)}", f"The table {table.title}, from its first row on",
              None)
        for table in pack.tables
    ]  # fmt: skip
    subtitle = f"{pack.place}, {pack.month.words}. Point a name at a cell, or tag a content control"
    return Table("Names for templates", NAMES, [*names(pack).values(), *whole], subtitle)


def _facts(pack: Pack) -> Iterator[tuple[str, str, Value, Kind]]:
    month = pack.month
    yield "place", "The locality's name", pack.place, Kind.TEXT
    yield "title", "What the pack is called", pack.title, Kind.TEXT
    yield "month", "The month in words", month.words, Kind.TEXT
    yield "month_number", "The month of the financial year, April first", month.number, Kind.COUNT
    yield "year", "The financial year", str(month.financial_year), Kind.TEXT
    yield "figures_to", "The last day the figures are of", month.last, Kind.DATE
    yield "made_on", "The day it was made", pack.made_at.date(), Kind.DATE
    yield "program", "The program's version", pack.program, Kind.TEXT
    yield "marking", "The marking of each page", pack.marking, Kind.TEXT
    edition = str(pack.issue.edition) if pack.issue else "draft"
    yield "edition", "The edition it was issued as, or that it is a draft", edition, Kind.TEXT
    yield "sentence", "The month in short", dict(pack.cover).get("In short"), Kind.TEXT
    yield "notional", "That the money is notional, where it is", pack.notional, Kind.TEXT
    for name, words in pack.cover:
        yield f"cover_{word(name)}", f"The cover's “{name}”", words, Kind.TEXT
    for at in range(MOST_ASKED):
        asked = pack.attention[at] if at < len(pack.attention) else ""
        yield f"attention_{at + 1}", f"For attention, number {at + 1}", asked, Kind.TEXT


def _measures(pack: Pack) -> Iterator[tuple[str, str, Value, Kind]]:
    at = {column.key: column for column in pack.summary.columns}
    for row in pack.summary.rows:
        key, name = (str(at[each].value(row)) for each in ("key", "name"))
        for part, (column, words) in PARTS.items():
            found = at[column]
            yield key + part, name + words, found.value(row), found.kind_for(row)


def _totals(pack: Pack) -> Iterator[tuple[str, str, Value, Kind]]:
    for table in pack.tables:
        kinds = {column.key: column for column in table.columns}
        for key, total in (totals_of(table) if table.rows else {}).items():
            words = f"{table.title}: total of {kinds[key].title}"
            yield f"{word(table.title)}_{key}", words, total.value, kinds[key].kind
