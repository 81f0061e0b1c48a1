"""The register of records that pass between partners, and what is missing for them to pass."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Column, Kind, Table
from pch_desktop.reports.words import plural, written
from pch_desktop.store import partners
from pch_desktop.store.partners import FlowRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

VIEW = "Flows of records"


def flow_word(row: FlowRow) -> str:
    """Return how a flow stands: what is missing, or that it may pass."""
    if row.gap:
        return row.gap
    return "May pass" if row.is_personal else "Not personal"


FLOWS: tuple[Column[FlowRow], ...] = (
    Column("name", "What passes", lambda row: row.name, width=30),
    Column("from", "From", lambda row: row.from_partner, width=24),
    Column("to", "To", lambda row: row.to_partner, width=24),
    Column("is_personal", "About people", lambda row: row.is_personal, Kind.YES, width=9,
           help="Yes where somebody can be told from it. Nothing personal is kept in this file."),
    Column("standing", "Standing", flow_word, width=23,
           help="Personal records pass only under an agreement in force to which both are party."),
    Column("agreement", "Agreement", lambda row: row.agreement, width=28),
    Column("lawful_basis", "Lawful basis", lambda row: row.lawful_basis, width=24),
    Column("review_on", "Review", lambda row: row.review_on, Kind.DATE, width=12),
    Column("note", "Note", lambda row: row.note, width=26, prints=False),
)  # fmt: skip


def flows_finding(rows: Sequence[FlowRow]) -> str:
    """Return the sentence on what passes."""
    if not rows:
        return "No flow of records has been written down yet."
    personal = [row for row in rows if row.is_personal]
    bare = sum(bool(row.gap) for row in personal)
    about = f"{plural(len(rows), 'flow')}, {len(personal)} about people"
    return f"{about}; {bare} without an agreement that covers {'it' if bare == 1 else 'them'}."


def flows_table(file: Reads, month: Month) -> Table[FlowRow]:
    """Return the flows of records, as at a month's end."""
    rows = file.read(partners.record_flows, month.last)
    subtitle = f"As at {written(month.last, Kind.DATE)}. {flows_finding(rows)}"
    note = "Personal records may pass only under an agreement in force to which both are party."
    return Table(VIEW, FLOWS, rows, subtitle, notes=(note,))


def flow_findings(rows: Sequence[FlowRow], on: date) -> list[Finding]:
    """Return the personal records that pass without an agreement, and reviews that are due."""
    found = [
        Finding("partners", f"{row.name}: passes without an agreement in force", _sides(row),
                Weight.LATE, "Put right", row.id, VIEW, "agreement")
        for row in rows
        if row.gap
    ]  # fmt: skip
    found += [
        Finding("partners", f"Review of {row.name} was due on {written(row.review_on, Kind.DATE)}",
                _sides(row), Weight.NOTE, "Review", row.id, VIEW, "review_on")
        for row in rows
        if row.review_on is not None and row.review_on <= on
    ]  # fmt: skip
    return found


def _sides(row: FlowRow) -> str:
    sides = f"{row.from_partner or 'somebody'} to {row.to_partner or 'somebody'}"
    return f"{sides}: {row.gap.lower()}" if row.gap else sides
