"""What is done about risks, set out for reading: each with its day and how it stands."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.reports.table import Column, Holds, Kind
from pch_desktop.reports.words import plural, written
from pch_desktop.store.board import MitigationRow, RiskRow

MOST_SHORT = 60
"""So many letters of a mitigation stand in a line that tells several."""


def in_short(row: RiskRow) -> str | None:
    """Return what is still to be done about a risk, each with its day."""
    return "; ".join(f"{_cut(part.text)} ({_due(part)})" for part in row.under_way) or None


def progress(part: MitigationRow) -> str:
    """Return how a mitigation stands, with a shape."""
    if part.is_done:
        return "● Done"
    return "◆ Overdue" if part.is_late else "▲ To do"


def finding(rows: Sequence[MitigationRow]) -> str:
    """Return the sentence on how much is done about the open risks, and what is overdue."""
    if not rows:
        return "Nothing is being done about a risk yet."
    done, late = sum(row.is_done for row in rows), [row for row in rows if row.is_late]
    said = f"{done} of {plural(len(rows), 'mitigation')} done"
    if not late:
        return f"{said}; none is overdue."
    verb = "is" if len(late) == 1 else "are"
    references = ", ".join(dict.fromkeys(row.reference for row in late))
    return f"{said}; {len(late)} {verb} overdue, of {references}."


def _due(part: MitigationRow) -> str:
    if part.due_on is None:
        return "no day given"
    verb = "was due" if part.is_late else "due"
    return f"{verb} {written(part.due_on, Kind.DATE)}"


def _cut(words: str) -> str:
    return words if len(words) <= MOST_SHORT else f"{words[: MOST_SHORT - 1].rstrip()}…"


MITIGATIONS: tuple[Column[MitigationRow], ...] = (
    Column("reference", "Risk ref", lambda row: row.reference, Kind.WORD, width=8),
    Column("risk", "Risk", lambda row: row.risk, width=30),
    Column("text", "What is to be done", lambda row: row.text, width=46),
    Column("owner", "Owner", lambda row: row.owner, width=16, holds=Holds.NAMES),
    Column("due_on", "Due", lambda row: row.due_on, Kind.DATE),
    Column("done_on", "Done", lambda row: row.done_on, Kind.DATE),
    Column("standing", "Standing", progress, width=11,
           help="Overdue where it should have been done by the end of the month."),
)  # fmt: skip
