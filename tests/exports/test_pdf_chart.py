"""Where bars and points lie in the PDF's charts is worked out from their figures."""

from __future__ import annotations

from datetime import date
from typing import Any

from pch_desktop.exports.pdf_chart import chart_facts
from pch_desktop.reports.table import Shape
from tests.reports.test_drawn import drawn


def bars(shape: Shape, *rows: tuple[int | None, int | None]) -> list[list[dict[str, Any]]]:
    """Return the bars of each row."""
    return chart_facts(drawn(shape, *rows))["rows"]


def test_a_bar_goes_from_nothing_to_its_figure_and_a_worse_one_is_hatched() -> None:
    (first, second) = bars(Shape.BARS, (300_00, None), (-100_00, 100_00))
    assert [(bar["from"], bar["to"], bar["look"], bar["words"]) for bar in first] == [
        (0.25, 1.0, "better", "£300"),
    ]
    assert [(bar["from"], bar["to"], bar["look"], bar["words"]) for bar in second] == [
        (0.0, 0.25, "worse", "(£100)"), (0.25, 0.5, "missing", "£100"),
    ]  # fmt: skip


def test_stacked_bars_begin_where_those_before_end_and_short_ones_say_nothing() -> None:
    (row,) = bars(Shape.STACKED, (99_00, 1_00))
    assert [(bar["from"], bar["to"], bar["words"]) for bar in row] == [
        (0.0, 0.99, "£99"), (0.99, 1.0, ""),
    ]  # fmt: skip


def test_a_line_has_points_where_something_is_known_and_says_the_last() -> None:
    facts = chart_facts(drawn(Shape.LINES, (0, None), (None, None), (100_00, None)))
    assert facts["lines"] == [
        {"points": [[0, 0.0], [2, 1.0]], "words": "£100"}, {"points": [], "words": ""},
    ]  # fmt: skip
    assert facts["marks"][0] == [0.0, "£0"]
    assert facts["marks"][-1] == [1.0, "£100"]
    assert facts["names"] == [f"{date(2016, 4, 1):%b %y}"] * 3


def test_where_nothing_is_known_it_says_so() -> None:
    for shape in Shape:
        assert not chart_facts(drawn(shape, (None, None)))["known"]
        assert not chart_facts(drawn(shape))["known"]
