"""How far the locality has come, in sentences and as the pack has it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.reports.partners_maturity import DOMAINS, NOTE, VIEW, DomainRow, domains
from pch_desktop.reports.table import Kind, Table
from pch_desktop.reports.words import shown, written
from pch_desktop.store import partners
from pch_desktop.store.partners import MaturityRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


def finding(rows: Sequence[MaturityRow]) -> str:
    """Return the sentence on which domains went up, which down, and which are not scored."""
    if not rows:
        return "No domain has been scored yet"
    found = domains(rows)
    parts = [(_named(found, "●"), "up"), (_named(found, "◆"), "down")]
    said = [f"{words} went {way}" for words, way in parts if words]
    without = ", ".join(row.domain.value for row in found if row.latest is None)
    said += [f"not scored yet: {without}"] if without else []
    return shown("; ".join(said) or "No domain has moved since it was last scored")


def alt_text(rows: Sequence[MaturityRow]) -> str:
    """Return the lines in words: each domain with its scores and days."""
    words = "; ".join(
        f"{row.domain.value} "
        + ", ".join(f"{one.score} on {written(one.scored_on, Kind.DATE)}" for one in row.scores)
        for row in domains(rows)
        if row.scores
    )
    return f"A line for each domain of maturity, from 0 to 3. {finding(rows)}. {words}."[:400]


def maturity_table(file: Reads, month: Month) -> Table[DomainRow]:
    """Return the domains as last scored by a month's end; no row where nothing is scored."""
    rows = file.read(partners.maturity, month.last)
    made = domains(rows) if rows else []
    return Table(VIEW, DOMAINS, made, f"{finding(rows)}.", notes=(NOTE,))


def _named(rows: Sequence[DomainRow], shape: str) -> str:
    return " and ".join(row.domain.value for row in rows if (row.way or "").startswith(shape))
