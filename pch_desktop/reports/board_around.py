"""Which meeting a month's pack is for, and which was the last before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pch_desktop.domain.board import MeetingStatus
from pch_desktop.domain.board_year import before, next_after
from pch_desktop.domain.period import Month
from pch_desktop.store.board import MeetingRow


@dataclass(frozen=True, slots=True)
class Around:
    """The meeting a month's pack is for, and the one before it."""

    meeting: MeetingRow | None
    last: MeetingRow | None


def around(rows: Sequence[MeetingRow], month: Month) -> Around:
    """Return a month's meetings: the next after its end, and the last before that."""
    by_id = {row.id: row for row in rows}
    told = [row.held for row in rows]
    found = next_after(told, month.last)
    if found is None:
        past = [row for row in rows if row.held_on <= month.last and is_standing(row)]
        boards = [row for row in past if row.is_board] or past
        return Around(None, boards[-1] if boards else None)
    earlier = before(told, found)
    return Around(by_id[found.id], by_id[earlier.id] if earlier else None)


def is_standing(row: MeetingRow) -> bool:
    """Return whether a meeting is, or was, to take place."""
    return row.status is not MeetingStatus.CANCELLED
