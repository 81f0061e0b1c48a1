"""Where pasted blocks go, and what of them stands."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Kind
from pch_desktop.ui import pasting
from pch_desktop.ui.pasting import Area, Done, Typed
from pch_desktop.ui.reading import calculated, editable, read
from pch_desktop.ui.table_model import TableModel
from tests.ui import toys
from tests.ui.toys import Line, ToyFile

BELOW, RIGHT = list(range(20)), list(range(2, 12))


def test_one_value_fills_what_is_selected() -> None:
    placed = pasting.spread((("7",),), Area((1, 2), (4, 5)), BELOW, RIGHT)
    assert placed == [Typed(at, to, "7") for at in (1, 2) for to in (4, 5)]


def test_a_block_repeats_where_it_fits_a_whole_number_of_times() -> None:
    placed = pasting.spread((("a",), ("b",)), Area((0, 1, 2, 3), (4,)), BELOW, RIGHT)
    assert [cell.text for cell in placed] == ["a", "b", "a", "b"]


def test_any_other_block_goes_in_once_from_the_top_left() -> None:
    placed = pasting.spread((("a", "b"), ("c", "d")), Area((0, 1, 2), (4,)), BELOW, RIGHT)
    assert [(cell.line, cell.column) for cell in placed] == [(0, 2), (0, 3), (1, 2), (1, 3)]


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> tuple[TableModel[Line], ToyFile]:
    file = ToyFile(toys.lines())
    model = TableModel(toys.COLUMNS, toys.edits(toys.desk_on(file, tmp_path)), noun="line")
    file.listen(lambda _tables: model.show(list(file.rows)))
    model.show(list(file.rows))
    return model, file


def test_the_good_cells_of_a_block_stand_and_the_bad_are_told_by_row_and_column(
    made: tuple[TableModel[Line], ToyFile],
) -> None:
    model, file = made
    before = list(file.rows)
    cells = [Typed(0, 2, "5"), Typed(1, 3, "lots"), Typed(1, 2, "some"), Typed(0, 3, "few")]
    done = pasting.carry_out(model, "Paste", pasting.sifted(model, cells))
    assert done.left == 3
    assert done.sentence.startswith("Paste 4 cells: 3 were left as they were. Prescribing, ")
    assert all(f"“{text}” is not an amount" in done.sentence for text in ("lots", "some", "few"))
    assert done.sentence.endswith("Undo takes it all back.")
    assert file.steps == ["Paste 4 cells"]
    assert file.rows[0].budget_pence == 500_000
    assert file.rows[1:] == before[1:]


def test_a_block_of_which_nothing_may_stand_changes_nothing(
    made: tuple[TableModel[Line], ToyFile],
) -> None:
    model, file = made
    cells = [Typed(0, 2, "5 or so"), Typed(1, 3, "lots")]
    with pytest.raises(Refusal, match=r"“5 or so” .* “lots” .* Nothing was changed\.$"):
        pasting.carry_out(model, "Paste", pasting.sifted(model, cells))
    assert file.steps == []


def test_what_the_file_refuses_of_a_block_is_left_and_the_rest_stands(
    made: tuple[TableModel[Line], ToyFile],
) -> None:
    model, file = made
    before = list(file.rows)
    batch = pasting.sifted(model, [Typed(0, 2, "5"), Typed(1, 0, "")])
    done = pasting.carry_out(model, "Paste", batch)
    assert done.left == 1
    assert "Prescribing, Budget line: Enter the line's title" in done.sentence
    assert file.rows[0].budget_pence == 500_000
    assert file.rows[1] == before[1]
    alone = pasting.sifted(model, [Typed(1, 0, "")])
    with pytest.raises(Refusal, match="Enter the line's title"):
        pasting.carry_out(model, "Paste", alone)
    assert file.steps == ["Paste 2 cells"]


def test_words_match_whatever_the_case_and_new_rows_are_added(
    made: tuple[TableModel[Line], ToyFile],
) -> None:
    model, file = made
    end = model.rowCount() - 1
    cells = [Typed(0, 1, "p. okafor"), Typed(end, 0, "Hospice"), Typed(end, 2, "12k")]
    batch = pasting.sifted(model, [*cells, Typed(end + 1, 0, "Transport"), Typed(end + 1, 2, "")])
    assert pasting.carry_out(model, "Paste", batch) == Done("Paste 5 cells.")
    assert file.steps == ["Paste 5 cells"]
    assert file.rows[0].owner == "P. Okafor"
    assert [line.title for line in file.rows[-2:]] == ["Hospice", "Transport"]
    assert file.rows[-2].budget_pence == 1_200_000


def test_each_new_record_is_told_by_its_number_and_what_it_lacks_once(
    made: tuple[TableModel[Line], ToyFile],
) -> None:
    model, _ = made
    new = model.rowCount() - 1
    title, budget = model.column_at("title"), model.column_at("budget")
    cells = [
        Typed(new, title, "Hospice"), Typed(new, budget, "5"),
        Typed(new + 2, title, ""), Typed(new + 2, budget, "lots"),
        Typed(new + 3, title, ""), Typed(new + 3, budget, "7"),
    ]  # fmt: skip
    refused = pasting.sifted(model, cells).refused
    assert [told.partition(":")[0] for told in refused] == [
        "New line 3, October £000, Budget",
        "New line 4",
    ]


@pytest.mark.parametrize(
    ("typed", "result"),
    [
        ("1200/12", "100"),
        ("(3+4)*2", "14"),
        ("-5+2.5", "-2.5"),
        ("12k/12", "1000"),
        ("1/3", "0.333333"),
    ],
)
def test_a_sum_is_worked_out(typed: str, result: str) -> None:
    assert calculated(typed) == result


@pytest.mark.parametrize("typed", ["", "1/0", "2+", "(1", "1 2", "a+1", "((((" * 20, "9**9**9"])
def test_what_is_not_a_sum_is_refused(typed: str) -> None:
    with pytest.raises(Refusal, match=r"is not a sum\. Enter one such as =1200/12."):
        calculated(typed)


@given(st.integers(-(10**12), 10**12), st.sampled_from([Kind.MONEY, Kind.THOUSANDS]))
def test_the_text_to_be_changed_gives_the_same_amount_to_the_penny(pence: int, kind: Kind) -> None:
    assert read(editable(pence, kind), kind) == pence


@given(st.decimals(-50, 50, places=4), st.sampled_from([Kind.SHARE, Kind.WTE, Kind.INDEX]))
def test_the_text_to_be_changed_gives_the_same_number(value: Decimal, kind: Kind) -> None:
    assert read(editable(value, kind), kind) == value
