"""Walks through the whole window: no words are cut, and no figure of another month stays.

In the suite they look at the first view of each tab, at twice the text size, and for another
month at three tabs of each section; with ``PCH_SOAK_ROUNDS`` set, as ``dev.py soak`` sets it,
at every view and four sizes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from pch_desktop.domain.period import Month
from pch_desktop.preferences import PreferenceFile
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.leaves import Leaves
from pch_desktop.ui.page import Page
from pch_desktop.ui.parts import button, label
from pch_desktop.ui.shell import Shell
from pch_desktop.ui.style import Style
from tests.ui.test_every_chart import pages, screens, views

IS_LONG = "PCH_SOAK_ROUNDS" in os.environ
SIZES = (100, 125, 150, 200) if IS_LONG else (200,)
SEPTEMBER = Month(2016, 9)
MOST_LINES, FEWEST_TABLES, MOST_TABS = 60, 15, 400
PLAIN = Qt.KeyboardModifier.NoModifier
LEADING = 0.2
"""So much of a line's height may be missing: it is the white between two lines."""


def walked(window: Shell, most: int = 99) -> Iterator[str]:
    """Bring one view after the other into sight, so many of a page at most; yield where one is."""
    desk = window.desk
    assert desk is not None
    for name in window.sections:
        window.go(name)
        found = pages(window.screen_of(name, desk))
        for page in found:
            for where, _ in islice(turned(page), most):
                settle()
                yield f"{name}/{where}"
        if not found:
            settle()
            yield name


def turned(page: Page) -> Iterator[tuple[str, QWidget]]:
    """Bring the views of a page into sight: all, or the first of each tab."""
    return views(page) if IS_LONG else tabs(page)


def tabs(page: Page) -> Iterator[tuple[str, QWidget]]:
    """Bring the first view of each tab of a page into sight."""
    for at in range(page.tabs.count()):
        page.tabs.setCurrentIndex(at)
        title = page.tabs.tabText(at)
        yield title, page.view(title)


def settle() -> None:
    """Let what was laid out be laid out again for the room it was given."""
    for _ in range(3):
        QApplication.processEvents()


def cut(window: QWidget) -> Iterator[str]:
    """Return the words in sight for which there is less room than they need."""
    for part in window.findChildren(QWidget):
        if isinstance(part, QLabel | QPushButton | QToolButton) and part.isVisible():
            words = QPushButton.text(part) if isinstance(part, QPushButton) else part.text()
            if words.strip() and is_cut(part, words):
                yield f"“{words[:50]}” in {part.width()} by {part.height()}"


def is_cut(part: QLabel | QAbstractButton, words: str) -> bool:
    """Tell whether a part is too small for its words."""
    letters = part.fontMetrics()
    if isinstance(part, QToolButton):
        is_picture = part.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        return not is_picture and letters.horizontalAdvance(words) > part.width()
    if isinstance(part, QAbstractButton):
        return letters.horizontalAdvance(words.replace("&", "")) > part.width()
    spare = letters.height() * LEADING
    if part.wordWrap():
        return part.heightForWidth(part.width()) > part.height() + spare
    widest = max(letters.horizontalAdvance(line) for line in words.splitlines())
    return widest > part.contentsRect().width() + 1 or letters.height() > part.height() + spare


@pytest.mark.parametrize("percent", SIZES)
def test_no_words_of_a_label_or_a_button_are_cut(window: Shell, percent: int) -> None:
    window.style_in_use.set_text_percent(percent)
    settle()
    assert [f"{where}: {each}" for where in walked(window) for each in cut(window)] == []
    assert window.rail.is_narrow or percent < 200


def test_words_that_are_cut_are_seen(qtbot: QtBot) -> None:
    card = QWidget()
    qtbot.addWidget(card)
    wide, high = label("Words that take some room"), label("Words of several lines " * 3, wrap=True)
    verb = button("Put it right", card.close)
    for part in (wide, high, verb):
        part.setParent(card)
    wide.setGeometry(0, 0, 40, 30)
    high.setGeometry(0, 40, 120, 20)
    verb.setGeometry(0, 80, 30, 30)
    card.show()
    assert len(list(cut(card))) == 3
    for part in (wide, high, verb):
        part.resize(400, 100)
    assert list(cut(card)) == []


# 23: another month changes every figure


def figures(view: QWidget) -> dict[str, list[list[str]]]:
    """Return what stands in the tables of a view that are in sight, by the table's name."""
    return {
        grid.view.accessibleName(): [
            [str(grid.model.index(line, at).data()) for at in range(grid.model.columnCount())]
            for line in range(min(grid.model.rowCount(), MOST_LINES))
        ]
        for grid in view.findChildren(Grid)
        if grid.isVisible()
    }


def test_another_month_leaves_no_figure_of_the_one_before(
    window: Shell, qtbot: QtBot, sample: LocalityFile, style: Style, preferences: PreferenceFile
) -> None:
    desk = window.desk
    assert desk is not None
    most = 99 if IS_LONG else 3
    for _ in walked(window, most):
        pass
    desk.choose_month(SEPTEMBER)
    fresh = screens(qtbot, Desk(sample, SEPTEMBER, style, preferences))
    for screen in fresh.values():
        screen.show()
    stale: list[str] = []
    compared = 0
    for name in window.sections:
        window.go(name)
        for old, new in zip(pages(window.screen_of(name, desk)), pages(fresh[name]), strict=True):
            for (where, shown), (_, made) in islice(
                zip(turned(old), turned(new), strict=True), most
            ):
                settle()
                told, right = figures(shown), figures(made)
                stale += [
                    f"{name}/{where}: {each}" for each in told if told[each] != right.get(each)
                ]
                compared += len(told)
    assert stale == []
    assert compared >= FEWEST_TABLES


# 18: Tab goes round


@pytest.mark.parametrize("is_back", [False, True])
def test_tab_goes_round_every_control_and_is_never_caught(
    window: Shell, qtbot: QtBot, is_back: bool
) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    for name in window.sections if not is_back else list(window.sections)[:2]:
        window.go(name)
        settle()
        window.top.search.setFocus()
        seen = round_of(window, Qt.Key.Key_Backtab if is_back else Qt.Key.Key_Tab)
        assert seen[-1] is window.top.search, name
        missed = [each for each in reachable(window) if each not in seen]
        assert [f"{name}: {type(each).__name__} {each.accessibleName()}" for each in missed] == []


def round_of(window: Shell, key: Qt.Key) -> list[QWidget]:
    """Press a key until the focus is where it began; return where it has been."""
    seen: list[QWidget] = []
    held = Qt.KeyboardModifier.ShiftModifier if key is Qt.Key.Key_Backtab else PLAIN
    for _ in range(MOST_TABS):
        QTest.keyClick(window.focusWidget(), key, held)
        seen.append(window.focusWidget())
        if seen[-1] is window.top.search:
            break
    return seen


def reachable(window: Shell) -> list[QWidget]:
    """Return what in sight takes the focus by Tab.

    Views under a tab are chosen by Ctrl+PgDn; Qt leaves their buttons out of the round.
    """
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.focusProxy() is None
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus and not is_choice(each)
    ]  # fmt: skip


def is_choice(part: QWidget) -> bool:
    """Tell whether a part is a button of the views under a tab."""
    row = part.parentWidget()
    return row is not None and isinstance(row.parentWidget(), Leaves)
