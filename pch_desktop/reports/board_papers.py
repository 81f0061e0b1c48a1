"""Papers with their front sheets, set out for reading, and the call for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from pch_desktop.domain.board import PaperStatus, Purpose
from pch_desktop.domain.board_front import MOST_WORDS, is_late
from pch_desktop.domain.period import Month
from pch_desktop.reports.board_agenda import heading
from pch_desktop.reports.board_around import around
from pch_desktop.reports.table import Column, Holds, Kind, Table
from pch_desktop.reports.words import listed, plural, shown
from pch_desktop.store import board
from pch_desktop.store.board import PaperRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

VIEW = "Papers"

PAPERS: tuple[Column[PaperRow], ...] = (
    Column("title", "Paper", lambda row: row.title, width=18),
    Column("author", "Author", lambda row: row.author, width=11, holds=Holds.NAMES),
    Column("sponsor", "Sponsor", lambda row: row.sponsor, width=11, holds=Holds.NAMES),
    Column("purpose", "Purpose", lambda row: shown(row.purpose.value) if row.purpose else None,
           Kind.WORD, words=listed(Purpose), width=10),
    Column("status", "Status", lambda row: shown(row.status.value), Kind.WORD,
           words=listed(PaperStatus), width=11, prints=False),
    Column("due_on", "Due", lambda row: row.due_on, Kind.DATE, width=12, prints=False,
           help="The meeting's day for papers, unless the paper has one of its own."),
    Column("received_on", "Received", lambda row: row.received_on, Kind.DATE, width=12,
           prints=False),
    Column("recommendation", "Recommendation", lambda row: row.recommendation, width=24),
    Column("summary", "Summary", lambda row: row.summary, width=36,
           help=f"At most {MOST_WORDS} words."),
    Column("finance", "Money", lambda row: row.finance, width=15),
    Column("risk", "Risk", lambda row: row.risk, width=15),
    Column("equality", "Equality", lambda row: row.equality, width=14),
    Column("patients", "Patients", lambda row: row.patients, width=15),
    Column("considered", "Considered before", lambda row: row.considered, width=15),
    Column("is_confidential", "Confidential", lambda row: row.is_confidential, Kind.YES, width=9,
           prints=False),
    Column("sheet", "Sheet of the pack", lambda row: row.sheet, width=16, prints=False),
)  # fmt: skip


def late(row: PaperRow, on: date) -> bool:
    """Return whether a paper is waited for on a day."""
    return is_late(row.status, row.received_on, row.due_on, on)


def is_private(row: PaperRow) -> bool:
    """Return whether the public never sees a paper."""
    return row.is_confidential


def papers_sentence(rows: Sequence[PaperRow], on: date) -> str:
    """Return how many papers came and which are late; a confidential one is not named."""
    if not rows:
        return "No paper has been called for yet."
    here = sum(row.status is not PaperStatus.CALLED for row in rows)
    told = f"{here} of {plural(len(rows), 'paper')} received"
    waited = [row for row in rows if late(row, on)]
    names = ", ".join("a confidential one" if row.is_confidential else row.title for row in waited)
    return f"{told}; late: {names}." if waited else f"{told}."


def papers_table(file: Reads, month: Month) -> Table[PaperRow]:
    """Return the front sheets of the meeting a month's pack is for."""
    meeting = around(file.read(board.meetings), month).meeting
    told = file.read(board.papers, meeting.id) if meeting else []
    rows = [row for row in told if row.status is not PaperStatus.WITHDRAWN]
    subtitle = heading(meeting, papers_sentence(rows, month.last))
    return Table(VIEW, PAPERS, rows, subtitle, private=is_private)
