"""The colours stand apart, the letters grow, and the looks follow the computer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from pch_desktop.ui import fonts
from pch_desktop.ui.style import CHOICES, Style, palette
from pch_desktop.ui.theme import DARK, LIGHT, Theme, contrast

GROUNDS = ("ground", "surface", "raised", "zebra", "group", "calculated")
ON_GROUNDS = ("ink", "ink2", "ink3", "accent", "better", "worse", "error")
TEXT_PAIRS = (
    *((ink, ground) for ink in ON_GROUNDS for ground in GROUNDS),
    ("ink", "total"),
    ("ink2", "total"),
    ("worse", "total"),
    ("ink", "accent_soft"),
    ("ink2", "accent_soft"),
    ("accent", "accent_soft"),
    ("worse", "accent_soft"),
    ("better", "better_soft"),
    ("worse", "worse_soft"),
    ("ink", "worse_soft"),
    ("error", "error_soft"),
    ("ink", "error_soft"),
    ("accent_ink", "accent"),
    ("primary_ink", "primary"),
    ("badge_ink", "badge"),
    ("rail_ink", "rail"),
    ("rail_ink2", "rail"),
    ("rail_ink", "rail_selected"),
)
MARK_PAIRS = (
    ("edge", "surface"),
    ("edge", "ground"),
    ("accent", "surface"),
    ("better", "surface"),
    ("worse", "surface"),
    ("error", "surface"),
    ("primary", "surface"),
    ("point_edge", "surface"),
    ("focus", "focus_inner"),
    ("focus", "rail"),
    ("rail_bar", "rail_selected"),
)


@pytest.mark.parametrize("theme", CHOICES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_stands_out_from_its_ground(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", CHOICES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("mark", "ground"), MARK_PAIRS)
def test_marks_stand_out_from_their_ground(theme: Theme, mark: str, ground: str) -> None:
    assert contrast(getattr(theme, mark), getattr(theme, ground)) >= 3


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#005EB8") == pytest.approx(6.38, abs=0.01)
    assert contrast("#41B6E6", "#FFFFFF") == pytest.approx(2.32, abs=0.01)


@pytest.mark.parametrize("theme", CHOICES, ids=lambda theme: theme.name)
def test_every_role_of_the_palette_is_set_in_every_state(theme: Theme) -> None:
    made = palette(theme)
    groups = (
        QPalette.ColorGroup.Active,
        QPalette.ColorGroup.Inactive,
        QPalette.ColorGroup.Disabled,
    )
    left_out = {QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles}
    roles = [role for role in QPalette.ColorRole if role not in left_out]
    assert all(made.isBrushSet(group, role) for group in groups for role in roles)


def test_sizes_are_multiples_of_one_base() -> None:
    assert (LIGHT.px(13), LIGHT.at(200).px(13), LIGHT.at(80).px(20)) == (13, 26, 16)
    assert (LIGHT.at(500).text_percent, LIGHT.at(10).text_percent) == (200, 80)


def test_the_letters_are_ours_with_figures_of_one_width(qapp: QApplication) -> None:
    from PySide6.QtGui import QFontInfo, QFontMetricsF

    made = fonts.font(LIGHT, 13)
    assert QFontInfo(made).family() == "Inter"
    metrics = QFontMetricsF(made)
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1


def test_the_looks_follow_the_computer_while_running(style: Style) -> None:
    style.choose("")
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(Qt.ColorScheme.Dark)
    assert style.theme.is_dark == (hints.colorScheme() == Qt.ColorScheme.Dark)
    hints.setColorScheme(Qt.ColorScheme.Light)
    hints.unsetColorScheme()
    assert not style.theme.is_dark


def test_a_chosen_theme_is_kept_whatever_the_computer_does(style: Style) -> None:
    style.choose("Dark")
    QGuiApplication.styleHints().setColorScheme(Qt.ColorScheme.Light)
    assert style.theme == DARK
    QGuiApplication.styleHints().unsetColorScheme()
    style.choose("Light")
    assert style.theme == LIGHT
