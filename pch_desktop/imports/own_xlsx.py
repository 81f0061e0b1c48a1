"""Sheets of an .xlsx workbook: values, merged cells, bold rows, hidden columns."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.own_grid import MOST_COLUMNS, MOST_ROWS, ONLY_COLUMNS, Sheet, Span

CHUNK = 1 << 20
OVERLAP = 512
MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
HIDDEN = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
UNCALCULATED = re.compile(rb"</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<v></v>)?\s*</(?:\w+:)?c>")
FAR = re.compile(rb'<(?:\w+:)?c r="(?:[A-Z]{3}|I[W-Z]|[J-Z][A-Z])\d')
"""A cell to the right of column IV, the 256th."""
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MOST_SPANS = 10_000


@dataclass(slots=True)
class _Facts:
    """What a sheet's part says beside its values."""

    merged: set[Span] = field(default_factory=set[Span])
    hidden_columns: set[int] = field(default_factory=set[int])
    uncalculated: int = 0
    is_wide: bool = False


def xlsx_sheets(name: str, content: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of an .xlsx file, whose archive was found safe before.

    Raises:
        Refusal: a part of it cannot be read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            facts = {sheet: _facts(archive, part) for sheet, part in _parts(archive).items()}
        return tuple(_sheets(content, facts))
    except MemoryError:
        raise
    except Exception as error:
        words = _reason(error)
        raise Refusal(f"“{name}” {words}") from error


def _reason(error: Exception) -> str:
    if type(error).__name__ in {"EntitiesForbidden", "DTDForbidden", "ExternalReferenceForbidden"}:
        return "holds definitions no workbook needs. Nothing was read."
    if isinstance(error, (zipfile.BadZipFile, zlib.error, EOFError)):
        return "is damaged: part of it is missing or changed. Ask for it again."
    return "cannot be read as a workbook. Open it in a spreadsheet, save it, and choose it again."


def _sheets(content: bytes, facts: dict[str, _Facts]) -> Iterator[Sheet]:
    from openpyxl import load_workbook

    book: Any = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    for page in book.worksheets:
        told = facts.get(page.title, _Facts())
        bold: set[int] = set()
        page.reset_dimensions()
        yield Sheet.of(
            page.title,
            _rows(page, bold),  # read first: it fills in which rows are bold
            is_hidden=page.sheet_state != "visible",
            merged=sorted(told.merged, key=lambda span: (span.top, span.left)),
            bold=bold,
            hidden_columns=told.hidden_columns,
            notes=_notes(told),
        )


def _rows(page: Any, bold: set[int]) -> Iterator[Sequence[object]]:
    """Give the rows' values, and note in passing which rows begin in bold."""
    rows = page.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS)
    for number, cells in enumerate(rows):
        filled = next((cell for cell in cells if cell.value not in (None, "")), None)
        if filled is None:
            yield ()
            continue
        if filled.font is not None and filled.font.b:
            bold.add(number)
        yield [cell.value for cell in cells]


def _notes(told: _Facts) -> list[str]:
    wide = [ONLY_COLUMNS] if told.is_wide else []
    if not told.uncalculated:
        return wide
    return [
        *wide,
        f"{told.uncalculated:,} cells hold formulas that were never calculated and count as blank. "
        "Open the workbook in a spreadsheet and save it to have their figures.",
    ]


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return which part of the archive holds which sheet."""
    from defusedxml.ElementTree import fromstring

    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    relations: Any = fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {each.get("Id"): str(each.get("Target")) for each in relations}
    sheets: Any = fromstring(archive.read("xl/workbook.xml"))
    found: dict[str, str] = {}
    for each in sheets.iter():
        if str(each.tag).endswith("}sheet") and (target := targets.get(each.get(RELATION))):
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if part in names:
                found[str(each.get("name"))] = part
    return found


def _facts(archive: zipfile.ZipFile, part: str) -> _Facts:
    facts = _Facts()
    with archive.open(part) as stream:
        before = b""
        while chunk := stream.read(CHUNK):
            _read_facts(facts, before + chunk, len(before))
            before = (before + chunk)[-OVERLAP:]
    return facts


def _read_facts(facts: _Facts, text: bytes, seen: int) -> None:
    for found in MERGE.finditer(text):
        if len(facts.merged) < MOST_SPANS:
            left, top, right, bottom = found.groups()
            facts.merged.add(Span(int(top) - 1, _column(left), int(bottom) - 1, _column(right)))
    for found in HIDDEN.finditer(text):
        if b'hidden="1"' in found[0] or b'hidden="true"' in found[0]:
            first, last = (_number(found[0], key) for key in (b"min", b"max"))
            facts.hidden_columns.update(range(first - 1, min(last, MOST_COLUMNS)))
    facts.is_wide = facts.is_wide or FAR.search(text) is not None
    facts.uncalculated += sum(found.end() > seen for found in UNCALCULATED.finditer(text))


def _number(tag: bytes, key: bytes) -> int:
    found = re.search(rb"\b" + key + rb'="(\d+)"', tag)
    return int(found[1]) if found else 1


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
