"""What every official file has in common: where its table stands, and what a reading of it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Protocol

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.plan import ImportPlan, RefusedRow, SetAside
from pch_desktop.imports.reading import Opened, Sheet
from pch_desktop.store.import_known import Known

ELSEWHERE = "Not one of this locality's practices"
JUMP, DROP = Decimal("1.25"), Decimal("0.8")
"""A list that moves further than this from one count to the next did hardly just grow."""
YEARS = re.compile(r"(?<!\d)((?:20|19)?\d\d)\s*[-_/– ]\s*((?:20|19)?\d\d)(?!\d)")


def squeezed(heading: str) -> str:
    """Return a heading without case, spaces, line breaks, dots and underscores."""
    return re.sub(r"[\W_]+", "", heading.casefold())


@dataclass(frozen=True, slots=True)
class Headings:
    """A row of headings, found by their letters and figures alone."""

    raw: tuple[str, ...]
    plain: tuple[str, ...]

    @classmethod
    def of(cls, row: list[str]) -> Headings:
        """Return the headings of a row."""
        return cls(tuple(" ".join(cell.split()) for cell in row), tuple(map(squeezed, row)))

    def at(self, *names: str) -> int | None:
        """Return where the first of some headings stands, written squeezed, or None."""
        return next((self.plain.index(name) for name in names if name in self.plain), None)

    def needed(self, *names: str) -> int:
        """Return where the first of some headings stands, one of which is there."""
        found = self.at(*names)
        if found is None:
            raise LookupError(names)
        return found

    def starting(self, start: str) -> list[int]:
        """Return every place where a heading starts so."""
        return [at for at, name in enumerate(self.plain) if name.startswith(start)]

    def has(self, *names: str) -> bool:
        """Return whether one of some headings is there."""
        return self.at(*names) is not None


@dataclass(frozen=True, slots=True)
class FoundTable:
    """Where in a file the table of an official kind stands."""

    file: Opened
    sheet: Sheet
    headings: Headings
    first: int
    """The number of its first row of figures, as a spreadsheet counts, from 1."""

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield its rows that are not blank, with their numbers."""
        numbered = enumerate(self.sheet.rows(), 1)
        for number, row in islice(numbered, self.first - 1, None):
            if row and (row[0] or any(row)):
                yield number, row

    def where(self, row: int | None = None, column: int | None = None) -> str:
        """Return a place in it as a person finds it."""
        parts = [f"“{self.file.name}”"]
        if self.sheet.name:
            parts.append(f"sheet “{self.sheet.name}”")
        if row is not None:
            parts.append(f"row {row:,}")
        if column is not None:
            parts.append(f"column “{self.headings.raw[column]}”")
        return ", ".join(parts)

    def whole(self) -> Iterator[tuple[int, list[str]]]:
        """Yield its rows, all as wide as its headings.

        Raises:
            Refusal: its last row is cut short, or another row of headings follows.
        """
        width, is_text, short = len(self.headings.raw), not self.sheet.name, 0
        for number, row in self.rows():
            if short:
                raise Refusal(
                    f"{self.where(short)}: the row is cut short, so the rows after it may be "
                    "shifted. Fetch the file again."
                )
            if len(row) < width:
                short = number if is_text else 0
                row.extend([""] * (width - len(row)))
            if number == self.first:
                self._not_headings(row)
            yield number, row
        if short:
            raise Refusal(
                f"{self.where(short)}: the last row is cut short, so the file is not whole. "
                "Fetch it again."
            )

    def top(self) -> tuple[int, list[str]]:
        """Return its first row with its number; a blank one where it has none.

        Raises:
            Refusal: another row of headings stands there.
        """
        number, row = next(self.rows(), (self.first, list[str]()))
        if Headings.of(row).plain == self.headings.plain:
            raise self._second_headings()
        self._not_headings(row)
        return number, row

    def _not_headings(self, row: list[str]) -> None:
        if _is_headings(row):
            raise self._second_headings()

    def _second_headings(self) -> Refusal:
        return Refusal(
            f"{self.where(self.first)}: a second row of headings. Keep one row of headings "
            "and choose the file again."
        )


