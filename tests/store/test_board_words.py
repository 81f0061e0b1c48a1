"""A month's own words and judged ratings, on a real file."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from pch_desktop.domain.board_pack import Words
from pch_desktop.domain.board_registers import Confidence
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.store import board
from pch_desktop.store.locality_file import LocalityFile
from tests import localities

OCTOBER = Month(2016, 10)
SENTENCE = "Money is close to plan, but only with contingency."


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """A small file without words."""
    file = localities.made(path)
    yield file
    file.close()


def test_words_are_of_their_month_and_a_blank_takes_them_back(file: LocalityFile) -> None:
    file.edit("Write", board.set_words, OCTOBER, Words.SENTENCE, f"  {SENTENCE}\x00 ")
    file.edit("Write", board.set_words, OCTOBER, Words.ASKED, "To agree the plan.")
    assert file.read(board.words, OCTOBER)[Words.SENTENCE] == SENTENCE
    assert file.read(board.words, OCTOBER.plus(1)) == {}
    file.edit("Write", board.set_words, OCTOBER, Words.SENTENCE, "Other.")
    file.undo()
    assert file.read(board.words, OCTOBER)[Words.SENTENCE] == SENTENCE
    file.edit("Write", board.set_words, OCTOBER, Words.SENTENCE, " ")
    assert file.read(board.words, OCTOBER) == {Words.ASKED: "To agree the plan."}


def test_a_rating_is_judged_only_with_a_reason_and_may_be_taken_back(file: LocalityFile) -> None:
    with pytest.raises(Refusal, match="why it is rated"):
        file.edit("Rate", board.override_rating, OCTOBER, "registered", Confidence.RED, " ")
    file.edit("Rate", board.override_rating, OCTOBER, "registered", Confidence.RED, "A list is old")
    row = file.read(board.overrides, OCTOBER)["registered"]
    assert (row.rating, row.reason) == (Confidence.RED, "A list is old")
    file.edit("Rate", board.override_rating, OCTOBER, "registered", Confidence.AMBER, "Checked")
    assert file.read(board.overrides, OCTOBER)["registered"].rating is Confidence.AMBER
    file.edit("Take back", board.take_back_rating, OCTOBER, "registered")
    with pytest.raises(Refusal, match="already"):
        file.edit("Take back", board.take_back_rating, OCTOBER, "registered")
    file.undo()
    assert file.read(board.overrides, OCTOBER)["registered"].reason == "Checked"
