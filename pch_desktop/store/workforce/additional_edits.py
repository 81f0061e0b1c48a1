"""Saying what additional roles are paid by: weighted people, a rate a head, most for a role."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce_claim import MOST_KEY
from pch_desktop.domain.workforce_pay import POUND
from pch_desktop.models.locality import ReferenceValue, Setting
from pch_desktop.store.locality import set_setting
from pch_desktop.store.workforce.additional import HEAD_RATE, PEOPLE_SETTING

HEAD_WORDS = "Additional roles, contractor weighted population"
MOST_PEOPLE = 10_000_000
TYPED = "Typed by hand; enter where it was read"


def set_additional_people(session: Session, year: FinancialYear, people: Decimal | None) -> None:
    """Say for how many weighted people additional roles are paid; a blank goes by the lists."""
    key = f"{PEOPLE_SETTING}_{year}"
    if people is None:
        session.execute(delete(Setting).where(Setting.key == key))
        return
    if not 0 < people < MOST_PEOPLE:
        raise Refusal("Enter how many weighted people there are, such as 41,870.")
    set_setting(session, key, f"{people:f}")


def set_head_rate(session: Session, year: FinancialYear, pounds: Decimal | None) -> None:
    """Say what is paid for each weighted head in a year, in pounds; a blank is not known."""
    _set_of_year(session, (HEAD_RATE, HEAD_WORDS, "£ a person"), year, pounds)


def set_role_most(
    session: Session, role: tuple[str, str], year: FinancialYear, pence: int | None
) -> None:
    """Say the most that is paid for a whole time of an additional role in a year.

    Args:
        session: the open edit.
        role: the role's code and name.
        year: the financial year it holds for.
        pence: the most; a blank is not known.
    """
    code, name = role
    pounds = None if pence is None else Decimal(pence) / POUND
    told = (f"{MOST_KEY}{code}", f"Additional roles, most for: {name}", "£ a year")
    _set_of_year(session, told, year, pounds)


def _set_of_year(
    session: Session, told: tuple[str, str, str], year: FinancialYear, pounds: Decimal | None
) -> None:
    """Let a rate hold for a year; one that began before, or goes on, gives way in it."""
    key, words, unit = told
    if pounds is not None and pounds <= 0:
        raise Refusal("Enter an amount above £0, or leave it blank where it is not known.")
    query = select(ReferenceValue).where(
        ReferenceValue.key == key, ReferenceValue.valid_from.between(year.first, year.last)
    )
    kept = session.scalars(query.order_by(ReferenceValue.valid_from.desc())).first()
    if pounds is None:
        if kept is not None:
            session.delete(kept)
        return
    if kept is None:
        kept = ReferenceValue(
            key=key, words=words, unit=unit, valid_from=year.first, valid_to=year.last
        )
        session.add(kept)
    kept.value, kept.source = pounds, TYPED
