"""All that adds up among the counts of people in a pack, on one sheet or over several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pch_desktop.domain.disclosure_sums import Adds
from pch_desktop.reports.disclosed_counts import (
    TOUCHED,
    Figure,
    counts_people,
    figure,
    sum_figure,
)
from pch_desktop.reports.table import Table
from pch_desktop.reports.told import Told

KNOWN = {
    "referrals": ("accepted", "rejected"),
    "booked": ("attended", "not_attended"),
    "attended": ("face_to_face", "telephone", "video", "home_visits", "group_contacts"),
    "due": ("attended", "not_attended"),
    "offered": ("answered", "abandoned"),
}
"""What anybody knows to add up, though it may stand on several sheets."""


def people_in(tables: Iterable[Table[Told]]) -> tuple[dict[Figure, int], list[Adds[Figure]]]:
    """Return every count of people in some tables, and all that adds up."""
    people: dict[Figure, int] = {}
    sums: list[Adds[Figure]] = []
    for table in tables:
        for at in range(len(table.columns)):
            if counts_people(table, at):
                sums += _down(table, at)
                people |= {key: key[2] for key in _figures(table, at)}
        sums += _across(table)
    sums += _known(people)
    return people, [add for add in dict.fromkeys(sums) if _holds(add, people)]


def _figures(table: Table[Told], at: int) -> list[Figure]:
    cells = [figure(table, at, row) for row in (*table.rows, *table.beside)]
    totals = [sum_figure(table, at, under) for under in (None, *table.blocks)]
    return [key for key in (*cells, *totals) if key is not None]


def _down(table: Table[Told], at: int) -> list[Adds[Figure]]:
    """Return what adds up in a column: to its total, its subtotals, or to its own last row."""
    cells = [figure(table, at, row) for row in table.rows]
    found = [_adds(sum_figure(table, at), cells), _adds(cells[-1] if cells else None, cells[:-1])]
    for block in table.blocks:
        inside = [figure(table, at, row) for row in block.rows]
        found.append(_adds(sum_figure(table, at, block), inside))
    return [add for add in found if add is not None]


def _across(table: Table[Told]) -> list[Adds[Figure]]:
    """Return the rows' own sums: those a formula of them adds up."""
    places = {column.key: at for at, column in enumerate(table.columns)}
    counted = {at for at in places.values() if counts_people(table, at)}
    found: list[Adds[Figure] | None] = []
    for at in sorted(counted):
        for row in table.rows:
            named = [places[key] for key, _ in TOUCHED.findall(row.formulas[at]) if key in places]
            if named and counted.issuperset(named):
                parts = [figure(table, each, row) for each in named]
                found.append(_adds(figure(table, at, row), parts))
    return [add for add in found if add is not None]


def _known(people: Mapping[Figure, int]) -> list[Adds[Figure]]:
    by_place: dict[tuple[str, str], list[Figure]] = {}
    for key in people:
        by_place.setdefault(key[:2], []).append(key)
    found: list[Adds[Figure]] = []
    for (column, name), totals in by_place.items():
        parts = [by_place.get((part, name), []) for part in KNOWN.get(column, ())]
        if parts and all(parts):
            found += [Adds(total, tuple(each[0] for each in parts)) for total in totals]
    return found


def _adds(total: Figure | None, parts: Sequence[Figure | None]) -> Adds[Figure] | None:
    known = tuple(part for part in parts if part is not None)
    return None if total is None or not known else Adds(total, known)


def _holds(add: Adds[Figure], people: Mapping[Figure, int]) -> bool:
    """Return whether it is true, and so may be known or guessed."""
    inside = add.total in people and all(part in people for part in add.parts)
    is_new = len(set(add.parts)) == len(add.parts) and add.total not in add.parts
    return inside and is_new and sum(map(people.__getitem__, add.parts)) == add.total[2]