def _is_headings(row: list[str]) -> bool:
    """Return whether a row has words and no figure in it, as no row of figures has."""
    filled = [cell for cell in row if cell.strip()]
    return len(filled) > 1 and not any(mark.isdigit() for cell in filled for mark in cell)


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is known of a file whatever the locality: shown before anything is taken."""

    kind: str
    kind_words: str
    table: FoundTable
    rows_read: int
    year: FinancialYear | None = None
    taken_on: date | None = None
    notes: tuple[str, ...] = ()

    @property
    def seen(self) -> tuple[str, ...]:
        """What was recognised, in sentences."""
        where = f", sheet “{self.table.sheet.name}”" if self.table.sheet.name else ""
        text = f"{self.table.file.name}{where}: {self.kind_words}, {self.table.file.encoding}."
        return (text, *self.table.sheet.notes, *self.notes)

    def plan(
        self,
        known: Known,
        used: frozenset[int],
        refused: tuple[RefusedRow, ...] = (),
        aside: str = ELSEWHERE,
    ) -> ImportPlan:
        """Return a plan without changes; the rows neither used nor refused are set aside."""
        rest = self.rows_read - len(used) - len(refused)
        return ImportPlan(
            kind=self.kind,
            kind_words=self.kind_words,
            file_name=self.table.file.name,
            file_digest=self.table.file.digest,
            rows_read=self.rows_read,
            rows_kept=len(used),
            stamp=known.stamp,
            refused=refused,
            set_aside=(SetAside(aside, rest),) if rest else (),
            notes=self.seen,
            year=self.year,
            taken_on=self.taken_on,
            rows_used=used,
        )


class Reading(Protocol):
    """A file read: what it says, whatever the locality."""

    @property
    def facts(self) -> FileFacts:
        """What is known of the file."""
        ...

    def plan(self, known: Known) -> ImportPlan:
        """Return what taking it in would do to the locality."""
        ...


@dataclass(frozen=True, slots=True)
class OfficialKind:
    """A kind of official file: how it is told, and how it is read."""

    key: str
    words: str
    fits: Callable[[Headings], bool]
    read: Callable[[FoundTable, FinancialYear | None], Reading]
    has_headings: bool = True
    needs_year: bool = False
    fits_asked: Callable[[Headings], bool] | None = None
    """How it is told where the person says that it is this kind, where more may pass for it."""

    @property
    def asked(self) -> OfficialKind:
        """The same kind as it is told where the person says so."""
        return replace(self, fits=self.fits_asked or self.fits)


def noted(plan: ImportPlan, *notes: str) -> ImportPlan:
    """Return a plan with more sentences."""
    return replace(plan, notes=(*plan.notes, *(note for note in notes if note)))


def jump(code: str, *lists: tuple[str, Decimal | int]) -> Iterator[str]:
    """Yield a sentence where a list moves further than lists grow from one count to the next.

    Args:
        code: the practice.
        lists: two counts, the earlier first, each with when it was in words.
    """
    (first, before), (last, after) = lists
    if before and not DROP <= Decimal(after) / Decimal(before) <= JUMP:
        yield (
            f"{code}: its list goes from {before:,.0f} in {first} to {after:,.0f} in {last}. "
            "If lists were merged or closed, enter it as a list transfer, "
            "so that it is not read as growth."
        )


def year_of(name: str, asked: FinancialYear | None) -> tuple[FinancialYear, str]:
    """Return the financial year of a file, and where it is known from.

    Args:
        name: the file's name, which may say it: nhspaymentsgp_15-16.csv.
        asked: the year the person gave.

    Raises:
        Refusal: neither gives one, or they contradict each other.
    """
    named = named_year(name)
    if asked and named and asked != named:
        raise Refusal(
            f"“{name}” says {named} by its name, and you said {asked}. "
            f"Enter {named}, or rename the file if its name is wrong."
        )
    if asked:
        return asked, f"The figures are taken as those of {asked}, as you said."
    if named:
        return named, f"The figures are taken as those of {named}, read from the file's name."
    raise Refusal(
        f"Neither “{name}” nor you say which financial year its figures are of. "
        "Enter the year, such as 2015/16 (on the command line: --year 2015/16)."
    )


def named_year(name: str) -> FinancialYear | None:
    """Return the financial year a file's name says, or None: paid_15-16.csv is of 2015/16."""
    for found in YEARS.finditer(name):
        try:
            return FinancialYear.read(f"{found[1]}/{found[2]}")
        except Refusal:
            continue
    return None
