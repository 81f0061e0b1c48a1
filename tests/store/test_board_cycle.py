"""Meetings, agendas, papers, attendance, interests, actions and decisions on a real file."""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pch_desktop.domain.board import ActionStatus, MeetingStatus, PaperStatus, Presence, VoiceStatus
from pch_desktop.domain.board_front import Due
from pch_desktop.domain.partners import Cast, DecisionRule, ForumKind, PartnerKind, Sector
from pch_desktop.domain.refusal import Refusal
from pch_desktop.store import board, partners
from pch_desktop.store.board import ActionRow, AgendaRow, MeetingRow
from pch_desktop.store.locality_file import LocalityFile
from tests import localities

FORUM, CCG, SURGERY = "The board", "Fenshire CCG", "Orchard Lane"
HELD = date(2016, 9, 28)
NUMBER = "943 476 5919"
"""It passes the check of NHS numbers and belongs to nobody: it is the one of the guide."""


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """A board of two partners that met in September."""
    file = localities.made(path)
    for name, kind in ((CCG, PartnerKind.COMMISSIONER), (SURGERY, PartnerKind.PRACTICE)):
        file.edit("Add", partners.add_partner, name, kind, Sector.PUBLIC)
    rest = {"rule": DecisionRule.MAJORITY, "quorum": 2, "chair": "C. Example"}
    key = file.edit("Add", partners.add_forum, FORUM, ForumKind.BOARD, rest)
    for name in (CCG, SURGERY):
        file.edit("Seat", partners.add_seat, key, name, {"name": f"N. {name[:4]}"})
    told = {"forum": FORUM, "starts_minute": 570}
    file.edit("Plan", board.add_meeting, "Board", HELD, told)
    yield file
    file.close()


def meetings(file: LocalityFile) -> list[MeetingRow]:
    return file.read(board.meetings)


def agenda(file: LocalityFile) -> list[AgendaRow]:
    return file.read(board.agenda, meetings(file)[0].id)


def line(file: LocalityFile, title: str, **rest: object) -> int:
    return file.edit("Line", board.add_line, meetings(file)[0].id, title, rest)


def action(file: LocalityFile, key: int) -> ActionRow:
    return next(row for row in file.read(board.actions) if row.id == key)


def test_a_meeting_takes_its_forums_chair_and_a_year_follows_in_one_step(
    file: LocalityFile,
) -> None:
    (first,) = meetings(file)
    assert (first.chair, first.forum, first.is_board, first.next_on) == (
        "C. Example", FORUM, True, None,
    )  # fmt: skip
    assert file.edit("Plan", board.plan_year, first.id, 2, 6) == 5
    rows = meetings(file)
    assert [row.held_on for row in rows][:3] == [HELD, date(2016, 11, 23), date(2017, 1, 25)]
    assert {row.starts_minute for row in rows} == {570}
    assert rows[0].next_on == date(2016, 11, 23)
    with pytest.raises(Refusal, match="planned already"):
        file.edit("Plan", board.plan_year, first.id, 2, 6)
    assert file.edit("Plan", board.plan_year, first.id, 1, 12) == 6
    file.undo()
    file.undo()
    assert len(meetings(file)) == 1


def test_days_that_cannot_be_are_refused_and_nothing_changes(file: LocalityFile) -> None:
    (row,) = meetings(file)
    for field, value, words in (
        ("papers_due_on", date(2016, 10, 1), "before the meeting"),
        ("minutes_agreed_on", date(2016, 9, 1), "after the meeting"),
        ("forum", "Nowhere", "no forum called"),
        ("name", " ", "the meeting's name"),
    ):
        with pytest.raises(Refusal, match=words):
            file.edit("Change", board.set_meeting, row.id, field, value)
    with pytest.raises(Refusal, match="meets on that day already"):
        file.edit("Plan", board.add_meeting, "Board", HELD)
    assert meetings(file) == [row]


def test_agreed_minutes_settle_the_status(file: LocalityFile) -> None:
    key = meetings(file)[0].id
    file.edit("Held", board.set_meeting, key, "status", MeetingStatus.HELD)
    file.edit("Agree", board.set_meeting, key, "minutes_agreed_on", date(2016, 11, 23))
    assert meetings(file)[0].status is MeetingStatus.MINUTED


