"""The letters of the window: Inter, shipped with the program."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from pch_desktop.discovery import resource
from pch_desktop.ui.theme import Theme, Weight

FAMILY = "Inter"


def load() -> None:
    """Let Qt draw with the fonts that come with the program."""
    for path in sorted(resource("fonts", "inter").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))


def font(theme: Theme, size: float = 13, weight: Weight = Weight.REGULAR) -> QFont:
    """Return Inter with figures of one width, so that columns line up.

    ``size`` is in pixels at 100 percent.
    """
    made = QFont(FAMILY)
    made.setPixelSize(theme.px(size))
    made.setWeight(QFont.Weight(weight))
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
