"""Rows as Qt sees them: shown, edited, grouped, sorted, found and totalled."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from pch_desktop.ui.arrangement import Adding, Group
from pch_desktop.ui.cell_roles import ADVERSE_ROLE
from pch_desktop.ui.table_model import TableModel
from tests.ui import toys
from tests.ui.toys import Line, ToyFile

Role = Qt.ItemDataRole
Made = tuple[TableModel[Line], ToyFile]


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Made:
    file = ToyFile(toys.lines())
    model = TableModel(toys.COLUMNS, toys.edits(toys.desk_on(file, tmp_path)), noun="line")
    file.listen(lambda _tables: model.show(list(file.rows)))
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    assert tester.model() is model
    model.show(list(file.rows))
    return model, file


def _sector(line: Line) -> str:
    return line.sector


def _text(model: TableModel[Line], line: int, key: str, role: int = Role.DisplayRole) -> object:
    return model.index(line, model.column_at(key)).data(role)


def test_a_cell_is_written_as_people_read_it(made: Made) -> None:
    model, _ = made
    assert _text(model, 1, "title") == "Prescribing"
    assert _text(model, 1, "variance") == "(26)"
    assert _text(model, 1, "variance", ADVERSE_ROLE)
    assert _text(model, 1, "share") == "(2.9%)"
    assert _text(model, 3, "actual") == "0"
    assert _text(model, 1, "forecast", Role.EditRole) == "6666"


def test_a_cell_says_a_whole_sentence_to_a_screen_reader(made: Made) -> None:
    model, _ = made
    said = _text(model, 1, "year_variance", Role.AccessibleTextRole)
    assert said == "Prescribing, Full year £000, Variance, 186 thousand pounds adverse"


def test_typing_changes_the_file_and_only_that_row_is_told(made: Made) -> None:
    model, file = made
    told: list[tuple[int, int]] = []

    def hear(first: QModelIndex, last: QModelIndex) -> None:
        told.append((first.row(), last.row()))

    model.dataChanged.connect(hear)
    kept = QPersistentModelIndex(model.index(5, 2))
    assert model.setData(model.index(1, model.column_at("forecast")), "=6600+12")
    assert file.rows[1].forecast_pence == 6612 * toys.K
    assert file.steps == ["Change Prescribing"]
    assert told == [(1, 1)]
    assert kept.row() == 5


def test_what_cannot_be_read_is_refused_with_a_sentence_and_changes_nothing(made: Made) -> None:
    model, file = made
    said: list[str] = []
    model.refused.connect(said.append)
    assert not model.setData(model.index(1, model.column_at("forecast")), "abc")
    assert not model.setData(model.index(1, model.column_at("forecast")), "£900m")
    assert said == [
        "“abc” is not an amount of money. Enter one such as £1,234.50.",
        "Enter an amount under £100m.",
    ]
    assert file.steps == []


def test_columns_of_another_day_are_read_anew_though_the_rows_are_the_same(made: Made) -> None:
    model, file = made
    at = model.column_at("owner")
    assert _text(model, 1, "owner") == "J. Wren"

    def on_leave(line: Line) -> str:
        return f"{line.owner}, on leave"

    told = replace(model.columns[at], value=on_leave)
    model.columns = (*model.columns[:at], told, *model.columns[at + 1 :])
    model.show(list(file.rows))
    assert _text(model, 1, "owner") == "J. Wren, on leave"
    model.arrange(chips={"owner": "J. Wren, on leave"})
    assert len(model.shown) == 13


def test_a_calculated_cell_cannot_be_typed_in(made: Made) -> None:
    model, _ = made
    index = model.index(1, model.column_at("variance"))
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(index, "5")


def test_the_empty_line_waits_until_it_has_what_a_record_needs(made: Made) -> None:
    model, file = made
    said: list[str] = []
    model.refused.connect(said.append)
    last = model.rowCount() - 1
    assert isinstance(model.line(last), Adding)
    assert model.setData(model.index(last, model.column_at("budget")), "12")
    assert said == ["Enter the line's title first."]
    assert _text(model, last, "budget") == "12"
    assert model.setData(model.index(last, 0), "Hospice at home")
    assert file.rows[-1].title == "Hospice at home"
    assert file.rows[-1].budget_pence == 12 * toys.K
    assert model.rowCount() == 15


def test_groups_carry_subtotals_and_fold(made: Made) -> None:
    model, _ = made
    model.arrange(group_by=_sector)
    assert isinstance(model.line(0), Group)
    assert _text(model, 0, "budget") == "1,083"
    assert model.rowCount() == 13 + 4 + 1
    model.fold(0)
    assert model.rowCount() == 9 + 4 + 1
    assert model.name(1) == "Community"
    model.fold(0)
    assert model.name(1) == "Primary medical services"


def test_a_total_over_a_blank_says_that_it_is_incomplete(made: Made) -> None:
    model, file = made
    column = model.columns[model.column_at("actual")]
    total = model.total(column)
    assert total is not None
    assert (total.value, total.is_incomplete) == (3976 * toys.K, False)
    model.show([replace(file.rows[0], actual_pence=None), *file.rows[1:]])
    total = model.total(column)
    assert total is not None
    assert (total.value, total.is_incomplete) == (3477 * toys.K, True)
    model.arrange(group_by=_sector)
    assert _text(model, 0, "actual") == "583 incomplete"
    said = _text(model, 0, "actual", Role.AccessibleTextRole)
    assert str(said).endswith("583 thousand pounds, incomplete: 1 blank")
    assert _text(model, 0, "variance") == "(2) incomplete"


def test_a_totals_percentage_is_a_percentage_of_totals(made: Made) -> None:
    model, _ = made
    total = model.total(model.columns[model.column_at("share")])
    assert total is not None
    assert round(float(str(total.value)), 6) == round(-13 / 47496, 6)


def test_sorting_and_finding_follow_the_records_that_are_selected(made: Made) -> None:
    model, _ = made
    kept = QPersistentModelIndex(model.index(1, 0))
    model.sort(model.column_at("forecast"), Qt.SortOrder.DescendingOrder)
    assert model.name(0) == "Emergency admissions"
    assert kept.row() == 1
    assert model.name(kept.row()) == "Prescribing"
    model.arrange(words="presc admiss")
    assert len(model.shown) == 0
    model.arrange(words="ADMISS")
    assert [row.title for row in model.shown] == ["Emergency admissions", "Planned admissions"]
    assert not kept.isValid()
    model.arrange(words="", sorts=(), chips={"owner": "Nobody"})
    assert len(model.shown) == 0
    model.arrange(chips={})
    assert len(model.shown) == 13


def test_an_edit_does_not_make_its_row_jump_in_a_sorted_table(made: Made) -> None:
    model, _ = made
    model.arrange(sorts=(("forecast", False),))
    before = [row.id for row in model.shown]
    line = model.line_of(2)
    assert model.setData(model.index(line, model.column_at("forecast")), "1")
    assert [row.id for row in model.shown] == before
    model.arrange(sorts=(("forecast", False),))
    assert model.line_of(2) == 1


def test_blanks_come_last_whichever_way_the_order_goes(made: Made) -> None:
    model, file = made
    model.show([replace(file.rows[0], actual_pence=None), *file.rows[1:]])
    for is_down in (True, False):
        model.arrange(sorts=(("actual", is_down),))
        assert model.shown[-1].id == 1


def test_rows_that_come_and_go_leave_the_others_where_they_were(made: Made) -> None:
    model, file = made
    kept = QPersistentModelIndex(model.index(6, 0))
    rows = [row for row in file.rows if row.id not in {1, 5}]
    model.show([replace(rows[0], id=99), *rows])
    assert model.name(kept.row()) == "Emergency admissions"
    assert model.rowCount() == 13


def test_a_hundred_thousand_rows_are_sorted_and_found_while_one_types(qtbot: QtBot) -> None:
    model: TableModel[Line] = TableModel(toys.COLUMNS)
    base = toys.lines()
    model.show(
        [replace(base[at % 13], id=at, forecast_pence=at * 7919 % 99_991) for at in range(100_000)]
    )
    times: dict[str, float] = {}
    model.arrange(words="x")
    for name, asked in {
        "figures": {"words": "", "sorts": (("forecast", True),)},
        "words": {"sorts": (("title", False),)},
        "found": {"words": "admiss", "sorts": ()},
    }.items():
        start = time.perf_counter()
        model.arrange(**asked)
        times[name] = time.perf_counter() - start
    assert max(times.values()) < 1.5
    assert len(model.shown) == 100_000 // 13 * 2
