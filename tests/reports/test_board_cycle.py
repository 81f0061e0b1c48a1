"""The board's cycle, set out for reading: the pack's sheets, what is carried, what is late."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pch_desktop.domain.partners_verdict import Verdict
from pch_desktop.domain.period import Month
from pch_desktop.reports import board_actions, board_decisions, board_meetings, board_papers
from pch_desktop.reports import partners_votes as votes
from pch_desktop.reports.board_agenda import agenda_table
from pch_desktop.reports.board_around import around
from pch_desktop.reports.board_attendance import attendance_table
from pch_desktop.reports.board_cycle_findings import cycle_findings
from pch_desktop.reports.board_cycle_pack import cycle_tables
from pch_desktop.reports.board_front_sheet import call_table, call_words, front_sheet
from pch_desktop.reports.board_interests import touching
from pch_desktop.reports.table import Holds, Table
from pch_desktop.reports.told import told
from pch_desktop.reports.words import written
from pch_desktop.store import board, partners
from pch_desktop.store.locality_file import LocalityFile

OCTOBER, NOVEMBER = Month(2016, 10), Month(2016, 11)
SHEETS = [
    "Agenda", "Papers", "Attendance", "Interests", "Interests declared", "Minutes", "Actions",
    "Decisions", "Patient voice", "Forward plan",
]  # fmt: skip


@pytest.fixture(scope="module")
def tables(marsh_valley: LocalityFile) -> dict[str, Table[Any]]:
    """The sheets of October's pack, by title."""
    return {table.title: table for table in cycle_tables(marsh_valley, OCTOBER)}


def column(table: Table[Any], key: str) -> list[Any]:
    (found,) = [each for each in table.columns if each.key == key]
    return [found.value(row) for row in table.rows]


def test_the_sheets_are_there_and_only_actions_and_decisions_are_worked_on(
    tables: dict[str, Table[Any]],
) -> None:
    assert list(tables) == SHEETS
    assert all(table.rows for table in tables.values())
    assert [title for title, table in tables.items() if table.is_worked_on] == [
        "Actions", "Decisions",
    ]  # fmt: skip


def test_no_name_of_a_person_stands_in_anything_but_a_column_of_names(
    tables: dict[str, Table[Any]], marsh_valley: LocalityFile
) -> None:
    names = {row.name for row in marsh_valley.read(board.attendance)}
    names |= {row.name for row in marsh_valley.read(board.interests)}
    names |= {row.owner for row in marsh_valley.read(board.actions) if row.owner}
    names |= {row.author for row in marsh_valley.read(board.papers) if row.author}
    assert len(names) > 15
    for table in tables.values():
        seen = [table.subtitle, *table.notes]
        for each in table.columns:
            if each.holds is not Holds.NAMES:
                seen += [written(each.value(row), each.kind) for row in table.rows]
        assert not [name for name in names if any(name in words for words in seen)], table.title


def test_the_agenda_runs_by_the_clock_and_says_it_is_too_long(
    marsh_valley: LocalityFile, tables: dict[str, Table[Any]]
) -> None:
    agenda = agenda_table(marsh_valley, OCTOBER)
    assert agenda.subtitle.endswith("11 lines, 135 of 120 minutes, 09:30 to 11:45: "
                                    "15 minutes too long.")  # fmt: skip
    assert column(agenda, "reference")[3:6] == ["4", "4.1", "4.2"]
    assert column(agenda, "starts")[-1] == "11:30"
    assert tables["Agenda"].notes


def test_rows_of_part_two_are_told_as_private(tables: dict[str, Table[Any]]) -> None:
    private = {
        title: [row.is_private for row in told(table).rows].count(True)
        for title, table in tables.items()
    }
    assert private == {
        **dict.fromkeys(SHEETS, 0), "Agenda": 1, "Papers": 1, "Minutes": 1, "Actions": 1,
    }  # fmt: skip
    again = told(told(tables["Agenda"]))
    assert again.private is not None
    assert [row.is_private for row in again.rows].count(True) == 1


def test_attendance_is_of_the_last_meeting_and_says_it_was_quorate(
    marsh_valley: LocalityFile,
) -> None:
    subtitle = attendance_table(marsh_valley, OCTOBER).subtitle
    assert "28 Sep 2016" in subtitle
    assert "Quorate: 12 voting members were there; 7 are needed." in subtitle


def test_open_actions_and_those_closed_since_the_last_meeting_are_carried(
    marsh_valley: LocalityFile,
) -> None:
    def carried(month: Month) -> list[str]:
        return sorted(column(board_actions.actions_table(marsh_valley, month), "reference"))

    every = [f"2016-09/0{number}" for number in range(1, 7)]
    assert carried(OCTOBER) == ["2016-07/01", *every]
    without = [reference for reference in every if reference != "2016-09/02"]
    assert carried(NOVEMBER) == ["2016-07/01", *without]
    assert carried(Month(2016, 8)) == ["2016-07/01", "2016-07/02"]
    first = board_actions.actions_table(marsh_valley, OCTOBER).rows[0]
    assert board_actions.standing(first, OCTOBER.last) == "◆ Overdue"


