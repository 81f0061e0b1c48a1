"""Reading what people type and paste."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain import typed
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written


@pytest.mark.parametrize(
    ("text", "pence"),
    [
        ("£1,234.50", 123_450),
        ("(1,234)", -123_400),
        ("(£1,234)", -123_400),
        ("12k", 1_200_000),
        ("-£1.2m", -120_000_000),
        ("£-5", -500),
        ("\N{MINUS SIGN}5", -500),
        (" 1 234 ", 123_400),
        (".5", 50),
        ("1.005", 101),
    ],
)
def test_money_is_read_as_people_write_it(text: str, pence: int) -> None:
    assert typed.pence(text) == pence


@pytest.mark.parametrize("text", ["", " ", "-", "–", "N/A", "unknown", "null"])
def test_a_blank_is_not_known_and_never_nothing(text: str) -> None:
    assert typed.pence(text) is None
    assert typed.number(text) is None
    assert typed.count(text) is None


@pytest.mark.parametrize("text", ["abc", "12,34", "1.2.3", "--5", "12kk", "£", "1e5", "nan", "inf"])
def test_what_is_no_money_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Refusal, match=r"£1,234\.50"):
        typed.pence(text)


def test_an_amount_past_all_budgets_is_refused() -> None:
    with pytest.raises(Refusal):
        typed.number("9999999999999999")


@given(st.integers(-(10**11), 10**11))
def test_whole_pounds_read_back_as_they_were_written(pounds: int) -> None:
    assert typed.pence(written(pounds * 100, Kind.MONEY)) == pounds * 100


@pytest.mark.parametrize(
    ("text", "pence"),
    [
        ("6,666", 666_600_000),
        ("4,183.8845", 418_388_450),
        ("£6,666", 666_600),
        ("6.6m", 660_000_000),
    ],
)
def test_a_plain_number_in_a_column_of_thousands_means_thousands(text: str, pence: int) -> None:
    assert typed.thousands_pence(text) == pence


@pytest.mark.parametrize("text", ["-1", "1.5", "-3"])
def test_a_count_is_whole_and_not_negative(text: str) -> None:
    with pytest.raises(Refusal, match="whole number"):
        typed.count(text)


@pytest.mark.parametrize(("text", "share"), [("45%", "0.45"), ("45", "0.45"), ("0.45", "0.45")])
def test_a_share_is_read_with_or_without_its_sign(text: str, share: str) -> None:
    assert typed.share(text) == Decimal(share)


@pytest.mark.parametrize(
    "text",
    ["31/10/2016", "31/10/16", "31-Oct-2016", "31 October 2016", "2016-10-31", "20161031",
     "31OCT2016", "42674", "2016-10-31 00:00:00"],
)  # fmt: skip
def test_a_date_is_read_the_british_way_round(text: str) -> None:
    assert typed.day(text) == date(2016, 10, 31)


@pytest.mark.parametrize("text", ["31/13/2016", "30/02/2016", "yesterday", "31XYZ2016", "1/2"])
def test_what_is_no_date_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Refusal, match="31/10/2016"):
        typed.day(text)


@pytest.mark.parametrize(
    "text", ["Oct 2016", "Oct-16", "October 2016", "2016-10", "10/2016", "OCT2016", "31/10/2016"]
)
def test_a_month_is_read_however_people_write_it(text: str) -> None:
    assert typed.month(text) == Month(2016, 10)


def test_what_is_no_month_is_refused() -> None:
    with pytest.raises(Refusal, match="Oct 2016"):
        typed.month("Movember")


@pytest.mark.parametrize(
    ("text", "answer"), [("Y", True), ("no", False), ("✓", True), ("0", False)]
)
def test_yes_and_no_are_read(text: str, answer: bool) -> None:
    assert typed.yes(text) is answer


def test_maybe_is_refused() -> None:
    with pytest.raises(Refusal, match="Yes or No"):
        typed.yes("maybe")


WORDS = ("Primary care", "Mental health", "Secondary care")


@pytest.mark.parametrize("text", ["mental health", "MENTAL-HEALTH", "mental_health", "ment"])
def test_a_word_of_a_list_is_found_whatever_its_case(text: str) -> None:
    assert typed.one_of(text, WORDS) == "Mental health"


def test_a_word_that_is_not_in_the_list_is_refused_with_the_list() -> None:
    with pytest.raises(Refusal, match="Primary care, Mental health"):
        typed.one_of("dental", WORDS)
    assert typed.one_of(" ", WORDS) is None
