"""Governance, maturity, the flow and the directory on the screen, driven by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pch_desktop.domain.partners import Cast, DecisionRule
from pch_desktop.domain.partners_charges import SUBJECTS
from pch_desktop.domain.partners_verdict import Outcome
from pch_desktop.preferences import PreferenceFile
from pch_desktop.store import partners
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.partners.charges import ChargesView
from pch_desktop.ui.sections.partners.delivers import ALL, DeliversView
from pch_desktop.ui.sections.partners.directory import PARTNERS, DirectoryView
from pch_desktop.ui.sections.partners.forums import ForumsView
from pch_desktop.ui.sections.partners.maturity import MaturityView
from pch_desktop.ui.sections.partners.screen import PartnersScreen
from pch_desktop.ui.sections.partners.vote_trial import TrialView
from pch_desktop.ui.sections.partners.votes import VotesView
from pch_desktop.ui.style import Style
from tests.ui.conftest import OCTOBER
from tests.ui.driving import in_window, put
from tests.ui.driving import view_of as view

ON = OCTOBER.last


@pytest.fixture
def screen(
    qtbot: QtBot, sample: LocalityFile, style: Style, preferences: PreferenceFile
) -> PartnersScreen:
    """The partners of the sample at October 2016, shown."""
    return in_window(qtbot, PartnersScreen(Desk(sample, OCTOBER, style, preferences)))


def type_into(grid: Grid, record_id: int, key: str, text: str) -> None:
    """Go to a cell and type by keyboard."""
    assert grid.select_record(record_id, key)
    grid.view.setFocus()
    for letter in text:
        QTest.keyClicks(QApplication.focusWidget() or grid.view, letter)
    QTest.keyClick(QApplication.focusWidget() or grid.view, Qt.Key.Key_Return)


def test_who_is_in_charge_is_answered_by_typing_and_printed_without_names(
    screen: PartnersScreen, sample: LocalityFile, tmp_path: Path
) -> None:
    shown = view(screen, "Who is in charge", ChargesView)
    QAbstractItemModelTester(shown.grid.model)
    first = sample.read(partners.charges)[0]
    assert shown.grid.model.rows[0].subject == first.subject == "Safeguarding"
    assert put(shown.grid, first.id, "partner", "Fenshire CCG") == ""
    assert put(shown.grid, first.id, "forum", "Marsh Valley Board") == ""
    assert "Nobody yet answers for: Technology" in shown.finding.text()
    assert "not in the list" in put(shown.grid, first.id, "forum", "Somewhere else")
    shown.begin_usual()
    rows = sample.read(partners.charges)
    assert {row.subject for row in rows} >= set(SUBJECTS)
    sample.undo()
    assert len(sample.read(partners.charges)) == 13
    shown.saving.open()
    assert not shown.saving.names.isChecked()
    shown.saving.write(tmp_path / "charge.pdf")
    assert (tmp_path / "charge.pdf").read_bytes().startswith(b"%PDF")
    shown.saving.write(tmp_path / "charge.html")
    assert "Head of primary care" not in (tmp_path / "charge.html").read_text("utf-8")
    shown.saving.names.setChecked(True)
    shown.saving.write(tmp_path / "charge.html")
    assert "Head of primary care" in (tmp_path / "charge.html").read_text("utf-8")


def test_a_forum_is_added_under_another_seats_are_given_and_a_loop_refused(
    screen: PartnersScreen, sample: LocalityFile
) -> None:
    shown = view(screen, "Forums", ForumsView)
    model = shown.grid.model
    QAbstractItemModelTester(model)
    line = model.rowCount() - 1
    assert model.change_cell(line, model.column_at("name"), "Estates group") == ""
    made = next(row for row in sample.read(partners.forums, ON) if row.name == "Estates group")
    assert put(shown.grid, made.id, "reports_to", "Marsh Valley Board") == ""
    board = next(row for row in sample.read(partners.forums, ON) if row.name.endswith("ey Board"))
    assert "Choose a forum above it" in put(shown.grid, board.id, "reports_to", "Estates group")
    assert "no kind of partner" in put(shown.grid, made.id, "needs", "Wizards")
    assert put(shown.grid, made.id, "needs", "commissioner; GP practice") == ""
    assert put(shown.grid, made.id, "name", "    └ Rooms group") == ""
    shown.grid.select_record(made.id, "name")
    side = shown.side
    side.more.setCurrentText("Fenshire CCG")
    side.more.textActivated.emit("Fenshire CCG")
    row = next(row for row in sample.read(partners.forums, ON) if row.id == made.id)
    assert (row.name, row.depth, [seat.partner for seat in row.seats]) == (
        "Rooms group", 2, ["Fenshire CCG"],
    )  # fmt: skip
    assert "not able to decide yet: Rooms group" in shown.finding.text()
    assert put(side.seats, row.seats[0].id, "votes", "2") == ""
    side.seats.select_record(row.seats[0].id, "partner")
    side.seats.remove()
    assert not next(r for r in sample.read(partners.forums, ON) if r.id == made.id).seats


def test_a_vote_that_was_referred_carries_once_the_objection_is_taken_back(
    screen: PartnersScreen, sample: LocalityFile
) -> None:
    shown = view(screen, "Votes", VotesView)
    QAbstractItemModelTester(shown.grid.model)
    row = sample.read(partners.votes)[0]
    shown.show_record(row.id)
    assert "It goes to Fenshire Health and Wellbeing Board." in shown.side.why.text()
    objection = next(each for each in row.cast if each.said is Cast.AGAINST)
    type_into(shown.side.cast, objection.id, "said", "abstained")
    assert sample.read(partners.votes)[0].verdict.outcome is Outcome.CARRIED
    assert shown.side.rules.outcomes[DecisionRule.UNANIMOUS].text() == "● Carried: unanimous"
    sample.undo()
    assert sample.read(partners.votes)[0].verdict.outcome is Outcome.REFERRED
    shown.side.say_all()
    assert {each.said for each in sample.read(partners.votes)[0].cast} == {Cast.FOR}


def test_a_vote_is_tried_without_touching_the_file_and_then_written_down(
    screen: PartnersScreen, sample: LocalityFile
) -> None:
    shown = view(screen, "Try a vote", TrialView)
    QAbstractItemModelTester(shown.model)
    before = sample.read(partners.votes)
    shown.choose("Council of practices")
    large = next(row for row in shown.rows if row.partner == "Valley Health Centre")
    assert put(shown.grid, large.id, "said", "Against") == ""
    assert "more than 60% is needed" in shown.side.why.text()
    millpond = next(row for row in shown.rows if row.partner == "Millpond Surgery")
    assert put(shown.grid, millpond.id, "said", "Against") == ""
    assert shown.forum is not None
    assert shown.vote(shown.forum).verdict.outcome is Outcome.NOT_CARRIED
    shown.all_say(Cast.ABSENT)
    assert shown.vote(shown.forum).verdict.outcome is Outcome.NOT_QUORATE
    assert sample.read(partners.votes) == before
    shown.all_say(Cast.FOR)
    shown.question.setText("Open a Sunday clinic")
    QTest.keyClick(shown.question, Qt.Key.Key_Return)
    made = sample.read(partners.votes)[0]
    assert (made.question, made.verdict.outcome) == ("Open a Sunday clinic", Outcome.CARRIED)


def test_maturity_is_scored_in_the_table_and_drawn_as_lines(
    screen: PartnersScreen, sample: LocalityFile
) -> None:
    shown = view(screen, "Maturity", MaturityView)
    QAbstractItemModelTester(shown.grid.model)
    last = sample.read(partners.maturity)[-1]
    assert "0 foundation" in put(shown.grid, last.id, "score", "7")
    assert put(shown.grid, last.id, "score", "3") == ""
    chart = shown.chart.canvas.chart
    assert chart is not None
    assert "working with people and communities went up" in chart.finding
    assert chart.make is not None
    assert len(chart.make(False).axes) == 5


def test_the_flow_is_narrowed_and_the_directory_saved_without_names(
    screen: PartnersScreen, sample: LocalityFile, tmp_path: Path
) -> None:
    flow = view(screen, "Who delivers what", DeliversView)
    flow.show_only("Voluntary")
    chart = flow.chart.canvas.chart
    assert chart is not None
    assert {row.sector.value for row in chart.rows} == {"voluntary"}
    flow.show_by("whose patients it sees")
    flow.show_only(ALL)
    shown = view(screen, "Directory", DirectoryView)
    shown.show_of(PARTNERS)
    assert shown.grids[PARTNERS].isVisible()
    shown.saving.open()
    QTest.keyClick(shown.saving.save, Qt.Key.Key_Escape)
    assert shown.saving.isHidden()
    shown.saving.write(tmp_path / "directory.xlsx")
    shown.saving.write(tmp_path / "directory")
    assert (tmp_path / "directory.pdf").stat().st_size > 5_000
    assert (tmp_path / "directory.xlsx").exists()
    assert "without names of people" in shown.strip.sentence
    shown.saving.write(tmp_path / "directory.csv")
    for path in tmp_path.glob("*.csv"):
        assert path.name in shown.strip.sentence  # Both files that were written are told.
    assert len(list(tmp_path.glob("*.csv"))) == 2
