"""What a pack tells of itself: the chair's page, and what changed since the last one.

Figures are held beside an issued pack as it was told to its audience.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pch_desktop.domain.board_seal import Seal
from pch_desktop.domain.period import Month
from pch_desktop.exports.audience import for_audience
from pch_desktop.exports.board import Pack
from pch_desktop.exports.frozen import thaw
from pch_desktop.reports.chair import Ahead, chair_page
from pch_desktop.reports.compared import FigureChange, SheetChange, compared
from pch_desktop.reports.pack_changes import Since, change_tables, in_short
from pch_desktop.reports.quality import statements
from pch_desktop.reports.table import Holds, Table
from pch_desktop.reports.told import Told, told
from pch_desktop.store import board
from pch_desktop.store.board import IssuedRow
from pch_desktop.store.names_held import names_held
from pch_desktop.store.shared import Reads

VALUE = "This month"
SUMMARY, FINANCE = "Summary", "Finance"
REGISTERS = "board"
"""The section whose sheets move on with time, and are no figures of a month."""


def completed(file: Reads, pack: Pack, read: Callable[[Month], Pack]) -> Pack:
    """Return a pack with the chair's page and what changed since the last one issued.

    Args:
        file: what it was read from.
        pack: as it was read.
        read: reads the pack of another month.
    """
    since = since_last(file, pack, read)
    lines = in_short(since) if since else ()
    words = file.read(board.words, pack.month)
    page = chair_page(pack.summary, Ahead(pack.month, words, pack.attention, lines))
    titles = {name: statement.title for name, statement in statements().items()}
    changed = change_tables(since, titles) if since else ()
    marked = [replace(table, marking=pack.notional) for table in changed]
    return replace(pack, front=(told(page),), since=tuple(told(table) for table in marked))


def since_last(file: Reads, pack: Pack, read: Callable[[Month], Pack]) -> Since | None:
    """Return a pack held beside the one issued last; None where none was, or it is no more so."""
    last = file.read(board.last_issued, pack.month, pack.audience)
    return None if last is None else since_row(file, pack, read, last)


def since_row(
    file: Reads, pack: Pack, read: Callable[[Month], Pack], last: IssuedRow
) -> Since | None:
    """Return a pack held beside one that was issued; None where that is no more as it was."""
    copy = file.read(board.issued_copy, last.id)
    if copy.seal is Seal.BROKEN:
        return None
    before = thaw(copy.contents)
    tell = _telling(file, last, before)
    now = tell(pack)
    again = now if last.month == pack.month else tell(read(last.month))
    registers = () if again is now else _of(compared(_told(before), _told(now)), pack, True)
    return Since(
        last,
        pack.month,
        _headline(before, now),
        _numbers(_of(compared(_told(before), _told(again)), pack, False)),
        registers,
        file.read(board.work_since, last.last_step),
        _commentary(pack),
        [table.title for table in pack.sections],
    )


def _telling(file: Reads, last: IssuedRow, before: Pack) -> Callable[[Pack], Pack]:
    """Return what tells a pack as the one issued was told, so that like stands by like."""
    called = file.read(names_held)
    columns = (column for table in before.every_table for column in table.columns)
    with_names = any(column.holds is Holds.NAMES for column in columns)
    return lambda pack: for_audience(pack, last.audience, called, with_names=with_names)


def _told(pack: Pack) -> tuple[Table[Told], ...]:
    return (*pack.sections, *pack.appendices)


def _of(found: list[SheetChange], pack: Pack, is_register: bool) -> list[SheetChange]:
    return [each for each in found if (pack.homes.get(each.sheet) == REGISTERS) is is_register]


def _numbers(found: list[SheetChange]) -> list[SheetChange]:
    """Return changes of figures alone: words are no figures of a month."""
    kept = [
        replace(each, figures=tuple(one for one in each.figures if one.difference is not None))
        for each in found
    ]
    return [each for each in kept if each.figures or each.added or each.gone]


def _headline(before: Pack, now: Pack) -> list[FigureChange]:
    found = compared((before.summary,), (now.summary,))
    return [each for sheet in found for each in sheet.figures if each.column == VALUE]


def _commentary(pack: Pack) -> dict[str, str]:
    """Return what was written on budget lines, by their names."""
    tables = [table for table in pack.sections if table.title == FINANCE]
    at = [column.key for table in tables for column in table.columns]
    return {
        str(row.values[0]): str(row.values[at.index("commentary")])
        for table in tables
        for row in table.rows
        if "commentary" in at and row.values[at.index("commentary")]
    }
