"""The chart of coming and going draws the figures it is given."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, cast

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from pch_desktop.charts.workforce_flow import coming_and_going
from pch_desktop.domain.period import Month
from pch_desktop.reports.workforce_flow_months import FlowMonth, ReasonRow

NONE = Decimal(0)
WHY = [ReasonRow(1, "Resignation", 3, Decimal("2.4")), ReasonRow(2, "Not known", 1, Decimal(1))]


def months(*pairs: tuple[int, int]) -> list[FlowMonth]:
    """Return months of so many starters and leavers."""
    return [
        FlowMonth(at, Month(2016, 10).plus(at), 10, started, left, 0, NONE, NONE, NONE, NONE)
        for at, (started, left) in enumerate(pairs, start=1)
    ]


def words(figure: Figure) -> list[str]:
    """Return what is written in a figure."""
    figure.canvas.draw()
    found = figure.findobj(Text)
    return [text.get_text() for text in found if text.get_visible() and text.get_text()]


@pytest.mark.parametrize("is_dark", [False, True])
def test_starters_go_up_and_leavers_down_with_their_numbers(is_dark: bool) -> None:
    figure = coming_and_going(months((4, 1), (0, 3)), WHY, is_dark=is_dark)
    bars = [cast("Any", bar).get_height() for bar in figure.axes[0].patches]
    assert bars == [4, 0, -1, -3]
    said = words(figure)
    for expected in ("4", "1", "3", "Nov\n16", "Dec", "Started, up", "Left, down",
                     "Why people left", "Resignation", "Not known"):  # fmt: skip
        assert expected in said
    assert "0" not in said


def test_leavers_by_reason_stand_beside() -> None:
    figure = coming_and_going(months((4, 4)), WHY)
    assert [cast("Any", bar).get_width() for bar in figure.axes[1].patches] == [3, 1]


def test_without_leavers_the_months_stand_alone() -> None:
    assert len(coming_and_going(months((2, 0)), []).axes) == 1


def test_nothing_known_is_said() -> None:
    assert "Nothing is known for this yet." in words(coming_and_going(months((0, 0)), []))
