"""Which lines a table shows and in which order: found, sorted and grouped.

All of it is done in memory on the rows themselves, so that 100,000 of them
answer while somebody types.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar, cast

from pch_desktop.reports.table import Column
from pch_desktop.reports.words import written

FEW = 5_000
"""Up to so many rows, figures are searched as well as words."""


class HasId(Protocol):
    """A row that knows which record it came from."""

    @property
    def id(self) -> int:
        """The record's key."""
        ...


Row = TypeVar("Row", bound=HasId)


@dataclass(frozen=True, slots=True)
class Group(Generic[Row]):
    """A heading over rows that belong together, with their subtotals."""

    title: str
    rows: tuple[Row, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Adding:
    """The empty line at the end, where a new record is typed."""


ADDING = Adding()
Line = Row | Group[Row] | Adding


@dataclass(slots=True)
class Arrangement(Generic[Row]):
    """What has been asked for: words to find, values to keep, order and groups."""

    columns: tuple[Column[Row], ...]
    group_by: Callable[[Row], str] | None = None
    sorts: tuple[tuple[str, bool], ...] = ()
    """Column key and whether it goes down, the most important first."""
    words: str = ""
    chips: Mapping[str, str] = field(default_factory=dict[str, str])
    """Column key to the value, as written, that rows must have."""
    closed: set[str] = field(default_factory=set[str])
    """The titles of the groups that are folded up."""
    _searched_rows: Sequence[Row] = ()
    _texts: dict[int, tuple[Row, str]] = field(default_factory=dict[int, tuple[Any, str]])

    @property
    def is_filtered(self) -> bool:
        """Whether some rows may be left out."""
        return bool(self.words.strip() or self.chips)

    def found(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Return the rows in which every word is found and every chip holds."""
        for key, wanted in self.chips.items():
            column = self._column(key)
            rows = [row for row in rows if _written(row, column) == wanted]
        wanted_words = self.words.casefold().split()
        if not wanted_words:
            return rows
        texts = self._searched(rows)
        for word in wanted_words:
            rows = [row for row in rows if word in texts[row.id][1]]
        return rows

    def ordered(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Return the rows in the order asked for; what is blank comes last."""
        for key, is_down in reversed(self.sorts):
            rows = _sorted(rows, self._column(key), is_down)
        return rows

    def lines(
        self, rows: Sequence[Row], order: Sequence[Row] = (), *, adds: bool
    ) -> tuple[Sequence[Row], list[Line[Row]]]:
        """Return the rows that are found, and the lines to show them in.

        Where an order is given, the rows keep to it instead of being sorted.
        """
        shown = self.found(rows)
        places = {row.id: at for at, row in enumerate(order)}
        if places and all(row.id in places for row in shown):
            shown = sorted(shown, key=lambda row: places[row.id])
        else:
            shown = self.ordered(shown)
        lines: list[Any] = list(shown) if self.group_by is None else list(self._grouped(shown))
        return shown, [*lines, ADDING] if adds else lines

    def _grouped(self, rows: Sequence[Row]) -> Iterable[Line[Row]]:
        if self.group_by is None:
            return
        groups: dict[str, list[Row]] = {}
        for row in rows:
            groups.setdefault(self.group_by(row), []).append(row)
        for title, members in groups.items():
            is_open = title not in self.closed
            yield Group(title, tuple(members), is_open)
            if is_open:
                yield from members

    def _column(self, key: str) -> Column[Row]:
        return next(column for column in self.columns if column.key == key)

    def _searched(self, rows: Sequence[Row]) -> dict[int, tuple[Row, str]]:
        texts = self._texts
        if rows is self._searched_rows:
            return texts
        self._searched_rows = rows
        columns = [column for column in self.columns if len(rows) <= FEW or not column.is_number]
        for row in rows:
            known = texts.get(row.id)
            if known is None or known[0] is not row:
                texts[row.id] = (row, _text(row, columns))
        return texts


def _written(row: Row, column: Column[Row]) -> str:
    return written(column.value(row), column.kind_for(row))


def _text(row: Row, columns: Sequence[Column[Row]]) -> str:
    parts: list[str] = []
    for column in columns:
        value = column.value(row)
        if value is not None:
            parts.append(value if type(value) is str else written(value, column.kind_for(row)))
    return "\n".join(parts).casefold()


def _sorted(rows: Sequence[Row], column: Column[Row], is_down: bool) -> Sequence[Row]:
    values: list[Any] = [column.value(row) for row in rows]
    if column.is_number:
        # A figure that is not shown has a sign in its place, which is no figure.
        values = [None if isinstance(value, str) else value for value in values]
    blanks = [row for row, value in zip(rows, values, strict=True) if value is None]
    known = [at for at, value in enumerate(values) if value is not None]
    if column.words:
        order = {word: at for at, word in enumerate(column.words)}
        values = [order.get(value, len(order)) for value in values]
    elif known and isinstance(values[known[0]], str):
        values = [value.casefold() if value is not None else None for value in values]
    known.sort(key=values.__getitem__, reverse=is_down)
    return [*(rows[at] for at in known), *blanks]


def key_of(line: Any) -> Any:
    """Return what a line is known by from one arrangement to the next."""
    if isinstance(line, Group):
        return cast("Group[Any]", line).title
    return ADDING if isinstance(line, Adding) else line.id


def runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Return places as unbroken runs, first and last."""
    made: list[tuple[int, int]] = []
    for place in places:
        if made and made[-1][1] == place - 1:
            made[-1] = (made[-1][0], place)
        else:
            made.append((place, place))
    return made
