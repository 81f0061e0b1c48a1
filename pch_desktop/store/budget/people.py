"""Whom a capitated sum is for: the people counted, weighted, and their board's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.population import Weighting
from pch_desktop.models.budget import BudgetVersion
from pch_desktop.models.locality import ControlTotal, ImportBatch
from pch_desktop.models.population import WeightedPopulation
from pch_desktop.store.population.lists import latest_lists

ENGLAND = "England"


@dataclass(frozen=True, slots=True)
class People:
    """The people a year's sum is divided by; None where they are not known."""

    registered: int | None
    registered_on: date | None
    """The day of the lists; None where the number was agreed with the version."""
    weighted: Decimal | None
    weighted_year: FinancialYear | None
    """The year of the weighted lists; None where the number was agreed with the version."""
    care_home_beds: int | None


@dataclass(frozen=True, slots=True)
class WeightedPair:
    """The locality's people as weighted for a service, and those of the board it shares with."""

    year: FinancialYear
    ours: Decimal
    registered: Decimal | None
    board: str | None
    boards: Decimal | None
    boards_registered: Decimal | None


def people(session: Session, version: BudgetVersion, year: FinancialYear) -> People:
    """Return the people of a version: as agreed with it, else as the lists at hand have them."""
    registered, counted_on = version.registered_people, None
    if registered is None:
        lists = latest_lists(session, year.first)
        registered = sum(size for _, size in lists.values()) if lists else None
        counted_on = max((day for day, _ in lists.values()), default=None)
    weighted, of_year = version.weighted_people, None
    if weighted is None and (pair := weighted_pairs(session, year).get(Weighting.CARR_HILL)):
        weighted, of_year = pair.ours, pair.year
    return People(registered, counted_on, weighted, of_year, version.care_home_beds)


def weighted_pairs(session: Session, year: FinancialYear) -> Mapping[Weighting, WeightedPair]:
    """Return the weighted people by what they are weighted for, of the latest year up to this.

    A weighting of which a practice is not known is left out, as its sum would not be whole.
    """
    found: dict[tuple[Weighting, FinancialYear], list[tuple[Decimal | None, Decimal | None]]]
    found = defaultdict(list)
    query = select(
        WeightedPopulation.weighting,
        WeightedPopulation.year,
        WeightedPopulation.weighted,
        WeightedPopulation.registered,
    ).where(WeightedPopulation.year <= year)
    for weighting, of_year, weighted, registered in session.execute(query):
        found[weighting, of_year].append((weighted, registered))
    boards = _boards(session)
    latest: dict[Weighting, FinancialYear] = {}
    for weighting, of_year in found:
        latest[weighting] = max(of_year, latest.get(weighting, of_year))
    pairs: dict[Weighting, WeightedPair] = {}
    for weighting, of_year in latest.items():
        ours = _sum(weighted for weighted, _ in found[weighting, of_year])
        if ours is not None:
            registered = _sum(registered for _, registered in found[weighting, of_year])
            board = boards.get((of_year, weighting), (None, None, None))
            pairs[weighting] = WeightedPair(of_year, ours, registered, *board)
    return _with_list(pairs)


def _with_list(pairs: Mapping[Weighting, WeightedPair]) -> Mapping[Weighting, WeightedPair]:
    """Return the pairs with that of the list itself: everybody counted once."""
    known = [pair for pair in pairs.values() if pair.registered and pair.boards_registered]
    if not known or Weighting.LIST in pairs:
        return pairs
    last = max(known, key=lambda pair: pair.year)
    counted, boards = last.registered or Decimal(0), last.boards_registered
    return {
        **pairs,
        Weighting.LIST: WeightedPair(last.year, counted, counted, last.board, boards, boards),
    }


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    total = Decimal(0)
    for amount in amounts:
        if amount is None:
            return None
        total += amount
    return total


Board = tuple[str | None, Decimal | None, Decimal | None]


def _boards(session: Session) -> Mapping[tuple[FinancialYear, Weighting], Board]:
    """Return the first board with totals of a year, by year and weighting."""
    query = (
        select(ImportBatch.year, ControlTotal.place, ControlTotal.measure, ControlTotal.value)
        .join(ImportBatch, ControlTotal.batch_id == ImportBatch.id)
        .where(ControlTotal.place != ENGLAND)
        .order_by(ControlTotal.place.desc(), ImportBatch.id)
    )
    totals: dict[tuple[FinancialYear, str], dict[str, Decimal]] = defaultdict(dict)
    for year, place, measure, value in session.execute(query):
        if year is not None:
            totals[year, place][measure] = value
    found: dict[tuple[FinancialYear, Weighting], Board] = {}
    for (year, place), measures in totals.items():
        for weighting in Weighting:
            weighted = measures.get(f"weighted {weighting.value}")
            if weighted is not None and measures.get("registered"):
                found[year, weighting] = (place, weighted, measures["registered"])
    return found
