"""Text pasted from a spreadsheet, and text files: rows of cells."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser

from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.own_grid import MOST_COLUMNS, MOST_ROWS, Span

Rows = list[list[str]]
SHOWN = re.compile(r"[\s£$€(),.\d-]*\d[\s£$€(),.\d-]*")
"""A figure as a spreadsheet shows it, perhaps rounded."""


def pasted_rows(text: str) -> tuple[Rows, list[Span]]:
    """Return the rows of a pasted block, and its merged cells where it is HTML."""
    plain = text.lstrip("\ufeff")
    if "<table" in plain[:100_000].casefold() and "</t" in plain.casefold():
        reader = _Tables()
        reader.feed(plain)
        reader.close()
        return reader.rows, reader.merged
    return _separated(plain), []


def decoded(name: str, content: bytes) -> str:
    """Return a text file's text: UTF-8, UTF-16 where it says so, else Windows-1252.

    Raises:
        Refusal: it is no text.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(name, content, "utf-16")
    if b"\x00" in content:
        raise Refusal(f"“{name}” is not a text file. Choose an .xlsx, .xls, .ods or .csv file.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decoded(name, content, "cp1252")


def _decoded(name: str, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refusal(
            f"“{name}” is not written in an encoding we know. Save it as UTF-8."
        ) from error


def _separated(text: str) -> Rows:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\t" in lines:
        return _quoted(lines, "\t")
    return _commas(lines)


def _quoted(lines: str, mark: str) -> Rows:
    """Return rows of quoted cells; a stray quotation mark is only a mark."""
    plain = [line.split(mark) for line in lines.removesuffix("\n").split("\n")]
    if '"' not in lines:
        return plain
    try:
        rows = list(csv.reader(io.StringIO(lines, newline=""), delimiter=mark))
    except csv.Error:
        return plain
    swallowed = any(mark in cell for row in rows for cell in row)
    return plain if swallowed else rows


def _commas(lines: str) -> Rows:
    """Return rows parted by commas or semicolons, or one column where neither parts them."""
    best: Rows = [[line] for line in lines.removesuffix("\n").split("\n")]
    for mark in (",", ";"):
        try:
            rows = list(csv.reader(io.StringIO(lines, newline=""), delimiter=mark))
        except csv.Error as error:
            raise Refusal(
                "A quotation mark is opened and never closed, so that the cells cannot be told "
                "apart. Save the sheet as .xlsx."
            ) from error
        if _is_even(rows) and max(map(len, rows)) > max(map(len, best)):
            best = rows
    return best


def _is_even(rows: Rows) -> bool:
    """Return whether most filled rows have two cells or more, the fullest row twice or more."""
    widths = [len(row) for row in rows if any(row)]
    if not widths:
        return False
    most = max(widths)
    return most > 1 and (
        len(widths) == 1 or sum(width == most for width in widths) * 2 > len(widths)
    )


class _Tables(HTMLParser):
    """The cells of the tables in a piece of HTML, one table under the other."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: Rows = []
        self.merged: list[Span] = []
        self._taken: set[tuple[int, int]] = set()
        self._cell: list[str] | None = None
        self._exact = ""
        self._spread = (1, 1)
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"style", "script"}:
            self._skipped += 1
        if tag == "tr":
            self._close_cell()
            self.rows.append([])
        elif tag in {"td", "th"}:
            self._close_cell()
            given = dict(attrs)
            self._spread = (_spread(given.get("rowspan")), _spread(given.get("colspan")))
            self._cell = []
            self._exact = given.get("x:num") or given.get("sdval") or ""
            if not self.rows:
                self.rows.append([])
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"style", "script"}:
            self._skipped = max(0, self._skipped - 1)
        if tag in {"td", "th", "tr"}:
            self._close_cell()
        elif tag == "table":
            self._close_cell()
            self.rows.append([])

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._skipped:
            self._cell.append(" ".join(data.split()) if data.strip() else " ")

    def _close_cell(self) -> None:
        if self._cell is None or len(self.rows) > MOST_ROWS:
            return
        text = "".join(self._cell).strip()
        self._cell = None
        if self._exact and SHOWN.fullmatch(text):
            text = self._exact
        row, cells = len(self.rows) - 1, self.rows[-1]
        while (row, len(cells)) in self._taken:
            cells.append("")
        down, across = self._spread
        left = len(cells)
        cells.append(text)
        cells.extend([""] * (across - 1))
        if down > 1 or across > 1:
            self.merged.append(Span(row, left, row + down - 1, left + across - 1))
            for lower in range(row + 1, row + down):
                self._taken.update((lower, column) for column in range(left, left + across))


def _spread(text: str | None) -> int:
    return max(1, min(int(text), MOST_COLUMNS)) if text and text.strip().isdigit() else 1
