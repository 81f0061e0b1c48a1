"""The sample's board pack, read back from its workbook."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pch_desktop.exports import pack
from pch_desktop.exports.answers import ANSWERS
from pch_desktop.exports.board import Pack
from pch_desktop.store import budget
from pch_desktop.store.locality_file import LocalityFile
from tests.exports.books import NAMES, cells, formulas, held, parts
from tests.exports.conftest import OCTOBER
from tests.localities import NOON

FIRST = [
    "Cover",
    "Contents",
    "Chair's summary",
    "Summary",
    "Population",
    "Workforce",
    "Services",
    "Estates",
    "Partners",
    "Finance",
    "Risks",
    "Data quality",
    "Definitions",
]
WORKED_ON = {"Actions", "Decisions"}
"""The sheets somebody writes in, in the meeting."""
ERRORS = {"#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NULL!", "#NUM!"}
FINANCE = {
    *("Finance", "By month", "Baseline", "Summary", "Share", "Share by partner"),
    *("Capitation", "Capitated sum", "Fair share", "Service changes", "Stops on 31 March"),
    *("Virements", "Change from last year"),
    *("Budget by month", "Actual by month", "Forecast", "Bridge", "Outturn risks", "What if"),
    *("Double payment", "Moved services", "Bought outside", "Delegation", "Commitments"),
    *("Marginal rate", "Chair's summary"),
}
TOTALS = {
    ("Population", "Registered list"): 41_280,
    ("Workforce", "Posts"): 241,
    ("Workforce", "Funded WTE"): 221.6,
    ("Workforce", "In post WTE"): 207.9,
    ("Workforce", "Vacant WTE"): 13.7,
    ("Workforce", "Cost £ a year"): 10_518_400.00,
    ("Establishment", "In post WTE"): 207.9,
    ("Establishment", "Cost £ a year"): 10_518_400.00,
    ("Partners", "WTE in post"): 207.9,
    ("Services", "Attended"): 10_199,
    ("Services", "Cost £ a year"): 8_465_000.00,
    ("Finance", "Month budget"): 3_958_333.33,
    ("Finance", "Month actual"): 3_976_000.00,
    ("Finance", "YTD budget"): 27_708_333.33,
    ("Finance", "YTD actual"): 27_701_000.00,
    ("Finance", "YTD variance"): 7_333.33,
    ("Finance", "Full-year budget"): 47_500_000.00,
    ("Finance", "Forecast outturn"): 47_509_000.00,
    ("Finance", "Forecast variance"): -9_000.00,
}
"""Literals: worked out by hand from the invented sample, not by the program."""


@pytest.fixture(scope="module")
def book(workbook: Path) -> Any:
    """The sample's workbook, opened for its results."""
    return load_workbook(workbook, data_only=True)


@pytest.mark.parametrize(("place", "expected"), TOTALS.items())
def test_a_total_of_the_sample_is_what_it_was(
    book: Any, place: tuple[str, str], expected: float
) -> None:
    sheet = book[place[0]]
    at = [cell.value for cell in sheet[4]].index(place[1]) + 1
    wanted = "Total shadow budget" if place[0] == "Finance" else "Total"
    total = next(row for row in range(5, sheet.max_row + 1) if sheet.cell(row, 1).value == wanted)
    assert sheet.cell(total, at).value == pytest.approx(expected, abs=0.005)


def test_the_sheets_stand_in_the_order_of_the_contents(book: Any) -> None:
    assert book.sheetnames[: len(FIRST)] == FIRST
    listed = [book["Contents"].cell(row, 1).value for row in range(5, 5 + len(book.sheetnames) - 2)]
    assert listed == book.sheetnames[2:]


def test_every_formula_has_a_result_and_none_is_an_error(workbook: Path) -> None:
    results = cells(workbook)
    live = formulas(workbook)
    assert len(live) > 300
    assert [place for place in live if place not in results] == []
    assert [place for place, value in results.items() if value in ERRORS] == []


def test_no_formula_looks_outside_the_workbook_or_changes_by_itself(workbook: Path) -> None:
    banned = re.compile(r"\[|OFFSET|INDIRECT|NOW\(|TODAY\(|RAND|HYPERLINK|WEBSERVICE")
    assert [text for text in formulas(workbook).values() if banned.search(text)] == []