def test_lines_are_timed_and_numbered_by_their_order_part_two_last(file: LocalityFile) -> None:
    line(file, "Welcome", minutes=5)
    line(file, "Money", minutes=None)
    under = line(file, "Month 5", minutes=20, reference="x.y")
    secret = line(file, "A lease", is_confidential=True)
    last = line(file, "Winter", minutes=15)
    told = [(row.reference, row.title, row.starts_minute) for row in agenda(file)]
    assert told == [
        ("1", "Welcome", 570), ("2", "Money", 575), ("2.1", "Month 5", None),
        ("3", "Winter", None), ("4", "A lease", None),
    ]  # fmt: skip
    file.edit("Minutes", board.set_line, agenda(file)[1].id, "minutes", 0)
    assert [row.starts_minute for row in agenda(file)] == [570, 575, 575, 595, 610]
    file.edit("Move", board.move_line, last, -1)
    assert [row.title for row in agenda(file)][2:4] == ["Winter", "Month 5"]
    assert [row.reference for row in agenda(file)] == ["1", "2", "3", "3.1", "4"]
    for key, steps in ((secret, -1), (agenda(file)[0].id, -1), (under, 1)):
        with pytest.raises(Refusal, match="end of its part"):
            file.edit("Move", board.move_line, key, steps)
    with pytest.raises(Refusal, match="0 to 600"):
        file.edit("Minutes", board.set_line, under, "minutes", 601)
    file.edit("Delete", board.remove_lines, (last,))
    assert [row.reference for row in agenda(file)] == ["1", "2", "2.1", "3"]


def test_an_agenda_is_copied_without_its_papers_and_minutes(file: LocalityFile) -> None:
    first = meetings(file)[0].id
    file.edit("Paper", board.add_paper, first, "Winter plan")
    line(file, "Winter", minutes=15, paper="Winter plan", minute="Agreed.")
    other = file.edit("Plan", board.add_meeting, "Board", date(2016, 11, 23), {"forum": FORUM})
    with pytest.raises(Refusal, match="no agenda to copy"):
        file.edit("Copy", board.copy_agenda, other, first)
    file.edit("Copy", board.copy_agenda, first, other)
    (copied,) = file.read(board.agenda, other)
    assert (copied.title, copied.minutes, copied.paper, copied.minute) == ("Winter", 15, None, None)
    with pytest.raises(Refusal, match="no paper called"):
        file.edit("Paper", board.set_line, copied.id, "paper", "Winter plan")


def test_a_paper_is_due_with_the_meeting_or_on_its_own_day(file: LocalityFile) -> None:
    first = meetings(file)[0].id
    key = file.edit("Paper", board.add_paper, first, "Winter plan", {"author": "H. Example"})
    assert file.read(board.papers)[0].due_on == date(2016, 9, 14)
    file.edit("Due", board.set_meeting, first, "papers_due_on", date(2016, 9, 12))
    assert file.read(board.papers, first)[0].due_on == date(2016, 9, 12)
    file.edit("Due", board.set_paper, key, "due_on", date(2016, 9, 20))
    assert file.read(board.papers, first)[0].due_on == date(2016, 9, 20)
    file.edit("Came", board.set_paper, key, "received_on", date(2016, 9, 19))
    assert file.read(board.papers, first)[0].status is PaperStatus.RECEIVED
    with pytest.raises(Refusal, match="it has 151"):
        file.edit("Summary", board.set_paper, key, "summary", "word " * 151)


def test_all_members_are_written_down_once_deputies_by_hand(file: LocalityFile) -> None:
    first = meetings(file)[0].id
    told = {"partner": CCG, "presence": Presence.DEPUTY, "stands_for": "N. Fens"}
    file.edit("Part", board.add_attendance, first, "D. Deputy", told)
    assert file.edit("All", board.all_members, first) == 1
    rows = file.read(board.attendance, first)
    assert [(row.name, row.partner, row.presence) for row in rows] == [
        ("D. Deputy", CCG, Presence.DEPUTY), ("N. Orch", SURGERY, Presence.PRESENT),
    ]  # fmt: skip
    with pytest.raises(Refusal, match="written down already"):
        file.edit("All", board.all_members, first)
    with pytest.raises(Refusal, match="written down for this meeting already"):
        file.edit("Part", board.add_attendance, first, "D. Deputy")


def test_an_interest_is_declared_against_a_line_once_with_how_it_is_handled(
    file: LocalityFile,
) -> None:
    told = {"partner": SURGERY, "handled": "Leaves the room"}
    key = file.edit("Add", board.add_interest, "N. Orch", "Owns the building", told)
    on = line(file, "A lease")
    file.edit("Declare", board.declare_known, key, on)
    (row,) = agenda(file)
    assert [(each.name, each.handled) for each in row.declared] == [("N. Orch", "Leaves the room")]
    with pytest.raises(Refusal, match="declared against A lease already"):
        file.edit("Declare", board.declare_known, key, on)
    first = meetings(file)[0].id
    file.edit("Declare", board.declare, first, "D. Deputy", "A relative", {"line": "1 A lease"})
    assert len(agenda(file)[0].declared) == 2
    with pytest.raises(Refusal, match="The agenda has no line"):
        file.edit("Declare", board.declare, first, "D. Deputy", "A relative", {"line": "9.9"})
    with pytest.raises(Refusal, match="later last day"):
        file.edit("From", board.set_interest, key, "from_on", date(2017, 1, 1))
        file.edit("To", board.set_interest, key, "to_on", date(2016, 1, 1))


