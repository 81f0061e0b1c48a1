"""What a year's payments change: the practices' lists, and the shadow budget's baseline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pch_desktop.domain.budget import ContractForm, Phase, Scope, VersionStatus
from pch_desktop.domain.budget_years import is_carried
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.population import Weighting
from pch_desktop.imports.official import FileFacts, jump, noted, squeezed
from pch_desktop.imports.plan import (
    Change,
    Control,
    ImportPlan,
    Link,
    RefusedRow,
    compared,
)
from pch_desktop.reports.words import plural
from pch_desktop.store.import_known import Known, KnownLine, KnownVersion, named

SOURCE = "NHS Payments to General Practice"
PAYER = "NHS England"
GLOBAL_SUM = "globalsum"


@dataclass(frozen=True, slots=True)
class Paid:
    """A practice's row: its list, and each component it was paid."""

    row: int
    registered: Decimal | None
    weighted: Decimal | None
    pence: tuple[int | None, ...]
    """In the order of the components; nothing where it is not known."""
    remark: str


@dataclass(frozen=True, slots=True)
class PaymentsReading:
    """A year's payments: components that add up to the total on every row kept."""

    facts: FileFacts
    components: tuple[str, ...]
    """Their names as budget lines, in the file's order."""
    practices: Mapping[str, Paid]
    refused: Mapping[str, RefusedRow]
    controls: tuple[Control, ...]

    def plan(self, known: Known) -> ImportPlan:
        """Return the lists, lines and baselines that are new or differ."""
        return planned(self, known)


@dataclass(frozen=True, slots=True)
class _Budget:
    """Where the baseline goes: a version there is, or one to be made."""

    version: KnownVersion | None
    version_id: int | Link
    changes: tuple[Change, ...]
    note: str


def planned(reading: PaymentsReading, known: Known) -> ImportPlan:
    """Return what a year's payments change in the locality."""
    year = reading.facts.year
    codes = sorted(known.practice_ids)
    ours = {code: reading.practices[code] for code in codes if code in reading.practices}
    refused = tuple(reading.refused[code] for code in codes if code in reading.refused)
    plan = reading.facts.plan(known, frozenset(paid.row for paid in ours.values()), refused)
    if year is None or not ours:
        return noted(plan, _england(reading), _none_of(known))
    budget = _budget(known, year)
    found = [_weighted(known, code, year, paid) for code, paid in ours.items()]
    if budget.version is None or budget.version.is_draft:
        found += _baseline(_Baseline(reading, known, budget, year, ours))
    changes, same = compared(found, known.standing)
    plan = replace(plan, changes=(*budget.changes, *changes), same=same, controls=reading.controls)
    return noted(plan, *_notes(reading, known, ours, budget))


def _budget(known: Known, year: FinancialYear) -> _Budget:
    """Return the version whose baseline is of this year, else the latest, else a new one."""
    standing = [each for each in known.versions if each.status is not VersionStatus.SUPERSEDED]
    same_year = [each for each in standing if each.baseline_year == year]
    for version in (*same_year, *standing[:1]):
        return _existing(version, year)
    return _new_budget(known, year)


def _existing(version: KnownVersion, year: FinancialYear) -> _Budget:
    words = f"version {version.number} of the budget for {version.year}"
    if not version.is_draft:
        note = f"V{words[1:]} is {version.status} and stays as it is: its baseline is not changed."
        return _Budget(version, version.id, (), note)
    if version.baseline_year == year:
        return _Budget(version, version.id, (), "")
    if version.baseline_year is not None:
        note = (
            f"The baseline of {words} stays that of {version.baseline_year}; "
            f"the figures of {year} are kept beside it."
        )
        return _Budget(version, version.id, (), note)
    change = Change(
        "budget_version",
        f"{words.capitalize()}: year of the baseline",
        {"baseline_year": year},
        {"baseline_year": None},
        version.id,
        "version",
    )
    return _Budget(version, version.id, (change,), f"{year} becomes the baseline of {words}.")


