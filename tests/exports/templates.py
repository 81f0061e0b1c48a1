"""Templates as secretaries make them, and their parts read back as bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName


def workbook(path: Path, names: Mapping[str, str], *, formulas: Mapping[str, str] = {}) -> Path:
    """Make a workbook of two sheets with names that point at cells; return where it is."""
    book = Workbook()
    front = book.active
    assert front is not None
    front.title = "Our front"
    front["B3"] = "last month's"
    front["B3"].font = Font(bold=True, color="AE2573")
    front["D4"] = 12.5
    front["D4"].number_format = '"£"#,##0'
    front.merge_cells("A8:C8")
    for cell, formula in formulas.items():
        front[cell] = formula
    notes = book.create_sheet("Notes")
    notes["A1"] = "What we always write"
    for name, at in names.items():
        book.defined_names[name] = DefinedName(name, attr_text=at)
    book.save(path)
    return path


def document(path: Path, *bodies: str) -> Path:
    """Make a document whose body is these pieces of XML; return where it is."""
    made = Document()
    body: Any = made.element
    for words in bodies:
        body.body.insert(0, parse_xml(words))
    made.save(str(path))
    return path


def control(tag: str, inside: str, *, prompt: bool = False) -> str:
    """Return a content control on a line of its own."""
    said = "<w:showingPlcHdr/>" if prompt else ""
    return (
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:tag w:val="{tag}"/>{said}</w:sdtPr>'
        f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


def bookmark(name: str, inside: str) -> str:
    """Return a paragraph with words before, in and after a bookmark."""
    return (
        f'<w:p {nsdecls("w")}><w:r><w:t xml:space="preserve">In </w:t></w:r>'
        f'<w:bookmarkStart w:id="7" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="7"/>'
        f'<w:r><w:t xml:space="preserve"> we met.</w:t></w:r></w:p>'
    )


def parts(path: Path) -> dict[str, bytes]:
    """Return the parts of a package as they unpack."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def with_parts(path: Path, changed: Mapping[str, bytes]) -> Path:
    """Write a package again with parts changed or added; return where it is."""
    held = parts(path) | dict(changed)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in held.items():
            package.writestr(name, content)
    return path
