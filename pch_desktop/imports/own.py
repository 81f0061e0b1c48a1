"""A person's own sheet, pasted or chosen from a workbook: read, planned, shown, committed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.matching import MONTH_KEY, Guess, Match, fold, guess, match
from pch_desktop.imports.opening import commit
from pch_desktop.imports.own_actuals import plan_actuals
from pch_desktop.imports.own_fields import KIND_WORDS, OwnKind
from pch_desktop.imports.own_grid import Workbook
from pch_desktop.imports.own_lines import plan_lines
from pch_desktop.imports.own_months import needs_year
from pch_desktop.imports.own_partners import plan_partners
from pch_desktop.imports.own_people import plan_people
from pch_desktop.imports.own_plan import (
    FilledRow,
    Making,
    Sheeted,
    ask_about_dates,
    control,
    read_rows,
    without_strangers,
)
from pch_desktop.imports.own_posts import plan_posts
from pch_desktop.imports.own_tables import Table, tables
from pch_desktop.imports.patients import refuse_patients
from pch_desktop.imports.plan import ImportPlan
from pch_desktop.imports.sheets import workbook
from pch_desktop.store.own import OwnStanding, standing

if TYPE_CHECKING:
    from pch_desktop.store.locality_file import LocalityFile

__all__ = ["OwnKind", "OwnReading", "commit", "matches_for", "plan_for", "read"]

NOTHING_NEW = "Everything this sheet says stands in the locality already, so nothing changes."
PLANS: Mapping[OwnKind, Callable[[Making, list[FilledRow]], None]] = {
    OwnKind.PARTNERS: plan_partners,
    OwnKind.POSTS: plan_posts,
    OwnKind.PEOPLE: plan_people,
    OwnKind.LINES: plan_lines,
    OwnKind.ACTUALS: plan_actuals,
}
WITH_YEAR = frozenset({OwnKind.LINES, OwnKind.ACTUALS})


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
    reasons: tuple[str, ...] = field(default=())
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


def matches_for(
    file: LocalityFile,
    reading: OwnReading,
    chosen: Mapping[int, str | None] | None = None,
    year: FinancialYear | None = None,
) -> tuple[Match, ...]:
    """Return what each column is taken for: as chosen now, as chosen before, or by its words."""
    return _matches(file.read(standing), reading, chosen or {}, year)


def plan_for(
    file: LocalityFile,
    reading: OwnReading,
    chosen: Mapping[int, str | None] | None = None,
    year: FinancialYear | None = None,
    *,
    is_month_first: bool = False,
) -> ImportPlan:
    """Return what taking a sheet in would do: what is shown is what is committed.

    Args:
        file: the locality.
        reading: the sheet.
        chosen: our columns by position, where the person chose them.
        year: the financial year of lines, and of months that do not name theirs.
        is_month_first: dates are written the American way.

    Raises:
        Refusal: something has to be answered first; the sentence asks it.
    """
    now = file.read(standing)
    of_year = (year or _usual_year(now)) if reading.kind in WITH_YEAR else year
    matches = _matches(now, reading, chosen or {}, of_year)
    sheeted = Sheeted(reading.kind, reading.table, matches, is_month_first)
    _ask(sheeted, of_year)
    sheeted, strangers = without_strangers(sheeted)
    making = Making(sheeted, now, reading.file_name, of_year)
    if year is None and of_year is not None:
        making.notes.append(f"Taken for {of_year}, the year of the newest budget.")
    making.notes.extend(strangers)
    rows, refused = read_rows(sheeted)
    making.refused.extend(refused)
    PLANS[reading.kind](making, rows)
    _remember(making)
    return _planned(reading, making)


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


def _usual_year(now: OwnStanding) -> FinancialYear | None:
    """Return the year of the locality's newest budget, if it has one."""
    years = [row["year"] for row in now.tables["budget_year"]]
    return max((year for year in years if isinstance(year, FinancialYear)), default=None)


