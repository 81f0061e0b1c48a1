"""Where the keys go when another page comes into sight: to its table, so that one can type."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget


def focus_on(page: QWidget) -> None:
    """Put the keys on a page's first table in sight, if it has one."""
    for view in page.findChildren(QAbstractItemView):
        if view.isVisible() and view.focusPolicy() & Qt.FocusPolicy.TabFocus:
            view.setFocus(Qt.FocusReason.OtherFocusReason)
            return
