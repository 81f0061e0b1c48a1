"""The tabs of a page where there is less room than they need."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from pch_desktop.ui.page import Page
from pch_desktop.ui.style import Style


def test_arrows_that_turn_to_more_tabs_are_seen_at_twice_the_text(
    qtbot: QtBot, style: Style
) -> None:
    style.set_text_percent(200)
    page = Page("Services")
    qtbot.addWidget(page)
    for number in range(9):
        page.add_tab(f"A view of it, {number}", QWidget)
    page.resize(700, 400)
    page.show()
    QApplication.processEvents()
    arrows = [arrow for arrow in page.tabs.findChildren(QToolButton) if arrow.isVisible()]
    before, after = sorted((arrow.geometry() for arrow in arrows), key=lambda each: each.left())
    assert page.tabs.rect().contains(before.united(after)), "neither is cut"
    assert before.intersected(after).width() <= 1, "neither lies on the other"
