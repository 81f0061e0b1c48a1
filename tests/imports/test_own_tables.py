"""Tables are found on sheets as people set them out."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from pch_desktop.imports.own_grid import Sheet
from pch_desktop.imports.own_tables import Table, tables
from pch_desktop.imports.sheets import workbook
from tests.imports.own_workbooks import actuals_book, budget_book, saved, sheet, team_book


def on(text: str) -> tuple[Table, ...]:
    """Return the tables of a pasted block."""
    return tables(workbook(text).sheets[0])


def first(path: Path) -> tuple[Table, ...]:
    """Return the tables of a workbook's first sheet."""
    return tables(workbook(path).sheets[0])


def names(table: Table) -> list[str]:
    """Return the first cells of a table's rows."""
    return [row.cells[0] for row in table.rows]


def test_the_heading_row_is_found_under_merged_titles_with_its_units(tmp_path: Path) -> None:
    (table,) = first(budget_book(tmp_path / "b.xlsx"))
    assert table.title == "Shadow budget 2016/17 - draft 3"
    assert table.headings == (
        "Service line", "Provider", "Annual budget £000", "Baseline £000", "Notes",
    )  # fmt: skip
    assert names(table) == ["Prescribing", "GMS core", "Community nursing", "Podiatry"]
    assert [row.number for row in table.rows] == [7, 8, 12, 13]


def test_totals_sections_and_footnotes_are_left_out_and_named(tmp_path: Path) -> None:
    (table,) = first(budget_book(tmp_path / "b.xlsx"))
    assert [row.section for row in table.rows] == [*["Primary care"] * 2, *["Community"] * 2]
    assert [(total.label, total.covers) for total in table.found.totals] == [
        ("Total primary care", (7, 8)), ("Total community", (12, 13)), ("Grand total", ()),
    ]  # fmt: skip
    assert table.notes == (
        "Left out 3 totals rows: “Total primary care” (row 9), “Total community” (row 14), "
        "“Grand total” (row 15).",
        "Left out 2 section headings: “Primary care” (row 6), “Community” (row 11).",
        "Left out 2 footnotes: “* Prescribing is two months behind” (row 17), "
        "“Prepared by J Wren, finance” (row 18).",
    )


def test_tables_side_by_side_are_told_apart_by_the_blank_column(tmp_path: Path) -> None:
    team, partners = first(team_book(tmp_path / "t.xlsx"))
    assert names(team) == ["N1", "N2", "N3", "N4"]
    assert partners.headings == ("Partner", "Type", "Sector")
    assert names(partners) == ["Age UK Marsh", "Mill House"]


def test_a_blank_column_between_figures_parts_nothing() -> None:
    (table,) = on("Line\tBudget\t\tApr\tMay\nPrescribing\t10\t\t1\t2\nEstates\t20\t\t3\t4\n")
    assert table.headings == ("Line", "Budget", "Apr", "May")


def test_tables_one_under_the_other_are_told_apart_by_their_headings() -> None:
    text = (
        "Posts\n\nJob title\tWTE\nPractice nurse\t0.8\n\nHCA\t1\nTotal\t1.8\n\n\n"
        "Partners\n\nPartner\tSector\nAge UK\tvoluntary\n"
    )
    posts, partners = on(text)
    assert (names(posts), names(partners)) == (["Practice nurse", "HCA"], ["Age UK"])
    assert partners.title == "Partners"
    assert partners.heading_row == 12


def test_a_band_above_goes_into_the_headings_below_it(tmp_path: Path) -> None:
    book = Workbook()
    page = sheet(
        book,
        "A",
        [
            ["Finance report"],
            [None, "Month", None, "Year to date", None],
            ["Line", "Budget", "Actual", "Budget", "Actual"],
            ["Prescribing", 1, 2, 3, 4],
            ["Estates", 5, 6, 7, 8],
        ],
    )
    page.merge_cells("B2:C2")
    page.merge_cells("D2:E2")
    (table,) = first(saved(book, tmp_path / "band.xlsx"))
    assert table.headings == (
        "Line", "Month Budget", "Month Actual", "Year to date Budget", "Year to date Actual",
    )  # fmt: skip


def test_a_bold_sum_in_the_middle_is_a_total_and_a_plain_one_is_kept_with_a_warning() -> None:
    rows = [["Line", "Budget"], ["A", "10"], ["B", "15"], ["Both", "25"], ["C", "3"]]
    (bold,) = tables(Sheet.of("S", rows, bold=[3]))
    assert names(bold) == ["A", "B", "C"]
    (plain,) = tables(Sheet.of("S", rows))
    assert names(plain) == ["A", "B", "Both", "C"]
    assert "“Both”, equals the sum of the rows above it and was kept" in plain.notes[0]


def test_a_sum_without_a_name_is_a_total() -> None:
    (table,) = on("Line\tBudget\nA\t10\nB\t15\n\t25\n")
    assert names(table) == ["A", "B"]


def test_a_partner_called_total_health_is_no_total() -> None:
    (table,) = on("Partner\tKind\nTotal Health Ltd\tGP federation\nAge UK\tcharity\nTotal\t2\n")
    assert names(table) == ["Total Health Ltd", "Age UK"]


def test_headings_repeated_on_every_page_are_skipped() -> None:
    (table,) = on("Line\tBudget\nA\t1\n\nLine\tBudget\nB\t2\n")
    assert names(table) == ["A", "B"]


def test_a_line_without_a_figure_is_a_row_and_a_sector_above_its_lines_is_not() -> None:
    (table,) = on("Line\tBudget\nPrimary care\nPrescribing\t10\nEstates\t\nGMS\t5\n")
    assert names(table) == ["Prescribing", "Estates", "GMS"]
    assert {row.section for row in table.rows} == {"Primary care"}


def test_months_as_dates_head_columns_and_hidden_columns_are_named(tmp_path: Path) -> None:
    (table,) = first(actuals_book(tmp_path / "a.xlsx"))
    assert table.headings[2:5] == ("2016-04-01", "2016-05-01", "2016-06-01")
    assert "Hidden columns were read too: Code." in table.notes


def test_all_money_in_thousands_may_be_said_once_in_the_title() -> None:
    (table,) = on("All figures in £000s\n\nLine\tBudget\nA\t10\n")
    assert table.in_thousands


def test_one_column_of_names_under_a_heading_is_a_table() -> None:
    (table,) = on("Partner\nAge UK\nMill House\n")
    assert names(table) == ["Age UK", "Mill House"]


@given(
    st.lists(
        st.lists(
            st.sampled_from(["", "Line", "Total", "10", "£5k", "Apr", "a b", "#REF!"]), max_size=6
        ),
        max_size=12,
    )
)
def test_any_sheet_gives_tables_whose_rows_are_rows_of_the_sheet(rows: list[list[str]]) -> None:
    page = Sheet.of("S", rows)
    for table in tables(page):
        assert len(table.headings) == len(table.columns)
        for row in table.rows:
            assert row.cells == tuple(page.cell(row.number - 1, at) for at in table.columns)
