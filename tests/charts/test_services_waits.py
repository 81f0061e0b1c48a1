"""The pictures of waits, hours and capacity draw the figures they are given."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from pch_desktop.charts.services_capacity import capacity
from pch_desktop.charts.services_hours import demand_map
from pch_desktop.charts.services_waits import wait_spread
from pch_desktop.domain.services import WaitKind
from pch_desktop.reports.service_demand import days_of
from pch_desktop.store.services import WaitRow
from tests.reports.test_services_waits import OCTOBER, hour, of_bands, of_days, queue

NOTHING = "Nothing is known for this yet."


def words(figure: Figure) -> list[str]:
    """Return what is written in a figure."""
    figure.canvas.draw()
    found = figure.findobj(Text)
    return [text.get_text() for text in found if text.get_visible() and text.get_text()]


@pytest.mark.parametrize("is_dark", [False, True])
def test_the_curve_says_median_92nd_and_the_weeks(is_dark: bool) -> None:
    said = words(wait_spread(of_days(), is_dark=is_dark))
    for expected in ("Median: 15.5 days", "92nd: 32.4 days", "14 days: 45.0%", "28 days: 85.0%"):
        assert expected in said
    open_end = words(wait_spread(of_bands((0, 0, 1, 0, 0, 0, 9)), is_dark=is_dark))
    assert "92nd: over 28 days" in open_end


def test_the_curve_ends_at_the_last_day_and_the_bars_are_the_bands() -> None:
    figure = wait_spread(of_days(), is_dark=False)
    curve: Any
    curve, bands = figure.axes
    days, shares = (list(map(float, each)) for each in curve.lines[0].get_data())
    assert (days[-1], shares[-1]) == (41.0, 1.0)
    widths = [round(bar.get_width()) for bar in bands.patches if isinstance(bar, Rectangle)]
    assert widths == [0, 0, 5, 4, 6, 2, 3]


def test_the_map_prints_every_hour_with_its_sign() -> None:
    rows = [hour(1, 8, 30, 10), hour(1, 9, 5, 9), hour(2, 8, 4, 4, 2)]
    said = words(demand_map([("Hub", days_of(rows))], days_of(rows), is_dark=True))
    for expected in ("+20", "\N{MINUS SIGN}4", "Hub: appointments", "10 or more short", "Mon"):
        assert expected in said


def test_no_appointments_is_nought_on_the_map_and_a_blank_is_a_dot() -> None:
    rows = [hour(1, 8, 30, 0)]
    one_site = words(demand_map([("Hub", days_of(rows))], days_of(rows), is_dark=False))
    assert (one_site.count("0"), one_site.count("·")) == (1, 6 + 6)


def test_up_to_three_sites_stand_beside_the_whole() -> None:
    rows = [hour(1, 8, 30, 10)]
    panels = [(f"Site {at}", days_of(rows)) for at in range(5)]
    for count, seen in ((1, 2), (2, 3), (3, 4), (5, 4)):
        figure = demand_map(panels[:count], days_of(rows), is_dark=False)
        assert sum(axes.get_visible() for axes in figure.axes) == seen


def test_capacity_says_short_spare_and_growing() -> None:
    rows = [
        queue(Decimal("2.8"), accepted=39, slots=91, waiting=83, referrals=41, first_contacts=28),
        queue(Decimal(1), accepted=10, slots=12, waiting=5, referrals=10, first_contacts=20),
        queue(waiting=5, referrals=10, first_contacts=20),
    ]
    said = words(capacity(rows, is_dark=False))
    for expected in ("18 short", "2 spare", "growing", "2.2 weeks", "not known"):
        assert expected in said


@pytest.mark.parametrize("is_dark", [False, True])
def test_nothing_known_is_said(is_dark: bool) -> None:
    nobody = WaitRow(1, "Nobody", True, OCTOBER, WaitKind.DAYS, ())
    for figure in (
        wait_spread(None, is_dark=is_dark),
        wait_spread(nobody, is_dark=is_dark),
        demand_map([], days_of([]), is_dark=is_dark),
        capacity([queue()], is_dark=is_dark),
    ):
        assert NOTHING in words(figure)
