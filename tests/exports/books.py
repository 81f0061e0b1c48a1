"""Workbooks read back: what their cells hold, and what a spreadsheet makes of them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from openpyxl import load_workbook

Cell = tuple[str, str]
NAMES = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
}
ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""


def cells(path: Path, *, formulas: bool = False) -> dict[Cell, Any]:
    """Return what every cell holds, by sheet and place: results, or else formulas."""
    book = load_workbook(path, data_only=not formulas)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def formulas(path: Path) -> dict[Cell, str]:
    """Return every formula of a workbook."""
    found = cells(path, formulas=True)
    book = load_workbook(path)
    return {
        (sheet, place): str(value)
        for (sheet, place), value in found.items()
        if book[sheet][place].data_type == "f"
    }


def parts(path: Path, folder: str) -> dict[str, Element]:
    """Return the XML parts of a workbook in one of its folders."""
    with zipfile.ZipFile(path) as book:
        return {
            name: fromstring(book.read(name))
            for name in book.namelist()
            if name.startswith(folder) and name.endswith(".xml")
        }


def held(words: bytes, called: dict[str, str]) -> list[str]:
    """Return the names that stand in some bytes."""
    tokens = set(re.findall(rb"\w+", words))
    near = (name for name in called if re.findall(r"\w+", name)[-1].encode() in tokens)
    return [name for name in near if name.encode() in words]


def recalculated(path: Path, folder: Path) -> Path:
    """Return a workbook as LibreOffice saves it, every formula worked out again.

    By default it trusts the results it finds, and would prove nothing.
    """
    office = shutil.which("soffice")
    if office is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice is not here, and CI may not do without it.")
        pytest.skip("LibreOffice is not here: no second opinion on the formulas.")
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS, "utf-8")
    saved = folder / "saved"
    command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--convert-to", "xlsx", "--outdir", str(saved), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return saved / path.name
