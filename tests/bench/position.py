"""A year's position beside the one query it cannot do without."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from pch_desktop.domain.budget import Thresholds
from pch_desktop.domain.period import Month
from pch_desktop.reports import budget_standing
from pch_desktop.reports.budget_standing import position, standing_rows
from pch_desktop.store import budget
from pch_desktop.store.budget.line_told import TOLD
from pch_desktop.store.budget.lines import ROWS
from pch_desktop.store.locality_file import LocalityFile
from tests.bench import large
from tests.bench.pairs import PAIRS, Compared, Failed, Run, paired
from tests.localities import opened

MONTH = Month(large.FIRST + large.YEARS - 1, 10)
WARM = 3
"""How often each is done before it is timed."""
BARE = """
    SELECT line_id, month, sum(amount_pence) FROM actual
    WHERE month BETWEEN ? AND ? GROUP BY month, line_id
    HAVING count(id) > count(reverses_id)
"""
"""What each line cost in each month that is known, read from the index that holds it."""


def against_the_query(path: Path, pairs: int = PAIRS, *, is_first: bool = False) -> Compared:
    """Compare reading every line's position in a year with the bare query of its spending.

    Args:
        is_first: as when it is first read, with nothing worked out before.
    """
    months = [str(month) for month in MONTH.financial_year.months]
    with closing(opened(path)) as file, closing(sqlite3.connect(path)) as plain:
        ours = partial(_position_anew if is_first else _position, file)
        bare = partial(_fetched, plain, (months[0], months[-1]))
        for _ in range(WARM):
            ours()
            bare()
        if ours() != large.LINES or bare() != large.LINES * len(months):
            raise Failed("The position is not of all lines and months.")
        return paired(partial(_timed, ours), partial(_timed, bare), pairs)


def _position(file: LocalityFile) -> int:
    rows = standing_rows(file.read(budget.lines, MONTH), Thresholds())
    position(rows)
    return len(rows)


def _position_anew(file: LocalityFile) -> int:
    for kept in (TOLD, ROWS, budget_standing.ROWS):
        kept.forget()
    return _position(file)


def _fetched(plain: sqlite3.Connection, months: tuple[str, str]) -> int:
    return len(plain.execute(BARE, months).fetchall())


def _timed(act: Callable[[], int]) -> Run:
    started = time.perf_counter()
    act()
    return Run(time.perf_counter() - started, 1)
