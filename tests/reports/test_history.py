"""The history says tables, columns and values as people do."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.workforce import FundingStream
from pch_desktop.models import Base
from pch_desktop.reports.history import (
    column_words,
    plain,
    subject_words,
    table_words,
    value_words,
)
from tests.localities import NOON


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("annual_cost_pence", 1_234_56, "£1,234.56"),
        ("amount_pence", -5_00, "(£5.00)"),
        ("funded_wte", Decimal("0.8000"), "0.8"),
        ("funded_wte", Decimal("1.0000"), "1"),
        ("share", Decimal("0.6000"), "60%"),
        ("weekly_minutes", 2_250, "37.5"),
        ("weekly_minutes", 2_251, "37.52"),
        ("opens_minute", 510, "08:30"),
        ("birth_year", 1980, "1980"),
        ("people", 41_200, "41,200"),
        ("taken_on", date(2016, 10, 31), "31 Oct 2016"),
        ("month", Month(2016, 10), "October 2016"),
        ("year", FinancialYear(2016), "2016/17"),
        ("is_hub", True, "Yes"),
        ("is_hub", False, "No"),
        ("funding_stream", FundingStream.CORE, "Core practice"),
        ("name", "Marsh Valley", "Marsh Valley"),
        ("note", "", "blank"),
        ("note", None, "blank"),
    ],
)
def test_a_value_is_told_as_people_read_it(column: str, value: object, words: str) -> None:
    assert value_words(column, value) == words


def test_a_moment_is_told_in_the_time_of_the_place() -> None:
    local = NOON.astimezone()
    assert value_words("at", NOON) == f"{local.day} Oct 2016 {local:%H:%M}"


@given(st.decimals(-(10**9), 10**9, places=6))
def test_a_number_loses_its_last_noughts_and_nothing_else(number: Decimal) -> None:
    text = f"{plain(number)}"
    assert Decimal(text) == number
    assert "E" not in f"{plain(number):f}"
    assert not ("." in text and text.endswith("0"))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("annual_pence", "Full-year budget"),
        ("amount_pence", "Amount"),
        ("expires_on", "Expires"),
        ("employer_id", "Employer"),
        ("funded_wte", "Funded WTE"),
        ("ods_code", "ODS code"),
        ("is_additional_role", "Additional role"),
        ("name", "Name"),
    ],
)
def test_a_column_is_called_by_words(name: str, words: str) -> None:
    assert column_words(name) == words


def test_every_column_and_table_of_the_file_has_a_name_without_marks() -> None:
    names = [table_words(table.name) for table in Base.metadata.sorted_tables]
    for table in Base.metadata.sorted_tables:
        names += [column_words(column.name) for column in table.columns if column.name != "id"]
    assert [name for name in names if not name or "_" in name or name[0].islower()] == []


def test_a_setting_is_called_by_what_it_sets() -> None:
    assert subject_words("rating_red_share") == "Red above"
    assert subject_words("N1") == "N1"
