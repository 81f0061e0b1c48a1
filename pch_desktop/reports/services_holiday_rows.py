"""What each service does on the bank holidays of twelve months."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pch_desktop.domain.opening import Span
from pch_desktop.domain.period import Month
from pch_desktop.domain.services import BankHolidays
from pch_desktop.domain.services_holidays import HolidayHours, on_holidays
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural, written
from pch_desktop.store.services import OpeningRow, ServiceRow

YEAR = 12


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """A service's bank holidays in twelve months; none where its hours are not known."""

    id: int
    name: str
    rule: BankHolidays | None
    is_running: bool
    days: tuple[HolidayHours, ...]

    def on(self, day: date) -> HolidayHours | None:
        """Return what it does on a bank holiday; None where that is not known."""
        found = next((each for each in self.days if each.day == day), None)
        return found if found is not None and found.hours is not None else None


def span(month: Month) -> tuple[date, date]:
    """Return the first and last day of the twelve months from one on."""
    return month.first, month.plus(YEAR - 1).last


def holiday_rows(
    rows: Sequence[ServiceRow], hours: Sequence[OpeningRow], month: Month
) -> list[HolidayRow]:
    """Return what each service does on the bank holidays of twelve months, by name."""
    weeks: dict[int, dict[int, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for each in hours:
        weeks[each.service_id][each.weekday].append((each.opens_minute, each.closes_minute))
    return [
        HolidayRow(
            row.id,
            row.name,
            row.more.bank_holidays,
            row.is_running,
            on_holidays(
                {day: tuple(spans) for day, spans in weeks[row.id].items()},
                row.more.bank_holidays,
                *span(month),
            ),
        )
        for row in rows
    ]


def words_of(row: HolidayRow, month: Month) -> str:
    """Return what changes for one service in a month and in twelve, in a sentence.

    Nothing where its hours or its rule are not known.
    """
    if row.rule is None or not row.days:
        return ""
    here = [each for each in row.days if each.differs and each.day <= month.last]
    now = ", ".join(f"{written(each.day, Kind.DATE)} {each.words}" for each in here)
    other = sum(each.differs for each in row.days)
    days = plural(other, "day differs", "days differ")
    year = f"{days} in 12 months" if other else "as usual all year"
    return f"{now}; {year}" if now else year
