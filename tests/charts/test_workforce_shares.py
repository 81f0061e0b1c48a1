"""How each group is split: bars of one length, their parts the shares of the table's WTE."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.patches import Rectangle

from pch_desktop.charts.workforce_shares import share_mix, shares_alt_text
from pch_desktop.reports.team import Mix, MixRow
from tests.charts.test_workforce import MIX, words

PARTS = st.lists(st.integers(0, 400), min_size=2, max_size=2)


@pytest.mark.parametrize("is_dark", [False, True])
def test_each_part_says_its_share_and_each_bar_its_wte(is_dark: bool) -> None:
    said = words(share_mix(MIX, is_dark=is_dark))
    for expected in ("39.3%", "60.7%", "100.0%", "56.0 WTE", "23.0 WTE", "Nurses", "Community"):
        assert expected in said
    assert "Nurses: Primary care 39.3%, Community 60.7%; GPs: Primary care 100.0%." in (
        shares_alt_text(MIX)
    )


@given(st.lists(PARTS, max_size=4))
def test_every_bar_is_a_whole(groups: list[list[int]]) -> None:
    rows = [MixRow(at, f"Group {at}", (Decimal(one), Decimal(two)), Decimal(one + two), Decimal(0))
            for at, (one, two) in enumerate(groups)]  # fmt: skip
    held = [row for row in rows if row.in_post_wte]
    axes = share_mix(Mix(MIX.parts, tuple(rows))).axes[0]
    widths = [bar.get_width() for bar in axes.patches if isinstance(bar, Rectangle)]
    assert sum(widths) == pytest.approx(len(held))


def test_nobody_in_post_is_said() -> None:
    assert words(share_mix(Mix((), ()))) == ["Nothing is known for this yet."]
