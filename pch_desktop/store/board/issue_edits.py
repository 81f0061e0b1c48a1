"""Changing issues for escalation."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy.orm import Session

from pch_desktop.domain.board_registers import Severity
from pch_desktop.models.board_registers import BoardIssue, Risk
from pch_desktop.models.partners_forums import Forum
from pch_desktop.store.board.issues import SETTLED
from pch_desktop.store.board.numbering import next_reference
from pch_desktop.store.records import change, found, key_named, remove

ISSUE_FIELDS: Mapping[str, str] = {
    "reference": "the issue's reference, such as I1",
    "title": "what has gone wrong or is stuck",
    "detail": "what is known of it",
    "severity": "how heavily it weighs",
    "status": "how far it has come",
    "raised_on": "the day it was raised",
    "owner": "who owns it",
    "forum": "the forum it is taken to",
    "asked": "what the forum is asked",
    "risk": "the risk it comes from",
    "due_on": "the day by which it is to be decided",
    "closed_on": "the day it was decided or closed",
}


def add_issue(session: Session, title: str, on: date, rest: Mapping[str, object]) -> int:
    """Add an issue raised on a day, with what is told of it; return its id."""
    reference = rest.get("reference") or next_reference(session, BoardIssue.reference, "I")
    issue = BoardIssue(severity=Severity.MODERATE, raised_on=on)
    change(session, issue, "title", title, ISSUE_FIELDS["title"])
    change(session, issue, "reference", reference, ISSUE_FIELDS["reference"])
    session.add(issue)
    session.flush()
    for field, value in rest.items():
        set_issue(session, issue.id, field, value, on)
    return issue.id


def set_issue(session: Session, issue_id: int, field: str, value: object, on: date) -> None:
    """Put a value into one of an issue's ``ISSUE_FIELDS``; one settled is settled that day.

    Raises:
        Refusal: there is no forum of that name, or no risk of that reference.
    """
    issue = found(session, BoardIssue, issue_id)
    if field == "forum":
        issue.forum_id = key_named(session, Forum, "name", value, "forum")
        return
    if field == "risk":
        issue.risk_id = key_named(session, Risk, "reference", value, "risk")
        return
    change(session, issue, field, value, ISSUE_FIELDS[field])
    if field == "status":
        issue.closed_on = (issue.closed_on or on) if value in SETTLED else None


def remove_issues(session: Session, issue_ids: Collection[int]) -> None:
    """Delete issues."""
    remove(session, BoardIssue, issue_ids, "issues")
