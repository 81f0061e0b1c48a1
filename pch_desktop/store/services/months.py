"""Changing what services did in a month, one count at a time or a whole block at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.services import Service, ServiceMonth
from pch_desktop.store.budget.closing import must_be_open
from pch_desktop.store.records import cleaned
from pch_desktop.store.services.month_fields import COUNT_FIELDS, MONTH_FIELDS

Told = tuple[int, Month, str, object]
"""A service by its id, a month, one of ``MONTH_FIELDS``, and its value."""
GONE = "That service is no longer in the file. Undo to bring it back."


def set_month(session: Session, service_id: int, month: Month, field: str, value: object) -> None:
    """Put a value into one of a month's ``MONTH_FIELDS``; a month all blank goes away.

    Counts that do not add up are kept as they are told, and the checks say so:
    a block that is pasted stands only when its last figure is in.
    """
    set_months(session, [(service_id, month, field, value)])


def set_months(session: Session, told: Sequence[Told]) -> None:
    """Put many values into months, reading and writing each month once.

    Raises:
        Refusal: one of the values is not accepted; nothing has been changed.
    """
    values = [(service, month, field, _kept(field, value)) for service, month, field, value in told]
    for month in dict.fromkeys(month for _, month, _, _ in told):
        must_be_open(session, month)
    services = {service for service, *_ in told}
    known = select(Service.id).where(Service.id.in_(services))
    if len(session.scalars(known).all()) < len(services):
        raise Refusal(GONE)
    rows = _rows(session, services, {month for _, month, _, _ in told})
    for service, month, field, value in values:
        row = rows.get((service, month))
        if row is None and value is not None:
            row = ServiceMonth(
                service_id=service, month=month, is_provisional=False, source="Entered by hand"
            )
            rows[service, month] = row
        if row is not None:
            setattr(row, field, value)
    _write(session, rows)


def _rows(
    session: Session, services: set[int], months: set[Month]
) -> dict[tuple[int, Month], ServiceMonth]:
    query = select(ServiceMonth).where(
        ServiceMonth.service_id.in_(services), ServiceMonth.month.in_(months)
    )
    return {(row.service_id, row.month): row for row in session.scalars(query)}


def _write(session: Session, rows: Mapping[tuple[int, Month], ServiceMonth]) -> None:
    for row in rows.values():
        is_blank = all(getattr(row, name) is None for name in COUNT_FIELDS)
        is_new = row not in session
        if is_new and not is_blank:
            session.add(row)
        elif not is_new and is_blank:
            session.delete(row)
    session.flush()


def _kept(field: str, value: object) -> object:
    """Return what is kept of a value.

    Raises:
        Refusal: it may not stand in that field.
    """
    if isinstance(value, str):
        return cleaned(value)
    if field == "is_provisional" and value is None:
        raise Refusal("Enter Yes or No: whether the figures may still change.")
    if isinstance(value, int) and value < 0:
        raise Refusal(f"Enter {MONTH_FIELDS[field]} as a whole number, 0 or more.")
    return value
