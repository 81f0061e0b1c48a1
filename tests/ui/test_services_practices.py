"""Practices beside each other on the screen, their counts and ratings typed by keyboard."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import Inspection
from pch_desktop.store import population, services
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.services.practices import MONTH, ComparedView
from pch_desktop.ui.sections.services.praise import PraiseView
from pch_desktop.ui.sections.services.ratings import RatingsView
from tests.ui.conftest import OCTOBER
from tests.ui.driving import put


@pytest.fixture
def two(desk: Desk) -> Desk:
    """A desk on a file with two practices."""
    for code, name, people in (("A1", "Zeal Surgery", 4_000), ("B2", "Abbey Surgery", 8_000)):
        key = desk.file.edit("Add", population.add_practice, f"{code}X", name)
        desk.file.edit("List", population.set_list_size, key, date(2016, 10, 1), people)
    return desk


def shown(qtbot: QtBot, view: QWidget, grid: Grid) -> None:
    qtbot.addWidget(view)
    view.resize(1100, 600)
    view.show()
    QApplication.processEvents()
    QAbstractItemModelTester(grid.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_a_month_of_counts_is_pasted_and_stands_beside_the_others(qtbot: QtBot, two: Desk) -> None:
    view = PraiseView(two)
    shown(qtbot, view, view.grid)
    assert [row.name for row in view.grid.model.rows] == ["Abbey Surgery", "Zeal Surgery"]
    assert "No practice has told" in view.finding.text()
    QGuiApplication.clipboard().setText("4\t2\t8\n2\t0\t1")
    view.grid.select_record(2, "incidents")
    view.grid.paste()
    rows = two.file.read(services.practice_months, OCTOBER, OCTOBER)
    assert [(row.practice_id, row.incidents, row.compliments) for row in rows] == [
        (1, 2, 1), (2, 4, 8)
    ]  # fmt: skip
    assert view.finding.text().startswith("6 incidents, 2 complaints, 9 compliments")
    view.show_count("incidents")
    view.show_count("complaints")
    assert [row.values[6] for row in view.year.model.rows] == [2, 0]
    assert put(view.year, 2, "m5", "3") == ""
    assert put(view.year, 2, "m5", "3.5").startswith("“3.5” cannot be taken")
    (row,) = two.file.read(services.practice_months, Month(2016, 9), Month(2016, 9))
    assert row.complaints == 3
    assert two.file.to_undo is not None
    assert two.file.to_undo.label == "Change complaints of Abbey Surgery, September 2016"
    compared = ComparedView(two)
    shown(qtbot, compared, compared.grid)
    compared.show_measure("incidents")
    compared.show_span(MONTH)
    chart = compared.chart.canvas.chart
    assert chart is not None
    assert chart.finding == "Incidents per 1,000: from 0.50 to 0.50, the median 0.50"
    assert [row.name for row in compared.grid.model.rows][-1] == "Median"
    compared.chart.toggle()
    assert compared.chart.is_table
    view.show_record(1)
    assert view.grid.current_row.name == "Zeal Surgery"
    assert view.count == ""


def test_ratings_are_added_changed_and_deleted(qtbot: QtBot, two: Desk) -> None:
    view = RatingsView(two)
    shown(qtbot, view, view.grid)
    assert view.grid.isHidden()
    view.begin()
    model = view.grid.model
    for key, text, said in (
        ("practice", "abbey surgery", "Choose the rating, too"),
        ("rating", "good", "Enter the day the rating was published, too."),
        ("rated_on", "11/2/2016", ""),
    ):
        model.change_cell(model.rowCount() - 1, model.column_at(key), text)
        assert said in view.grid.strip.sentence
    (row,) = two.file.read(services.ratings)
    assert (row.practice, row.rating, row.rated_on) == (
        "Abbey Surgery", Inspection.GOOD, date(2016, 2, 11)
    )  # fmt: skip
    assert "is not in the list" in put(view.grid, row.id, "rating", "poor")
    assert put(view.grid, row.id, "rating", "inadequate") == ""
    assert view.finding.text() == "Latest ratings of 1 practice: 1 inadequate."
    view.show_record(row.id)
    view.grid.remove()
    assert two.file.read(services.ratings) == []
    two.file.undo()
    assert len(two.file.read(services.ratings)) == 1


def test_without_practices_it_says_where_to_begin(qtbot: QtBot, desk: Desk) -> None:
    view = ComparedView(desk)
    shown(qtbot, view, view.grid)
    assert view.master.isHidden()
