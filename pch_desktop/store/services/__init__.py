"""Reading and changing the services: the catalogue, opening hours and months of activity."""

from pch_desktop.store.services.edits import (
    add_described_service,
    add_service,
    remove_services,
    set_delivering,
    set_opening,
    set_service,
    set_sites,
)
from pch_desktop.store.services.month_rows import MonthRow, activity, spans, undecided
from pch_desktop.store.services.months import set_month, set_months
from pch_desktop.store.services.rows import (
    OpeningRow,
    ServiceRow,
    openings,
    services,
)

__all__ = [
    "MonthRow",
    "OpeningRow",
    "ServiceRow",
    "activity",
    "add_described_service",
    "add_service",
    "openings",
    "remove_services",
    "services",
    "set_delivering",
    "set_month",
    "set_months",
    "set_opening",
    "set_service",
    "set_sites",
    "spans",
    "undecided",
]
