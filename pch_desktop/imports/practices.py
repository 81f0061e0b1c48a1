"""The national file of GP practices (ODS `epraccur`): 27 columns and no headings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

from pch_desktop.domain import typed
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.population import PracticeStatus
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.official import (
    FileFacts,
    FoundTable,
    Headings,
    OfficialKind,
    noted,
)
from pch_desktop.imports.plan import Change, ImportPlan, RefusedRow, compared
from pch_desktop.imports.reading import opened
from pch_desktop.store.import_known import Known, named

CODE, NAME, POSTCODE, OPENED, CLOSED, STATUS, COMMISSIONER, SETTING = 0, 1, 9, 10, 11, 12, 14, 25
ADDRESS = slice(4, 9)
COLUMNS = ("code", "name", "postcode", "open date", "close date", "status", "commissioner")
WIDTH = 27
GP_PRACTICE = "4"
STATUSES = {
    "A": PracticeStatus.ACTIVE,
    "C": PracticeStatus.CLOSED,
    "D": PracticeStatus.DORMANT,
    "P": PracticeStatus.PROPOSED,
}
ODS_CODE = re.compile(r"[A-Z][0-9A-Z]{2,7}")
SMALL_WORDS = frozenset({"and", "of", "the", "at", "in", "on", "by", "for", "with", "upon"})
SOURCE = "ODS epraccur"
OTHER_PLACES = "Not one of this locality's practices"


@dataclass(frozen=True, slots=True)
class PracticeFound:
    """A practice as the national file has it, to be picked for a locality."""

    code: str
    name: str
    address: str
    postcode: str | None
    status: PracticeStatus
    opened_on: date | None
    closed_on: date | None
    commissioner_code: str | None


@dataclass(frozen=True, slots=True)
class PracticesReading:
    """The national file of practices, its rows by code as they stand."""

    facts: FileFacts
    rows: dict[str, tuple[int, list[str]]]
    wanted: frozenset[str] = frozenset()
    """Codes of practices to add to the locality, beside those it has."""

    def adding(self, codes: frozenset[str]) -> PracticesReading:
        """Return the same reading, to add these practices to the locality as well."""
        return replace(self, wanted=codes)

    def plan(self, known: Known) -> ImportPlan:
        """Return what the file changes of the locality's practices."""
        return _plan(self, known)


def find(path: Path, text: str, most: int = 200) -> list[PracticeFound]:
    """Return the practices of a national file that match a text (see ``matching``)."""
    return matching(listed(path), text, most)


def listed(path: Path) -> list[PracticeFound]:
    """Return every GP practice of a national file, to be looked through again and again.

    Raises:
        Refusal: it is not the national file of practices.
    """
    file = opened(path)
    rows = file.sheets[0].rows()
    first = next(rows, list[str]())
    if not _fits(Headings.of(first)):
        raise Refusal(
            f"“{file.name}” is not the national file of practices (epraccur, 27 columns)."
        )
    found: list[PracticeFound] = []
    for row in chain((first,), rows):
        if len(row) == WIDTH and row[SETTING] == GP_PRACTICE:
            with suppress(Refusal):  # what cannot be read cannot be picked
                found.append(practice_of(row))
    return found


def matching(practices: Iterable[PracticeFound], text: str, most: int = 200) -> list[PracticeFound]:
    """Return the practices whose code, name, address or postcode holds every word of a text.

    Active ones first, by name; at most so many.
    """
    words = text.casefold().split()
    hits = [each for each in practices if _holds(each, words)]
    hits.sort(key=lambda hit: (hit.status is not PracticeStatus.ACTIVE, hit.name))
    return hits[:most]


def _holds(practice: PracticeFound, words: list[str]) -> bool:
    told = " ".join((practice.code, practice.name, practice.address, practice.postcode or ""))
    plain = told.casefold()
    return all(word in plain or word in plain.replace(" ", "") for word in words)


