"""The lines of a year's budget with whom they were paid for, to be held against another year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Build
from pch_desktop.domain.budget_years import Counted, Portion
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.population import WEIGHTING_WORDS, Weighting
from pch_desktop.models.budget import BudgetVersion
from pch_desktop.models.population import Practice, WeightedPopulation
from pch_desktop.store.budget.building import is_counted
from pch_desktop.store.budget.lines import budget_year, lines_of, parts
from pch_desktop.store.budget.people import People, WeightedPair, people, weighted_pairs
from pch_desktop.store.budget.rows import LineRow, PartRow, YearRow

WHOLE = ""
"""The code of the portion that is no practice's: one sum for the locality."""
Lists = Mapping[tuple[str, Weighting], Counted]
"""The people of a practice by its code and by what they are weighted for."""


@dataclass(frozen=True, slots=True)
class YearLine:
    """A line of a year's budget and the portions it is made of."""

    line: LineRow
    portions: Mapping[str, Portion] | None
    """By practice where the line is its baseline and that is known by practice, else ``WHOLE``;
    None where its budget is not known. Income is below zero."""
    whole: Portion | None
    """The line as one sum; None where its budget is not known."""
    source: str


@dataclass(frozen=True, slots=True)
class YearLines:
    """A year's budget, its lines in scope, and the names of the practices by code."""

    year: YearRow
    lines: Sequence[YearLine]
    practices: Mapping[str, str]


def year_lines(session: Session, year: FinancialYear) -> YearLines | None:
    """Return the lines of a year's newest version that are not out of scope, or None."""
    told = budget_year(session, year)
    if told is None:
        return None
    version = session.get_one(BudgetVersion, told.version_id)
    ground = _Ground(
        told,
        _by_line(parts(session, version.id)),
        _lists(session, told.baseline_year or year),
        people(session, version, year),
        weighted_pairs(session, year),
    )
    rows = lines_of(session, version, year.months[-1])
    lines = [_line(row, ground) for row in rows if is_counted(row.scope)]
    return YearLines(told, lines, dict(session.execute(select(Practice.code, Practice.name)).all()))


@dataclass(frozen=True, slots=True)
class _Ground:
    """What is read once for all lines."""

    year: YearRow
    parts: Mapping[int, Sequence[PartRow]]
    lists: Lists
    people: People
    pairs: Mapping[Weighting, WeightedPair]


def _by_line(rows: Sequence[PartRow]) -> Mapping[int, Sequence[PartRow]]:
    found: dict[int, list[PartRow]] = defaultdict(list)
    for row in rows:
        found[row.line_id].append(row)
    return found


def _lists(session: Session, year: FinancialYear) -> Lists:
    """Return the lists that belong to a year's payments."""
    query = select(
        Practice.code,
        WeightedPopulation.weighting,
        WeightedPopulation.weighted,
        WeightedPopulation.registered,
    ).join(Practice, WeightedPopulation.practice_id == Practice.id)
    found: dict[tuple[str, Weighting], Counted] = {}
    for code, weighting, weighted, registered in session.execute(
        query.where(WeightedPopulation.year == year)
    ):
        if weighted is not None:
            found[code, weighting] = Counted(weighted, f"{WEIGHTING_WORDS[weighting]} {year}")
        if registered is not None:
            found[code, Weighting.LIST] = Counted(registered, f"registered {year}")
    return found


def _line(row: LineRow, ground: _Ground) -> YearLine:
    year = ground.year
    budgeted = f"Budget {year.year}, version {year.version}"
    if row.annual_pence is None:
        return YearLine(row, None, None, budgeted)
    sign = -1 if row.is_income else 1
    whole = Portion(row.annual_pence * sign, _all_people(row.weighted_by, ground))
    made_of = [part for part in ground.parts.get(row.id, ()) if not _is_nothing(part)]
    if not _is_its_parts(row, made_of):
        return YearLine(row, {WHOLE: whole}, whole, budgeted)
    paid: dict[str, int] = defaultdict(int)
    for part in made_of:
        paid[part.practice_code or WHOLE] += part.amount_pence
    portions = {
        code: Portion(pence * sign, ground.lists.get((code, row.weighted_by)))
        for code, pence in paid.items()
    }
    sources = dict.fromkeys(part.source for part in made_of if part.source)
    return YearLine(row, portions, whole, "; ".join(sources) or budgeted)


def _is_its_parts(row: LineRow, made_of: Sequence[PartRow]) -> bool:
    """Return whether a line's budget is the payments to its practices and nothing else."""
    by_practice = all(part.practice_code for part in made_of)
    is_plain = row.build is Build.BASELINE and row.set_annual_pence is None
    return bool(made_of) and by_practice and is_plain and _sum(made_of) == row.annual_pence


def _is_nothing(part: PartRow) -> bool:
    """Return whether it is a sum that payments took the place of."""
    return part.practice_code is None and part.amount_pence == 0


def _sum(made_of: Sequence[PartRow]) -> int:
    return sum(part.amount_pence for part in made_of)


def _all_people(weighting: Weighting, ground: _Ground) -> Counted | None:
    """Return the locality's people as a line weights them, and which count that is."""
    agreed = f"agreed with version {ground.year.version} of {ground.year.year}"
    if weighting is Weighting.LIST:
        registered, day = ground.people.registered, ground.people.registered_on
        return None if registered is None else Counted(Decimal(registered), str(day or agreed))
    if weighting is Weighting.CARR_HILL and ground.people.weighted_year is None:
        weighted = ground.people.weighted
        return None if weighted is None else Counted(weighted, agreed)
    pair = ground.pairs.get(weighting)
    return None if pair is None else Counted(pair.ours, f"{WEIGHTING_WORDS[weighting]} {pair.year}")
