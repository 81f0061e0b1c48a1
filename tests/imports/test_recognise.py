"""Telling official files by their headings and shape."""

from __future__ import annotations

from pathlib import Path

import pytest

from pch_desktop.domain.patient_numbers import is_nhs_number
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.official import Headings, squeezed, year_of
from pch_desktop.imports.opening import read_file, told_of
from pch_desktop.imports.patients import suspicion
from pch_desktop.imports.reading import opened
from pch_desktop.imports.recognise import recognised
from tests.imports import official_files as made

FIFTEEN = FinancialYear.read("2015/16")


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ([made.PAID, made.ALDER], "payments"),
        ([[heading.upper().replace(" ", "_\n") for heading in made.PAID], made.ALDER], "payments"),
        ([made.WEIGHTED], "weighted"),
        ([made.STAFF], "network_staff"),
        ([made.LISTS], "list_sizes"),
        ([["EXTRACT_DATE", "TYPE", "SUB_ICB_LOCATION_CODE", "CODE", "SEX", "AGE",
           "NUMBER_OF_PATIENTS"]], "list_sizes"),
        ([["PRACTICE_CODE", "PRACTICE_NAME", "PCN_CODE", "PCN_NAME"]], "networks"),
        ([["Partner\nOrganisation\nCode", "Partner\nName", "PCN Code", "PCN Name"]], "networks"),
        ([made.practice("Z00001")], "practices"),
    ],
)  # fmt: skip
def test_a_kind_is_told_by_headings_whatever_the_name(
    tmp_path: Path, rows: list[list[str]], kind: str
) -> None:
    path = made.write(tmp_path / "whatever.csv", *rows)

    assert recognised(opened(path))[0].key == kind


def test_titles_may_stand_above_the_headings(tmp_path: Path) -> None:
    path = made.write(tmp_path / "x.csv", ["Weighted populations"], [], made.WEIGHTED)
    _, table = recognised(opened(path))

    assert table.first == 4


def test_a_file_of_another_kind_is_refused_with_its_headings(tmp_path: Path) -> None:
    path = made.write(tmp_path / "x.csv", ["Colour", "Shape"], ["red", "round"])
    with pytest.raises(Refusal) as caught:
        read_file(path)
    with pytest.raises(Refusal) as asked:
        read_file(path, kind="payments")

    assert "its headings are “Colour, Shape”" in str(caught.value)
    assert "your own workbook" in str(caught.value)
    assert str(asked.value).startswith("“x.csv” is not a file of NHS payments")


@pytest.mark.parametrize(
    "name",
    ["nhspaymentsgp_15-16.csv", "payments 2015-16.csv", "2015_2016 full.csv", "NHS 2015-2016.csv"],
)
def test_a_year_is_read_from_a_files_name(name: str) -> None:
    year, note = year_of(name, None)

    assert year == FIFTEEN
    assert note == "The figures are taken as those of 2015/16, read from the file's name."


@pytest.mark.parametrize("name", ["payments.csv", "2021-05 list.csv", "20151.csv", "12-16.csv"])
def test_a_year_neither_named_nor_given_is_asked_for(name: str) -> None:
    with pytest.raises(Refusal, match="--year 2015/16"):
        year_of(name, None)

    assert year_of(name, FIFTEEN)[0] == FIFTEEN


def test_a_year_that_contradicts_the_files_name_is_refused_with_both() -> None:
    with pytest.raises(Refusal, match="says 2016/17 by its name, and you said 2015/16"):
        year_of("paid_16-17.csv", FIFTEEN)


def test_headings_are_found_by_letters_and_figures_alone() -> None:
    headings = Headings.of(["Practice  Code", "Doctors.Retainer_Scheme\nPayments "])

    assert headings.needed("practicecode") == 0
    assert headings.at("doctorsretainerschemepayments") == 1
    assert not headings.has("none")
    assert squeezed(" A\tB.c_d ") == "abcd"


def test_the_check_of_nhs_numbers_leaves_amounts_alone() -> None:
    assert is_nhs_number("9434765919")
    assert is_nhs_number("943 476 5919")
    for amount in ("9434765918", "9,434,765,919", "-9434765919", "9434765919.0", "0000000000"):
        assert not is_nhs_number(amount)


@pytest.mark.parametrize(
    "rows",
    [
        [["Code", "Ref"], ["A", "9434765919"], ["B", "4010232137"], ["C", "12"]],
        [["NHS No.", "Visits"], ["", "3"]],
        [["Name", "Date of Birth"], ["A", "1/1/1950"]],
        [["Forename", "Surname", "Postcode"], ["A", "B", "ZZ1 1ZZ"]],
    ],
)
def test_a_table_of_patients_is_refused_unless_a_reason_is_given(
    tmp_path: Path, rows: list[list[str]]
) -> None:
    path = made.write(tmp_path / "x.csv", *rows)

    with pytest.raises(Refusal, match="single patients"):
        read_file(path)
    with pytest.raises(Refusal, match="none of the official files"):
        read_file(path, reason="ledger numbers")


def test_fewer_than_half_of_a_column_is_chance() -> None:
    rows = [["9434765919"], ["1234567890"], ["1234567891"]]

    assert suspicion(["Ledger"], rows) is None


def test_a_file_says_whether_it_needs_a_year_before_it_is_read(tmp_path: Path) -> None:
    paid = told_of(made.paid(tmp_path / "paid 15-16.csv"))
    unnamed = told_of(made.paid(tmp_path / "paid.csv"))
    lists = told_of(made.lists(tmp_path / "lists 15-16.csv"))

    assert (paid.kind_words, paid.needs_year, paid.year) == ("NHS payments", True, FIFTEEN)
    assert (unnamed.needs_year, unnamed.year) == (True, None)
    assert (lists.kind, lists.needs_year, lists.year) == ("list_sizes", False, None)
