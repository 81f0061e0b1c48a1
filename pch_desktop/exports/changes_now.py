"""What differs between an issued pack and the figures as they stand now, as tables."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from pch_desktop.domain.period import Month
from pch_desktop.exports.board import Pack
from pch_desktop.exports.complete import since_row
from pch_desktop.exports.pack import read_pack
from pch_desktop.reports.pack_changes import change_tables
from pch_desktop.reports.quality import statements
from pch_desktop.reports.table import Table
from pch_desktop.reports.told import Told, told
from pch_desktop.store import board
from pch_desktop.store.shared import Reads, at_once


def changes_now(
    file: Reads, month: Month, made_at: datetime, issued_id: int
) -> tuple[Table[Told], ...]:
    """Return what changed since an issued pack, and who did what; nothing where it is no more."""
    return at_once(file, lambda shared: _changes(shared, month, made_at, issued_id))


def _changes(
    shared: Reads, month: Month, made_at: datetime, issued_id: int
) -> tuple[Table[Told], ...]:
    read = partial(_read, shared, made_at)
    last = next(row for row in shared.read(board.issued) if row.id == issued_id)
    since = since_row(shared, read(month), read, last)
    titles = {name: statement.title for name, statement in statements().items()}
    return tuple(told(table) for table in change_tables(since, titles)) if since else ()


def _read(shared: Reads, made_at: datetime, month: Month) -> Pack:
    return read_pack(shared, month, made_at)
