"""The keys of a table, and what it says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from time import process_time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from pch_desktop.reports.table import Column, Kind
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.theme import Weight
from tests.ui import toys
from tests.ui.toys import Line, ToyFile

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def file() -> ToyFile:
    return ToyFile(toys.lines())


@pytest.fixture
def grid(qtbot: QtBot, tmp_path: Path, file: ToyFile) -> Grid:
    desk = toys.desk_on(file, tmp_path)
    model: TableModel[Line] = TableModel(toys.COLUMNS, toys.edits(desk), noun="line")
    made = Grid(desk, model, "Lines", key="toy", bars=frozenset({"bar"}))
    qtbot.addWidget(made)
    file.listen(lambda _tables: model.show(list(file.rows)))
    model.show(list(file.rows))
    made.resize(1000, 600)
    made.show()
    made.view.setFocus()
    made.select_record(2, "forecast")
    return made


def _press(grid: Grid, key: Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(grid.view.delegate.editor or grid.view, key, held)


def _type(grid: Grid, text: str) -> None:
    for letter in text:
        QTest.keyClicks(grid.view.delegate.editor or grid.view, letter)


def _here(grid: Grid) -> tuple[str, str]:
    index = grid.view.currentIndex()
    return grid.model.name(index.row()), grid.model.columns[index.column()].key


def test_typing_replaces_and_enter_goes_down(grid: Grid, file: ToyFile) -> None:
    _type(grid, "6700")
    _press(grid, Key.Key_Return)
    assert file.rows[1].forecast_pence == 6700 * toys.K
    assert _here(grid) == ("Transformation fund", "forecast")
    _press(grid, Key.Key_Return, SHIFT)
    assert _here(grid) == ("Prescribing", "forecast")


def test_f2_edits_in_place_and_the_arrows_stay_in_the_text(grid: Grid, file: ToyFile) -> None:
    _press(grid, Key.Key_F2)
    assert grid.view.delegate.editor is not None
    assert grid.view.delegate.editor.text() == "6666"
    _press(grid, Key.Key_Left)
    _press(grid, Key.Key_Backspace)
    _press(grid, Key.Key_Return)
    assert file.rows[1].forecast_pence == 666 * toys.K


def test_an_arrow_accepts_what_is_being_typed_and_moves(grid: Grid, file: ToyFile) -> None:
    _type(grid, "7")
    _press(grid, Key.Key_Up)
    assert file.rows[1].forecast_pence == 7 * toys.K
    assert _here(grid) == ("Primary medical services", "forecast")


def test_enter_after_a_run_of_tabs_returns_to_where_it_began(grid: Grid, file: ToyFile) -> None:
    grid.select_record(2, "budget")
    _type(grid, "500")
    _press(grid, Key.Key_Tab)
    assert _here(grid) == ("Prescribing", "actual")
    _type(grid, "501")
    _press(grid, Key.Key_Tab)
    assert _here(grid) == ("Prescribing", "variance")
    _press(grid, Key.Key_Return)
    assert _here(grid) == ("Transformation fund", "budget")
    assert file.rows[1].actual_pence == 501 * toys.K


def test_escape_leaves_the_cell_and_keeps_the_selection(grid: Grid, file: ToyFile) -> None:
    _press(grid, Key.Key_Down, SHIFT)
    _type(grid, "9")
    _press(grid, Key.Key_Escape)
    assert file.steps == []
    assert len(grid.view.area().lines) == 2


def test_a_text_that_cannot_stand_is_refused_in_the_cell(grid: Grid, file: ToyFile) -> None:
    _type(grid, "abc")
    _press(grid, Key.Key_Return)
    editor = grid.view.delegate.editor
    assert editor is not None
    assert "Enter one such as £1,234.50." in editor.accessibleDescription()
    assert _here(grid) == ("Prescribing", "forecast")
    _press(grid, Key.Key_Escape)
    assert file.steps == []


def test_a_refusal_of_the_file_is_shown_in_the_cell_too(grid: Grid) -> None:
    grid.select_record(2, "title")
    _press(grid, Key.Key_F2)
    editor = grid.view.delegate.editor
    assert editor is not None
    editor.clear()
    _press(grid, Key.Key_Return)
    assert editor.accessibleDescription() == "Enter the line's title."


def test_control_arrows_go_to_the_edge_and_home_and_end_to_the_corners(grid: Grid) -> None:
    _press(grid, Key.Key_Down, CTRL)
    assert _here(grid)[0] == "Voluntary sector and social prescribing"
    _press(grid, Key.Key_Home, CTRL)
    assert _here(grid) == ("Primary medical services", "title")
    _press(grid, Key.Key_Right, CTRL)
    assert _here(grid)[1] == "bar"
    _press(grid, Key.Key_End, CTRL)
    assert _here(grid)[0] == "New line"


def test_shift_extends_and_whole_rows_and_columns_can_be_taken(grid: Grid) -> None:
    grid.select_record(2, "budget")
    _press(grid, Key.Key_Right, SHIFT)
    _press(grid, Key.Key_Down, SHIFT)
    assert len(grid.view.area().lines) == 2
    assert len(grid.view.area().columns) == 2
    assert grid.selection_words() == "Sum 1,141   Average 285   Count 4"
    _press(grid, Key.Key_Space, SHIFT)
    assert len(grid.view.area().columns) == 13
    _press(grid, Key.Key_Space, CTRL)
    assert len(grid.view.area().lines) == 14


def test_delete_clears_values_but_not_rows_as_one_step(grid: Grid, file: ToyFile) -> None:
    grid.select_record(2, "actual")
    _press(grid, Key.Key_Right, SHIFT)
    _press(grid, Key.Key_Down, SHIFT)
    _press(grid, Key.Key_Delete)
    assert file.steps == ["Clear 2 cells"]
    assert [line.actual_pence for line in file.rows[1:3]] == [None, None]
    assert grid.strip.sentence == "Clear 2 cells. 2 calculated cells were left as they are."
    assert "incomplete" in grid.totals.text(grid.model.column_at("actual"))


def test_filling_down_right_and_all_over(grid: Grid, file: ToyFile) -> None:
    _press(grid, Key.Key_Down, SHIFT)
    _press(grid, Key.Key_D, CTRL)
    assert file.rows[2].forecast_pence == 6666 * toys.K
    grid.select_record(4, "budget")
    _press(grid, Key.Key_Right, SHIFT)
    _press(grid, Key.Key_R, CTRL)
    assert file.rows[3].actual_pence == 23 * toys.K
    grid.select_record(6, "forecast")
    _press(grid, Key.Key_Down, SHIFT)
    _type(grid, "8")
    _press(grid, Key.Key_Return, CTRL)
    assert [line.forecast_pence for line in file.rows[5:7]] == [8 * toys.K] * 2
    assert file.steps[-1] == "Fill 2 cells"
    grid.select_record(8, "actual")
    for key in (Key.Key_Right, Key.Key_Down):
        _press(grid, key, SHIFT)
    _press(grid, Key.Key_D, CTRL)
    assert grid.strip.sentence == "Fill 1 cell. 1 calculated cell was left as it is."


def test_control_apostrophe_takes_the_cell_above(grid: Grid, file: ToyFile) -> None:
    _press(grid, Key.Key_Apostrophe, CTRL)
    assert file.rows[1].forecast_pence == 6005 * toys.K


def test_rows_are_deleted_with_their_number_and_their_money_said(grid: Grid, file: ToyFile) -> None:
    _press(grid, Key.Key_Down, SHIFT)
    _press(grid, Key.Key_Minus, CTRL)
    assert file.steps == ["Delete 2 lines"]
    assert grid.strip.sentence == (
        "Delete 2 lines. They hold £558,000 of budget. Undo brings them back."
    )
    assert grid.view.currentIndex().isValid()


def test_a_record_is_added_in_the_empty_line(grid: Grid, file: ToyFile) -> None:
    _press(grid, Key.Key_Plus, CTRL)
    _type(grid, "Hospice at home")
    _press(grid, Key.Key_Tab)
    assert file.rows[-1].title == "Hospice at home"
    assert _here(grid) == ("Hospice at home", "owner")
    _type(grid, "l. ahmed")
    _press(grid, Key.Key_Tab)
    assert file.rows[-1].owner == "L. Ahmed"


def test_a_block_of_a_spreadsheet_is_pasted_as_one_step(grid: Grid, file: ToyFile) -> None:
    grid.select_record(1, "budget")
    block = [f"{at}\t{at + 1}\t99" for at in range(100, 115)]
    QGuiApplication.clipboard().setText("\n".join(block[:13]))
    _press(grid, Key.Key_V, CTRL)
    assert file.steps == ["Paste 26 cells"]
    assert grid.strip.sentence == "Paste 26 cells. 13 calculated cells were left as they are."
    assert file.rows[12].budget_pence == 112 * toys.K
    grid.select_record(2, "budget")
    QGuiApplication.clipboard().setText("\n".join(block))
    _press(grid, Key.Key_V, CTRL)
    left = "Paste 30 cells: 3 were left as they were. New line 1: Enter the line's title first."
    assert grid.strip.sentence.startswith(left)
    assert file.steps == ["Paste 26 cells", "Paste 30 cells"]
    assert file.rows[12].budget_pence == 111 * toys.K


def test_what_is_copied_goes_in_again_unchanged(grid: Grid, file: ToyFile) -> None:
    before = list(file.rows)
    grid.select_record(2, "actual")
    _press(grid, Key.Key_Down, SHIFT)
    _press(grid, Key.Key_C, CTRL)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "566\n17\n"
    assert "<td" in mime.html()
    _press(grid, Key.Key_V, CTRL)
    assert file.rows == before
    assert file.steps == []


def test_the_totals_say_when_they_add_up_only_what_is_shown(grid: Grid) -> None:
    assert grid.totals.words == "Total"
    grid.filter.look_for("admiss")
    assert grid.totals.words == "Total of 2 shown"
    assert grid.totals.text(grid.model.column_at("budget")) == "1,250"
    assert "1,250 thousand pounds" in grid.totals.accessibleDescription()


def test_today_goes_into_a_date(grid: Grid) -> None:
    grid.view.today = lambda: date(2016, 10, 31)
    said: list[str] = []
    grid.view.typed_here.connect(said.append)
    _press(grid, Key.Key_Semicolon, CTRL)
    assert said == ["31/10/2016"]


def test_widths_and_order_are_kept_on_this_pc(grid: Grid, tmp_path: Path, file: ToyFile) -> None:
    grid.view.setColumnHidden(1, True)
    grid.view.header.moveSection(2, 1)
    grid.model.arrange(sorts=(("forecast", True),))
    grid.columns.keep()
    again = Grid(grid.desk, TableModel(toys.COLUMNS), "Lines", key="toy")
    assert again.view.columns[:2] == [0, 2]
    assert again.model.arrangement.sorts == (("forecast", True),)
    again.deleteLater()


def test_the_status_line_tells_what_the_keys_do_while_typing(grid: Grid, qtbot: QtBot) -> None:
    told: list[str] = []
    grid.desk.hint_told.connect(told.append)
    _type(grid, "7")
    assert told == ["Editing Prescribing, Forecast:  Enter accepts   Esc cancels"]
    _press(grid, Key.Key_Escape)
    qtbot.waitUntil(lambda: told[-1] == "")


def test_a_click_on_a_heading_sorts_and_folding_keeps_the_subtotals(grid: Grid) -> None:
    grid.view.header.sectionClicked.emit(grid.model.column_at("forecast"))
    assert grid.model.arrangement.sorts == (("forecast", False),)
    grid.view.header.sectionClicked.emit(grid.model.column_at("forecast"))
    assert grid.model.arrangement.sorts == (("forecast", True),)
    grid.view.header.sectionClicked.emit(grid.model.column_at("forecast"))
    assert grid.model.arrangement.sorts == ()
    grid.group(lambda line: line.sector)
    grid.view.go(0, 0)
    _press(grid, Key.Key_Space)
    assert grid.model.rowCount() == 13 + 4 + 1 - 4
    assert grid.model.index(0, grid.model.column_at("budget")).data() == "1,083"


def test_no_figure_is_cut_off_in_the_window_of_a_practice_pc(grid: Grid) -> None:
    grid.columns.hide("owner")
    grid.resize(890, 450)
    header = grid.view.header
    assert header.length() <= grid.view.viewport().width()
    for at in header.visible[1:-1]:
        texts = [str(grid.model.index(line, at).data() or "") for line in range(13)]
        longest = max([*texts, grid.totals.text(at)], key=len)
        figures = QFontMetrics(grid.desk.font(12.5, Weight.BOLD))
        assert figures.horizontalAdvance(longest) <= header.sectionSize(at) - 9


def test_a_table_that_fills_begins_at_its_first_record_and_not_at_the_empty_line(
    qtbot: QtBot, tmp_path: Path, file: ToyFile
) -> None:
    desk = toys.desk_on(file, tmp_path)
    model = TableModel(toys.COLUMNS, toys.edits(desk), noun="line")
    grid = Grid(desk, model, "Lines")
    qtbot.addWidget(grid)
    grid.group(lambda row: row.sector)
    grid.show()
    grid.view.setFocus()
    model.show(toys.lines())
    assert grid.current_row == model.rows[0]
    assert grid.view.verticalScrollBar().value() == 0


def test_five_thousand_rows_are_scrolled_at_thirty_frames_a_second(
    qtbot: QtBot, tmp_path: Path, file: ToyFile
) -> None:
    desk = toys.desk_on(file, tmp_path)
    model = TableModel(toys.COLUMNS, toys.edits(desk), noun="line")
    model.show([replace(line, id=at * 13 + line.id) for at in range(385) for line in toys.lines()])
    grid = Grid(desk, model, "Lines")
    qtbot.addWidget(grid)
    grid.resize(1162, 662)
    grid.show()
    bar, spent = grid.view.verticalScrollBar(), list[float]()
    for at in range(0, bar.maximum(), bar.maximum() // 30):
        start = process_time()  # Of the processor, whatever else is at work here.
        bar.setValue(at)
        grid.view.viewport().repaint()
        spent.append(process_time() - start)
    assert len(model.rows) == 5_005
    assert sorted(spent)[len(spent) // 2] <= 1 / 30


# What is seen, and what is said


@dataclass(frozen=True, slots=True)
class Started:
    """Somebody's name and day, for a table wider than the window."""

    id: int
    name: str
    on: date
    note: str


