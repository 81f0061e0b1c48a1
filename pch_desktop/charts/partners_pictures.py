"""The full chart of who delivers what for whom, as it stands in the board pack, too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pch_desktop.charts.full_chart import FullChart, PackPicture, fitting
from pch_desktop.charts.partners import partner_map
from pch_desktop.domain.period import Month
from pch_desktop.reports import partners_delivers as report
from pch_desktop.reports import partners_delivers_words as words
from pch_desktop.reports.partners_delivers import FlowRow
from pch_desktop.store import locality, partners

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

SOURCE = "Source: who leads and delivers each service. Ribbons count services, not people or WTE."


def delivers_chart(rows: Sequence[FlowRow], where: str) -> FullChart:
    """Return the map of partners, services and those they are for."""
    ribbons, counts = report.ribbons(rows), report.services_for(rows)
    gathered = " Services are drawn by what they are for." if report.is_gathered(rows) else ""
    return FullChart(
        words.finding(rows),
        f"{where}{gathered}",
        fitting(words.alt_text(rows)),
        report.FLOWS,
        rows,
        lambda is_dark: partner_map(ribbons, is_dark=is_dark, counts=counts),
        SOURCE,
    )


def _delivers(file: Reads, month: Month) -> FullChart | None:
    practices = file.read(partners.practices_served, month)
    rows = report.flows(file.read(partners.deliveries), report.PEOPLE, practices)
    place = file.read(locality.locality).name
    where = f"Partners and services of {place}, {month.words}. For the people it is for."
    return delivers_chart(rows, where) if rows else None


DELIVERS_PICTURE = PackPicture(60, "Who delivers what", _delivers)
