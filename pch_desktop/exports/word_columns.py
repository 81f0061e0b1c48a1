"""Which columns of a table stand side by side on an upright page, and how broad each is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pch_desktop.exports.pdf_letters import letters
from pch_desktop.reports.brief import COMMENTARY
from pch_desktop.reports.laid import Line
from pch_desktop.reports.table import LEFT, Column, Holds, Kind, Table, Total

ACROSS = 488.0
"""What A4 upright has between its margins, in points."""
LETTER = 8.5
"""The size of a table's letters, in points."""
EDGES = 10.0
"""What stands free at both sides of a column's words, in points."""
BOLD = 1.1
WIDEST = 150.0
"""How broad a column of words becomes at most before its words go on in the next line."""
NAMES = 120.0
"""How broad the first column may be for its words to stay in a line."""
KEYS = re.compile(r"\{(\w+)")
"""What a formula names: the keys of columns."""
WHOLE = frozenset({Kind.DATE, Kind.RATING, Kind.YES})
"""The kinds that stand in one line although they are words."""


def columns_of(table: Table[Any], lines: Sequence[Line]) -> tuple[tuple[int, float], ...]:
    """Return the columns that fit, by their places among those printed, with their breadths.

    The first column always; then what charts draw, the rating, and names of people,
    which stand only where somebody asked for them; then sums, of the blocks that
    stand last; then all else in its order; last of all what is only there to work
    out another. The commentary is told below, and what is blank throughout is left
    out. What room is left goes to columns of words.
    """
    printed = table.printed
    asked = [
        (_rank(table, at), at)
        for at, column in enumerate(printed)
        if column.key != COMMENTARY and any(line.cells[at].words for line in lines)
    ]
    widths: dict[int, float] = {}
    for _, at in sorted(asked):
        need = _need(printed[at], at, lines)
        if not widths or sum(widths.values()) + need <= ACROSS:
            widths[at] = min(need, ACROSS)
    return tuple(sorted(_spread(printed, widths).items()))


def _rank(table: Table[Any], at: int) -> int:
    """Return how soon a column is chosen, the soonest first."""
    column = table.printed[at]
    drawn = {key for chart in table.charts for key in chart.series}
    ratings = [each.key for each in table.printed if each.kind is Kind.RATING]
    bands = list(dict.fromkeys(each.band for each in table.printed if each.band))
    if at == 0:
        return 0
    if column.key in drawn or column.key in ratings[-1:] or column.holds is Holds.NAMES:
        return 1
    is_early = column.band in bands[:-2]
    if column.total is Total.SUM:
        return 5 if is_early else 2
    if column.total is Total.RATIO or column.key in ratings:
        return 4
    return 6 if column.key in _worked_from(table) else 3


def _worked_from(table: Table[Any]) -> frozenset[str]:
    """Return the keys of the columns that others are worked out from."""
    live = (
        column.formula_of(row) if column.formula_of else column.formula
        for column in table.printed
        for row in table.rows
    )
    return frozenset(key for formula in live for key in KEYS.findall(formula))


def _need(column: Column[Any], at: int, lines: Sequence[Line]) -> float:
    """Return how broad a column must be, in points: no word of it is cut."""
    known = letters()
    found = [line.cells[at].words for line in lines]
    head = known.longest(column.title, is_bold=True)
    longest = max((known.longest(words) * BOLD for words in found), default=0.0)
    whole = max((known.breadth(words) * BOLD for words in found), default=0.0)
    if (column.kind not in LEFT and column.kind_of is None) or column.kind in WHOLE:
        return max(head, whole) * LETTER + EDGES
    most = NAMES if at == 0 else WIDEST
    return max(head * LETTER, longest * LETTER, min(whole * LETTER, most)) + EDGES


def _spread(printed: Sequence[Column[Any]], widths: dict[int, float]) -> dict[int, float]:
    """Give what is left to the columns of words, else to all."""
    left = ACROSS - sum(widths.values())
    wordy = [at for at in widths if printed[at].kind is Kind.TEXT] or list(widths)
    whole = sum(widths[at] for at in wordy)
    return {
        at: round(width + left * width / whole, 1) if at in wordy else round(width, 1)
        for at, width in widths.items()
    }
