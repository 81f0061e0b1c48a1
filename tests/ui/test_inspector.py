"""The side of a record and its fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pch_desktop.reports.table import Kind, Value
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import Field, line_field, text_field, word_field, yes_field
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.pill import Standing
from pch_desktop.ui.sparkline import Trend
from tests.ui import toys
from tests.ui.toys import Line, ToyFile, set_field

Got = list[Value]


@pytest.fixture
def file() -> ToyFile:
    return ToyFile(toys.lines())


@pytest.fixture
def desk(qtbot: QtBot, file: ToyFile, tmp_path: Path) -> Desk:
    return toys.desk_on(file, tmp_path)


def _asking(name: str) -> Callable[[Line, Value], Change]:
    return lambda line, value: Change(f"Change {line.title}", set_field, (line.id, name, value))


def _nothing(_session: object) -> None:
    pass


def _shown(qtbot: QtBot, field: Field[Line]) -> Field[Line]:
    qtbot.addWidget(field)
    field.show()
    return field


def test_a_line_is_a_step_of_the_history_when_enter_is_pressed(
    qtbot: QtBot, desk: Desk, file: ToyFile
) -> None:
    field = _shown(qtbot, line_field(desk, "Budget", _asking("budget_pence"), Kind.MONEY))
    field.show_value(file.rows[1], file.rows[1].budget_pence)
    assert field.box.text() == "540000"
    field.box.setText("£541k")
    QTest.keyClick(field.box, Qt.Key.Key_Return)
    assert file.rows[1].budget_pence == 54_100_000
    assert file.steps == ["Change Prescribing"]
    QTest.keyClick(field.box, Qt.Key.Key_Return)
    assert len(file.steps) == 1


def test_a_refusal_stands_under_the_box_until_escape(
    qtbot: QtBot, desk: Desk, file: ToyFile
) -> None:
    field = _shown(qtbot, line_field(desk, "Budget line", _asking("title")))
    field.show_value(file.rows[1], "Prescribing")
    field.box.setText("")
    field.commit()
    assert field.refusal == "Enter the line's title."
    assert field.box.accessibleDescription() == "Enter the line's title."
    QTest.keyClick(field.box, Qt.Key.Key_Escape)
    assert field.box.text() == "Prescribing"
    assert field.refusal == ""
    assert file.steps == []


def test_a_word_is_chosen_and_a_blank_may_be_too(qtbot: QtBot, desk: Desk, file: ToyFile) -> None:
    field = _shown(qtbot, word_field(desk, "Owner", toys.OWNERS, _asking("owner")))
    field.show_value(file.rows[0], "J. Wren")
    field.box.setCurrentText("P. Okafor")
    field.box.textActivated.emit("P. Okafor")
    assert file.rows[0].owner == "P. Okafor"


def test_a_date_and_a_yes_are_read(qtbot: QtBot, desk: Desk, file: ToyFile) -> None:
    got: Got = []

    def ask(_line: Line, value: Value) -> Change:
        got.append(value)
        return Change("Change", _nothing)

    when = _shown(qtbot, line_field(desk, "Ends", ask, Kind.DATE))
    when.show_value(file.rows[0], None)
    when.box.setText("31 Oct 16")
    when.commit()
    assert when.box.text() == "31/10/2016"
    agreed = _shown(qtbot, yes_field(desk, "Agreed", ask))
    agreed.show_value(file.rows[0], None)
    agreed.box.setCurrentText("Yes")
    agreed.commit()
    assert got == [date(2016, 10, 31), True]


def test_what_is_being_typed_stays_when_the_same_record_is_read_again(
    qtbot: QtBot, desk: Desk, file: ToyFile
) -> None:
    field = _shown(qtbot, text_field(desk, "Commentary", _asking("owner")))
    field.show_value(file.rows[0], "old")
    field.box.setFocus()
    qtbot.waitUntil(field.box.hasFocus)
    field.box.setPlainText("half a sen")
    field.show_value(replace(file.rows[0], owner="other"), "other")
    assert field.box.toPlainText() == "half a sen"
    field.show_value(file.rows[1], "another record")
    assert field.box.toPlainText() == "another record"


def test_the_side_says_how_a_record_stands_and_f4_hides_it(qtbot: QtBot, desk: Desk) -> None:
    page = QWidget()
    side = Inspector(desk, "Choose a line.")
    side.setParent(page)
    side.answer_f4(page)
    qtbot.addWidget(page)
    facts = side.add_facts("Owner", "Source")
    trend = side.add_trend("Monthly actual")
    page.show()
    side.show_record("Prescribing", Standing("worse", "£186k over"), "Changed 2 min ago by you")
    facts.show_facts("P. Okafor", "")
    trend.show_trend(Trend((541, None, 566), 540, "worse"))
    spoken = {part.accessibleName() for part in side.findChildren(QWidget)}
    assert {"£186k over, needs attention", "Owner: P. Okafor", "Source: not known"} <= spoken
    (shortcut,) = page.findChildren(QShortcut)
    assert shortcut.key().toString() == "F4"
    shortcut.activated.emit()
    assert side.isHidden()
