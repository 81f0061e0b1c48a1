"""Staff of practices as national figures count them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.workforce_counts import patients_per_wte
from pch_desktop.models.population import Practice
from pch_desktop.models.workforce_teams import PracticeStaff


@dataclass(frozen=True, slots=True)
class PracticeStaffRow:
    """A staff group of a practice on a day of a national count; None is not known."""

    id: int
    practice_code: str
    practice: str
    counted_on: date
    staff_group: str
    role: str
    wte: Decimal | None
    heads: int | None
    patients: int | None
    source: str | None

    @property
    def patients_per_wte(self) -> Decimal | None:
        """Registered people for each WTE, both as the same figures give them."""
        return patients_per_wte(self.patients, self.wte)


def practice_staff(session: Session) -> list[PracticeStaffRow]:
    """Return the counts of practices, newest first, by practice, group and role."""
    query = (
        select(PracticeStaff, Practice.name)
        .outerjoin(Practice, Practice.code == PracticeStaff.practice_code)
        .order_by(
            PracticeStaff.counted_on.desc(),
            PracticeStaff.practice_code,
            PracticeStaff.staff_group,
            PracticeStaff.role,
        )
    )
    return [
        PracticeStaffRow(
            row.id,
            row.practice_code,
            name or row.practice_code,
            row.counted_on,
            row.staff_group,
            row.role,
            row.wte,
            row.heads,
            row.patients,
            row.source,
        )
        for row, name in session.execute(query)
    ]


def practice_codes(session: Session) -> dict[int, str]:
    """Return the codes of the practices by their numbers."""
    return {one.id: one.code for one in session.scalars(select(Practice))}
