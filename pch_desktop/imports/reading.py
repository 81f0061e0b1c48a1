"""Opening a file somebody hands us: safely, whole, and as rows of text."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports import own_grid
from pch_desktop.imports.own_archive import Holding, holding_of
from pch_desktop.imports.sheets import workbook

MOST_BYTES = 100_000_000
LONGEST_LINE = 1_000_000
TORN = re.compile("[ÃÂ][\x80-\xbf]|â€")
"""What UTF-8 looks like when it is read as Windows text."""

Rows = Iterator[list[str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook, or a text file as a whole; its rows can be read again and again."""

    name: str
    """Nothing where the file is text."""
    rows: Callable[[], Rows]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as it was when it was opened."""

    path: Path
    digest: str
    """SHA-256 of its bytes, in hexadecimal."""
    encoding: str
    """In words, to be shown: UTF-8, UTF-16, Windows (cp1252), a workbook."""
    sheets: tuple[Sheet, ...]

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.path.name


def opened(path: Path) -> Opened:
    """Return a file's rows.

    Raises:
        Refusal: it is not there, too large, damaged, protected or of another kind.
    """
    content = _content(path)
    digest = hashlib.sha256(content).hexdigest()
    if holding_of(path.name, content) is Holding.TEXT:
        codec, encoding = encoding_of(path.name, content)
        return Opened(path, digest, encoding, (_text_sheet(path.name, content, codec),))
    pages = workbook(path).sheets
    return Opened(path, digest, "a workbook", tuple(_page(path.name, page) for page in pages))


def _page(name: str, page: own_grid.Sheet) -> Sheet:
    """Return a sheet whose rows end in a refusal where not all of them were read."""

    def rows() -> Rows:
        yield from map(list, page.rows)
        if len(page.rows) >= own_grid.MOST_ROWS:
            raise Refusal(
                f"“{name}”, sheet “{page.name}”: more than {own_grid.MOST_ROWS:,} rows. "
                "Save the sheet as CSV and choose that."
            )

    return Sheet(page.name, rows, page.notes)


def encoding_of(name: str, content: bytes) -> tuple[str, str]:
    """Return the encoding a text file is written in, for Python and in words.

    Raises:
        Refusal: it is not one encoding throughout, is no text, or has a line
            longer than any row of a table.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            check_lines(name, content.decode("utf-16"))
        except UnicodeDecodeError:
            raise Refusal(f"“{name}” is cut off or damaged: its text breaks off.") from None
        return "utf-16", "UTF-16"
    if (at := content.find(b"\0")) >= 0:
        row = content.count(b"\n", 0, at) + 1
        raise Refusal(
            f"“{name}”, row {row}: a NUL character, so this is not a text file. "
            "Save it as CSV or as an Excel workbook."
        )
    try:
        check_lines(name, content.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _windows(name, content, content.count(b"\n", 0, error.start) + 1)
    return "utf-8-sig", "UTF-8"


def _windows(name: str, content: bytes, row: int) -> tuple[str, str]:
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if not text or TORN.search(text):
        raise Refusal(
            f"“{name}”, row {row}: this text is neither UTF-8 nor Windows text throughout. "
            "Open it in Excel and save it as “CSV UTF-8”."
        )
    check_lines(name, text)
    return "cp1252", "Windows (cp1252)"


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise Refusal(
                f"“{path.name}” is {size / 1e6:,.0f} MB. "
                f"Choose a file of at most {MOST_BYTES / 1e6:,.0f} MB."
            )
        content = path.read_bytes()
    except OSError as error:
        raise Refusal(
            f"“{path.name}” cannot be read: {error.strerror or error}. "
            "Check that it is there and not open in another program."
        ) from error
    if not content or content.isspace():
        raise Refusal(f"“{path.name}” is empty. Choose the file as it was published.")
    return content


def _text_sheet(name: str, content: bytes, codec: str) -> Sheet:
    """Return a text file as a sheet; it is decoded as it is read, for a whole text takes room."""
    with _text(content, codec) as lines:
        mark = delimiter(lines.readline(LONGEST_LINE))

    def rows() -> Rows:
        reader = csv.reader(_text(content, codec), delimiter=mark)
        try:
            yield from reader
        except csv.Error as error:
            raise Refusal(
                f"“{name}”, row {reader.line_num}: this cannot be read as CSV ({error}). "
                "Look for a quotation mark that is opened and not closed."
            ) from error

    return Sheet("", rows)


def _text(content: bytes, codec: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(content), encoding=codec, newline="")


def delimiter(text: str) -> str:
    """Return what stands between the cells of a text: a comma, semicolon or tab."""
    head = text.splitlines()[0] if text else ""
    return max(",;\t", key=head.count)


def check_lines(name: str, text: str) -> None:
    """Raise a refusal where a line is longer than any row of a table is.

    It steps from line end to line end a million characters apart, so that a
    long file costs a handful of looks.
    """
    start = 0
    while start + LONGEST_LINE < len(text):
        reach = start + LONGEST_LINE
        end = max(text.rfind("\n", start, reach), text.rfind("\r", start, reach))
        if end < 0:
            row = text.count("\n", 0, start) + 1
            raise Refusal(
                f"“{name}”, row {row:,}: this line has over a million characters, "
                "so it is not a table."
            )
        start = end + 1
