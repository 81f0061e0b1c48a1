"""A secretary's own workbook: filled where its names point, else byte for byte as it was."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports.board import Pack
from pch_desktop.exports.cell import Stored
from pch_desktop.exports.sheet_cells import fill_cells
from pch_desktop.exports.template import fill_template
from pch_desktop.exports.template_places import known, names_table, tables
from pch_desktop.reports.totals import totals_of
from tests.exports import templates

SHEET = "xl/worksheets/sheet1.xml"
FRONT = "'Our front'!"
NAMES = {
    "PCH_place": FRONT + "$B$3",
    "PCH_registered": FRONT + "$D$4",
    "pch_Finance_OUTTURN_variance": FRONT + "$F$20",
    "PCH_figures_to": FRONT + "$A$8:$C$8",
    "Theirs": FRONT + "$D$5",
}


def test_each_name_holds_the_figure_of_the_pack_and_its_cell_keeps_its_look(
    board: Pack, tmp_path: Path
) -> None:
    template = templates.workbook(tmp_path / "ours.xlsx", NAMES)
    filled = fill_template(board, template, tmp_path / "October.xlsx")
    sheet = load_workbook(filled.path)["Our front"]
    assert sheet["B3"].value == "Marsh Valley"
    assert (sheet["B3"].font.b, sheet["B3"].font.color.rgb) == (True, "00AE2573")
    assert (sheet["D4"].value, sheet["D4"].number_format) == (41_280, '"£"#,##0')
    assert sheet["F20"].value == -9_000
    assert sheet["A8"].value == (date(2016, 10, 31) - date(1899, 12, 30)).days
    assert set(filled.filled) == NAMES.keys() - {"Theirs"}
    assert (filled.unknown, filled.not_known, filled.notes) == ((), (), ())


def test_every_other_part_and_all_outside_the_cells_is_byte_for_byte_as_it_was(
    board: Pack, tmp_path: Path
) -> None:
    template = templates.workbook(tmp_path / "ours.xlsx", NAMES)
    before = templates.parts(template)
    packed = template.read_bytes()
    filled = fill_template(board, template, tmp_path / "October.xlsx")
    after = templates.parts(filled.path)
    assert [*after] == [*before]
    assert {name for name in after if after[name] != before[name]} == {SHEET}
    assert template.read_bytes() == packed
    ours = [rb'<c r="(?:B3|D4|F20|A8)"[^>]*?(?:/>|>.*?</c>)', rb'<row r="20">.*?</row>']
    for each in reversed(ours):
        before[SHEET], after[SHEET] = (
            re.sub(each, b"", xml) for xml in (before[SHEET], after[SHEET])
        )
    assert after[SHEET] == before[SHEET]


def test_formulas_stay_and_are_worked_out_again_when_opened(board: Pack, tmp_path: Path) -> None:
    given = {"E4": "=D4*2"}
    template = templates.workbook(tmp_path / "ours.xlsx", NAMES, formulas=given)
    book = "xl/workbook.xml"
    said = re.sub(rb'fullCalcOnLoad="1"', b"", templates.parts(template)[book])
    templates.with_parts(template, {book: said})
    filled = fill_template(board, template, tmp_path / "October.xlsx")
    before, after = templates.parts(template), templates.parts(filled.path)
    assert load_workbook(filled.path)["Our front"]["E4"].value == "=D4*2"
    assert after[book] == before[book].replace(b"<calcPr", b'<calcPr fullCalcOnLoad="1"')
    assert {name for name in after if after[name] != before[name]} == {SHEET, book}
    assert "worked out again" in filled.sentences[-1]


def test_a_name_that_stands_for_nothing_is_told_with_what_may_be_meant_and_made_blank(
    board: Pack, tmp_path: Path
) -> None:
    names = {"PCH_registred": FRONT + "$B$3", "PCH_place": FRONT + "$A$1"}
    template = templates.workbook(tmp_path / "ours.xlsx", names)
    filled = fill_template(board, template, tmp_path / "out.xlsx")
    assert filled.unknown == ("PCH_registred (did you mean PCH_registered?)",)
    assert filled.filled == ("PCH_place",)
    assert load_workbook(filled.path)["Our front"]["B3"].value is None


@pytest.mark.parametrize(
    ("names", "formulas", "sentence"),
    [
        ({"Theirs": FRONT + "$A$1"}, {}, "has no place called PCH_place.*it has Theirs"),
        ({}, {}, "it has no names at all"),
        ({"PCH_place": "#REF!"}, {}, "PCH_place points at “#REF!”, which is no cell"),
        ({"PCH_place": "'Gone'!$A$1"}, {}, "which is no cell of a sheet"),
        ({"PCH_place": FRONT + "$A$1:$B$2"}, {}, "points at several cells"),
        ({"PCH_place": FRONT + "$B$8"}, {}, "B8 is hidden by merged cells.*A8"),
        ({"PCH_place": FRONT + "$E$4"}, {"E4": "=1+1"}, "E4 holds a formula"),
        ({"PCH_place": FRONT + "$B$1", "PCH_month": FRONT + "$B$1"}, {}, "another name points"),
        ({"PCH_table_Finance": FRONT + "$A$10:$C$12"}, {}, "has room for 3 rows of 3 columns"),
    ],
)  # fmt: skip
def test_a_template_that_cannot_be_filled_is_refused_and_the_former_file_stays(
    board: Pack, tmp_path: Path, names: dict[str, str], formulas: dict[str, str], sentence: str
) -> None:
    template = templates.workbook(tmp_path / "ours.xlsx", names, formulas=formulas)
    target = tmp_path / "October.xlsx"
    target.write_bytes(b"the former one")
    with pytest.raises(Refusal, match=sentence):
        fill_template(board, template, target)
    assert target.read_bytes() == b"the former one"
    assert {path.name for path in tmp_path.iterdir()} == {"ours.xlsx", "October.xlsx"}


@pytest.mark.parametrize("at", ["$A$10", "$A$10:$P$60"])
def test_a_whole_table_stands_at_its_name_with_the_total_of_the_pack(
    board: Pack, tmp_path: Path, at: str
) -> None:
    template = templates.workbook(tmp_path / "ours.xlsx", {"PCH_table_Finance": FRONT + at})
    filled = fill_template(board, template, tmp_path / "October.xlsx")
    sheet = load_workbook(filled.path)["Our front"]
    finance = tables(board)["pch_table_finance"]
    keys = [column.key for column in finance.printed]
    last = 10 + len(finance.rows)
    total = totals_of(finance)["outturn_variance"].value
    assert isinstance(total, int)
    assert sheet.cell(last, 1).value == finance.total_title
    assert sheet.cell(last, keys.index("outturn_variance") + 1).value == total / 100
    assert [sheet.cell(10 + at, 1).value for at in range(len(finance.rows))] == [
        finance.columns[0].value(row) for row in finance.rows
    ]


def test_every_name_is_on_the_list_of_names_once(board: Pack) -> None:
    listed = [row.name.casefold() for row in names_table(board).rows]
    assert len(set(listed)) == len(listed)
    found = known(board)
    assert set(listed) == found.places.keys() | found.tables.keys()
    assert {"pch_place", "pch_month", "pch_sentence", "pch_outturn_variance_rating"} < set(listed)
    assert found.places["pch_registered"].value == 41_280
    assert all(re.fullmatch(r"pch_\w+", name) for name in listed)


PLAIN = (
    b'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="urn:x"><cols/>'
    b'<sheetData><row r="2" s="5" customFormat="1"><c r="B2" s="3" t="s"><v>0</v></c></row>'
    b'<row><c/><c t="str"><v>x</v></c></row><row r="9"/></sheetData><!-- a > b --></worksheet>'
)
VALUES = st.one_of(st.none(), st.text(max_size=30), st.integers(-(10**9), 10**9))
PLACES = st.tuples(st.integers(0, 11), st.integers(0, 4))


@given(st.dictionaries(PLACES, VALUES, min_size=1, max_size=8))
def test_filling_again_with_the_same_changes_nothing_and_all_else_stays(
    values: dict[tuple[int, int], Stored],
) -> None:
    once = fill_cells("ours", PLAIN, values)
    assert fill_cells("ours", once, values) == once
    assert once.startswith(PLAIN[: PLAIN.index(b"<sheetData>")])
    assert once.endswith(b"<!-- a > b --></worksheet>")
    assert fill_cells("ours", once, {}) == once


def test_cells_without_a_number_of_their_own_are_counted() -> None:
    found = fill_cells("ours", PLAIN, {(2, 1): 7, (2, 3): "new"})
    assert b'<row><c/><c><v>7</v></c><c r="D3" t="inlineStr">' in found


def test_text_never_becomes_markup_a_formula_or_a_code() -> None:
    found = fill_cells("ours", PLAIN, {(1, 1): '=1+1 <f> & "\x07" _x0041_'})
    assert b'<c r="B2" s="3" t="inlineStr"><is><t xml:space="preserve">' in found
    assert b'=1+1 &lt;f&gt; &amp; "" _x005F_x0041_</t>' in found


def test_the_help_page_names_every_headline_measure(board: Pack) -> None:
    page = (Path(__file__).parents[2] / "docs" / "sections" / "templates.md").read_text("utf-8")
    column = next(each for each in board.summary.columns if each.key == "key")
    keys = [str(column.value(row)) for row in board.summary.rows]
    assert [key for key in keys if f"`PCH_{key}`" not in page] == []
