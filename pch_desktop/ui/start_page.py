"""What one sees while no file is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from pch_desktop.ui.parts import button, card, dress, icon_button, label, row, rule

if TYPE_CHECKING:
    from pch_desktop.preferences import PreferenceFile
    from pch_desktop.ui.style import Style

WIDTH = 760


class StartPage(QWidget):
    """New, open, the sample, and the files opened last."""

    new_asked = Signal()
    choosing_asked = Signal()
    sample_asked = Signal()
    file_asked = Signal(object)
    """The path of a file to open."""

    def __init__(self, style: Style, preferences: PreferenceFile) -> None:
        super().__init__()
        self._style, self._preferences = style, preferences
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QWidget()
        inside.setMaximumWidth(WIDTH)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 44, 0, 24)
        column.setSpacing(14)
        column.addWidget(label("Run one Primary Care Home from one file", "headline"))
        column.addWidget(
            label(
                "Population, workforce, services, partners and the shadow budget of a locality, "
                "with charts and the board pack. Everything stays in the file you choose.",
                "lead",
                wrap=True,
            )
        )
        column.addSpacing(6)
        column.addLayout(self._ways())
        self._recent_card, self._recent = card("Opened last", 18)
        column.addWidget(self._recent_card)
        column.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        line = QHBoxLayout(self)
        line.addStretch(1)
        line.addWidget(inside, 4)
        line.addStretch(1)

    def show_recent(self) -> None:
        """List the files opened last; those that have gone say so."""
        _empty(self._recent, 1)
        paths = [Path(name) for name in self._preferences.now.recent]
        for path in paths:
            self._recent.addWidget(rule())
            self._recent.addLayout(self._line(path))
        self._recent_card.setVisible(bool(paths))

    def _ways(self) -> QHBoxLayout:
        ways = (
            (
                "new",
                "Start a locality",
                "Name it, pick its practices, or start from one of the fifteen first sites.",
                "New locality",
                self.new_asked.emit,
            ),
            (
                "open",
                "Go on with yours",
                "Open a locality file, or drop one anywhere on this window.",
                "Open a file",
                self.choosing_asked.emit,
            ),
            (
                "compass",
                "Look round first",
                "Marsh Valley is invented. You get a copy of your own to try things on.",
                "Look round the sample",
                self.sample_asked.emit,
            ),
        )
        line = QHBoxLayout()
        line.setSpacing(12)
        for at, (icon, title, words, verb, press) in enumerate(ways):
            made, column = card(title, 18)
            column.addWidget(label(words, "secondary", wrap=True), 1)
            pressed = button(verb, press, "" if at else "strong")
            dress(self._style, pressed, icon, "ink2" if at else "accent")
            column.addSpacing(4)
            column.addWidget(pressed)
            line.addWidget(made, 1)
        return line

    def _line(self, path: Path) -> QHBoxLayout:
        is_there = path.exists()
        opens = button(path.stem, lambda: self._open(path), "link", f"Open {path.name}")
        opens.setEnabled(is_there)
        where = label(str(path.parent) if is_there else "No longer there", "small")
        where.setToolTip(str(path))
        forget = icon_button(
            self._style,
            "close",
            f"Take {path.name} off this list",
            lambda: self._forget(path),
        )
        return row(opens, where, None, forget)

    def _open(self, path: Path) -> None:
        self.file_asked.emit(path)

    def _forget(self, path: Path) -> None:
        self._preferences.forget(path)
        self.show_recent()


def _empty(layout: QLayout, kept: int) -> None:
    while layout.count() > kept:
        taken = layout.takeAt(kept)
        if taken is None:
            return
        inner = taken.layout()
        if inner is not None:
            _empty(inner, 0)
        widget = taken.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
