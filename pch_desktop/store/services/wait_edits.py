"""Changing waits: each person's days of a month, or people in the national bands."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import WaitKind
from pch_desktop.domain.services_waits import NATIONAL, Spell
from pch_desktop.domain.services_waits_typed import spells_of
from pch_desktop.models.services import Service
from pch_desktop.models.services_waits import WaitCount
from pch_desktop.store.budget.closing import must_be_open
from pch_desktop.store.records import found

UNTIL = dict(NATIONAL)


def set_wait_days(session: Session, service_id: int, month: Month, days: Sequence[int]) -> None:
    """Put in each person's days of a month, in the place of all that was told of its waits.

    Raises:
        Refusal: a wait is negative, or the month is closed.
    """
    must_be_open(session, month)
    found(session, Service, service_id)
    if any(day < 0 for day in days):
        raise Refusal("A wait cannot be negative. Enter 0 or more days from referral to contact.")
    session.execute(delete(WaitCount).where(*_of(service_id, month)))
    for each in spells_of(days):
        session.add(_count(service_id, month, WaitKind.DAYS, each))
    session.flush()


def set_wait_band(
    session: Session, service_id: int, month: Month, from_days: int, count: object
) -> None:
    """Put in how many people of a month waited so long; a blank takes the band out.

    Raises:
        Refusal: it is no national band, no count, or each person's days are told.
    """
    must_be_open(session, month)
    service = found(session, Service, service_id)
    if from_days not in UNTIL:
        raise Refusal("Enter people in one of the national bands: same day, 1, 2 to 7 and so on.")
    if count is not None and (not isinstance(count, int) or count < 0):
        raise Refusal("Enter the people of the band as a whole number, 0 or more.")
    if session.scalar(select(WaitCount.id).where(*_of(service_id, month), _IS_DAYS).limit(1)):
        raise Refusal(
            f"Each person's days of {service.name} are told for {month.words}, and the bands "
            "follow from them. Change the days, or delete them first."
        )
    band = (*_of(service_id, month), WaitCount.from_days == from_days)
    session.execute(delete(WaitCount).where(*band))
    if isinstance(count, int):
        spell = Spell(from_days, UNTIL[from_days], count)
        session.add(_count(service_id, month, WaitKind.BANDS, spell))
    session.flush()


_IS_DAYS = WaitCount.kind == WaitKind.DAYS


def _of(service_id: int, month: Month) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return WaitCount.service_id == service_id, WaitCount.month == month


def _count(service_id: int, month: Month, kind: WaitKind, spell: Spell) -> WaitCount:
    return WaitCount(
        service_id=service_id,
        month=month,
        kind=kind,
        from_days=spell.from_days,
        until_days=spell.until_days,
        people=spell.people,
    )
