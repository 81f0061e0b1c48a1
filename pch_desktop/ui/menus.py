"""The menu bar, made from the list of actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from pch_desktop.ui.actions import ACTIONS, TABLE_KEYS, Action, Deeds, Fact
from pch_desktop.ui.section import Section

if TYPE_CHECKING:
    from pch_desktop.ui.doings import Doings
    from pch_desktop.ui.frame import Frame

AGAIN = {"redo": "Ctrl+Shift+Z", "text_larger": "Ctrl+="}
"""Second keys, for those who learnt them elsewhere."""
MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}
LONG = {"Del": "Delete"}


class Menus:
    """The menus of a window, and which of their commands are there now."""

    def __init__(self, window: Frame, deeds: Doings) -> None:
        self._window, self._deeds = window, deeds
        self.menus = window.menu_titles
        self.actions: dict[str, QAction] = {}
        for action in ACTIONS:
            menu = self.menus[action.menu]
            if action.starts_group and menu.actions():
                menu.addSeparator()
            made = menu.addAction(action.words)
            keys = [action.shortcut] if action.shortcut else []
            keys += [AGAIN[action.id]] if action.id in AGAIN else []
            made.setShortcuts([QKeySequence(one) for one in keys])
            made.triggered.connect(partial(_run, action, deeds))
            self.actions[action.id] = made
        self._add_table_keys()
        self.recent = QMenu("Open recent", window)
        self.menus["File"].insertMenu(self.actions["sample"], self.recent)
        self.menus["File"].aboutToShow.connect(self._list_recent)

    def add_sections(self, sections: Mapping[str, Section], show: Callable[[str], None]) -> None:
        """Put the sections at the head of View, with Ctrl and their number."""
        view = self.menus["View"]
        first = self.actions["month_before"]
        for number, (name, section) in enumerate(sections.items(), 1):
            made = QAction(section.title, self._window)
            made.setShortcut(QKeySequence(f"Ctrl+{number}"))
            made.triggered.connect(lambda _on=False, name=name: show(name))
            view.insertAction(first, made)
            self.actions[f"section_{name}"] = made
        view.insertSeparator(first)

    def allow(self, facts: frozenset[Fact]) -> None:
        """Let those commands be chosen whose fact holds."""
        for action in ACTIONS:
            self.actions[action.id].setEnabled(action.enabled_by in facts)
        for name, made in self.actions.items():
            if name.startswith("section_"):
                made.setEnabled(Fact.FILE_OPEN in facts)

    def give(self, name: str) -> None:
        """Give a command by its name, if it can be given now."""
        self.actions[name].trigger()

    def name_steps(self, to_undo: str, to_redo: str) -> None:
        """Say in Edit which step undo and redo would take."""
        self.actions["undo"].setText(f"Undo: {to_undo}" if to_undo else "Undo")
        self.actions["redo"].setText(f"Redo: {to_redo}" if to_redo else "Redo")

    def _list_recent(self) -> None:
        """List the files opened last."""
        self.recent.clear()
        for path in map(Path, self._window.preferences.now.recent):
            made = self.recent.addAction(path.name)
            made.setToolTip(str(path))
            made.triggered.connect(partial(self._open, path))
        self.recent.setEnabled(not self.recent.isEmpty())

    def _open(self, path: Path, _is_on: bool = False) -> None:
        self._deeds.open_file(path)

    def _add_table_keys(self) -> None:
        edit = self.menus["Edit"]
        before = self.actions["search"]
        edit.insertSeparator(before)
        for words, keys in TABLE_KEYS:
            made = QAction(f"{words}\t{keys}", self._window)
            made.triggered.connect(lambda _on=False, keys=keys: press(keys))
            edit.insertAction(before, made)


def press(keys: str) -> None:
    """Press keys in whatever has the focus, as if on the keyboard."""
    target = QApplication.focusWidget()
    if target is None:
        return
    *held, name = keys.split("+")
    modifiers = Qt.KeyboardModifier.NoModifier
    for one in held:
        modifiers |= MODIFIERS[one]
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key[f"Key_{LONG.get(name, name)}"], modifiers)
        QCoreApplication.sendEvent(target, event)


def _run(action: Action, deeds: Deeds, _is_on: bool = False) -> None:
    action.run(deeds)
