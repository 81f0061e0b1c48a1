"""The age profile of the team, and who is at risk of retiring; counts of few are never shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain import suppression
from pch_desktop.domain.suppression import ALL, HIDDEN, PART
from pch_desktop.domain.workforce import StaffGroup
from pch_desktop.domain.workforce_measures import NOT_KNOWN, Band, age, band_of, bands, rate
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import shown, uncapped
from pch_desktop.reports.workforce_day import in_post
from pch_desktop.store import workforce
from pch_desktop.store.workforce import WorkforceRules, WorkRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

HEADS, WTE = "Heads", "WTE"
EVERYBODY = "All staff"
AT_RISK = "▲"
"""What marks an age at or over the threshold, wherever colours are not seen."""


@dataclass(frozen=True, slots=True)
class AgeCell:
    """So many people of a group and an age; few of them are not shown."""

    heads: int
    wte: Decimal
    is_hidden: bool = False

    def value(self, counted: str) -> Value:
        """Return its heads or its WTE, or the sign that it is not shown."""
        if self.is_hidden:
            return HIDDEN
        return self.heads if counted == HEADS else self.wte


@dataclass(frozen=True, slots=True)
class AgeGroup:
    """A staff group, or several together, by ages."""

    name: str
    cells: tuple[AgeCell, ...]
    """One for each of the profile's columns."""
    old: AgeCell
    """Those at or over the threshold."""
    every: AgeCell
    unknown_heads: int

    @property
    def risk_share(self) -> Decimal | None:
        """The part of the WTE at or over the threshold (W9).

        None where it is not shown, or where somebody's year of birth is not known.
        """
        if self.old.is_hidden or self.unknown_heads:
            return None
        return rate(self.old.wte, self.every.wte)


@dataclass(frozen=True, slots=True)
class AgeProfile:
    """Who is in post on a day, by staff group and age."""

    day: date
    rules: WorkforceRules
    bands: tuple[Band, ...]
    groups: tuple[AgeGroup, ...]
    """The staff groups, the largest first; those too small to be shown alone are together."""
    everybody: AgeGroup

    @property
    def titles(self) -> tuple[str, ...]:
        """What its columns are called."""
        return (*(band.words for band in self.bands), NOT_KNOWN)

    @property
    def old_words(self) -> str:
        """Who is at risk of retiring: 55 and over."""
        return f"{self.rules.retirement_age} and over"

    @property
    def old(self) -> frozenset[str]:
        """The titles of the columns at or over the threshold."""
        first = self.rules.retirement_age
        return frozenset(band.words for band in self.bands if band.first >= first)

    @property
    def has_hidden(self) -> bool:
        """Whether something in it is not shown."""
        every = (*self.groups, self.everybody)
        return any(cell.is_hidden for group in every for cell in (*group.cells, group.old))


Spread = Mapping[str, Sequence[WorkRow]]
"""Work by the title of the band of ages it is done at."""


def age_profile(work: Sequence[WorkRow], rules: WorkforceRules, day: date) -> AgeProfile:
    """Return who is in post by staff group and age; few are hidden, and what would tell of them."""
    among = bands(rules.retirement_age)
    rows = [row for row in work if in_post(row)]
    spread: dict[str, dict[str, list[WorkRow]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        band = band_of(age(row.birth_year, day), among)
        spread[_group(row)][band.words if band else NOT_KNOWN].append(row)
    titles = [*(band.words for band in among), NOT_KNOWN]
    old = [band.words for band in among if band.first >= rules.retirement_age]
    pooled = _pooled(spread, rules.least_shown)
    hidden = _hidden(pooled, titles, old, rules.least_shown)
    every = _together(pooled.values())
    made = [_made(name, ages, titles, old, hidden) for name, ages in pooled.items()]
    made.sort(key=lambda group: (-group.every.heads, group.name))
    everybody = _made(ALL, every, titles, old, hidden)
    return AgeProfile(day, rules, among, tuple(made), everybody)


def profile_on(file: Reads, day: date) -> AgeProfile:
    """Return the age profile of a day."""
    return age_profile(file.read(workforce.work_on, day), file.read(workforce.rules), day)


def _group(row: WorkRow) -> str:
    return shown(row.staff_group.value)


def inside(name: str) -> str:
    """Return a group's name as it goes on in a sentence."""
    return name if name.startswith("GP") else uncapped(name)


def _heads(rows: Iterable[WorkRow]) -> int:
    return len({row.person_id for row in rows})


def _together(spread: Iterable[Spread]) -> dict[str, list[WorkRow]]:
    found: dict[str, list[WorkRow]] = defaultdict(list)
    for ages in spread:
        for title, rows in ages.items():
            found[title] += rows
    return found


def _pooled(spread: Mapping[str, Spread], least: int) -> dict[str, Spread]:
    """Return the groups, those put together that are too small to be shown alone."""
    sizes = {name: _heads(row for rows in ages.values() for row in rows)
             for name, ages in spread.items()}  # fmt: skip
    order = sorted(spread, key=lambda name: (sizes[name], name))
    small = [name for name in order if _is_small(spread[name], least)]
    others = [name for name in order if name not in small]
    while small and others and _is_small(_together(spread[name] for name in small), least):
        small.append(others.pop(0))
    found: dict[str, Spread] = {name: spread[name] for name in others}
    if small:
        found[_named(small)] = _together(spread[name] for name in small)
    return found


def _is_small(ages: Spread, least: int) -> bool:
    """Return whether a group is too small, or its members each alone at their age."""
    counts = [_heads(rows) for rows in ages.values() if rows]
    return suppression.is_few(sum(counts), least) or (least > 1 and max(counts) == 1)


def _named(names: Sequence[str]) -> str:
    ranks = {shown(group.value): at for at, group in enumerate(StaffGroup)}
    first, *rest = sorted(names, key=lambda name: ranks[name])
    if not rest:
        return first
    *middle, last = map(inside, rest)
    return f"{', '.join((first, *middle))} and {last}"


def _hidden(
    pooled: Mapping[str, Spread], titles: Sequence[str], old: Sequence[str], least: int
) -> frozenset[tuple[str, str]]:
    """Return which cells of the profile are not shown, by group and title."""
    rows = {
        name: {title: _heads(ages.get(title, ())) for title in titles}
        for name, ages in pooled.items()
    }
    young = [title for title in titles if title not in {*old, NOT_KNOWN}]
    # Where few are left below the threshold, those above would tell how many they are.
    before = {
        (name, PART)
        for name, people in rows.items()
        if suppression.is_few(sum(people[title] for title in young), least)
    }
    every = _together(pooled.values())
    before |= {(ALL, title) for title in titles if suppression.is_few(_heads(every[title]), least)}
    return suppression.hidden(suppression.of_table(rows, old), least, before)


def _made(
    name: str,
    ages: Spread,
    titles: Sequence[str],
    old: Sequence[str],
    hidden: frozenset[tuple[str, str]],
) -> AgeGroup:
    whole = _together([ages])
    of_old = [row for title in old for row in whole[title]]
    return AgeGroup(
        EVERYBODY if name == ALL else name,
        tuple(_cell(whole[title], (name, title) in hidden) for title in titles),
        _cell(of_old, (name, PART) in hidden),
        _cell([row for rows in whole.values() for row in rows], is_hidden=False),
        _heads(whole[NOT_KNOWN]),
    )


def _cell(rows: Sequence[WorkRow], is_hidden: bool) -> AgeCell:
    return AgeCell(_heads(rows), sum((row.wte for row in rows), Decimal(0)), is_hidden)
