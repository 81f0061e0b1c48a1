"""Who was at a meeting and in what way, each for a partner where that is known."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.board import Presence
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.board import Attendance, Meeting
from pch_desktop.models.partners import Partner
from pch_desktop.store.board.texts import change
from pch_desktop.store.records import by_name, found, remove

ATTENDANCE_FIELDS: Mapping[str, str] = {
    "name": "who it is",
    "partner": "for which partner",
    "presence": "in what way they were part of it",
    "stands_for": "for whom a deputy came",
}


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """Somebody's part in a meeting."""

    id: int
    meeting_id: int
    name: str
    partner_id: int | None
    partner: str | None
    presence: Presence
    stands_for: str | None


def attendance(session: Session, meeting_id: int | None = None) -> list[AttendanceRow]:
    """Return who was part of a meeting, or of any, by partner and name."""
    query = (
        select(
            Attendance.id, Attendance.meeting_id, Attendance.name, Attendance.partner_id,
            Partner.name, Attendance.presence, Attendance.stands_for,
        )
        .outerjoin(Partner, Attendance.partner_id == Partner.id)
        .order_by(Partner.name.is_(None), Partner.name, Attendance.name)
    )  # fmt: skip
    if meeting_id is not None:
        query = query.where(Attendance.meeting_id == meeting_id)
    return [AttendanceRow(*row) for row in session.execute(query)]


def add_attendance(
    session: Session, meeting_id: int, name: str, rest: Mapping[str, object] | None = None
) -> int:
    """Write down somebody at a meeting, as present unless told; return the id."""
    found(session, Meeting, meeting_id)
    _must_be_new(session, meeting_id, name, None)
    part = Attendance(meeting_id=meeting_id, presence=Presence.PRESENT)
    change(session, part, "name", name, ATTENDANCE_FIELDS["name"])
    session.add(part)
    session.flush()
    for field, value in (rest or {}).items():
        set_attendance(session, part.id, field, value)
    return part.id


def set_attendance(session: Session, part_id: int, field: str, value: object) -> None:
    """Put a value into one of the ``ATTENDANCE_FIELDS``; the partner goes by name."""
    part = found(session, Attendance, part_id)
    if field == "partner":
        told = str(value or "").strip()
        part.partner_id = by_name(session, Partner, "name", told, "partner").id if told else None
        return
    if field == "name" and value:
        _must_be_new(session, part.meeting_id, str(value), part_id)
    change(session, part, field, value, ATTENDANCE_FIELDS[field])


def remove_attendance(session: Session, part_ids: Collection[int]) -> None:
    """Take people off a meeting's list."""
    remove(session, Attendance, part_ids, "lines")


def _must_be_new(session: Session, meeting_id: int, name: str, part_id: int | None) -> None:
    query = select(Attendance.id).where(
        Attendance.meeting_id == meeting_id, Attendance.name == name.strip()
    )
    key = session.scalar(query)
    if key is not None and key != part_id:
        raise Refusal(f"{name.strip()} is written down for this meeting already.")
