"""The board's cycle on the screen, driven by keyboard: meetings to minutes, actions, voice."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from pch_desktop.domain.board import ActionStatus, MeetingStatus
from pch_desktop.preferences import PreferenceFile
from pch_desktop.store import board
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.named import named
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.page import Page
from pch_desktop.ui.sections.board.actions import ActionsView
from pch_desktop.ui.sections.board.agenda import AgendaView
from pch_desktop.ui.sections.board.attendance import AttendanceView
from pch_desktop.ui.sections.board.cycle_views import cycle_views
from pch_desktop.ui.sections.board.decisions import DecisionsView
from pch_desktop.ui.sections.board.interests import InterestsView
from pch_desktop.ui.sections.board.meetings import MeetingsView
from pch_desktop.ui.sections.board.minutes import MinutesView
from pch_desktop.ui.sections.board.papers import PapersView
from pch_desktop.ui.sections.board.voice import VoiceView
from pch_desktop.ui.style import Style
from tests.ui.conftest import OCTOBER
from tests.ui.driving import in_window, put
from tests.ui.driving import view_of as view

NUMBER = "943 476 5919"
"""It passes the check of NHS numbers and belongs to nobody."""


@pytest.fixture
def page(qtbot: QtBot, sample: LocalityFile, style: Style, preferences: PreferenceFile) -> Page:
    """The views of the sample's cycle at October 2016, shown."""
    made = Page("Board")
    for title, views in cycle_views(Desk(sample, OCTOBER, style, preferences)).items():
        made.add_views(title, views)
    return in_window(qtbot, made)


def new(grid: Grid, key: str, text: str) -> str:
    """Type into the empty line at the end; return what is refused."""
    return grid.model.change_cell(grid.model.rowCount() - 1, grid.model.column_at(key), text)


def entered(box: QLineEdit, text: str) -> None:
    """Type a text into a box by keyboard and press Enter."""
    box.setFocus()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def test_a_meeting_is_planned_with_its_days_and_a_year_follows_it(
    page: Page, sample: LocalityFile
) -> None:
    shown = view(page, "Meetings", MeetingsView)
    QAbstractItemModelTester(shown.grid.model)
    assert shown.finding.text().startswith("Next: Partnership board on 23 Nov 2016")
    november = sample.read(board.meetings)[1]
    shown.show_record(november.id)
    told = shown.side.days.findChildren(type(shown.finding))
    assert {"Papers due: Wed 9 Nov 2016", "Draft minutes: Wed 7 Dec 2016"} <= {
        each.accessibleName() for each in told
    }
    assert put(shown.grid, november.id, "starts", "2 pm") == ""
    assert put(shown.grid, november.id, "forum", "Nowhere") != ""
    assert "before the meeting" in put(shown.grid, november.id, "papers_due_on", "1 Dec 2016")
    assert new(shown.grid, "held_on", "24 Nov 2016") == ""
    assert new(shown.grid, "name", "Workshop") == ""
    rows = sample.read(board.meetings)
    assert [row.name for row in rows].count("Workshop") == 1
    assert rows[1].starts_minute == 14 * 60
    shown.show_record(rows[2].id)
    shown.plan_year("Monthly, twelve meetings")
    rows = sample.read(board.meetings)
    workshops = [row.held_on for row in rows if row.name == "Workshop"]
    assert len(workshops) == 12
    assert {day.weekday() for day in workshops} == {3}
    sample.undo()
    assert len(sample.read(board.meetings)) == 4


def test_the_agenda_is_ordered_by_keys_copied_and_told_whose_interests_it_touches(
    page: Page, sample: LocalityFile
) -> None:
    shown = view(page, "Agenda", AgendaView)
    QAbstractItemModelTester(shown.grid.model)
    assert shown.choice.verb.accessibleName() == "23 Nov 2016"
    assert "15 minutes too long" in shown.finding.text()
    rows = shown.grid.model.rows
    shown.show_record(rows[6].id)
    QTest.keyClick(shown.grid.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row.title for row in shown.grid.model.rows][5] == "Winter plan"
    assert [row.reference for row in shown.grid.model.rows][3:7] == ["4", "4.1", "5", "5.1"]
    sample.undo()
    assert put(shown.grid, rows[0].id, "minutes", "0") == ""
    assert "130 of 120" in shown.finding.text()
    last = shown.grid.model.rows[-1]
    shown.show_record(last.id)
    assert "A. Quill" in shown.side.touching.text()
    words = shown.side.more.itemText(1)
    assert words.startswith("A. Quill")
    shown.side.more.textActivated.emit(words)
    assert [each.name for each in sample.read(board.agenda, last.meeting_id)[-1].declared] == [
        "A. Quill"
    ]
    assert "A. Quill: Leaves" in shown.side.declared.text()
    january = sample.read(board.meetings)[2]
    chosen = shown.choice.menu().actions()
    assert chosen[0].text() == january.called
    chosen[0].trigger()
    assert not shown.grid.model.rows
    shown.copy_from(last.meeting_id)
    assert len(shown.grid.model.rows) == 11


