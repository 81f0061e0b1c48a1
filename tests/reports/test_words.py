"""Values as people read them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from pch_desktop.domain.services import Focus
from pch_desktop.reports.table import Kind, Value
from pch_desktop.reports.words import bracketed, listed, meant, plural, shown, written


@pytest.mark.parametrize(
    ("value", "kind", "words"),
    [
        (None, Kind.MONEY, ""),
        (True, Kind.YES, "Yes"),
        (False, Kind.YES, "No"),
        (123_456_50, Kind.MONEY, "£123,457"),
        (-49, Kind.MONEY, "£0"),
        (-9_000_00, Kind.MONEY, "(£9,000)"),
        (7_333_33, Kind.THOUSANDS, "7"),
        (-17_666_67, Kind.THOUSANDS, "(18)"),
        (Decimal("0.0618"), Kind.SHARE, "6.2%"),
        (Decimal("-0.0287"), Kind.SHARE, "(2.9%)"),
        (Decimal("207.9"), Kind.WTE, "207.90"),
        (2, Kind.NUMBER, "2.0"),
        (Decimal("1.02464"), Kind.INDEX, "1.0246"),
        (Decimal("42297.47"), Kind.COUNT, "42,297"),
        (41_280, Kind.COUNT, "41,280"),
        (-5, Kind.COUNT, "(5)"),
        (date(2016, 10, 31), Kind.DATE, "31 Oct 2016"),
        ("Amber", Kind.RATING, "▲ Amber"),
        ("Unrated", Kind.RATING, "Unrated"),
        ("live", Kind.TEXT, "live"),
    ],
)
def test_a_value_is_written_one_way(value: Value, kind: Kind, words: str) -> None:
    assert written(value, kind) == words


def test_what_is_under_nothing_stands_in_brackets() -> None:
    assert bracketed(-1234, "%") == "(1,234%)"
    assert bracketed(Decimal("0.0")) == "0.0"


def test_one_is_not_many() -> None:
    assert plural(1, "post") == "1 post"
    assert plural(2_000, "post") == "2,000 posts"
    assert plural(3, "person", "people") == "3 people"


def test_a_word_of_a_list_is_read_as_it_is_shown() -> None:
    assert shown("primary care") == "Primary care"
    assert listed(Focus) == ("Prevention", "Treatment")
    assert meant(Focus, "Treatment") is Focus.TREATMENT
    assert meant(Focus, "Nonsense") is None
    assert meant(Focus, None) is None
