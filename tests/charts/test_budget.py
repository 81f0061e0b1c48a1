"""The charts of the shadow budget show what the rows say."""

from __future__ import annotations

from typing import Any

import pytest

from pch_desktop.charts import budget as charts
from pch_desktop.reports.budget_bridge import bridge
from pch_desktop.reports.budget_path import cumulative_variance
from tests.reports.budgets import OCTOBER, line, rows

SEVEN = (100, 110, 100, 90, 100, 100, 121)
LINES = (line("Wards", 1200, *SEVEN, id=1), line("Contingency", 240, *(0,) * 7, id=2))


def words(axes: Any) -> list[str]:
    """Return what is written in a chart's space."""
    return [text.get_text() for text in axes.texts]


def drawn(figure: Any) -> Any:
    """Draw a figure, as a fault shows only then, and return it."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    FigureCanvasAgg(figure).draw()
    return figure


@pytest.mark.parametrize("is_dark", [False, True])
def test_the_way_so_far_has_a_point_for_each_month_known(is_dark: bool) -> None:
    found = cumulative_variance(LINES, OCTOBER)
    left, right = drawn(charts.path_figure(found, is_dark)).axes
    ahead, so_far = left.lines[0], left.lines[1]
    assert list(so_far.get_ydata()) == [(row.date_variance or 0) / 100_000 for row in found[:7]]
    assert list(ahead.get_xdata()) == list(range(6, 12))
    assert "actual" in words(left)
    assert any(text.endswith(" forecast") for text in words(left))
    assert any(text.startswith("to break even: ") for text in words(right))
    assert len(right.patches) == 7


def test_a_year_without_actuals_is_all_forecast() -> None:
    found = cumulative_variance([line("Wards", 1200)], OCTOBER)
    left, right = drawn(charts.path_figure(found, False)).axes
    assert "actual" not in words(left)
    assert right.patches == [] or len(right.patches) == 0


def test_a_whole_year_needs_no_forecast() -> None:
    from pch_desktop.domain.period import Month

    found = cumulative_variance([line("Wards", 1200, *(101,) * 12)], Month(2017, 3))
    left, _ = drawn(charts.path_figure(found, False)).axes
    assert words(left) == ["(12)"]


def test_the_bridge_has_a_bar_for_each_step_with_its_amount() -> None:
    steps = bridge(rows(*LINES))
    (axes,) = drawn(charts.bridge_figure(steps, False)).axes
    assert len(axes.patches) == len(steps)
    assert "▲ +36" in words(axes)
    assert "▼ −240" in words(axes)
    names = [tick.get_text().replace("\n", " ") for tick in axes.get_xticklabels()]
    assert names == ["Budget", "Wards", "Before the reserve", "Contingency released",
                     "Forecast outturn"]  # fmt: skip


def test_an_axis_that_is_cut_says_so() -> None:
    made = rows(line("Wards", 12000, *(1001,) * 7))
    (axes,) = drawn(charts.bridge_figure(bridge(made), True)).axes
    assert any("the axis starts at" in text for text in words(axes))
    small = rows(line("Wards", 12, *(2,) * 7))
    (axes,) = drawn(charts.bridge_figure(bridge(small), True)).axes
    assert not any("the axis starts at" in text for text in words(axes))


def test_a_long_name_is_wrapped_and_shortened() -> None:
    made = rows(line("Community nursing and therapies, with extraordinarily", 1200, *(120,) * 7))
    (axes,) = drawn(charts.bridge_figure(bridge(made), False)).axes
    name = axes.get_xticklabels()[1].get_text()
    assert name.split("\n")[:2] == ["Community", "nursing and"]
    assert name.endswith("…")
