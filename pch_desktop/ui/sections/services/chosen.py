"""A choice in a toolbar: one of some services or sites by name, or all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QMenu

from pch_desktop.store.services import ServiceName
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.toolbar import Toolbar

ALL = 0
"""In place of a key: all of them."""


class Chosen:
    """What is chosen, and the verb that shows it."""

    def __init__(self, toolbar: Toolbar, icon: str, every: str, then: Callable[[], object]) -> None:
        """Add the verb.

        Args:
            toolbar: where it stands.
            icon: its picture.
            every: what all of them are called.
            then: what is done when something else is chosen.
        """
        self.key = ALL
        self.names: Mapping[int, str] = {}
        self._every, self._then = every, then
        self._verb = toolbar.add_menu(every, icon, self.menu)

    @property
    def name(self) -> str:
        """What is chosen, by name."""
        return self.names.get(self.key, self._every)

    @property
    def is_all(self) -> bool:
        """Whether all of them are chosen."""
        return self.key == ALL

    def offer(self, names: Mapping[int, str]) -> None:
        """Offer these, beside all of them; what is chosen and gone gives way to all."""
        self.names = names
        if self.key not in names:
            self.key = ALL
        show_choice(self._verb, self.name)

    def choose(self, key: int) -> None:
        """Choose one of them, or ``ALL``."""
        self.key = key
        self._then()

    def has(self, key: int | None) -> bool:
        """Return whether what has this key is among what is chosen."""
        return self.key in (ALL, key)

    def menu(self) -> QMenu:
        """Return the menu of what may be chosen."""
        choices = [(ALL, self._every), *self.names.items()]
        return choice_menu(self._verb, choices, self.key, self.choose)


def offered(names: list[ServiceName], told: set[int]) -> dict[int, str]:
    """Return the services that run, or that told something, by their keys."""
    return {each.id: each.name for each in names if each.is_running or each.id in told}
