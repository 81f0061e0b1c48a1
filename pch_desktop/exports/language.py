"""A workbook's language, which XlsxWriter does not write."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from pch_desktop.exports.repacked import repack

CORE = "docProps/core.xml"
END = b"</cp:coreProperties>"


def save(made: BytesIO, path: Path, language: str) -> None:
    """Write a workbook to a path with its language among its properties."""
    words = f"<dc:language>{language}</dc:language>".encode()
    with ZipFile(made) as before:
        core = before.read(CORE).replace(END, words + END)
    repack(made.getvalue(), path, {CORE: core})
