"""Next steps that are overdue, and partners nobody has met for long, as things to do."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pch_desktop.domain.partners_met import QUIET_MONTHS, Step
from pch_desktop.reports.partners_engagement import VIEW, in_turn, not_met, step
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural, written
from pch_desktop.store import partners

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


def engagement_findings(file: Reads, on: date) -> list[Finding]:
    """Return the steps that are overdue, and whom nobody has met, once the log is kept."""
    rows = file.read(partners.engagements, on)
    if not rows:
        return []
    found = [
        Finding("partners", f"{row.next_step}: due on {written(row.due_on, Kind.DATE)}",
                row.partner, Weight.LATE, "Follow up", row.id, VIEW, "due_on")
        for row in in_turn(rows, on)
        if step(row, on) is Step.OVERDUE
    ]  # fmt: skip
    met = file.read(partners.last_met, on)
    quiet = not_met(file.read(partners.roster), met, on, QUIET_MONTHS)
    if quiet:
        named = ", ".join(row.name for row, _ in quiet)
        title = f"{plural(len(quiet), 'partner')} not met for {QUIET_MONTHS} months"
        found.append(
            Finding("partners", title, named, Weight.NOTE, "Meet them", quiet[0][0].id, "List/List")
        )
    return found
