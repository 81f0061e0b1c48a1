"""How far the locality has come, domain by domain; a table and a line each, no total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pch_desktop.domain.partners import MaturityDomain
from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.words import listed, shown
from pch_desktop.store.partners import MaturityRow

if TYPE_CHECKING:
    pass

VIEW = "Maturity"
HIGHEST = 3
STEPS = ("0 Foundation", "1", "2", "3")
"""What a score may be, as it is offered."""
NOTE = (
    "Domains and scores after the network maturity matrix, 0 foundation to 3. They are never "
    "added up: the matrix is no vehicle of assurance."
)


SCORES: tuple[Column[MaturityRow], ...] = (
    Column("domain", "Domain", lambda row: shown(row.domain.value), Kind.WORD,
           words=listed(MaturityDomain), width=40),
    Column("scored_on", "Scored on", lambda row: row.scored_on, Kind.DATE, width=13),
    Column("score", "Score", lambda row: row.score, Kind.COUNT, width=8,
           help="0 foundation, 1, 2 or 3."),
    Column("evidence", "What shows it", lambda row: row.evidence, width=60),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DomainRow:
    """A domain: its latest score, the one before, and the way between."""

    id: int
    domain: MaturityDomain
    scores: tuple[MaturityRow, ...]

    @property
    def latest(self) -> MaturityRow | None:
        """The last score there is."""
        return self.scores[-1] if self.scores else None

    @property
    def before(self) -> MaturityRow | None:
        """The score before it."""
        return self.scores[-2] if len(self.scores) > 1 else None

    @property
    def way(self) -> str | None:
        """Whether it went up, down or stayed, with its shape."""
        if self.latest is None or self.before is None:
            return None
        change = self.latest.score - self.before.score
        if not change:
            return "▬ As before"
        return f"● Up by {change}" if change > 0 else f"◆ Down by {-change}"


def _on(row: MaturityRow | None) -> date | None:
    return row.scored_on if row else None


DOMAINS: tuple[Column[DomainRow], ...] = (
    Column("domain", "Domain", lambda row: shown(row.domain.value), width=42),
    Column("latest", "Score", lambda row: row.latest.score if row.latest else None, Kind.COUNT,
           width=8, help="0 foundation to 3; a blank has not been scored."),
    Column("on", "Scored on", lambda row: _on(row.latest), Kind.DATE, width=13),
    Column("before", "Before", lambda row: row.before.score if row.before else None, Kind.COUNT,
           width=8),
    Column("before_on", "On", lambda row: _on(row.before), Kind.DATE, width=13),
    Column("way", "Since then", lambda row: row.way, width=14),
    Column("evidence", "What shows it", lambda row: row.latest.evidence if row.latest else None,
           width=54),
)  # fmt: skip


def domains(rows: Sequence[MaturityRow]) -> list[DomainRow]:
    """Return the five domains with their scores in order, those not scored too."""
    return [
        DomainRow(at, domain, tuple(row for row in rows if row.domain is domain))
        for at, domain in enumerate(MaturityDomain, start=1)
    ]
