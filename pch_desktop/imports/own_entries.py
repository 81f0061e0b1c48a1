"""Entries of actuals on their way into the ledger: a line's month is never counted twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pch_desktop.domain.budget import Basis, EntryKind
from pch_desktop.domain.budget_plan import ClosingKind
from pch_desktop.domain.period import Month
from pch_desktop.imports.footing import pounds
from pch_desktop.imports.own_fields import ENTRIES
from pch_desktop.imports.own_names import row_id
from pch_desktop.imports.own_plan import Making
from pch_desktop.imports.own_sheeted import FilledRow
from pch_desktop.store.own import Row

KINDS = frozenset(f"own {kind.value}" for kind in ENTRIES)
MONTH_NAMES = re.compile(
    r"\b(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?"
    r"|oct(ober)?|nov(ember)?|dec(ember)?|m|mth|month|p|period)\b"
)
Key = tuple[int, Month]
"""A line's number and a month."""
COMPARED = ("amount_pence", "kind", "partner_id", "reference", "note")
"""What makes two entries the same, wherever they stand in their files."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An amount of a line in a month, with the row it was read from."""

    line: Row
    month: Month
    pence: int
    filled: FilledRow
    basis: Basis
    partner_id: int | None = None
    reference: str | None = None
    note: str | None = None
    is_provisional: bool = False
    rows: tuple[FilledRow, ...] = ()
    """All the rows it is the sum of, where it is of several."""

    @property
    def key(self) -> Key:
        """The line and the month it is of."""
        return row_id(self.line), self.month


@dataclass(slots=True)
class _Standing:
    """What a line's month holds already, by where it came from."""

    same_file: list[Row] = field(default_factory=list[Row])
    ours: list[Row] = field(default_factory=list[Row])
    """Of this file and of earlier ones of the same source."""
    others: list[Row] = field(default_factory=list[Row])
    """Spending from elsewhere, which would be counted twice."""
    estimates: list[Row] = field(default_factory=list[Row])
    """What only stood until the figure was known."""


def source_of(name: str) -> str:
    """Return what files of one source have in common: their name without figures and months.

    "Monitoring M6.xlsx" and "Monitoring M7.xlsx" are one source, and so are
    "Ledger April.csv" and "Ledger May.csv".
    """
    stem = name.casefold().rpartition(".")[0] or name.casefold()
    plain = re.sub(r"[\W\d_]+", " ", stem)
    return re.sub(r"\s+", "", MONTH_NAMES.sub(" ", plain)) or re.sub(r"\s+", "", plain)


