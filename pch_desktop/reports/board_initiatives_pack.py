"""What initiatives and issues give to the pack and to the list of things to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.board_registers import Confidence
from pch_desktop.domain.period import Month
from pch_desktop.reports import board_initiatives, board_issues, board_milestones
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Kind, Table
from pch_desktop.reports.words import plural, written
from pch_desktop.store import board
from pch_desktop.store.board import InitiativeRow, IssueRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

SECTION = "board"
INITIATIVES_VIEW, MILESTONES_VIEW = "Initiatives/Initiatives", "Initiatives/Milestones"
ISSUES_VIEW = "Risks/Issues"
MONEY = "£. What is spent is as its lead told it; the ledger of the budget is in Finance."
WAY = "Way to target: latest less baseline, of target less baseline; above 100% is past it."


def initiative_tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the initiatives, their milestones and measures, and the issues for escalation."""
    rows = file.read(board.initiatives, month.last)
    stones = file.read(board.milestones, month.last)
    told = file.read(board.measures)
    stuck = [row for row in file.read(board.issues, month.last) if _is_shown(row, month)]
    return (
        Table("Initiatives", board_initiatives.INITIATIVES, rows, board_initiatives.finding(rows),
              notes=(MONEY,)),
        Table("Milestones", board_milestones.MILESTONES, stones, board_milestones.finding(stones)),
        Table("Initiative measures", board_milestones.MEASURES, told,
              board_milestones.measured(told), notes=(WAY,)),
        Table("Issues", board_issues.ISSUES, stuck, board_issues.finding(stuck)),
    )  # fmt: skip


def initiative_findings(file: Reads, month: Month) -> list[Finding]:
    """Return what initiatives and issues ask for, each leading to its record."""
    return [
        *(one for row in file.read(board.initiatives, month.last) for one in _of(row)),
        *(_late(row) for row in file.read(board.issues, month.last) if row.is_late),
    ]


def _is_shown(row: IssueRow, month: Month) -> bool:
    """Return whether an issue stands in the pack: open, or settled in the month itself."""
    is_new = row.closed_on is not None and Month.of(row.closed_on) == month
    return not row.is_settled or is_new


def _of(row: InitiativeRow) -> Iterator[Finding]:
    if not row.is_running:
        return
    for stone in row.late:
        late = plural((stone.on - stone.days.planned).days, "day") if stone.days.planned else ""
        yield Finding(SECTION, f"{row.name}: {stone.name} is {late} overdue",
                      f"It was due on {written(stone.days.planned, Kind.DATE)}.",
                      Weight.LATE, "Move the day", stone.id, MILESTONES_VIEW)  # fmt: skip
    if row.left_pence is not None and row.left_pence < 0:
        over = written(-row.left_pence, Kind.MONEY)
        yield Finding(SECTION, f"{row.name}: {over} spent beyond its cost",
                      f"{written(row.spent_pence, Kind.MONEY)} of "
                      f"{written(row.cost_pence, Kind.MONEY)} is spent.",
                      Weight.MONEY, "See the money", row.id, INITIATIVES_VIEW)  # fmt: skip
    if row.confidence is Confidence.RED and not row.progress:
        yield Finding(SECTION, f"{row.name} is Red and nobody says why",
                      "Write down how it goes.", Weight.LATE, "Say why", row.id,
                      INITIATIVES_VIEW)  # fmt: skip


def _late(row: IssueRow) -> Finding:
    due = written(row.due_on, Kind.DATE)
    title = f"{row.reference}: a decision was due on {due}"
    asked = f" {row.forum or 'Nobody yet'} is asked: {row.asked}." if row.asked else ""
    return Finding(SECTION, title, f"{row.title}.{asked}", Weight.LATE, "Open the issue", row.id,
                   ISSUES_VIEW)  # fmt: skip
