"""A menu in which one of several things is chosen, and the verb that shows which."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

Choice = TypeVar("Choice")


def choice_menu(
    parent: QWidget,
    choices: Iterable[tuple[Choice, str]],
    now: Choice,
    choose: Callable[[Choice], object],
) -> QMenu:
    """Return a menu of words, the one that holds now ticked."""
    menu = QMenu(parent)
    for choice, words in choices:
        action = QAction(words.replace("&", "&&"), menu)
        action.setCheckable(True)
        action.setChecked(choice == now)
        action.triggered.connect(partial(_chosen, choose, choice))
        menu.addAction(action)
    return menu


def show_choice(verb: QPushButton, words: str) -> None:
    """Let a verb with a picture say what is chosen."""
    verb.setText(f" {words}".replace("&", "&&"))
    verb.setAccessibleName(words)


def _chosen(choose: Callable[[Choice], object], choice: Choice, _is_checked: bool = False) -> None:
    choose(choice)
