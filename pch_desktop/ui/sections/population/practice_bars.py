"""Bars of the practices side by side: how large their lists are, and how old."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.reports.ages import OLD
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store.population import PracticeRow
from pch_desktop.ui.chart_facts import Bar, Bars
from pch_desktop.ui.mini_charts import ChartCard

FEW, MOST = 6, 9
"""How many bars there is room for under a table, and beside a chart."""


def show_sizes(card: ChartCard, rows: Sequence[PracticeRow], most: int = FEW) -> None:
    """Show the largest lists, or nothing; the year's average stands in where none was counted."""
    known = [(row.name, size) for row in rows if (size := _size(row)) is not None]
    known.sort(key=lambda pair: -pair[1])
    bars = tuple(Bar(name, float(size), f"{size:,}") for name, size in known[:most])
    card.setVisible(bool(bars))
    title = f"{bars[0].name} has the largest list" if bars else "Lists"
    card.show_chart(title, f"People registered, by practice{_left(known, most)}", Bars(bars),
                    _numbers(bars))  # fmt: skip


def show_old(card: ChartCard, rows: Sequence[PracticeRow], most: int = FEW) -> None:
    """Show which lists hold the largest share of people aged 65 and over."""
    known = [(row.name, row.old_share) for row in rows if row.old_share is not None]
    known.sort(key=lambda pair: -pair[1])
    bars = tuple(
        Bar(name, float(share), written(share, Kind.SHARE)) for name, share in known[:most]
    )
    card.setVisible(bool(bars))
    title = f"{bars[0].name} has the oldest list" if bars else f"{OLD} and over"
    subtitle = f"Share aged {OLD} and over, by practice{_left(known, most)}"
    card.show_chart(title, subtitle, Bars(bars), _numbers(bars))


def _size(row: PracticeRow) -> int | None:
    if row.list_size is not None:
        return row.list_size
    return None if row.registered is None else int(row.registered)


def _left(known: Sequence[object], most: int) -> str:
    return f"; the first {most} of {len(known)}" if len(known) > most else ""


def _numbers(bars: Sequence[Bar]) -> str:
    return "; ".join(f"{bar.name} {bar.label}" for bar in bars)
