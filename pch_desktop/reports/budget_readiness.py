"""How ready a locality is for each phase, set out for reading."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.domain.budget import Phase
from pch_desktop.reports.table import Column, Holds, Kind
from pch_desktop.reports.words import listed, shown
from pch_desktop.store.budget.readiness import ReadinessRow

READINESS: tuple[Column[ReadinessRow], ...] = (
    Column("words", "What must be in place", lambda row: row.words, width=60),
    Column("phase", "Before phase", lambda row: shown(row.phase.value), Kind.WORD,
           words=listed(Phase), width=11),
    Column("owner", "Owner", lambda row: row.owner, width=14, holds=Holds.NAMES),
    Column("done_on", "Done on", lambda row: row.done_on, Kind.DATE, width=12,
           help="Blank while it is open."),
    Column("evidence", "What shows it", lambda row: row.evidence, width=20),
)  # fmt: skip


def progress(rows: Sequence[ReadinessRow], phase: Phase) -> str:
    """Return how far a phase is prepared: 4 of 7 ready for Shared; nothing without steps."""
    of_phase = [row for row in rows if row.phase is phase]
    done = sum(row.is_done for row in of_phase)
    return f"{done} of {len(of_phase)} ready for {shown(phase.value)}" if of_phase else ""


def finding(rows: Sequence[ReadinessRow]) -> str:
    """Return how far every phase with steps is prepared, in a sentence."""
    said = [words for phase in Phase if (words := progress(rows, phase))]
    return f"{', '.join(said)}." if said else "No step has been written down yet."
