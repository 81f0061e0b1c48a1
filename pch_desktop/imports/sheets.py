"""A workbook, or a block pasted from one, as plain sheets of text."""

from __future__ import annotations

from pathlib import Path

from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.own_archive import Holding, holding_of
from pch_desktop.imports.own_calamine import calamine_sheets
from pch_desktop.imports.own_grid import Sheet, Workbook
from pch_desktop.imports.own_paste import decoded, pasted_rows
from pch_desktop.imports.own_xlsx import xlsx_sheets

PASTED = "Pasted block"
MOST_BYTES = 200 * 1024 * 1024


def workbook(source: Path | str) -> Workbook:
    """Return the sheets of a file, or of pasted text, as they stand.

    A file is read by what it holds, whatever its name ends in.

    Raises:
        Refusal: it is no workbook, is protected, damaged or too large to be one.
    """
    if isinstance(source, str):
        return Workbook(PASTED, (_pasted(PASTED, source),))
    return _file(source)


def _file(path: Path) -> Workbook:
    content = _bytes(path)
    holding = holding_of(path.name, content)
    notes = _name_notes(path, holding)
    match holding:
        case Holding.XLSX | Holding.XLSM:
            sheets = xlsx_sheets(path.name, content)
        case Holding.XLS | Holding.ODS:
            sheets = calamine_sheets(path.name, content)
        case Holding.TEXT:
            sheets = (_pasted(path.stem, decoded(path.name, content)),)
    if not any(sheet.rows for sheet in sheets):
        raise Refusal(f"“{path.name}” holds no figures or words. Choose another file.")
    return Workbook(path.name, sheets, notes)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refusal(f"“{path.name}” is larger than 200 MB. Save the one sheet by itself.")
        return path.read_bytes()
    except FileNotFoundError:
        raise Refusal(f"There is no file “{path.name}” there. Choose it again.") from None
    except OSError as error:
        reason = error.strerror or "the file does not answer"
        raise Refusal(f"“{path.name}” cannot be read: {reason.lower()}.") from error


def _name_notes(path: Path, holding: Holding) -> tuple[str, ...]:
    notes: list[str] = []
    ending = path.suffix.lower()
    if holding is Holding.XLSM:
        notes.append("The macros of this workbook were not run and are not kept.")
    elif holding is not Holding.TEXT and ending != holding.value:
        notes.append(f"The name ends in “{ending}”, but it is a {holding.value} file; read as one.")
    return tuple(notes)


def _pasted(name: str, text: str) -> Sheet:
    rows, merged = pasted_rows(text)
    return Sheet.of(name, rows, merged=merged)
