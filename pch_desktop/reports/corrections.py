"""What a re-issued pack corrects in the one issued before, figure by figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pch_desktop.reports.compared import SheetChange
from pch_desktop.reports.table import Column, Kind, Table, Value

TITLE = "Corrections"
ADDED, GONE = "Row added", "Row gone"


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """One cell that is not what it was, or a row that came or went."""

    id: int
    sheet: str
    row: str
    column: str
    was: Value
    now: Value
    kind: Kind


CORRECTIONS: tuple[Column[CorrectionRow], ...] = (
    Column("sheet", "Sheet", lambda row: row.sheet, width=22),
    Column("row", "Row", lambda row: row.row, width=36),
    Column("column", "Column", lambda row: row.column, width=24),
    Column("was", "Was", lambda row: row.was, kind_of=lambda row: _kind(row, row.was), width=26),
    Column("now", "Is", lambda row: row.now, kind_of=lambda row: _kind(row, row.now), width=26),
)


def corrections(found: Sequence[SheetChange], editions: str, reason: str) -> Table[CorrectionRow]:
    """Return every correction, sheet by sheet; the reason stands above and below.

    Args:
        found: what differs.
        editions: which pack corrects which, in words.
        reason: why, as it was given.
    """
    rows = [CorrectionRow(at, *told) for at, told in enumerate(_rows(found), start=1)]
    nothing = () if rows else ("No figure was changed: the correction is of words or pictures.",)
    notes = (f"Reason: {reason}", *nothing)
    return Table(TITLE, CORRECTIONS, rows, editions, notes=notes)


def _rows(
    found: Sequence[SheetChange],
) -> Iterator[tuple[str, str, str, Value, Value, Kind]]:
    for sheet in found:
        for each in sheet.figures:
            yield each.sheet, each.row, each.column, each.was, each.now, each.kind
        for names, words in ((sheet.added, ADDED), (sheet.gone, GONE)):
            for name in names:
                yield sheet.sheet, name, words, None, None, Kind.TEXT


def _kind(row: CorrectionRow, value: Value) -> Kind:
    return Kind.TEXT if isinstance(value, str) and row.kind is not Kind.RATING else row.kind
