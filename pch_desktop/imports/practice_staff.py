"""Staff of practices as national figures count them: a column for each group, or a row for each.

Three layouts are known: the national practice-level file with its hundreds of
columns, the one with a row for each role and measure, and figures by year
derived from them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.workforce import StaffGroup
from pch_desktop.domain.workforce_counts import ALL, SETTLED
from pch_desktop.imports.official import FileFacts, FoundTable, Headings, OfficialKind, noted
from pch_desktop.imports.plan import Change, Control, ImportPlan, RefusedRow, compared
from pch_desktop.imports.practice_staff_cells import BadCell, counted_on, heads, wte
from pch_desktop.imports.practice_staff_rows import RoleSums, is_long, role_row
from pch_desktop.reports.words import plural
from pch_desktop.store.import_known import Known, named

CODES = ("praccode", "practicecode")
NATIONAL = "General Practice Workforce, practice level (NHS Digital)"
DERIVED = "General practice workforce by year, derived (HEEC)"
OF_YEAR = (
    "The file gives the year only and is derived from the national figures: each is put at "
    "30 September, the day of the yearly census, its patients to the nearest whole number."
)
WHOLE_FILE = "Whole file"
MICRO = Decimal("0.000001")
GROUPS: Sequence[tuple[StaffGroup, str, str]] = (
    (StaffGroup.GP, ALL, "totalgp"),
    (StaffGroup.GP, SETTLED, "totalgpextgl"),
    (StaffGroup.NURSE, ALL, "totalnurses"),
    (StaffGroup.DIRECT_CARE, ALL, "totaldpc"),
    (StaffGroup.ADMIN, ALL, "totaladmin"),
    (StaffGroup.ADMIN, "managers", "totaladminmanager"),
    (StaffGroup.ADMIN, "receptionists", "totaladminrecept"),
    (StaffGroup.ADMIN, "telephonists", "totaladminteleph"),
)
"""What is kept of a row: the group, what of it, and how the headings of its figures begin."""


@dataclass(frozen=True, slots=True)
class Count:
    """Staff of a practice on a day in one group, or one part of it; None is not known."""

    code: str
    day: date
    staff_group: StaffGroup
    role: str
    wte: Decimal | None
    heads: int | None
    patients: int | None


@dataclass(frozen=True, slots=True)
class PracticeStaffReading:
    """What a file counts, by practice."""

    facts: FileFacts
    counts: Mapping[str, Sequence[Count]]
    rows: Mapping[str, frozenset[int]]
    """The numbers of the rows that could be used."""
    refused: Mapping[str, Sequence[RefusedRow]]
    source: str
    is_of_years: bool = False

    def plan(self, known: Known) -> ImportPlan:
        """Return the counts of the locality's practices that are new or differ."""
        codes = sorted(known.practice_ids)
        found = [self._change(one) for code in codes for one in self.counts.get(code, ())]
        refused = tuple(row for code in codes for row in self.refused.get(code, ()))
        used = frozenset[int]().union(*(self.rows.get(code, frozenset()) for code in codes))
        changes, same = compared(found, known.standing)
        plan = self.facts.plan(known, used, refused)
        plan = replace(plan, changes=changes, same=same, controls=self._controls())
        return noted(plan, *self._sentences(codes))

    def _change(self, one: Count) -> Change:
        key = (one.code, one.day, one.staff_group.value, one.role)
        part = "" if one.role == ALL else f", {one.role}"
        return Change(
            "practice_staff",
            f"{one.code}, {one.day:%d/%m/%Y}, {one.staff_group}{part}",
            {
                "practice_code": one.code,
                "counted_on": one.day,
                "staff_group": one.staff_group.value,
                "role": one.role,
                "wte": one.wte,
                "heads": one.heads,
                "patients": one.patients,
                "source": self.source,
            },
            name=named("practice staff", *key),
        )

    def _controls(self) -> tuple[Control, ...]:
        sums: dict[StaffGroup, Decimal] = defaultdict(Decimal)
        for counts in self.counts.values():
            for one in counts:
                if one.role == ALL or (one.role == SETTLED and self.is_of_years):
                    sums[one.staff_group] += one.wte or Decimal(0)
        totals = (
            Control(WHOLE_FILE, f"wte {group}", total.quantize(MICRO, ROUND_HALF_UP))
            for group, total in sums.items()
        )
        return (Control(WHOLE_FILE, "practices", Decimal(len(self.counts))), *totals)

    def _sentences(self, codes: Sequence[str]) -> Iterator[str]:
        if not codes:
            yield "This locality has no practices yet: pick them first."
            return
        there = [code for code in codes if self.counts.get(code)]
        days = sorted({one.day for code in there for one in self.counts[code]})
        if days:
            span = " to ".join(
                f"{day.day} {day:%B %Y}" for day in dict.fromkeys((days[0], days[-1]))
            )
            yield f"{plural(len(there), 'practice')} of yours counted on {span}."
        missing = [code for code in codes if code not in there]
        if missing:
            yield f"Not in this file: {', '.join(missing)}."
        if self.is_of_years:
            yield OF_YEAR


