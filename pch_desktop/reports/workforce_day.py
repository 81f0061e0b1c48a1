"""The team on a day: what every measure of the workforce is worked out from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.population import PracticeStatus, Weighting
from pch_desktop.domain.workforce import ContractKind, StaffGroup, hours
from pch_desktop.domain.workforce_measures import (
    CLINICAL,
    counts_among_all_gps,
    counts_as_gp,
    counts_as_head,
    counts_in_post,
)
from pch_desktop.domain.workforce_people import COVER
from pch_desktop.store import population, workforce
from pch_desktop.store.population import PracticeRow
from pch_desktop.store.workforce import PostRow, WorkforceRules, WorkRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

Keeps = Callable[[WorkRow], bool]
NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class People:
    """A practice's people on a day: as registered, and as weighted for need."""

    code: str
    name: str
    registered: Decimal | None
    weighted: Decimal | None
    year: FinancialYear | None
    """The financial year the weighted list is of."""


@dataclass(frozen=True, slots=True)
class TeamDay:
    """Who works here on a day, the posts, and the people they look after."""

    day: date
    work: Sequence[WorkRow]
    posts: Sequence[PostRow]
    people: Sequence[People]
    """Of the practices that are open."""
    names: Mapping[str, str]
    """The name of every practice by its code."""
    sites: Mapping[str, str]
    """The name of the practice a site belongs to, by the site's."""
    rules: WorkforceRules

    def practice_of(self, post: PostRow) -> str:
        """Return the practice a post is based at, or that its site belongs to; else nothing."""
        return post.practice or self.sites.get(post.site or "", "")

    def gps(self, row: WorkRow) -> bool:
        """Return whether work counts in GP WTE, as the locality counts it."""
        return self.all_gps(row) if self.rules.counts_all_gps else self.standing_gps(row)

    def standing_gps(self, row: WorkRow) -> bool:
        """Return whether work counts in GP WTE without trainees and locums."""
        is_gp = row.staff_group is StaffGroup.GP
        return is_gp and counts_as_gp(row.contract_kind, row.standing)

    def all_gps(self, row: WorkRow) -> bool:
        """Return whether work counts in GP WTE with trainees and locums."""
        return row.staff_group is StaffGroup.GP and counts_among_all_gps(row.contract_kind)

    def clinical(self, row: WorkRow) -> bool:
        """Return whether work counts in clinical WTE: GPs as they are counted, others in post."""
        if row.staff_group is StaffGroup.GP:
            return self.gps(row)
        return row.staff_group in CLINICAL and in_post(row)


def team_day(file: Reads, day: date) -> TeamDay:
    """Return the team on a day."""
    practices = file.read(population.practices, Month.of(day), by=day)
    return TeamDay(
        day,
        file.read(workforce.work_on, day),
        file.read(workforce.posts, day),
        _people(file, practices, day),
        {row.code: row.name for row in practices},
        {row.name: row.practice for row in file.read(population.sites) if row.practice},
        file.read(workforce.rules),
    )


def in_post(row: WorkRow) -> bool:
    """Return whether work counts as in post."""
    return counts_in_post(row.contract_kind)


def cover(row: WorkRow) -> bool:
    """Return whether work stands in for somebody."""
    return row.contract_kind in COVER


def of_kind(kind: ContractKind) -> Keeps:
    """Return what keeps the work of a contract."""
    return lambda row: row.contract_kind is kind


def wte(rows: Iterable[WorkRow], keeps: Keeps = in_post) -> Decimal:
    """Return what work adds up to, in WTE."""
    return sum((row.wte for row in rows if keeps(row)), NOTHING)


def counted(row: WorkRow) -> bool:
    """Return whether work makes somebody a head; a volunteer's does not."""
    return counts_as_head(row.contract_kind)


def heads(rows: Iterable[WorkRow], keeps: Keeps = counted) -> int:
    """Return how many people there are, each counted once."""
    return len({row.person_id for row in rows if keeps(row)})


def weekly_hours(rows: Iterable[WorkRow], keeps: Keeps) -> Decimal:
    """Return the hours a week of work together."""
    return hours(sum(row.weekly_minutes for row in rows if keeps(row)))


def wte_by_practice(
    rows: Iterable[WorkRow], keeps: Keeps = in_post
) -> Mapping[str | None, Decimal]:
    """Return the WTE at each practice, by code; None is no practice.

    A split person counts at each practice with their share, so that it adds up
    to the WTE of the locality.
    """
    found: dict[str | None, Decimal] = defaultdict(Decimal)
    for row in rows:
        if keeps(row):
            for code, part in row.wte_by_practice.items():
                found[code] += part
    return found


def heads_by_practice(rows: Iterable[WorkRow]) -> Mapping[str | None, int]:
    """Return how many people work at each practice; who works at two counts at both."""
    found: dict[str | None, set[int]] = defaultdict(set)
    for row in rows:
        if counted(row):
            places = dict(row.shares) or {row.practice: 1}
            for code in places:
                found[code].add(row.person_id)
    return {code: len(people) for code, people in found.items()}


def registered_of(row: PracticeRow) -> Decimal | None:
    """Return a practice's list, else the average list of its year; None where neither is known."""
    return row.registered if row.list_size is None else Decimal(row.list_size)


def _people(file: Reads, rows: Sequence[PracticeRow], day: date) -> list[People]:
    year = FinancialYear.of(day)
    found = [_of_practice(row, year) for row in rows if row.status is not PracticeStatus.CLOSED]
    if all(row.weighted is not None for row in found):
        return found
    return [_else_primary(file, row, year) for row in found]


def _of_practice(row: PracticeRow, year: FinancialYear) -> People:
    size = registered_of(row)
    is_past = row.year is not None and row.year <= year
    weighted = row.weighted if is_past else None
    return People(row.code, row.name, size, weighted, row.year if is_past else None)


def _else_primary(file: Reads, row: People, year: FinancialYear) -> People:
    """Return a practice's people weighted for primary medical care, where Carr-Hill is missing."""
    if row.weighted is not None:
        return row
    known = [
        each
        for each in file.read(population.weights)
        if (each.code, each.weighting) == (row.code, Weighting.PRIMARY_MEDICAL)
        and each.year <= year
        and each.weighted is not None
    ]
    if not known:
        return row
    last = max(known, key=lambda each: each.year)
    return People(row.code, row.name, row.registered, last.weighted, last.year)
