"""Sickness month by month: days lost of days available, added up by group, never of one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain import suppression
from pch_desktop.domain.period import Month
from pch_desktop.domain.suppression import OUTSIDE, Count
from pch_desktop.domain.workforce import StaffGroup
from pch_desktop.domain.workforce_measures import days_available, rate
from pch_desktop.reports.words import plural
from pch_desktop.reports.workforce_day import in_post
from pch_desktop.store import population, workforce
from pch_desktop.store.workforce import AbsenceGroup, AbsenceRow, WorkRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

YEAR = 12
NOTHING = Decimal(0)
Part = AbsenceGroup | StaffGroup | None
"""Whose days: one return's, a staff group's, or everybody's."""


@dataclass(frozen=True, slots=True)
class GroupSize:
    """How many people of a group are in post at a month's end, and what they count."""

    heads: int = 0
    wte: Decimal = NOTHING


NOBODY = GroupSize()
Sizes = Mapping[AbsenceGroup, GroupSize]


@dataclass(frozen=True, slots=True)
class Return:
    """What a group has lost of what it had in a month."""

    entry: AbsenceRow
    size: GroupSize

    @property
    def days_available(self) -> Decimal:
        """As told; else WTE at the month's end times the days of the month."""
        told = self.entry.days_available
        return days_available(self.size.wte, self.entry.month.days) if told is None else told


@dataclass(frozen=True, slots=True)
class SicknessRate:
    """Days lost of days available over some months."""

    days_lost: Decimal | None
    days_available: Decimal | None
    months: int
    """How many months there is a return for."""
    of_months: int
    blanks: int = 0
    """How many returns have no days lost."""
    is_hidden: bool = False
    """Whether it is of too few people to be shown, or would tell of some who are."""

    @property
    def rate(self) -> Decimal | None:
        """The sickness rate (W8); None while a return is not known."""
        return None if self.blanks else rate(self.days_lost, self.days_available)

    @property
    def note(self) -> str:
        """What must be read with it."""
        if not self.months:
            return "No return has been entered."
        if self.is_hidden:
            return "Too few people to be shown."
        if self.blanks:
            return f"Incomplete: {plural(self.blanks, 'return')} without days lost."
        return f"Returns of {self.months} of {self.of_months} months." * (
            self.months < self.of_months
        )


@dataclass(frozen=True, slots=True)
class Sickness:
    """The returns of the months up to one, and whose days are not shown in which."""

    month: Month
    returns: Mapping[Month, Sequence[Return]]
    hidden: Mapping[Month, frozenset[Part]]
    sizes: Sizes
    """The groups by employer at the month's end."""

    def rate_of(self, part: Part, last: Month, months: int = 1) -> SicknessRate:
        """Return the sickness of a part of the team over the months up to one.

        Not shown where one of its months is not: it would tell of it.
        """
        window = [last.plus(-back) for back in range(months)]
        rows = [row for month in window for row in self.returns.get(month, ()) if _is_in(row, part)]
        known = [row for row in rows if row.entry.days_lost is not None]
        return SicknessRate(
            sum((row.entry.days_lost or NOTHING for row in known), NOTHING) if known else None,
            sum((row.days_available for row in known), NOTHING) if known else None,
            len({row.entry.month for row in rows}),
            months,
            len(rows) - len(known),
            any(part in self.hidden.get(row.entry.month, ()) for row in rows),
        )

    @property
    def staff_groups(self) -> tuple[StaffGroup, ...]:
        """The staff groups that made a return, in the usual order."""
        found = {row.entry.group.staff_group for rows in self.returns.values() for row in rows}
        return tuple(group for group in StaffGroup if group in found)


def sickness(file: Reads, month: Month, months: int = YEAR) -> Sickness:
    """Return the returns of so many months up to one."""
    first = month.plus(1 - months)
    entries = file.read(workforce.absences, first, month)
    told = sorted({entry.month for entry in entries} | {month})
    sizes = _sizes(file, told)
    found: dict[Month, list[Return]] = {}
    for entry in entries:
        size = sizes[entry.month].get(entry.group, NOBODY)
        found.setdefault(entry.month, []).append(Return(entry, size))
    least = file.read(workforce.rules).least_shown
    hidden = {each: _hidden(rows, least) for each, rows in found.items()}
    return Sickness(month, found, hidden, sizes[month])


def read_sickness(file: Reads, month: Month) -> Sickness:
    """Return the returns that a month is shown with: of a year, and of the year before it."""
    return sickness(file, month, 2 * YEAR)


def _is_in(row: Return, part: Part) -> bool:
    match part:
        case None:
            return True
        case StaffGroup():
            return row.entry.group.staff_group is part
        case _:
            return row.entry.group == part


def _hidden(rows: Sequence[Return], least: int) -> frozenset[Part]:
    """Return whose days of a month are not shown, for there are too few of them, or would tell.

    Returns add up to staff groups, and staff groups to everybody.
    """
    counts: dict[Part, Count] = {}
    totals: dict[StaffGroup, int] = {}
    for row in rows:
        group, people = row.entry.group, max(row.size.heads, 1)
        counts[group] = Count(people, OUTSIDE, group.staff_group)
        totals[group.staff_group] = totals.get(group.staff_group, 0) + people
    for staff_group, people in totals.items():
        counts[staff_group] = Count(people, staff_group, "all", is_sum=True)
    counts[None] = Count(sum(totals.values()), "all", OUTSIDE, is_sum=True)
    return suppression.hidden(counts, least)


Key = tuple[StaffGroup, str, str]
"""A group by its staff group, employer and practice, as an ``AbsenceGroup`` holds them."""


def _sizes(file: Reads, months: Sequence[Month]) -> Mapping[Month, Sizes]:
    """Return how large each group was at the end of each of some months."""
    work = file.read(workforce.work, months[0].last, months[-1].last)
    names = {row.code: row.name for row in file.read(population.practices, months[-1])}
    counted = [(row, _groups(row, names)) for row in work if in_post(row)]
    return {month: _sizes_on(counted, month.last) for month in months}


def _groups(row: WorkRow, names: Mapping[str, str]) -> Sequence[tuple[Key, Decimal]]:
    """Return the groups work counts in, and how much: at an employer, a practice, both, at all."""
    parts = {"": row.wte}
    for code, part in row.wte_by_practice.items():
        if code is not None:
            parts[names.get(code, code)] = part
    return [
        ((row.staff_group, employer, practice), part)
        for practice, part in parts.items()
        for employer in {"", row.employer or ""}
    ]


def _sizes_on(counted: Iterable[tuple[WorkRow, Sequence[tuple[Key, Decimal]]]], on: date) -> Sizes:
    people: dict[Key, set[int]] = defaultdict(set)
    wte: dict[Key, Decimal] = defaultdict(Decimal)
    for row, groups in counted:
        if row.is_live(on):
            for key, part in groups:
                people[key].add(row.person_id)
                wte[key] += part
    return {AbsenceGroup(*key): GroupSize(len(people[key]), wte[key]) for key in people}