def test_an_action_is_numbered_by_its_meeting_and_overdue_is_worked_out(
    file: LocalityFile,
) -> None:
    first, on = meetings(file)[0].id, date(2016, 10, 31)
    line(file, "Winter")
    told = {"line": "1", "owner": "H. Example", "due_on": date(2016, 10, 21), "partner": CCG}
    key = file.edit("Add", board.add_action, "Draw up a plan", first, on, told)
    other = file.edit("Add", board.add_action, "Ring round", None, on)
    assert [row.reference for row in file.read(board.actions)] == ["2016-09/01", "2016-10/01"]
    assert (action(file, key).line, action(file, key).due(on)) == ("1 Winter", Due.OVERDUE)
    file.edit("Tell", board.add_update, key, on, "Nearly there")
    assert (action(file, key).status, action(file, key).latest) == (
        ActionStatus.IN_PROGRESS, "Nearly there",
    )  # fmt: skip
    file.edit("Close", board.close_actions, (key, other), on)
    assert {row.status for row in file.read(board.actions)} == {ActionStatus.COMPLETE}
    file.edit("Open", board.set_action, key, "status", ActionStatus.OPEN)
    assert action(file, key).closed_on is None
    file.edit("Delete", board.remove_meetings, (first,))
    assert action(file, key).meeting_id is None


def test_a_decision_takes_the_rule_of_its_vote_and_keeps_its_number(file: LocalityFile) -> None:
    first = meetings(file)[0].id
    forum = next(row for row in file.read(partners.forums, HELD) if row.name == FORUM)
    said = {seat.partner_id: Cast.FOR for seat in forum.seats}
    file.edit("Vote", partners.add_vote, FORUM, "Open on Saturdays?", HELD, said)
    key = file.edit("Add", board.add_decision, "Open on Saturdays", first, HELD)
    file.edit("Vote", board.set_decision, key, "vote", "Open on Saturdays?")
    (row,) = file.read(board.decisions)
    assert (row.reference, row.rule, row.vote) == (
        "2016-09/D01", DecisionRule.MAJORITY, "Open on Saturdays?",
    )  # fmt: skip
    with pytest.raises(Refusal, match="Take the vote out first"):
        file.edit("Votes", board.set_decision, key, "votes", "5 to 2")
    with pytest.raises(Refusal, match="reviewed after it was taken"):
        file.edit("Review", board.set_decision, key, "review_on", date(2016, 9, 1))
    with pytest.raises(Refusal, match="no vote called"):
        file.edit("Vote", board.set_decision, key, "vote", "Something else?")


@pytest.mark.parametrize("field", ["theme", "said", "done"])
def test_a_patients_number_is_refused_in_what_patients_said(file: LocalityFile, field: str) -> None:
    told = {"heard_on": HELD, "theme": "Waits", "said": "Too long"}
    with pytest.raises(Refusal, match="nothing about single patients"):
        file.edit("Add", board.add_voice, {**told, field: f"Ask {NUMBER}"})
    key = file.edit("Add", board.add_voice, told)
    with pytest.raises(Refusal, match="nothing about single patients"):
        file.edit("Change", board.set_voice, key, field, f"Ask {NUMBER}")
    file.edit("Done", board.set_voice, key, "status", VoiceStatus.FED_BACK)
    with pytest.raises(Refusal, match="0 to 1,000,000"):
        file.edit("People", board.set_voice, key, "people", -1)
    assert [row.status for row in file.read(board.voice, HELD)] == [VoiceStatus.FED_BACK]
    assert not file.read(board.voice, date(2016, 9, 1))


def test_no_text_of_the_cycle_holds_a_patients_number(file: LocalityFile) -> None:
    first = meetings(file)[0].id
    every: list[tuple[Callable[..., int], tuple[Any, ...]]] = [
        (board.add_line, (first, NUMBER)),
        (board.add_paper, (first, NUMBER)),
        (board.add_action, (NUMBER, first, HELD)),
        (board.add_decision, (NUMBER, first, HELD)),
        (board.add_interest, ("N. Orch", NUMBER)),
    ]
    for command, args in every:
        with pytest.raises(Refusal, match="passes the check of NHS numbers"):
            file.edit("Add", command, *args)
