"""NHS England's weighted populations: each practice's people as weighted for each service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.population import WEIGHTING_WORDS, Weighting, need_index
from pch_desktop.domain.typed import is_blank
from pch_desktop.imports.official import (
    FileFacts,
    FoundTable,
    Headings,
    OfficialKind,
    noted,
    year_of,
)
from pch_desktop.imports.plan import Change, Control, ImportPlan, RefusedRow, compared
from pch_desktop.store.import_known import Known, named

MICRO = Decimal("0.000001")
SOURCE = "NHS England weighted populations"
COLUMNS: Mapping[Weighting, tuple[str, ...]] = {
    Weighting.GENERAL_AND_ACUTE: ("gawp", "generalacutewp"),
    Weighting.COMMUNITY: ("cswp", "communityserviceswp"),
    Weighting.MENTAL_HEALTH: ("mhwp", "mentalhealthwp"),
    Weighting.MATERNITY: ("matwp", "maternitywp"),
    Weighting.HEALTH_INEQUALITIES: ("healthineqwp", "healthinequalitieswp", "hiwp"),
    Weighting.PRESCRIBING: ("prescrwp", "prescribingwp"),
    Weighting.OVERALL: ("finalwp", "overallwp"),
    Weighting.PRIMARY_MEDICAL: ("finalpmcwp", "primarymedicalcarewp"),
}
LEAST_WEIGHTS = 3
"""So many of the services above must be there for the file to be of this kind."""
CODES = ("practicecode", "gppracticecode")
BOARDS = ("ics22", "ics23", "icbcode", "icscode", "ics")


@dataclass(frozen=True, slots=True)
class Weights:
    """A practice's row: its people as counted and as weighted, and its board."""

    row: int
    board: str
    registered: Decimal | None
    weighted: Mapping[Weighting, Decimal | None]


@dataclass(frozen=True, slots=True)
class WeightedReading:
    """A file of weighted populations."""

    facts: FileFacts
    practices: Mapping[str, Weights]
    refused: Mapping[str, RefusedRow]
    totals: Mapping[str, Mapping[str, Decimal]]
    """By place (England or a board's code), then measure: registered, weighted community."""

    def plan(self, known: Known) -> ImportPlan:
        """Return the weighted populations of the locality's practices that are new or differ."""
        codes = sorted(known.practice_ids)
        ours = {code: self.practices[code] for code in codes if code in self.practices}
        found = [
            _change(known, code, self.facts.year, weighting, weights)
            for code, weights in ours.items()
            for weighting in weights.weighted
        ]
        changes, same = compared(found, known.standing)
        refused = tuple(self.refused[code] for code in codes if code in self.refused)
        places = ["England", *sorted({weights.board for weights in ours.values() if weights.board})]
        controls = tuple(
            Control(place, measure, value)
            for place in places
            for measure, value in self.totals[place].items()
        )
        plan = self.facts.plan(known, frozenset(each.row for each in ours.values()), refused)
        plan = replace(plan, changes=changes, same=same, controls=controls)
        return noted(plan, *self._notes(known, ours, places))

    def _notes(self, known: Known, ours: Mapping[str, Weights], places: list[str]) -> list[str]:
        england = self.totals["England"]
        count, people = len(self.practices), england["registered"]
        notes = [f"The whole file: {count:,} practices, {people:,.0f} people."]
        missing = [code for code in sorted(known.practice_ids) if code not in ours]
        if not known.practice_ids:
            return [*notes, "This locality has no practices yet: pick them first."]
        if ours:
            notes.append(
                f"Its boards: {', '.join(places[1:]) or 'not told'}. {_against_england(ours)}"
            )
        if missing:
            notes.append(f"Not in this file: {', '.join(missing)}.")
        return notes


def _against_england(ours: Mapping[str, Weights]) -> str:
    people = sum((each.registered or Decimal(0) for each in ours.values()), Decimal(0))
    weighted = sum(
        (each.weighted.get(Weighting.OVERALL) or Decimal(0) for each in ours.values()), Decimal(0)
    )
    index = need_index(weighted, people)
    return f"Need index against England, overall: {index:.4f}." if index else ""


def _fits(headings: Headings) -> bool:
    weights = sum(headings.has(*names) for names in COLUMNS.values())
    return headings.has(*CODES) and weights >= LEAST_WEIGHTS and _people_at(headings) is not None


def _people_at(headings: Headings) -> int | None:
    """Return where the people counted stand: pop 2022/23, whatever the year."""
    return next(iter(headings.starting("pop")), None) or headings.at("patients", "registered")


def _read(table: FoundTable, asked: FinancialYear | None) -> WeightedReading:
    year, year_note = year_of(table.file.name, asked)
    headings = table.headings
    at = {
        weighting: place
        for weighting, names in COLUMNS.items()
        if (place := headings.at(*names)) is not None
    }
    code_at, board_at, people_at = (
        headings.needed(*CODES),
        headings.at(*BOARDS),
        _people_at(headings),
    )
    practices: dict[str, Weights] = {}
    refused: dict[str, RefusedRow] = {}
    read = 0
    for number, row in table.whole():
        read += 1
        code = row[code_at].strip().upper()
        try:
            if code in practices:
                raise _Unread("", "The same practice stands in the file twice")
            practices[code] = Weights(
                number,
                row[board_at].strip() if board_at is not None else "",
                _number(table, row, people_at or 0),
                {weighting: _number(table, row, place) for weighting, place in at.items()},
            )
        except _Unread as bad:
            refused[code] = RefusedRow(table.sheet.name, number, bad.column, bad.reason, tuple(row))
    facts = FileFacts(KIND.key, KIND.words, table, read, year, notes=(year_note,))
    return WeightedReading(facts, practices, refused, _totals(practices, list(at)))


class _Unread(Exception):
    """A cell that is no number, and the column it stands in."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column = column
        self.reason = reason


def _number(table: FoundTable, row: list[str], at: int) -> Decimal | None:
    text = row[at].strip()
    try:
        value = Decimal(text)
    except InvalidOperation:
        if is_blank(text):
            return None
        raise _Unread(table.headings.raw[at], f"“{text}” is not a number of people") from None
    if not value.is_finite() or value < 0:
        raise _Unread(table.headings.raw[at], f"“{text}” is not a number of people")
    return value.quantize(MICRO, ROUND_HALF_UP)


def _totals(
    practices: Mapping[str, Weights], weightings: list[Weighting]
) -> dict[str, dict[str, Decimal]]:
    measures = ["registered", *(f"weighted {weighting}" for weighting in weightings)]
    totals: dict[str, dict[str, Decimal]] = {"England": dict.fromkeys(measures, Decimal(0))}
    for weights in practices.values():
        values = [weights.registered, *(weights.weighted[weighting] for weighting in weightings)]
        for place in filter(None, ("England", weights.board)):
            sums = totals.setdefault(place, dict.fromkeys(measures, Decimal(0)))
            for measure, value in zip(measures, values, strict=True):
                sums[measure] += value or 0
    return totals


def _change(
    known: Known, code: str, year: FinancialYear | None, weighting: Weighting, weights: Weights
) -> Change:
    return Change(
        "weighted_population",
        f"{code}, {year}, {WEIGHTING_WORDS[weighting]}",
        {
            "practice_id": known.practice_ids[code],
            "year": year,
            "weighting": weighting,
            "registered": weights.registered,
            "weighted": weights.weighted[weighting],
            "source": f"{SOURCE} {year}",
        },
        name=named("weighted", code, year, weighting),
    )


KIND = OfficialKind("weighted", "weighted populations", _fits, _read, needs_year=True)
