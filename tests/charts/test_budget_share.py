"""The charts of the share show what its rows say."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from pch_desktop.charts import budget_share as charts
from pch_desktop.domain.luck import CostMonth, limits
from pch_desktop.domain.period import Month
from pch_desktop.reports.budget_share import GainRow

ROWS = (
    GainRow(1, "Commissioner", Decimal("0.8"), 80_000_00, is_partner=False),
    GainRow(2, "Aldertree", Decimal("0.2"), 20_000_00),
)


def drawn(figure: Any) -> Any:
    """Draw a figure, as a fault shows only then, and return it."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    FigureCanvasAgg(figure).draw()
    return figure


def words(axes: Any) -> list[str]:
    """Return what is written in a chart's space."""
    return [text.get_text() for text in axes.texts]


@pytest.mark.parametrize("is_dark", [False, True])
def test_each_has_a_bar_with_its_share_and_amount(is_dark: bool) -> None:
    figure = drawn(charts.gain_figure(ROWS, is_dark))
    (axes,) = figure.axes
    assert [bar.get_width() for bar in axes.patches] == [80, 20]
    assert words(axes) == ["▲ 80.0%   £80,000", "▲ 20.0%   £20,000"]
    assert [tick.get_text() for tick in axes.get_yticklabels()] == ["Commissioner", "Aldertree"]


def test_a_loss_is_hatched_and_marked_as_one() -> None:
    loss = (GainRow(1, "Aldertree", Decimal(1), -5_000_00),)
    (axes,) = drawn(charts.gain_figure(loss, False)).axes
    assert axes.patches[0].get_hatch() == charts.HATCH
    assert words(axes) == ["▼ 100.0%   (£5,000)"]


def test_nothing_known_is_said_in_words() -> None:
    for figure in (charts.gain_figure((), False), charts.luck_figure((), None, True)):
        (axes,) = drawn(figure).axes
        assert words(axes) == ["Nothing is known for this yet."]


def test_months_outside_the_limits_are_named() -> None:
    costs = [100_000_00] * 6 + [101_000_00] * 6 + [160_000_00]
    months = [CostMonth(Month(2015, 4).plus(at), each, None) for at, each in enumerate(costs)]
    (axes,) = drawn(charts.luck_figure(months, limits(costs), False)).axes
    assert words(axes).count("outside") == 1
    assert {text.split()[0] for text in words(axes)} == {"outside", "lower", "mean", "upper"}
