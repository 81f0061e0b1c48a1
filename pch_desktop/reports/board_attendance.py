"""Who was at a meeting, set out for reading, and whether it was quorate."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pch_desktop.domain.board import Presence
from pch_desktop.domain.board_quorum import Quorum, Seat, quorum, voices
from pch_desktop.domain.partners_quorum import Rules
from pch_desktop.domain.period import Month
from pch_desktop.reports.board_agenda import heading
from pch_desktop.reports.board_around import around
from pch_desktop.reports.table import Column, Holds, Kind, Table
from pch_desktop.reports.words import listed, shown
from pch_desktop.store import board, partners
from pch_desktop.store.board import AttendanceRow, MeetingRow
from pch_desktop.store.partners import ForumRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

VIEW = "Attendance"

ATTENDANCE: tuple[Column[AttendanceRow], ...] = (
    Column("partner", "Partner", lambda row: row.partner, Kind.WORD, width=34),
    Column("name", "Name", lambda row: row.name, width=24, holds=Holds.NAMES),
    Column("presence", "Was there", lambda row: shown(row.presence.value), Kind.WORD,
           words=listed(Presence), width=16,
           help="A member or its deputy counts towards the quorum; in attendance does not."),
    Column("stands_for", "Deputy for", lambda row: row.stands_for, width=24, holds=Holds.NAMES),
)  # fmt: skip


def quorums(file: Reads, rows: Sequence[MeetingRow], month: Month) -> Mapping[int, Quorum]:
    """Return of each meeting whether it was quorate; each file is asked once for all."""
    forums = {row.id: row for row in file.read(partners.forums, month.last)}
    there: dict[int, list[AttendanceRow]] = defaultdict(list)
    for row in file.read(board.attendance):
        there[row.meeting_id].append(row)
    return {row.id: _quorum(forums.get(row.forum_id or 0), there[row.id]) for row in rows}


def _quorum(forum: ForumRow | None, rows: Sequence[AttendanceRow]) -> Quorum:
    known = {row.partner_id: row.presence for row in rows if row.partner_id is not None}
    seats = [Seat(each.partner_id, each.kind, each.votes) for each in forum.seats] if forum else []
    rules = Rules(forum.rule, forum.threshold_share, forum.quorum, frozenset(forum.needs)) \
        if forum else None  # fmt: skip
    return quorum(rules, voices(seats, known), is_written=bool(rows))


def counted(rows: Sequence[AttendanceRow]) -> str:
    """Return how many were there in which way: 9 present, 2 apologies."""
    counts = Counter(row.presence for row in rows)
    return ", ".join(f"{counts[each]} {each.value}" for each in Presence if counts[each])


def attendance_sentence(rows: Sequence[AttendanceRow], found: Quorum | None) -> str:
    """Return the sentence on whether a meeting was quorate and who was there, in numbers."""
    why = found.why if found else ""
    told = counted(rows)
    return f"{why} {shown(told)}." if told else why


def attendance_table(file: Reads, month: Month) -> Table[AttendanceRow]:
    """Return who was at the last meeting before the one a month's pack is for."""
    meetings = file.read(board.meetings)
    last = around(meetings, month).last
    rows = file.read(board.attendance, last.id) if last else []
    found = quorums(file, [last], month)[last.id] if last else None
    return Table(VIEW, ATTENDANCE, rows, heading(last, attendance_sentence(rows, found)))
