"""Writing actions down, telling of them, closing them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.board import DONE, ActionStatus
from pch_desktop.domain.board_front import next_reference
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.board import ActionUpdate, BoardAction, Meeting
from pch_desktop.models.partners import Partner
from pch_desktop.store.board.declaring import line_of
from pch_desktop.store.board.texts import change
from pch_desktop.store.records import by_name, found, remove

ACTION_FIELDS: Mapping[str, str] = {
    "text": "what is to be done",
    "owner": "who is to do it",
    "partner": "for which partner",
    "line": "the line of the agenda",
    "due_on": "the day it is due",
    "status": "how far it has come",
    "closed_on": "the day it was closed",
}


def add_action(
    session: Session,
    text: str,
    meeting_id: int | None,
    on: date,
    rest: Mapping[str, object] | None = None,
) -> int:
    """Write down an action of a meeting, numbered by the meeting's month; return its id.

    Args:
        session: the open edit.
        text: what is to be done.
        meeting_id: the meeting it came from, where it came from one.
        on: the day whose month numbers it, where it came from no meeting.
        rest: what else is told of it.
    """
    day = found(session, Meeting, meeting_id).held_on if meeting_id else on
    taken = session.scalars(select(BoardAction.reference))
    action = BoardAction(reference=next_reference(taken, day), meeting_id=meeting_id)
    change(session, action, "text", text, ACTION_FIELDS["text"])
    session.add(action)
    session.flush()
    for field, value in (rest or {}).items():
        set_action(session, action.id, field, value)
    return action.id


def set_action(session: Session, action_id: int, field: str, value: object) -> None:
    """Put a value into one of an action's ``ACTION_FIELDS``; line and partner go by name.

    One that is opened again is closed on no day; one with a day it was closed on is complete.
    """
    action = found(session, BoardAction, action_id)
    if field == "partner":
        told = str(value or "").strip()
        action.partner_id = by_name(session, Partner, "name", told, "partner").id if told else None
        return
    if field == "line":
        action.agenda_line_id = line_of(session, action.meeting_id, str(value or ""))
        return
    change(session, action, field, value, ACTION_FIELDS[field])
    if field == "status" and action.status not in DONE:
        action.closed_on = None
    if field == "closed_on" and value and action.status not in DONE:
        action.status = ActionStatus.COMPLETE


def close_actions(session: Session, action_ids: Collection[int], on: date) -> None:
    """Say that actions were completed on a day."""
    for action_id in action_ids:
        set_action(session, action_id, "closed_on", on)


def add_update(session: Session, action_id: int, on: date, text: str) -> int:
    """Write down what was told of an action on a day; an open one is then in progress."""
    action = found(session, BoardAction, action_id)
    told = ActionUpdate(action_id=action_id, told_on=on)
    change(session, told, "text", text, "what was told of it")
    session.add(told)
    session.flush()
    if action.status is ActionStatus.OPEN:
        action.status = ActionStatus.IN_PROGRESS
    return told.id


def set_update(session: Session, update_id: int, field: str, value: object) -> None:
    """Put a value into what was told of an action: its ``told_on`` or ``text``."""
    if field not in {"told_on", "text"}:
        raise Refusal("Only the day and the words of an update can be changed.")
    change(session, found(session, ActionUpdate, update_id), field, value, "what was told of it")


def remove_updates(session: Session, update_ids: Collection[int]) -> None:
    """Delete what was told of actions."""
    remove(session, ActionUpdate, update_ids, "updates")


def remove_actions(session: Session, action_ids: Collection[int]) -> None:
    """Delete actions with what was told of them."""
    remove(session, BoardAction, action_ids, "actions")
