"""Headline figures, sparklines and the small charts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pch_desktop.ui import chart_paint
from pch_desktop.ui.chart_facts import (
    Bar,
    Bars,
    Drawing,
    Lines,
    Part,
    Pyramid,
    Series,
    Stacks,
    nice_steps,
)
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.mini_charts import ChartCard
from pch_desktop.ui.paints import Paints
from pch_desktop.ui.pill import Standing
from pch_desktop.ui.sparkline import Trend, runs
from pch_desktop.ui.tiles import Figure, Tiles
from tests.ui import toys
from tests.ui.toys import ToyFile


@pytest.fixture(params=["Light", "Dark"])
def desk(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Desk:
    return toys.desk_on(ToyFile(()), tmp_path, str(request.param))


def test_a_tile_is_one_button_that_says_everything(qtbot: QtBot, desk: Desk) -> None:
    tiles = Tiles(desk)
    qtbot.addWidget(tiles)
    pressed: list[str] = []
    tile = tiles.add(lambda: pressed.append("budget"))
    standing = Standing("near", "Over")
    trend = Trend((4, 3, 1), 2, "worse")
    tile.show_figure(Figure("Forecast outturn", "(£9k)", "of £47.5m", standing, "0.02%", trend))
    tiles.resize(900, 200)
    tiles.show()
    assert tile.accessibleName() == "Forecast outturn, (£9k) of £47.5m, Over, near, 0.02%"
    assert tile.accessibleDescription() == "3 points, from 4 to 1, target 2"
    QTest.keyClick(tile, Qt.Key.Key_Space)
    assert pressed == ["budget"]


def test_a_figure_that_is_not_known_says_so() -> None:
    assert Figure("Delayed transfers", "").spoken == "Delayed transfers, not known"
    assert Trend((None, None)).words == "Nothing is known yet"


def test_tiles_wrap_where_the_window_is_narrow(qtbot: QtBot, desk: Desk) -> None:
    tiles = Tiles(desk)
    qtbot.addWidget(tiles)
    for _ in range(5):
        tiles.add(lambda: None)
    tiles.show()
    tiles.resize(1200, 200)
    qtbot.waitUntil(lambda: len({tile.y() for tile in tiles.tiles}) == 1)
    tiles.resize(500, 500)
    qtbot.waitUntil(lambda: len({tile.y() for tile in tiles.tiles}) == 3)


def test_a_gap_in_a_line_stays_a_gap() -> None:
    assert runs((1, 2, None, 3)) == [[(0, 1), (1, 2)], [(3, 3)]]


DRAWINGS: list[Drawing] = [
    Lines(
        ("A", "M"), (Series("Actual", (1, None), has_marks=True, end_label="1"),), (0, 0), (2, 2)
    ),
    Lines(("A", "M"), (Series("Steps", (5, 5), is_stepped=True, is_dashed=True),)),
    Lines((), ()),
    Bars((Bar("Over", -4, "(4)", "worse"), Bar("Blank", None, "not known", of=3))),
    Bars(()),
    Stacks(("GPs",), (Part("Primary care", "#005EB8", (3,)),), ("3.0",)),
    Pyramid(("0-4", "5-9"), (3, 4), (2, 5), (3, 3), (3, 3)),
    Pyramid((), (), ()),
]


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_every_drawing_draws_even_when_little_is_known(desk: Desk, drawing: Drawing) -> None:
    image = QImage(300, 200, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    chart_paint.draw(painter, Paints(desk), QRectF(0, 0, 300, 200), drawing)
    painter.end()
    drawn = {image.pixel(x, y) for x in range(0, 300, 2) for y in range(0, 200, 2)}
    assert len(drawn) > 2


def test_a_chart_is_read_out_with_its_finding_and_numbers(qtbot: QtBot, desk: Desk) -> None:
    card = ChartCard(desk)
    qtbot.addWidget(card)
    card.show_chart("Drifting over", "£000", DRAWINGS[0], "April 1, May not known")
    assert card.chart.accessibleName() == "Drifting over. £000"
    assert card.chart.accessibleDescription() == "April 1, May not known"


@given(st.floats(-1e7, 1e7), st.floats(1e-3, 1e7))
def test_the_rules_of_a_scale_are_few_and_within_it(low: float, reach: float) -> None:
    steps = nice_steps(low, low + reach)
    assert 1 <= len(steps) <= 12
    assert all(low - reach * 0.01 <= step <= low + reach * 1.01 for step in steps)
