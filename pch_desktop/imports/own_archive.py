"""What a file is by its first bytes, and whether it is safe to unpack."""

from __future__ import annotations

import io
import zipfile
import zlib
from enum import Enum

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.unpacking import refuse_bombs

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class Holding(Enum):
    """What a file holds; the value is what its name ought to end in."""

    XLSX = ".xlsx"
    XLSM = ".xlsm"
    XLS = ".xls"
    ODS = ".ods"
    TEXT = ".csv"


def holding_of(name: str, content: bytes) -> Holding:
    """Return what a file holds.

    Raises:
        Refusal: it is protected, damaged, a bomb, or nothing we read.
    """
    if content.startswith(OLE):
        return _old(name, content)
    if content.startswith(b"PK"):
        return _packed(name, content)
    if content.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf")) or not content:
        what = "is empty" if not content else "is not a workbook"
        raise Refusal(f"“{name}” {what}. Choose an .xlsx, .xls, .ods or .csv file.")
    return Holding.TEXT


def _old(name: str, content: bytes) -> Holding:
    if ENCRYPTED in content:
        raise Refusal(
            f"“{name}” is protected by a password. Open it, save it without one, "
            "and choose it again."
        )
    if not any(part.encode("utf-16-le") in content for part in ("Workbook", "Book")):
        raise Refusal(f"“{name}” is not a workbook. Choose an .xlsx, .xls, .ods or .csv file.")
    return Holding.XLS


def _packed(name: str, content: bytes) -> Holding:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            refuse_bombs(name, [part.file_size for part in archive.infolist()], len(content))
            return _inside(name, archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise Refusal(
            f"“{name}” is damaged: part of it is missing or changed. "
            "Ask for it again, or open and save it in a spreadsheet."
        ) from error


def _inside(name: str, archive: zipfile.ZipFile) -> Holding:
    names = set(archive.namelist())
    if "mimetype" in names and b"opendocument.spreadsheet" in archive.read("mimetype"):
        return Holding.ODS
    if "[Content_Types].xml" in names and any(part.startswith("xl/") for part in names):
        types = archive.read("[Content_Types].xml")
        if "xl/workbook.bin" in names:
            raise Refusal(f"“{name}” is a binary workbook (.xlsb). Save it as .xlsx.")
        return Holding.XLSM if b"macroEnabled" in types else Holding.XLSX
    raise Refusal(f"“{name}” is not a workbook. Choose an .xlsx, .xls, .ods or .csv file.")
