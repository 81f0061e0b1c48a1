"""The meetings, set out for reading: the forward plan, the days of each, the pack's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from pch_desktop.domain.board import MeetingStatus
from pch_desktop.domain.board_cycle import Step, cycle, day_of, days_to_write, may_be_issued
from pch_desktop.domain.board_cycle import month_for as month_for_day
from pch_desktop.domain.board_quorum import Quorum
from pch_desktop.domain.opening import clock
from pch_desktop.domain.period import Month
from pch_desktop.reports.board_around import around
from pch_desktop.reports.table import Column, Holds, Kind, Table
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store import board
from pch_desktop.store.board import MeetingRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

VIEW, PLAN = "Meetings", "Forward plan"
SHORT: Mapping[Step, str] = {
    Step.CALL: "Call for papers",
    Step.AGENDA: "Agenda with chair",
    Step.PAPERS: "Papers due",
    Step.QUALITY: "Quality check",
    Step.ISSUED: "Papers out",
    Step.INTERESTS: "Interests",
    Step.MEETING: "Meeting",
    Step.ACTIONS: "Action log",
    Step.MINUTES: "Draft minutes",
    Step.PUBLISHED: "Published",
}
"""The steps of the cycle where there is little room."""


def papers_due(row: MeetingRow) -> date:
    """Return the day a meeting's papers are due."""
    return day_of(Step.PAPERS, row.held_on, row.papers_due_on)


def at(minute: int | None) -> str | None:
    """Return a minute of the day as a clock shows it."""
    return None if minute is None else clock(minute % (24 * 60))


def figures_of(row: MeetingRow) -> str:
    """Return of which month a meeting can have the figures."""
    return month_for_day(row.held_on).words


def fit_words(month: Month, held_on: date) -> str:
    """Return whether a month's figures are ready for a meeting's papers."""
    left = days_to_write(month, held_on)
    if left < 0:
        late = plural(-left, "working day")
        return f"The figures of {month.words} may come {late} after papers go out."
    if left == 0:
        return f"The figures of {month.words} come by the very day papers go out."
    return f"The figures of {month.words} leave {plural(left, 'working day')} to write the pack."


def meeting_columns(quorums: Mapping[int, Quorum]) -> tuple[Column[MeetingRow], ...]:
    """Return the columns of the meetings; whether each was quorate is told by its key."""
    return (
        Column("held_on", "Date", lambda row: row.held_on, Kind.DATE, width=15),
        Column("name", "Meeting", lambda row: row.name, width=20),
        Column("forum", "Forum", lambda row: row.forum, Kind.WORD, width=24, prints=False),
        Column("starts", "Starts", lambda row: at(row.starts_minute), width=8),
        Column("place", "Place", lambda row: row.place, width=24),
        Column("themes", "Themes", lambda row: row.themes, width=32),
        Column("status", "Status", lambda row: shown(row.status.value), Kind.WORD,
               words=listed(MeetingStatus), width=16),
        Column("papers_due_on", "Papers due", papers_due, Kind.DATE, width=12,
               help="Ten working days before, unless another day is told."),
        Column("out_on", "Papers out by", lambda row: day_of(Step.ISSUED, row.held_on), Kind.DATE,
               width=12, help="Five working days before."),
        Column("figures", "Figures of", figures_of, width=15,
               help="The latest month whose figures are ready in time: by the 12th working day."),
        Column("quorate", "Quorate", lambda row: quorate(quorums.get(row.id)), width=12,
               prints=False, help="By who was there and the forum's quorum."),
        Column("issued_on", "Went out", lambda row: row.issued_on, Kind.DATE, prints=False),
        Column("minutes_agreed_on", "Minutes agreed", lambda row: row.minutes_agreed_on,
               Kind.DATE, prints=False),
        Column("chair", "Chair", lambda row: row.chair, width=14, holds=Holds.NAMES),
        Column("secretary", "Secretary", lambda row: row.secretary, width=14, holds=Holds.NAMES),
        Column("note", "Note", lambda row: row.note, width=30, prints=False),
    )  # fmt: skip


def quorate(found: Quorum | None) -> str | None:
    """Return whether a meeting was quorate, with its shape; a blank is not known."""
    if found is None or found.is_quorate is None:
        return None
    return "● Quorate" if found.is_quorate else "◆ Not quorate"


def meetings_finding(rows: Sequence[MeetingRow], month: Month) -> str:
    """Return the sentence on which meeting comes next and whether its figures are in time."""
    found = around(rows, month).meeting
    if found is None:
        return f"No meeting is planned after {month.words}."
    day = written(found.held_on, Kind.DATE)
    due = written(papers_due(found), Kind.DATE)
    words = fit_words(month, found.held_on)
    return f"Next: {found.name} on {day}; papers are due on {due}. {words}"


def days_of(row: MeetingRow) -> Mapping[Step, date]:
    """Return the days of a meeting by what is done on each, in order."""
    return {each.step: each.on for each in cycle(row.held_on, row.next_on, row.papers_due_on)}


def plan_table(file: Reads, month: Month) -> Table[MeetingRow]:
    """Return the forward plan: meetings to come after a month."""
    rows = file.read(board.meetings)
    told = [row for row in rows if row.held_on > month.last and may_be_issued(row.status)]
    return Table(PLAN, meeting_columns({}), told, meetings_finding(rows, month))
