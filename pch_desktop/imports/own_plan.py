"""A plan in the making from a person's own sheet: rows kept and refused, and what they change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.footing import Footing, footings
from pch_desktop.imports.matching import MONTH_KEY, Match
from pch_desktop.imports.own_fields import Sort
from pch_desktop.imports.own_names import row_id
from pch_desktop.imports.own_sheeted import FilledRow, Sheeted
from pch_desktop.imports.plan import Change, Link, NamedLine, RefusedRow, SetAside
from pch_desktop.store.own import OwnStanding
from pch_desktop.store.own import Row as StandingRow


class Unfit(Refusal):
    """What a row says in one of our columns cannot be, though its cells could be read."""

    def __init__(self, key: str, sentence: str) -> None:
        super().__init__(sentence)
        self.key = key
        """The key of the column at fault."""


@dataclass(slots=True)
class Making:
    """A plan being made."""

    sheeted: Sheeted
    standing: OwnStanding
    file_name: str
    year: FinancialYear | None = None
    found: list[Change] = field(default_factory=list[Change])
    before: dict[str, StandingRow] = field(default_factory=dict[str, StandingRow])
    """The rows that stand, by the names of the changes they are compared with."""
    kept: list[FilledRow] = field(default_factory=list[FilledRow])
    refused: list[RefusedRow] = field(default_factory=list[RefusedRow])
    notes: list[str] = field(default_factory=list[str])
    lines: Mapping[str, str | None] = field(default_factory=dict[str, "str | None"])
    """Our lines, or none, by their names as the person says now."""
    digest: str = ""
    """Of the file's bytes."""
    said_year: FinancialYear | None = None
    """The financial year the person said, where they said one."""
    set_aside: list[SetAside] = field(default_factory=list[SetAside])
    named: tuple[NamedLine, ...] = ()
    said: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    """What is told of several rows alike: the sentence, and the names it is told of."""

    def rows(self, table: str) -> tuple[StandingRow, ...]:
        """Return the rows of a table that stand."""
        return self.standing.tables[table]

    def put(
        self,
        table: str,
        name: str,
        words: str,
        values: Mapping[str, object],
        before: StandingRow | None = None,
    ) -> int | Link:
        """Say that a row holds some values, and return what others point at it by.

        What is None is not known, and leaves the row as it stands.
        """
        known = {key: found for key, found in values.items() if found is not None}
        return self.put_as_is(table, name, words, known, before)

    def put_as_is(
        self,
        table: str,
        name: str,
        words: str,
        values: Mapping[str, object],
        before: StandingRow | None = None,
    ) -> int | Link:
        """Say that a row holds some values, of which None is one."""
        self.found.append(Change(table, words, dict(values), name=name))
        if before is None:
            return Link(name)
        self.before[name] = before
        return int(str(before["id"]))

    def take_out(self, table: str, words: str, row: StandingRow, column: str) -> None:
        """Say that a row that stands goes; the column is what is shown of it."""
        number = row_id(row)
        gone = Change(
            table, words, {column: None}, {column: row[column]}, number, f"gone {number}", True
        )
        self.found.append(gone)

    def tell(self, sentence: str, name: str) -> None:
        """Say something of a name; the names it is said of are told together."""
        self.said.setdefault(sentence, []).append(name)

    def refuse(self, filled: FilledRow, column: str, reason: str) -> None:
        """Refuse a row that could be read but not used."""
        cells = filled.row.cells
        self.refused.append(
            RefusedRow(self.sheeted.table.sheet, filled.row.number, column, reason, cells)
        )

    def refuse_for(self, filled: FilledRow, refusal: Refusal) -> None:
        """Refuse a row for what was found; the cell at fault is named where it is known."""
        match = self._match_of(refusal.key) if isinstance(refusal, Unfit) else None
        if match is None:
            self.refuse(filled, "", str(refusal))
            return
        cell = self.sheeted.cell_name(filled.row.number, match)
        self.refuse(filled, match.heading, f"{cell}: {refusal}")

    def cell(self, filled: FilledRow, key: str) -> str:
        """Return the name of the cell a row has in one of our columns: C7; its row where none."""
        match = self._match_of(key)
        number = filled.row.number
        return self.sheeted.cell_name(number, match) if match else f"row {number}"

    def _match_of(self, key: str) -> Match | None:
        return next((match for match in self.sheeted.matches if match.field == key), None)

    def changes(self) -> tuple[tuple[Change, ...], dict[str, int]]:
        """Return the changes that are needed, and how many rows of each table stand so already.

        A standing row changes only in what the sheet says otherwise; a row this
        plan adds is always news to it.
        """
        needed: list[Change] = []
        same: Counter[str] = Counter()
        for change in self.found:
            row = self.before.get(change.name)
            if row is None or change.is_gone:
                needed.append(change)
                continue
            after = {key: new for key, new in change.after.items() if row[key] != new}
            if after:
                old = {key: row[key] for key in after}
                needed.append(replace(change, after=after, before=old, row_id=row_id(row)))
            else:
                same[change.table] += 1
        return tuple(needed), dict(same)

    def all_notes(self) -> list[str]:
        """Return what there is to say, each sentence once."""
        told = [sentence.format(_listed(names)) for sentence, names in self.said.items()]
        return [*self.notes, *told]


def control(making: Making) -> tuple[Footing, ...]:
    """Return how the rows kept compare with the table's own totals rows."""
    sheeted = making.sheeted
    columns = {
        match.position: column.words if (match.field or "").startswith(MONTH_KEY) else match.heading
        for match, column in sheeted.matched()
        if column.sort is Sort.PENCE
    }
    keys = {match.position: match.field or "" for match, _ in sheeted.matched()}
    amounts = {
        at: {
            filled.row.number: pence if isinstance(pence := filled.values.get(keys[at]), int) else 0
            for filled in making.kept
        }
        for at in columns
    }
    return footings(sheeted.table.found.totals, columns, amounts, sheeted.read)


def _listed(names: Sequence[str], most: int = 6) -> str:
    unique = list(dict.fromkeys(names))
    more = f" and {len(unique) - most} more" if len(unique) > most else ""
    return ", ".join(unique[:most]) + more
