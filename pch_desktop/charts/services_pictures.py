"""The full charts of the services' days and waits, and those that stand in the board pack."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pch_desktop.charts.full_chart import FullChart, PackPicture, fitting
from pch_desktop.charts.services_hours import Panel, demand_map
from pch_desktop.charts.services_waits import wait_spread
from pch_desktop.domain.period import Month
from pch_desktop.reports import service_demand, service_demand_table, service_wait_spread
from pch_desktop.reports.service_waits import CLOCK, length, waited
from pch_desktop.store import services

if TYPE_CHECKING:
    from pch_desktop.store.services import HourRow, WaitRow
    from pch_desktop.store.shared import Reads

ALL = "All services"
SOURCE_HOURS = "Source: services that tell their counts hour by hour. A dot: not known."
SOURCE_WAITS = "Source: days from referral received to first contact, as services told them."


def hours_chart(rows: Sequence[HourRow], name: str, month: Month) -> FullChart:
    """Return the map of demand by weekday and hour, site by site and over all of them."""
    whole, sites = service_demand.days_of(rows), panels(rows)
    return FullChart(
        service_demand.finding(whole, month).rstrip("."),
        f"{name}, contacts by weekday and hour (start of hour), {month.words}, all days of the "
        "month together.",
        fitting(service_demand.alt_text(whole, month)),
        service_demand_table.HOUR_SUMS,
        service_demand_table.hour_sums(whole),
        lambda is_dark: demand_map(sites, whole, is_dark=is_dark),
        SOURCE_HOURS,
    )


def waits_chart(row: WaitRow | None, month: Month) -> FullChart:
    """Return the chart of how one service's waits are spread."""
    rows = service_wait_spread.spread(row) if row else []
    method = waited(row).method if row else ""
    return FullChart(
        service_wait_spread.finding(row),
        f"People first seen in {month.words}. {CLOCK} {method}.",
        fitting(service_wait_spread.alt_text(row, rows)),
        service_wait_spread.SPREAD,
        rows,
        lambda is_dark: wait_spread(row, is_dark=is_dark),
        SOURCE_WAITS,
    )


def panels(rows: Sequence[HourRow]) -> list[Panel]:
    """Return the week of each site, those most asked for first."""
    by_site: dict[str, list[HourRow]] = {}
    for row in rows:
        by_site.setdefault(row.site or "No site named", []).append(row)
    asked = sorted(by_site, key=lambda site: -sum(row.asked or 0 for row in by_site[site]))
    return [(site, service_demand.days_of(by_site[site])) for site in asked]


def longest(rows: Sequence[WaitRow]) -> WaitRow | None:
    """Return the service people wait longest for, of those that told of it."""
    return max((row for row in rows if waited(row).seen), key=length, default=None)


def _hours(file: Reads, month: Month) -> FullChart | None:
    rows = file.read(services.hours, month)
    return hours_chart(rows, ALL, month) if rows else None


def _waits(file: Reads, month: Month) -> FullChart | None:
    row = longest(file.read(services.waits, month))
    return waits_chart(row, month) if row else None


HOURS_PICTURE = PackPicture(50, "Demand by hour", _hours)
WAITS_PICTURE = PackPicture(55, "Waits", _waits)
