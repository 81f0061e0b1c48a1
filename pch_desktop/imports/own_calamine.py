"""Sheets of old Excel workbooks and of OpenDocument ones."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.own_grid import MOST_ROWS, Sheet, Span


def calamine_sheets(name: str, content: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of an .xls or .ods file.

    Raises:
        Refusal: it is protected or damaged.
    """
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets: list[Sheet] = []
        for at, facts in enumerate(book.sheets_metadata):
            if facts.typ is not SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_index(at)
            rows = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS + 1)
            is_hidden = facts.visible is not SheetVisibleEnum.Visible
            spans = _spans(sheet.merged_cell_ranges)
            sheets.append(Sheet.of(facts.name, rows, is_hidden=is_hidden, merged=spans))
    except (CalamineError, OSError, ValueError) as error:
        protected = "protected by a password" if "password" in str(error).lower() else "damaged"
        raise Refusal(
            f"“{name}” is {protected}. Open it in a spreadsheet, save it as .xlsx, "
            "and choose it again."
        ) from error
    return tuple(sheets)


def _spans(ranges: Iterable[Sequence[tuple[int, int]]] | None) -> list[Span]:
    return [Span(*first, *last) for first, last in ranges or ()]
