"""Names of files and sheets, made safe for every disk."""

from __future__ import annotations

import re

from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.words import shown

LONGEST_BYTES = 120
"""How much of a place's name stands in a file's; disks count bytes, and allow 255 in all."""
LONGEST_SHEET = 31
LONGEST_STEM = 180
"""How many bytes of a file's name somebody may choose, so that every disk takes it."""
WINDOWS_OWN = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for itself, whatever stands after a dot."""
UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
"""What a file's name cannot hold somewhere."""


def file_words(place: str) -> str:
    """Return a place's name as the beginning of a file's name.

    Letters, digits, spaces and hyphens alone are kept, so no name leads to
    another folder; what follows keeps it from being a name of Windows' own.
    """
    kept = "".join(mark if mark.isalnum() or mark in " -" else " " for mark in place)
    cut = " ".join(kept.split()).encode()[:LONGEST_BYTES].decode(errors="ignore")
    return cut.strip() or "Locality"


def checked_stem(name: str) -> str:
    """Return a name somebody chose for a file, without spaces around it.

    Raises:
        Refusal: it leads to another folder, or some disk would not take it.
    """
    stem = name.strip()
    if not stem or set(stem) <= {".", " "}:
        raise Refusal("Enter a name for the file.")
    if UNSAFE.search(stem):
        raise Refusal(
            f"“{stem[:60]}” cannot be a file's name. Leave out / \\ : * ? \" < > and |; "
            "the folder is chosen beside it."
        )
    if WINDOWS_OWN.fullmatch(stem):
        raise Refusal(f"“{stem}” is a name Windows keeps for itself. Choose another name.")
    if len(stem.encode()) > LONGEST_STEM:
        raise Refusal(f"Choose a shorter name for the file: at most {LONGEST_STEM} letters.")
    return stem.rstrip(". ")


def sheet_words(name: str) -> str:
    """Return a table's name as people read it, as long as a sheet's may be."""
    return shown(name.replace("_", " "))[:LONGEST_SHEET]
