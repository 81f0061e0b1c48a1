"""The decisions log: what was decided, under which rule, and when it is reviewed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.board_front import next_reference
from pch_desktop.domain.partners import DecisionRule
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.board import AgendaLine, Decision, Meeting
from pch_desktop.models.partners_forums import Vote
from pch_desktop.store.board.declaring import line_of
from pch_desktop.store.board.texts import change
from pch_desktop.store.records import by_name, found, remove

DECISION_FIELDS: Mapping[str, str] = {
    "text": "what was decided",
    "decided_on": "the day it was decided",
    "line": "the line of the agenda",
    "rule": "the rule it was decided under",
    "vote": "the vote that was taken",
    "votes": "how the votes fell",
    "conflicts": "how conflicts of interest were handled",
    "review_on": "the day it is reviewed",
}
MARK = "D"
"""What tells a decision's number from an action's: 2016-10/D04."""


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """Something a board decided."""

    id: int
    reference: str
    meeting_id: int | None
    line: str | None
    vote_id: int | None
    vote: str | None
    decided_on: date
    text: str
    rule: DecisionRule | None
    votes: str | None
    conflicts: str | None
    review_on: date | None
    is_confidential: bool


def decisions(session: Session) -> list[DecisionRow]:
    """Return every decision, the latest first."""
    query = (
        select(Decision, AgendaLine, Vote.question)
        .outerjoin(AgendaLine, Decision.agenda_line_id == AgendaLine.id)
        .outerjoin(Vote, Decision.vote_id == Vote.id)
        .order_by(Decision.decided_on.desc(), Decision.reference.desc())
    )
    return [
        DecisionRow(
            row.id, row.reference, row.meeting_id,
            f"{line.reference or ''} {line.title}".strip() if line else None,
            row.vote_id, question, row.decided_on, row.text, row.rule, row.votes, row.conflicts,
            row.review_on, line.is_confidential if line else False,
        )
        for row, line, question in session.execute(query)
    ]  # fmt: skip


def add_decision(
    session: Session,
    text: str,
    meeting_id: int | None,
    on: date,
    rest: Mapping[str, object] | None = None,
) -> int:
    """Write down a decision of a meeting, numbered by its month; return its id.

    ``on`` is the day it was decided, where it was decided at no meeting.
    """
    day = found(session, Meeting, meeting_id).held_on if meeting_id else on
    taken = session.scalars(select(Decision.reference))
    made = Decision(reference=next_reference(taken, day, MARK), meeting_id=meeting_id)
    made.decided_on = day
    change(session, made, "text", text, DECISION_FIELDS["text"])
    session.add(made)
    session.flush()
    for field, value in (rest or {}).items():
        set_decision(session, made.id, field, value)
    return made.id


def set_decision(session: Session, decision_id: int, field: str, value: object) -> None:
    """Put a value into one of the ``DECISION_FIELDS``; a linked vote brings its rule."""
    made = found(session, Decision, decision_id)
    told = str(value or "").strip()
    if field == "line":
        made.agenda_line_id = line_of(session, made.meeting_id, told)
    elif field == "vote":
        vote = by_name(session, Vote, "question", told, "vote") if told else None
        made.vote_id = vote.id if vote else None
        made.rule = vote.rule if vote else made.rule
    elif field == "votes" and told and made.vote_id is not None:
        raise Refusal("The linked vote says how the votes fell. Take the vote out first.")
    else:
        change(session, made, field, value, DECISION_FIELDS[field])
    if made.review_on is not None and made.review_on < made.decided_on:
        raise Refusal("A decision is reviewed after it was taken. Enter a later day.")


def remove_decisions(session: Session, decision_ids: Collection[int]) -> None:
    """Delete decisions; votes that were taken stay."""
    remove(session, Decision, decision_ids, "decisions")
