"""What the figures rest on: files brought in, and what is missing, late or provisional."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pch_desktop import discovery, reports
from pch_desktop.domain.period import Month
from pch_desktop.reports.statement import Finding, Statement, Weight, no_findings
from pch_desktop.reports.table import Column, Table
from pch_desktop.store import locality
from pch_desktop.store.locality import BatchRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

MOST = 5
"""How many things a board can attend to on one page."""
STATES = {
    Weight.BLOCKS: "To do before the board",
    Weight.MONEY: "Money",
    Weight.LATE: "Late or ending",
    Weight.NOTE: "Note",
}


@dataclass(frozen=True, slots=True)
class QualityRow:
    """One thing to know of the figures."""

    id: int
    section: str
    state: str
    what: str
    detail: str


QUALITY: tuple[Column[QualityRow], ...] = (
    Column("section", "Where", lambda row: row.section, width=16),
    Column("state", "State", lambda row: row.state, width=22),
    Column("what", "What", lambda row: row.what, width=54),
    Column("detail", "Note", lambda row: row.detail, width=78),
)


def statements() -> dict[str, Statement]:
    """Return every section's part of the board pack, by section, in order."""
    found = discovery.gather(reports, Statement)
    return {name.rpartition(".")[2]: statement for name, statement in found.items()}


def checked() -> frozenset[str]:
    """Return the sections whose records are checked each month."""
    found = statements().items()
    return frozenset(name for name, statement in found if statement.findings is not no_findings)


def findings(file: Reads, month: Month) -> list[Finding]:
    """Return what every section has to say, the heaviest first."""
    found = [
        finding
        for statement in statements().values()
        for finding in statement.findings(file, month)
    ]
    return sorted(found, key=lambda finding: -finding.weight)


def pressing(found: Sequence[Finding]) -> list[Finding]:
    """Return those findings that ask for something to be done, notes left out."""
    return [finding for finding in found if finding.weight > Weight.NOTE]


def attention(file: Reads, month: Month) -> tuple[str, ...]:
    """Return the few things the board should see first, a sentence each."""
    heavy = pressing(findings(file, month))
    return tuple(f"{finding.title}. {finding.detail}".strip() for finding in heavy[:MOST])


def quality(file: Reads, month: Month) -> Table[QualityRow]:
    """Return what must be known of a month's figures before they are trusted."""
    titles = {name: statement.title for name, statement in statements().items()}
    told = [
        (titles[finding.section], STATES[finding.weight], finding.title, finding.detail)
        for finding in findings(file, month)
    ]
    told += [_batch(batch) for batch in file.read(locality.batches)]
    rows = [QualityRow(number, *words) for number, words in enumerate(told, start=1)]
    return Table("Data quality", QUALITY, rows, "What is late, missing or provisional, and the "
                 "files brought in.")  # fmt: skip


def _batch(batch: BatchRow) -> tuple[str, str, str, str]:
    of_year = f" for {batch.year}" if batch.year else ""
    counts = f"{batch.rows_read:,} rows read, {batch.rows_kept:,} kept, "
    counts += f"{batch.rows_refused:,} not used."
    return ("Files", "Brought in", f"{batch.file_name}{of_year}", f"{counts} {batch.note or ''}")
