"""The run rate's chart, the bridge over moved budgets, and what is drawn of nothing."""

from __future__ import annotations

import pytest

from pch_desktop.charts import budget as charts
from pch_desktop.charts.budget_run_rate import run_rate_figure
from pch_desktop.reports.budget_bridge import bridge
from pch_desktop.reports.budget_path import cumulative_variance
from pch_desktop.reports.budget_run_rate import run_rate
from tests.charts.test_budget import drawn, words
from tests.reports.budgets import OCTOBER, K, line, rows

SEVEN = (100, 110, 100, 90, 100, 100, 121)


@pytest.mark.parametrize("is_dark", [False, True])
def test_a_month_is_a_bar_from_its_budget_on_and_the_months_left_a_dashed_line(
    is_dark: bool,
) -> None:
    found = run_rate(cumulative_variance([line("Wards", 1200, *SEVEN)], OCTOBER))
    (axes,) = drawn(run_rate_figure(found, is_dark)).axes
    heights = [(bar.get_y(), bar.get_height()) for bar in axes.patches]
    assert heights == [(100, spent - 100) for spent in SEVEN]
    hatched = [bool(bar.get_hatch()) for bar in axes.patches]
    assert hatched == [row.is_over for row in found[:7]]
    (dashed,) = [each for each in axes.lines if set(each.get_ydata()) == {95.8}]
    assert list(dashed.get_xdata()) == [6.6, 11.4]
    assert {"to break even: 96 a month", "budget 100", "121"} <= set(words(axes))
    assert [tick.get_text() for tick in axes.get_xticklabels()][:2] == ["Apr", "May"]


def test_a_budget_that_was_moved_is_a_grey_step_before_the_current_one() -> None:
    steps = bridge(rows(line("Wards", 1200, *(120,) * 7, virement_pence=200 * K)))
    (axes,) = drawn(charts.bridge_figure(steps, False)).axes
    assert {"+200", "▲ +240", "£1,200k"} <= set(words(axes))
    (dashed,) = [each for each in axes.lines if list(each.get_xdata()) == [0, 1]]
    assert set(dashed.get_ydata()) == {1200.0}
    moved = axes.patches[1]
    assert not moved.get_hatch()
    assert moved.get_facecolor()[0] == pytest.approx(moved.get_facecolor()[1], abs=0.05)


@pytest.mark.parametrize("is_dark", [False, True])
def test_what_is_not_known_is_a_sentence_and_not_an_empty_axis(is_dark: bool) -> None:
    for figure in (
        run_rate_figure([], is_dark),
        charts.path_figure([], is_dark),
        charts.bridge_figure([], is_dark),
    ):
        for axes in drawn(figure).axes:
            assert words(axes) == ["Nothing is known for this yet."]
