"""Blocks of cells as spreadsheets put them on the clipboard and take them off."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

WIDEST_SPAN = 100


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is copied: what is read, and the exact text that can be typed."""

    shown: str
    exact: str
    is_number: bool = False


Block = tuple[tuple[str, ...], ...]
"""Texts by row and column; every row has the same length."""


def tsv(cells: Sequence[Sequence[Cell]]) -> str:
    """Return cells as lines of exact texts with tabs between them."""
    made = io.StringIO()
    writer = csv.writer(made, delimiter="\t", lineterminator="\n")
    writer.writerows([cell.exact for cell in row] for row in cells)
    return made.getvalue()


def html_table(cells: Sequence[Sequence[Cell]]) -> str:
    """Return cells as a table, as read; spreadsheets find the exact number beside it."""
    rows = "".join(f"<tr>{''.join(map(_html_cell, row))}</tr>" for row in cells)
    return f'<meta charset="utf-8"><table>{rows}</table>'


def _html_cell(cell: Cell) -> str:
    shown = html.escape(cell.shown)
    if not cell.is_number or not cell.exact:
        return f"<td>{shown}</td>"
    exact = html.escape(cell.exact)
    number = "" if exact.endswith("%") else f' x:num="{exact}" sdval="{exact}"'
    return f'<td align="right"{number}>{shown}</td>'


def read_tsv(text: str) -> Block:
    """Return the block in a text of tabs and lines; quoted cells may hold either."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").removesuffix("\n")
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter="\t", strict=True))
    except csv.Error:
        rows = [line.split("\t") for line in text.split("\n")]
    return _squared(rows or [[""]])


def read_html(text: str) -> Block | None:
    """Return the first table of a page; None where there is none."""
    reader = _TableReader()
    reader.feed(text)
    reader.close()
    return _squared(reader.rows) if reader.rows else None


def read(text: str, page: str = "") -> Block | None:
    """Return the block on the clipboard, from plain text or else from a page."""
    if text:
        return read_tsv(text)
    return read_html(page) if page else None


def _squared(rows: Sequence[Sequence[str]]) -> Block:
    width = max((len(row) for row in rows), default=0)
    return tuple(tuple(_clean(text) for text in [*row, *[""] * (width - len(row))]) for row in rows)


def _clean(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").strip()


class _TableReader(HTMLParser):
    """Gathers the texts of the first table."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._depth = 0
        self._is_done = False
        self._span = 1
        self._text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._is_done:
            return
        match tag:
            case "table":
                self._depth += 1
            case "tr" if self._depth == 1:
                self._end_cell()
                self.rows.append([])
            case "td" | "th" if self._depth == 1:
                self._end_cell()
                span = dict(attrs).get("colspan") or "1"
                self._span = min(int(span), WIDEST_SPAN) if span.isdecimal() else 1
                self._text = []
            case "br" if self._text is not None:
                self._text.append("\n")
            case _:
                pass

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th", "tr"} and self._depth == 1:
            self._end_cell()
        elif tag == "table" and self._depth:
            self._end_cell()
            self._depth -= 1
            self._is_done = self._depth == 0

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(" ".join(data.split()) if data.strip() else " ")

    def _end_cell(self) -> None:
        if self._text is not None and self.rows:
            self.rows[-1] += ["".join(self._text).strip(), *[""] * (self._span - 1)]
        self._text = None
