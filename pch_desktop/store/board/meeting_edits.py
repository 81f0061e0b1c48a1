"""Planning meetings: one, or a year of them in one step."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.board import MeetingStatus
from pch_desktop.domain.board_year import year_of_meetings
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.board import Meeting
from pch_desktop.models.partners_forums import Forum
from pch_desktop.store.board.texts import change
from pch_desktop.store.records import by_name, found, remove

MEETING_FIELDS: Mapping[str, str] = {
    "name": "the meeting's name",
    "held_on": "the day of the meeting",
    "forum": "the forum that meets",
    "starts_minute": "when it begins",
    "place": "where it is held",
    "chair": "who chairs it",
    "secretary": "who takes the minutes",
    "status": "how far it has come",
    "papers_due_on": "the day papers are due",
    "issued_on": "the day papers went out",
    "minutes_agreed_on": "the day the minutes were agreed",
    "themes": "what it is about",
    "note": "a note",
}


def add_meeting(
    session: Session, name: str, held_on: date, rest: Mapping[str, object] | None = None
) -> int:
    """Plan a meeting; return its id. Its chair is the forum's unless told."""
    _must_be_free(session, name, held_on, None)
    meeting = Meeting(held_on=held_on)
    change(session, meeting, "name", name, MEETING_FIELDS["name"])
    session.add(meeting)
    session.flush()
    for field, value in (rest or {}).items():
        set_meeting(session, meeting.id, field, value)
    return meeting.id


def set_meeting(session: Session, meeting_id: int, field: str, value: object) -> None:
    """Put a value into one of a meeting's ``MEETING_FIELDS``; its forum goes by name.

    Raises:
        Refusal: it would be another meeting's day, or papers would be due after it.
    """
    meeting = found(session, Meeting, meeting_id)
    if field == "forum":
        _meets(session, meeting, str(value or ""))
        return
    if field == "name" and value:
        _must_be_free(session, str(value), meeting.held_on, meeting_id)
    if field == "held_on" and isinstance(value, date):
        _must_be_free(session, meeting.name, value, meeting_id)
    change(session, meeting, field, value, MEETING_FIELDS[field])
    days = (meeting.papers_due_on, meeting.issued_on)
    if any(day is not None and day > meeting.held_on for day in days):
        raise Refusal("Papers are due and go out before the meeting. Enter an earlier day.")
    agreed = meeting.minutes_agreed_on
    if agreed is not None and agreed < meeting.held_on:
        raise Refusal("Minutes are agreed after the meeting. Enter a later day.")
    if field == "minutes_agreed_on" and agreed and meeting.status is MeetingStatus.HELD:
        meeting.status = MeetingStatus.MINUTED


def plan_year(session: Session, meeting_id: int, every_months: int, count: int) -> int:
    """Plan the meetings that follow one, on the same weekday; return how many were new.

    Days on which it meets already are passed over; all else is as with the first.

    Raises:
        Refusal: nothing of it is new, or it is no plan.
    """
    first = found(session, Meeting, meeting_id)
    query = select(Meeting.held_on).where(Meeting.forum_id == first.forum_id)
    taken = set(session.scalars(query.where(Meeting.name == first.name)))
    days = [day for day in year_of_meetings(first.held_on, every_months, count) if day not in taken]
    if not days:
        raise Refusal("All of these meetings are planned already. Choose more, or a later first.")
    same = ("name", "forum_id", "starts_minute", "place", "chair", "secretary")
    session.add_all(
        Meeting(held_on=day, **{field: getattr(first, field) for field in same}) for day in days
    )
    session.flush()
    return len(days)


def remove_meetings(session: Session, meeting_ids: Collection[int]) -> None:
    """Delete meetings with their agendas and papers; actions and decisions stay."""
    remove(session, Meeting, meeting_ids, "meetings")


def _meets(session: Session, meeting: Meeting, name: str) -> None:
    forum = by_name(session, Forum, "name", name, "forum") if name.strip() else None
    meeting.forum_id = forum.id if forum else None
    if forum is not None and meeting.chair is None:
        meeting.chair = forum.chair


def _must_be_free(session: Session, name: str, day: date, meeting_id: int | None) -> None:
    query = select(Meeting.id).where(Meeting.name == name.strip(), Meeting.held_on == day)
    taken = session.scalar(query)
    if taken is not None and taken != meeting_id:
        raise Refusal(f"{name.strip()} meets on that day already. Choose another day or name.")
