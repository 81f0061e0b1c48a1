"""What the board's registers give to the pack and to the list of things to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.board_risks import REVIEW_MONTHS, Band
from pch_desktop.domain.period import Month
from pch_desktop.reports.board_matrix import MATRIX, matrix
from pch_desktop.reports.board_mitigations import MITIGATIONS
from pch_desktop.reports.board_risk_words import finding
from pch_desktop.reports.board_risks import RISKS
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Kind, Table
from pch_desktop.reports.words import plural, written
from pch_desktop.store import board
from pch_desktop.store.board import MitigationRow, RiskRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

SECTION = "board"
RISKS_VIEW, MITIGATIONS_VIEW = "Risks/Risks", "Risks/Mitigations"
SCORES = (
    "Score: consequence times likelihood, 1 to 5 each (C and L). From {moderate} moderate, from "
    "{high} high, from {extreme} extreme."
)


def risks_table(file: Reads, month: Month) -> Table[RiskRow]:
    """Return the open risks as they stand at a month's end, the heaviest on top."""
    rows = [row for row in file.read(board.risks, month.last) if row.is_open]
    turned = file.read(board.bands)
    method = SCORES.format(moderate=turned.moderate, high=turned.high, extreme=turned.extreme)
    return Table("Risks", RISKS, rows, finding(rows), notes=(method,))


def register_tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the sheets of the registers behind the risks themselves."""
    rows = file.read(board.risks, month.last)
    square = matrix(rows) if any(row.is_open for row in rows) else []
    parts = file.read(board.mitigations, month.last)
    words = f"As at {written(month.last, Kind.DATE)}."
    return (
        Table("Risk matrix", MATRIX, square, "How many open risks, and which, by score."),
        Table("Mitigations", MITIGATIONS, parts, f"{words} What is not done stands on top."),
    )


def register_findings(file: Reads, month: Month) -> list[Finding]:
    """Return what the registers ask for, each leading to its record."""
    return [
        *risk_findings(file.read(board.risks, month.last)),
        *(_of_part(row) for row in file.read(board.mitigations, month.last) if row.is_late),
    ]


def risk_findings(rows: Sequence[RiskRow]) -> list[Finding]:
    """Return what the open risks ask for."""
    return [found for row in rows if row.is_open for found in _of_risk(row)]


def _of_risk(row: RiskRow) -> Iterator[Finding]:
    score = row.current.product
    if row.band is Band.EXTREME and not row.under_way:
        said = f"{row.reference} is extreme and nothing is being done about it"
        yield _risk(row, said, f"{row.title} scores {score}. Write down what is to bring it down.",
                    "Say what is done")  # fmt: skip
    if row.is_above_appetite:
        yield _risk(row, f"{row.reference} is above the board's appetite",
                    f"{row.title} scores {score}; the board will bear {row.appetite}.",
                    "Bring it down", "current_consequence")  # fmt: skip
    if row.is_review_late:
        yield _risk(row, f"{row.reference} was not looked at for {REVIEW_MONTHS} months",
                    f"{row.title}: review was due on {written(row.review_on, Kind.DATE)}.",
                    "Review it", "review_on")  # fmt: skip


def _risk(row: RiskRow, *said: str) -> Finding:
    """Return a finding on a risk: its title, detail and verb, and the column it is about."""
    title, detail, verb, *column = said
    return Finding(SECTION, title, detail, Weight.LATE, verb, row.id, RISKS_VIEW, *column)


def _of_part(row: MitigationRow) -> Finding:
    late = plural((row.on - row.due_on).days, "day") if row.due_on else ""
    title = f"{row.reference}: a mitigation is {late} overdue"
    return Finding(
        SECTION, title, row.text, Weight.LATE, "Follow up", row.id, MITIGATIONS_VIEW, "done_on"
    )