@pytest.mark.parametrize("name", FIRST[2:])
def test_a_sheet_is_one_titled_table_without_merged_cells_or_gaps(book: Any, name: str) -> None:
    sheet = book[name]
    assert sheet["A1"].value == name
    heads = [cell.value for cell in sheet[4] if cell.value is not None]
    assert len(heads) == len(set(heads)) >= 2
    assert list(sheet.merged_cells.ranges) == []
    (table,) = sheet.tables.values()
    assert table.ref.startswith("A4:")
    rows = sheet[table.ref]
    assert all(any(cell.value is not None for cell in row) for row in rows)
    assert sheet.freeze_panes == "B5"


def test_every_sheet_has_headings_of_its_own_and_no_merged_cells_or_blank_rows(book: Any) -> None:
    for sheet in book.worksheets[2:]:
        heads = [cell.value for cell in sheet[4] if cell.value is not None]
        assert sheet["A1"].value == sheet.title
        assert len(heads) == len(set(heads)) >= 1, sheet.title
        assert list(sheet.merged_cells.ranges) == [], sheet.title
        assert len(sheet.tables) <= 1, sheet.title
        rows = [row for table in sheet.tables.values() for row in sheet[table.ref]]
        assert all(any(cell.value is not None for cell in row) for row in rows), sheet.title


def test_every_sheet_is_a_page_of_a4_on_its_side(book: Any) -> None:
    for sheet in book.worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1) == 1
        assert "Marsh Valley" in sheet.oddHeader.left.text
        assert "Page" in sheet.oddFooter.center.text
        assert sheet.sheet_properties.tabColor is not None
    for name in book.sheetnames[2:]:
        assert book[name].print_title_rows == "$1:$4", name


def test_no_table_is_too_wide_to_be_read_on_paper(book: Any) -> None:
    for sheet in book.worksheets:
        widths = [size.width for size in sheet.column_dimensions.values() if size.width]
        assert sum(widths) <= 215, sheet.title


def test_every_page_with_notional_money_says_so_in_its_head(book: Any) -> None:
    for sheet in book.worksheets:
        is_marked = sheet.oddHeader.center.text == "SHADOW – NOTIONAL"
        assert is_marked is (sheet.title in {*FINANCE, "Cover"}), sheet.title
    assert "SHADOW – NOTIONAL" in book["Finance"]["A2"].value


def test_a_delegated_budget_is_not_called_notional(tmp_path: Path) -> None:
    from pch_desktop.domain.budget import Phase
    from tests import localities

    file = localities.sample(tmp_path / "a.pch")
    try:
        file.edit("Delegate", budget.set_phase, OCTOBER.financial_year, Phase.DELEGATED)
        found = pack.gather(file, OCTOBER, NOON)
    finally:
        file.close()
    assert {table.marking for table in found.tables} == {""}
    assert "Shadow budget" not in dict(found.cover)


def test_every_chart_tells_its_finding_and_numbers_to_those_who_do_not_see_it(
    workbook: Path,
) -> None:
    told = [
        frame.attrib.get("descr", "")
        for part in parts(workbook, "xl/drawings/").values()
        for frame in part.iterfind(".//xdr:graphicFrame//xdr:cNvPr", NAMES)
    ]
    assert len(told) >= 8
    for words in told:
        assert 40 <= len(words) <= 400
        assert re.search(r"\d", words)


def test_a_chart_writes_money_in_thousands_and_its_grid_is_pale(workbook: Path) -> None:
    charts = list(parts(workbook, "xl/charts/").values())
    assert charts
    for chart in charts:
        lines = chart.findall(".//c:majorGridlines//{*}srgbClr", NAMES)
        assert {line.attrib["val"] for line in lines} == {"D8DDE0"}
    labels = {
        label.attrib["formatCode"]
        for chart in charts
        for label in chart.iterfind(".//c:dLbls/c:numFmt", NAMES)
    }
    assert "#,##0,;(#,##0,)" in labels


