"""Services made on paper, for tests of what is reckoned from them."""

from __future__ import annotations

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import Category, ServiceStatus
from pch_desktop.store.services import MonthRow, ServiceRow

OCTOBER = Month(2016, 10)


def month(
    service_id: int, of: Month = OCTOBER, *, is_provisional: bool = False, **counts: int | None
) -> MonthRow:
    """Return a month of a service, what is not told left blank."""
    names = ("sessions", "slots", "booked", "attended", "not_attended", "referrals", "waiting")
    told = {name: counts.get(name) for name in names}
    number = service_id * 1000 + of.year * 12 + of.number
    return MonthRow(
        number, service_id, of, **told, is_provisional=is_provisional, source="Monthly return"
    )


def service(
    service_id: int,
    name: str,
    *,
    told: MonthRow | None = None,
    category: Category = Category.PLANNED,
    status: ServiceStatus = ServiceStatus.LIVE,
    partners: tuple[str, ...] = (),
) -> ServiceRow:
    """Return a service; the first of its partners leads it."""
    return ServiceRow(
        service_id, f"S{service_id:02d}", name, category, partners[0] if partners else None,
        "; ".join(partners[1:]), None, None, status, None, "", None, None, None, None, None, None,
        None, None, 0, 0, told, None,
    )  # fmt: skip