def _matches(
    now: OwnStanding,
    reading: OwnReading,
    chosen: Mapping[int, str | None],
    year: FinancialYear | None,
) -> tuple[Match, ...]:
    remembered = {
        str(row["heading"]): None if row["column"] is None else str(row["column"])
        for row in now.tables["column_match"]
        if row["kind"] == reading.kind.value
    }
    return match(reading.table.headings, reading.kind, remembered, chosen, year)


def _ask(sheeted: Sheeted, year: FinancialYear | None) -> None:
    """Ask what cannot be known from the sheet.

    Raises:
        Refusal: the year of its months, the order of its dates, or the columns it needs.
    """
    open_months = [each for each in sheeted.table.headings if needs_year(each)]
    if sheeted.kind is OwnKind.ACTUALS and year is None and open_months:
        raise Refusal(f"Say which financial year “{open_months[0]}” is in, such as 2016/17.")
    found = {"months" if key.startswith(MONTH_KEY) else key for key in _keys(sheeted)}
    for wanted, sentence in WANTED[sheeted.kind]:
        if not found & wanted:
            raise Refusal(f"{sentence} Choose it among the headings: {_headings(sheeted)}.")
    ask_about_dates(sheeted)


WANTED: Mapping[OwnKind, Sequence[tuple[frozenset[str], str]]] = {
    OwnKind.PARTNERS: [(frozenset({"name"}), "No column holds the partners' names.")],
    OwnKind.POSTS: [(frozenset({"title", "role"}), "No column holds the job titles.")],
    OwnKind.PEOPLE: [
        (frozenset({"person", "surname", "forename"}), "No column holds the people's names."),
        (frozenset({"title", "role"}), "No column holds the job titles."),
    ],
    OwnKind.LINES: [(frozenset({"name", "code"}), "No column holds the lines' names.")],
    OwnKind.ACTUALS: [
        (frozenset({"name", "code"}), "No column holds the lines' names."),
        (frozenset({"months", "amount"}), "No column holds a month's amounts."),
    ],
}
"""What a sheet of a kind cannot do without, and how to ask for it."""


def _keys(sheeted: Sheeted) -> list[str]:
    return [each.field for each in sheeted.matches if each.field]


def _headings(sheeted: Sheeted) -> str:
    filled = [f"“{each.heading}”" for each in sheeted.matches if each.heading]
    return ", ".join(filled[:8]) + (" and others" if len(filled) > 8 else "")


def _remember(making: Making) -> None:
    """Remember what the person chose, so that the next sheet is matched so by itself."""
    kind = making.sheeted.kind.value
    rows = {row["heading"]: row for row in making.rows("column_match") if row["kind"] == kind}
    for each in making.sheeted.matches:
        is_month = (each.field or "").startswith(MONTH_KEY)
        heading = fold(each.heading)
        if not each.is_chosen or is_month or not heading:
            continue
        name = f"heading {heading}"
        values: dict[str, object] = {"column": each.field}
        before = rows.get(heading)
        if before is None:
            values |= {"kind": kind, "heading": heading}
        making.put_as_is("column_match", name, each.heading, values, before)


def _planned(reading: OwnReading, making: Making) -> ImportPlan:
    changes, same = making.changes()
    nothing = (NOTHING_NEW,) if not changes and making.kept else ()
    notes = [
        reading.words,
        *reading.notes,
        *reading.reasons,
        *reading.table.notes,
        *_unmatched(making.sheeted),
        *making.all_notes(),
        *(footing.words for footing in control(making)),
        *nothing,
    ]
    kept = len(making.kept)
    return ImportPlan(
        kind=f"own {reading.kind.value}",
        kind_words=KIND_WORDS[reading.kind],
        file_name=reading.file_name,
        file_digest=reading.file_digest,
        rows_read=kept + len(making.refused),
        rows_kept=kept,
        stamp=making.standing.stamp,
        changes=changes,
        same=same,
        refused=tuple(sorted(making.refused, key=lambda row: row.row)),
        notes=tuple(dict.fromkeys(notes)),
        year=making.year if reading.kind in WITH_YEAR else None,
    )


def _unmatched(sheeted: Sheeted) -> list[str]:
    left = [f"“{each.heading}”" for each in sheeted.matches if each.heading and not each.field]
    return [f"Columns not brought in: {', '.join(left)}."] if left else []
