"""A list of records beside the services: what its columns mean, and the view it is worked in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Column, Value
from pch_desktop.reports.words import plural
from pch_desktop.ui.asking import Ask, Meaning, changing, deletion, described, named
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.table_model import TableModel

Known = Mapping[str, tuple[str, str, Meaning]]
"""By column: the field, what a step calls it, and how what is typed is kept."""


def _nothing() -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True, slots=True)
class Records:
    """What makes one list: its words, its columns' meanings, its commands."""

    name: str
    """What the table is called, for a screen reader too."""
    key: str
    """What its columns' places are kept by on this PC."""
    noun: str
    nouns: str
    reads: frozenset[str]
    known: Known
    wanted: Mapping[str, str]
    """The columns a new record cannot do without, in the order its command takes them, each with
    the sentence that asks for it."""
    put: Callable[..., None]
    add: Callable[..., int]
    remove: Callable[..., None]
    purpose: str
    first: str
    """The words of the button that begins it."""
    hidden: tuple[str, ...] = ()
    groups: Mapping[str, Callable[[Any], str]] = field(default_factory=_nothing)

    def ask(self, key: str) -> Ask:
        """Return how one of the columns is changed."""
        return changing(self.put, named)(*self.known[key])

    def adding(self, values: Mapping[str, Value]) -> Change:
        """Return the new record that was typed.

        Raises:
            Refusal: something it cannot do without is not there yet.
        """
        for key, sentence in self.wanted.items():
            if not values.get(key):
                raise Refusal(sentence)
        told = tuple(str(values[key]) for key in self.wanted)
        rest = described(values, self.known, *self.wanted)
        label = f"Add {self.noun} {told[-1]}"
        return Change(label, self.add, (*told, rest), told[-1])

    def removing(self, rows: Sequence[Any]) -> Change:
        """Return the deletion of records."""
        one = f"{self.noun} {rows[0].name}"
        return deletion(rows, one, self.noun, self.remove, self.nouns)

    def edits(self, desk: Desk, more: Mapping[str, Ask]) -> Edits[Any]:
        """Return what may be changed in the list; ``more`` are columns with ways of their own."""
        cells = {key: self.ask(key) for key in self.known}
        return Edits(desk, {**cells, **more}, self.adding, self.removing)


class RecordSheet(FoundSheet):
    """A list of records, its finding above, and the side of the one chosen."""

    def __init__(
        self,
        desk: Desk,
        records: Records,
        columns: tuple[Column[Any], ...],
        *,
        side: Inspector | None = None,
        more: Mapping[str, Ask] | None = None,
    ) -> None:
        self._records = records
        self.model: TableModel[Any] = TableModel(
            columns, records.edits(desk, more or {}), noun=records.noun
        )
        super().__init__(Grid(desk, self.model, records.name, key=records.key), side)
        if not desk.layout(records.key):
            self.grid.columns.hide(*records.hidden)
        if records.groups:
            self.add_groups(records.groups)
        self.add_columns()
        self.add_adding(f"Add {records.noun}")
        self.offer_beginning("services", records.purpose, records.first)

    def listen(self, read: Callable[[], None]) -> None:
        """Read now, and again whenever what is shown may have changed."""
        self.grid.desk.listen(self._records.reads, read, self)
        read()

    def show_all(self, rows: Sequence[Any], finding: str) -> None:
        """Show the records with what is found of them."""
        self.show_rows(rows)
        self.tell(finding)
        words = partial(plural, len(rows))(self._records.noun, self._records.nouns)
        self.toolbar.set_aside(words if rows else "")