def test_a_front_sheet_is_written_at_most_150_words_and_printed_and_the_call_is_copied(
    page: Page, sample: LocalityFile, tmp_path: Path
) -> None:
    shown = view(page, "Papers", PapersView)
    QAbstractItemModelTester(shown.grid.model)
    late = next(row for row in shown.grid.model.rows if row.title == "Winter plan")
    shown.show_record(late.id)
    summary = shown.side.fields["summary"]
    summary.box.setPlainText("word " * 151)
    summary.commit()
    assert "it has 151" in summary.refusal
    summary.box.setPlainText("Two more beds from December.")
    summary.commit()
    assert shown.side.count.text() == "5 of at most 150 words"
    shown.copy_call()
    assert "- Winter plan, to approve: due 26 Oct 2016" in QApplication.clipboard().text()
    shown.saving.open()
    shown.saving.write(tmp_path / "front.html")
    words = (tmp_path / "front.html").read_text("utf-8")
    assert "Two more beds from December." in words
    assert "H. Larch" not in words
    shown.saving.names.setChecked(True)
    shown.saving.write(tmp_path / "front.html")
    assert "H. Larch" in (tmp_path / "front.html").read_text("utf-8")
    assert put(shown.grid, late.id, "received_on", "31 Oct 2016") == ""
    assert shown.finding.text() == "3 of 5 papers received."


def test_attendance_interests_and_minutes_are_of_the_last_meeting(
    page: Page, sample: LocalityFile
) -> None:
    people = view(page, "Attendance", AttendanceView)
    QAbstractItemModelTester(people.grid.model)
    assert people.finding.text().startswith("Quorate: 12 voting members")
    commissioner = next(row for row in people.grid.model.rows if row.partner == "Fenshire CCG")
    assert put(people.grid, commissioner.id, "presence", "Apologies") == ""
    assert "nobody was there from: commissioner" in people.finding.text()
    people.grid.select_record(commissioner.id, "name")
    people.grid.remove()
    people.all_members()
    assert people.finding.text().startswith("Quorate")
    register = view(page, "Interests", InterestsView)
    QAbstractItemModelTester(register.grid.model)
    assert len(register.side.declared.model.rows) == 2
    register.show_record(register.grid.model.rows[0].id)
    register.side.more.textActivated.emit(register.side.more.itemText(9))
    assert len(register.side.declared.model.rows) == 3
    minutes = view(page, "Minutes", MinutesView)
    QAbstractItemModelTester(minutes.grid.model)
    assert minutes.finding.text().startswith("10 of 10 lines minuted")
    minutes.show_record(minutes.grid.model.rows[7].id)
    entered(minutes.side.action, "Ring the wards")
    entered(minutes.side.decision, "Open two beds")
    assert [row.reference for row in sample.read(board.actions)][-1] == "2016-09/07"
    assert sample.read(board.decisions)[0].line == "6 Winter"
    assert minutes.side.action.text() == ""
    minutes.agree()
    assert sample.read(board.meetings)[0].status is MeetingStatus.MINUTED


def test_actions_are_told_of_and_closed_decisions_reviewed_and_no_patient_named(
    page: Page, sample: LocalityFile
) -> None:
    actions = view(page, "Actions/Actions", ActionsView)
    QAbstractItemModelTester(actions.grid.model)
    first = actions.grid.model.rows[0]
    assert first.reference == "2016-09/01"
    actions.show_record(first.id)
    entered(actions.side.told, "Done but for the appendix")
    actions.side.mark_done()
    told = next(row for row in sample.read(board.actions) if row.id == first.id)
    assert (told.status, told.closed_on, told.latest) == (
        ActionStatus.COMPLETE, OCTOBER.last, "Done but for the appendix",
    )  # fmt: skip
    assert new(actions.grid, "text", "Book a larger room") == ""
    assert [row.reference for row in sample.read(board.actions)][-1] == "2016-09/07"
    decisions = view(page, "Decisions", DecisionsView)
    QAbstractItemModelTester(decisions.grid.model)
    due = next(row for row in decisions.grid.model.rows if row.reference == "2016-09/D03")
    assert put(decisions.grid, due.id, "review_on", "25 Jan 2017") == ""
    assert decisions.finding.text() == "4 decisions; 0 to review by 31 Oct 2016."
    voice = view(page, "Patient voice/Patient voice", VoiceView)
    QAbstractItemModelTester(voice.grid.model)
    row = voice.grid.model.rows[0]
    assert "single patients" in put(voice.grid, row.id, "said", f"Ask {NUMBER}")
    assert put(voice.grid, row.id, "done", "Rewritten with the panel") == ""
    assert new(voice.grid, "theme", "Parking") == ""
    assert new(voice.grid, "said", "Nowhere to stop") == ""
    assert sample.read(board.voice, OCTOBER.last)[0].theme == "Parking"


def test_meetings_papers_actions_and_decisions_are_found_and_shown_where_they_stand(
    page: Page, sample: LocalityFile
) -> None:
    rows = sample.read(named, "board", OCTOBER)
    wanted = {"Partnership board": 3, "Winter plan": 1, "Write the business case": 1}
    for words, count in wanted.items():
        found = [row for row in rows if row.title.startswith(words)]
        assert len(found) == count
        page.show_place(found[0].view, found[0].record_id)
        grid = page.view(found[0].view).findChild(Grid)
        assert grid is not None
        assert grid.current_row.id == found[0].record_id
    assert {row.view for row in rows} >= {
        "Meetings/Meetings", "Meetings/Papers", "Actions/Actions", "Actions/Decisions",
    }  # fmt: skip