def put_entries(making: Making, entries: Sequence[Entry], digest: str) -> None:
    """Put entries in, in the place of those the same source gave for their months.

    A row is left out where its month is closed, or holds what came from elsewhere.
    An estimate gives way. What stands already just so stays as it is.
    """
    standing = _standing(making, digest)
    by_key: dict[Key, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_key[entry.key].append(entry)
    closed = _closed(making)
    bad = {
        key: reason
        for key, of_key in by_key.items()
        if (reason := _refused(key, of_key, standing[key], closed))
    }
    out: dict[int, str] = {}
    touched: set[Key] = set()
    for entry in entries:
        if entry.key in bad:
            out.update({row.row.number: bad[entry.key] for row in _rows(entry)})
    for entry in entries:
        if any(row.row.number in out for row in _rows(entry)):
            touched.add(entry.key)
    for key, of_key in by_key.items():
        left = [entry for entry in of_key if not _is_out(entry, out)]
        _put(making, key, left, standing[key], may_take_out=key not in touched)
    _sort_rows(making, entries, out)
    _left_over(making, by_key, standing)


def _rows(entry: Entry) -> tuple[FilledRow, ...]:
    return entry.rows or (entry.filled,)


def _is_out(entry: Entry, out: Mapping[int, str]) -> bool:
    return any(row.row.number in out for row in _rows(entry))


def _sort_rows(making: Making, entries: Iterable[Entry], out: Mapping[int, str]) -> None:
    """Count each row once, among those kept or those left out."""
    seen: set[int] = set()
    for entry in entries:
        for row in _rows(entry):
            if row.row.number in seen:
                continue
            seen.add(row.row.number)
            if row.row.number in out:
                making.refuse(row, "", out[row.row.number])
            else:
                making.kept.append(row)


def _standing(making: Making, digest: str) -> defaultdict[Key, _Standing]:
    source = source_of(making.file_name)
    batches = {
        row["id"]: row["file_digest"]
        for row in making.rows("import_batch")
        if row["kind"] in KINDS
        and (source_of(str(row["file_name"])) == source or row["file_digest"] == digest)
    }
    found: defaultdict[Key, _Standing] = defaultdict(_Standing)
    for row in making.rows("actual"):
        month = row["month"]
        if not isinstance(month, Month) or row["reverses_id"] is not None:
            continue
        of_key = found[int(str(row["line_id"])), month]
        if row["batch_id"] is not None and row["batch_id"] in batches:
            of_key.ours.append(row)
            if batches[row["batch_id"]] == digest:
                of_key.same_file.append(row)
        elif row["kind"] is EntryKind.ACCRUAL and row["basis"] is Basis.ESTIMATE:
            of_key.estimates.append(row)
        elif row["kind"] not in {EntryKind.ACCRUAL, EntryKind.PREPAYMENT}:
            of_key.others.append(row)
    return found


def _closed(making: Making) -> frozenset[Month]:
    last = {row["month"]: row["kind"] for row in making.rows("month_closing")}
    return frozenset(
        month
        for month, kind in last.items()
        if isinstance(month, Month) and kind is ClosingKind.CLOSED
    )


def _refused(
    key: Key, entries: Sequence[Entry], standing: _Standing, closed: frozenset[Month]
) -> str:
    """Return why a line's month takes nothing from this file; nothing where it does."""
    month, name = key[1], entries[0].line["name"]
    now = [int(str(row["amount_pence"])) for row in standing.ours]
    if month in closed and sorted(now) != sorted(entry.pence for entry in entries):
        return f"{month.words} is closed. Reopen it, with a reason, to change it."
    held = [int(str(row["amount_pence"])) for row in standing.others]
    is_same = held == [entry.pence for entry in entries] and not standing.ours
    if not held or is_same:
        return ""
    return (
        f"{month.words} already holds {pounds(sum(held))} for “{name}” "
        "from another source: a month cannot be counted twice. Clear one of the two."
    )


def _put(
    making: Making,
    key: Key,
    entries: Sequence[Entry],
    standing: _Standing,
    *,
    may_take_out: bool,
) -> None:
    """Put in a line's month, whose entries nothing stands against."""
    if not entries or standing.others:
        for row, entry in zip(standing.others, entries, strict=False):
            making.put("actual", _name(key, row_id(row)), _words(entry), {}, row)
        return
    left = list(standing.ours)
    waiting: list[Entry] = []
    for entry in entries:
        row = _found(entry, left, standing.same_file)
        if row is None:
            waiting.append(entry)
            continue
        left.remove(row)
        making.put("actual", _name(key, row_id(row)), _words(entry), {}, row)
    for at, entry in enumerate(waiting):
        before = left.pop(0) if left else None
        name = _name(key, row_id(before)) if before else f"actual {key[0]} {key[1]} new {at}"
        values = _values(making, entry)
        if before is None:
            values |= {"line_id": key[0], "month": entry.month, "basis": entry.basis}
        making.put_as_is("actual", name, _words(entry), values, before)
    gone = [*(left if may_take_out else []), *standing.estimates]
    for row in gone:
        making.take_out("actual", _words(entries[0]), row, "amount_pence")
    for _ in standing.estimates:
        making.tell("The estimate gave way to the figure: {}.", _words(entries[0]))


def _found(entry: Entry, left: Sequence[Row], same_file: Sequence[Row]) -> Row | None:
    """Return the row that stands for an entry already: of this very file, or just like it.

    What this file brought in and somebody changed since is not changed back.
    """
    place = entry.filled.row.number
    for row in left:
        if row in same_file and row["row_number"] == place:
            return row
    values = {
        "amount_pence": entry.pence,
        "kind": _kind(entry),
        "partner_id": entry.partner_id,
        "reference": entry.reference,
        "note": entry.note,
    }
    return next((row for row in left if all(row[k] == values[k] for k in COMPARED)), None)


def _values(making: Making, entry: Entry) -> dict[str, object]:
    return {
        "amount_pence": entry.pence,
        "kind": _kind(entry),
        "partner_id": entry.partner_id,
        "reference": entry.reference,
        "note": entry.note,
        "is_provisional": entry.is_provisional,
        "sheet_name": making.sheeted.table.sheet or None,
        "row_number": entry.filled.row.number,
    }


def _kind(entry: Entry) -> EntryKind:
    return EntryKind.CREDIT if entry.pence < 0 else EntryKind.SPENDING


def _name(key: Key, number: int) -> str:
    return f"actual {key[0]} {key[1]} {number}"


def _words(entry: Entry) -> str:
    return f"{entry.line['name']}, {entry.month.words}"


def _left_over(
    making: Making, by_key: Mapping[Key, object], standing: Mapping[Key, _Standing]
) -> None:
    """Say which lines the source gave for a month before and gives no longer: they stay."""
    names = {row["id"]: str(row["name"]) for row in making.rows("budget_line")}
    months = {month for _, month in by_key}
    for (line, month), of_key in standing.items():
        if of_key.ours and month in months and (line, month) not in by_key:
            making.tell(
                "The same source gave this before and gives it no longer; it stays until you "
                "delete it: {}.",
                f"{names[line]}, {month.words}",
            )