def _new_budget(known: Known, year: FinancialYear) -> _Budget:
    latest = max(known.budget_years, default=None)
    changes: list[Change] = []
    year_id: int | Link = Link("year")
    if latest is None:
        latest = year.plus(1)
        facts = {"year": latest, "phase": Phase.SHADOW}
        changes.append(Change("budget_year", f"Budget for {latest}", facts, name="year"))
    else:
        year_id = known.budget_years[latest]
    facts = {
        "budget_year_id": year_id,
        "number": 1,
        "status": VersionStatus.DRAFT,
        "baseline_year": year,
    }
    changes.append(Change("budget_version", f"Version 1 for {latest}", facts, name="version"))
    note = f"A shadow budget for {latest} is begun, on the baseline of {year}."
    return _Budget(None, Link("version"), tuple(changes), note)


def _weighted(known: Known, code: str, year: FinancialYear, paid: Paid) -> Change:
    return Change(
        "weighted_population",
        f"{code}, {year}, Carr-Hill",
        {
            "practice_id": known.practice_ids[code],
            "year": year,
            "weighting": Weighting.CARR_HILL,
            "registered": paid.registered,
            "weighted": paid.weighted,
            "source": f"{SOURCE} {year}",
        },
        name=named("weighted", code, year, Weighting.CARR_HILL),
    )


@dataclass(frozen=True, slots=True)
class _Baseline:
    """All that the lines and their parts are made from."""

    reading: PaymentsReading
    known: Known
    budget: _Budget
    year: FinancialYear
    ours: Mapping[str, Paid]

    def standing_part(self, line: KnownLine | None, code: str) -> Mapping[str, object] | None:
        """Return what the locality has for a line, practice and year."""
        name = named("part", line.id, code, self.year) if line else ""
        return self.known.standing.get(name)


def _baseline(base: _Baseline) -> Iterator[Change]:
    """Yield the lines that are missing, and every part of this year's baseline."""
    version_id = base.budget.version_id
    standing = [line for line in base.known.lines if line.version_id == version_id]
    lines = {squeezed(line.name): line for line in standing}
    position = max((line.position for line in standing), default=0)
    carried = {line.id for line in _carried(base.known, base.budget, base.year)}
    for at, name in enumerate(base.reading.components):
        amounts = {code: paid.pence[at] for code, paid in base.ours.items()}
        line = lines.pop(squeezed(name), None)
        is_carried_over = line is not None and line.id in carried
        told = is_carried_over or any(base.standing_part(line, code) for code in amounts)
        if not any(amounts.values()) and not told:
            continue
        if line is None:
            position += 1
            yield _line(version_id, name, position)
        if line is not None and is_carried_over:
            yield _nought(line)
        yield from _parts(base, name, line, amounts)
    for line in lines.values():
        yield from _gone(base, line)


def _line(version_id: int | Link, name: str, position: int) -> Change:
    is_global_sum = squeezed(name) == GLOBAL_SUM
    facts: dict[str, object] = {
        "version_id": version_id,
        "name": name,
        "position": position,
        "sector": Sector.PRIMARY,
        "scope": Scope.IN,
        "payer": PAYER,
        "contract_form": ContractForm.CAPITATION if is_global_sum else None,
        "weighted_by": Weighting.CARR_HILL,
    }
    return Change("budget_line", name, facts, name=named("line", squeezed(name)))


def _parts(
    base: _Baseline, name: str, line: KnownLine | None, amounts: Mapping[str, int | None]
) -> Iterator[Change]:
    line_id: int | Link = line.id if line else Link(named("line", squeezed(name)))
    key = line.id if line else squeezed(name)
    for code, pence in amounts.items():
        if pence is None:
            continue
        yield Change(
            "baseline_part",
            f"{name}, {code}, {base.year}",
            {
                "line_id": line_id,
                "practice_id": base.known.practice_ids[code],
                "year": base.year,
                "amount_pence": pence,
                "source": _source(base.year),
            },
            name=named("part", key, code, base.year),
        )


def _carried(known: Known, budget: _Budget, year: FinancialYear) -> list[KnownLine]:
    """Return the lines carried over from last year as one sum, where the payments count instead."""
    version = budget.version
    if version is None or not version.is_draft or version.baseline_year not in {None, year}:
        return []
    return [
        line
        for line in known.lines
        if line.version_id == version.id
        and is_carried(known.standing.get(_one_sum(line), {}).get("source"))
    ]


def _one_sum(line: KnownLine) -> str:
    """Return the name of a line's baseline that is one sum without a year."""
    return named("part", line.id, "", None)


