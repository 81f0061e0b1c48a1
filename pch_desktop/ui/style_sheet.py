"""The style sheet: the little that Fusion and a palette cannot say.

A widget asks for its look by a property: ``label(…, look="title")`` in
``parts`` sets it; the sheet gives the size and colour.
"""

from __future__ import annotations

from pch_desktop.discovery import resource
from pch_desktop.ui.theme import Theme

SIZES = (10.5, 11, 11.5, 12, 12.5, 13, 13.5, 15, 20, 24, 26, 30, 32, 66)


def written(theme: Theme) -> str:
    """Return the style sheet of a theme at its text size."""
    sizes = {f"px{size:g}".replace(".", "_"): theme.px(size) for size in SIZES}
    edge = theme.focus if theme.is_dark else theme.accent
    arrow = resource("icons", "arrow.svg").as_posix()
    sheet = resource("window.qss").read_text(encoding="utf-8")
    tick = resource("icons", f"tick_{'dark' if theme.is_dark else 'light'}.svg").as_posix()
    return sheet % {**theme._asdict(), **sizes, "focus_edge": edge, "arrow": arrow, "tick": tick}
