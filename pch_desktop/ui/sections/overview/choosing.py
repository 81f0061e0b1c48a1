"""Which figures three of the tiles show: a menu, so that the keyboard does it too."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from pch_desktop.reports.overview import CHOOSABLE
from pch_desktop.store import overview
from pch_desktop.ui.choice_menu import choice_menu
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.overview.facts import Facts

PLACES = ("First tile", "Fourth tile", "Fifth tile")


def tiles_menu(parent: QWidget, desk: Desk, facts: Facts) -> QMenu:
    """Return a menu with one list of figures for each tile that may be chosen."""
    names = {row.key: row.name for row in facts.measures}
    menu = QMenu(parent)
    menu.setAccessibleName("Figures of the tiles")
    for at, now in enumerate(facts.chosen):
        offered = [(key, names[key]) for key in CHOOSABLE]
        under = choice_menu(menu, offered, now, partial(_choose, desk, tuple(facts.chosen), at))
        under.setTitle(f"{PLACES[at]}: {names[now]}")
        menu.addMenu(under)
    return menu


def exchanged(chosen: Sequence[str], at: int, key: str) -> tuple[str, ...]:
    """Return the choice with a figure at a place; one shown elsewhere changes places with it."""
    before = chosen[at]
    return tuple(
        key if number == at else before if each == key else each
        for number, each in enumerate(chosen)
    )


def _choose(desk: Desk, chosen: Sequence[str], at: int, key: str) -> None:
    if key != chosen[at] and not desk.is_read_only:
        desk.edit("Choose the figures of the overview", overview.choose_tiles,
                  exchanged(chosen, at, key))  # fmt: skip
