"""Interests, set out for reading: the register, what was declared, and whom to tell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from pch_desktop.domain.board import InterestNature
from pch_desktop.domain.board_front import may_touch
from pch_desktop.domain.period import Month
from pch_desktop.reports.board_agenda import heading
from pch_desktop.reports.board_around import around
from pch_desktop.reports.table import Column, Holds, Kind, Table
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store import board
from pch_desktop.store.board import AgendaRow, DeclaredRow, InterestRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

VIEW, DECLARED_SHEET = "Interests", "Interests declared"
SOURCE = "Natures of interest: NHS England, Managing conflicts of interest in the NHS, 2017."

INTERESTS: tuple[Column[InterestRow], ...] = (
    Column("name", "Whose", lambda row: row.name, width=18, holds=Holds.NAMES),
    Column("partner", "Sits for", lambda row: row.partner, Kind.WORD, width=23),
    Column("nature", "Nature", lambda row: shown(row.nature.value), Kind.WORD,
           words=listed(InterestNature), width=21),
    Column("detail", "Interest", lambda row: row.detail, width=40),
    Column("from_on", "From", lambda row: row.from_on, Kind.DATE, width=12),
    Column("to_on", "To", lambda row: row.to_on, Kind.DATE, width=12),
    Column("handled", "How it is handled", lambda row: row.handled, width=30),
)  # fmt: skip

DECLARED: tuple[Column[DeclaredRow], ...] = (
    Column("line", "Line of the agenda", lambda row: row.line, Kind.WORD, width=34),
    Column("name", "Who declared it", lambda row: row.name, width=20, holds=Holds.NAMES),
    Column("detail", "Interest", lambda row: row.detail, width=40),
    Column("handled", "How it was handled", lambda row: row.handled, width=36),
)  # fmt: skip


def touching(rows: Sequence[InterestRow], line: AgendaRow, on: date) -> list[InterestRow]:
    """Return the interests that may touch a line by its words, and are not declared on it yet."""
    told = {row.interest_id for row in line.declared}
    words = f"{line.title} {line.paper or ''}"
    return [
        row
        for row in rows
        if row.stands(on) and row.id not in told
        and may_touch(f"{row.detail} {row.partner or ''}", words)
    ]  # fmt: skip


def is_private(row: DeclaredRow) -> bool:
    """Return whether it was declared on a line taken without the public."""
    return row.is_confidential


def interests_sentence(rows: Sequence[InterestRow], on: date) -> str:
    """Return how many interests stand, and how many have nothing said of how they are handled."""
    if not rows:
        return "No interest has been declared yet."
    standing = [row for row in rows if row.stands(on)]
    open_ = sum(not row.handled for row in standing)
    told = f"{plural(len(standing), 'interest')} on {written(on, Kind.DATE)}"
    return f"{told}; of {open_} nothing says how it is handled." if open_ else f"{told}."


def interests_table(file: Reads, month: Month) -> Table[InterestRow]:
    """Return the register as it stands on the day of the meeting a month's pack is for."""
    meeting = around(file.read(board.meetings), month).meeting
    on = meeting.held_on if meeting else month.last
    every = file.read(board.interests)
    rows = [row for row in every if row.stands(on)]
    return Table(VIEW, INTERESTS, rows, interests_sentence(every, on), notes=(SOURCE,))


def declared_table(file: Reads, month: Month) -> Table[DeclaredRow]:
    """Return what was declared at the last meeting before the one a month's pack is for."""
    last = around(file.read(board.meetings), month).last
    rows = file.read(board.declared, last.id) if last else []
    told = heading(last, f"{plural(len(rows), 'interest')} declared.")
    return Table(DECLARED_SHEET, DECLARED, rows, told, private=is_private)
