"""Where the window stood, put back only where there is still a screen."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from pch_desktop.preferences import PreferenceFile, Preferences

LEAST_SEEN = 120
"""Pixels of the window's head that must lie on a screen."""


def restore(window: QMainWindow, preferences: Preferences) -> None:
    """Put a window back; where its screen has gone, in the middle of the first."""
    screen = QGuiApplication.primaryScreen()
    room = screen.availableGeometry()
    if len(preferences.geometry) == 4:
        wanted = QRect(*preferences.geometry)
        window.setGeometry(wanted if is_seen(wanted) else middled(wanted, room))
    elif room.width() < window.width() or room.height() < window.height():
        window.setGeometry(room)
    if preferences.is_maximised:
        window.showMaximized()


def keep(window: QMainWindow, preferences: PreferenceFile) -> None:
    """Keep where a window stands."""
    place = window.normalGeometry()
    preferences.change(
        geometry=(place.x(), place.y(), place.width(), place.height()),
        is_maximised=window.isMaximized(),
    )


def is_seen(place: QRect) -> bool:
    """Return whether enough of a window's head lies on some screen to take hold of it."""
    head = QRect(place.x(), place.y(), place.width(), 40)
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    return any(screen.intersected(head).width() >= LEAST_SEEN for screen in screens)


def middled(place: QRect, room: QRect) -> QRect:
    """Return a place of the same size, or as large as there is room, in the middle."""
    made = QRect(0, 0, min(place.width(), room.width()), min(place.height(), room.height()))
    made.moveCenter(room.center())
    return made
