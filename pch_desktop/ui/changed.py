"""Who changed a record last, and when, in a line."""

from __future__ import annotations

from pch_desktop.store import trail
from pch_desktop.ui.desk import Desk


def changed(desk: Desk, table: str, record_id: int) -> str:
    """Return who changed a record last and when; nothing for one that never was."""
    found = desk.file.read(trail.row_history, table, record_id)
    if not found:
        return ""
    when = found[0].at.astimezone()
    return f"Changed {when.day} {when:%b %Y, %H:%M} by {found[0].who}"
