"""Which services run under an agreement that binds all who take part, and which do not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import RUNNING, ServiceStatus
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Column, Kind, Table
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store import partners
from pch_desktop.store.partners import CoverRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

VIEW = "Who is covered"
COVERED, PART, NONE = "Covered", "In part", "Not covered"


def cover_word(row: CoverRow) -> str:
    """Return how a service is covered, in a word."""
    if row.is_covered:
        return COVERED
    return NONE if row.agreement is None else PART


def gap(row: CoverRow) -> str:
    """Return what is missing for a service to be covered; nothing where it is."""
    if row.agreement is None:
        return "No agreement in force names it"
    if row.lead is None:
        return "Nobody is named as its lead"
    return f"Not party to it: {', '.join(row.missing)}" if row.missing else ""


COVERS: tuple[Column[CoverRow], ...] = (
    Column("name", "Service", lambda row: row.name, width=28),
    Column("status", "Status", lambda row: shown(row.status.value), Kind.WORD,
           words=listed(ServiceStatus), width=8),
    Column("cover", "Cover", cover_word, Kind.WORD, words=(COVERED, PART, NONE), width=13,
           help="Covered: one agreement in force names it and binds its lead and all who "
           "deliver it."),
    Column("gap", "What is missing", gap, width=36),
    Column("agreement", "Agreement", lambda row: row.agreement, width=32,
           help="The agreement in force that names it and leaves the fewest partners out."),
    Column("ends_on", "Ends", lambda row: row.ends_on, Kind.DATE, width=12),
    Column("lead", "Lead", lambda row: row.lead, width=24),
    Column("delivering", "Delivering with it", lambda row: row.delivering, width=36),
)  # fmt: skip


def worst_first(rows: Sequence[CoverRow]) -> list[CoverRow]:
    """Return the services with what is not covered on top, each part by name."""
    order = (NONE, PART, COVERED)
    return sorted(rows, key=lambda row: (order.index(cover_word(row)), row.name))


def cover_finding(rows: Sequence[CoverRow]) -> str:
    """Return the sentence on how many services are covered."""
    if not rows:
        return "No service is live or on trial yet."
    whole = sum(row.is_covered for row in rows)
    none = sum(row.agreement is None for row in rows)
    rest = f"; no agreement names {none}" if none else ""
    verb = "is" if whole == 1 else "are"
    return f"{whole} of {plural(len(rows), 'service')} {verb} covered{rest}."


def cover_table(file: Reads, month: Month) -> Table[CoverRow]:
    """Return which services are covered, as at a month's end."""
    rows = worst_first(file.read(partners.covers, month.last))
    subtitle = f"As at {written(month.last, Kind.DATE)}. {cover_finding(rows)}"
    note = ("A service is covered where one agreement in force names it and its parties are its "
            "lead and all who deliver it.")  # fmt: skip
    return Table(VIEW, COVERS, rows, subtitle, notes=(note,))


def cover_findings(rows: Sequence[CoverRow]) -> list[Finding]:
    """Return the services that run without cover; where no agreement names any, once for all."""
    bare = [row for row in rows if not row.is_covered]
    if bare and all(row.agreement is None for row in rows):
        named = ", ".join(row.name for row in bare)
        title = f"No agreement names the services it covers; {len(bare)} run"
        return [Finding("partners", title, named, Weight.NOTE, "Tick them", None, VIEW)]
    return [
        Finding("partners", f"{row.name}: runs without an agreement that covers it", gap(row),
                Weight.LATE if row.agreement is None else Weight.NOTE, "Cover it",
                row.id, VIEW, "agreement")
        for row in bare
    ]  # fmt: skip


def uncovered(rows: Sequence[CoverRow], service_id: int) -> str:
    """Return what is said when a service goes live without cover; nothing where it has it."""
    row = next((row for row in rows if row.id == service_id), None)
    if row is None or row.is_covered or row.status not in RUNNING:
        return ""
    return f"{row.name} is {row.status.value} without cover. {gap(row)}."
