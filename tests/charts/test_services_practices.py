"""Practices beside each other are drawn by name, all alike, with the median across them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest

from pch_desktop.charts.services_practices import beside
from pch_desktop.reports.service_compared import Access, PracticeRow, Told
from pch_desktop.reports.service_compared_measures import MEASURES


def practices(*seen: int | None) -> Sequence[PracticeRow]:
    """Return practices of a thousand people who attended so often."""
    return [
        PracticeRow(at, f"Practice {at}", Decimal(1_000), None, None, each, None, Told(), Access(),
                    None)
        for at, each in enumerate(seen)
    ]  # fmt: skip


@pytest.mark.parametrize("is_dark", [False, True])
def test_bars_stand_by_name_in_one_colour_and_the_unknown_is_said(is_dark: bool) -> None:
    rows = practices(30, None, 10, 50)
    axes: Any = beside(rows, MEASURES["seen"], is_dark=is_dark).axes[0]
    assert [patch.get_width() for patch in axes.patches] == [30, 0, 10, 50]
    assert len({patch.get_facecolor() for patch in axes.patches}) == 1
    words = [text.get_text() for text in axes.texts]
    assert words == ["30.0", "not known", "10.0", "50.0", "Median 30.0"]
    assert [tick.get_text() for tick in axes.get_yticklabels()] == [row.name for row in rows]


def test_nothing_known_is_said_in_words() -> None:
    axes: Any = beside(practices(None, None), MEASURES["seen"]).axes[0]
    assert axes.texts[0].get_text() == "Nothing is known for this yet."
