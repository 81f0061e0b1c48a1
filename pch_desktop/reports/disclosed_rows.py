"""Rows as they are shown outside: counts hidden or rounded, and what rests on them anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pch_desktop.domain.disclosure import disclosed
from pch_desktop.domain.disclosure_sums import Counted
from pch_desktop.domain.suppression import HIDDEN
from pch_desktop.reports.disclosed_counts import TOUCHED, Figure, counts_people, figure
from pch_desktop.reports.disclosed_formula import worked_out
from pch_desktop.reports.formula import Given
from pch_desktop.reports.live import as_figure
from pch_desktop.reports.table import Holds, Kind, Table, Value
from pch_desktop.reports.told import Told


@dataclass(frozen=True, slots=True)
class Disclosing:
    """A table that is being shown outside, and what of it is hidden."""

    table: Table[Told]
    found: Counted[Figure]
    places: Mapping[str, int]
    counts: frozenset[int]
    """The columns that count people."""
    touched: frozenset[int]
    """The columns that rest on those, worked out anew."""


def disclosing(table: Table[Told], found: Counted[Figure]) -> Disclosing:
    """Return a table with what in it must be shown otherwise."""
    places = {column.key: at for at, column in enumerate(table.columns)}
    counts = frozenset(at for at in places.values() if counts_people(table, at))
    touched = {at for at in places.values() if table.columns[at].holds is Holds.PEOPLE}
    while more := {at for at in places.values() if _rests_on(table, at, places, touched)} - touched:
        touched |= more
    return Disclosing(table, found, places, counts, frozenset(touched) - counts)


def _rests_on(table: Table[Told], at: int, places: Mapping[str, int], touched: set[int]) -> bool:
    rows = (*table.rows, *table.beside)
    return any(
        places.get(key) in touched for row in rows for key, _ in TOUCHED.findall(row.formulas[at])
    )


def is_safe(told: Disclosing, at: int) -> bool:
    """Return whether a column can be shown: what rests on people must say how it comes about."""
    if at not in told.touched or told.table.columns[at].of:
        return True
    rows = (*told.table.rows, *told.table.beside)
    return all(row.formulas[at] or row.values[at] is None for row in rows)


@dataclass(slots=True)
class ShownRow:
    """One row as it is shown outside, its values worked out once each."""

    told: Disclosing
    row: Told
    known: dict[int, Value] = field(default_factory=dict)

    def value(self, at: int) -> Value:
        """Return what is shown in a column."""
        if at not in self.known:
            self.known[at] = self._value(at)
        return self.known[at]

    def _value(self, at: int) -> Value:
        true, of = self.row.values[at], self.told.table.columns[at].of
        if true is None or at not in self.told.counts | self.told.touched:
            return true
        if at in self.told.counts:
            return shown(self.told.found, figure(self.told.table, at, self.row))
        if of:
            return HIDDEN if self.value(self.told.places[of]) in (HIDDEN, None) else true
        return self._worked_out(self.row.formulas[at], self.row.kinds[at])

    def _worked_out(self, formula: str, kind: Kind) -> Value:
        needed = [self._there(key, int(at) if at else None) for key, at in TOUCHED.findall(formula)]
        if HIDDEN in needed:
            return HIDDEN
        return worked_out(formula, kind, self._find, tuple(self.told.places))

    def _find(self, key: str, place: int | None) -> Given | None:
        if key not in self.told.places:
            return None
        return as_figure(key, self._there(key, place), self.row.kinds[self.told.places[key]])

    def _there(self, key: str, place: int | None) -> Value:
        if key not in self.told.places:
            return None
        at = self.told.places[key]
        if place is None:
            return self.value(at)
        return ShownRow(self.told, self.told.table.rows[place]).value(at)


def shown(found: Counted[Figure], key: Figure | None) -> Value:
    """Return a count as it is shown: hidden, rounded, or nothing where it is not known."""
    if key is None:
        return None
    return HIDDEN if key in found.hidden else disclosed(key[2], found.threshold)
