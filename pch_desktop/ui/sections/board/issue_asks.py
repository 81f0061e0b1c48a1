"""What a change of an issue for escalation is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from pch_desktop.domain.board_registers import IssueStatus, Severity
from pch_desktop.reports.table import Value
from pch_desktop.store import board
from pch_desktop.store.board import IssueRow
from pch_desktop.ui.asking import (
    Ask,
    Meaning,
    as_typed,
    changing,
    deletion,
    described,
    needed,
    word,
)
from pch_desktop.ui.change import Change

ISSUE: Mapping[str, tuple[str, str, Meaning]] = {
    "reference": ("reference", "reference", as_typed),
    "title": ("title", "title", as_typed),
    "detail": ("detail", "details", as_typed),
    "severity": ("severity", "severity", word(Severity)),
    "status": ("status", "status", word(IssueStatus)),
    "raised_on": ("raised_on", "day raised", as_typed),
    "owner": ("owner", "owner", as_typed),
    "forum": ("forum", "forum", as_typed),
    "asked": ("asked", "question", as_typed),
    "risk": ("risk", "risk", as_typed),
    "due_on": ("due_on", "day due", as_typed),
    "closed_on": ("closed_on", "day settled", as_typed),
}
"""By column: the field, what undo calls it, and how a value is meant."""


def of_issue(key: str) -> Ask:
    """Return the change of one of an issue's fields, at its row's day."""
    return changing(board.set_issue, lambda row: row.reference, more=lambda row: (row.on,))(
        *ISSUE[key]
    )


def adding_issue(on: date, values: Mapping[str, Value]) -> Change:
    """Return the new issue that was typed, raised on a day.

    Raises:
        Refusal: what has gone wrong is not told yet.
    """
    title = needed(values, "title", "Enter first what has gone wrong or is stuck.")
    rest = described(values, ISSUE, "title")
    return Change(f"Add issue {title}", board.add_issue, (title, on, rest), title)


def removing_issues(rows: Sequence[IssueRow]) -> Change:
    """Return the deletion of issues."""
    return deletion(rows, rows[0].reference, "issue", board.remove_issues)
