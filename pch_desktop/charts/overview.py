"""The four defining features of a Primary Care Home on one sheet, for paper and slides."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from pch_desktop.charts.paper import SMALL, USUAL, Inks, letters, sheet
from pch_desktop.reports.judged import rating_words
from pch_desktop.reports.overview import NOT_MEASURED, Feature, MeasureRow
from pch_desktop.reports.words import written

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FEATURES = (Feature.POPULATION, Feature.TEAM, Feature.BUDGET, Feature.CARE)
COLOURS = {"Green": "better", "Amber": "worse", "Red": "worse"}
NUMBER = 24
LINE = 62
"""How many characters a sentence may have in a line."""
LONGEST_TEXT = 400


def at_a_glance(rows: Sequence[MeasureRow], *, is_dark: bool = False) -> Figure:
    """Draw each feature in a quarter of the sheet: two figures, what they are held against."""
    figure, inks = sheet(is_dark)
    quarters: Any = figure.subplots(2, 2)
    for axes, feature in zip(quarters.flat, FEATURES, strict=True):
        axes.set_axis_off()
        axes.set_xlim(0, 1)
        axes.set_ylim(0, 1)
        axes.text(0, 0.97, feature.value, va="top", color=inks.ink2,
                  font=letters(USUAL + 2, is_bold=True))  # fmt: skip
        axes.plot([0, 0.94], [0.86, 0.86], color=inks.line, linewidth=0.8)
        told = [row for row in rows if row.feature is feature]
        for at, row in enumerate(told[:2]):
            _measure(axes, row, at * 0.5, inks)
        if told:
            _sentence(axes, feature, told, inks)
    return figure


def _measure(axes: Any, row: MeasureRow, left: float, inks: Inks) -> None:
    number = written(row.value, row.kind)
    axes.text(left, 0.68, number or "Not known", color=inks.ink if number else inks.ink2,
              font=letters(NUMBER if number else USUAL + 4, is_bold=True))  # fmt: skip
    axes.text(left, 0.56, row.name, color=inks.ink, font=letters(USUAL))
    axes.text(left, 0.47, row.against, color=inks.ink2, font=letters(SMALL))
    if row.rating:
        colour = getattr(inks, COLOURS[row.rating])
        axes.text(left, 0.38, rating_words(row), color=colour,
                  font=letters(SMALL, is_bold=True))  # fmt: skip


def _sentence(axes: Any, feature: Feature, rows: Sequence[MeasureRow], inks: Inks) -> None:
    said = rows[-1].sentence if feature is Feature.BUDGET else rows[0].sentence
    if feature is Feature.CARE:
        said = f"Outcomes: {NOT_MEASURED.lower()}. {said}"
    axes.text(0, 0.28, "\n".join(wrap(said, LINE)[:3]), va="top", color=inks.ink,
              font=letters(SMALL + 0.5), linespacing=1.35)  # fmt: skip


def in_words(rows: Sequence[MeasureRow]) -> str:
    """Return the sheet for those who do not see it."""
    told = "; ".join(
        f"{row.name} {written(row.value, row.kind) or 'not known'} {row.against}".strip()
        for row in rows
        if row.feature in FEATURES
    )
    return f"The four features of a Primary Care Home in figures. {told}."[:LONGEST_TEXT]
