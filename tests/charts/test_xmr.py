"""The control chart draws the points, limits and verdicts of its table, light and dark."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure
from matplotlib.text import Text

from pch_desktop.charts.xmr import xmr_chart, xmr_figure
from pch_desktop.domain.period import Month
from pch_desktop.domain.spc import Method
from pch_desktop.domain.spc_verdict import Better, Change
from pch_desktop.reports.table import Kind
from pch_desktop.reports.xmr import MonthSeries, known, xmr_rows
from pch_desktop.reports.xmr_words import xmr_columns, xmr_finding, xmr_source
from tests.domain.test_spc import ADMISSIONS

START = Month(2015, 3)
SERIES = MonthSeries(
    "Emergency admissions",
    Kind.COUNT,
    {START.plus(at): Decimal(value) for at, value in enumerate(ADMISSIONS)},
    Better.LOWER,
    Decimal(150),
    Method(baseline=12),
)


def series(*values: int | None, **other: Any) -> MonthSeries:
    """Return months of the series one after the other; None where one is not known."""
    told = {START.plus(at): None if value is None else Decimal(value)
            for at, value in enumerate(values)}  # fmt: skip
    return replace(SERIES, values=told, **other)


def words(figure: Figure) -> list[str]:
    """Return what is written in a figure."""
    return [text.get_text() for text in figure.findobj(Text) if text.get_text()]


def drawn(figure: Figure, change: Change) -> dict[float, float]:
    """Return the points drawn as one sort of variation, by their places."""
    lines: Any = figure.axes[0].lines
    found = [line for line in lines if line.get_gid() == change.value]
    return {float(x): float(y) for line in found for x, y in zip(*line.get_data(), strict=True)}


@pytest.mark.parametrize("is_dark", [False, True])
def test_points_and_limits_are_those_of_the_table(is_dark: bool) -> None:
    rows = xmr_rows(SERIES)
    figure = xmr_figure(SERIES, rows, is_dark=is_dark)
    common, better = drawn(figure, Change.COMMON), drawn(figure, Change.IMPROVEMENT)
    assert {**common, **better} == {row.id: float(point.value) for row, point in known(rows)}
    assert sorted(better) == list(range(13, 21))
    said = words(figure)
    for expected in ("mean 148.1", "upper limit 174.7", "lower limit 121.5", "target 150",
                     "Improvement", "L", "Hit or miss", "?"):  # fmt: skip
        assert expected in said


def test_the_chart_says_what_changed_and_by_which_rule() -> None:
    chart = xmr_chart(SERIES, "Admissions a month, Marsh Valley.", "Source: invented.")
    assert chart.finding == (
        "A real improvement in emergency admissions: 98 in October 2016, outside limits 121.5 to "
        "174.7; target hit or miss"
    )
    assert chart.subtitle == "Admissions a month, Marsh Valley. Lower is better."
    assert "mean moving range, of the first 12 months" in chart.source
    assert 40 <= len(chart.alt_text) <= 400
    assert re.search(r"\d", chart.alt_text)
    table = [[column.value(row) for column in chart.columns] for row in chart.rows]
    assert table[-1][:2] == ["October 2016", 98]
    assert table[-1][-1] == "improvement, outside the limits"
    assert table[0][-1] == "no special cause"


def test_a_worse_month_is_a_diamond_and_not_only_orange() -> None:
    worse = series(*[10, 12] * 7, 30)
    lines: Any = xmr_figure(worse, xmr_rows(worse), is_dark=False).axes[0].lines
    (found,) = (line for line in lines if line.get_gid() == Change.CONCERN.value)
    assert (found.get_marker(), list(found.get_ydata())) == ("D", [30.0])


def test_a_month_that_is_not_known_is_left_out_and_said() -> None:
    rows = xmr_rows(series(10, None, 12))
    assert [row.words for row in rows] == ["no special cause", "not known", "no special cause"]
    assert [column.value(rows[1]) for column in xmr_columns(SERIES)][1:5] == [None] * 4


def test_few_months_are_said_to_be_few() -> None:
    few = series(*range(10, 21))
    assert xmr_finding(few, xmr_rows(few)).startswith("Emergency admissions: 11 months are too few")
    assert "Too few points: trial limits of 11." in xmr_source(few, xmr_rows(few))


def test_new_limits_are_drawn_from_the_month_that_is_named() -> None:
    month = START.plus(12)
    told = series(*ADMISSIONS, rebased={month: "Response team"}, method=Method())
    figure = xmr_figure(told, xmr_rows(told), is_dark=False)
    assert "Response team" in words(figure)
    assert f"New limits from {month.words}: Response team." in xmr_source(told, xmr_rows(told))
    assert [point.begins for _, point in known(xmr_rows(told))].index(True, 1) == 12


def test_nothing_known_is_said() -> None:
    for told in (series(), series(None, None)):
        chart = xmr_chart(told, "Months.", "Source: none.")
        assert "no month is known yet" in chart.finding
        assert "Nothing is known for this yet." in words(chart.make(False))


@given(st.lists(st.none() | st.integers(0, 500), max_size=30), st.sampled_from(Better))
def test_whatever_months_there_are_the_words_fit(values: list[int | None], better: Better) -> None:
    told = series(*values, better=better)
    rows = xmr_rows(told)
    assert len(rows) == len(values)
    assert [row.point is None for row in rows] == [value is None for value in values]
    assert xmr_finding(told, rows)
