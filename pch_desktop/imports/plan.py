"""What taking a file in would do: made first, shown, and then written exactly so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pch_desktop.domain.period import FinancialYear
from pch_desktop.reports.words import plural
from pch_desktop.store.imports import Batch, Change, Control, Intake, Link

__all__ = [
    "Change",
    "Control",
    "ImportPlan",
    "Link",
    "NamedLine",
    "RefusedRow",
    "SetAside",
    "compared",
]


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that could not be used, where it stands, and why."""

    sheet: str
    row: int
    """Its number in the file as a spreadsheet shows it, from 1."""
    column: str
    """The heading of the cell at fault, or nothing where it is the whole row."""
    reason: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SetAside:
    """Many rows left out for one reason, such as practices of other places."""

    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class NamedLine:
    """What a file calls something, and which of the budget's lines it was taken for."""

    id: int
    theirs: str
    ours: str | None
    known_by: str
    """How it is known: its name, its code, memory, you; left out; nothing where it is not."""
    rows: int
    pence: int


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """A file read, compared with the locality: nothing is written until it is committed."""

    kind: str
    kind_words: str
    file_name: str
    file_digest: str
    rows_read: int
    rows_kept: int
    stamp: int
    """The state of the locality it was made for."""
    changes: tuple[Change, ...] = ()
    same: Mapping[str, int] | None = None
    """Rows that stand in the locality already just so, by table."""
    refused: tuple[RefusedRow, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    notes: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    """Those of the notes that say where the rows kept do not come to a total of the sheet."""
    controls: tuple[Control, ...] = ()
    year: FinancialYear | None = None
    taken_on: date | None = None
    named: tuple[NamedLine, ...] = ()
    """Their names for budget lines, those not known first."""
    rows_used: frozenset[int] | None = None
    """The numbers of the rows kept; nothing where the others must not be written out."""

    def __post_init__(self) -> None:
        if self.rows_read != self.rows_kept + self.rows_refused:
            raise ValueError(
                f"{self.rows_read} rows read are not {self.rows_kept} kept"
                f" and {self.rows_refused} refused"
            )

    @property
    def rows_refused(self) -> int:
        """How many rows were not used, one by one or many together."""
        return len(self.refused) + sum(group.count for group in self.set_aside)

    @property
    def is_nothing(self) -> bool:
        """Whether the locality would stay as it is, so that there is no step to take."""
        return not self.changes

    @property
    def label(self) -> str:
        """What the step is called in the history."""
        when = self.year or (self.taken_on.strftime("%d/%m/%Y") if self.taken_on else "")
        return f"Import {self.kind_words} {when}".strip()

    @property
    def rows_sentence(self) -> str:
        """How the rows read were used."""
        return (
            f"{plural(self.rows_read, 'row')} read: {self.rows_kept:,} kept,"
            f" {self.rows_refused:,} left out."
        )

    @property
    def intake(self) -> Intake:
        """What the store writes."""
        batch = Batch(
            kind=self.kind,
            file_name=self.file_name,
            file_digest=self.file_digest,
            year=self.year,
            taken_on=self.taken_on,
            rows_read=self.rows_read,
            rows_kept=self.rows_kept,
            rows_refused=self.rows_refused,
            note=" ".join(self.notes) or None,
        )
        return Intake(batch, self.changes, self.controls, self.stamp)

    def counts(self) -> dict[str, tuple[int, int, int]]:
        """Return how many rows of each table would be added, changed, and stay the same."""
        added = Counter(change.table for change in self.changes if change.is_new)
        changed = Counter(change.table for change in self.changes if not change.is_new)
        same = Counter(dict(self.same or {}))
        tables = dict.fromkeys([*added, *changed, *same])
        return {table: (added[table], changed[table], same[table]) for table in tables}


def compared(
    found: Iterable[Change], standing: Mapping[str, Mapping[str, object]]
) -> tuple[tuple[Change, ...], dict[str, int]]:
    """Return the changes that are needed, and how many rows of each table stand so already.

    Args:
        found: rows as the file has them, each as if it were new, named.
        standing: the locality's rows by the same names: their values, and "id".

    A standing row changes only in the columns the file has other values for.
    """
    changes: list[Change] = []
    same: Counter[str] = Counter()
    for change in found:
        row = standing.get(change.name)
        if row is None:
            changes.append(change)
            continue
        after = {key: value for key, value in change.after.items() if _differs(row, key, value)}
        if not after:
            same[change.table] += 1
            continue
        before = {key: row[key] for key in after}
        changes.append(
            Change(change.table, change.words, after, before, int(str(row["id"])), change.name)
        )
    return tuple(changes), dict(same)


def _differs(row: Mapping[str, object], key: str, value: object) -> bool:
    """Return whether a file's value is news; columns not compared stay as they are."""
    return key in row and not isinstance(value, Link) and row[key] != value
