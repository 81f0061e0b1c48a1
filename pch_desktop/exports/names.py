"""Names of files and sheets, made safe for every disk."""

from __future__ import annotations

from pch_desktop.reports.words import shown

LONGEST_BYTES = 120
"""How much of a place's name stands in a file's; disks count bytes, and allow 255 in all."""
LONGEST_SHEET = 31


def file_words(place: str) -> str:
    """Return a place's name as the beginning of a file's name.

    Letters, digits, spaces and hyphens alone are kept, so no name leads to
    another folder; what follows keeps it from being a name of Windows' own.
    """
    kept = "".join(mark if mark.isalnum() or mark in " -" else " " for mark in place)
    cut = " ".join(kept.split()).encode()[:LONGEST_BYTES].decode(errors="ignore")
    return cut.strip() or "Locality"


def sheet_words(name: str) -> str:
    """Return a table's name as people read it, as long as a sheet's may be."""
    return shown(name.replace("_", " "))[:LONGEST_SHEET]
