"""What a section says before there is anything in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.parts import button, card, label, row, scrolled

WIDTH = 460


class EmptyState(QWidget):
    """One sentence on what a section is for, one thing to do, and a look at the sample."""

    def __init__(
        self,
        desk: Desk,
        icon: str,
        sentence: str,
        action: tuple[str, Callable[[], object]],
        *,
        imports: str = "",
        also: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Put it together.

        Args:
            desk: what the window offers.
            icon: the picture above the sentence.
            sentence: what the section is for.
            action: the one thing to do, its words first.
            imports: where it may be brought in too, the words to say so.
            also: another thing to do, its words first.
        """
        super().__init__()
        self._desk = desk
        self._icon = icon
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        frame, column = card(margin=28)
        frame.setMaximumWidth(desk.theme.px(WIDTH))
        frame.setMinimumWidth(desk.theme.px(WIDTH * 0.75))
        words = label(sentence, "lead", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        verbs = row(None, button(action[0], action[1], "strong"), None)
        sample = button("See it in the sample", lambda: desk.command("sample"), "link")
        others = row(None, sample, None)
        if imports:
            brings = button(imports, lambda: desk.command("import"), "link")
            others.insertWidget(1, brings)
        if also:
            others.insertWidget(1, button(also[0], also[1], "link"))
        column.setSpacing(14)
        column.addWidget(self._picture)
        column.addWidget(words)
        column.addLayout(verbs)
        column.addLayout(others)
        inside = QWidget()
        outer = QVBoxLayout(inside)
        outer.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(frame, 1000)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))  # At twice the text size there may be little room.
        desk.theme_changed.connect(self._dress)
        self._dress()

    def _dress(self, *_theme: object) -> None:
        size = self._desk.theme.px(40)
        drawn = self._desk.icon(self._icon, self._desk.theme.accent, 40)
        self._picture.setPixmap(drawn.pixmap(size, size))
