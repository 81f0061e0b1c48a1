"""What changed since the last pack, as a board and its secretary read it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pch_desktop.domain.period import Month
from pch_desktop.reports.compared import FigureChange, SheetChange
from pch_desktop.reports.pack_work import work_table
from pch_desktop.reports.table import Column, Kind, Table, Value
from pch_desktop.reports.words import plural, written
from pch_desktop.store.board import IssuedRow, WorkRow

TITLE = "What changed"
MOST = 5
"""How many figures of one sheet are told; the rest are counted."""
HEADLINE, RESTATED, REGISTERS = "Headline", "Restated", "Registers"


@dataclass(frozen=True, slots=True)
class Since:
    """What was found of a pack held beside the one issued before it."""

    last: IssuedRow
    month: Month
    headline: Sequence[FigureChange]
    """The headline measures that are not what they were."""
    restated: Sequence[SheetChange]
    """Figures of the month issued before that are told otherwise now."""
    registers: Sequence[SheetChange]
    """What moved in the registers from one month to the other."""
    work: Sequence[WorkRow]
    """What was done in between, section by section."""
    why: Mapping[str, str]
    """The commentary on budget lines, by their names."""
    leading: Collection[str] = ()
    """The sheets told figure by figure; of others what is restated is counted."""

    @property
    def is_same_month(self) -> bool:
        """Whether the pack issued before is of the same month."""
        return self.last.month == self.month

    @property
    def against(self) -> str:
        """What it is held against, in words."""
        on = written(self.last.issued_at.astimezone().date(), Kind.DATE)
        return f"{self.last.edition} of {self.last.month.words}, issued on {on}"


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """One thing that changed, and why where somebody said so."""

    id: int
    part: str
    sheet: str
    row: str
    figure: str
    was: Value
    now: Value
    difference: Value
    kind: Kind
    why: str


CHANGED: tuple[Column[ChangedRow], ...] = (
    Column("part", "Kind", lambda row: row.part, width=11,
           help="Headline: from pack to pack. Restated: the same month told otherwise."),
    Column("sheet", "Sheet", lambda row: row.sheet, width=20),
    Column("row", "What", lambda row: row.row, width=30),
    Column("figure", "Figure", lambda row: row.figure, width=18),
    Column("was", "Was", lambda row: row.was, kind_of=lambda row: _kind(row, row.was), width=14),
    Column("now", "Is", lambda row: row.now, kind_of=lambda row: _kind(row, row.now), width=14),
    Column("difference", "Difference", lambda row: row.difference,
           kind_of=lambda row: row.kind, width=13),
    Column("why", "Why", lambda row: row.why, width=44, help="The commentary on the line."),
)  # fmt: skip


def _kind(row: ChangedRow, value: Value) -> Kind:
    return Kind.TEXT if isinstance(value, str) and row.kind is not Kind.RATING else row.kind


def change_tables(since: Since, titles: Mapping[str, str]) -> list[Table[Any]]:
    """Return what changed, and who did what, as tables; of nothing there is none."""
    rows = [ChangedRow(number, *told) for number, told in enumerate(_rows(since), start=1)]
    subtitle = f"{since.month.words} beside {since.against}."
    first = Table(TITLE, CHANGED, rows, subtitle, notes=tuple(in_short(since)))
    work = work_table(since.work, titles, since.against)
    return [table for table in (first, work) if table.rows or table is first]


def in_short(since: Since) -> list[str]:
    """Return what changed in at most three lines, the headline first."""
    return [_headline_words(since), _restated_words(since), _work_words(since)]


def _headline_words(since: Since) -> str:
    told = [f"{each.row} from {_said(each, each.was)} to {_said(each, each.now)}"
            for each in since.headline[:3]]  # fmt: skip
    if not told:
        return f"No headline measure differs from {since.against}."
    return f"Since {since.against}: {'; '.join(told)}."


def _restated_words(since: Since) -> str:
    count = sum(len(each.figures) + len(each.added) + len(each.gone) for each in since.restated)
    if not count:
        return f"No figure of {since.last.month.words} was restated."
    where = ", ".join(each.sheet for each in since.restated[:4])
    more = f" and {len(since.restated) - 4} more" if len(since.restated) > 4 else ""
    told = plural(count, "figure or row", "figures and rows")
    return f"{told} of {since.last.month.words} are told otherwise now: {where}{more}."


def _work_words(since: Since) -> str:
    steps = len({each.id for each in since.work})
    return f"{plural(steps, 'step')} of work since then." if steps else "Nothing was done since."


def _said(change: FigureChange, value: Value) -> str:
    return written(value, change.kind) or "not known"


Told = tuple[str, str, str, str, Value, Value, Value, Kind, str]


def _rows(since: Since) -> Iterator[Told]:
    for change in since.headline:
        yield _figure(HEADLINE, change, since)
    for part, sheets in ((REGISTERS, since.registers), (RESTATED, since.restated)):
        for sheet in sheets:
            yield from _sheet(part, sheet, since)


def _sheet(part: str, sheet: SheetChange, since: Since) -> Iterator[Told]:
    heavy = sorted(sheet.figures, key=lambda each: -abs(each.difference or 0))
    most = MOST if part == REGISTERS or sheet.sheet in since.leading else 0
    for change in heavy[:most]:
        yield _figure(part, change, since)
    if len(heavy) > most:
        rest = plural(len(heavy) - most, "more figure" if most else "figure")
        yield part, sheet.sheet, rest, "", None, None, None, Kind.TEXT, ""
    for names, words in ((sheet.added, "added"), (sheet.gone, "gone")):
        if names:
            more = f" and {len(names) - MOST} more" if len(names) > MOST else ""
            told = f"{plural(len(names), 'row')} {words}"
            yield (part, sheet.sheet, "; ".join(names[:MOST]) + more, told,
                   None, None, None, Kind.TEXT, "")  # fmt: skip


def _figure(part: str, change: FigureChange, since: Since) -> Told:
    return (
        part, change.sheet, change.row, change.column, change.was, change.now,
        change.difference, change.kind, since.why.get(change.row, ""),
    )  # fmt: skip
