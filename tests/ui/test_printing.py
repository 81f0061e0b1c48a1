"""Printing of tables and charts: what stands on the paper, read back from a PDF."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pch_desktop.charts.full_chart import FullChart
from pch_desktop.domain.refusal import Refusal
from pch_desktop.ui import printing
from pch_desktop.ui.actions import by_id
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.paper_layout import LEAST, parts_of
from pch_desktop.ui.paper_pen import WIDE
from pch_desktop.ui.paper_table import MOST_LINES, print_table
from pch_desktop.ui.printed_table import PaperColumn, PaperLine, printed_table
from pch_desktop.ui.shell import Shell
from pch_desktop.ui.table_model import TableModel
from tests.ui import toys
from tests.ui.test_chart_view import drawn

WHERE = "Marsh Valley, Garden, October 2016"
WIDTHS = st.lists(st.integers(30, 900), min_size=1, max_size=40)


@pytest.fixture
def grid(qtbot: QtBot, desk: Desk) -> Grid:
    """A table of five toy lines, in sight."""
    made = Grid(desk, TableModel(toys.COLUMNS), "Lines of the garden")
    qtbot.addWidget(made)
    made.model.show(toys.lines())
    made.resize(900, 400)
    made.show()
    return made


def pages(paint: printing.Paint, folder: Path) -> list[str]:
    """Return the words of each page that is printed, spaces made one."""
    path = printing.save_pdf(paint, "Printed", folder / "printed")
    return [re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(path).pages]


def test_a_table_prints_with_its_filter_sort_total_and_page(grid: Grid, tmp_path: Path) -> None:
    grid.filter.look_for("prescribing")
    grid.model.arrange(sorts=((toys.COLUMNS[0].key, True),))
    (page,) = pages(lambda device: print_table(device, printed_table(grid, "Lines", WHERE)),
                    tmp_path)  # fmt: skip
    shown = [row.title for row in grid.model.shown]
    assert 0 < len(shown) < len(grid.model.rows)
    assert [page.index(name) for name in shown] == sorted(page.index(name) for name in shown)
    left_out = {row.title for row in grid.model.rows} - set(shown)
    assert not any(name in page for name in left_out)
    for words in ("Lines", WHERE, "Filter: “prescribing”", "Sorted by", "down", grid.totals.words,
                  "Page 1 of 1", f"{len(shown)} of {len(grid.model.rows)}"):  # fmt: skip
        assert words in page


def test_only_columns_in_sight_are_printed_in_their_order(grid: Grid) -> None:
    header = grid.view.header
    header.moveSection(0, 1)
    grid.view.setColumnHidden(2, True)
    told = printed_table(grid, "Lines", WHERE)
    titles = [column.title.rpartition("\n")[2] for column in told.columns]
    assert titles == [toys.COLUMNS[at].title for at in header.visible]
    assert len(titles) == len(toys.COLUMNS) - 1
    assert all(len(line.cells) == len(titles) for line in told.lines)


def test_many_rows_stand_on_pages_that_repeat_the_headings(grid: Grid, tmp_path: Path) -> None:
    told = printed_table(grid, "Lines", WHERE)
    many = replace(told, lines=[PaperLine((f"Row {at} of many", *told.lines[0].cells[1:]))
                                for at in range(90)])  # fmt: skip
    found = pages(lambda device: print_table(device, many), tmp_path)
    assert len(found) > 1
    for at, page in enumerate(found, start=1):
        assert f"Page {at} of {len(found)}" in page
        assert told.columns[0].title.rpartition("\n")[2] in page
    assert sum(len(re.findall(r"Row \d+ of many", page)) for page in found) == 90
    assert [grid.totals.words in page for page in found] == [*[False] * (len(found) - 1), True]


def test_words_never_become_markup_and_long_ones_are_broken(grid: Grid, tmp_path: Path) -> None:
    told = printed_table(grid, "<b>Lines</b>", WHERE)
    rest = told.lines[0].cells[1:]
    marked = replace(told, lines=[PaperLine(("<img src=x> & <i>so</i>", *rest)),
                                  PaperLine(("long " * 1_000, *rest))])  # fmt: skip
    text = " ".join(pages(lambda device: print_table(device, marked), tmp_path))
    assert "<b>Lines</b>" in text
    assert "<img src=x>" in text


def test_more_lines_than_anybody_reads_are_refused(grid: Grid, tmp_path: Path) -> None:
    told = printed_table(grid, "Lines", WHERE)
    far = replace(told, lines=[told.lines[0]] * (MOST_LINES + 1))
    with pytest.raises(Refusal, match="Filter the table"):
        pages(lambda device: print_table(device, far), tmp_path)
    assert list(tmp_path.glob("*.pdf")) == []


@given(WIDTHS)
def test_every_column_is_printed_once_beside_the_first(widths: list[int]) -> None:
    columns = [PaperColumn(str(at), width, is_number=False) for at, width in enumerate(widths)]
    parts = parts_of(columns)
    assert [at for part in parts for at in part if at] == list(range(1, len(widths)))
    assert all(part[0] == 0 for part in parts)
    for part in parts:
        assert len(part) <= 2 or sum(widths[at] for at in part) * LEAST <= WIDE


def test_the_part_with_the_keys_is_printed_and_a_chart_on_one_page(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    page, chart = QWidget(), ChartView(desk, "chart")
    grid = Grid(desk, TableModel(toys.COLUMNS), "Lines of the garden")
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(grid)
    column.addWidget(chart)
    told = FullChart("Two lines drift", "£000, garden", "Up", toys.COLUMNS, toys.lines(), drawn,
                     "Source: the garden.")  # fmt: skip
    chart.show_chart(told)
    page.show()
    page.activateWindow()
    assert printing.printable(page) is grid
    chart.canvas.setFocus()
    assert printing.printable(page) is chart
    _, paint = printing.paint_of(desk, chart, "Garden")
    (text,) = pages(paint, tmp_path)
    for words in ("Two lines drift", "£000, garden", "Source: the garden.", "Page 1 of 1"):
        assert words in text
    chart.toggle()
    assert printing.printable(page) is chart
    title, paint = printing.paint_of(desk, chart, "Garden")
    assert title == "Two lines drift"
    assert "Prescribing" in pages(paint, tmp_path)[0]


def test_print_is_a_command_that_saves_a_pdf_where_there_is_no_printer(
    open_shell: Shell,
    tmp_path: Path,
    answer: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    action = by_id("print")
    assert (action.menu, action.shortcut) == ("File", "Ctrl+P")
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    answer("getSaveFileName", str(tmp_path / "garden"))
    give, desk = open_shell.furniture.menus.give, open_shell.desk
    assert desk is not None
    said: list[str] = []
    desk.was_refused.connect(said.append)
    give("print")
    assert said == [printing.NOTHING]
    page = QWidget()
    grid = Grid(desk, TableModel(toys.COLUMNS), "Lines of the garden", parent=page)
    grid.model.show(toys.lines())
    open_shell.show_page(page)
    give("print")
    (made,) = tmp_path.glob("*.pdf")
    assert "Page 1 of 1" in " ".join(PdfReader(made).pages[0].extract_text().split())
