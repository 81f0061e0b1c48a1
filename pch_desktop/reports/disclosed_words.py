"""What is said with a table that is shown outside: nothing that holds a true count.

A sentence is kept only where every number in it is a day, a year, a length of time,
a reference or part of a method. Charts are told anew from the figures that are shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from pch_desktop.reports.service_social_pack import FEW
from pch_desktop.reports.table import Chart, Column, Shape, Table
from pch_desktop.reports.told import Told
from pch_desktop.reports.totals import totals_of
from pch_desktop.reports.words import written

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
HARMLESS = re.compile(
    rf"""\b(?:\d{{1,2}}\ )?(?:{MONTHS}|{"|".join(name[:3] for name in MONTHS.split("|"))})\ \d{{4}}
    | \b\d{{1,2}}\ (?:{MONTHS})\b
    | \b\d{{4}}/\d{{2}}\b | \b\d{{2}}:\d{{2}}\b
    | \b\d+(?:st|nd|rd|th)\b | \b\d+-(?:week|day|hour)\b
    | \b(?:\d+(?:\ to|\ and))?\ ?\d+\ (?:days?|weeks?|hours?|minutes?|months?|years?)\b
    | \(n\ -\ 1\) | \b(?:to|[Pp]er)\ 1(?:0)?,000\b""",
    re.VERBOSE,
)
SENTENCE = re.compile(r"(?<=[.])\s+(?=[^a-z])")
LONGEST_ALT = 400
SHAPES = {
    Shape.BARS: "Bars",
    Shape.COLUMNS: "Columns",
    Shape.STACKED: "Stacked bars",
    Shape.LINES: "Lines",
}


def is_plain(words: str) -> bool:
    """Return whether words hold no number that could be a count of people."""
    return not re.search(r"\d", HARMLESS.sub("", words))


def kept(words: str) -> str:
    """Return those sentences that hold no number that could be a count of people."""
    return " ".join(part for part in SENTENCE.split(words) if is_plain(part))


def retold(table: Table[Told], true: Table[Told]) -> Table[Told]:
    """Return a disclosed table with its words and charts told anew.

    Args:
        table: as it is shown, its words still those of the true one.
        true: as it was.
    """
    notes = [words for note in table.notes if note not in FEW and (words := kept(note))]
    return replace(
        table,
        subtitle=kept(table.subtitle),
        notes=(*notes, *_incomplete(true, table.columns)),
        charts=tuple(_chart(table, chart) for chart in table.charts if _is_whole(table, chart)),
    )


def _incomplete(true: Table[Told], shown: Iterable[Column[Told]]) -> Sequence[str]:
    """Return the note on totals over a blank, which given totals do not tell by themselves."""
    totals = totals_of(true)
    blank = [
        column.title
        for column in shown
        if column.key in totals and totals[column.key].is_incomplete
    ]
    said = f"Incomplete totals, because a row is not known: {', '.join(blank)}."
    return (said,) if blank and true.rows else ()


def _is_whole(table: Table[Told], chart: Chart) -> bool:
    """Return whether everything a chart draws is shown: a hidden bar would be missed or guessed."""
    keys = {column.key: column for column in table.columns}
    if not {chart.names, *chart.series} <= keys.keys():
        return False
    rows = table.rows[: chart.first or None]
    drawn = [keys[key].value(row) for key in chart.series for row in rows]
    return all(value is None or isinstance(value, int | Decimal) for value in drawn)


def _chart(table: Table[Told], chart: Chart) -> Chart:
    keys = {column.key: column for column in table.columns}
    names, series = keys[chart.names], [keys[key] for key in chart.series]
    what = " and ".join(column.title.lower() for column in series)
    finding = f"{what[:1].upper()}{what[1:]}, by {names.title.lower()}"
    rows = table.rows[: chart.first or None]
    said = "; ".join(f"{_said(names, row)} {_figures(series, row)}" for row in rows)
    alt = f"{SHAPES[chart.shape]} of {what} by {names.title.lower()}, rounded: {said}."
    return replace(chart, finding=finding, alt_text=_cut(alt))


def _figures(series: Sequence[Column[Told]], row: Told) -> str:
    return " and ".join(_said(column, row) or "not known" for column in series)


def _said(column: Column[Told], row: Told) -> str:
    return written(column.value(row), column.kind_for(row))


def _cut(words: str) -> str:
    if len(words) <= LONGEST_ALT:
        return words
    return words[: words.rfind(";", 0, LONGEST_ALT - 1)] + "."
