"""A workbook's language, which XlsxWriter does not write."""

from __future__ import annotations

from copy import copy
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

CORE = "docProps/core.xml"
END = b"</cp:coreProperties>"


def save(made: BytesIO, path: Path, language: str) -> None:
    """Write a workbook to a path with its language among its properties.

    The other parts are taken over packed as they are, which takes no time.
    """
    packed = made.getvalue()
    with ZipFile(made) as before, ZipFile(path, "w", ZIP_DEFLATED) as after:
        # Where the parts begin and end is not in the types of the standard library.
        old: Any = before
        new: Any = after
        parts = before.infolist()
        ends = [*(part.header_offset for part in parts[1:]), old.start_dir]
        for part, end in zip(parts, ends, strict=True):
            if part.filename == CORE:
                words = f"<dc:language>{language}</dc:language>".encode()
                after.writestr(CORE, before.read(part).replace(END, words + END))
                continue
            moved = copy(part)
            moved.header_offset = new.start_dir
            new.fp.write(packed[part.header_offset : end])
            new.filelist.append(moved)
            new.NameToInfo[moved.filename] = moved
            new.start_dir = new.fp.tell()
