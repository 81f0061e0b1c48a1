"""Every view of every section, on the sample: its charts' words and tables, its controls' names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pch_desktop.charts.full_chart import LEAST_TEXT, LONGEST_TEXT, FullChart
from pch_desktop.discovery import gather, one
from pch_desktop.preferences import PreferenceFile
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui import sections
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.leaves import Leaves
from pch_desktop.ui.page import Page
from pch_desktop.ui.section import Screen, Section
from pch_desktop.ui.style import Style
from tests.ui.conftest import OCTOBER
from tests.ui.test_shell import nameless

LEAST_LETTER = 8
NOTHING = "Nothing is known for this yet."
VIEWS, FEWEST = 20, 30
"""So many views and charts there are at least; fewer would mean that some were not looked at."""
SCALES = (1, 100_000, Decimal("0.01"), -1, -100_000, 60)
"""Pence are drawn as thousands of pounds, shares as percentages, minutes as hours."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A chart, and where it was."""

    where: str
    chart: FullChart


def screens(qtbot: QtBot, desk: Desk) -> dict[str, QWidget]:
    """Return the screen of each section, built and not shown."""
    made: dict[str, QWidget] = {}
    for name in gather(sections, Section):
        screen = one(f"{name}.screen", Screen).build(desk)
        qtbot.addWidget(screen)
        made[name.rpartition(".")[2]] = screen
    return made


def pages(screen: QWidget) -> list[Page]:
    """Return the pages of a screen."""
    return [screen] if isinstance(screen, Page) else screen.findChildren(Page)


def views(page: Page) -> Iterator[tuple[str, QWidget]]:
    """Bring every view of a page into sight, one after the other."""
    for at in range(page.tabs.count()):
        page.tabs.setCurrentIndex(at)
        title = page.tabs.tabText(at)
        tab = page.view(title)
        found: list[Leaves[Any]] = (
            tab.findChildren(Leaves) if not isinstance(tab, Leaves) else [tab]
        )
        if not found:
            yield title, tab
        for leaves in found:
            for leaf in leaves.titles:
                yield f"{title}/{leaf}", leaves.shown(leaf).sheet


def seen(built: dict[str, QWidget], *, turned: bool) -> Iterator[Seen]:
    """Return the charts of all views; turned, in every way their own buttons can turn them."""
    for name, screen in built.items():
        for page in pages(screen):
            for where, view in views(page):
                if not view.findChildren(ChartView):
                    continue
                yield from charts_of(f"{name}/{where}", view)
                for press in view.findChildren(QPushButton) if turned else []:
                    if press.isCheckable() and press.isEnabled() and not press.isChecked():
                        press.click()
                        yield from charts_of(f"{name}/{where}, {press.text().strip()}", view)


def charts_of(where: str, view: QWidget) -> Iterator[Seen]:
    """Return the charts of a view as it stands."""
    for each in view.findChildren(ChartView):
        chart = each.canvas.chart
        if chart is not None:
            assert each.canvas.accessibleName() == chart.finding
            assert each.canvas.accessibleDescription() == chart.alt_text
            yield Seen(where, chart)


def written(figure: Figure) -> list[Text]:
    """Return what is written in a figure."""
    return [text for text in figure.findobj(Text) if text.get_text().strip()]


def numbers(figure: Figure) -> set[float]:
    """Return every number a figure draws: lengths and ends of bars, points of lines, words."""
    found: list[float] = []
    for part in figure.findobj():
        match part:
            case Rectangle():
                found += [part.get_width(), part.get_height(), part.get_y() + part.get_height()]
            case Line2D():
                found += [float(y) for y in plain(part.get_ydata())]
            case PathCollection():
                offsets: Any = part.get_offsets()
                found += [float(place[1]) for place in offsets]
            case Text():
                found += [
                    float(each.replace(",", ""))
                    for each in re.findall(r"\d[\d,]*\.?\d*", part.get_text())
                    if each[-1] != ","
                ]
            case _:
                pass
    return {round(each, 1) for each in found if abs(each) < 1e15}


def plain(values: Any) -> list[float]:
    """Return the numbers of a line, those that are none left out."""
    return [float(each) for each in values
            if isinstance(each, (int, float)) or hasattr(each, "dtype")]  # fmt: skip


def is_drawn(row: Any, chart: FullChart, drawn: set[float]) -> bool:
    """Return whether some figure of a row of the table is drawn, in whatever unit."""
    values = [column.value(row) for column in chart.columns]
    figures = [Decimal(each) for each in values
               if isinstance(each, (int, Decimal)) and not isinstance(each, bool)]  # fmt: skip
    return not figures or any(
        round(float(each / Decimal(scale)), 1) in drawn for each in figures for scale in SCALES
    )


def test_every_chart_is_told_in_words_and_its_table_is_what_it_draws(
    qtbot: QtBot, sample: LocalityFile, style: Style, preferences: PreferenceFile
) -> None:
    troubles: list[str] = []
    built = screens(qtbot, Desk(sample, OCTOBER, style, preferences))
    every = list(seen(built, turned=True))
    for name, screen in built.items():  # By now every view of every section has been built.
        troubles += [f"{name}: {each} has no name" for each in nameless(screen)]
    for each in every:
        troubles += [f"{each.where}: {trouble}" for trouble in troubles_of(each.chart)]
    assert troubles == []
    assert len(every) >= FEWEST


def test_every_chart_of_an_empty_file_draws_a_sentence(qtbot: QtBot, desk: Desk) -> None:
    built = screens(qtbot, desk)
    every = list(seen(built, turned=False))
    assert len(every) >= VIEWS
    # What is for which, what to do first and a look at the sample; the overview has its own.
    assert {name for name in built if not built[name].findChildren(EmptyState)} == {"overview"}
    for each in every:
        said = [text.get_text() for text in written(each.chart.make(False))]
        assert NOTHING in said or each.chart.rows, f"{each.where} draws {said[:5]}"


def troubles_of(chart: FullChart) -> Iterator[str]:
    """Return what a chart lacks."""
    if not chart.finding or len(chart.finding) > 200:
        yield f"the finding {chart.finding!r}"
    if not chart.subtitle:
        yield "no subtitle"
    if not chart.source:
        yield "no source"
    if not LEAST_TEXT <= len(chart.alt_text) <= LONGEST_TEXT:
        yield f"an alternative text of {len(chart.alt_text)} letters"
    if chart.rows and not re.search(r"\d", chart.alt_text):
        yield "no number in the alternative text"
    if not chart.columns:
        yield "no table"
    light, dark = chart.make(False), chart.make(True)
    if light.get_facecolor() == dark.get_facecolor():
        yield "the same ground in the dark"
    small = [
        text.get_text() for text in written(light) if float(text.get_fontsize()) < LEAST_LETTER
    ]
    if small:
        yield f"letters too small: {small[:3]}"
    if chart.rows:
        drawn = numbers(light)
        missing = [row for row in chart.rows[:12] if not is_drawn(row, chart, drawn)]
        if len(missing) * 3 > len(chart.rows[:12]):
            yield f"{len(missing)} of {len(chart.rows)} rows are not drawn"