STARTED: tuple[Column[Started], ...] = (
    Column("name", "Name", lambda row: row.name, width=34),
    Column("on", "From", lambda row: row.on, Kind.DATE, width=4),
    *(Column(f"note{at}", "Note", lambda row: row.note, width=40) for at in range(4)),
)
LONG_NAME = "Advanced nurse practitioner"


@pytest.mark.parametrize("percent", [100, 200])
def test_a_day_and_a_first_column_are_whole_where_the_table_scrolls_anyway(
    qtbot: QtBot, tmp_path: Path, file: ToyFile, percent: int
) -> None:
    desk = toys.desk_on(file, tmp_path)
    desk.style.set_text_percent(percent)
    model: TableModel[Started] = TableModel(STARTED)
    model.show([Started(1, LONG_NAME, date(2016, 5, 28), "x")])
    grid = Grid(desk, model, "Starters")
    qtbot.addWidget(grid)
    grid.resize(1300, 400)
    grid.show()
    words = QFontMetrics(desk.font(12.5))
    for at, said in ((0, LONG_NAME), (1, "28 May 2016")):
        assert words.horizontalAdvance(said) + 16 <= grid.view.columnWidth(at)
    assert grid.view.columnWidth(0) <= grid.view.viewport().width() * 0.4


def test_typing_where_nothing_can_be_typed_is_answered(grid: Grid, file: ToyFile) -> None:
    grid.select_record(2, "variance")
    _press(grid, Key.Key_7)
    assert grid.strip.sentence == "Variance is worked out from other figures."
    grid.strip.hide()
    _press(grid, Key.Key_F2)
    assert grid.strip.isVisible()
    assert file.steps == []


def test_the_keys_go_back_to_the_table_when_a_message_is_answered_or_closed(
    grid: Grid, qtbot: QtBot
) -> None:
    grid.window().activateWindow()
    qtbot.waitUntil(grid.isActiveWindow)
    grid.select_record(1, "budget")
    grid.warn("It does not add up.", ("Put it right", lambda: grid.say("Now it does.")))
    (way,) = grid.strip.findChildren(QPushButton)
    way.setFocus()
    QTest.keyClick(way, Key.Key_Space)
    assert grid.strip.sentence == "Now it does."
    assert grid.view.hasFocus()
    QGuiApplication.clipboard().setText("100\tmany")
    _press(grid, Key.Key_V, CTRL)
    assert grid.strip.sentence.startswith("Paste 2 cells: 1 was left as it was.")
    grid.strip.findChildren(QToolButton)[0].setFocus()
    grid.strip.hide()
    assert grid.view.hasFocus()
