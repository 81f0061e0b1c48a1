"""The square of risks, drawn: each reference in its cell, rings where they were."""

from __future__ import annotations

from datetime import date

import pytest

from pch_desktop.charts.board import risk_chart
from pch_desktop.charts.board_risk_places import places_of, ring_of
from pch_desktop.charts.board_risks import square
from pch_desktop.charts.full_chart import LEAST_TEXT, LONGEST_TEXT
from pch_desktop.domain.board_registers import RiskCategory, RiskStatus
from pch_desktop.domain.board_risks import Bands, Score
from pch_desktop.domain.period import Month
from pch_desktop.store.board import RiskRow

ON = date(2016, 10, 31)


def risk(number: int, now: tuple[int, int], before: tuple[int, int] | None = None) -> RiskRow:
    """An open risk that scores so, and scored otherwise before."""
    earlier = Score(*before, date(2016, 9, 30)) if before else None
    return RiskRow(
        number, f"R{number}", f"Risk {number}", None, None, None, RiskCategory.OTHER,
        RiskStatus.OPEN, None, None, None, Score(), Score(*now, ON), earlier, Score(), None, None,
        None, None, None, None, (), (), ON, Bands(),
    )  # fmt: skip


@pytest.mark.parametrize("is_dark", [False, True])
def test_every_cell_has_its_score_and_every_risk_its_reference(is_dark: bool) -> None:
    rows = [risk(1, (4, 4), (4, 5)), risk(2, (4, 3), (5, 3)), risk(3, (2, 2))]
    axes = square(rows, Bands(), is_dark=is_dark).axes[0]
    words = [text.get_text() for text in axes.texts]
    products = sorted(a * b for a in range(1, 6) for b in range(1, 6))
    assert sorted(int(each) for each in words if each.isdecimal()) == products
    assert [each for each in words if each.startswith("R")] == ["R1", "R2", "R3"]
    assert len(axes.lines) == 2
    assert not square([], Bands(), is_dark=is_dark).axes[0].patches


def test_references_of_one_cell_stand_apart_and_the_rest_are_counted() -> None:
    rows = [risk(number, (3, 3)) for number in range(1, 10)]
    places = places_of(rows)
    assert len(places) == len(set(places.values())) == 6
    assert all(abs(x - 3) < 0.5 and abs(y - 3) < 0.5 for x, y in places.values())
    words = [text.get_text() for text in square(rows, Bands()).axes[0].texts]
    assert "+3 more" in words


def test_a_ring_moves_aside_where_others_stand_now() -> None:
    rows = [risk(1, (4, 3), (4, 2)), risk(2, (4, 2))]
    places = places_of(rows)
    assert ring_of((4, 2), (0, 0), places) != places[2]
    assert ring_of((1, 1), (0, 0), places) == (1, 1)


def test_the_chart_tells_its_figures_in_words_and_as_a_table() -> None:
    rows = [risk(number, (4, 4), (4, 5)) for number in range(1, 30)]
    chart = risk_chart(rows, Bands(), "Marsh Valley", Month(2016, 10))
    assert chart.finding == "29 risks open, 29 extreme; on top R1 at 16, down from 20"
    assert LEAST_TEXT <= len(chart.alt_text) <= LONGEST_TEXT
    assert [column.value(chart.rows[0]) for column in chart.columns] == [
        "R1", "Risk 1", 4, 4, 16, "Extreme", 20, "↓ Down from 20",
    ]  # fmt: skip
