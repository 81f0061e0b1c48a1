"""Writing down all members of the forum that meets, in one step."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.board import Presence
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.board import Meeting
from pch_desktop.models.partners import Partner
from pch_desktop.models.partners_forums import ForumMember
from pch_desktop.store.board.attending import add_attendance, attendance
from pch_desktop.store.records import found


def all_members(session: Session, meeting_id: int) -> int:
    """Write down the members of a meeting's forum as present; return how many were new.

    Members without a vote attend. One whose partner is written down already stays so.

    Raises:
        Refusal: it is no forum's, or all are written down already.
    """
    meeting = found(session, Meeting, meeting_id)
    if meeting.forum_id is None:
        raise Refusal("Say first which forum meets, among the meetings.")
    written = attendance(session, meeting_id)
    taken, names = {row.partner_id for row in written}, {row.name for row in written}
    query = select(ForumMember, Partner.name).join(Partner, ForumMember.partner_id == Partner.id)
    query = query.where(ForumMember.forum_id == meeting.forum_id).order_by(Partner.name)
    count = 0
    for seat, partner in session.execute(query).all():
        if seat.partner_id in taken:
            continue
        name = seat.name if seat.name and seat.name not in names else partner
        presence = Presence.ATTENDING if seat.votes == 0 else Presence.PRESENT
        add_attendance(session, meeting_id, name, {"partner": partner, "presence": presence})
        names.add(name)
        count += 1
    if not count:
        raise Refusal("All members of the forum are written down already.")
    return count
