"""Reading a person's own sheet: the table that is meant, and what it looks like."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.matching import Guess, guess
from pch_desktop.imports.own_fields import OwnKind
from pch_desktop.imports.own_grid import Workbook
from pch_desktop.imports.own_tables import Table, tables
from pch_desktop.imports.patients import refuse_patients
from pch_desktop.imports.sheets import workbook


@dataclass(frozen=True, slots=True)
class OwnReading:
    """A sheet read: the table chosen on it, what it looks like, and what else there is."""

    file_name: str
    file_digest: str
    choices: tuple[Table, ...]
    """Every table found, of hidden sheets last."""
    table: Table
    kind: OwnKind
    guess: Guess
    notes: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    """Why it was taken although it looks like a table of patients."""

    @property
    def words(self) -> str:
        """What it looks like: This looks like budget lines: 34 rows, 92% sure."""
        return self.guess.words(len(self.table.rows))


def read(
    source: Path | str,
    kind: OwnKind | str | None = None,
    sheet: str | None = None,
    table: int | None = None,
    reason: str | None = None,
) -> OwnReading:
    """Return what a workbook or a pasted block holds, whatever the locality.

    Args:
        source: a file, or the text pasted.
        kind: what it is about, where the person says so.
        sheet: the name of the sheet, where the person chose one.
        table: which of the tables on it, from 0; else the likeliest.
        reason: why it is taken although it looks like a table of patients.

    Raises:
        Refusal: there is nothing to read, or it cannot be read; nothing was changed.
    """
    book = workbook(source)
    found = _tables(book, sheet)
    asked = None if kind is None else _kind(kind)
    chosen = _chosen(found, table, asked)
    seen = refuse_patients(
        book.name, chosen.sheet, [chosen.headings, *(row.cells for row in chosen.rows)], reason
    )
    looks = guess(chosen.headings)
    return OwnReading(
        book.name,
        _digest(source),
        found,
        chosen,
        asked or looks.kind,
        looks,
        (*book.notes, *_others(found, chosen)),
        (seen,) if seen else (),
    )


def _tables(book: Workbook, sheet: str | None) -> tuple[Table, ...]:
    pages = [page for page in book.sheets if sheet is None or page.name == sheet]
    if not pages:
        names = ", ".join(f"“{page.name}”" for page in book.sheets)
        raise Refusal(f"There is no sheet “{sheet}” in “{book.name}”. Choose one of: {names}.")
    found = [each for page in pages for each in tables(page) if each.rows]
    if not found:
        raise Refusal(
            f"No table was found in “{book.name}”: a row of headings with rows under it is needed."
        )
    return tuple(sorted(found, key=lambda each: each.is_hidden))


def _chosen(found: Sequence[Table], at: int | None, kind: OwnKind | None) -> Table:
    """Return the table asked for, else the one most like a table of ours; hidden ones last."""
    if at is not None:
        if not 0 <= at < len(found):
            raise Refusal(
                f"There are {len(found)} tables there. Choose one from 1 to {len(found)}."
            )
        return found[at]

    def likely(each: Table) -> tuple[bool, float, int]:
        looks = guess(each.headings)
        fits = looks.sure if kind in (None, looks.kind) else looks.sure / 4
        return (not each.is_hidden, fits, len(each.rows))

    return max(found, key=likely)


def _kind(said: OwnKind | str) -> OwnKind:
    try:
        return OwnKind(said)
    except ValueError:
        kinds = ", ".join(kind.value for kind in OwnKind)
        raise Refusal(f"“{said}” is no kind of sheet. Choose one of: {kinds}.") from None


def _others(found: Sequence[Table], chosen: Table) -> list[str]:
    """Say which tables of the workbook were not taken this time."""
    rest = [
        f"“{each.title or each.headings[0] or each.sheet}” on “{each.sheet}”"
        f"{', a hidden sheet' if each.is_hidden else ''}, from row {each.heading_row}"
        for each in found
        if each is not chosen
    ]
    if not rest:
        return []
    more = f" and {len(rest) - 5} more" if len(rest) > 5 else ""
    return [f"Other tables here, to bring in by themselves: {'; '.join(rest[:5])}{more}."]


def _digest(source: Path | str) -> str:
    content = source.encode("utf-8", "replace") if isinstance(source, str) else source.read_bytes()
    return hashlib.sha256(content).hexdigest()
