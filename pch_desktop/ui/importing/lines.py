"""The tables of the page: what would change, what is left out, the first rows, the columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.imports import preview
from pch_desktop.imports.matching import MONTH_KEY, Match, in_thousands
from pch_desktop.imports.own_fields import BY_MONTH, FIELDS, OwnKind
from pch_desktop.imports.own_grid import column_letters
from pch_desktop.imports.own_reading import OwnReading
from pch_desktop.imports.own_tables import Table
from pch_desktop.imports.plan import ImportPlan
from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.words import plural
from pch_desktop.reports.words import shown as capital

FIRST = 20
MOST = 20_000
"""So many values at most are listed; all of them are brought in."""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One value that would be written."""

    id: int
    table: str
    group: str
    """The heading it stands under: Budget lines."""
    row: str
    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is not brought in, or many for one reason."""

    id: int
    file: str
    sheet: str
    row: int | None
    column: str
    reason: str
    cells: str


@dataclass(frozen=True, slots=True)
class FirstRow:
    """A row as it stands in the sheet."""

    id: int
    """Its number there."""
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ours:
    """One of our columns, and which of theirs it is filled from."""

    id: int
    key: str
    words: str
    theirs: str | None
    known_by: str
    sample: str


CHANGE_COLUMNS: tuple[Column[ChangeLine], ...] = (
    Column("row", "Which", lambda line: line.row, width=25),
    Column("table", "What", lambda line: line.table, width=14),
    Column("column", "Column", lambda line: line.column, width=15),
    Column("before", "Now", lambda line: line.before or None, width=15),
    Column("after", "Will be", lambda line: line.after, width=20),
)
LEFT_OUT_COLUMNS: tuple[Column[LeftOut], ...] = (
    Column("reason", "Why it is left out", lambda line: line.reason, width=48),
    Column("row", "Row", lambda line: line.row, Kind.COUNT, width=6),
    Column("column", "Column", lambda line: line.column, width=14),
    Column("sheet", "Sheet", lambda line: line.sheet, width=11),
    Column("file", "File", lambda line: line.file, width=14),
    Column("cells", "What stands there", lambda line: line.cells, width=40),
)


def change_lines(plan: ImportPlan) -> tuple[ChangeLine, ...]:
    """Return every value that would be written, as far as they are listed."""
    groups = {
        preview.table_words(table, 1): capital(preview.table_words(table, 2))
        for table in plan.counts()
    }
    found = preview.rows(plan, MOST)
    return tuple(
        ChangeLine(
            at, one.where, groups.get(one.where, one.where), one.what, one.column, one.before,
            one.after,
        )
        for at, one in enumerate(found, 1)
    )  # fmt: skip


def left_out(plan: ImportPlan) -> tuple[LeftOut, ...]:
    """Return the rows that are not brought in, those left out many together first."""
    file = plan.file_name
    groups = [
        LeftOut(at, file, "", None, "", f"{one.reason}: {plural(one.count, 'row')}", "")
        for at, one in enumerate(plan.set_aside, 1)
    ]
    rows = [
        LeftOut(
            at, file, one.sheet, one.row or None, one.column, one.reason,
            "  |  ".join(filter(None, one.cells)),
        )
        for at, one in enumerate(plan.refused[:MOST], len(groups) + 1)
    ]  # fmt: skip
    return (*groups, *rows)


def counts(plan: ImportPlan) -> tuple[str, ...]:
    """Return what the plan does to each table: Budget lines: 34 new, 2 changed."""
    said: list[str] = []
    for table, (new, changed, same) in plan.counts().items():
        told = ((new, "new"), (changed, "changed"), (same, "the same"))
        parts = ", ".join(f"{count:,} {word}" for count, word in told if count)
        words = preview.table_words(table, new + changed + same)
        said.append(f"{capital(words)}: {parts}")
    return tuple(said)


def notes(plan: ImportPlan) -> tuple[str, ...]:
    """Return what was noticed in reading, each sentence once, and the file's own totals."""
    totals = tuple(
        f"Total of the whole file, {one.place}, {one.measure}: {one.value:,}"
        for one in plan.controls
    )
    return tuple(dict.fromkeys((*plan.notes, *totals)))


