"""Dressing the application: Fusion, a whole palette, a small style sheet."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from pch_desktop.ui import fonts, style_sheet
from pch_desktop.ui.theme import DARK, LIGHT, STRONG, Theme

CHOICES = (LIGHT, DARK, STRONG)
FADED = 0.45
Role, Group = QPalette.ColorRole, QPalette.ColorGroup


class Style(QObject):
    """The looks in use; they follow the computer's unless one was chosen."""

    changed = Signal(object)

    def __init__(
        self, application: QApplication, chosen: str = "", text_percent: int = 100
    ) -> None:
        super().__init__(application)
        self._application = application
        self.chosen = chosen
        application.setStyle("Fusion")
        self.theme = self._colours().at(text_percent)
        self._dress()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def choose(self, name: str) -> None:
        """Take up a theme by its name; an empty name follows the computer."""
        self.chosen = name
        self._take(self._colours().at(self.theme.text_percent))

    def set_text_percent(self, percent: int) -> None:
        """Draw text larger or smaller, 80 to 200 percent."""
        self._take(self.theme.at(percent))

    def _system_changed(self, _scheme: Qt.ColorScheme) -> None:
        self._take(self._colours().at(self.theme.text_percent))

    def _colours(self) -> Theme:
        for theme in CHOICES:
            if theme.name == self.chosen:
                return theme
        is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if is_dark else LIGHT

    def _take(self, theme: Theme) -> None:
        if theme != self.theme:
            self.theme = theme
            self._dress()
            self.changed.emit(theme)

    def _dress(self) -> None:
        self._application.setPalette(palette(self.theme))
        self._application.setFont(fonts.font(self.theme))
        self._application.setStyleSheet(style_sheet.written(self.theme))


def palette(theme: Theme) -> QPalette:
    """Return every role of Qt's palette in a theme, for active, inactive and disabled."""
    roles = {
        Role.Window: theme.ground,
        Role.WindowText: theme.ink,
        Role.Base: theme.surface,
        Role.AlternateBase: theme.zebra,
        Role.Text: theme.ink,
        Role.BrightText: theme.error,
        Role.Button: theme.surface,
        Role.ButtonText: theme.ink,
        Role.Light: theme.raised,
        Role.Midlight: theme.line,
        Role.Mid: theme.rule,
        Role.Dark: theme.edge,
        Role.Shadow: theme.focus_inner,
        Role.Highlight: theme.accent,
        Role.HighlightedText: theme.accent_ink,
        Role.Link: theme.accent,
        Role.LinkVisited: theme.accent,
        Role.ToolTipBase: theme.raised,
        Role.ToolTipText: theme.ink,
        Role.PlaceholderText: theme.ink3,
        Role.Accent: theme.accent,
    }
    made = QPalette()
    for role, colour in roles.items():
        for group in (Group.Active, Group.Inactive):
            made.setColor(group, role, QColor(colour))
        made.setColor(Group.Disabled, role, _faded(role, colour, theme))
    return made


def _faded(role: QPalette.ColorRole, colour: str, theme: Theme) -> QColor:
    if role not in {Role.WindowText, Role.Text, Role.ButtonText, Role.Link, Role.LinkVisited}:
        return QColor(colour)
    return _between(QColor(colour), QColor(theme.surface))


def _between(near: QColor, far: QColor) -> QColor:
    return QColor(
        round(near.red() + (far.red() - near.red()) * FADED),
        round(near.green() + (far.green() - near.green()) * FADED),
        round(near.blue() + (far.blue() - near.blue()) * FADED),
    )
