"""The rows that were not used, as a workbook with the reason beside each."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.plan import ImportPlan, RefusedRow
from pch_desktop.imports.reading import opened
from pch_desktop.imports.recognise import recognised
from pch_desktop.reports.words import plural

HEADINGS = ("Sheet", "Row", "Column", "Reason")
MOST_ROWS = 1_000_000
"""A sheet of Excel holds little more."""
LONGEST = 32_000


def save(plan: ImportPlan, path: Path, source: Path | None = None) -> int:
    """Write the refused rows to a workbook, and return how many rows it has.

    Args:
        plan: what was read.
        path: the workbook to write.
        source: the file that was read; rows set aside many together are read
            from it again, where it is still the same.

    Every cell is text: what begins with = + - or @ stays what it is.
    """
    rows = (*plan.refused, *_aside(plan, source))
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(_packed(plan, rows))
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Refusal(
            f"“{path.name}” cannot be written: {error.strerror or error}. "
            "Close it where it is open, or choose another name."
        ) from error
    return len(rows)


def _aside(plan: ImportPlan, source: Path | None) -> tuple[RefusedRow, ...]:
    """Return the rows set aside many together, one by one where their file is at hand."""
    grouped = tuple(
        RefusedRow("", 0, "", f"{group.reason}: {plural(group.count, 'row')}")
        for group in plan.set_aside
    )
    if source is None or plan.rows_used is None or not source.is_file():
        return grouped
    if hashlib.sha256(source.read_bytes()).hexdigest() != plan.file_digest:
        return grouped
    return tuple(_again(plan, source))


def _again(plan: ImportPlan, source: Path) -> Iterator[RefusedRow]:
    _, table = recognised(opened(source), plan.kind)
    told = (plan.rows_used or frozenset()) | {row.row for row in plan.refused}
    reason = plan.set_aside[0].reason if plan.set_aside else ""
    for number, row in table.rows():
        if number not in told:
            yield RefusedRow(table.sheet.name, number, "", reason, tuple(row))


def _packed(plan: ImportPlan, rows: Sequence[RefusedRow]) -> bytes:
    """Return the workbook's bytes."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(
        out,
        {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    ) as book:
        sheet = book.add_worksheet("Refused rows")
        bold = book.add_format({"bold": True})
        sheet.write_string(0, 0, f"{plan.file_name}: {plan.rows_sentence}", bold)
        for at, heading in enumerate(HEADINGS):
            sheet.write_string(1, at, heading, bold)
        sheet.set_column(3, 3, 60)
        for line, row in enumerate(rows[:MOST_ROWS], 2):
            for at, text in _cells(row):
                sheet.write_string(line, at, text)
    return out.getvalue()


def _cells(row: RefusedRow) -> Iterator[tuple[int, str]]:
    """Yield what is to be written of a row, and in which column."""
    for at, text in enumerate((row.sheet, str(row.row or ""), row.column, row.reason, *row.cells)):
        if text:
            yield at, text[:LONGEST]
