"""Several views under one tab, and the verbs over a table, with much room and with little."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.leaves import Leaves, Own
from pch_desktop.ui.toolbar import Toolbar, Verb


class Told:
    """A view that counts how often it was shown figures."""

    def __init__(self, name: str) -> None:
        self.sheet: QWidget = QLabel(name)
        self.shown: list[int] = []

    def show_figures(self, figures: int) -> None:
        self.shown.append(figures)


@pytest.fixture
def made() -> dict[str, Told]:
    """The views that were built, by title."""
    return {}


@pytest.fixture
def leaves(qtbot: QtBot, desk: Desk, made: dict[str, Told]) -> Leaves[int]:
    """Three views under one tab."""

    def build(title: str) -> Told:
        made[title] = Told(title)
        return made[title]

    titles = ("Double payment", "Readiness", "Holdings")
    found = Leaves[int]("Registers", {each: lambda each=each: build(each) for each in titles})
    qtbot.addWidget(found)
    found.resize(800, 300)
    found.show()
    return found


def test_a_view_is_built_when_it_is_first_looked_at_and_shown_what_is_now(
    leaves: Leaves[int], made: dict[str, Told]
) -> None:
    leaves.show_figures(1)
    leaves.show_figures(2)
    assert {title: told.shown for title, told in made.items()} == {"Double payment": [1, 2]}
    leaves.shown("Holdings")
    leaves.show_figures(3)
    assert made["Holdings"].shown == [2, 3]
    assert made["Double payment"].shown == [1, 2]
    leaves.shown("Double payment")
    assert made["Double payment"].shown == [1, 2, 3]


def test_keys_go_round_the_views(leaves: Leaves[int], qtbot: QtBot) -> None:
    leaves.show_figures(1)
    with qtbot.waitActive(leaves):
        leaves.activateWindow()
    leaves.findChildren(QPushButton)[0].setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    seen = [leaves.title]
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp):
        qtbot.keyClick(leaves, key, control)
        seen.append(leaves.title)
    assert seen == ["Double payment", "Readiness", "Double payment", "Holdings"]


def test_a_list_takes_the_place_of_buttons_that_do_not_fit(leaves: Leaves[int]) -> None:
    leaves.show_figures(1)
    choice = leaves.findChildren(QComboBox)[0]
    assert not choice.isVisible()
    leaves.resize(160, 300)
    assert choice.isVisible()
    assert not any(each.isVisible() for each in leaves.findChildren(QPushButton))
    choice.setCurrentText("Readiness")
    choice.textActivated.emit("Readiness")
    assert (leaves.title, choice.currentText()) == ("Readiness", "Readiness")
    assert choice.accessibleName() == "Views of Registers"


def test_one_view_alone_needs_no_choice(qtbot: QtBot) -> None:
    alone: Leaves[int] = Leaves("Reference", {"Roles": lambda: Own(QLabel("Roles"))})
    qtbot.addWidget(alone)
    alone.resize(400, 300)
    alone.show()
    assert isinstance(alone.shown("Roles").sheet, QLabel)
    assert not any(each.isVisible() for each in alone.findChildren(QPushButton))
    assert not any(each.isVisible() for each in alone.findChildren(QComboBox))


def test_verbs_give_up_the_count_first_and_their_words_last(desk: Desk, qtbot: QtBot) -> None:
    toolbar = Toolbar(desk)
    qtbot.addWidget(toolbar)
    verbs = [toolbar.add(words, "plus", print) for words in ("Add a line", "Import actuals")]
    toolbar.set_aside("13 lines, 4 over by more than £50k")
    aside = next(each for each in toolbar.findChildren(QLabel) if "13 lines" in each.text())
    toolbar.resize(900, 40)
    toolbar.show()
    assert aside.isVisible()
    assert [words_of(verb) for verb in verbs] == [" Add a line", " Import actuals"]
    toolbar.resize(sum(verb.sizeHint().width() for verb in verbs) + 40, 40)
    assert not aside.isVisible()
    assert words_of(verbs[0]) == " Add a line"
    toolbar.resize(90, 40)
    assert [words_of(verb) for verb in verbs] == ["", ""]
    assert [verb.text().strip() for verb in verbs] == ["Add a line", "Import actuals"]
    assert [verb.accessibleName() for verb in verbs] == ["Add a line", "Import actuals"]
    toolbar.resize(900, 40)
    assert aside.isVisible()
    assert words_of(verbs[1]) == " Import actuals"


def words_of(verb: QPushButton) -> str:
    """Return the words that stand on a verb now."""
    assert isinstance(verb, Verb)
    return super(Verb, verb).text()
