"""Who is in charge: who answers for what, where it is decided, under which rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Column, Holds, Kind, Table
from pch_desktop.reports.words import plural, shown
from pch_desktop.store import partners
from pch_desktop.store.partners import ChargeRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

VIEW = "Who is in charge"
NOBODY, NAMED, WHOLE = "◆ Nobody yet", "▲ Not said where", "● Answered"
MOST = 5
"""How many subjects a sentence names."""


def stands(row: ChargeRow) -> str:
    """Return whether somebody answers for a subject and where it is decided."""
    if not row.is_answered:
        return NOBODY
    return WHOLE if row.is_decided else NAMED


CHARGES: tuple[Column[ChargeRow], ...] = (
    Column("subject", "Subject", lambda row: row.subject, width=32),
    Column("stands", "Answer", stands, width=19,
           help="Answered where a partner, or somebody by name or office, answers for it and it "
                "is said where it is decided."),
    Column("partner", "Who answers", lambda row: row.partner, Kind.WORD, width=24),
    Column("name", "By name or office", lambda row: row.name, width=22, prints=False,
           holds=Holds.NAMES),
    Column("forum", "Decided at", lambda row: row.forum, Kind.WORD, width=22),
    Column("rule", "Under which rule", lambda row: shown(row.rule.value) if row.rule else None,
           width=24, help="The rule of the forum where it is decided."),
    Column("note", "Note", lambda row: row.note, width=26),
)  # fmt: skip


def nobody(rows: Sequence[ChargeRow]) -> list[str]:
    """Return the subjects nobody answers for, in their order."""
    return [row.subject for row in rows if not row.is_answered]


def finding(rows: Sequence[ChargeRow]) -> str:
    """Return the sentence on what is answered for, and what by nobody yet."""
    if not rows:
        return "Nothing has been written down yet of who answers for what."
    without = nobody(rows)
    said = f"{plural(len(rows) - len(without), 'subject')} of {len(rows)} answered for"
    if not without:
        return f"{said}: nothing is left to nobody."
    named = ", ".join(without[:MOST])
    more = f" and {len(without) - MOST} more" if len(without) > MOST else ""
    return f"{said}. Nobody yet answers for: {named}{more}."


def charges_table(file: Reads, _month: Month, *, with_names: bool = False) -> Table[ChargeRow]:
    """Return who answers for what, as it is now; by name only where that is asked for."""
    rows = file.read(partners.charges)
    columns = tuple(replace(column, prints=column.prints or with_names) for column in CHARGES)
    return Table(VIEW, columns, rows, finding(rows))


def charge_findings(file: Reads, _month: Month) -> list[Finding]:
    """Return what nobody answers for yet, as one thing to do."""
    rows = file.read(partners.charges)
    without = [row for row in rows if not row.is_answered]
    if not without:
        return []
    title = f"Nobody answers for {plural(len(without), 'subject')} yet"
    detail = ", ".join(row.subject for row in without)
    return [Finding("partners", title, detail, Weight.LATE, "Name", without[0].id, VIEW, "partner")]
