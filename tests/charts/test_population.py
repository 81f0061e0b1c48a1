"""The charts of the population draw the figures they are given."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from pch_desktop.charts import population as charts
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.population import PracticeStatus, Sex, TransferKind
from pch_desktop.reports import ages, lists
from pch_desktop.reports.ages import AgeRow
from pch_desktop.reports.lists import ListDayRow
from pch_desktop.reports.population import NeedRow
from pch_desktop.store.population import BandRow, ListRow, PracticeRow, TransferRow

DAYS = (date(2015, 7, 1), date(2015, 10, 1), date(2016, 1, 1))
UNTIL = date(2016, 10, 31)
YEAR = FinancialYear.read("2016/17")


def practice(number: int, **facts: Any) -> PracticeRow:
    """Return a practice with some facts."""
    row = PracticeRow(
        number, f"M8100{number}", f"Practice {number}", None, None, PracticeStatus.ACTIVE, None,
        None, None, None, None, "", None, None, None, None, None, None, None, None,
    )  # fmt: skip
    return replace(row, **facts)


def counted(practice_id: int, *people: int) -> list[ListRow]:
    """Return a practice's lists, one a quarter."""
    return [
        ListRow(at, practice_id, f"M8100{practice_id}", day, size, None)
        for at, (day, size) in enumerate(zip(DAYS, people, strict=False), start=1)
    ]


def moved(people: int | None, to_code: str | None, from_name: str = "Tollgate") -> TransferRow:
    """Return a transfer at the end of September 2015."""
    kind = TransferKind.DISPERSAL
    return TransferRow(1, date(2015, 9, 30), kind, from_name, to_code, people, None, None)


def words(figure: Figure) -> list[str]:
    """Return what is written in a figure."""
    figure.canvas.draw()
    return [text.get_text() for text in figure.findobj(Text)]


def days_of(*transfers: TransferRow) -> list[ListDayRow]:
    """Return the lists of one practice that grew, with transfers."""
    return lists.list_days(counted(1, 1000, 1150, 1160), [practice(1)], transfers, UNTIL)


# Lists over time


def test_a_transfer_in_is_taken_out_of_growth() -> None:
    rows = days_of(moved(140, "M81001"))
    assert [(row.people, row.moved, row.without_transfers) for row in rows] == [
        (1000, 0, 1000),
        (1150, 140, 1010),
        (1160, 0, 1020),
    ]
    assert lists.finding(rows) == (
        "160 more people than on 1 Jul 2015: 140 came by list transfer, 20 by growth of their own."
    )
    assert "140 came by list transfer" in words(charts.over_time(rows))


def test_a_transfer_away_is_told_as_one() -> None:
    rows = days_of(moved(200, None, "Practice 1"))
    assert [row.moved for row in rows] == [0, -200, 0]
    assert "200 went by list transfer, 360 by growth" in lists.finding(rows)
    assert "200 went by list transfer" in words(charts.over_time(rows, is_dark=True))


@pytest.mark.parametrize(
    "transfer", [moved(50, "M81001", "Practice 1"), moved(50, "M89999"), moved(50, None)]
)
def test_a_transfer_within_or_elsewhere_moves_nobody(transfer: TransferRow) -> None:
    rows = days_of(transfer)
    assert [row.moved for row in rows] == [0, 0, 0]
    assert lists.finding(rows) == "160 more people than on 1 Jul 2015."


def test_a_transfer_nobody_counted_is_named_all_the_same() -> None:
    rows = days_of(moved(None, "M81001"))
    assert rows[1].transfers.endswith("people not counted")


def test_a_practices_latest_list_counts_on_every_later_day() -> None:
    found = [*counted(1, 1000, 1010, 1020), *counted(2, 500)]
    rows = lists.list_days(found, [practice(1), practice(2)], (), UNTIL)
    assert [(row.people, row.practices) for row in rows] == [(1500, 2), (1510, 2), (1520, 2)]


