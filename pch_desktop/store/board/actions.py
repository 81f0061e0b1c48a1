"""The action log: who was asked to do what by when, and what was told of it since."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.board import DONE, ActionStatus
from pch_desktop.domain.board_front import Due, standing
from pch_desktop.models.board import ActionUpdate, AgendaLine, BoardAction, Meeting
from pch_desktop.models.partners import Partner


@dataclass(frozen=True, slots=True)
class UpdateRow:
    """What was told of an action on a day."""

    id: int
    action_id: int
    told_on: date
    text: str


@dataclass(frozen=True, slots=True)
class ActionRow:
    """Something somebody was asked to do."""

    id: int
    reference: str
    meeting_id: int | None
    held_on: date | None
    line: str | None
    text: str
    owner: str | None
    partner: str | None
    due_on: date | None
    status: ActionStatus
    closed_on: date | None
    is_confidential: bool
    """Whether it was asked for without the public."""
    updates: tuple[UpdateRow, ...]

    @property
    def is_done(self) -> bool:
        """Whether nobody waits for it any more."""
        return self.status in DONE

    @property
    def latest(self) -> str | None:
        """What was told of it last."""
        return self.updates[-1].text if self.updates else None

    def due(self, on: date) -> Due:
        """Return how it stands on a day; overdue is worked out, never kept."""
        return standing(self.status, self.due_on, on)


def actions(session: Session) -> list[ActionRow]:
    """Return every action, by its reference, with what was told of it in order."""
    told = _updates(session)
    query = (
        select(BoardAction, Meeting.held_on, AgendaLine, Partner.name)
        .outerjoin(Meeting, BoardAction.meeting_id == Meeting.id)
        .outerjoin(AgendaLine, BoardAction.agenda_line_id == AgendaLine.id)
        .outerjoin(Partner, BoardAction.partner_id == Partner.id)
        .order_by(BoardAction.reference)
    )
    return [
        ActionRow(
            row.id, row.reference, row.meeting_id, held_on,
            f"{line.reference or ''} {line.title}".strip() if line else None,
            row.text, row.owner, partner, row.due_on, row.status, row.closed_on,
            line.is_confidential if line else False, tuple(told[row.id]),
        )
        for row, held_on, line, partner in session.execute(query)
    ]  # fmt: skip


def _updates(session: Session) -> dict[int, list[UpdateRow]]:
    found: dict[int, list[UpdateRow]] = defaultdict(list)
    query = select(
        ActionUpdate.id, ActionUpdate.action_id, ActionUpdate.told_on, ActionUpdate.text
    ).order_by(ActionUpdate.told_on, ActionUpdate.id)
    for row in session.execute(query):
        found[row.action_id].append(UpdateRow(*row))
    return found
