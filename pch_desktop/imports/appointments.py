"""Appointments in general practice as national figures count them, by month and place.

Two layouts are known: the regional file by commissioner, and the one by
practice, whose rows of several categories are added up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pch_desktop.domain.period import FinancialYear
from pch_desktop.imports.appointments_rows import COUNT, MONTHS, PARTS, Key, counted
from pch_desktop.imports.official import FileFacts, FoundTable, Headings, OfficialKind, noted
from pch_desktop.imports.plan import Change, Control, ImportPlan, RefusedRow, compared
from pch_desktop.imports.practice_staff_cells import BadCell
from pch_desktop.reports.words import plural
from pch_desktop.store.import_known import Known, named

PRACTICE = ("gpcode", "practicecode")
COMMISSIONER = ("ccgcode", "subicblocationcode")
NAMES = ("gpname", "practicename", "ccgname", "subicblocationname")
CATEGORY = "nationalcategory"
SOURCE = "Appointments in General Practice (NHS Digital)"
ELSEWHERE = "Neither this locality's commissioner nor one of its practices"
WHOLE_FILE = "Whole file"


@dataclass(frozen=True, slots=True)
class Place:
    """What a file says of one place."""

    name: str
    counts: Mapping[Key, int]
    rows: frozenset[int]
    refused: Sequence[RefusedRow]


@dataclass(frozen=True, slots=True)
class AppointmentsReading:
    """What a file counts, by the code of the place."""

    facts: FileFacts
    places: Mapping[str, Place]

    def plan(self, known: Known) -> ImportPlan:
        """Return the counts of the locality's places that are new or differ."""
        ours = known.commissioners | known.practice_ids.keys()
        there = {code: self.places[code] for code in sorted(ours & self.places.keys())}
        found = [_change(code, place.name, key, count) for code, place in there.items()
                 for key, count in place.counts.items()]  # fmt: skip
        refused = tuple(row for place in there.values() for row in place.refused)
        used = frozenset[int]().union(*(place.rows for place in there.values()))
        changes, same = compared(found, known.standing)
        plan = self.facts.plan(known, used, refused, ELSEWHERE)
        total = sum(sum(place.counts.values()) for place in self.places.values())
        controls = (Control(WHOLE_FILE, "appointments", Decimal(total)),)
        plan = replace(plan, changes=changes, same=same, controls=controls)
        return noted(plan, *_sentences(there, known))


def _sentences(there: Mapping[str, Place], known: Known) -> Iterator[str]:
    if not known.commissioners and not known.practice_ids:
        yield "This locality has no practices yet: pick them first."
    elif not there:
        codes = ", ".join(sorted(known.commissioners)) or "not known"
        yield f"Nothing in this file is of your commissioner ({codes}) or your practices."
    for code, place in there.items():
        months = sorted({month for month, *_ in place.counts})
        if months:
            span = " to ".join(dict.fromkeys(month.words for month in (months[0], months[-1])))
            total = f"{sum(place.counts.values()):,} appointments"
            yield f"{place.name} ({code}): {total} in {plural(len(months), 'month')}, {span}."


def _fits(headings: Headings) -> bool:
    has_place = headings.has(*PRACTICE) or headings.has(*COMMISSIONER)
    return has_place and headings.has(*MONTHS) and all(map(headings.has, (COUNT, *PARTS)))


def _read(table: FoundTable, _year: FinancialYear | None) -> AppointmentsReading:
    headings = table.headings
    place_at = headings.needed(*PRACTICE, *COMMISSIONER)
    name_at = headings.at(*NAMES)
    adds_up = headings.has(CATEGORY)
    names: dict[str, str] = {}
    counts: dict[str, dict[Key, int]] = defaultdict(dict)
    rows: dict[str, set[int]] = defaultdict(set)
    refused: dict[str, list[RefusedRow]] = defaultdict(list)
    read = 0
    for number, row in table.whole():
        read += 1
        code = row[place_at].strip().upper()
        try:
            key, count = counted(headings, row)
            if key in counts[code] and not adds_up:
                raise BadCell("", "The same month, status, staff, mode and time stand above")
        except BadCell as bad:
            refused[code].append(bad.row(table, number))
            continue
        counts[code][key] = counts[code].get(key, 0) + count
        rows[code].add(number)
        names.setdefault(code, " ".join(row[name_at].split()) if name_at is not None else code)
    places = {
        code: Place(names.get(code, code), counts[code], frozenset(rows[code]), refused[code])
        for code in {*counts, *refused}
    }
    return AppointmentsReading(FileFacts(KIND.key, KIND.words, table, read), places)


def _change(code: str, name: str, key: Key, count: int) -> Change:
    month, status, staff, mode, lead = key
    return Change(
        "appointment_count",
        f"{name}, {month.words}, {status}, {staff}, {mode}, {lead}",
        {
            "place_code": code,
            "place_name": name,
            "month": month,
            "status": status,
            "staff": staff,
            "mode": mode,
            "lead_time": lead,
            "appointments": count,
            "source": SOURCE,
        },
        name=named("appointments", code, *key),
    )


KIND = OfficialKind(
    "appointments", "appointments in general practice (national figures)", _fits, _read
)
