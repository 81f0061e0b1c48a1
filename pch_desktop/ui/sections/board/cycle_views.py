"""The views of the board's cycle, by the tab they stand in."""

from __future__ import annotations

from collections.abc import Mapping

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.page import Views
from pch_desktop.ui.sections.board.actions import ActionsView
from pch_desktop.ui.sections.board.agenda import AgendaView
from pch_desktop.ui.sections.board.at_hand import MeetingAtHand
from pch_desktop.ui.sections.board.attendance import AttendanceView
from pch_desktop.ui.sections.board.decisions import DecisionsView
from pch_desktop.ui.sections.board.interests import InterestsView
from pch_desktop.ui.sections.board.meetings import MeetingsView
from pch_desktop.ui.sections.board.minutes import MinutesView
from pch_desktop.ui.sections.board.papers import PapersView
from pch_desktop.ui.sections.board.voice import VoiceView


def cycle_views(desk: Desk) -> Mapping[str, Views]:
    """Return what makes each of these views, by its title, for each tab."""
    at = MeetingAtHand(desk)
    return {
        "Meetings": {
            "Meetings": lambda: MeetingsView(desk, at),
            "Agenda": lambda: AgendaView(desk, at),
            "Papers": lambda: PapersView(desk, at),
            "Attendance": lambda: AttendanceView(desk, at),
            "Interests": lambda: InterestsView(desk, at),
            "Minutes": lambda: MinutesView(desk, at),
        },
        "Actions": {
            "Actions": lambda: ActionsView(desk, at),
            "Decisions": lambda: DecisionsView(desk, at),
        },
        "Patient voice": {"Patient voice": lambda: VoiceView(desk)},
    }
