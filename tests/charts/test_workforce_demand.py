"""The charts of demand draw the figures they are given."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from pch_desktop.charts import workforce_demand
from pch_desktop.domain.workforce_demand import Part
from pch_desktop.reports.workforce_demand import Worked, worked
from pch_desktop.store.workforce import DemandScenarioRow, DemandSegmentRow, DemandStaffRow

HELD = {"GP": (Decimal(2), Decimal(3)), "Nurse": (Decimal(9), Decimal(9))}


def staff(key: int, name: str, planned: str = "0") -> DemandStaffRow:
    """Return a kind of staff made of the role of its name."""
    share, weeks = Decimal("0.68"), Decimal(42)
    return DemandStaffRow(
        key, name, share, None, weeks, Decimal(planned), None, None, (name,), None
    )


def told(*kinds: DemandStaffRow, people: int | None = 9000) -> Worked:
    """Return a scenario of one segment that the kinds see in equal parts."""
    mix = {row.id: Part(Decimal(1) / len(kinds)) for row in kinds}
    segment = DemandSegmentRow(1, "All", people, Decimal(5000), Decimal(10), None, mix)
    scenario = DemandScenarioRow(1, "Base", Decimal(42), 253, None, None, (segment,), kinds, ())
    return worked(scenario, HELD)


def words(figure: Figure) -> list[str]:
    """Return what is written in a figure."""
    figure.canvas.draw()
    found = figure.findobj(Text)
    return [text.get_text().strip() for text in found if text.get_visible() and text.get_text()]


@pytest.mark.parametrize("is_dark", [False, True])
def test_what_is_required_stands_beside_in_post_and_funded(is_dark: bool) -> None:
    one = told(staff(1, "GP", "0.5"), staff(2, "Nurse"))
    figure = workforce_demand.demand(one.kinds, is_dark=is_dark)
    said = words(figure)
    for expected in ("GP", "3.50 required", "▲ 1.00 short", "5.50 more held", "Planned", "Funded"):
        assert expected in said
    bars: list[Any] = list(figure.axes[0].patches)
    assert [round(bar.get_width(), 2) for bar in bars] == [2, 0.5, 1, 9]


def test_a_kind_whose_posts_are_not_known_says_so() -> None:
    nobody = replace(staff(1, "GP"), roles=())
    exact = replace(staff(2, "Nurse"), roles=("GP",), planned_wte=Decimal("1.5"))
    said = words(workforce_demand.demand(told(nobody, exact).kinds))
    assert "in post not known" in said


def test_scenarios_stand_side_by_side() -> None:
    one = told(staff(1, "GP"), staff(2, "Nurse"))
    other = told(staff(1, "GP"), staff(3, "Physio"))
    both = (one, replace(other, scenario=replace(other.scenario, id=2, name="Other")))
    figure = workforce_demand.scenarios(both)
    said = words(figure)
    assert {"GP", "Nurse", "Physio", "Base", "Other"} <= set(said)
    assert len(figure.axes[0].patches) == 6


def test_without_figures_a_sentence_stands_instead() -> None:
    blank = told(staff(1, "GP"), people=None)
    for figure in (workforce_demand.demand(blank.kinds), workforce_demand.scenarios((blank,)),
                   workforce_demand.scenarios(())):  # fmt: skip
        assert words(figure) == ["Nothing is known for this yet."]
