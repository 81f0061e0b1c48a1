"""The rates that budgets are built with, set out for reading."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.domain.budget_rates import RateKind
from pch_desktop.domain.capitation import RateBase
from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.words import listed, shown
from pch_desktop.store.budget import BuildRateRow, LineRateRow

RATES: tuple[Column[BuildRateRow], ...] = (
    Column("words", "Rate", lambda row: row.words, width=34),
    Column("kind", "Kind", lambda row: shown(row.kind.value), Kind.WORD, words=listed(RateKind),
           width=20, help="What it changes a baseline for."),
    Column("value", "Value %", lambda row: row.value, Kind.RATE, width=9),
    Column("valid_from", "From", lambda row: row.valid_from, Kind.DATE, width=12),
    Column("valid_to", "To", lambda row: row.valid_to, Kind.DATE, width=12,
           help="The last day it holds; blank while it goes on."),
    Column("holds", "Counts", lambda row: row.holds, Kind.YES, width=8,
           help="Whether it holds on 1 April of the year at hand."),
    Column("source", "Source", lambda row: row.source, width=24),
    Column("lines", "Lines built with it", lambda row: ", ".join(row.lines), width=28),
)  # fmt: skip
"""The values of each rate, and the lines of the year that use it."""

BY_PEOPLE: tuple[Column[LineRateRow], ...] = (
    Column("line", "Budget line", lambda row: row.line, Kind.WORD, width=36, is_open=True),
    Column("words", "Rate", lambda row: row.words, Kind.WORD, width=40, is_open=True,
           help="A dated rate of so many pounds, from Settings, Rates."),
    Column("base", "For each of", lambda row: shown(row.base.value), Kind.WORD,
           words=listed(RateBase), width=20),
    Column("value", "£ each", lambda row: row.value, Kind.INDEX, width=10,
           help="As it holds on 1 April; blank where no value does."),
    Column("source", "Source", lambda row: row.source, width=36),
)  # fmt: skip
"""What lines are paid for each person, weighted person or bed."""


def rates_finding(rows: Sequence[BuildRateRow]) -> str:
    """Return the sentence on how many rates count and how many lines use one."""
    counting = [row for row in rows if row.holds]
    used = {line for row in rows for line in row.lines}
    if not counting:
        return "No rate holds on 1 April of this year yet."
    return f"{len(counting)} hold on 1 April; {len(used)} lines are built with one."
