"""Initiatives over time, drawn: bars by workstream, late ones hatched, milestones as diamonds."""

from __future__ import annotations

from datetime import date

import pytest
from matplotlib.patches import Rectangle

from pch_desktop.charts.board import gantt_chart
from pch_desktop.charts.board_initiatives import gantt
from pch_desktop.charts.board_time import MOST_LINES, lines_of, month_ticks, span_of
from pch_desktop.charts.full_chart import LEAST_TEXT, LONGEST_TEXT
from pch_desktop.domain.board_initiatives import Days
from pch_desktop.domain.board_registers import InitiativeStatus
from pch_desktop.domain.period import Month
from pch_desktop.store.board import InitiativeRow, MilestoneRow

ON = date(2016, 10, 31)


def initiative(number: int, stream: str | None, *days: Days) -> InitiativeRow:
    """An initiative of a year with milestones of these days."""
    stones = tuple(
        MilestoneRow(number * 10 + at, number, f"Work {number}", stream, f"Step {at}", each, None,
                     None, ON)
        for at, each in enumerate(days)
    )  # fmt: skip
    return InitiativeRow(
        number, f"Work {number}", stream, None, None, None, None, None, None,
        InitiativeStatus.UNDER_WAY, None, date(2016, 4, 1), date(2017, 3, 31), None, None, None,
        None, None, stones, (),
    )  # fmt: skip


@pytest.mark.parametrize("is_dark", [False, True])
def test_what_is_late_is_hatched_and_each_milestone_has_a_diamond(is_dark: bool) -> None:
    late = Days(date(2016, 9, 1), date(2016, 10, 1))
    to_come = Days(date(2016, 12, 1), date(2017, 1, 1))
    rows = [initiative(1, "Care", late, to_come), initiative(2, None, to_come, Days())]
    axes = gantt(rows, ON, is_dark=is_dark).axes[0]
    bars = [bar for bar in axes.patches if isinstance(bar, Rectangle) and bar.get_height() > 0.2]
    assert [bool(bar.get_hatch()) for bar in bars] == [True, False]
    diamonds = [line for line in axes.lines if line.get_marker() == "D"]
    assert len(diamonds) == 3
    names = [tick.get_text() for tick in axes.get_yticklabels()]
    assert names == ["Care", "Work 1", "Of no workstream", "Work 2"]
    assert "▲ Late: Step 0, 1 Oct 2016" in [text.get_text() for text in axes.texts]
    assert not gantt([], ON, is_dark=is_dark).axes[0].patches


def test_so_many_lines_are_drawn_as_are_read_with_ease() -> None:
    rows = [initiative(number, f"Stream {number // 3}") for number in range(40)]
    assert len(lines_of(rows)) == MOST_LINES
    assert span_of(lines_of(rows), ON) == (date(2016, 4, 1), date(2017, 3, 31))
    assert len(month_ticks(date(2006, 4, 1), date(2017, 3, 31))) <= 12
    assert month_ticks(ON, ON) == [date(2016, 10, 1)]


def test_the_chart_tells_what_is_late_first() -> None:
    rows = [initiative(1, "Care", Days(due=date(2017, 1, 1)), Days(due=date(2016, 10, 1)))]
    chart = gantt_chart(rows, "Marsh Valley", Month(2016, 10))
    assert "Work 1: Step 1, late, 1 Oct 2016; Work 1: Step 0" in chart.alt_text
    assert LEAST_TEXT <= len(chart.alt_text) <= LONGEST_TEXT
    assert len(chart.rows) == 2
