"""Patient voice, set out for reading: you said, we did."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pch_desktop.domain.board import VoiceSource, VoiceStatus
from pch_desktop.domain.partners_met import months_before
from pch_desktop.domain.period import Month
from pch_desktop.reports.table import Column, Holds, Kind, Table
from pch_desktop.reports.words import listed, plural, shown
from pch_desktop.store import board
from pch_desktop.store.board import VoiceRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

VIEW = "Patient voice"
PRINTED_MONTHS = 12
ANSWERED = frozenset({VoiceStatus.DONE, VoiceStatus.FED_BACK})

VOICE: tuple[Column[VoiceRow], ...] = (
    Column("theme", "Theme", lambda row: row.theme, width=16),
    Column("said", "You said", lambda row: row.said, width=42,
           help="What was said, never by whom: no patient's name or number."),
    Column("done", "We did", lambda row: row.done, width=42),
    Column("status", "Status", lambda row: shown(row.status.value), Kind.WORD,
           words=listed(VoiceStatus), width=15),
    Column("source", "Heard from", lambda row: shown(row.source.value), Kind.WORD,
           words=listed(VoiceSource), width=17),
    Column("people", "People", lambda row: row.people, Kind.COUNT, width=8,
           holds=Holds.PEOPLE, help="How many said so, where they were counted."),
    Column("heard_on", "Heard", lambda row: row.heard_on, Kind.DATE, width=12),
    Column("service", "Service", lambda row: row.service, Kind.WORD, width=20),
    Column("practice", "Practice", lambda row: row.practice, Kind.WORD, width=24, prints=False),
)  # fmt: skip


def voice_sentence(rows: Sequence[VoiceRow]) -> str:
    """Return how much of what was heard has been answered."""
    if not rows:
        return "Nothing that patients or the public said has been written down yet."
    answered = sum(row.status in ANSWERED for row in rows)
    told = sum(row.status is VoiceStatus.FED_BACK for row in rows)
    return (
        f"{plural(len(rows), 'thing')} heard; {answered} acted on, "
        f"{told} of them told to those who said it."
    )


def voice_table(file: Reads, month: Month) -> Table[VoiceRow]:
    """Return what was heard in the twelve months up to a month's end."""
    since = months_before(month.last, PRINTED_MONTHS)
    rows = [row for row in file.read(board.voice, month.last) if row.heard_on > since]
    notes = (f"What was heard in the last {PRINTED_MONTHS} months.",)
    return Table(VIEW, VOICE, rows, voice_sentence(rows), notes=notes)
