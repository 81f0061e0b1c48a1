"""Totals rows: telling them from rows proper, and holding what was kept against them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.typed import number
from pch_desktop.imports.own_grid import Cells
from pch_desktop.reports.words import plural

EXACT = re.compile(
    r"(grand|sub|overall|running|sheet|page)?[\s-]*(totals?|sum)(\s*(£|£000|£k|wte|all|budget|spend))?\s*[:.]?"
    r"|all lines|grand total.*|sub-?\s?total.*",
    re.IGNORECASE,
)
LOOSE = re.compile(r"(totals?|sum of)\s.*|.*\s(sub-?)?totals?\s*:?", re.IGNORECASE)
GRAND = re.compile(r"grand|overall|all", re.IGNORECASE)
CLOSE = Decimal("0.005")
"""Sums of what a spreadsheet shows may differ by so little in their last place."""


@dataclass(frozen=True, slots=True)
class Total:
    """A totals row, and the rows it may be the total of."""

    row: int
    label: str
    cells: Cells
    covers: tuple[int, ...]
    """The numbers of the rows since the last total or section heading."""
    every: tuple[int, ...]
    """The numbers of all rows above it."""


@dataclass(frozen=True, slots=True)
class Footing:
    """What a totals row says in one column, and what the rows kept come to."""

    row: int
    label: str
    heading: str
    said_pence: int
    kept_pence: int
    rows: int

    @property
    def foots(self) -> bool:
        """Whether the two are the same."""
        return self.said_pence == self.kept_pence

    @property
    def words(self) -> str:
        """The two, and what is between them."""
        said, kept = pounds(self.said_pence), pounds(self.kept_pence)
        where = f"{self.heading}, “{self.label or 'total'}” (row {self.row})"
        if self.foots:
            return (
                f"{where}: the {plural(self.rows, 'row')} kept come to {kept}, as the sheet says."
            )
        apart = pounds(abs(self.said_pence - self.kept_pence))
        way = "less" if self.kept_pence < self.said_pence else "more"
        return (
            f"{where}: the sheet says {said}; the {plural(self.rows, 'row')} kept come to {kept}, "
            f"{apart} {way}."
        )


def is_total_label(label: str, *, is_exact: bool = False) -> bool:
    """Return whether a label names a total.

    Args:
        label: the first words of the row.
        is_exact: only "Total" and its like count: "Total Health Ltd" may be a partner.
    """
    plain = " ".join(label.split())
    return bool(EXACT.fullmatch(plain) or (not is_exact and LOOSE.fullmatch(plain)))


def adds_up(cells: Cells, above: Sequence[Cells], columns: Iterable[int]) -> bool:
    """Return whether a row's figures are the sums of the rows above, two of them or more.

    Raises no refusal: what is no figure does not add up.
    """
    if len(above) < 2:
        return False
    sums = [(_figure(cells[at]), [_figure(row[at]) for row in above]) for at in columns]
    told = [(said, [part for part in parts if part]) for said, parts in sums if said]
    return bool(told) and all(len(parts) > 1 and _near(said, sum(parts)) for said, parts in told)


def footings(
    totals: Sequence[Total],
    columns: Mapping[int, str],
    amounts: Mapping[int, Mapping[int, int]],
    read: Callable[[int, str], int | None],
) -> tuple[Footing, ...]:
    """Return how the rows kept compare with a table's own totals rows.

    Args:
        totals: its totals rows, from the top.
        columns: the headings of the columns of money, by position.
        amounts: the pence of the rows kept, by position and row number; 0 for a blank.
        read: the pence of a cell of a column.
    """
    found: list[Footing] = []
    for at, total in enumerate(totals):
        for column, heading in columns.items():
            said = _said(read, column, total.cells[column])
            if said is not None:
                kept = amounts.get(column, {})
                rows = _covered(total, said, kept, totals[:at])
                parts = [kept[row] for row in rows if row in kept]
                found.append(Footing(total.row, total.label, heading, said, sum(parts), len(parts)))
    return tuple(found)


def _covered(
    total: Total, said: int, kept: Mapping[int, int], before: Sequence[Total]
) -> tuple[int, ...]:
    """Return the rows a total is of: those that add up to it, else those its place suggests."""
    for rows in (total.every, total.covers):
        if rows and sum(kept.get(row, 0) for row in rows) == said:
            return rows
    is_grand = bool(GRAND.match(total.label)) or not total.covers or not before
    return total.every if is_grand else total.covers


def _said(read: Callable[[int, str], int | None], column: int, text: str) -> int | None:
    try:
        return read(column, text)
    except Refusal:
        return None


def _figure(text: str) -> Decimal | None:
    try:
        return number(text)
    except Refusal:
        return None


def _near(first: Decimal, second: Decimal | int) -> bool:
    return abs(first - second) <= CLOSE


def pounds(pence: int) -> str:
    """Return an amount as people write it, to the penny; a negative one in brackets."""
    text = f"£{abs(pence) / Decimal(100):,.2f}"
    return f"({text})" if pence < 0 else text
