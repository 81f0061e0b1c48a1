"""The picture of skills draws the needs it is given."""

from __future__ import annotations

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from pch_desktop.charts import paper
from pch_desktop.charts.workforce_skills import (
    MOST_COMPETENCIES,
    MOST_SERVICES,
    gap_figure,
    shown_needs,
)
from pch_desktop.domain.workforce_skills import CompetencyKind, Found
from pch_desktop.reports.workforce_skills import NeedRow
from pch_desktop.ui.theme import contrast


def need(service: int, competency: int, have: int, least: int, expiring: int = 0) -> NeedRow:
    told = Found(least, have, expiring)
    kind = CompetencyKind.CLINICAL
    number = service * 100 + competency
    return NeedRow(number, f"Service {service}", f"Skill {competency}", kind, 3, told)


ROWS = [need(1, 1, 0, 2), need(1, 2, 3, 3, 1), need(2, 1, 5, 5), need(2, 2, 1, 4)]


def words(figure: Figure) -> list[str]:
    """Return what is written in a figure."""
    figure.canvas.draw()
    found = figure.findobj(Text)
    return [text.get_text() for text in found if text.get_visible() and text.get_text()]


@pytest.mark.parametrize("is_dark", [False, True])
def test_every_cell_says_have_of_needed_and_what_is_missing(is_dark: bool) -> None:
    said = words(gap_figure(ROWS, is_dark=is_dark))
    for expected in (
        "0 of 2", "2 short", "3 of 3", "1 expiring", "5 of 5", "1 of 4", "3 short", "Service 1",
        "Skill 2", "Met", "Met, short within 90 days", "Short", "Nobody",
    ):  # fmt: skip
        assert expected in said


def test_each_standing_has_a_shape_of_its_own() -> None:
    axes = gap_figure(ROWS).axes[0]
    markers = [str(line.get_marker()) for line in axes.lines if line.get_marker() != "None"]
    assert sorted(markers) == ["D", "X", "^", "o"]
    assert len(axes.patches) == len(ROWS)


def test_the_largest_grid_that_is_read_with_ease_is_drawn() -> None:
    rows = [need(at, to, 1, 2) for at in range(20) for to in range(20)]
    services, competencies = shown_needs(rows)
    assert (len(services), len(competencies)) == (MOST_SERVICES, MOST_COMPETENCIES)
    assert len(gap_figure(rows).axes[0].patches) == MOST_SERVICES * MOST_COMPETENCIES


def test_nothing_known_is_said() -> None:
    assert words(gap_figure([])) == ["Nothing is known for this yet."]


@pytest.mark.parametrize("inks", [paper.LIGHT, paper.DARK])
def test_cells_can_be_read(inks: paper.Inks) -> None:
    for fill in (inks.better_pale, inks.worse_pale):
        assert contrast(inks.ink, fill) >= 4.5
    assert contrast(inks.better, inks.better_pale) >= 3
    assert contrast(inks.worse, inks.worse_pale) >= 3
