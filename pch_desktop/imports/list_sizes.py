"""Patients registered at a GP practice: all of them, and by sex and age band."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from pch_desktop.domain import typed
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.population import Sex
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.official import FileFacts, FoundTable, Headings, OfficialKind, jump, noted
from pch_desktop.imports.plan import Change, Control, ImportPlan, RefusedRow, compared
from pch_desktop.store.import_known import Known, named

SEXES = {
    "all": Sex.ALL, "persons": Sex.ALL, "total": Sex.ALL,
    "female": Sex.FEMALE, "f": Sex.FEMALE, "male": Sex.MALE, "m": Sex.MALE,
}  # fmt: skip
OLDEST, NO_END, BAND = 95, 130, 5
SOURCE = "Patients registered at a GP practice (NHS Digital)"
CODES = ("code", "orgcode", "practicecode", "gppracticecode")
AGES = ("agegroup5", "age", "agegroup")
NUMBERS = ("numberofpatients", "registeredpatients", "patients")
PRACTICE = "GP"
EVERYBODY = ("ALL", "ALL")

Cells = tuple[int, tuple[str, str], str]
"""A row's number in the file, its sex and age, and its count, as they stand."""
Band = tuple[Sex, int, int]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class ListsReading:
    """A file of list sizes: its rows by practice, not yet taken apart."""

    facts: FileFacts
    rows: dict[str, list[Cells]]
    england: Decimal | None
    """Everybody registered, from the rows of all ages alone."""
    practices: int
    headings: tuple[str, str, str]
    """What the columns of sex, age and people are called."""

    def plan(self, known: Known) -> ImportPlan:
        """Return the lists of the locality's practices that are new or differ."""
        return _plan(self, known)


def _fits(headings: Headings) -> bool:
    return (
        headings.has(*CODES) and headings.has("sex") and headings.has(*AGES) and _counted(headings)
    )


def _counted(headings: Headings) -> bool:
    return headings.has(*NUMBERS) and headings.has("extractdate", "publication")


def _read(table: FoundTable, _year: FinancialYear | None) -> ListsReading:
    headings = table.headings
    at = (headings.needed("sex"), headings.needed(*AGES), headings.needed(*NUMBERS))
    day = _taken_on(table)
    rows, count = _grouped(table, at, headings.needed(*CODES), headings.at("type", "orgtype"))
    total, known = _everybody(rows)
    facts = FileFacts(KIND.key, KIND.words, table, count, taken_on=day)
    named_columns = (headings.raw[at[0]], headings.raw[at[1]], headings.raw[at[2]])
    return ListsReading(facts, rows, Decimal(total) if known else None, known, named_columns)


def _grouped(
    table: FoundTable, at: tuple[int, int, int], code_at: int, type_at: int | None
) -> tuple[dict[str, list[Cells]], int]:
    """Return the rows by practice, and how many there are; those of areas are only counted."""
    sex_at, age_at, people_at = at
    groups: dict[str, list[Cells]] = {}
    bands: dict[tuple[str, str], tuple[str, str]] = {}
    read, last, listed = 0, "", list[Cells]()
    for number, row in table.whole():
        read += 1
        if type_at is not None and row[type_at] != PRACTICE:
            continue
        code = row[code_at]
        if code != last:  # a practice's rows stand together, so this is rare
            last, listed = code, groups.setdefault(code, [])
        band = (row[sex_at], row[age_at])
        listed.append((number, bands.setdefault(band, band), row[people_at]))
    return groups, read


def _everybody(rows: Mapping[str, list[Cells]]) -> tuple[int, int]:
    """Return how many people all practices have, and of how many practices that is known.

    A practice's row of everybody is looked for among its rows, none of which is
    added to another.
    """
    total, known = 0, 0
    for listed in rows.values():
        for _, band, people in listed:
            if band == EVERYBODY:
                total += int(people) if people.isdigit() else 0
                known += 1
                break
    return total, known


def _taken_on(table: FoundTable) -> date:
    at = table.headings.at("extractdate")
    number, first = table.top()
    text = first[at] if at is not None and at < len(first) else ""
    try:
        day = typed.day(_spaced(text))
    except Refusal:
        day = None
    if day is None:
        raise Refusal(
            f"{table.where(number, at)}: no date says when these lists were counted. "
            "It stands in the column EXTRACT_DATE, as 01JAN2021."
        )
    return day


def _spaced(text: str) -> str:
    found = re.fullmatch(r"(\d{1,2})([A-Za-z]{3})(\d{4})", text.strip())
    return f"{found[1]} {found[2]} {found[3]}" if found else text


def band_of(text: str) -> tuple[int, int]:
    """Return the first and last year of an age band: ALL, 0_4, 05-09, 95+ or 42.

    Raises:
        Refusal: it is none.
    """
    plain = text.strip().casefold()
    if plain in {"all", "total"}:
        return 0, NO_END
    years = [int(part) for part in re.findall(r"\d+", plain)]
    match years:
        case [oldest] if "+" in plain or oldest >= OLDEST:
            return oldest, NO_END
        case [year]:
            return year, year
        case [first, last] if first <= last <= NO_END:
            return first, last
        case _:
            raise Refusal(f"“{text}” is not an age band. It is ALL, 0_4, 95+ or a year of age.")


