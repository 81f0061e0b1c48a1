"""What the board's cycle gives to its pack."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.reports.board_actions import actions_table
from pch_desktop.reports.board_agenda import agenda_table
from pch_desktop.reports.board_attendance import attendance_table
from pch_desktop.reports.board_decisions import decisions_table
from pch_desktop.reports.board_interests import declared_table, interests_table
from pch_desktop.reports.board_meetings import plan_table
from pch_desktop.reports.board_minutes import minutes_table
from pch_desktop.reports.board_papers import papers_table
from pch_desktop.reports.board_voice import voice_table
from pch_desktop.reports.table import Table

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


def cycle_tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the agenda and its papers, the last meeting, what was asked and decided, the plan."""
    return (
        agenda_table(file, month),
        papers_table(file, month),
        attendance_table(file, month),
        interests_table(file, month),
        declared_table(file, month),
        minutes_table(file, month),
        actions_table(file, month),
        decisions_table(file, month),
        voice_table(file, month),
        plan_table(file, month),
    )
