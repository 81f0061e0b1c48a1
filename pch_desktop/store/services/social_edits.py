"""Changing the months of social prescribing."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.services import Service
from pch_desktop.models.services_social import SocialMonth
from pch_desktop.store.budget.closing import must_be_open
from pch_desktop.store.records import change, found

SOCIAL_FIELDS: Mapping[str, str] = {
    "referred": "the people referred",
    "accepted": "the people accepted",
    "in_ten_days": "those first contacted within ten days",
    "measured": "the people whose outcome was measured",
    "mean_change": "the mean change of their measure",
}
PLACES, MOST_CHANGE = Decimal("0.0001"), 1_000


def set_social_month(
    session: Session, service_id: int, month: Month, field: str, value: object
) -> None:
    """Put a value into one of a month's ``SOCIAL_FIELDS``; a month all blank goes away.

    Counts that do not add up are kept as they are told, and the checks say so.
    """
    must_be_open(session, month)
    service = found(session, Service, service_id)
    of_month = (SocialMonth.service_id == service_id, SocialMonth.month == month)
    kept = session.scalars(select(SocialMonth).where(*of_month)).first()
    if kept is None and value is None:
        return
    plain = _change(value) if field == "mean_change" else value
    if field != "mean_change" and isinstance(value, int) and value < 0:
        raise Refusal(f"Enter {SOCIAL_FIELDS[field]} as a whole number, 0 or more.")
    if kept is None:
        kept = SocialMonth(service_id=service.id, month=month)
        session.add(kept)
    change(session, kept, field, plain, SOCIAL_FIELDS[field])
    if all(getattr(kept, name) is None for name in SOCIAL_FIELDS):
        session.flush()
        session.delete(kept)


def _change(value: object) -> Decimal | None:
    """Return a mean change to four places."""
    if not isinstance(value, (int, Decimal)):
        return None
    if abs(value) > MOST_CHANGE:
        raise Refusal(f"Enter the mean change between -{MOST_CHANGE:,} and {MOST_CHANGE:,}.")
    return Decimal(value).quantize(PLACES, ROUND_HALF_UP)
