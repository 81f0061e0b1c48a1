"""The charts of the partners draw the figures they are given."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, cast

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.text import Text

from pch_desktop.charts import partners
from pch_desktop.charts.paper import cut
from pch_desktop.domain.partners import Sector
from pch_desktop.reports.partner_map import Group, LinkRow, SectorRow
from pch_desktop.ui.theme import contrast

LINKS = (
    LinkRow(1, "Mill", "3 GP practices", Sector.PRIMARY, "Falls", True, Group.EVERYONE),
    LinkRow(2, "Lane", "3 GP practices", Sector.PRIMARY, "Falls", False, Group.EVERYONE),
    LinkRow(3, "Hill", "3 GP practices", Sector.PRIMARY, "Echo", False, Group.EVERYONE),
    LinkRow(4, "Hospice", "Hospice", Sector.VOLUNTARY, "Night sitting", True, Group.LAST_YEAR),
)


def words(figure: Figure) -> list[str]:
    """Return what is written in a figure."""
    figure.canvas.draw()
    return [text.get_text() for text in figure.findobj(Text) if text.get_text()]


@pytest.mark.parametrize("is_dark", [False, True])
def test_a_part_in_a_service_is_a_ribbon_on_each_side(is_dark: bool) -> None:
    figure = partners.partner_map(LINKS, is_dark=is_dark)
    axes: Any = figure.axes[0]
    ribbons = [patch for patch in axes.patches if isinstance(patch, PathPatch)]
    bars = [patch for patch in axes.patches if isinstance(patch, Rectangle)]
    assert len(ribbons) == 2 * len(LINKS)
    assert len(bars) == 2 + 3 + 2
    said = words(figure)
    assert {"3 GP practices", "Hospice", "Falls", "Everyone", "2 services", "1 service"} <= set(
        said
    )


def test_a_long_list_is_written_small_and_thin_bars_on_one_line() -> None:
    rows = [
        LinkRow(at, f"P{at}", f"P{at}", Sector.PUBLIC, f"S{at}", True, list(Group)[at % 6])
        for at in range(1, 31)
    ]
    figure = partners.partner_map([*rows, *LINKS])
    assert {"P30", "S30", "The last year of life"} <= set(words(figure))
    lone = [*(row for row in rows if row.group is not Group.CHILDREN), rows[3]]
    assert "Children and families, 1 service" in words(partners.partner_map(lone))


def test_bars_are_as_tall_as_their_ribbons_and_stay_apart() -> None:
    axes: Any = partners.partner_map(LINKS).axes[0]
    bars = [patch for patch in axes.patches if isinstance(patch, Rectangle)]
    columns: dict[float, list[tuple[float, float]]] = {}
    for bar in bars:
        columns.setdefault(round(bar.get_x(), 3), []).append((bar.get_y(), bar.get_height()))
    assert len(columns) == 3
    for column in columns.values():
        assert sum(tall for _, tall in column) == pytest.approx(len(LINKS) / partners.FEWEST)
        ends = [(top, top + tall) for top, tall in sorted(column)]
        assert all(above[1] < below[0] for above, below in pairwise(ends))
        assert ends[0][0] >= 0
        assert ends[-1][1] <= 1.0001


def test_sectors_show_who_has_signed() -> None:
    rows = [SectorRow(1, Sector.PRIMARY, 6, 1), SectorRow(6, Sector.VOLUNTARY, 2, 0)]
    figure = partners.by_sector(rows, is_dark=True)
    assert {"Primary care", "7, 6 signed", "2", "Signed", "Not signed"} <= set(words(figure))
    lengths = [bar.get_width() for bar in cast("Any", figure.axes[0].patches)]
    assert lengths[:4] == [6, 2, 1, 0]


def test_what_is_not_known_is_said() -> None:
    for figure in (partners.partner_map(()), partners.by_sector(())):
        assert "Nothing is known for this yet." in words(figure)


def test_a_sectors_colour_stands_out_in_the_dark_as_a_mark_must() -> None:
    for sector, colour in partners.DARK_COLOURS.items():
        assert contrast(colour, "#1A2229") >= 3, sector


def test_long_names_are_cut_with_dots() -> None:
    assert cut("Marsh", 10) == "Marsh"
    assert cut("Marsh Valley Elders", 10) == "Marsh Val…"