def test_an_adverse_bar_is_orange_with_an_outline_and_a_favourable_one_blue(
    workbook: Path, board: Pack
) -> None:
    forecast = next(table for table in board.tables if table.title == "Forecast")
    variance = next(each for each in forecast.columns if each.key == "outturn_variance")
    known = [variance.value(row) for row in forecast.rows]
    adverse = [n for n, value in enumerate(known) if isinstance(value, int) and value < 0]
    (chart,) = [
        part
        for part in parts(workbook, "xl/charts/").values()
        if any("Forecast!$L" in (f.text or "") for f in part.iterfind(".//c:val//c:f", NAMES))
    ]
    points = chart.findall(".//c:dPt", NAMES)
    marked = [
        int(number.attrib["val"]) for point in points for number in point.iterfind("c:idx", NAMES)
    ]
    assert marked == adverse
    for point in points:
        colours = [each.attrib["val"] for each in point.iterfind(".//{*}srgbClr")]
        assert colours == ["E46C0A", "A84300"]


def test_the_document_says_what_it_is_and_names_nobody(book: Any) -> None:
    told = book.properties
    assert told.title == "Marsh Valley: Board pack: Month 7, October 2016"
    assert told.subject == "Primary Care Home board pack"
    assert told.language == "en-GB"
    assert told.creator == told.lastModifiedBy == "Marsh Valley"


def test_a_sheet_is_guarded_against_slips_but_not_locked_away(book: Any) -> None:
    for sheet in book.worksheets:
        guard = sheet.protection
        if sheet.title in WORKED_ON:
            assert not guard.sheet
            continue
        assert guard.sheet
        assert guard.password is None
        assert not guard.objects
        assert not guard.selectLockedCells
        assert not guard.sort
        assert not guard.autoFilter
        assert not guard.formatColumns


def test_in_the_sheets_worked_on_in_the_meeting_words_are_offered(book: Any) -> None:
    offered = {each.formula1 for each in book["Actions"].data_validations.dataValidation}
    assert '"Open,In progress,Complete,Closed"' in offered
    assert not book["Agenda"].data_validations.dataValidation


def test_the_thresholds_are_named_cells(book: Any) -> None:
    held = {
        name: book["Definitions"][defined.attr_text.rpartition("!")[2].replace("$", "")].value
        for name, defined in book.defined_names.items()
    }
    assert held == {"Amber_at": 0.005, "Red_at": 0.02, "Least_adverse": 5_000}


def test_a_rating_is_a_shape_and_a_word(book: Any) -> None:
    sheet = book["Finance"]
    at = [cell.value for cell in sheet[4]].index("Rating") + 1
    lines = [row for row in range(5, 22) if not sheet.cell(row, 1).value.endswith("subtotal")]
    assert len(lines) == 13
    told = {sheet.cell(row, at).value for row in lines}
    assert told == {"● Green", "▲ Amber", "◆ Red"}


def test_every_sheet_leads_back_to_the_contents(workbook: Path) -> None:
    for name, part in parts(workbook, "xl/worksheets/").items():
        links = [each.attrib["location"] for each in part.iterfind(".//s:hyperlink", NAMES)]
        if name.endswith(("sheet1.xml", "sheet2.xml")):
            continue
        assert links == ["'Contents'!A1"], name


def test_names_of_people_are_not_in_the_pack(workbook: Path, called: dict[str, str]) -> None:
    staff, owner, chair, patient = "J. Wren", "L. Ahmed", "C. Brook", "O. Teasel"
    assert {staff, owner, chair, patient} < called.keys() and len(called) > 700
    with zipfile.ZipFile(workbook) as book:
        assert [name for each in book.namelist() for name in held(book.read(each), called)] == []


def test_every_sheet_has_an_answer_of_its_own(gathered: Pack) -> None:
    answers = [ANSWERS[table.title] for table in gathered.every_table]
    assert len(set(answers)) == len(answers) > 100


def test_the_step_is_told_of_every_table(board: Pack, tmp_path: Path) -> None:
    told: list[str] = []
    pack.write_pack(board, tmp_path, told.append)
    assert told == [table.title for table in board.tables]


def test_a_file_with_nothing_in_it_gives_a_pack_that_says_so(
    file: LocalityFile, tmp_path: Path
) -> None:
    target = pack.write_pack(pack.gather(file, OCTOBER, NOON), tmp_path)
    told = cells(target)
    assert told["Finance", "A5"] == "Nothing has been entered yet."
    assert target.name == "Unnamed locality board pack 2016-10.xlsx"
    assert formulas(target) == {}
