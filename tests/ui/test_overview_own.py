"""What the person chooses on the Overview: their own words, and the figures of three tiles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from pch_desktop.domain.board_pack import Words
from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports import overview
from pch_desktop.reports.overview import CHOOSABLE
from pch_desktop.store import board
from pch_desktop.store import overview as kept
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.overview.choosing import exchanged, tiles_menu
from pch_desktop.ui.sections.overview.facts import gather
from pch_desktop.ui.sections.overview.screen import Overview
from pch_desktop.ui.style import Style
from tests.ui.conftest import OCTOBER
from tests.ui.driving import in_window


@pytest.fixture
def sample_desk(sample: LocalityFile, style: Style, preferences: PreferenceFile) -> Desk:
    """A desk on the sample at October 2016."""
    return Desk(sample, OCTOBER, style, preferences)


@pytest.fixture
def page(qtbot: QtBot, sample_desk: Desk) -> Overview:
    """The page on the sample, shown."""
    return in_window(qtbot, Overview(sample_desk))


def test_the_sentence_is_written_over_and_returned_to_by_keyboard(
    page: Overview, sample: LocalityFile, qtbot: QtBot
) -> None:
    lead, made = page.lead, overview.sentence(sample, OCTOBER).made
    assert lead.words.text() == made
    assert not lead.back.isVisible()
    qtbot.keyClick(lead.write, Qt.Key.Key_Space)
    assert lead.box.toPlainText() == made
    qtbot.keyClicks(lead.box, "A quiet month.")
    qtbot.keyClick(lead.box, Qt.Key.Key_Escape)
    assert lead.words.text() == made
    qtbot.keyClick(lead.write, Qt.Key.Key_Space)
    qtbot.keyClicks(lead.box, "A quiet month.")
    qtbot.keyClick(lead.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert lead.words.text() == "A quiet month."
    assert sample.read(board.words, OCTOBER)[Words.SENTENCE] == "A quiet month."
    assert sample.read(board.words, OCTOBER.plus(-1)) == {}
    assert lead.back.isVisible()
    qtbot.keyClick(lead.back, Qt.Key.Key_Space)
    assert lead.words.text() == made
    assert sample.to_undo is not None
    assert sample.to_undo.label == "Return to the made sentence of October 2016"
    sample.undo()
    assert page.lead.words.text() == "A quiet month."


def test_words_that_are_the_rules_own_are_not_kept_as_somebodys(
    page: Overview, sample: LocalityFile
) -> None:
    page.lead.begin()
    page.lead.keep.click()
    assert sample.read(board.words, OCTOBER) == {}
    assert not page.lead.box.isVisible()


def test_three_tiles_show_the_figures_that_are_chosen(
    page: Overview, sample_desk: Desk, sample: LocalityFile, qtbot: QtBot
) -> None:
    rows = {row.key: row for row in overview.measures(sample, OCTOBER)}
    for key in CHOOSABLE:
        menu = tiles_menu(page, sample_desk, gather(sample, OCTOBER))
        first = menu.actions()[0].menu()
        assert isinstance(first, QMenu)
        next(each for each in first.actions() if each.text() == rows[key].name).trigger()
        tile = page.tiles.tiles[0]
        assert overview.chosen(sample)[0] == key
        assert len(set(overview.chosen(sample))) == kept.CHOICES
        with qtbot.waitSignal(sample_desk.sent) as led:
            tile.click()
        assert led.args is not None
        assert led.args[0] == rows[key].section
        told = tile.explains
        assert told is not None
        found = told.tell(None, "")
        assert found is not None
        assert found.value == rows[key].value
        if rows[key].value is None:
            assert tile.figure.number == ""
    QApplication.processEvents()


def test_a_choice_that_means_nothing_any_more_is_the_first_one(sample: LocalityFile) -> None:
    sample.edit("Choose", kept.choose_tiles, ("registered", "gone", "weighted"))
    assert overview.chosen(sample) == overview.CHOSEN_AT_FIRST


@given(st.permutations(CHOOSABLE), st.integers(0, 2), st.sampled_from(CHOOSABLE))
def test_a_figure_that_is_shown_already_changes_places(order: list[str], at: int, key: str) -> None:
    chosen = tuple(order[:3])
    after = exchanged(chosen, at, key)
    assert after[at] == key
    assert len(set(after)) == 3
    assert set(after) <= {*chosen, key}
