"""The charts of the workforce draw the figures they are given."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Any, cast

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from pch_desktop.charts import paper, workforce
from pch_desktop.domain.period import Month
from pch_desktop.reports.team import Mix, MixRow
from pch_desktop.store.workforce import FilledRow
from pch_desktop.ui.theme import contrast

MIX = Mix(
    ("Primary care", "Community"),
    (
        MixRow(1, "Nurses", (Decimal(22), Decimal(34)), Decimal(56), Decimal("4.7")),
        MixRow(2, "GPs", (Decimal(23), Decimal(0)), Decimal(23), Decimal(0)),
    ),
)


def months(*pairs: tuple[str, str]) -> list[FilledRow]:
    """Return the team month by month."""
    return [
        FilledRow(at, Month(2015, 9).plus(at), Decimal(funded), Decimal(in_post),
                  max(Decimal(0), Decimal(funded) - Decimal(in_post)), Decimal(0))
        for at, (funded, in_post) in enumerate(pairs, start=1)
    ]  # fmt: skip


def words(figure: Figure) -> list[str]:
    """Return what is written in a figure."""
    figure.canvas.draw()
    found = figure.findobj(Text)
    return [text.get_text() for text in found if text.get_visible() and text.get_text()]


@pytest.mark.parametrize("is_dark", [False, True])
def test_both_charts_stand_side_by_side(is_dark: bool) -> None:
    figure = workforce.team(months(("208.4", "197.2"), ("221.6", "207.9")), MIX, is_dark=is_dark)
    said = words(figure)
    for expected in ("221.6\nfunded", "207.9\nin post", "13.7 vacant,\n6.2%", "Nurses", "Vacant"):
        assert expected in said
    assert len(figure.axes) == 2


def test_the_line_and_the_steps_are_the_figures() -> None:
    figure = workforce.over_time(months(("10", "8"), ("10", "9"), ("12", "9")))
    steps, line = (cast("Any", each) for each in figure.axes[0].lines[:2])
    assert list(line.get_ydata()) == [8, 9, 9]
    assert list(steps.get_ydata()) == [10, 10, 12, 12]
    assert list(steps.get_xdata()) == [0, 1.5, 1.5, 2]


def test_a_scale_that_is_cut_says_so() -> None:
    cut = workforce.over_time(months(("208.4", "197.2"), ("221.6", "207.9")))
    assert "not at nought" in cut.axes[0].get_xlabel()
    whole = workforce.over_time(months(("2", "0"), ("12", "9")))
    assert whole.axes[0].get_xlabel() == ""
    assert whole.axes[0].get_ylim()[0] == 0


@pytest.mark.parametrize("pair", [("10", "10"), ("10", "12"), ("0", "1"), ("10", "9.9")])
def test_a_single_month_can_be_drawn(pair: tuple[str, str]) -> None:
    assert any("in post" in said for said in words(workforce.over_time(months(pair))))


def test_bars_are_as_long_as_the_figures() -> None:
    axes = workforce.skill_mix(MIX).axes[0]
    primary, community, vacant = (cast("Any", each) for each in axes.containers)
    assert [bar.get_width() for bar in primary] == [22, 23]
    assert [bar.get_width() for bar in community] == [34, 0]
    assert [(bar.get_x(), bar.get_width()) for bar in vacant] == [(56, pytest.approx(4.7))]
    assert vacant[0].get_facecolor()[3] == 0


def test_nothing_known_is_said() -> None:
    for figure in (workforce.over_time([]), workforce.skill_mix(Mix((), ()))):
        assert "Nothing is known for this yet." in words(figure)


def test_it_can_be_saved_as_a_drawing() -> None:
    out = BytesIO()
    workforce.team(months(("10", "8"), ("11", "9")), MIX).savefig(out, format="svg")
    assert out.getvalue().startswith(b"<?xml")


def test_long_names_are_cut() -> None:
    long = Mix(("A",), (MixRow(1, "N" * 60, (Decimal(1),), Decimal(1), Decimal(0)),))
    assert any(said.endswith("…") for said in words(workforce.skill_mix(long)))


@pytest.mark.parametrize(
    ("inks", "shades"),
    [(paper.LIGHT, workforce.LIGHT_SHADES), (paper.DARK, workforce.DARK_SHADES)],
)
def test_letters_and_marks_stand_out(inks: paper.Inks, shades: workforce.Shades) -> None:
    for ink in (inks.ink, inks.ink2, inks.worse, inks.better):
        assert contrast(ink, inks.ground) >= 4.5
    assert contrast(inks.worse, inks.worse_pale) >= 4.5
    for part in shades.parts:
        letters = "#212B32" if part in shades.dark_letters else "#FFFFFF"
        assert contrast(letters, part) >= 4.5