def labels(table: Table) -> tuple[str, ...]:
    """Return the headings so that each can be told from the others."""
    often = Counter(table.headings)
    return tuple(
        heading
        if heading and often[heading] == 1
        else f"{heading or 'No heading'} (column {column_letters(at)})"
        for heading, at in zip(table.headings, table.columns, strict=True)
    )


def first_columns(sheet: OwnReading, matches: Sequence[Match]) -> tuple[Column[FirstRow], ...]:
    """Return the columns of the sheet, under ours that they fill."""
    named = dict(_fields(sheet.kind, matches, None))
    made: list[Column[FirstRow]] = [
        Column("number", "Row", lambda line: line.id, Kind.COUNT, width=8)
    ]
    for match, words in zip(matches, labels(sheet.table), strict=True):
        ours = named.get(match.field or "", "")
        money = sheet.table.in_thousands or in_thousands(match.heading)
        unit = " in £000" if money and _is_money(sheet.kind, match.field) else ""
        longest = max(
            (len(row.cells[match.position]) for row in sheet.table.rows[:FIRST]), default=0
        )
        made.append(
            Column(
                f"c{match.position}",
                words,
                _cell(match.position),
                band=f"{ours}{unit}" if ours else "Left out",
                width=min(max(len(words), len(ours) + len(unit), longest, 8) + 1, 32),
            )
        )
    return tuple(made)


def first_rows(sheet: OwnReading) -> tuple[FirstRow, ...]:
    """Return the first rows of the sheet."""
    return tuple(FirstRow(row.number, row.cells) for row in sheet.table.rows[:FIRST])


def ours(
    sheet: OwnReading, matches: Sequence[Match], year: FinancialYear | None
) -> tuple[Ours, ...]:
    """Return our columns, each with theirs and how it is known."""
    theirs = labels(sheet.table)
    by_key = {match.field: match for match in matches if match.field}
    made: list[Ours] = []
    for at, (key, words) in enumerate(_fields(sheet.kind, matches, year), 1):
        match = by_key.get(key)
        if match is None:
            made.append(Ours(at, key, words, None, "", ""))
            continue
        sample = next(
            (row.cells[match.position] for row in sheet.table.rows if row.cells[match.position]),
            "",
        )
        made.append(Ours(at, key, words, theirs[match.position], _known_by(match), sample))
    return tuple(made)


def ours_columns(sheet: OwnReading) -> tuple[Column[Ours], ...]:
    """Return the columns in which ours are matched with theirs."""
    return (
        Column("words", "Ours", lambda line: line.words, width=16),
        Column(
            "theirs",
            "Theirs",
            lambda line: line.theirs,
            Kind.WORD,
            words=labels(sheet.table),
            width=18,
            help="Press F2 or Alt+Down to choose another; Delete leaves it out.",
        ),
        Column("sample", "Such as", lambda line: line.sample or None, width=10),
        Column("known", "Told by", lambda line: line.known_by or None, width=11),
    )


def _fields(
    kind: OwnKind, matches: Sequence[Match], year: FinancialYear | None
) -> list[tuple[str, str]]:
    """Return our columns' keys and words; months as far as they are known."""
    found = [(field.key, field.words) for field in FIELDS[kind]]
    months = {
        Month.read(match.field.removeprefix(MONTH_KEY))
        for match in matches
        if match.field and match.field.startswith(MONTH_KEY)
    }
    if kind in BY_MONTH and year is not None and (kind is OwnKind.ACTUALS or months):
        months |= set(year.months)
    return found + [(f"{MONTH_KEY}{month}", month.words) for month in sorted(months)]


def _is_money(kind: OwnKind, key: str | None) -> bool:
    if key is None or key.startswith(MONTH_KEY):
        return key is not None
    return next(field.sort.value == "money" for field in FIELDS[kind] if field.key == key)


def _known_by(match: Match) -> str:
    if match.is_chosen:
        return "you"
    if match.is_remembered:
        return "memory"
    return f"words, {match.sure:.0%}" if match.sure < 1 else "its words"


def _cell(at: int) -> Callable[[FirstRow], str | None]:
    return lambda line: line.cells[at] or None
