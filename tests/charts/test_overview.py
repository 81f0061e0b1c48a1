"""The four features on one sheet say what the report says."""

from __future__ import annotations

from decimal import Decimal

from matplotlib.figure import Figure
from matplotlib.text import Text

from pch_desktop.charts import overview as charts
from pch_desktop.reports.overview import Feature, MeasureRow
from pch_desktop.reports.table import Kind, Value


def measure(feature: Feature, name: str, value: Value, kind: Kind, rating: str = "") -> MeasureRow:
    """Return a headline figure."""
    return MeasureRow(1, name, feature, name, value, kind, "of 10", rating or None,
                      f"{name} in a sentence.", "population")  # fmt: skip


ROWS = [
    measure(Feature.POPULATION, "Registered", 41_280, Kind.COUNT, "Green"),
    measure(Feature.TEAM, "In post", Decimal("207.9"), Kind.WTE, "Amber"),
    measure(Feature.TEAM, "Vacant", Decimal("0.062"), Kind.SHARE, "Red"),
    measure(Feature.BUDGET, "So far", 733_300, Kind.MONEY),
    measure(Feature.BUDGET, "Outturn", -900_000, Kind.MONEY),
    measure(Feature.CARE, "Prevention", None, Kind.SHARE),
    measure(Feature.PARTNERS, "Signed", 14, Kind.COUNT),
]


def words(figure: Figure) -> list[str]:
    """Return what is written in a figure."""
    figure.canvas.draw()
    return [text.get_text() for text in figure.findobj(Text)]


def test_each_feature_has_its_quarter_and_its_figures() -> None:
    told = words(charts.at_a_glance(ROWS))
    assert {feature.value for feature in charts.FEATURES} <= set(told)
    assert {"41,280", "207.90", "6.2%", "£7,333", "(£9,000)"} <= set(told)
    assert {"Green", "Amber", "Red"} <= set(told)


def test_the_budget_speaks_of_the_years_end() -> None:
    told = words(charts.at_a_glance(ROWS, is_dark=True))
    assert "Outturn in a sentence." in told
    assert "So far in a sentence." not in told


def test_outcomes_are_not_yet_measured_and_a_blank_is_not_known() -> None:
    told = words(charts.at_a_glance(ROWS))
    assert "Not known" in told
    assert "Outcomes: not yet measured. Prevention in a sentence." in told


def test_a_sheet_without_figures_can_be_drawn() -> None:
    assert Feature.TEAM.value in words(charts.at_a_glance([]))


def test_the_sheet_has_its_words() -> None:
    said = charts.in_words(ROWS)
    assert 40 <= len(said) <= 400
    assert "Prevention not known" in said
    assert "Signed" not in said
