"""Which services are open on the bank holidays of twelve months, set out for reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.domain.services_holidays import holidays_between
from pch_desktop.reports.services_holiday_rows import YEAR, HolidayRow, holiday_rows, span
from pch_desktop.reports.table import Column, Kind, Table
from pch_desktop.reports.words import plural, written
from pch_desktop.store import services

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

METHOD = (
    "Bank holidays of England by the Banking and Financial Dealings Act 1971 and the exceptions "
    "proclaimed since 2011 (gov.uk). Services that are live or a pilot and whose hours are known."
)

MEANINGS = {
    "other": "Open at other hours than usual.",
    "closed": "Closed though they open on such a weekday.",
    "unknown": "They open on such a weekday, and their rule for bank holidays is not known.",
    "usual": "Open as on any such weekday.",
}


@dataclass(frozen=True, slots=True)
class DayRow:
    """A bank holiday, and what running services do on it, by name."""

    id: int
    day: date
    usual: tuple[str, ...]
    """Open as on any such weekday."""
    other: tuple[str, ...]
    """Open at other hours, which are told."""
    closed: tuple[str, ...]
    """Closed though they usually open on that weekday."""
    unknown: tuple[str, ...]
    """They usually open, and nobody has said."""


def _names(
    key: str, title: str, width: int, names: Callable[[DayRow], tuple[str, ...]]
) -> Column[DayRow]:
    return Column(key, title, lambda row: "; ".join(names(row)) or None, width=width,
                  help=MEANINGS[key])  # fmt: skip


def _count(key: str, title: str, names: Callable[[DayRow], tuple[str, ...]]) -> Column[DayRow]:
    return Column(key, title, lambda row: len(names(row)), Kind.COUNT, width=8)


HOLIDAYS: tuple[Column[DayRow], ...] = (
    Column("day", "Bank holiday", lambda row: row.day, Kind.DATE, width=12),
    Column("weekday", "Weekday", lambda row: f"{row.day:%A}", width=10),
    _count("closed_count", "Closed", lambda row: row.closed),
    _count("usual_count", "As usual", lambda row: row.usual),
    _names("other", "Other hours", 26, lambda row: row.other),
    _names("closed", "Closed that usually open", 46, lambda row: row.closed),
    _names("unknown", "Not known", 34, lambda row: row.unknown),
    _names("usual", "Open as usual", 30, lambda row: row.usual),
)
"""The columns of the bank holidays to come."""


def day_rows(rows: Sequence[HolidayRow], month: Month) -> list[DayRow]:
    """Return what running services do on each bank holiday of twelve months."""
    running = [row for row in rows if row.is_running]
    days = holidays_between(*span(month))
    return [_day(at, day, running) for at, day in enumerate(days, start=1)] if rows else []


def _day(number: int, day: date, running: Sequence[HolidayRow]) -> DayRow:
    told = [(row.name, found) for row in running if (found := row.on(day))]
    usual = [name for name, found in told if found.usual and not found.differs]
    other = [(name, found.words) for name, found in told if found.differs and found.hours]
    known = {name for name, _ in told}
    return DayRow(
        number,
        day,
        tuple(usual),
        tuple(f"{name} {words}" for name, words in other),
        tuple(name for name, found in told if found.is_closed),
        tuple(row.name for row in running if row.days and row.name not in known),
    )


def finding(days: Sequence[DayRow], month: Month) -> str:
    """Return what services do on the bank holidays of the month, or on the next, in a sentence."""
    if not days:
        return "The hours of no service are known yet."
    here = [row for row in days if row.day <= month.last]
    said = [_said(row) for row in here or days[:1]]
    return f"{'' if here else 'Next bank holiday: '}{'; '.join(said)}."


def _said(row: DayRow) -> str:
    parts = [f"{plural(len(row.closed), 'service')} closed that usually open"]
    parts += [f"{len(row.other)} with other hours"] if row.other else []
    parts += [f"{len(row.unknown)} not known"] if row.unknown else []
    return f"{written(row.day, Kind.DATE)}: {', '.join(parts)}"


def holidays(file: Reads, month: Month) -> Table[DayRow]:
    """Return what services do on the bank holidays of twelve months."""
    rows = holiday_rows(file.read(services.services, month), file.read(services.openings), month)
    days = day_rows(rows, month) if any(row.days for row in rows) else []
    subtitle = f"Bank holidays from {month.words} to {month.plus(YEAR - 1).words}."
    return Table("Bank holidays", HOLIDAYS, days, subtitle, notes=(finding(days, month), METHOD))
