"""Wide tables of money, read column by column."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.domain import typed
from pch_desktop.domain.refusal import Refusal

MOST_POUNDS = 10**11
"""Pounds and pence up to here are exact in the binary fractions pandas reads them into."""


def pence_table(rows: Sequence[list[str]], columns: Sequence[int]) -> list[list[int | None]]:
    """Return the columns of a table of pounds in pence, row by row.

    A cell that holds no number is None; whether it is blank is for the caller
    to look up. Amounts with £ or thousands separators are read one by one.
    """
    from pandas import DataFrame, to_numeric

    if not rows:
        return []
    cells = DataFrame({at: [row[at] for row in rows] for at in columns})
    pounds = cells.apply(to_numeric, errors="coerce")
    is_safe = pounds.abs() < MOST_POUNDS
    pence = (pounds.where(is_safe, 0) * 100).round().astype("int64")
    table: list[list[int | None]] = [list(row) for row in pence.to_numpy().tolist()]
    odd = zip(*(~is_safe).to_numpy().nonzero(), strict=True)
    for row, place in odd:
        table[int(row)][int(place)] = _pence(rows[int(row)][columns[int(place)]])
    return table


def _pence(text: str) -> int | None:
    try:
        return typed.pence(text)
    except Refusal:
        return None
