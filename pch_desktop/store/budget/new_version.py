"""Making the next version of an approved budget, and leaving the old one as it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import VersionStatus
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models import Base
from pch_desktop.models.budget import BaselinePart, BudgetLine, BudgetMonth, BudgetVersion
from pch_desktop.models.budget_plan import (
    BudgetAdjustment,
    BudgetMonthShare,
    LineRate,
    Virement,
)
from pch_desktop.store.budget.versions import write_down
from pch_desktop.store.budget.years import current_version
from pch_desktop.store.records import cleaned

PARTS: tuple[type[Base], ...] = (
    BaselinePart,
    BudgetMonth,
    BudgetMonthShare,
    LineRate,
    BudgetAdjustment,
)
"""What belongs to a line's budget and is kept with its old version."""
OWN_DAYS: Mapping[str, object] = {"submitted_on": None, "approved_on": None}
Record = TypeVar("Record", bound=Base)


def new_version(session: Session, year: FinancialYear, words: str | None = None) -> int:
    """Begin the next version of an approved budget as a draft; return its id.

    The lines at hand go over to it, and with them their actuals, risks, registers and
    virements; the version before keeps copies of all that its figures are made of.

    Args:
        session: the open edit.
        year: whose budget.
        words: what the version is made for.

    Raises:
        Refusal: the newest version is not approved, and so can be changed itself.
    """
    old = current_version(session, year)
    if old is None or old.status is not VersionStatus.APPROVED:
        raise Refusal(_still_open(old, year))
    write_down(session, old)
    made = copied(old, number=old.number + 1, status=VersionStatus.DRAFT, **OWN_DAYS)
    made.words, made.minute_reference = cleaned(words or ""), None
    session.add(made)
    session.flush()
    for kind in (BudgetLine, Virement):
        of_old = update(kind).where(kind.version_id == old.id)
        session.execute(of_old.values(version_id=made.id))
    session.expire_all()
    _leave_copies(session, made.id, old.id)
    return made.id


def copied(record: Record, **changes: object) -> Record:
    """Return a new record like another but for its key and these columns."""
    kept = {
        column.name: getattr(record, column.name)
        for column in type(record).__table__.columns
        if column.name != "id"
    }
    return type(record)(**{**kept, **changes})


def copy_parts(
    session: Session, kind: type[Base], to: Mapping[int, int], **changes: object
) -> None:
    """Add copies of all of a kind that belongs to lines, under the lines they are copied to."""
    table: Any = kind
    query = select(table).where(table.line_id.in_(to)).order_by(table.id)
    for part in session.scalars(query).all():
        session.add(copied(part, line_id=to[part.line_id], **changes))


def _leave_copies(session: Session, live_id: int, kept_id: int) -> None:
    """Put copies of a version's lines under another, with all their budgets are made of."""
    to: dict[int, int] = {}
    of_live = select(BudgetLine).where(BudgetLine.version_id == live_id)
    for line in session.scalars(of_live.order_by(BudgetLine.id)).all():
        kept = copied(line, version_id=kept_id)
        session.add(kept)
        session.flush()
        to[line.id] = kept.id
    for kind in PARTS:
        # A service that leaves its register later would take the old budget's change along.
        alone = {"moved_service_id": None} if kind is BudgetAdjustment else {}
        copy_parts(session, kind, to, **alone)
    moved = select(Virement).where(Virement.version_id == live_id).order_by(Virement.number)
    for virement in session.scalars(moved).all():
        ends = {
            "from_line_id": to[virement.from_line_id],
            "to_line_id": to[virement.to_line_id],
        }
        session.add(copied(virement, version_id=kept_id, **ends))
    session.flush()


def _still_open(version: BudgetVersion | None, year: FinancialYear) -> str:
    if version is None:
        return f"There is no budget of {year} yet. Add its lines first."
    return (
        f"Version {version.number} is {version.status.value}, so it can still be changed. "
        "A new version is made of an approved one."
    )