def _fits(headings: Headings) -> bool:
    if not headings.has(*CODES):
        return False
    return is_long(headings) or headings.has("totalgpfte", "totalgpextglfte")


def _read(table: FoundTable, _year: FinancialYear | None) -> PracticeStaffReading:
    return _read_rows(table) if is_long(table.headings) else _read_columns(table)


def _read_columns(table: FoundTable) -> PracticeStaffReading:
    """Return the reading of a file with a column for each group."""
    headings = table.headings
    code_at, is_of_years = headings.needed(*CODES), not headings.has("month")
    counts: dict[str, list[Count]] = defaultdict(list)
    rows: dict[str, set[int]] = defaultdict(set)
    refused: dict[str, list[RefusedRow]] = defaultdict(list)
    seen: dict[tuple[str, date], int] = {}
    read = 0
    for number, row in table.whole():
        read += 1
        code = row[code_at].strip().upper()
        try:
            day = counted_on(headings, row)
            found = _counts(headings, row, code, day)
            _once(seen, (code, day), number)
            counts[code] += found
            rows[code].add(number)
        except BadCell as bad:
            refused[code].append(bad.row(table, number))
    source = DERIVED if is_of_years else NATIONAL
    facts = FileFacts(KIND.key, KIND.words, table, read, taken_on=_only_day(counts))
    kept = {code: frozenset(numbers) for code, numbers in rows.items()}
    return PracticeStaffReading(facts, counts, kept, refused, source, is_of_years)


def _counts(headings: Headings, row: list[str], code: str, day: date) -> list[Count]:
    """Return what a row counts; a group the file has no column of is left out."""
    patients = heads(headings, row, "totalpatients")
    return [
        Count(
            code,
            day,
            group,
            role,
            wte(headings, row, f"{start}fte"),
            heads(headings, row, f"{start}hc"),
            patients,
        )
        for group, role, start in GROUPS
        if headings.has(f"{start}fte")
    ]


def _read_rows(table: FoundTable) -> PracticeStaffReading:
    """Return the reading of a file with a row for each role and measure of a practice."""
    headings = table.headings
    code_at = headings.needed(*CODES)
    sums: dict[str, RoleSums] = defaultdict(RoleSums)
    rows: dict[str, set[int]] = defaultdict(set)
    refused: dict[str, list[RefusedRow]] = defaultdict(list)
    read = 0
    for number, row in table.whole():
        read += 1
        code = row[code_at].strip().upper()
        try:
            role_row(headings, row, number, sums[code])
            rows[code].add(number)
        except BadCell as bad:
            refused[code].append(bad.row(table, number))
    counts = {
        code: [Count(code, *key, total, None, None) for key, total in each.totals()]
        for code, each in sums.items()
    }
    facts = FileFacts(KIND.key, KIND.words, table, read, taken_on=_only_day(counts))
    kept = {code: frozenset(numbers) for code, numbers in rows.items()}
    return PracticeStaffReading(facts, counts, kept, refused, NATIONAL)


def _once(seen: dict[tuple[str, date], int], key: tuple[str, date], number: int) -> None:
    if key in seen:
        raise BadCell("", f"{key[0]} stands in row {seen[key]:,} already. Keep one of the two")
    seen[key] = number


def _only_day(counts: Mapping[str, Sequence[Count]]) -> date | None:
    """Return the day a file is of; None where it is of several."""
    days = {one.day for each in counts.values() for one in each}
    return days.pop() if len(days) == 1 else None


KIND = OfficialKind("practice_staff", "staff of practices (national figures)", _fits, _read)
