"""The chart of the rooms' hours draws what the rows hold."""

from __future__ import annotations

from typing import Any

import pytest

from pch_desktop.charts import estates
from pch_desktop.domain.estates_use import Use
from pch_desktop.reports.estates_use import HourRow

ROWS = [HourRow(9, Use(6000, 3000, 2400)), HourRow(10, Use(6000, 3600, None, 2))]


@pytest.mark.parametrize("is_dark", [False, True])
def test_each_hour_has_its_open_booked_and_used_time(is_dark: bool) -> None:
    axes: Any = estates.by_hour(ROWS, is_dark=is_dark).axes[0]
    heights = [bar.get_height() for bar in axes.patches]
    assert heights == [100, 100, 50, 60, 40, 0]
    assert [tick.get_text() for tick in axes.get_xticklabels()] == ["09:00", "10:00"]


def test_without_hours_it_says_that_nothing_is_known() -> None:
    (axes,) = estates.by_hour([HourRow(9, Use(None, 0, 0))]).axes
    assert [text.get_text() for text in axes.texts] == ["Nothing is known for this yet."]
