"""Issued packs, what changed since, the month's words and judged ratings on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from pch_desktop.domain.board_pack import Words
from pch_desktop.exports import issuing, pack
from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports.overview_explained import explain_measure
from pch_desktop.store import board, budget
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.pill import WORSE, Standing
from pch_desktop.ui.sections.board import issued
from pch_desktop.ui.sections.board.changed import ChangedView
from pch_desktop.ui.sections.board.issued import IssuedView
from pch_desktop.ui.sections.board.own_words import WordsView
from pch_desktop.ui.sections.board.rated import RatedView
from pch_desktop.ui.sections.board.screen import BoardScreen
from pch_desktop.ui.sections.overview.facts import gather
from pch_desktop.ui.sections.overview.headline import figures
from pch_desktop.ui.style import Style
from tests import localities
from tests.ui.conftest import OCTOBER
from tests.ui.driving import in_window
from tests.ui.driving import view_of as view


@pytest.fixture
def screen(
    qtbot: QtBot, sample: LocalityFile, style: Style, preferences: PreferenceFile
) -> BoardScreen:
    """The board of the sample at October 2016, shown."""
    return in_window(qtbot, BoardScreen(Desk(sample, OCTOBER, style, preferences)))


def test_words_are_written_and_a_rating_judged_as_one_step_each(
    screen: BoardScreen, sample: LocalityFile, qtbot: QtBot
) -> None:
    changed = view(screen, "Pack/What changed", ChangedView)
    assert changed.grid.isHidden(), "nothing was issued: a sentence and a verb stand there"
    words = view(screen, "Pack/Words", WordsView)
    chair = words.fields[Words.CHAIR]
    chair.box.setFocus()
    qtbot.keyClicks(chair.box, "We are on course.")
    chair.commit()
    assert sample.read(board.words, OCTOBER) == {Words.CHAIR: "We are on course."}
    shown = view(screen, "Pack/Ratings", RatedView)
    QAbstractItemModelTester(shown.grid.model)
    shown.show_record(1)
    shown.side.judge.click()
    assert sample.read(board.overrides, OCTOBER) == {}, "without a reason nothing is judged"
    shown.side.rating.put("Red")
    shown.side.reason.put("A list is late")
    shown.side.judge.click()
    assert "1 rating of" in shown.finding.text()
    facts = gather(sample, OCTOBER)
    told = {row.key: figure.standing for row, figure in figures(facts)}
    assert told["registered"] == Standing(WORSE, "Red, judged")
    row = next(each for each in facts.measures if each.key == "registered")
    why = explain_measure(sample, OCTOBER, row).facts[-1].value
    assert why == "Registered population is judged Red; by the rule Green. Reason: A list is late"
    shown.side.back.click()
    assert shown.finding.text() == "Every rating is the rule's."
    for _step in range(3):
        sample.undo()
    assert sample.read(board.words, OCTOBER) == {}


def test_an_issued_pack_is_held_beside_the_figures_of_now_and_made_again(
    screen: BoardScreen,
    sample: LocalityFile,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(issued, "FORMATS", ("xlsx",))  # The others take ten times as long.
    made = pack.gather(sample, OCTOBER, localities.NOON)
    issuing.issue_pack(sample, made, "", "Jo Wren", localities.NOON)
    line = sample.read(budget.lines, OCTOBER)[0]
    sample.edit("Enter an actual", budget.set_actual, line.id, OCTOBER, 77_000_00)
    listed = view(screen, "Pack/Issued", IssuedView)
    QAbstractItemModelTester(listed.grid.model)
    assert [str(row.edition) for row in listed.grid.model.rows] == ["v1.0"]
    listed.grid.setFocus(Qt.FocusReason.OtherFocusReason)
    listed.compare_now()
    changed = view(screen, "Pack/What changed", ChangedView)
    qtbot.waitUntil(lambda: bool(changed.grid.model.rows), timeout=60_000)
    assert changed.finding.text().startswith("Since v1.0 of October 2016")
    assert {row.values[0] for row in changed.grid.model.rows} >= {"Headline", "Restated"}
    work = view(screen, "Pack/Work since", ChangedView)
    assert [row.values[0] for row in work.grid.model.rows] == ["Finance"]
    listed.write(sample.read(board.issued)[0], tmp_path)
    qtbot.waitUntil(lambda: listed.job is None, timeout=120_000)
    assert [path.suffix for path in tmp_path.glob("*v1.0.*")] == [".xlsx"]
