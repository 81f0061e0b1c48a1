"""The decisions log, set out for reading: under which rule, by which votes, when to review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from pch_desktop.domain.partners import DecisionRule
from pch_desktop.domain.period import Month
from pch_desktop.reports.board_around import Around, around
from pch_desktop.reports.partners_votes import told as outcome_words
from pch_desktop.reports.table import Column, Kind, Table
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store import board, partners
from pch_desktop.store.board import DecisionRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

VIEW = "Decisions"
Outcomes = Mapping[int, str]
"""What became of each vote, by its key: ● Carried."""


def outcomes(file: Reads) -> Outcomes:
    """Return what became of each vote, as the partners' votes tell it."""
    return {row.id: outcome_words(row.verdict.outcome) for row in file.read(partners.votes)}


def votes_words(row: DecisionRow, known: Outcomes) -> str | None:
    """Return how the votes fell: what became of the vote that is linked, or what was told."""
    return known.get(row.vote_id, row.votes) if row.vote_id is not None else row.votes


def decision_columns(known: Outcomes) -> tuple[Column[DecisionRow], ...]:
    """Return the columns of the log, with what became of votes."""
    return (
        Column("reference", "Reference", lambda row: row.reference, width=16),
        Column("decided_on", "Decided", lambda row: row.decided_on, Kind.DATE, width=12),
        Column("text", "Decision", lambda row: row.text, width=44),
        Column("rule", "Rule", lambda row: shown(row.rule.value) if row.rule else None, Kind.WORD,
               words=listed(DecisionRule), width=22),
        Column("votes", "Votes", lambda row: votes_words(row, known), width=22,
               help="What became of the vote that is linked, or how the votes fell."),
        Column("vote", "Linked vote", lambda row: row.vote, Kind.WORD, width=30, prints=False),
        Column("conflicts", "Conflicts of interest", lambda row: row.conflicts, width=32),
        Column("review_on", "Review", lambda row: row.review_on, Kind.DATE, width=12),
        Column("line", "Line of the agenda", lambda row: row.line, width=28, prints=False),
    )  # fmt: skip


def to_review(rows: Sequence[DecisionRow], by: date) -> list[DecisionRow]:
    """Return the decisions whose review is due by a day."""
    return [row for row in rows if row.review_on is not None and row.review_on <= by]


def carried(rows: Sequence[DecisionRow], found: Around, on: date) -> list[DecisionRow]:
    """Return what a pack carries: decisions since the last meeting, and reviews due."""
    until = found.meeting.held_on if found.meeting else on
    since = found.last.held_on if found.last else date.min
    return [
        row
        for row in rows
        if since <= row.decided_on <= until
        or (row.review_on is not None and row.decided_on <= row.review_on <= until)
    ]


def is_private(row: DecisionRow) -> bool:
    """Return whether a decision was taken without the public."""
    return row.is_confidential


def decisions_sentence(rows: Sequence[DecisionRow], by: date) -> str:
    """Return how many decisions there are and how many are to be reviewed."""
    if not rows:
        return "No decision has been written down yet."
    due = len(to_review(rows, by))
    return f"{plural(len(rows), 'decision')}; {due} to review by {written(by, Kind.DATE)}."


def decisions_table(file: Reads, month: Month) -> Table[DecisionRow]:
    """Return the decisions carried into a month's pack; its sheet is worked on in the meeting."""
    found = around(file.read(board.meetings), month)
    by = found.meeting.held_on if found.meeting else month.last
    rows = carried(file.read(board.decisions), found, month.last)
    notes = ("Decisions since the last meeting, and older ones whose review is due.",)
    return Table(VIEW, decision_columns(outcomes(file)), rows, decisions_sentence(rows, by),
                 notes=notes, is_worked_on=True, private=is_private)  # fmt: skip
