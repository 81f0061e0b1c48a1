"""Days lost to sickness, month by month and group by group: never of one person."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import StaffGroup
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Practice
from pch_desktop.models.workforce_flow import AbsenceMonth
from pch_desktop.store.records import by_name, remove

ENTERED = "Entered by hand"
PLACES = Decimal("0.0001")
MOST_DAYS = Decimal(1_000_000)
ABSENCE_FIELDS = {
    "days_lost": "the days lost to sickness",
    "days_available": "the days available",
    "source": "where the days were read",
}


@dataclass(frozen=True, slots=True, order=True)
class AbsenceGroup:
    """Whose days they are: a staff group, at one employer or practice or at all of them."""

    staff_group: StaffGroup
    employer: str = ""
    practice: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole staff group, wherever they work."""
        return not self.employer and not self.practice


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """The days of a group in a month; None where they are not known."""

    id: int
    month: Month
    group: AbsenceGroup
    days_available: Decimal | None
    """As told; None is worked out from the WTE in post."""
    days_lost: Decimal | None
    source: str | None


def absences(session: Session, first: Month, last: Month) -> list[AbsenceRow]:
    """Return the days of each group from one month to another, by month and group."""
    query = (
        select(AbsenceMonth, Partner.name, Practice.name)
        .outerjoin(Partner, AbsenceMonth.employer_id == Partner.id)
        .outerjoin(Practice, AbsenceMonth.practice_id == Practice.id)
        .where(AbsenceMonth.month >= first, AbsenceMonth.month <= last)
        .order_by(AbsenceMonth.month, AbsenceMonth.staff_group, Partner.name, Practice.name)
    )
    return [
        AbsenceRow(
            row.id,
            row.month,
            AbsenceGroup(row.staff_group, employer or "", practice or ""),
            row.days_available,
            row.days_lost,
            row.source,
        )
        for row, employer, practice in session.execute(query)
    ]


def enter_absence(
    session: Session, month: Month, group: AbsenceGroup, days: Mapping[str, object]
) -> None:
    """Put what is known of a group's month into its ``ABSENCE_FIELDS``."""
    for field in ("days_available", "days_lost", "source"):
        if field in days:
            set_absence(session, month, group, field, days[field])


def set_absence(
    session: Session, month: Month, group: AbsenceGroup, field: str, value: object
) -> None:
    """Put a value into one of the ``ABSENCE_FIELDS`` of a group's month.

    A month that was not there is begun; one with nothing left in it is taken away.

    Raises:
        Refusal: days below none, more lost than there are, or a staff group
            that is told both as a whole and by where they work.
    """
    row = _found(session, month, group)
    kept = _days(value) if field != "source" else value
    setattr(row, field, kept)
    if row.days_lost is not None and row.days_available is not None:
        _fits(row.days_lost, row.days_available)
    if row.days_lost is None and row.days_available is None:
        session.delete(row) if row.id else session.expunge(row)
        return
    row.source = row.source or ENTERED
    session.flush()


def remove_absences(session: Session, absence_ids: Collection[int]) -> None:
    """Delete the days of groups, as if they had not been told."""
    remove(session, AbsenceMonth, absence_ids, "months of sickness")


def _found(session: Session, month: Month, group: AbsenceGroup) -> AbsenceMonth:
    """Return a group's month, begun if it was not there."""
    made = AbsenceMonth(month=month, staff_group=group.staff_group)
    if group.employer:
        made.employer_id = by_name(session, Partner, "name", group.employer, "partner").id
    if group.practice:
        made.practice_id = by_name(session, Practice, "name", group.practice, "practice").id
    query = select(AbsenceMonth).where(
        AbsenceMonth.month == month, AbsenceMonth.staff_group == group.staff_group
    )
    of_group = session.scalars(query).all()
    for row in of_group:
        if (row.employer_id, row.practice_id) == (made.employer_id, made.practice_id):
            return row
    _once(month, group, of_group)
    session.add(made)
    return made


def _once(month: Month, group: AbsenceGroup, others: Collection[AbsenceMonth]) -> None:
    """Refuse days that would be counted twice: of a whole group, and of a part of it."""
    name = f"{group.staff_group.value} in {month.words}"
    parts = [row for row in others if row.employer_id or row.practice_id]
    if group.is_whole and parts:
        raise Refusal(f"The days of {name} are told by employer or practice. Enter them there.")
    if not group.is_whole and len(others) > len(parts):
        raise Refusal(f"The days of {name} are told for all of them together. Enter them there.")


def _days(value: object) -> Decimal | None:
    if value is None:
        return None
    days = Decimal(value) if isinstance(value, int | Decimal) else None
    if days is None or not 0 <= days <= MOST_DAYS:
        raise Refusal("Enter days of 0 or more, such as 12.5: each whole time lost is one a day.")
    return days.quantize(PLACES)


def _fits(lost: Decimal, available: Decimal) -> None:
    if lost > available:
        raise Refusal("No more days can be lost than there are. Enter fewer days lost, or more.")
