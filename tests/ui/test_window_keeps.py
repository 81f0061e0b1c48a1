"""What the window keeps: each section as it was left, each state for undo; and keys alone do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pch_desktop.reports.table import Column, Kind
from pch_desktop.ui.change import Change
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.new_locality import NewLocalityPage
from pch_desktop.ui.page import Page
from pch_desktop.ui.shell import Shell
from pch_desktop.ui.table_model import TableModel
from tests.ui import toys
from tests.ui.toys import ToyFile

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
BLOCK = [[str(100 * line + at) for at in range(6)] for line in range(20)]
MOST_KEYS = 40


def grid_of(window: Shell, section: str, view: str) -> Grid:
    """Go to a section's view and return its table."""
    assert window.desk is not None
    window.go(section)
    page = window.screen_of(section, window.desk)
    assert isinstance(page, Page)
    found = page.view(view).findChildren(Grid)
    QApplication.processEvents()
    return next(grid for grid in found if grid.isVisible())


def press(window: QWidget, key: Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(window.focusWidget() or window, key, held)
    QApplication.processEvents()


# 13, 22, 29


def test_a_section_is_found_again_by_its_number_as_it_was_left(window: Shell, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    posts = grid_of(window, "workforce", "Posts")
    posts.filter.open()
    posts.filter.look_for("nurse")
    posts.select_record(posts.model.shown[30].id, "role")
    posts.view.verticalScrollBar().setValue(20)
    kept = left(posts)
    assert kept[3] > 0
    numbers = {name: Key(Key.Key_1 + at) for at, name in enumerate(window.sections)}
    press(window, numbers["budget"], CTRL)
    assert window.current == "budget"
    press(window, numbers["workforce"], CTRL)
    assert (window.current, left(posts)) == ("workforce", kept)


def left(grid: Grid) -> tuple[str, Any, int, int]:
    """Return how a table was left: its filter, its row, its column, how far it was scrolled."""
    index = grid.view.currentIndex()
    row = grid.model.row_at(index.row())
    scrolled = grid.view.verticalScrollBar().value()
    return grid.model.arrangement.words, row and row.id, index.column(), scrolled


def test_the_budget_fits_a_practice_pc_and_the_status_line_adds_up_what_is_selected(
    window: Shell, qtbot: QtBot
) -> None:
    window.resize(1366, 696)
    grid = grid_of(window, "budget", "Lines")
    header = grid.view.header
    bands = {grid.model.columns[at].band for at in header.visible}
    assert bands == {"", "October  £000", "Year to date £000", "Full year £000"}
    qtbot.waitUntil(lambda: header.length() <= grid.view.viewport().width())
    below = grid.totals.mapTo(window, grid.totals.rect().bottomLeft()).y()
    assert grid.totals.isVisible()
    assert below < window.height()
    grid.select_record(grid.model.shown[0].id, "month_budget")
    for key in (Key.Key_Down, Key.Key_Right):
        QTest.keyClick(grid.view, key, SHIFT)
    qtbot.waitUntil(lambda: "Count 4" in window.status.selection.text())
    assert {"Sum", "Average"} <= set(window.status.selection.text().split())


# 2, 59


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen of the finance table and of what hangs on it."""

    cells: tuple[tuple[str, ...], ...]
    totals: tuple[str, ...]
    badges: tuple[int, ...]
    check: str


def seen(window: Shell, grid: Grid, check: Callable[[], str]) -> Seen:
    """Return what is seen now."""
    model = grid.model
    columns = range(model.columnCount())
    return Seen(
        tuple(
            tuple(str(model.index(line, at).data()) for at in columns)
            for line in range(model.rowCount())
        ),
        tuple(grid.totals.text(at) for at in columns),
        tuple(one.badge for one in window.rail.buttons.values()),
        check(),
    )


def test_undo_and_redo_bring_back_cells_totals_badges_and_the_strip(
    window: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket

    def opened(*_asked: object) -> None:
        raise AssertionError("a network connection was asked for")

    monkeypatch.setattr(socket.socket, "connect", opened)
    monkeypatch.setattr(socket.socket, "bind", opened)
    before_sockets = sockets()
    grid = grid_of(window, "budget", "Lines")
    screen: Any = window.stage.currentWidget()
    strip = screen.shown("Lines").sheet.strip

    def check() -> str:
        return strip.sentence if strip.isVisible() else ""

    def now() -> Seen:
        return seen(window, grid, check)

    qtbot.waitUntil(lambda: bool(window.status.checks.text()), timeout=10_000)
    states = [now()]
    for step in (edited, pasted, filled, deleted):
        step(grid)
        qtbot.wait(500)  # Badges are counted in a lull.
        states.append(now())
        assert states[-1].cells != states[-2].cells, step.__name__
        assert states[-1].totals != states[-2].totals, step.__name__
    for state in reversed(states[:-1]):
        window.furniture.doings.undo()
        qtbot.wait(500)
        assert now() == state
    for state in states[1:]:
        window.furniture.doings.redo()
        qtbot.wait(500)
        assert now() == state
    assert sockets() <= before_sockets


def sockets() -> set[str]:
    """Return the sockets this program has open, where the system tells (Linux)."""
    folder = Path("/proc/self/fd")
    found: set[str] = set()
    for each in folder.iterdir() if folder.exists() else ():
        try:
            target = str(each.readlink())
        except OSError:  # It was that of the listing.
            continue
        if target.startswith("socket:"):
            found.add(target)
    return found


def edited(grid: Grid) -> None:
    """Type a budget."""
    grid.select_record(grid.model.shown[1].id, "annual")
    for letter in "6500":
        QTest.keyClicks(grid.view.delegate.editor or grid.view, letter)
    QTest.keyClick(grid.view.delegate.editor or grid.view, Key.Key_Return)


def pasted(grid: Grid) -> None:
    """Paste two actuals."""
    grid.select_record(grid.model.shown[1].id, "month_actual")
    QGuiApplication.clipboard().setText("501\n21")
    QTest.keyClick(grid.view, Key.Key_V, CTRL)


def filled(grid: Grid) -> None:
    """Fill the first actual down."""
    grid.select_record(grid.model.shown[1].id, "month_actual")
    QTest.keyClick(grid.view, Key.Key_Down, SHIFT)
    QTest.keyClick(grid.view, Key.Key_D, CTRL)


def deleted(grid: Grid) -> None:
    """Delete a line."""
    grid.select_record(grid.model.shown[2].id, "annual")
    QTest.keyClick(grid.view, Key.Key_Minus, CTRL)


# 5


def test_a_locality_with_pasted_practices_is_begun_in_forty_keys(
    shell: Shell, path: Path, qtbot: QtBot, answer: Callable[[str, str], None]
) -> None:
    pressed: list[Key] = []

    def key(one: Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        pressed.append(one)
        press(shell, one, held)

    answer("getSaveFileName", str(path))
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    key(Key.Key_N, CTRL)
    page = shell.stage.currentWidget()
    assert isinstance(page, NewLocalityPage)
    for letter in "MARSH VALLEY":
        key(Key.Key_Space if letter == " " else Key[f"Key_{letter}"])
    QGuiApplication.clipboard().setText("Y01001\tOrchard Lane Surgery\t9,840\nY01002\tMill\t12,105")
    while shell.focusWidget() is not page.practices.pasted:
        key(Key.Key_Tab)
        assert len(pressed) <= MOST_KEYS
    key(Key.Key_V, CTRL)
    key(Key.Key_Tab)
    key(Key.Key_Space)
    assert [one.code for one in page.practices.chosen] == ["Y01001", "Y01002"]
    while shell.focusWidget() is not page.making:
        key(Key.Key_Tab)
        assert len(pressed) <= MOST_KEYS
    key(Key.Key_Return)
    assert shell.desk is not None
    assert shell.desk.file.path == path
    assert len(pressed) <= MOST_KEYS


# 6


@dataclass(frozen=True, slots=True)
class Counts:
    """Six counts of a day."""

    id: int
    a: int | None = None
    b: int | None = None
    c: int | None = None
    d: int | None = None
    e: int | None = None
    f: int | None = None


def count_column(key: str) -> Column[Counts]:
    """Return the column of a count."""
    return Column(key, key.upper(), lambda row: getattr(row, key), Kind.COUNT)


def put(key: str) -> Callable[[Counts, Any], Change]:
    """Return what changes a count."""
    return lambda row, value: Change("Change", toys.set_field, (row.id, key, value))


@pytest.mark.parametrize("is_html", [False, True])
def test_a_block_of_twenty_by_six_of_excel_fills_the_same_cells(
    qtbot: QtBot, tmp_path: Path, is_html: bool
) -> None:
    rows: Any = [Counts(at) for at in range(1, 21)]
    file = ToyFile(rows)
    desk = toys.desk_on(file, tmp_path)
    edits: Edits[Any] = Edits(desk, {key: put(key) for key in "abcdef"})
    model: TableModel[Any] = TableModel(tuple(map(count_column, "abcdef")), edits, noun="day")
    grid = Grid(desk, model, "Days")
    qtbot.addWidget(grid)
    file.listen(lambda _tables: model.show(list(file.rows)))
    model.show(rows)
    grid.show()
    grid.select_record(1, "a")
    mime = QMimeData()
    if not is_html:
        mime.setText("\n".join("\t".join(line) for line in BLOCK))
    else:
        cells = ["".join(f"<td align=right>{cell}</td>" for cell in line) for line in BLOCK]
        body = "".join(f"<tr height=20>{line}</tr>" for line in cells)
        mime.setHtml(f"<html><body><!--StartFragment--><table>{body}</table></body></html>")
    QGuiApplication.clipboard().setMimeData(mime)
    QTest.keyClick(grid.view, Key.Key_V, CTRL)
    told: Any = file.rows
    assert [[str(getattr(row, key)) for key in "abcdef"] for row in told] == BLOCK
    assert file.steps == ["Paste 120 cells"]