def test_decisions_since_the_last_meeting_and_reviews_due_are_carried_with_their_verdict(
    marsh_valley: LocalityFile,
) -> None:
    table = board_decisions.decisions_table(marsh_valley, OCTOBER)
    assert column(table, "reference") == ["2016-09/D03", "2016-09/D02", "2016-09/D01"]
    known: dict[str | None, Verdict] = {
        row.question: row.verdict for row in marsh_valley.read(partners.votes)
    }
    last = table.rows[-1]
    assert column(table, "votes")[-1] == votes.told(known[last.vote].outcome) == "▲ Referred"
    december = board_decisions.decisions_table(marsh_valley, Month(2016, 12))
    assert "2016-07/D01" not in column(december, "reference")
    january = board_decisions.decisions_table(marsh_valley, Month(2017, 1))
    assert "2016-07/D01" in column(january, "reference")


def test_each_finding_leads_to_its_record(marsh_valley: LocalityFile) -> None:
    found = {each.title: each for each in cycle_findings(marsh_valley, OCTOBER)}
    assert set(found) == {
        "Paper is late: Winter plan",
        "Action 2016-09/01 is overdue",
        "Decision 2016-09/D03 is to be reviewed",
    }
    assert {(each.verb, each.view, each.column) for each in found.values()} == {
        ("Chase", "Papers", "received_on"),
        ("Chase", "Actions", "due_on"),
        ("Review", "Decisions", "review_on"),
    }
    for each in found.values():
        assert each.record_id is not None
    late = [row.id for row in marsh_valley.read(board.papers) if row.title == "Winter plan"]
    assert found["Paper is late: Winter plan"].record_id == late[0]


def test_a_confidential_title_is_in_no_finding(marsh_valley: LocalityFile) -> None:
    said = [f"{each.title} {each.detail}" for each in cycle_findings(marsh_valley, NOVEMBER)]
    said += [table.subtitle for table in cycle_tables(marsh_valley, NOVEMBER)]
    assert not [words for words in said if "end of life" in words]


def test_without_a_meeting_to_come_one_is_to_be_planned(marsh_valley: LocalityFile) -> None:
    found = [each.title for each in cycle_findings(marsh_valley, Month(2017, 1))]
    assert "No meeting is planned after January 2017" in found
    assert "Minutes of 23 Nov 2016 are late" in found


def test_the_next_meeting_says_whether_its_figures_are_in_time(marsh_valley: LocalityFile) -> None:
    rows = marsh_valley.read(board.meetings)
    found = around(rows, OCTOBER)
    assert found.meeting is not None
    assert found.last is not None
    assert [found.last.held_on, found.meeting.held_on] == [date(2016, 9, 28), date(2016, 11, 23)]
    assert board_meetings.papers_due(found.meeting) == date(2016, 11, 9)
    assert board_meetings.figures_of(found.meeting) == "October 2016"
    assert "come by the very day papers go out" in board_meetings.meetings_finding(rows, OCTOBER)
    assert "may come" in board_meetings.fit_words(NOVEMBER, found.meeting.held_on)


def test_the_call_says_who_owes_which_paper_by_when(marsh_valley: LocalityFile) -> None:
    meeting = around(marsh_valley.read(board.meetings), OCTOBER).meeting
    assert meeting is not None
    rows = marsh_valley.read(board.papers, meeting.id)
    words = call_words(meeting, rows)
    assert "H. Larch\n- Winter plan, to approve: due 26 Oct 2016" in words
    assert "Finance report" not in words
    table = call_table(rows, with_names=False)
    assert table.rows[0].title == "Winter plan"
    assert "author" not in {each.key for each in table.columns}


def test_a_front_sheet_has_every_field_and_names_only_where_asked(
    marsh_valley: LocalityFile,
) -> None:
    row = marsh_valley.read(board.papers)[0]
    plain = {line.field: line.words for line in front_sheet(row, with_names=False).rows}
    named = {line.field: line.words for line in front_sheet(row, with_names=True).rows}
    assert named.keys() - plain.keys() == {"Author", "Sponsor"}
    assert plain["Money"] == "No new money is asked for."
    assert {"Purpose", "Recommendation", "Summary", "Risk", "Equality", "Patients",
            "Considered before", "Confidential"} <= plain.keys()  # fmt: skip
    assert board_papers.papers_sentence([row], OCTOBER.last) == "1 of 1 paper received."


def test_whoever_has_an_interest_in_a_line_is_told(marsh_valley: LocalityFile) -> None:
    rows = marsh_valley.read(board.interests)
    meetings = marsh_valley.read(board.meetings)
    september = {row.title: row for row in marsh_valley.read(board.agenda, meetings[0].id)}
    hub = september["Saturday hub"]
    assert [each.name for each in hub.declared] == ["M. Curlew"]
    assert touching(rows, hub, meetings[0].held_on) == []
    sharing = september["Sharing gains and losses in 2017/18"]
    assert not [row for row in touching(rows, sharing, date(2016, 3, 1)) if row.name == "T. Merlin"]