def test_a_closed_practices_list_counts_no_longer() -> None:
    found = [*counted(1, 1000, 1010, 1020), *counted(2, 500)]
    both = [practice(1), practice(2, closed_on=date(2015, 9, 30))]
    rows = lists.list_days(found, both, (), UNTIL)
    assert [row.people for row in rows] == [1500, 1010, 1020]
    assert lists.finding(rows) == "10 more people than on 1 Oct 2015."
    gone = [practice(1), practice(2, status=PracticeStatus.CLOSED)]
    assert lists.list_days(found, gone, (), UNTIL)[0].people == 1000


def test_lists_of_practices_not_shown_and_of_later_days_are_left_out() -> None:
    rows = lists.list_days(counted(1, 1000, 1010, 1020), [practice(1)], (), DAYS[1])
    assert len(rows) == 2
    assert lists.list_days(counted(2, 9), [practice(1)], (), UNTIL)[0].people == 0


def test_one_day_alone_is_compared_with_nothing() -> None:
    rows = lists.list_days(counted(1, 1000), [practice(1)], (), UNTIL)
    assert lists.finding(rows) == "1,000 people on 1 Jul 2015; nothing to compare yet."
    assert "1,000" in words(charts.over_time(rows))


# Ages

BANDS = [
    BandRow(Sex.MALE, 0, 64, 700),
    BandRow(Sex.FEMALE, 0, 64, 100),
    BandRow(Sex.FEMALE, 65, 84, 150),
    BandRow(Sex.FEMALE, 85, 130, 50),
]


@pytest.fixture
def aged() -> list[AgeRow]:
    return ages.age_rows(BANDS)


def test_men_and_women_stand_side_by_side(aged: list[AgeRow]) -> None:
    assert [(row.words, row.men, row.women) for row in aged] == [
        ("0 to 64", 700, 100),
        ("65 to 84", 0, 150),
        ("85 and over", 0, 50),
    ]
    assert sum(row.share or 0 for row in aged) == 1
    assert ages.finding(aged) == ("20.0% of the people are 65 or over (200); 5.0% are 85 or over.")


def test_the_pyramid_marks_those_of_65_and_over(aged: list[AgeRow]) -> None:
    told = words(charts.pyramid(aged))
    assert {"Men", "Women", "700", "150", "65 and over: 20.0%"} <= set(told)
    young = words(charts.pyramid(aged[:1], is_dark=True))
    assert not any(text.startswith("65 and over") for text in young)


# Need


def need(index: str, board: str | None = None) -> NeedRow:
    """Return a year's need for community care."""
    return NeedRow(1, "Community", YEAR, Decimal(100), Decimal(100) * Decimal(index),
                   Decimal(index), Decimal(board) if board else None,
                   "QYG" if board else None)  # fmt: skip


def test_each_index_is_named() -> None:
    told = words(charts.need_bars([need("1.1", "0.98")]))
    assert "1.1000   0.9800 against QYG" in told
    assert any("diamonds are against the board" in text for text in told)


def test_the_board_is_not_spoken_of_where_it_is_not_known() -> None:
    told = words(charts.need_bars([need("0.9")]))
    assert "0.9000" in told
    assert not any("board" in text for text in told)


# Nothing, and for those who do not see


def test_nothing_known_is_said_in_words() -> None:
    unknown = replace(need("1"), england_index=None)
    for figure in (charts.pyramid([]), charts.over_time([]), charts.need_bars([unknown])):
        assert "Nothing is known for this yet." in words(figure)
    assert ages.finding([]) == "No list by age has been brought in yet."
    assert lists.finding([]) == "No list has been brought in yet."


def test_each_chart_has_its_words(aged: list[AgeRow]) -> None:
    for text in (
        charts.ages_in_words(ages.finding(aged), aged),
        charts.lists_in_words("160 more.", days_of()),
        charts.need_in_words("Need is high.", [need("1.1")]),
    ):
        assert 40 <= len(text) <= 400