def practice_of(row: list[str]) -> PracticeFound:
    """Return the practice of a row of the national file.

    Raises:
        Refusal: a date or the status cannot be read.
    """
    status = STATUSES.get(row[STATUS].strip().upper())
    if status is None:
        raise Refusal(f"“{row[STATUS]}” is not a status. It is A, C, D or P.")
    return PracticeFound(
        row[CODE].strip().upper(),
        tidied_name(row[NAME]),
        ", ".join(tidied_name(part) for part in row[ADDRESS] if part.strip()),
        tidied_postcode(row[POSTCODE]),
        status,
        typed.day(row[OPENED]),
        typed.day(row[CLOSED]),
        row[COMMISSIONER].strip() or None,
    )


def tidied_name(text: str) -> str:
    """Return a name in capitals as people write it: The Densham Surgery."""
    words = text.split()
    if text.upper() != text:
        return " ".join(words)
    return " ".join(_tidied_word(word, at) for at, word in enumerate(words))


def _tidied_word(word: str, at: int) -> str:
    plain = word.casefold()
    if at and plain in SMALL_WORDS:
        return plain
    if plain in {"gp", "nhs", "pcn", "ii", "iii"} or any(mark.isdigit() for mark in word):
        return word
    capital = re.sub(r"(^|[-(/&.])(\w)", lambda start: start[1] + start[2].upper(), plain)
    return re.sub(r"^(O'|Mc)(\w)", lambda start: start[1] + start[2].upper(), capital)


def tidied_postcode(text: str) -> str | None:
    """Return a postcode with one space before its last three characters, or None."""
    plain = "".join(text.split()).upper()
    return f"{plain[:-3]} {plain[-3:]}" if len(plain) > 4 else plain or None


def _fits(row: Headings) -> bool:
    cells = row.raw
    return (
        len(cells) == WIDTH
        and bool(ODS_CODE.fullmatch(cells[CODE]))
        and cells[STATUS] in STATUSES
        and bool(re.fullmatch(r"(\d{8})?", cells[OPENED]))
        and bool(re.fullmatch(r"\d{0,2}", cells[SETTING]))
    )


def _read(table: FoundTable, _year: FinancialYear | None) -> PracticesReading:
    rows: dict[str, tuple[int, list[str]]] = {}
    read = 0
    for number, row in table.whole():
        read += 1
        rows.setdefault(row[CODE].strip().upper(), (number, row))
    return PracticesReading(FileFacts(KIND.key, KIND.words, table, read), rows)


def _plan(reading: PracticesReading, known: Known) -> ImportPlan:
    refused: list[RefusedRow] = []
    found: list[Change] = []
    used: set[int] = set()
    missing: list[str] = []
    for code in sorted({*known.practice_ids, *reading.wanted}):
        if code not in reading.rows:
            missing.append(code)
            continue
        number, row = reading.rows[code]
        try:
            found.append(_change(_gp_practice(row), code in known.practice_ids))
            used.add(number)
        except Refusal as refusal:
            refused.append(RefusedRow("", number, "", str(refusal), tuple(row)))
    changes, same = compared(found, known.standing)
    plan = reading.facts.plan(known, frozenset(used), tuple(refused), OTHER_PLACES)
    note = f"Not in this file: {', '.join(missing)}." if missing else ""
    none = "" if found or missing else "This locality has no practices yet: pick them first."
    return noted(replace(plan, changes=changes, same=same), note, none)


def _gp_practice(row: list[str]) -> PracticeFound:
    if row[SETTING].strip() != GP_PRACTICE:
        raise Refusal(
            f"{row[CODE]} is not a GP practice: its prescribing setting is "
            f"{row[SETTING].strip() or 'blank'}, not {GP_PRACTICE}."
        )
    return practice_of(row)


def _change(practice: PracticeFound, is_known: bool) -> Change:
    """Return what a practice becomes; the name a locality gave it is left as it is."""
    after: dict[str, object] = {
        "postcode": practice.postcode,
        "status": practice.status,
        "opened_on": practice.opened_on,
        "closed_on": practice.closed_on,
        "commissioner_code": practice.commissioner_code,
    }
    if not is_known:
        after = {"code": practice.code, "name": practice.name, "source": SOURCE} | after
    words = f"{practice.code} {practice.name}"
    return Change("practice", words, after, name=named("practice", practice.code))


KIND = OfficialKind("practices", "GP practices (ODS)", _fits, _read, has_headings=False)
