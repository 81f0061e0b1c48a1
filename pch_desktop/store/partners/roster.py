"""The partners in short: who they are and whether they are still with us."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import PartnerStatus
from pch_desktop.domain.partners_alike import Called
from pch_desktop.models.partners import Partner


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A partner in short."""

    id: int
    name: str
    short_name: str | None
    ods_code: str | None
    status: PartnerStatus
    left_on: date | None

    @property
    def called(self) -> Called:
        """What it is called, to be compared with others."""
        return Called(self.id, self.name, self.short_name, self.ods_code)

    def is_here(self, on: date) -> bool:
        """Return whether it has not left by a day."""
        is_gone = self.left_on is not None and self.left_on <= on
        return self.status is not PartnerStatus.EXITED and not is_gone


def roster(session: Session) -> list[RosterRow]:
    """Return the partners in short, by name."""
    query = select(
        Partner.id,
        Partner.name,
        Partner.short_name,
        Partner.ods_code,
        Partner.status,
        Partner.left_on,
    )
    return [RosterRow(*row) for row in session.execute(query.order_by(Partner.name))]
