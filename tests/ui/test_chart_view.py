"""Full-size charts: the picture, the table, and what is read out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from pch_desktop.charts.full_chart import FullChart
from pch_desktop.ui.chart_facts import Bar, Bars
from pch_desktop.ui.chart_paint import named
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from tests.ui import toys
from tests.ui.toys import ToyFile

ALT = "Emergency admissions are forecast (£412k) over, prescribing (£186k)."
MADE: list[bool] = []


def drawn(is_dark: bool) -> Any:
    """Return a figure of one line; its ground says whether it is dark."""
    from matplotlib.figure import Figure

    figure = Figure(facecolor="#123456" if is_dark else "white")
    figure.add_subplot().plot([1, 2, 3])
    return figure


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return toys.desk_on(ToyFile(()), tmp_path)


@pytest.fixture
def view(qtbot: QtBot, desk: Desk) -> ChartView:
    made = ChartView(desk, "chart")
    qtbot.addWidget(made)
    made.show_chart(FullChart("Two lines drift", "£000", ALT, toys.COLUMNS, toys.lines(), drawn))
    made.resize(600, 400)
    made.show()
    return made


def test_the_chart_says_its_finding_and_its_numbers(view: ChartView) -> None:
    assert view.canvas.accessibleName() == "Two lines drift"
    assert view.canvas.accessibleDescription() == ALT


def test_the_switch_shows_the_figures_as_a_table_and_back(view: ChartView) -> None:
    view.toggle()
    assert view.is_table
    table = view.findChild(QTableView)
    assert table is not None
    assert table.model().index(1, 0).data() == "Prescribing"
    assert view.switch.text() == "Show as chart"
    view.toggle()
    assert not view.is_table


def test_a_figure_is_drawn_in_the_size_of_the_window(view: ChartView) -> None:
    image = view.canvas.grab().toImage()
    assert (image.width(), image.height()) == (view.canvas.width(), view.canvas.height())
    assert image.pixelColor(2, 2).name() == "#ffffff"
    assert len({image.pixel(x, image.height() // 2) for x in range(image.width())}) > 2


def test_a_chart_is_saved_and_copied_with_its_words(view: ChartView, tmp_path: Path) -> None:
    view.save(tmp_path / "drift.png")
    view.save(tmp_path / "drift.svg")
    assert (tmp_path / "drift.png").read_bytes().startswith(b"\x89PNG")
    assert "Two lines drift" in (tmp_path / "drift.svg").read_text(encoding="utf-8")
    view.copy()
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.hasImage()
    assert ALT in mime.text()


def test_a_small_drawing_can_be_shown_large(view: ChartView) -> None:
    drawing = Bars((Bar("Prescribing", -186, "(186)", "worse"),))
    view.show_chart(FullChart("One over", "£000", ALT, toys.COLUMNS, (), drawn), drawing)
    assert len({view.canvas.grab().toImage().pixel(x, 30) for x in range(600)}) > 1


@pytest.mark.parametrize(
    ("count", "wide", "room", "shown"),
    [
        (12, 14, 180, list(range(12))),
        (12, 17, 180, [0, 2, 4, 6, 8, 10]),
        (13, 45, 144, [0, 4, 8, 12]),
        (13, 55, 144, [0, 6, 12]),
        (1, 45, 144, [0]),
        (0, 0, 144, []),
    ],
)
def test_names_under_a_chart_stand_evenly_apart_and_never_upon_each_other(
    count: int, wide: float, room: float, shown: list[int]
) -> None:
    assert list(named(count, wide, room)) == shown
