"""The style sheet: the little that Fusion and a palette cannot say.

A widget asks for its look by a property: ``label(…, look="title")`` in
``parts`` sets it; the sheet gives the size and colour.
"""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from pch_desktop.discovery import resource
from pch_desktop.ui.theme import Theme

SIZES = (10.5, 11, 11.5, 12, 12.5, 13, 13.5, 15, 20, 24, 26, 30, 32, 66)
SHEET = Template("""
QMainWindow, QWidget[look="page"], QStackedWidget[look="page"] { background: $ground; }
QWidget[look="plain"] { background: transparent; }
QMenuBar { background: $surface; color: $ink; border-bottom: 1px solid $line; padding: 1px 6px; }
QMenuBar::item { padding: 4px 9px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $accent_soft; color: $ink; }
QMenu { background: $raised; color: $ink; border: 1px solid $rule; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 12px; border-radius: 4px; }
QMenu::icon { padding-left: 6px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QFrame[look="card"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[look="bar"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[look="foot"] { background: $surface; border: none; border-top: 1px solid $line; }
QFrame[look="side"] { background: $surface; border: none; border-left: 1px solid $line; }
QFrame[look="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[look="popup"] { background: $raised; border: 1px solid $edge; border-radius: 8px; }
QFrame[strip="note"] { background: $accent_soft; border: 1px solid $accent; border-radius: 6px; }
QFrame[strip="warning"] { background: $worse_soft; border: 1px solid $worse; border-radius: 6px; }
QFrame[strip="error"] { background: $error_soft; border: 1px solid $error; border-radius: 6px; }
QLabel { background: transparent; color: $ink; }
QLabel[look="headline"] { font-size: ${px26}px; font-weight: 700; }
QLabel[look="title"] { font-size: ${px20}px; font-weight: 700; }
QLabel[look="card_title"] { font-size: ${px13_5}px; font-weight: 700; }
QLabel[look="strong"] { font-size: ${px13}px; font-weight: 600; }
QLabel[look="body"] { font-size: ${px13}px; }
QLabel[look="lead"] { font-size: ${px13_5}px; color: $ink2; }
QLabel[look="secondary"] { font-size: ${px12_5}px; color: $ink2; }
QLabel[look="small"] { font-size: ${px11_5}px; color: $ink2; }
QLabel[look="status"] { font-size: ${px12}px; color: $ink2; }
QLabel[look="status_strong"] { font-size: ${px12}px; font-weight: 500; }
QLabel[look="error"] { font-size: ${px12_5}px; color: $error; font-weight: 500; }
QLabel[look="better"] { font-size: ${px13}px; color: $better; font-weight: 600; }
QLabel[look="worse"] { font-size: ${px13}px; color: $worse; font-weight: 600; }
QLabel[look="key"] { font-size: ${px11}px; font-weight: 500; color: $ink2; background: $surface;
  border: 1px solid $line; border-radius: 4px; padding: 1px 5px; }
QPushButton { background: $surface; color: $ink; border: 1px solid $edge; border-radius: 6px;
  padding: 0 12px; min-height: ${px30}px; font-size: ${px12_5}px; font-weight: 500; }
QPushButton:hover { background: $accent_soft; }
QPushButton:pressed { background: $total; }
QPushButton:checked { background: $accent_soft; border-color: $accent; color: $accent; }
QPushButton:disabled { color: $ink3; border-color: $line; background: $surface; }
QPushButton[look="primary"] { background: $primary; color: $primary_ink; border-color: $primary;
  font-size: ${px13}px; font-weight: 600; }
QPushButton[look="primary"]:disabled { background: $total; color: $ink3; border-color: $line; }
QPushButton[look="strong"] { border-color: $accent; color: $accent; font-weight: 600; }
QPushButton[look="link"] { background: transparent; border-color: transparent; color: $accent;
  padding: 0 6px; font-weight: 600; }
QPushButton[look="link"]:hover { background: $accent_soft; }
QPushButton[look="period"] { font-size: ${px13}px; font-weight: 600; text-align: left; }
QPushButton[look="choice"] { text-align: left; padding: 8px 14px; }
QPushButton::menu-indicator { image: none; width: 0; }
QToolButton { background: transparent; color: $ink; border: 1px solid transparent;
  border-radius: 6px; padding: 3px; min-width: ${px24}px; min-height: ${px24}px; }
QToolButton:hover { background: $accent_soft; }
QToolButton:pressed { background: $total; }
QToolButton[look="month"] { border-color: $line; padding: 4px 8px; font-size: ${px12_5}px; }
QToolButton[look="month"]:checked { background: $accent; color: $accent_ink; font-weight: 600; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateEdit {
  background: $surface; color: $ink; border: 1px solid $edge; border-radius: 6px;
  padding: 3px 9px; min-height: ${px24}px; font-size: ${px13}px;
  selection-background-color: $accent; selection-color: $accent_ink; }
QPlainTextEdit { padding: 5px 7px; }
QLineEdit[look="search"] { background: $ground; padding: 0 ${px66}px 0 ${px32}px;
  min-height: ${px30}px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$arrow"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $raised; color: $ink; border: 1px solid $edge;
  selection-background-color: $accent_soft; selection-color: $ink; outline: 0; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {
  border: 1px solid $focus_edge; }
QLineEdit[state="error"] { border: 2px solid $error; }
QTextBrowser { background: $surface; color: $ink; border: none; font-size: ${px13}px; }
QTableView, QTreeView, QListView { background: $surface; color: $ink; gridline-color: $line;
  border: none; outline: 0; font-size: ${px12_5}px;
  selection-background-color: $accent_soft; selection-color: $ink;
  alternate-background-color: $zebra; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $ink2; border: none;
  border-bottom: 2px solid $rule; padding: 2px 8px; font-size: ${px11_5}px; font-weight: 500; }
QTableCornerButton::section { background: $surface; border: none; border-bottom: 2px solid $rule; }
QTabBar { background: transparent; border: none; }
QTabBar::tab { background: transparent; color: $ink2; border: none;
  border-bottom: 3px solid transparent; padding: 5px 1px; margin-right: 21px;
  font-size: ${px13}px; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; font-weight: 600; }
QTabBar::tab:hover { color: $accent; }
QTabBar::tab:focus { background: $accent_soft; }
QToolTip { background: $raised; color: $ink; border: 1px solid $edge; padding: 5px 8px;
  font-size: ${px12}px; }
QSplitter::handle { background: transparent; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $rule; border-radius: 4px; margin: 2px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: transparent; border: none; width: 0; height: 0; }
QCheckBox, QRadioButton { color: $ink; background: transparent; spacing: 8px;
  min-height: ${px24}px; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px;
  background: $surface; border: 1px solid $edge; }
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid $accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; }
QListWidget::item { padding: 5px 6px; border-radius: 4px; color: $ink; }
QListWidget::item:selected { background: $accent_soft; color: $ink; }
QTreeWidget::item { padding: 4px 2px; color: $ink; }
QTreeWidget::item:selected { background: $accent_soft; color: $ink; }
QProgressBar { background: $total; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
""")


def written(theme: Theme) -> str:
    """Return the style sheet of a theme at its text size."""
    sizes = {f"px{size:g}".replace(".", "_"): theme.px(size) for size in SIZES}
    edge = theme.focus if theme.is_dark else theme.accent
    arrow = resource("icons", "arrow.svg").as_posix()
    tick = resource("icons", f"tick_{'dark' if theme.is_dark else 'light'}.svg").as_posix()
    return SHEET.substitute(asdict(theme), **sizes, focus_edge=edge, arrow=arrow, tick=tick)