def _plan(reading: ListsReading, known: Known) -> ImportPlan:
    day = reading.facts.taken_on
    refused: list[RefusedRow] = []
    found: list[Change] = []
    kept: set[int] = set()
    for code in sorted(known.practice_ids):
        bands, used = _bands(reading, code, refused)
        kept |= used
        found += [_change(known, code, day, band, people) for band, people in bands.items()]
    changes, same = compared(found, known.standing)
    plan = reading.facts.plan(known, frozenset(kept), tuple(refused))
    controls = _controls(reading)
    missing = [code for code in sorted(known.practice_ids) if code not in reading.rows]
    plan = replace(plan, changes=changes, same=same, controls=controls)
    return noted(plan, *_notes(reading, known, missing), *_jumps(found, known))


def _bands(
    reading: ListsReading, code: str, refused: list[RefusedRow]
) -> tuple[dict[Band, int], set[int]]:
    """Return a practice's people by band, and the rows they come from.

    Single years are added up to bands of five; rows of all ages stand beside
    their detail and are never added to it.
    """
    bands: dict[Band, int] = {}
    seen: set[Band] = set()
    used: set[int] = set()
    for number, (sex, age), people in reading.rows.get(code, []):
        try:
            band, count = _cell(reading, sex, age, people)
        except _BadCell as bad:
            cells = (code, sex, age, people)
            refused.append(_refused(reading, number, bad.column, bad.reason, cells))
            continue
        if band in seen:
            cells = (code, sex, age, people)
            reason = "The same practice, sex and age stand in the file twice"
            refused.append(_refused(reading, number, "", reason, cells))
            continue
        seen.add(band)
        used.add(number)
        wide = _of_five(band)
        bands[wide] = bands.get(wide, 0) + count
    return bands, used


class _BadCell(Exception):
    """A cell that cannot be used, the column it stands in, and why."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column = column
        self.reason = reason


def _cell(reading: ListsReading, sex: str, age: str, people: str) -> tuple[Band, int]:
    sex_column, age_column, people_column = reading.headings
    kind = SEXES.get(sex.strip().casefold())
    if kind is None:
        raise _BadCell(sex_column, f"“{sex}” is not ALL, FEMALE or MALE")
    first, last = _tried(band_of, age_column, age)
    count = _tried(typed.count, people_column, people)
    if count is None:
        raise _BadCell(people_column, "How many people is not known")
    return (kind, first, last), count


def _tried(read: Callable[[str], Value], column: str, text: str) -> Value:
    try:
        return read(text)
    except Refusal as refusal:
        raise _BadCell(column, str(refusal)) from refusal


def _of_five(band: Band) -> Band:
    sex, first, last = band
    if first != last:
        return band
    start = first // BAND * BAND
    return sex, start, start + BAND - 1


def _refused(
    reading: ListsReading, number: int, column: str, reason: str, cells: tuple[str, ...]
) -> RefusedRow:
    return RefusedRow(reading.facts.table.sheet.name, number, column, reason, cells)


def _change(known: Known, code: str, day: date | None, band: Band, people: int) -> Change:
    sex, first, last = band
    ages = "all ages" if last == NO_END and not first else f"{first} to {last}"
    ages = f"{first} and over" if last == NO_END and first else ages
    return Change(
        "list_snapshot",
        f"{code}, {day:%d/%m/%Y}, {sex}, {ages}" if day else code,
        {
            "practice_id": known.practice_ids[code],
            "taken_on": day,
            "sex": sex,
            "age_from": first,
            "age_to": last,
            "people": people,
            "source": SOURCE,
        },
        name=named("list", code, day, sex, first, last),
    )


def _controls(reading: ListsReading) -> tuple[Control, ...]:
    if reading.england is None:
        return ()
    return (
        Control("England", "practices", Decimal(reading.practices)),
        Control("England", "registered", reading.england),
    )


def _notes(reading: ListsReading, known: Known, missing: list[str]) -> list[str]:
    day = reading.facts.taken_on
    notes = [f"The lists are those of {day.day} {day:%B %Y}." if day else ""]
    if reading.england is not None:
        notes.append(
            f"The whole file: {reading.practices:,} practices, {reading.england:,} registered."
        )
    if not known.practice_ids:
        notes.append("This locality has no practices yet: pick them first.")
    elif missing:
        notes.append(f"Not in this file: {', '.join(missing)}.")
    return notes


def _jumps(changes: list[Change], known: Known) -> Iterator[str]:
    """Yield a sentence for each list that is far from the count before it."""
    for change in changes:
        people, day = change.after["people"], change.after["taken_on"]
        earlier = _before(known, change)
        if earlier and isinstance(people, int) and isinstance(day, date):
            then, count = earlier
            code = change.words.partition(",")[0]
            yield from jump(code, (f"{then:%B %Y}", count), (f"{day:%B %Y}", people))


def _before(known: Known, change: Change) -> tuple[date, int] | None:
    """Return the latest earlier count of all of a practice's people, or None."""
    if change.after["sex"] is not Sex.ALL or change.after["age_to"] != NO_END:
        return None
    same = ("practice_id", "sex", "age_from", "age_to")
    counts: list[tuple[date, int]] = []
    for name, row in known.standing.items():
        if name.startswith("list ") and all(row[key] == change.after[key] for key in same):
            day, people = row["taken_on"], row["people"]
            if isinstance(day, date) and isinstance(people, int):
                counts.append((day, people))
    day = change.after["taken_on"]
    return max((each for each in counts if isinstance(day, date) and each[0] < day), default=None)


KIND = OfficialKind("list_sizes", "list sizes", _fits, _read)
