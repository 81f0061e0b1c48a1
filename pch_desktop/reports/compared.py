"""Told tables held beside those of another pack: what differs, figure by figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.reports.table import LEFT, Kind, Table, Value
from pch_desktop.reports.told import Told
from pch_desktop.reports.totals import totals_of
from pch_desktop.reports.words import written

Rows = Mapping[str, Told]


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure, or words, that are not what they were."""

    sheet: str
    row: str
    column: str
    was: Value
    now: Value
    kind: Kind

    @property
    def difference(self) -> int | Decimal | None:
        """By how much it is more; None where it cannot be told."""
        match self.was, self.now:
            case (bool(), _) | (_, bool()):
                return None
            case (int() | Decimal()) as was, (int() | Decimal()) as now:
                return now - was
            case _:
                return None


@dataclass(frozen=True, slots=True)
class SheetChange:
    """What differs on one sheet: figures, rows that came and rows that went."""

    sheet: str
    figures: tuple[FigureChange, ...]
    added: tuple[str, ...]
    gone: tuple[str, ...]


def compared(before: Sequence[Table[Told]], now: Sequence[Table[Told]]) -> list[SheetChange]:
    """Return what differs, sheet by sheet in the order they stand in now.

    Tables are matched by their titles, columns by their keys and rows by their
    names: the first column, and as many words after it as tell rows apart. A sheet
    that only one of the two has is left out.
    """
    old = {table.title: table for table in before}
    pairs = [(old[table.title], table) for table in now if table.title in old]
    found = [_sheet(was, table) for was, table in pairs]
    return [each for each in found if each.figures or each.added or each.gone]


def _sheet(before: Table[Told], now: Table[Told]) -> SheetChange:
    keys = _telling(before, now)
    old, new = _named(before, keys), _named(now, keys)
    figures = [*_totals(before, now)]
    for name, row in new.items():
        if name in old:
            figures += _figures(now.title, name, (before, old[name]), (now, row))
    return SheetChange(
        now.title,
        tuple(figures),
        tuple(name for name in new if name not in old),
        tuple(name for name in old if name not in new),
    )


def _figures(
    sheet: str, name: str, was: tuple[Table[Told], Told], now: tuple[Table[Told], Told]
) -> Iterator[FigureChange]:
    columns = {column.key: column for column in was[0].columns}
    for column in now[0].columns:
        if column.key not in columns:
            continue
        old, new = columns[column.key].value(was[1]), column.value(now[1])
        if old != new:
            kind = _whole(column.kind_for(now[1]))
            yield FigureChange(sheet, name, column.title, old, new, kind)


def _whole(kind: Kind) -> Kind:
    """Return how a figure is told away from its table: pounds say more than thousands."""
    return Kind.MONEY if kind is Kind.THOUSANDS else kind


def _totals(before: Table[Told], now: Table[Told]) -> Iterator[FigureChange]:
    old, new = totals_of(before), totals_of(now)
    for column in now.columns:
        if column.key in old and column.key in new:
            was, value = old[column.key].value, new[column.key].value
            if was != value:
                kind = _whole(column.kind)
                yield FigureChange(now.title, now.total_title, column.title, was, value, kind)


def _telling(before: Table[Told], now: Table[Told]) -> tuple[str, ...]:
    """Return the keys of the columns that tell the rows of both tables apart.

    One column of words where one does, else the first few together; the first
    column where all of them do not.
    """
    shared = [key for key in _leading(now) if key in _leading(before)]
    first = now.columns[0].key
    singles = [(key,) for key in shared]
    several = [tuple(shared[: deep + 1]) for deep in range(1, len(shared))]
    for keys in (*singles, *several):
        if all(_tells_apart(table, keys) for table in (before, now)):
            return keys
    return several[-1] if several else (first,)


def _leading(table: Table[Told]) -> list[str]:
    """Return the keys of the columns of words a table begins with."""
    at = next((at for at, each in enumerate(table.columns) if each.kind not in LEFT), None)
    return [column.key for column in table.columns[:at] if column.kind_of is None]


def _tells_apart(table: Table[Told], keys: Sequence[str]) -> bool:
    names = [_name(table, row, keys) for row in _every(table)]
    return len(set(names)) == len(names) and all(names)


def _every(table: Table[Told]) -> Sequence[Told]:
    return (*table.rows, *table.beside)


def _name(table: Table[Told], row: Told, keys: Sequence[str]) -> str:
    columns = [column for column in table.columns if column.key in keys]
    told = (written(column.value(row), column.kind_for(row)) for column in columns)
    return ", ".join(words for words in told if words)


def _named(table: Table[Told], keys: Sequence[str]) -> Rows:
    """Return the rows by their names; those of one name are numbered."""
    seen: Counter[str] = Counter()
    found: dict[str, Told] = {}
    for row in _every(table):
        name = _name(table, row, keys)
        seen[name] += 1
        found[name if seen[name] == 1 else f"{name} ({seen[name]})"] = row
    return found
