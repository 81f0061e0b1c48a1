"""Changes of service that add to a line's budget or take from it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import BudgetLine
from pch_desktop.models.budget_plan import BudgetAdjustment
from pch_desktop.models.budget_registers import MovedService
from pch_desktop.store.budget.years import open_line
from pch_desktop.store.records import change, found, remove

ADJUSTMENT_FIELDS: Mapping[str, str] = {
    "words": "what changes",
    "amount_pence": "the amount, below zero where the service goes",
    "starts_on": "the day it starts",
    "is_recurrent": "whether it recurs",
    "approved_on": "the day it was approved",
    "approver": "who approved it",
    "minute_reference": "where it is minuted",
}
"""What may be put into an adjustment, in the words of a sentence that asks for it."""


@dataclass(frozen=True, slots=True)
class AdjustmentRow:
    """A change of service and what it does to a line, once approved."""

    id: int
    line_id: int
    line: str
    words: str
    amount_pence: int
    starts_on: date | None
    is_recurrent: bool
    approved_on: date | None
    approver: str | None
    minute_reference: str | None
    moved_service: str | None
    """The service moved from hospital whose agreed saving it is; kept in its own register."""

    @property
    def counts(self) -> bool:
        """Whether it is part of the budget: only what was approved is."""
        return self.approved_on is not None


def adjustments(session: Session, version_id: int) -> list[AdjustmentRow]:
    """Return the changes of service of a version, line by line."""
    query = (
        select(
            BudgetAdjustment.id,
            BudgetLine.id,
            BudgetLine.name,
            BudgetAdjustment.words,
            BudgetAdjustment.amount_pence,
            BudgetAdjustment.starts_on,
            BudgetAdjustment.is_recurrent,
            BudgetAdjustment.approved_on,
            BudgetAdjustment.approver,
            BudgetAdjustment.minute_reference,
            MovedService.name,
        )
        .join(BudgetLine, BudgetAdjustment.line_id == BudgetLine.id)
        .outerjoin(MovedService, BudgetAdjustment.moved_service_id == MovedService.id)
        .where(BudgetLine.version_id == version_id)
        .order_by(BudgetLine.position, BudgetLine.id, BudgetAdjustment.id)
    )
    return [AdjustmentRow(*row) for row in session.execute(query)]


def add_adjustment(
    session: Session, line_id: int, words: str, pence: int, fields: Mapping[str, object]
) -> int:
    """Add a change of service to a line, with some of its ``ADJUSTMENT_FIELDS``; return its id."""
    line = open_line(session, line_id)
    adjustment = BudgetAdjustment(line_id=line.id, amount_pence=pence)
    change(session, adjustment, "words", words, ADJUSTMENT_FIELDS["words"])
    session.add(adjustment)
    session.flush()
    for field, value in fields.items():
        set_adjustment(session, adjustment.id, field, value)
    return adjustment.id


def set_adjustment(session: Session, adjustment_id: int, field: str, value: object) -> None:
    """Put a value into one of an adjustment's ``ADJUSTMENT_FIELDS``."""
    adjustment = _own(session, adjustment_id)
    change(session, adjustment, field, value, ADJUSTMENT_FIELDS[field])


def set_adjusted_line(session: Session, adjustment_id: int, line_id: int) -> None:
    """Say which line a change of service is of."""
    adjustment = _own(session, adjustment_id)
    adjustment.line_id = open_line(session, line_id).id


def remove_adjustments(session: Session, adjustment_ids: Collection[int]) -> None:
    """Delete changes of service."""
    for adjustment_id in adjustment_ids:
        _own(session, adjustment_id)
    remove(session, BudgetAdjustment, adjustment_ids, "changes of service")


def _own(session: Session, adjustment_id: int) -> BudgetAdjustment:
    """Return a change of service that is kept here.

    Raises:
        Refusal: its version is approved, or it comes from the register of moved services.
    """
    adjustment = found(session, BudgetAdjustment, adjustment_id)
    open_line(session, adjustment.line_id)
    if adjustment.moved_service_id is not None:
        raise Refusal(
            f"“{adjustment.words}” comes from the double-payment register. Change it there."
        )
    return adjustment