def _nought(line: KnownLine) -> Change:
    """Return that a sum carried over is nought: the year's own payments take its place."""
    words = f"{line.name}, carried over from last year"
    return Change("baseline_part", words, {"amount_pence": 0}, name=_one_sum(line))


def _gone(base: _Baseline, line: KnownLine) -> Iterator[Change]:
    """Yield noughts for what an earlier file of the year had and this one has not."""
    for code in base.ours:
        part = base.standing_part(line, code)
        if part is not None and part["source"] == _source(base.year):
            yield Change(
                "baseline_part",
                f"{line.name}, {code}, {base.year}",
                {"amount_pence": 0},
                name=named("part", line.id, code, base.year),
            )


def _source(year: FinancialYear) -> str:
    return f"{SOURCE} {year}"


def _england(reading: PaymentsReading) -> str:
    count, registered, weighted, paid = (control.value for control in reading.controls)
    return (
        f"The whole file: {count:,.0f} practices, {registered:,.0f} registered, "
        f"{weighted:,.2f} weighted, £{paid:,.2f} paid."
    )


def _none_of(known: Known) -> str:
    if not known.practice_ids:
        return "This locality has no practices yet: pick them first."
    return "None of this locality's practices stands in this file."


def _notes(
    reading: PaymentsReading, known: Known, ours: Mapping[str, Paid], budget: _Budget
) -> Iterator[str]:
    year = reading.facts.year
    yield _england(reading)
    yield _locality(ours)
    yield budget.note
    missing = [code for code in sorted(known.practice_ids) if code not in reading.practices]
    if missing:
        yield f"Not taken, or not in this file: {', '.join(missing)}."
    yield from _carried_notes(reading, _carried(known, budget, year), known) if year else ()
    for code, paid in ours.items():
        if paid.remark:
            yield f"{code}: {paid.remark}."
        yield from _jumps(known, code, year, paid)


def _carried_notes(
    reading: PaymentsReading, carried: Sequence[KnownLine], known: Known
) -> Iterator[str]:
    """Yield which sums of last year no longer count, and which lines were paid last year only."""
    names = {squeezed(name) for name in reading.components}
    beside = [line for line in carried if squeezed(line.name) in names]
    if beside:
        yield (
            f"{plural(len(beside), 'baseline')} carried over from last year's budget "
            "become nought: these payments take their place."
        )
    paid = _paid_lines(known)
    gone = [line.name for line in carried if line not in beside and squeezed(line.name) in paid]
    if gone:
        yield (
            f"Paid before and not in this file: {', '.join(gone)}. The sum carried over from "
            "last year's budget stays; delete the line if it has ended."
        )


def _paid_lines(known: Known) -> set[str]:
    """Return the names of the lines whose baseline is made of payments."""
    paid = {
        row["line_id"]
        for row in known.standing.values()
        if "line_id" in row and str(row["source"]).startswith(SOURCE)
    }
    return {squeezed(line.name) for line in known.lines if line.id in paid}


def _locality(ours: Mapping[str, Paid]) -> str:
    registered = [paid.registered for paid in ours.values()]
    weighted = [paid.weighted for paid in ours.values()]
    pence = sum(part or 0 for paid in ours.values() for part in paid.pence)
    incomplete = " (some not known)" if None in registered or None in weighted else ""
    return (
        f"This locality: {len(ours)} of its practices, {_sum(registered):,.0f} registered, "
        f"{_sum(weighted):,.0f} weighted{incomplete}, £{pence / 100:,.2f} paid."
    )


def _sum(values: list[Decimal | None]) -> Decimal:
    return sum((value for value in values if value is not None), Decimal(0))


def _jumps(known: Known, code: str, year: FinancialYear | None, paid: Paid) -> Iterator[str]:
    """Yield a sentence where a list is far from that of the year before or after."""
    if year is None or not paid.registered:
        return
    for other, is_later in ((year.plus(-1), False), (year.plus(1), True)):
        row = known.standing.get(named("weighted", code, other, Weighting.CARR_HILL))
        people = row["registered"] if row else None
        if not isinstance(people, Decimal) or not people:
            continue
        lists = [(str(other), people), (str(year), paid.registered)]
        yield from jump(code, *(reversed(lists) if is_later else lists))
