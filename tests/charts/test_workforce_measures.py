"""The charts of ages and of sickness draw what is shown and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from math import isnan
from typing import Any

import pytest

from pch_desktop.charts.workforce_ages import age_profile as drawn
from pch_desktop.charts.workforce_sickness import by_month
from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce import ContractKind, RoleStanding, StaffGroup
from pch_desktop.reports.workforce_ages import age_profile
from pch_desktop.reports.workforce_sickness import SicknessRate
from pch_desktop.reports.workforce_sickness_table import SicknessPoint
from pch_desktop.store.workforce import WorkforceRules, WorkRow

ON = date(2016, 10, 31)
ONE = WorkRow(1, 1, 1980, "Nurse", RoleStanding.USUAL, StaffGroup.NURSE, "Orchard Lane", None,
              ContractKind.PERMANENT, date(2014, 4, 1), None, 2_250, None)  # fmt: skip


def team(*counts: tuple[int, int]) -> Sequence[WorkRow]:
    """Return nurses, so many of each age."""
    ages = [age for age, count in counts for _ in range(count)]
    return [replace(ONE, id=at, person_id=at, birth_year=2016 - age) for at, age in enumerate(ages)]


def point(number: int, lost: str | None, *, is_hidden: bool = False) -> SicknessPoint:
    """Return a month in which so many of a hundred days were lost."""
    days = None if lost is None else Decimal(lost)
    told = SicknessRate(days, Decimal(100), 1, 1, is_hidden=is_hidden)
    return SicknessPoint(number, Month(2016, number), told, told)


@pytest.mark.parametrize("is_dark", [False, True])
def test_ages_are_drawn_with_the_risk_marked(is_dark: bool) -> None:
    profile = age_profile(team((30, 12), (47, 9), (57, 6)), WorkforceRules(), ON)
    figure = drawn(profile, is_dark=is_dark)
    both: Any = figure.axes
    bars, grid = both
    lengths = [patch.get_width() for patch in bars.patches]
    assert lengths == [0, 12, 0, 9, 6, 0, 0, 0]
    hatched = [bool(patch.get_hatch()) for patch in bars.patches]
    assert hatched == [False, False, False, False, True, True, True, False]
    words = [text.get_text() for text in grid.texts]
    assert "22.2%" in words
    # A plain square each: an area for each cell makes the page slow to turn.
    assert (len(grid.patches), len(grid.collections)) == (8, 0)


def test_a_bar_that_is_not_shown_is_always_as_long() -> None:
    def hidden(few: int) -> list[float]:
        rows = team((30, 12), (40, few), (47, 9), (57, 6))
        bars: Any = drawn(age_profile(rows, WorkforceRules(), ON)).axes[0]
        words = [text.get_text() for text in bars.texts]
        assert "*" in words
        assert f"{few}, {few}.0 WTE" not in words
        at = words.index("*")
        return [bars.patches[at].get_width()]

    assert hidden(2) == hidden(4)


def test_nobody_in_post_is_said() -> None:
    figure = drawn(age_profile([], WorkforceRules(), ON))
    assert figure.axes[0].texts[0].get_text() == "Nothing is known for this yet."
    assert by_month([]).axes[0].texts[0].get_text() == "Nothing is known for this yet."


@pytest.mark.parametrize("is_dark", [False, True])
def test_sickness_begins_at_nought_and_leaves_out_what_is_not_shown(is_dark: bool) -> None:
    rows = [point(1, "4.2"), point(2, "9.9", is_hidden=True), point(3, None), point(4, "3.5")]
    axes: Any = by_month(rows, is_dark=is_dark).axes[0]
    assert axes.get_ylim()[0] == 0
    assert axes.get_ylim()[1] < 9.9
    heights = [float(height) for line in axes.lines for height in line.get_ydata()]
    assert max(height for height in heights if not isnan(height)) == pytest.approx(4.2)
    words = [text.get_text() for text in axes.texts]
    assert words.count("*") == 1
    assert "3.50% in the month" in words
