"""A front sheet as a page of its own, and the call for papers as words to send."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pch_desktop.domain.board import PaperStatus
from pch_desktop.reports.board_papers import PAPERS
from pch_desktop.reports.table import Column, Holds, Kind, Table
from pch_desktop.reports.words import plural, shown, written
from pch_desktop.store.board import MeetingRow, PaperRow

NOBODY = "Nobody named yet"
APART = frozenset({"status", "due_on", "received_on", "sheet"})
"""What the secretary keeps of a paper and no front sheet shows."""


@dataclass(frozen=True, slots=True)
class FrontLine:
    """A field of a front sheet and what stands in it."""

    id: int
    field: str
    words: str


FRONT: tuple[Column[FrontLine], ...] = (
    Column("field", "Front sheet", lambda row: row.field, width=24),
    Column("words", "What the paper says", lambda row: row.words, width=90),
)
CALL: tuple[Column[PaperRow], ...] = (
    Column("title", "Paper", lambda row: row.title, width=40),
    Column("author", "Author", lambda row: row.author or NOBODY, width=22, holds=Holds.NAMES),
    Column("sponsor", "Sponsor", lambda row: row.sponsor, width=22, holds=Holds.NAMES),
    Column("due_on", "Due", lambda row: row.due_on, Kind.DATE, width=14),
    Column("status", "Status", lambda row: shown(row.status.value), width=14),
)


def front_sheet(row: PaperRow, *, with_names: bool) -> Table[FrontLine]:
    """Return a paper's front sheet, its people by name only where that is asked for."""
    columns = [
        column
        for column in PAPERS
        if column.key not in APART and (with_names or column.holds is not Holds.NAMES)
    ]
    lines = [
        FrontLine(at, column.title, written(column.value(row), column.kind) or "Not said yet")
        for at, column in enumerate(columns, start=1)
    ]
    subtitle = f"{row.meeting}, {written(row.held_on, Kind.DATE)}"
    return Table(f"Front sheet: {row.title}", FRONT, lines, subtitle)


def call_table(rows: Sequence[PaperRow], *, with_names: bool) -> Table[PaperRow]:
    """Return who owes which paper by when, those that are due first on top."""
    columns = tuple(each for each in CALL if with_names or each.holds is not Holds.NAMES)
    told = sorted(_owed(rows), key=lambda row: (row.due_on, row.title))
    return Table("Call for papers", columns, told, f"{plural(len(told), 'paper')} to come")


def call_words(meeting: MeetingRow, rows: Sequence[PaperRow]) -> str:
    """Return the call for papers as an e-mail: who writes which paper by when."""
    owed = _owed(rows)
    day = written(meeting.held_on, Kind.DATE)
    lines = [f"Call for papers: {meeting.name}, {day}", ""]
    for author in sorted({row.author or NOBODY for row in owed}):
        lines.append(author)
        lines += [_line(row) for row in owed if (row.author or NOBODY) == author]
        lines.append("")
    lines.append("Please send each paper with its front sheet; the summary has at most 150 words.")
    return "\n".join(lines)


def _owed(rows: Sequence[PaperRow]) -> list[PaperRow]:
    return [row for row in rows if row.status is PaperStatus.CALLED]


def _line(row: PaperRow) -> str:
    asked = f", to {row.purpose.value}" if row.purpose else ""
    return f"- {row.title}{asked}: due {written(row.due_on, Kind.DATE)}"
