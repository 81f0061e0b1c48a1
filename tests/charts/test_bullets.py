"""Bullets run from worse to better, and say how each target stands."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from pch_desktop.charts.bullets import bullet_figure, targets_chart
from pch_desktop.domain.period import Month
from pch_desktop.domain.services import ServiceStatus
from pch_desktop.domain.services_targets import Aim
from pch_desktop.reports.service_bullets import bullets
from pch_desktop.store.services import TargetRow

OCTOBER = Month(2016, 10)
NUMBERS = st.decimals(0, 500, places=1)


def row(
    target: str | None, reading: str | None = None, amber: str | None = None, *, up: bool = True
) -> TargetRow:
    """Return a target with a reading of October and one of the October before."""
    readings = {OCTOBER: Decimal(reading), OCTOBER.plus(-12): Decimal(50)} if reading else {}
    aim = Aim(None if target is None else Decimal(target), Decimal(amber) if amber else None, up)
    return TargetRow(1, 1, "Falls classes", ServiceStatus.LIVE, "Seen", aim, is_outcome=False,
                     period=None, source=None, owner=None, month=OCTOBER,
                     readings=readings)  # fmt: skip


@pytest.mark.parametrize("is_dark", [False, True])
def test_each_bar_is_as_long_as_its_reading_and_says_how_it_stands(is_dark: bool) -> None:
    rows = bullets([row("80", "84"), row("90", "78", "85"), row("90", "87", "85"), row("5")])
    assert [each.stands for each in rows] == ["missed", "near", "met", "not known"]
    figure = bullet_figure(rows, is_dark=is_dark)
    bars = [bar.get_width() for bar in figure.axes[0].patches
            if isinstance(bar, Rectangle) and bar.get_gid() == "reading"]  # fmt: skip
    assert bars == [each.reading for each in rows if each.reading is not None]
    said = [text.get_text() for text in figure.findobj(Text)]
    for expected in ("84.0", "target 80.0", "met", "near", "missed", "not known"):
        assert expected in said


def test_where_less_is_better_the_bar_is_longer_for_less() -> None:
    few, many = bullets([row("5", "6", up=False), row("5", "4", up=False)])
    assert (few.stands, many.stands) == ("missed", "met")
    assert few.reading is not None
    assert many.reading is not None
    assert few.reading < few.target < many.reading


@given(NUMBERS, NUMBERS, st.booleans())
def test_a_reading_lies_beyond_the_tick_just_where_it_meets_the_target(
    target: Decimal, reading: Decimal, up: bool
) -> None:
    (found,) = bullets([row(str(target), str(reading), up=up)])
    assert found.reading is not None
    assert 0 <= found.reading <= 1
    met = reading >= target if up else reading <= target
    assert (found.reading >= found.target) == met


def test_the_table_holds_what_is_drawn_and_a_target_without_a_number_is_left_out() -> None:
    chart = targets_chart([row("80", "84"), row(None, "3")], "Marsh Valley, October 2016.")
    assert [each.readings[OCTOBER] for each in chart.rows] == [84]
    keys = {column.key: column.value(chart.rows[0]) for column in chart.columns}
    assert (keys["reading"], keys["target"], keys["last_year"]) == (84, 80, 50)
    assert "84.0 against 80.0, met" in chart.alt_text


def test_nothing_known_is_said() -> None:
    chart = targets_chart([], "Marsh Valley.")
    said = [text.get_text() for text in chart.make(True).findobj(Text)]
    assert "Nothing is known for this yet." in said
