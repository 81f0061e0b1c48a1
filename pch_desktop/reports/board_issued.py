"""The packs that were issued, set out for reading."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.domain.board_seal import short
from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.words import plural, shown, written
from pch_desktop.store.board import IssuedRow

ISSUED: tuple[Column[IssuedRow], ...] = (
    Column("edition", "Edition", lambda row: str(row.edition), width=10,
           help="v1.0 first; each correction of the month counts one up."),
    Column("month", "Month", lambda row: row.month.words, width=15),
    Column("audience", "For", lambda row: shown(row.audience.value), width=10),
    Column("issued_on", "Issued on", lambda row: row.issued_at.astimezone().date(), Kind.DATE,
           width=12),
    Column("issued_by", "By", lambda row: row.issued_by, width=18),
    Column("reason", "Why corrected", lambda row: row.reason, width=34),
    Column("fingerprint", "Fingerprint", lambda row: short(row.fingerprint), width=16,
           help="The first twelve signs of SHA-256 over all the pack shows; printed on it."),
    Column("program", "Program", lambda row: row.program, width=9),
)  # fmt: skip


def issued_finding(rows: Sequence[IssuedRow]) -> str:
    """Return the sentence on what was issued last."""
    if not rows:
        return ""
    last = rows[0]
    on = written(last.issued_at.astimezone().date(), Kind.DATE)
    count = plural(len(rows), "pack")
    return f"{count} issued; the last is {last.edition} of {last.month.words}, on {on}."
