"""Tables as a page to print: a browser and the window's own paper both take it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from pch_desktop.exports.board import MARKING
from pch_desktop.reports.table import Column, Table
from pch_desktop.reports.words import written

STYLE = """
@page { size: A4 landscape; margin: 12mm; }
body { font-family: Inter, Arial, "Liberation Sans", sans-serif; font-size: 9pt; color: #212B32; }
h1 { font-size: 16pt; margin: 0 0 2pt 0; color: #003087; }
h2 { font-size: 12pt; margin: 14pt 0 2pt 0; color: #003087; }
p { margin: 0 0 5pt 0; color: #4C6272; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; background-color: #F0F4F5; font-weight: 600; }
th, td { padding-left: 5px; padding-right: 5px; padding-top: 3px; padding-bottom: 3px; }
th, td { border: 1px solid #AEB7BD; vertical-align: top; }
tr { page-break-inside: avoid; }
thead { display: table-header-group; }
.number { text-align: right; }
.block { background-color: #E8EDEE; font-weight: 600; }
"""


def page(place: str, title: str, tables: Sequence[Table[Any]]) -> str:
    """Return a page in HTML that needs nothing from outside; words stay words, never markup."""
    parts = "".join(_table(table, has_title=len(tables) > 1) for table in tables)
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">'
        f"<title>{escape(place)}: {escape(title)}</title><style>{STYLE}</style></head><body>"
        f"<h1>{escape(title)}</h1><p>{escape(place)}. {MARKING}</p>{parts}</body></html>"
    )


def _table(table: Table[Any], *, has_title: bool) -> str:
    head = f"<h2>{escape(table.title)}</h2>" if has_title else ""
    columns = table.printed
    names = "".join(f'<th width="{_share(columns, column)}%">{escape(column.title)}</th>'
                    for column in columns)  # fmt: skip
    notes = "".join(f"<p>{escape(note)}</p>" for note in table.notes)
    body = "".join(_body(table))
    return (
        f'{head}<p>{escape(table.subtitle)}</p><table cellspacing="0">'
        f"<thead><tr>{names}</tr></thead><tbody>{body}</tbody></table>{notes}"
    )


def _body(table: Table[Any]) -> Iterator[str]:
    columns = table.printed
    if not table.blocks:
        yield from (_row(columns, row) for row in table.rows)
        return
    for block in table.blocks:
        title = escape(block.title)
        yield f'<tr><td class="block" colspan="{len(columns)}">{title}</td></tr>'
        yield from (_row(columns, row) for row in block.rows)


def _row(columns: Sequence[Column[Any]], row: Any) -> str:
    return f"<tr>{''.join(_cell(column, row) for column in columns)}</tr>"


def _cell(column: Column[Any], row: Any) -> str:
    words = escape(written(column.value(row), column.kind_for(row)))
    look = ' class="number" align="right"' if column.is_number else ""
    return f"<td{look}>{words}</td>"


def _share(columns: Sequence[Column[Any]], column: Column[Any]) -> int:
    return round(100 * column.width / sum(each.width for each in columns))
