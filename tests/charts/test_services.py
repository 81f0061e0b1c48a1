"""The charts of the services draw the figures they are given."""

from __future__ import annotations

from typing import Any, cast

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from pch_desktop.charts import services
from pch_desktop.domain.period import Month
from pch_desktop.reports.service_hours import DAYS, DayRow
from pch_desktop.reports.service_months import SumRow
from tests.reports.services import month, service

NOTHING = "Nothing is known for this yet."


def words(figure: Figure) -> list[str]:
    """Return what is written in a figure."""
    figure.canvas.draw()
    return [text.get_text() for text in figure.findobj(Text) if text.get_text()]


def sums(*attended: int | None, late: int = -1, provisional: int = -1) -> list[SumRow]:
    """Return months with so many attended."""
    return [
        SumRow(at, Month(2016, 3).plus(at), None, count, count, count, 0, None, None,
               int(count is not None), ("Falls",) if at == late else (), at == provisional)
        for at, count in enumerate(attended, start=1)
    ]  # fmt: skip


@pytest.mark.parametrize("is_dark", [False, True])
def test_the_line_is_the_months_and_marks_what_may_still_change(is_dark: bool) -> None:
    figure = services.over_time(sums(10, None, 30, 40, late=3, provisional=4), is_dark=is_dark)
    said = words(figure)
    assert {"Final", "Provisional", "Not complete", "Attended 40"} <= set(said)
    lines = [cast("Any", line) for line in figure.axes[0].lines]
    attended = next(line for line in lines if line.get_label() == "Attended")
    known = [value for value in attended.get_ydata() if value == value]
    assert known == [10, 30, 40]
    assert figure.axes[0].get_ylim()[0] == 0


def test_a_band_lies_behind_every_month_that_may_still_change() -> None:
    figure = services.over_time(sums(10, 20, 30, late=3, provisional=3))
    (band,) = cast("Any", figure.axes[0].patches)
    assert (band.get_x(), band.get_width()) == (1.5, 1)
    assert "Provisional" in words(figure)
    assert not services.over_time(sums(10, 20)).axes[0].patches


def test_bars_are_the_shares_of_each_service() -> None:
    rows = [
        service(1, "Echo", told=month(1, slots=100, booked=90, attended=80, not_attended=10)),
        service(2, "Falls", told=month(2, slots=50, booked=50, attended=None, not_attended=None)),
        service(3, "Untold"),
    ]
    figure = services.taken_up(rows)
    said = words(figure)
    assert {"Echo", "Falls", "90.0%", "11.1%", "100.0%", "not known"} <= set(said)
    assert "Untold" not in said
    assert [bar.get_width() for bar in cast("Any", figure.axes[0].patches)] == [0.9, 1.0]


@pytest.mark.parametrize("is_dark", [False, True])
def test_the_map_of_the_week_counts_what_is_open(is_dark: bool) -> None:
    days = [
        DayRow(at, name, tuple(at if hour == 9 else 0 for hour in range(24)))
        for at, name in enumerate(DAYS, start=1)
    ]
    figure = services.opening(days, is_dark=is_dark)
    said = words(figure)
    assert said.count("·") == 7 * 23
    assert {"Monday", "09", "7"} <= set(said)
    assert len(cast("Any", figure.axes[0].patches)) == 7


def test_what_is_not_known_is_said() -> None:
    closed = [DayRow(at, name, (0,) * 24) for at, name in enumerate(DAYS, start=1)]
    for figure in (
        services.over_time([]),
        services.over_time(sums(None)),
        services.taken_up([service(1, "Untold")]),
        services.opening(closed),
        services.opening([]),
    ):
        assert NOTHING in words(figure)
