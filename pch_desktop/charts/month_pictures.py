"""Control charts of months: appointments attended, and sickness; on the screen and in the pack."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pch_desktop.charts.full_chart import FullChart, PackPicture
from pch_desktop.charts.xmr import xmr_chart
from pch_desktop.domain.period import Month
from pch_desktop.reports.month_series import ATTENDED, attended_series, sickness_series, sums
from pch_desktop.reports.service_months import SumRow
from pch_desktop.reports.workforce_sickness import read_sickness
from pch_desktop.reports.workforce_sickness_table import EVERYBODY, SicknessPoint, points
from pch_desktop.store import locality

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

COUNTS = "Source: monthly counts of the services; months that may still change are left out."
RETURNS = "Source: returns by group of staff, never of one person."


def attended_change(rows: Sequence[SumRow], place: str, month: Month, name: str = "") -> FullChart:
    """Return the control chart of appointments attended, of one service or of all."""
    of = f"{name}, {place}" if name else f"all services, {place}"
    where = f"{ATTENDED} by month, {of}, up to {month.words}."
    return xmr_chart(attended_series(rows, name), where, COUNTS)


def sickness_change(rows: Sequence[SicknessPoint], name: str) -> FullChart:
    """Return the control chart of the sickness rate of a group or of everybody."""
    until = f", up to {rows[-1].month.words}" if rows else ""
    where = f"Days lost to sickness of days available, by month, {name}{until}."
    return xmr_chart(sickness_series(rows, name), where, RETURNS)


def _attended(file: Reads, month: Month) -> FullChart | None:
    rows = sums(file, month)
    place = file.read(locality.locality).name
    return attended_change(rows, place, month) if any(row.is_firm for row in rows) else None


def _sickness(file: Reads, month: Month) -> FullChart | None:
    rows = points(read_sickness(file, month), None)
    return sickness_change(rows, EVERYBODY) if any(row.now.rate for row in rows) else None


SICKNESS_PICTURE = PackPicture(45, "Sickness", _sickness)
ATTENDED_PICTURE = PackPicture(47, "Service appointments", _attended)
